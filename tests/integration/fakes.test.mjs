// The fakes against the official clients of the APIs they stand for: what those send is taken, what those read is
// understood, and what the real APIs refuse is refused.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI, { AzureOpenAI } from 'openai';
import { kAnthropicKey, FakeAnthropic } from './support/upstreams/anthropic.mjs';
import { FakeBedrock, kAwsKeys } from './support/upstreams/bedrock.mjs';
import { FakeGemini, kGeminiKey } from './support/upstreams/gemini.mjs';
import { FakeAzure, FakeOpenAi, kAzureKey, kOpenAiKey, kVector } from './support/upstreams/openai.mjs';

// AWS's and Google's clients want a newer Node than everything else here.
const kNewEnough = Number(process.versions.node.split('.')[0]) >= 20;
const skip = kNewEnough ? false : 'the clients of AWS and Google need Node 20';
const { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, CountTokensCommand } =
  kNewEnough ? await import('@aws-sdk/client-bedrock-runtime') : {};
const { NodeHttpHandler } = kNewEnough ? await import('@smithy/node-http-handler') : {};
const { GoogleGenAI } = kNewEnough ? await import('@google/genai') : {};

const step = {
  blocks: [{ thinking: 'Hm, well.', signature: 'c2lnbmVk' }, { text: ['Let me', ' look.'] }, { call: 'look', id: 'call_1', args: { at: 'north 🐎' } }],
  usage: { input: 10, cacheRead: 4, cacheWrite: 2, output: 6, reasoning: 3 },
};
const schema = { type: 'object', properties: { at: { type: 'string' } } };

