// Every dialect to every provider: text, whole and streamed, with instructions, over several turns, with pictures.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

describe('text', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const { dialect, provider, name } of pairs()) {
    for (const stream of [false, true]) {
      it(`${name}, ${stream ? 'streamed' : 'whole'}`, async () => {
        const caller = scene.callers[dialect];
        const fake = scene.fakes[provider];
        const model = scene.model(provider);
        const first = await caller.ask({ model, system: 'Be brief.', turns: [user('Grüße an 北京 🐎')] }, { stream });
        assert.equal(first.text, 'Hello from upstream.');
        assert.match(first.finish, /^(stop|completed|end_turn)$/);
        assert.equal(first.headers.get('x-tollgate-provider'), provider);
        const sent = fake.last.rawBody;
        assert.ok(sent.includes('Be brief.') && sent.includes('北京 🐎'), sent);

        fake.next({ blocks: [{ text: ['It has', ' more.'] }] });
        const turns = [user('Grüße an 北京 🐎'), said(first), user('And', 'more?')];
        const second = await caller.ask({ model, system: 'Be brief.', turns }, { stream });
        assert.equal(second.text, 'It has more.');
        const again = fake.last.rawBody;
        const order = ['北京', 'Hello from upstream.', 'And', 'more?'].map((text) => again.indexOf(text));
        assert.deepEqual(order, [...order].sort((a, b) => a - b), again);
        assert.ok(!order.includes(-1), again);
      });
    }
  }
});
