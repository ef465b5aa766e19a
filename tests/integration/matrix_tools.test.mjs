// Tools over every pair: two calls at once, both results back, the answer; and what makes a model call.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { results, said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

const schema = { type: 'object', properties: { city: { type: 'string', description: 'Its name' }, days: { type: 'integer' } }, required: ['city'] };
const tools = [
  { name: 'get_weather', description: 'The weather of a city', schema },
  { name: 'get_time', description: 'The time of a city', schema },
];
const args = [{ city: 'Zürich 🐎', days: 3 }, { city: 'Łódź "x"\n' }];
const twoCalls = {
  blocks: [
    { text: ['Let me', ' look.'] },
    { call: 'get_weather', id: 'call_A1', args: args[0] },
    { call: 'get_time', id: 'call_B2', args: args[1] },
  ],
};
const kToolFinish = { openai_chat: 'tool_calls', openai_responses: 'completed', anthropic_messages: 'tool_use' };

describe('tools', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const { dialect, provider, name } of pairs()) {
    for (const stream of [false, true]) {
      it(`${name}: two calls, two results, an answer, ${stream ? 'streamed' : 'whole'}`, async () => {
        const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), system: 'Use tools.', turns, tools }, { stream });
        scene.fakes[provider].next(twoCalls, { blocks: [{ text: ['Fine.'] }] });
        const question = user('How is it there?');
        const first = await ask([question]);
        assert.deepEqual(first.calls.map((call) => [call.name, call.args]), [['get_weather', args[0]], ['get_time', args[1]]]);
        assert.equal(new Set(first.calls.map(({ id }) => id)).size, 2);
        assert.equal(first.text, 'Let me look.');
        assert.equal(first.finish, kToolFinish[dialect]);
        const answers = results(first.calls.map(({ id }, index) => ({ id, text: `result ${index} ☀` })));
        const last = await ask([question, said(first), answers]);
        assert.equal(last.text, 'Fine.');
        const sent = scene.fakes[provider].last.rawBody;
        for (const part of ['Let me look.', 'result 0 ☀', 'result 1 ☀', 'Zürich 🐎', 'get_time']) assert.ok(sent.includes(part), `${part}: ${sent}`);
        assert.ok(sent.indexOf('result 0') < sent.indexOf('result 1'));
      });
    }

    it(`${name}: results in another order, then words of the user`, async () => {
      const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), turns, tools });
      scene.fakes[provider].next(twoCalls);
      const first = await ask([user('Hi')]);
      const answers = first.calls.map(({ id, name: tool }) => ({ id, text: `of ${tool}` })).reverse();
      await ask([user('Hi'), said(first), results(answers), user('And be quick.')]);
      const sent = scene.fakes[provider].last.rawBody;
      assert.ok(sent.indexOf('And be quick.') > Math.max(sent.indexOf('of get_time'), sent.indexOf('of get_weather')), sent);
    });

    it(`${name}: a call without arguments, of a tool without parameters`, async () => {
      const bare = [{ name: 'ping', description: 'Says pong', schema: { type: 'object', properties: {} } }];
      const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), turns, tools: bare }, { stream: true });
      scene.fakes[provider].next({ blocks: [{ call: 'ping', id: 'call_P', args: {} }] });
      const first = await ask([user('Ping?')]);
      assert.deepEqual(first.calls.map(({ name: tool, args: given }) => [tool, given]), [['ping', {}]]);
      const last = await ask([user('Ping?'), said(first), results([{ id: first.calls[0].id, text: '' }])]);
      assert.equal(last.text, 'Hello from upstream.');
    });
  }

  const kChoices = {
    chat: {
      auto: (body) => body.tool_choice === 'auto',
      none: (body) => body.tool_choice === 'none',
      required: (body) => body.tool_choice === 'required',
      get_time: (body) => body.tool_choice.function?.name === 'get_time' || body.tool_choice.name === 'get_time',
    },
    anthropic: {
      auto: (body) => body.tool_choice.type === 'auto',
      none: (body) => body.tool_choice.type === 'none',
      required: (body) => body.tool_choice.type === 'any',
      get_time: (body) => body.tool_choice.type === 'tool' && body.tool_choice.name === 'get_time',
    },
    gemini: {
      auto: ({ toolConfig }) => toolConfig.functionCallingConfig.mode === 'AUTO',
      none: ({ toolConfig }) => toolConfig.functionCallingConfig.mode === 'NONE',
      required: ({ toolConfig }) => toolConfig.functionCallingConfig.mode === 'ANY',
      get_time: ({ toolConfig: { functionCallingConfig: { mode, allowedFunctionNames } } }) => mode === 'ANY' && allowedFunctionNames.join() === 'get_time',
    },
    bedrock: {
      auto: ({ toolConfig }) => toolConfig.toolChoice.auto,
      none: ({ toolConfig }) => toolConfig === undefined,
      required: ({ toolConfig }) => toolConfig.toolChoice.any,
      get_time: ({ toolConfig }) => toolConfig.toolChoice.tool.name === 'get_time',
    },
  };

  for (const { dialect, provider, name } of pairs()) {
    it(`${name}: what the caller chooses is what is asked for`, async () => {
      for (const [choice, holds] of Object.entries(kChoices[provider] ?? kChoices.chat)) {
        await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi')], tools, choice });
        assert.ok(holds(scene.fakes[provider].last.body), `${choice}: ${scene.fakes[provider].last.rawBody}`);
      }
    });
  }

  for (const { dialect, provider, name } of pairs(['anthropic_messages'])) {
    it(`${name}: a failed tool, and a picture in a result`, async () => {
      const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), turns, tools });
      scene.fakes[provider].next(twoCalls);
      const first = await ask([user('Hi')]);
      const [a, b] = first.calls;
      const picture = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } };
      await ask([
        user('Hi'),
        said(first),
        results([{ id: a.id, text: 'no such city', error: true }, { id: b.id, text: [{ type: 'text', text: 'a clock:' }, picture] }]),
      ]);
      const sent = scene.fakes[provider].last.rawBody;
      for (const part of ['no such city', 'a clock:', 'iVBORw0KGgo=']) assert.ok(sent.includes(part), `${part}: ${sent}`);
      const failed = { anthropic: '"is_error":true', bedrock: '"status":"error"', gemini: '"error"' }[provider] ?? 'rror';
      assert.ok(sent.includes(failed), sent);
    });
  }
});
