// Thoughts over every pair that can carry them: shown to the caller, and what signs them back to the provider as it came.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { results, said, user } from './support/callers.mjs';
import { kChatDialects, startMatrix } from './support/matrix.mjs';

const signature = 'EqQBCkYIBRgCKkD/+signed/by+upstream0123456789abcdefghijklmnopqrstuvwxyz==';
const other = 'CiIBAAAAsecond+signature/ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=';
const tools = [{ name: 'look', description: 'Looks', schema: { type: 'object', properties: { at: { type: 'string' } } } }];
const signers = {
  anthropic: 'anthropic/claude-sonnet-4-5',
  'anthropic, adaptive': 'anthropic/claude-opus-4-7',
  bedrock: 'bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'gemini 2.5': 'gemini/gemini-2.5-flash',
  'gemini 3': 'gemini/gemini-3-pro-preview',
  'openai in Responses': 'responses/gpt-6.1-sol',
};
const fakeOf = (model) => model.slice(0, model.indexOf('/'));

describe('reasoning', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const dialect of kChatDialects) {
    for (const [signer, model] of Object.entries(signers)) {
      for (const stream of [false, true]) {
        it(`${dialect} → ${signer}: goes round, ${stream ? 'streamed' : 'whole'}`, async () => {
          const fake = scene.fakes[fakeOf(model)];
          const thinking = dialect === 'anthropic_messages' && /4-7/.test(model) ? { thinking: { type: 'adaptive' } } : {};
          const ask = (turns) => scene.callers[dialect].ask({ model, turns, tools, effort: 'low', more: thinking }, { stream });
          fake.next(
            { blocks: [{ thinking: 'Where to look? 🐎', signature }, { call: 'look', id: 'call_1', args: { at: 'north' } }] },
            { blocks: [{ thinking: 'And south.', signature: other }, { text: ['One more.'] }, { call: 'look', id: 'call_2', args: { at: 'south' } }] },
          );
          const turns = [user('Look around.')];
          const first = await ask(turns);
          assert.equal(first.reasoning, 'Where to look? 🐎');
          assert.equal(first.text, '');
          assert.deepEqual(first.calls.map(({ args }) => args), [{ at: 'north' }]);
          turns.push(said(first), results([{ id: first.calls[0].id, text: 'trees' }]));
          const second = await ask(turns);
          assert.deepEqual(proofsIn(fake.last.body), [signature]);
          assert.equal(second.reasoning, 'And south.');
          turns.push(said(second), results([{ id: second.calls[0].id, text: 'a lake' }]));
          const third = await ask(turns);
          assert.deepEqual(proofsIn(fake.last.body), [signature, other]);
          assert.equal(third.text, 'Hello from upstream.');
        });
      }
    }

    for (const provider of ['anthropic', 'bedrock']) {
      for (const stream of [false, true]) {
        it(`${dialect} → ${provider}: a redacted thought goes round, ${stream ? 'streamed' : 'whole'}`, async () => {
          const fake = scene.fakes[provider];
          const ask = (turns) => scene.callers[dialect].ask({ model: signers[provider], turns, tools, effort: 'low' }, { stream });
          const redacted = 'cmVkYWN0ZWQrL2RhdGE=';
          fake.next({ blocks: [{ redacted }, { call: 'look', id: 'call_1', args: {} }] });
          const first = await ask([user('Look.')]);
          assert.equal(first.reasoning, '');
          await ask([user('Look.'), said(first), results([{ id: first.calls[0].id, text: 'trees' }])]);
          assert.deepEqual(proofsIn(fake.last.body), [redacted]);
        });
      }
    }

    it(`${dialect} → compatible: is shown, and never mistaken for the answer`, async () => {
      for (const stream of [false, true]) {
        scene.fakes.compatible.next({ blocks: [{ thinking: 'Hm.' }, { text: ['Yes', '.'] }] });
        const ask = (turns) => scene.callers[dialect].ask({ model: scene.model('compatible'), turns, effort: 'low' }, { stream });
        const first = await ask([user('Really?')]);
        assert.deepEqual([first.reasoning, first.text], ['Hm.', 'Yes.']);
        await ask([user('Really?'), said(first), user('Sure?')]);
      }
    });

    for (const [signer, model] of Object.entries(signers)) {
      it(`${dialect}: proofs of another provider never reach ${signer}`, async () => {
        const from = fakeOf(model) === 'gemini' ? 'anthropic' : 'gemini';
        scene.fakes[from].next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }] });
        const first = await scene.callers[dialect].ask({ model: signers[from] ?? signers['gemini 3'], turns: [user('Look.')], tools, effort: 'low' });
        const turns = [user('Look.'), said(first), results([{ id: first.calls[0].id, text: 'trees' }]), user('Go on.')];
        const more = dialect === 'anthropic_messages' ? { thinking: { type: 'disabled' } } : {};
        await scene.callers[dialect].ask({ model, turns, tools, more });
        const sent = scene.fakes[fakeOf(model)].last;
        assert.ok(!sent.rawBody.includes(signature), sent.rawBody);
        assert.ok(!sent.rawBody.includes('tollgate:') && !sent.rawBody.includes('tg1.'), sent.rawBody);
      });
    }
  }

  for (const stream of [false, true]) {
    it(`openai_responses → openai: encrypted content goes round, ${stream ? 'streamed' : 'whole'}`, async () => {
      const ask = (turns) => scene.callers.openai_responses.ask({ model: scene.model('openai'), turns, tools, effort: 'low', more: { store: false } }, { stream });
      scene.fakes.openai.next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }] });
      const first = await ask([user('Look.')]);
      assert.equal(first.reasoning, 'Hm.');
      await ask([user('Look.'), said(first), results([{ id: 'call_1', text: 'trees' }])]);
      const [item] = scene.fakes.openai.last.body.input.filter(({ type }) => type === 'reasoning');
      assert.equal(item.encrypted_content, signature);
    });
  }

  const kAsked = {
    openai: ({ body }) => body.reasoning_effort ?? body.reasoning?.effort,
    compatible: ({ body }) => body.reasoning_effort,
    azure: ({ body }) => body.reasoning_effort,
    responses: ({ body }) => body.reasoning.effort,
    anthropic: ({ body }) => body.thinking?.type === 'enabled' && body.thinking.budget_tokens >= 1024 && 'low',
    gemini: ({ body }) => body.generationConfig.thinkingConfig.thinkingBudget > 0 && 'low',
    bedrock: ({ body }) => body.additionalModelRequestFields?.thinking?.type === 'enabled' && 'low',
  };
  for (const dialect of kChatDialects) {
    it(`${dialect}: an effort is asked of every provider in its own way`, async () => {
      for (const [provider, asked] of Object.entries(kAsked)) {
        await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Think.')], effort: 'low' });
        assert.equal(asked(scene.fakes[provider].last), 'low', `${provider}: ${scene.fakes[provider].last.rawBody}`);
      }
    });
  }

  for (const dialect of kChatDialects.slice(0, 2)) {
    for (const provider of ['anthropic', 'bedrock']) {
      it(`${dialect} → ${provider}: a caller that keeps no thoughts may still ask for an effort`, async () => {
        const fake = scene.fakes[provider];
        fake.next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }] });
        const ask = (turns) => scene.callers[dialect].ask({ model: signers[provider], turns, tools, effort: 'low' });
        const first = await ask([user('Look.')]);
        const bare = dialect === 'openai_chat'
          ? { role: 'assistant', content: null, tool_calls: first.turn.tool_calls }
          : first.turn.filter(({ type }) => type !== 'reasoning');
        const last = await ask([user('Look.'), said({ turn: bare }), results([{ id: first.calls[0].id, text: 'trees' }])]);
        assert.equal(last.text, 'Hello from upstream.');
      });
    }
  }
});

/** Signatures and encrypted thoughts in the order in which they went up. */
function proofsIn(body) {
  const found = [];
  JSON.stringify(body, (name, value) => {
    if (/^(signature|thoughtSignature|redactedContent|encrypted_content)$/.test(name)) found.push(value);
    if (name === 'data' && body.messages) found.push(value);
    return value;
  });
  return found;
}
