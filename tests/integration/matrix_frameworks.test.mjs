// The frameworks most applications are written with, in front of every provider: Vercel's AI SDK through its clients of
// OpenAI's two APIs and of Anthropic's, and LangChain through both of OpenAI's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inJson, newer, place, skip, useMatrix } from './support/ai_sdk.mjs';
import { kModels, kProviders } from './support/matrix.mjs';

const { generateText, Output, stepCountIs, streamText, tool } = await newer('ai');
const { ChatOpenAI } = await newer('@langchain/openai');
const { HumanMessage, SystemMessage, ToolMessage } = await newer('@langchain/core/messages');
const { z } = await newer('zod');

const usage = { input: 100, cacheRead: 40, output: 30, reasoning: 12 };
const twoCalls = {
  blocks: [{ text: ['Let me', ' look.'] }, { call: 'look', id: 'call_1', args: { at: 'north 🐎' } }, { call: 'look', id: 'call_2', args: { at: 'south' } }],
  usage,
};
const allSeen = { blocks: [{ text: ['All', ' seen.'] }], usage };
const placed = inJson(place, { usage });

/** A tool that keeps what it was asked for. */
function looker() {
  const looked = [];
  const look = async ({ at }) => {
    looked.push(at);
    return `seen: ${at}`;
  };
  return { looked, look };
}

