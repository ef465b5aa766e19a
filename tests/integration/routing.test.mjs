// Which target a request goes to: aliases, weights, the canary's exact buckets, prompt versions.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { startGateway } from './support/gateway.mjs';
import { collect } from './support/sse.mjs';

const messages = [{ role: 'user', content: 'Hello' }];
const kBuckets = { alice: 1, bob: 12, carol: 43, dave: 27, erin: 32, user0: 79, user1: 64, user2: 15 };

describe('routing', () => {
  let gateway;
  let upstream;
  let client;
  before(async () => {
    upstream = await startFakeUpstream({ models: ['a', 'b', 'stable', 'canary'] });
    gateway = await startGateway({ args: ['--threads', '1'] });
    await gateway.openaiProvider('up', upstream);
    client = gateway.client((await gateway.key()).secret);
  });
  beforeEach(() => upstream.reset());
  after(async () => {
    await gateway?.stop();
    await upstream?.close();
  });

  const target = (model, weight) => ({ provider: 'up', model, ...(weight ? { weight } : {}) });

  /** Sends one request; answers the model that went up and a reader of response headers. */
  async function send(model, headers = {}, extra = {}) {
    const { response } = await client.chat.completions.create({ model, messages, ...extra }, { headers }).withResponse();
    return { model: upstream.last.body.model, header: (name) => response.headers.get(name) };
  }

  it('spreads a weighted alias smoothly and exactly', async () => {
    await gateway.create('/aliases', { alias: 'spread', strategy: 'weighted', targets: [target('a', 3), target('b', 1)] });
    const models = [];
    for (let i = 0; i < 12; i += 1) models.push((await send('spread')).model);
    assert.equal(models.filter((model) => model === 'a').length, 9);
    for (let i = 0; i + 4 <= 12; i += 4) {
      assert.equal(models.slice(i, i + 4).filter((model) => model === 'b').length, 1, models.join(' '));
    }
  });

  it('follows a changed alias with the very next request', async () => {
    await gateway.create('/aliases', { alias: 'moving', strategy: 'simple', targets: [target('a')] });
    for (const model of ['b', 'a', 'b']) {
      await gateway.patch('/aliases/moving', { targets: [target(model)] });
      assert.equal((await send('moving')).model, model);
    }
    await gateway.patch('/aliases/moving', { enabled: false });
    await assert.rejects(send('moving'), { status: 404 });
    await gateway.remove('/aliases/moving');
    await assert.rejects(send('moving'), { status: 404, code: 'model_not_found' });
  });

  it('follows a disabled provider with the very next request', async () => {
    await gateway.openaiProvider('spare', upstream);
    await gateway.create('/aliases', {
      alias: 'guarded',
      strategy: 'simple',
      targets: [{ provider: 'spare', model: 'a' }],
      fallbacks: [target('b')],
    });
    assert.equal((await send('guarded')).model, 'a');
    await gateway.patch('/providers/spare', { enabled: false });
    assert.equal((await send('guarded')).model, 'b');
    await gateway.patch('/providers/spare', { enabled: true });
    assert.equal((await send('guarded')).model, 'a');
  });

  describe('a canary', () => {
    const percent = 15;
    before(async () => {
      await gateway.create('/aliases', { alias: 'with-canary', strategy: 'simple', targets: [target('stable')] });
      await gateway.create('/flags', {
        key: 'try-canary',
        type: 'canary',
        enabled: true,
        alias: 'with-canary',
        stable: 'up/stable',
        canary: 'up/canary',
        rollout_percent: percent,
        sticky_by: 'user',
        salt: '',
        rules: [],
      });
    });

    it('puts each user into the documented bucket', async () => {
      for (const [user, bucket] of Object.entries(kBuckets)) {
        const verdict = await gateway.expect(200, 'POST', '/flags/try-canary/evaluate', { user, project: null });
        assert.deepEqual(verdict, { bucket, serve: bucket < percent ? 'canary' : 'stable', reason: 'rollout' }, user);
      }
    });

    it('serves each user by that bucket and says so', async () => {
      for (const [user, bucket] of Object.entries(kBuckets)) {
        const arm = bucket < percent ? 'canary' : 'stable';
        const { model, header } = await send('with-canary', { 'X-User-Id': user });
        assert.equal(model, arm, user);
        assert.equal(header('x-tollgate-flag'), `try-canary=${arm}`);
      }
    });

    it('takes the user of the key before X-User-Id before the body', async () => {
      const { secret } = await gateway.key({ user: 'alice' });
      const named = gateway.client(secret);
      await named.chat.completions.create({ model: 'with-canary', messages }, { headers: { 'X-User-Id': 'carol' } });
      assert.equal(upstream.last.body.model, 'canary');
      assert.equal((await send('with-canary', { 'X-User-Id': 'carol' }, { user: 'alice' })).model, 'stable');
      assert.equal((await send('with-canary', {}, { user: 'bob' })).model, 'canary');
    });

    it('follows rollout, rules, salt and the switch with the very next request', async () => {
      const served = async (user) => (await send('with-canary', { 'X-User-Id': user })).model;
      const evaluate = (user) => gateway.expect(200, 'POST', '/flags/try-canary/evaluate', { user, project: null });

      await gateway.patch('/flags/try-canary', { rollout_percent: 44 });
      assert.deepEqual([await served('carol'), await served('user1')], ['canary', 'stable']);

      await gateway.patch('/flags/try-canary', { rules: [{ if: { user: ['user1', 'qa-*'] }, serve: 'canary' }] });
      assert.deepEqual([await served('user1'), await served('qa-7')], ['canary', 'canary']);
      assert.equal((await evaluate('qa-7')).reason, 'rule:1');

      await gateway.patch('/flags/try-canary', { rules: [], salt: 'pepper', rollout_percent: percent });
      for (const user of Object.keys(kBuckets)) {
        assert.equal((await evaluate(user)).bucket, bucketOf(`pepper:${user}`), user);
      }

      await gateway.patch('/flags/try-canary', { salt: '', enabled: false });
      assert.equal(await served('alice'), 'stable');
      assert.equal((await evaluate('alice')).reason, 'disabled');
      await gateway.patch('/flags/try-canary', { enabled: true });
      assert.equal(await served('alice'), 'canary');
    });

    it('reports both arms', async () => {
      const report = await gateway.get('/flags/try-canary/report?window=24h');
      const text = JSON.stringify(report);
      assert.ok(text.includes('stable') && text.includes('canary'), text);
    });
  });

  describe('a prompt', () => {
    const v1 = 'You are a concise assistant. Answer briefly.';
    const v2 = 'You are a structured assistant. Answer in bullet points with 2-4 bullets.';
    before(async () => {
      await gateway.create('/prompts', {
        name: 'assistant',
        default: 'v1',
        versions: [
          { version: 'v1', system: v1, template: '{{message}}' },
          { version: 'v2', system: v2, template: '{{message}}' },
        ],
      });
    });

    it('goes in front as the system text in the version the caller names', async () => {
      for (const [version, system] of Object.entries({ v1, v2 })) {
        const { header } = await send('up/a', { 'X-Prompt-Version': version });
        assert.deepEqual(upstream.last.body.messages, [{ role: 'system', content: system }, ...messages]);
        assert.equal(header('x-tollgate-prompt-version'), version);
      }
    });

    it('in the default version when the named one is unknown, and not at all when none is named', async () => {
      const { header } = await send('up/a', { 'X-Prompt-Version': 'v9' });
      assert.equal(header('x-tollgate-prompt-version'), 'v1');
      await send('up/a');
      assert.deepEqual(upstream.last.body.messages, messages);
    });

    it('streams as well', async () => {
      const body = { model: 'up/a', messages, stream: true };
      await collect(await client.chat.completions.create(body, { headers: { 'X-Prompt-Version': 'v2' } }));
      assert.equal(upstream.last.body.messages[0].content, v2);
    });

    it('gains versions, each numbered and hashed, and moves its default', async () => {
      await gateway.create('/prompts/assistant/versions', { system: 'Third.', template: '{{message}}' });
      const prompt = await gateway.get('/prompts/assistant');
      assert.deepEqual(prompt.versions.map(({ version }) => version), ['v1', 'v2', 'v3']);
      for (const { hash } of prompt.versions) assert.match(hash, /^[0-9a-f]{12}$/);
      await gateway.patch('/prompts/assistant', { default: 'v3' });
      await send('up/a', { 'X-Prompt-Version': 'v9' });
      assert.equal(upstream.last.body.messages[0].content, 'Third.');
    });
  });
});

/** First 8 hex digits of SHA-256 as an integer, modulo 100. */
function bucketOf(subject) {
  return parseInt(createHash('sha256').update(subject).digest('hex').slice(0, 8), 16) % 100;
}
