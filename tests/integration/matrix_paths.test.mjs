// What the gateway does around a translation, over every pair: prompts in front, the next target, the trailer, callers
// that leave, other keys.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { user } from './support/callers.mjs';
import { eventually } from './support/gateway.mjs';
import { kChatDialects, kModels, kProviders, pairs, startMatrix } from './support/matrix.mjs';
import { kBedrockKey } from './support/upstreams/bedrock.mjs';

describe('around a translation', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    await scene.gateway.create('/prompts', { name: 'house', default: 'v1', versions: [{ version: 'v1', system: 'HOUSE RULES é.', template: '{{message}}' }] });
    await scene.gateway.patch('/settings', { default_prompt: 'house' });
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const { dialect, provider, name } of pairs()) {
    it(`${name}: a prompt version stands in front of the caller's instructions`, async () => {
      for (const system of [undefined, 'CALLER RULES.']) {
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), system, turns: [user('Hi')] }, { headers: { 'X-Prompt-Version': 'v1' } });
        assert.equal(answer.headers.get('x-tollgate-prompt-version'), 'v1');
        const sent = scene.fakes[provider].last.rawBody.replaceAll('\\u00e9', 'é');
        assert.ok(sent.includes('HOUSE RULES é.'), sent);
        if (system) assert.ok(sent.indexOf('HOUSE RULES') < sent.indexOf('CALLER RULES'), sent);
      }
    });

    it(`${name}: the trailer is a comment that no SDK minds`, async () => {
      const caller = scene.callers[dialect];
      const request = { model: scene.model(provider), turns: [user('Hi')] };
      const headers = { 'X-Tollgate-Trailer': '1' };
      assert.equal((await caller.ask(request, { stream: true, headers })).text, 'Hello from upstream.');
      const response = await scene.gateway.post(caller.path, scene.secret, { ...caller.body(request), stream: true }, headers);
      assert.match(await response.text(), /: tollgate cost_usd=\S* overhead_us=\d+ tokens_in=19 tokens_out=10/);
    });

    it(`${name}: who leaves is followed by the upstream's connection`, async () => {
      scene.fakes[provider].next({ blocks: [{ text: Array.from({ length: 400 }, (_, index) => `word ${index} `) }], intervalMs: 20 });
      const caller = scene.callers[dialect];
      const abort = new AbortController();
      const closed = once(scene.fakes[provider].server, 'request').then(([, response]) => once(response, 'close').then(() => response.writableFinished));
      const body = { ...caller.body({ model: scene.model(provider), turns: [user('Hi')] }), stream: true };
      const response = await scene.gateway.post(caller.path, scene.secret, body, {}, { signal: abort.signal });
      const reader = response.body.getReader();
      await reader.read();
      abort.abort();
      assert.equal(await closed, false, 'the upstream answered to its end');
      await eventually(async () => {
        const row = await scene.gateway.get(`/requests/${response.headers.get('x-request-id')}`);
        assert.notEqual(row.outcome, 'ok');
      });
    });
  }

  for (const dialect of kChatDialects) {
    it(`${dialect}: goes on to the next target, whatever it speaks, and tells that one's losses`, async () => {
      for (const [index, first] of kProviders.entries()) {
        const second = kProviders[(index + 1) % kProviders.length];
        const alias = `from-${first}-${dialect}`;
        await scene.provider(first, {}, `bad-${first}-${dialect}`);
        await scene.gateway.create('/aliases', {
          alias, strategy: 'simple', targets: [{ provider: `bad-${first}-${dialect}`, model: kModels[first] }], fallbacks: [{ provider: second, model: kModels[second] }],
        });
        for (const stream of [false, true]) {
          scene.fakes[first].next({ status: 500 });
          scene.fakes[second].next({ blocks: [{ text: ['From the second.'] }] });
          const answer = await scene.callers[dialect].ask({ model: alias, turns: [user('Hi')], max: 300 }, { stream });
          assert.equal(answer.text, 'From the second.');
          assert.equal(answer.headers.get('x-tollgate-provider'), second);
          assert.equal(answer.headers.get('x-tollgate-attempts'), '2');
          assert.equal(answer.headers.get('x-tollgate-params'), null);
        }
      }
    });

    it(`${dialect}: a conversation too long for one target goes to the next`, async () => {
      const words = {
        openai: "This model's maximum context length is 128000 tokens.", anthropic: 'prompt is too long: 210000 tokens > 200000 maximum',
        gemini: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).', bedrock: 'Input is too long for requested model.',
      };
      for (const [first, message] of Object.entries(words)) {
        const alias = `long-${first}-${dialect}`;
        await scene.gateway.create('/aliases', {
          alias, strategy: 'simple', targets: [{ provider: first, model: kModels[first] }], fallbacks: [{ provider: 'azure', model: kModels.azure }],
        });
        scene.fakes[first].next({ status: 400, message, ...(first === 'openai' ? { code: 'context_length_exceeded' } : {}) });
        const answer = await scene.callers[dialect].ask({ model: alias, turns: [user('Hi')] });
        assert.equal(answer.headers.get('x-tollgate-provider'), 'azure', first);
      }
    });
  }

  it('signs with a bearer key where Bedrock has one, and with keys of no session', async () => {
    await scene.provider('bedrock', { credentials: { api_key: kBedrockKey } }, 'bearer');
    for (const stream of [false, true]) {
      const answer = await scene.callers.openai_chat.ask({ model: `bearer/${kModels.bedrock}`, turns: [user('Hi')] }, { stream });
      assert.equal(answer.text, 'Hello from upstream.');
      assert.equal(scene.fakes.bedrock.last.headers.authorization, `Bearer ${kBedrockKey}`);
    }
  });

  it('signs addresses of every shape of model id', async () => {
    for (const model of ['amazon.nova-pro-v1:0', 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'odd name+é']) {
      const answer = await scene.callers.anthropic_messages.ask({ model: `bedrock/${model}`, turns: [user('Hi')] }, { stream: true });
      assert.equal(answer.text, 'Hello from upstream.');
      assert.equal(scene.fakes.bedrock.last.route.model, model);
    }
  });
});