describe('frameworks', { skip }, () => {
  const matrix = useMatrix();

  /** The results of both tools went up, in the order of the calls. */
  function expectResults(provider) {
    const { requests, last } = matrix.scene.fakes[provider];
    assert.equal(requests.length, 2);
    const places = ['seen: north 🐎', 'seen: south'].map((text) => last.rawBody.indexOf(text));
    assert.ok(places[0] > 0 && places[0] < places[1], last.rawBody);
  }

  function expectCounts(used, times = 1) {
    assert.deepEqual([used.inputTokens, used.outputTokens, used.totalTokens], [140, 42, 182].map((count) => count * times));
    assert.equal(used.inputTokenDetails.cacheReadTokens, 40 * times);
  }

  for (const [client, of] of Object.entries(matrix.clients)) {
    for (const provider of kProviders) {
      const base = () => ({ model: of(matrix.scene.model(provider)), maxRetries: 0 });
      // Under a name it does not know, the client writes the old word for it, which newer models refuse.
      const cap = client.endsWith('chat') ? { providerOptions: { openai: { maxCompletionTokens: 500 } } } : { maxOutputTokens: 500 };

      it(`${client} → ${provider}: generateText`, async () => {
        const picks = provider === 'responses'; // a model that reasons takes no temperature
        matrix.scene.fakes[provider].next({ blocks: [{ text: ['Hel', 'lo ☀'] }], usage });
        const answer = await generateText({ ...base(), system: 'Be brief.', prompt: 'Grüße an 北京 🐎', ...(picks ? {} : { temperature: 0.5 }), ...cap });
        assert.deepEqual([answer.text, answer.finishReason, answer.warnings], ['Hello ☀', 'stop', []]);
        expectCounts(answer.usage);
        assert.equal(answer.response.headers['x-tollgate-provider'], provider);
        const sent = JSON.stringify(matrix.scene.fakes[provider].last.body);
        for (const part of ['Be brief.', '北京 🐎', picks ? '' : '"temperature":0.5', ':500']) assert.ok(sent.includes(part), `${part}: ${sent}`);
      });

      it(`${client} → ${provider}: streamText`, async () => {
        matrix.scene.fakes[provider].next({ blocks: [{ text: ['Hel', 'lo ☀'] }], usage });
        const kinds = [];
        const answer = streamText({ ...base(), prompt: 'Hi' });
        for await (const part of answer.fullStream) {
          if (part.type === 'error') throw part.error;
          if (part.type !== kinds.at(-1)) kinds.push(part.type);
        }
        assert.deepEqual(kinds, ['start', 'start-step', 'text-start', 'text-delta', 'text-end', 'finish-step', 'finish']);
        assert.deepEqual([await answer.text, await answer.finishReason], ['Hello ☀', 'stop']);
        expectCounts(await answer.usage);
      });

      it(`${client} → ${provider}: generateText runs two tools`, async () => {
        matrix.scene.fakes[provider].next(twoCalls, allSeen);
        const { looked, look } = looker();
        const tools = { look: tool({ description: 'Looks', inputSchema: z.object({ at: z.string() }), execute: look }) };
        const answer = await generateText({ ...base(), prompt: 'Look.', tools, stopWhen: stepCountIs(3) });
        assert.deepEqual([looked, answer.text, answer.steps.length], [['north 🐎', 'south'], 'All seen.', 2]);
        assert.deepEqual([answer.steps[0].text, answer.steps[0].finishReason], ['Let me look.', 'tool-calls']);
        expectCounts(answer.totalUsage, 2);
        expectResults(provider);
      });

      it(`${client} → ${provider}: streamText runs two tools`, async () => {
        matrix.scene.fakes[provider].next(twoCalls, allSeen);
        const { looked, look } = looker();
        const tools = { look: tool({ description: 'Looks', inputSchema: z.object({ at: z.string() }), execute: look }) };
        const answer = streamText({ ...base(), prompt: 'Look.', tools, stopWhen: stepCountIs(3) });
        for await (const part of answer.fullStream) if (part.type === 'error' || part.type === 'tool-error') throw part.error;
        assert.deepEqual([looked, await answer.text, (await answer.steps).length], [['north 🐎', 'south'], 'All seen.', 2]);
        expectCounts(await answer.totalUsage, 2);
        expectResults(provider);
      });

      for (const stream of [false, true]) {
        it(`${client} → ${provider}: an object of a schema, ${stream ? 'streamed' : 'whole'}`, async () => {
          matrix.scene.fakes[provider].next(placed);
          const output = Output.object({ schema: z.object({ at: z.string(), days: z.number() }) });
          const answer = (stream ? streamText : generateText)({ ...base(), prompt: 'Where?', output });
          assert.deepEqual(await (stream ? answer.output : (await answer).output), place);
          const { rawBody } = matrix.scene.fakes[provider].last;
          for (const part of ['"at"', '"days"', '"required"']) assert.ok(rawBody.includes(part), `${part}: ${rawBody}`);
        });
      }
    }
  }

  const thinking = {
    '@ai-sdk/openai responses': { openai: { forceReasoning: true, reasoningEffort: 'low', reasoningSummary: 'auto', store: false, include: ['reasoning.encrypted_content'] } },
    '@ai-sdk/anthropic': { anthropic: { thinking: { type: 'enabled', budgetTokens: 2000 } } },
  };
  for (const [client, providerOptions] of Object.entries(thinking)) {
    for (const provider of ['anthropic', 'gemini', 'bedrock']) {
      for (const stream of [false, true]) {
        it(`${client} → ${provider}: a signed thought goes round with a tool, ${stream ? 'streamed' : 'whole'}`, async () => {
          const signature = 'EqQBCkYIBRgCKkD/+signed/by+upstream0123456789abcdefghijklmnopqrstuvwxyz==';
          matrix.scene.fakes[provider].next({ blocks: [{ thinking: 'Where to? 🐎', signature }, { call: 'look', id: 'call_1', args: { at: 'north' } }] }, allSeen);
          const { looked, look } = looker();
          const tools = { look: tool({ description: 'Looks', inputSchema: z.object({ at: z.string() }), execute: look }) };
          const running = (stream ? streamText : generateText)({
            model: matrix.clients[client](matrix.scene.model(provider)), maxRetries: 0, prompt: 'Look.', tools, stopWhen: stepCountIs(3), providerOptions,
          });
          if (stream) for await (const part of running.fullStream) if (part.type === 'error' || part.type === 'tool-error') throw part.error;
          const answer = await running;
          const [first] = await answer.steps;
          assert.deepEqual([first.reasoningText, looked, await answer.text], ['Where to? 🐎', ['north'], 'All seen.']);
          assert.ok(matrix.scene.fakes[provider].last.rawBody.includes(signature), matrix.scene.fakes[provider].last.rawBody);
        });
      }
    }
  }

  for (const useResponsesApi of [false, true]) {
    const client = `LangChain ${useResponsesApi ? 'responses' : 'chat'}`;
    const chat = (provider) =>
      new ChatOpenAI({ model: matrix.scene.model(provider), apiKey: matrix.scene.secret, maxRetries: 0, useResponsesApi, configuration: { baseURL: `${matrix.scene.gateway.url}/v1` } });
    const schema = () => z.object({ at: z.string() });
    const counts = ({ input_tokens, output_tokens, total_tokens, input_token_details }) => [input_tokens, output_tokens, total_tokens, input_token_details.cache_read];

    for (const provider of kProviders) {
      it(`${client} → ${provider}: invoke`, async () => {
        matrix.scene.fakes[provider].next({ blocks: [{ text: ['Hel', 'lo ☀'] }], usage });
        const answer = await chat(provider).invoke([new SystemMessage('Be brief.'), new HumanMessage('Grüße an 北京 🐎')]);
        assert.equal(answer.text, 'Hello ☀');
        assert.deepEqual(counts(answer.usage_metadata), [140, 42, 182, 40]);
        assert.ok(answer.response_metadata.model_name.includes(kModels[provider]), answer.response_metadata.model_name);
        const { rawBody } = matrix.scene.fakes[provider].last;
        for (const part of ['Be brief.', '北京 🐎']) assert.ok(rawBody.includes(part), `${part}: ${rawBody}`);
      });

      it(`${client} → ${provider}: stream`, async () => {
        matrix.scene.fakes[provider].next({ blocks: [{ text: ['Hel', 'lo ☀'] }], usage });
        let whole;
        for await (const chunk of await chat(provider).stream('Hi')) whole = whole ? whole.concat(chunk) : chunk;
        assert.equal(whole.text, 'Hello ☀');
        assert.deepEqual(counts(whole.usage_metadata), [140, 42, 182, 40]);
      });

      for (const stream of [false, true]) {
        it(`${client} → ${provider}: bindTools, two calls and their results, ${stream ? 'streamed' : 'whole'}`, async () => {
          matrix.scene.fakes[provider].next(twoCalls, allSeen);
          const model = chat(provider).bindTools([{ type: 'function', function: { name: 'look', description: 'Looks', parameters: z.toJSONSchema(schema()) } }]);
          const ask = async (turns) => {
            if (!stream) return model.invoke(turns);
            let whole;
            for await (const chunk of await model.stream(turns)) whole = whole ? whole.concat(chunk) : chunk;
            return whole;
          };
          const turns = [new HumanMessage('Look.')];
          const first = await ask(turns);
          assert.deepEqual(first.tool_calls.map(({ name, args }) => [name, args]), twoCalls.blocks.slice(1).map(({ call, args }) => [call, args]));
          assert.equal(first.text, 'Let me look.');
          const { look } = looker();
          turns.push(first);
          for (const { id, args } of first.tool_calls) turns.push(new ToolMessage({ content: await look(args), tool_call_id: id }));
          assert.equal((await ask(turns)).text, 'All seen.');
          expectResults(provider);
        });
      }

      it(`${client} → ${provider}: withStructuredOutput`, async () => {
        matrix.scene.fakes[provider].next(placed);
        const model = chat(provider).withStructuredOutput(z.object({ at: z.string(), days: z.number() }), { name: 'place', method: 'jsonSchema', strict: true });
        assert.deepEqual(await model.invoke('Where?'), place);
      });
    }
  }
});
