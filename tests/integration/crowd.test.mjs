// Many callers at once: everyone gets their own answer, whole, and the books have every one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startScene } from './support/gateway.mjs';
import { collect } from './support/sse.mjs';

describe('a crowd', () => {
  let scene;
  before(async () => {
    scene = await startScene({ gateway: { args: ['--threads', '3'] } });
    // A busy machine takes its time over so many: what is measured here is who gets what, not how soon.
    await scene.gateway.patch('/providers/up', { timeouts_ms: { first_byte: 30000, idle: 30000, total: 60000 } });
    scene.upstream.always('gpt-4o-mini', { echo: true, intervalMs: 5 });
  });
  after(() => scene?.close());

  const question = (i) => `caller ${i} asks ${'word '.repeat(i % 17)}and ends ${i * 7919}`;
  const ask = (i, extra = {}) => {
    const messages = [{ role: 'user', content: question(i) }];
    return scene.client.chat.completions.create({ model: 'chat', messages, user: `caller-${i}`, ...extra });
  };

  it('of three hundred gets three hundred answers, streamed and whole', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        if (i % 3 === 0) return (await ask(i)).choices[0].message.content;
        return (await collect(await ask(i, { stream: true }))).text;
      }),
    );
    answers.forEach((answer, i) => assert.equal(answer, question(i)));
    const rows = await scene.gateway.rows(300, 'status:200');
    assert.equal(new Set(rows.map(({ user }) => user)).size, 300);
  });

  it('that changes its mind leaves the others alone', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, async (_, i) => {
        const stream = await ask(i, { stream: true });
        if (i % 2 === 0) return (await collect(stream)).text;
        for await (const chunk of stream) if (chunk) break;
        stream.controller.abort();
        return null;
      }),
    );
    outcomes.forEach((text, i) => assert.equal(text, i % 2 === 0 ? question(i) : null));
  });

  it('is served while the configuration changes under it', async () => {
    let over = false;
    const changes = (async () => {
      for (let i = 0; !over; i += 1) await scene.gateway.patch('/aliases/chat', { targets: [{ provider: 'up', model: 'gpt-4o-mini', weight: 1 + (i % 5) }] });
    })();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => ask(i).then((answer) => answer.choices[0].message.content)));
    over = true;
    await changes;
    answers.forEach((answer, i) => assert.equal(answer, question(i)));
  });
});
