// The SDKs' own helpers, which put streams together and run tools by themselves, over every provider; and the
// simulated provider in every dialect.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { user } from './support/callers.mjs';
import { kChatDialects, kProviders, startMatrix } from './support/matrix.mjs';

const schema = { type: 'object', properties: { at: { type: 'string' } }, required: ['at'], additionalProperties: false };
const calls = { blocks: [{ text: ['Let me', ' look.'] }, { call: 'look', id: 'call_1', args: { at: 'north' } }, { call: 'look', id: 'call_2', args: { at: 'south' } }] };

describe('helpers of the SDKs', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const provider of kProviders) {
    it(`openai → ${provider}: chat.completions.stream`, async () => {
      scene.fakes[provider].next(calls);
      const deltas = [];
      const stream = scene.callers.openai_chat.client.chat.completions.stream({
        model: scene.model(provider), messages: [{ role: 'user', content: 'Hi' }], stream_options: { include_usage: true },
        tools: [{ type: 'function', function: { name: 'look', parameters: schema } }],
      });
      stream.on('content.delta', ({ delta }) => deltas.push(delta));
      const { choices: [{ message, finish_reason }], usage } = await stream.finalChatCompletion();
      assert.deepEqual([deltas.join(''), message.content, finish_reason], ['Let me look.', 'Let me look.', 'tool_calls']);
      assert.deepEqual(message.tool_calls.map((call) => JSON.parse(call.function.arguments)), [{ at: 'north' }, { at: 'south' }]);
      assert.deepEqual([usage.prompt_tokens, usage.completion_tokens], [19, 10]);
    });

    for (const stream of [false, true]) {
      it(`openai → ${provider}: runTools, ${stream ? 'streamed' : 'whole'}`, async () => {
        const looked = [];
        scene.fakes[provider].next(calls, { blocks: [{ text: ['All seen.'] }] });
        const look = ({ at }) => {
          looked.push(at);
          return `seen: ${at}`;
        };
        const runner = scene.callers.openai_chat.client.chat.completions.runTools({
          model: scene.model(provider), messages: [{ role: 'user', content: 'Look.' }], stream,
          tools: [{ type: 'function', function: { name: 'look', description: 'Looks', parameters: schema, parse: JSON.parse, function: look } }],
        });
        assert.equal(await runner.finalContent(), 'All seen.');
        assert.deepEqual(looked, ['north', 'south']);
        for (const at of looked) assert.ok(scene.fakes[provider].last.rawBody.includes(`seen: ${at}`));
      });
    }

    it(`openai → ${provider}: responses.stream`, async () => {
      scene.fakes[provider].next(calls);
      const stream = scene.callers.openai_responses.client.responses.stream({
        model: scene.model(provider), input: 'Hi', tools: [{ type: 'function', name: 'look', parameters: schema, strict: false }],
      });
      const kinds = new Set();
      for await (const { type } of stream) kinds.add(type);
      const final = await stream.finalResponse();
      assert.equal(final.output_text, 'Let me look.');
      assert.deepEqual(final.output.map(({ type }) => type), ['message', 'function_call', 'function_call']);
      for (const kind of ['output_text.delta', 'function_call_arguments.done', 'completed']) assert.ok(kinds.has(`response.${kind}`), kind);
    });

    it(`openai → ${provider}: a parsed answer`, async () => {
      const text = '{"at":"north"}';
      const answer = ({ body }) => ({ blocks: provider === 'bedrock' ? [{ call: body.toolConfig.toolChoice.tool.name, id: 'call_1', args: { at: 'north' } }] : [{ text: [text] }] });
      scene.fakes[provider].next(answer, answer);
      const format = { type: 'json_schema', json_schema: { name: 'place', schema, strict: true } };
      const parsed = await scene.callers.openai_chat.client.chat.completions.parse({ model: scene.model(provider), messages: [{ role: 'user', content: 'Where?' }], response_format: format });
      assert.equal(parsed.choices[0].message.content, text);
      const reply = await scene.callers.openai_responses.client.responses.parse({ model: scene.model(provider), input: 'Where?', text: { format: { type: 'json_schema', name: 'place', schema, strict: true } } });
      assert.equal(reply.output_text, text);
    });

    it(`anthropic → ${provider}: the tool runner`, async () => {
      const looked = [];
      scene.fakes[provider].next(calls, { blocks: [{ text: ['All seen.'] }] });
      const look = {
        type: 'custom', name: 'look', description: 'Looks', input_schema: schema, parse: (input) => input,
        run: ({ at }) => {
          looked.push(at);
          return `seen: ${at}`;
        },
      };
      const message = await scene.callers.anthropic_messages.client.beta.messages.toolRunner({
        model: scene.model(provider), max_tokens: 500, messages: [{ role: 'user', content: 'Look.' }], tools: [look],
      });
      assert.equal(message.content[0].text, 'All seen.');
      assert.deepEqual(looked.sort(), ['north', 'south']);
    });
  }

  for (const dialect of kChatDialects) {
    it(`${dialect} → simulated: text, tools ignored, usage by its rule`, async () => {
      for (const stream of [false, true]) {
        const answer = await scene.callers[dialect].ask({ model: 'simulated/any', system: 'Be brief.', turns: [user('How are you?')] }, { stream });
        assert.equal(answer.text, 'It was: Be brief.\nUser: How are you?');
        assert.match(answer.finish, /^(stop|completed|end_turn)$/);
        assert.deepEqual([answer.counts.input, answer.counts.output], [Math.floor('Be brief.\nUser: How are you?'.length / 4), Math.floor(answer.text.length / 4)]);
      }
    });
  }
});
