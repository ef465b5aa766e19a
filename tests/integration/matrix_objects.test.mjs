// Objects of a schema, files and plain completions through Vercel's AI SDK, in front of every provider.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { kProviders, startMatrix } from './support/matrix.mjs';

// As everything of ai and its clients.
const kNewEnough = Number(process.versions.node.split('.')[0]) >= 20;
const skip = kNewEnough ? false : 'the AI SDK needs Node 20';
const { generateObject, generateText, streamObject, streamText } = kNewEnough ? await import('ai') : {};
const { createOpenAI } = kNewEnough ? await import('@ai-sdk/openai') : {};
const { createAnthropic } = kNewEnough ? await import('@ai-sdk/anthropic') : {};
const { z } = kNewEnough ? await import('zod') : {};

const place = { at: 'Łódź', days: 3 };
const pdf = Buffer.from('%PDF-1.4 tiny');
const png = Buffer.from('iVBORw0KGgo=', 'base64');

/** The model's answer in JSON: as text, or as the call of a tool where that is how it was asked for. */
const inJson = (value) => ({ body, rawBody }) => {
  const forced = body.toolConfig?.toolChoice?.tool?.name ?? (rawBody.includes('"name":"json"') ? 'json' : null);
  return { blocks: [forced ? { call: forced, id: 'call_J', args: value } : { text: [JSON.stringify(value)] }] };
};

describe('objects and files', { skip }, () => {
  let scene;
  before(async () => {
    globalThis.AI_SDK_LOG_WARNINGS = false;
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const openai = () => createOpenAI({ apiKey: scene.secret, baseURL: `${scene.gateway.url}/v1` });
  const kClients = {
    '@ai-sdk/openai chat': (model) => openai().chat(model),
    '@ai-sdk/openai responses': (model) => openai().responses(model),
    '@ai-sdk/anthropic': (model) => createAnthropic({ apiKey: scene.secret, baseURL: `${scene.gateway.url}/v1` })(model),
  };
  const maxRetries = 0;

  for (const [name, client] of Object.entries(kClients)) {
    for (const provider of kProviders) {
      it(`${name} → ${provider}: objects, lists of them, and JSON without a schema`, async () => {
        const schema = z.object({ at: z.string(), days: z.number() });
        const model = client(scene.model(provider));
        scene.fakes[provider].next(inJson(place), inJson(place), inJson({ elements: [place, place] }), inJson(place));
        assert.deepEqual((await generateObject({ model, schema, prompt: 'Where?', maxRetries })).object, place);
        const stream = streamObject({ model, schema, prompt: 'Where?', maxRetries });
        let parts = 0;
        for await (const part of stream.partialObjectStream) parts += part ? 1 : 0;
        assert.ok(parts > 0);
        assert.deepEqual(await stream.object, place);
        assert.deepEqual((await generateObject({ model, output: 'array', schema, prompt: 'Where?', maxRetries })).object, [place, place]);
        assert.deepEqual((await generateObject({ model, output: 'no-schema', prompt: 'Where? In JSON.', maxRetries })).object, place);
      });

      it(`${name} → ${provider}: a picture and a PDF`, async () => {
        const content = [{ type: 'text', text: 'Sum up.' }, { type: 'image', image: png }, { type: 'file', data: pdf, mediaType: 'application/pdf', filename: 'a.pdf' }];
        const { text } = await generateText({ model: client(scene.model(provider)), maxRetries, messages: [{ role: 'user', content }] });
        assert.equal(text, 'Hello from upstream.');
        for (const data of [png, pdf]) assert.ok(scene.fakes[provider].last.rawBody.includes(data.toString('base64')));
      });
    }
  }

  for (const provider of kProviders) {
    it(`@ai-sdk/openai completion → ${provider}`, async () => {
      const model = openai().completion(scene.model(provider));
      const { text, usage } = await generateText({ model, prompt: 'Once upon', maxRetries });
      assert.deepEqual([text, usage.inputTokens], ['Hello from upstream.', 19]);
      assert.equal(await streamText({ model, prompt: 'Once upon', maxRetries }).text, 'Hello from upstream.');
    });
  }
});