describe('the fake', { skip }, () => {
  const fakes = {
    openai: new FakeOpenAi(), azure: new FakeAzure({ deployments: { 'gpt-5.1': 'my-gpt' }, apiVersion: '2024-10-21' }),
    anthropic: new FakeAnthropic(), gemini: new FakeGemini(), bedrock: new FakeBedrock(),
  };
  const clients = {};
  const bedrock = (credentials, region) =>
    new BedrockRuntimeClient({ region, credentials, endpoint: fakes.bedrock.origin, maxAttempts: 1, requestHandler: new NodeHttpHandler() });
  before(async () => {
    for (const fake of Object.values(fakes)) await fake.start();
    fakes.anthropic.bearer = true;
    const { region, service, ...credentials } = kAwsKeys;
    clients.openai = new OpenAI({ apiKey: kOpenAiKey, baseURL: fakes.openai.baseUrl, maxRetries: 0 });
    clients.azure = new AzureOpenAI({ apiKey: kAzureKey, endpoint: fakes.azure.origin, apiVersion: '2024-10-21', deployment: 'my-gpt', maxRetries: 0 });
    clients.anthropic = new Anthropic({ apiKey: kAnthropicKey, authToken: null, baseURL: fakes.anthropic.origin, maxRetries: 0 });
    clients.gemini = new GoogleGenAI({ apiKey: kGeminiKey, httpOptions: { baseUrl: fakes.gemini.origin, apiVersion: 'v1beta' } });
    clients.bedrock = bedrock(credentials, region);
  });
  beforeEach(() => Object.values(fakes).forEach((fake) => fake.reset()));
  after(async () => {
    clients.bedrock.destroy();
    for (const fake of Object.values(fakes)) await fake.close();
  });

  for (const name of ['openai', 'azure']) {
    it(`${name} answers chats`, async () => {
      const body = { model: 'my-gpt', messages: [{ role: 'user', content: 'Hi' }], tools: [{ type: 'function', function: { name: 'look', parameters: schema } }] };
      fakes[name].next(step, step);
      const whole = await clients[name].chat.completions.create(body);
      const streamed = await clients[name].chat.completions.stream({ ...body, stream_options: { include_usage: true } }).finalChatCompletion();
      for (const { choices: [{ message, finish_reason }], usage } of [whole, streamed]) {
        assert.deepEqual([message.content, finish_reason, usage.prompt_tokens, usage.completion_tokens], ['Let me look.', 'tool_calls', 16, 9]);
        assert.deepEqual(JSON.parse(message.tool_calls[0].function.arguments), { at: 'north 🐎' });
      }
      fakes[name].expectClean();
    });
  }

  it('openai answers responses, embeddings and completions', async () => {
    const body = { model: 'gpt-5.1', input: 'Hi', tools: [{ type: 'function', name: 'look', parameters: schema, strict: false }] };
    fakes.openai.next(step, step);
    const whole = await clients.openai.responses.create(body);
    const streamed = await clients.openai.responses.stream(body).finalResponse();
    for (const reply of [whole, streamed]) {
      assert.deepEqual(reply.output.map(({ type }) => type), ['reasoning', 'message', 'function_call']);
      assert.equal(reply.output_text, 'Let me look.');
    }
    const { data } = await clients.openai.embeddings.create({ model: 'e', input: ['a', 'b'] });
    assert.deepEqual(data.map(({ embedding }) => [...embedding]), [kVector, kVector]);
    assert.equal((await clients.openai.completions.create({ model: 'i', prompt: 'Hi' })).choices[0].text, 'Hello from upstream.');
    fakes.openai.expectClean();
    await assert.rejects(clients.openai.completions.create({ model: 'gpt-4o', prompt: 'Hi' }), { status: 404, message: /This is a chat model/ });
    assert.equal(fakes.openai.violations.length, 1);
    fakes.openai.reset();
  });

  it('openai keeps reasoning at the caller, and Azure does at an address of its own', async () => {
    const azure = new OpenAI({ apiKey: 'none', baseURL: `${fakes.azure.origin}/openai/v1`, defaultHeaders: { authorization: null, 'api-key': kAzureKey }, maxRetries: 0 });
    for (const [fake, client, model] of [[fakes.openai, clients.openai, 'gpt-6.1-sol'], [fakes.azure, azure, 'my-gpt']]) {
      const body = {
        model, input: [{ role: 'user', content: 'Hi' }], store: false, include: ['reasoning.encrypted_content'], reasoning: { effort: 'low' },
        tools: [{ type: 'function', name: 'look', parameters: schema, strict: false }, { type: 'custom', name: 'patch' }],
      };
      fake.next({ blocks: [step.blocks[0], step.blocks[2], { call: 'patch', id: 'call_2', args: { input: 'a' } }] });
      const first = await client.responses.stream(body).finalResponse();
      const [thought, call, patch] = first.output;
      assert.deepEqual([thought.summary, thought.encrypted_content, call.name, patch.input], [[], 'c2lnbmVk', 'look', 'a']);
      const { id, ...anonymous } = thought; // what is not kept has no name
      delete call.parsed_arguments; // of the client
      const outputs = [{ type: 'function_call_output', call_id: call.call_id, output: 'x' }, { type: 'custom_tool_call_output', call_id: patch.call_id, output: 'y' }];
      await client.responses.create({ ...body, input: [...body.input, anonymous, call, patch, ...outputs] });
      fake.expectClean();
    }
  });

  it('anthropic answers messages, whole and streamed, and counts', async () => {
    const body = {
      model: 'claude-sonnet-4-5', max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 2000 },
      messages: [{ role: 'user', content: 'Hi' }], tools: [{ name: 'look', input_schema: schema }],
    };
    fakes.anthropic.next(step, step);
    const whole = await clients.anthropic.messages.create(body);
    const streamed = await clients.anthropic.messages.stream(body).finalMessage();
    for (const { content, stop_reason, usage } of [whole, streamed]) {
      assert.deepEqual(content.map(({ type }) => type), ['thinking', 'text', 'tool_use']);
      assert.deepEqual([content[0].signature, content[2].input, stop_reason, usage.output_tokens], ['c2lnbmVk', { at: 'north 🐎' }, 'tool_use', 9]);
    }
    const { max_tokens, ...rest } = body;
    assert.equal((await clients.anthropic.messages.countTokens(rest)).input_tokens, 19);
    fakes.anthropic.expectClean();
  });

  it('gemini answers, whole and streamed, counts and embeds', async () => {
    const config = { tools: [{ functionDeclarations: [{ name: 'look', description: 'Looks', parametersJsonSchema: schema }] }], systemInstruction: 'Be brief.', temperature: 0.5 };
    const request = { model: 'gemini-2.5-flash', contents: 'Hi', config };
    fakes.gemini.next(step, step);
    const whole = await clients.gemini.models.generateContent(request);
    assert.deepEqual([whole.text, whole.functionCalls[0].args, whole.usageMetadata.promptTokenCount], ['Let me look.', { at: 'north 🐎' }, 16]);
    let text = '';
    let last;
    for await (const chunk of await clients.gemini.models.generateContentStream(request)) {
      text += chunk.candidates[0].content.parts.filter((part) => part.text && !part.thought).map((part) => part.text).join('');
      last = chunk;
    }
    assert.deepEqual([text, last.candidates[0].finishReason, last.usageMetadata.thoughtsTokenCount], ['Let me look.', 'STOP', 3]);
    assert.equal((await clients.gemini.models.countTokens({ model: 'gemini-2.5-flash', contents: 'Hi' })).totalTokens, 19);
    const { embeddings } = await clients.gemini.models.embedContent({ model: 'gemini-embedding-001', contents: ['a', 'b'] });
    assert.deepEqual(embeddings.map(({ values }) => values), [kVector, kVector]);
    fakes.gemini.expectClean();
  });

  it('bedrock answers, whole and streamed, and counts', async () => {
    const input = {
      modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [{ role: 'user', content: [{ text: 'Hi' }] }], inferenceConfig: { maxTokens: 4000 },
      toolConfig: { tools: [{ toolSpec: { name: 'look', inputSchema: { json: schema } } }] },
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } },
    };
    fakes.bedrock.next(step, step);
    const whole = await clients.bedrock.send(new ConverseCommand(input));
    const [thought, text, call] = whole.output.message.content;
    assert.deepEqual([thought.reasoningContent.reasoningText.signature, text.text, call.toolUse.input, whole.stopReason], ['c2lnbmVk', 'Let me look.', { at: 'north 🐎' }, 'tool_use']);
    const { stream } = await clients.bedrock.send(new ConverseStreamCommand(input));
    const events = [];
    for await (const event of stream) events.push(event);
    const deltas = events.flatMap(({ contentBlockDelta }) => (contentBlockDelta ? [contentBlockDelta.delta] : []));
    assert.equal(deltas.map((delta) => delta.text ?? '').join(''), 'Let me look.');
    assert.deepEqual(JSON.parse(deltas.map((delta) => delta.toolUse?.input ?? '').join('')), { at: 'north 🐎' });
    assert.equal(events.at(-1).metadata.usage.outputTokens, 9);
    const { messages, toolConfig, additionalModelRequestFields } = input;
    const count = new CountTokensCommand({ modelId: input.modelId, input: { converse: { messages, toolConfig, additionalModelRequestFields } } });
    assert.equal((await clients.bedrock.send(count)).inputTokens, 19);
    fakes.bedrock.next({ errorAfter: 2 }, { status: 429 });
    const broken = await clients.bedrock.send(new ConverseStreamCommand(input));
    await assert.rejects(async () => {
      for await (const event of broken.stream) assert.ok(event);
    }, { name: 'ModelStreamErrorException' });
    await assert.rejects(clients.bedrock.send(new ConverseCommand(input)), { name: 'ThrottlingException' });
    fakes.bedrock.expectClean();
  });

  it('bedrock checks the signature', async () => {
    const { region, service, ...credentials } = kAwsKeys;
    const input = { modelId: 'amazon.nova-pro-v1:0', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] };
    for (const wrong of [{ secretAccessKey: 'another' }, { sessionToken: undefined }, { accessKeyId: 'AKIDOTHER' }]) {
      const client = bedrock({ ...credentials, ...wrong }, region);
      await assert.rejects(client.send(new ConverseCommand(input)), (error) => error.$metadata.httpStatusCode === 403);
      client.destroy();
    }
    assert.equal(fakes.bedrock.violations.length, 3);
  });

  const kRefused = {
    'anthropic: two turns of one side': ['anthropic', { messages: [{ role: 'user', content: 'a' }, { role: 'user', content: 'b' }] }],
    'anthropic: an assistant first': ['anthropic', { messages: [{ role: 'assistant', content: 'a' }, { role: 'user', content: 'b' }] }],
    'anthropic: no max_tokens': ['anthropic', { max_tokens: undefined }],
    'anthropic: an unknown field': ['anthropic', { seed: 5 }],
    'anthropic: an orphan result': ['anthropic', { messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'x', content: 'y' }] }] }],
    'anthropic: a forged signature': ['anthropic', { messages: [{ role: 'user', content: 'a' }, { role: 'assistant', content: [{ type: 'thinking', thinking: 'x', signature: 'forged' }] }, { role: 'user', content: 'b' }] }],
    'anthropic: too warm': ['anthropic', { temperature: 1.5 }],
    'anthropic: an empty text': ['anthropic', { messages: [{ role: 'user', content: [{ type: 'text', text: ' ' }] }] }],
    'openai: a result nobody asked for': ['openai', { messages: [{ role: 'user', content: 'a' }, { role: 'tool', tool_call_id: 'x', content: 'y' }] }],
    'openai: calls without results': ['openai', { messages: [{ role: 'user', content: 'a' }, { role: 'assistant', tool_calls: [{ id: 'x', type: 'function', function: { name: 'f', arguments: '{}' } }] }, { role: 'user', content: 'b' }] }],
    'openai: an unknown field': ['openai', { top_k: 5 }],
    'openai: functions next to reasoning': ['openai', { model: 'gpt-6.1-sol', tools: [{ type: 'function', function: { name: 'f' } }] }],
    'openai: a model that is served elsewhere': ['openai', { model: 'gpt-5-pro' }],
    'responses: messages': ['responses', { messages: [{ role: 'user', content: 'a' }] }],
    'responses: stop': ['responses', { stop: ['x'] }],
    'responses: seed': ['responses', { seed: 5 }],
    'responses: n': ['responses', { n: 2 }],
    "responses: chat's way to name tools": ['responses', { tools: [{ type: 'function', function: { name: 'f' } }] }],
    "responses: chat's way to ask for JSON": ['responses', { response_format: { type: 'json_object' } }],
    'responses: a result nobody asked for': ['responses', { input: [{ type: 'function_call_output', call_id: 'x', output: 'y' }] }],
    'responses: a call without a result': ['responses', { input: [{ type: 'function_call', call_id: 'x', name: 'f', arguments: '{}' }] }],
    'responses: a thought that nothing follows': ['responses', { input: [{ type: 'reasoning', id: 'rs_1', summary: [] }, { role: 'user', content: 'a' }] }],
    'responses: a thought of somebody else': ['responses', { input: [{ type: 'reasoning', summary: [], encrypted_content: 'forged' }, { role: 'assistant', content: 'a' }] }],
    'responses: a temperature for who reasons': ['responses', { temperature: 0.5 }],
    'responses: no thinking where there always is some': ['responses', { model: 'gpt-6.1-sol', reasoning: { effort: 'none' } }],
    'responses: encrypted reasoning of who does not reason': ['responses', { model: 'gpt-4o', include: ['reasoning.encrypted_content'] }],
    'responses: too few tokens': ['responses', { max_output_tokens: 5 }],
    'gemini: two turns of one side': ['gemini', { contents: [{ role: 'user', parts: [{ text: 'a' }] }, { role: 'user', parts: [{ text: 'b' }] }] }],
    'gemini: a call without a response': ['gemini', { contents: [{ role: 'user', parts: [{ text: 'a' }] }, { role: 'model', parts: [{ functionCall: { name: 'f', args: {} } }] }, { role: 'user', parts: [{ text: 'b' }] }] }],
    'gemini: an unknown field': ['gemini', { generationConfig: { max_tokens: 5 } }],
    'gemini: a role of another API': ['gemini', { contents: [{ role: 'assistant', parts: [{ text: 'a' }] }] }],
  };
  for (const [what, [name, fields]] of Object.entries(kRefused)) {
    it(`refuses as the real API does: ${what}`, async () => {
      const plain = {
        anthropic: ['/v1/messages', { authorization: `Bearer ${kAnthropicKey}`, 'anthropic-version': '2023-06-01' }, { model: 'claude-sonnet-4-5', max_tokens: 5, messages: [{ role: 'user', content: 'a' }] }],
        openai: ['/v1/chat/completions', { authorization: `Bearer ${kOpenAiKey}` }, { model: 'gpt-5.1', messages: [{ role: 'user', content: 'a' }] }],
        responses: ['/v1/responses', { authorization: `Bearer ${kOpenAiKey}` }, { model: 'gpt-5.6-sol', input: 'a' }],
        gemini: ['/v1beta/models/gemini-2.5-flash:generateContent', { 'x-goog-api-key': kGeminiKey }, { contents: [{ role: 'user', parts: [{ text: 'a' }] }] }],
      };
      const [path, headers, body] = plain[name];
      const fake = fakes[name === 'responses' ? 'openai' : name];
      const send = (value) => fetch(fake.origin + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) });
      assert.equal((await send(body)).status, 200);
      assert.equal((await send({ ...body, ...fields })).status, 400);
      assert.equal(fake.violations.length, 1);
    });
  }
});
