// OpenAI's custom tools, whose input is free text: native where the target has them, functions of one text elsewhere,
// and always free text to the caller (platform.openai.com/docs/guides/function-calling, "Custom tools").
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { results, said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

const patch = '*** Begin Patch\n+é "🐎" \\n\t\u2028\n*** End Patch';
const grammar = { syntax: 'lark', definition: 'start: /.+/' };
const get_time = { type: 'object', properties: { city: { type: 'string' } } };

/** The same two tools in the words of each dialect: one of free text held to a grammar, and a function. */
const kWords = {
  openai_chat: {
    tools: [
      { type: 'custom', custom: { name: 'apply_patch', description: 'Patches', format: { type: 'grammar', grammar } } },
      { type: 'function', function: { name: 'get_time', description: 'Tells', parameters: get_time } },
    ],
    tool_choice: { type: 'custom', custom: { name: 'apply_patch' } },
  },
  openai_responses: {
    tools: [
      { type: 'custom', name: 'apply_patch', description: 'Patches', format: { type: 'grammar', ...grammar } },
      { type: 'function', name: 'get_time', description: 'Tells', parameters: get_time, strict: false },
    ],
    tool_choice: { type: 'custom', name: 'apply_patch' },
  },
};
const kDialects = Object.keys(kWords);
const resultsOf = (dialect, calls) => ({
  role: 'results',
  list: calls,
  ...(dialect === 'openai_responses' ? { outputs: calls.map(({ id, text, free }) => ({ type: free ? 'custom_tool_call_output' : 'function_call_output', call_id: id, output: text })) } : {}),
});

describe('tools of free text', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    await scene.provider('openai', { options: { api: { '*': 'chat' } } }, 'chatonly');
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const rounds = [
    ...pairs(kDialects).filter(({ dialect, provider }) => dialect !== 'openai_chat' || provider !== 'compatible'), // its own bytes: such a server has no custom tools
    { dialect: 'openai_responses', provider: 'openai', model: 'chatonly/gpt-5.1', name: 'openai_responses → openai by Chat Completions' },
    { dialect: 'openai_chat', provider: 'openai', model: 'openai/gpt-6.1-sol', name: 'openai_chat → openai by Responses' },
  ];
  for (const { dialect, provider, model = undefined, name } of rounds) {
    for (const stream of [false, true]) {
      it(`${name}${stream ? ', streamed' : ''}: called with free text, beside a function, and answered`, async () => {
        const caller = scene.callers[dialect];
        const fake = scene.fakes[provider];
        const { tools } = kWords[dialect];
        const ask = (turns) => caller.ask({ model: model ?? scene.model(provider), turns, more: { tools } }, { stream });
        fake.next({ blocks: [{ call: 'apply_patch', id: 'call_1', args: { input: patch } }, { call: 'get_time', id: 'call_2', args: { city: 'Łódź' } }, { call: 'apply_patch', id: 'call_3', args: { input: '' } }] });
        const turns = [user('Patch it.')];
        const first = await ask(turns);
        assert.deepEqual(first.free.map(({ name: tool, input }) => [tool, input]), [['apply_patch', patch], ['apply_patch', '']]);
        assert.deepEqual(first.calls.map(({ name: tool, args }) => [tool, args]), [['get_time', { city: 'Łódź' }]]);
        const given = [{ ...first.free[0], text: 'patched', free: true }, { ...first.calls[0], text: 'noon' }, { ...first.free[1], text: 'nothing', free: true }];
        turns.push(said(first), dialect === 'openai_responses' ? { role: 'assistant', turn: resultsOf(dialect, given).outputs } : results(given), user('And?'));
        const second = await ask(turns);
        assert.equal(second.text, 'Hello from upstream.');
        const sent = fake.last.rawBody;
        for (const words of ['patched', 'noon', 'nothing', JSON.stringify(patch).slice(1, -1)]) {
          assert.ok(sent.includes(words) || sent.includes(JSON.stringify(words).slice(1, -1)), `${words}: ${sent}`);
        }
        assert.match(sent, /start: \/\.\+\//, 'the grammar is told');
        checkReceipt(first.headers.get('x-tollgate-params'), provider, model);
      });
    }
  }

  function checkReceipt(params, provider, model) {
    const native = /^(openai|responses)$/.test(provider);
    if (native || model) assert.doesNotMatch(params ?? '', /tools/, 'carried as they are');
  }

  for (const dialect of kDialects) {
    for (const provider of ['anthropic', 'gemini', 'bedrock']) {
      it(`${dialect} → ${provider}: the receipt tells of the function and of the grammar, the choice finds it`, async () => {
        const { headers } = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Patch.')], more: kWords[dialect] });
        assert.equal(headers.get('x-tollgate-params').replace('max_tokens,', ''), 'dropped=tools[0].format; synthesised=tools[0]');
        assert.match(scene.fakes[provider].last.rawBody, /The input follows this lark grammar/);
      });
    }
  }

  it('carries tools, choice and calls to Chat Completions as they are', async () => {
    const { openai } = scene.fakes;
    openai.next({ blocks: [{ call: 'apply_patch', id: 'call_1', args: { input: patch } }] });
    const ask = (turns) => scene.callers.openai_responses.ask({ model: 'chatonly/gpt-5.1', turns, more: kWords.openai_responses });
    const first = await ask([user('Patch.')]);
    await ask([user('Patch.'), said(first), { role: 'assistant', turn: [{ type: 'custom_tool_call_output', call_id: 'call_1', output: 'done' }] }]);
    const { tools, tool_choice, messages } = openai.last.body;
    assert.deepEqual(tools[0], kWords.openai_chat.tools[0]);
    assert.deepEqual(tool_choice, kWords.openai_chat.tool_choice);
    assert.deepEqual(messages.slice(1), [
      { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'custom', custom: { name: 'apply_patch', input: patch } }] },
      { role: 'tool', tool_call_id: 'call_1', content: 'done' },
    ]);
  });

  it('models before GPT-5 get a function in Chat Completions', async () => {
    scene.fakes.openai.next({ blocks: [{ call: 'apply_patch', id: 'call_1', args: { input: patch } }] });
    const answer = await scene.callers.openai_responses.ask({ model: 'chatonly/gpt-4.1', turns: [user('Patch.')], more: kWords.openai_responses });
    assert.equal(answer.free[0].input, patch);
    assert.equal(scene.fakes.openai.last.body.tools[0].type, 'function');
    assert.deepEqual(scene.fakes.openai.last.body.tool_choice, { type: 'function', function: { name: 'apply_patch' } });
  });
});
