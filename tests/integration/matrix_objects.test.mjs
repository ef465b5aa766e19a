// Objects of a schema, files and plain completions through Vercel's AI SDK, in front of every provider.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inJson, newer, place, skip, useMatrix } from './support/ai_sdk.mjs';
import { kProviders } from './support/matrix.mjs';

const { generateObject, generateText, streamObject, streamText } = await newer('ai');
const { z } = await newer('zod');

const pdf = Buffer.from('%PDF-1.4 tiny');
const png = Buffer.from('iVBORw0KGgo=', 'base64');

describe('objects and files', { skip }, () => {
  const matrix = useMatrix();
  const maxRetries = 0;

  for (const [name, client] of Object.entries(matrix.clients)) {
    for (const provider of kProviders) {
      it(`${name} → ${provider}: objects, lists of them, and JSON without a schema`, async () => {
        const schema = z.object({ at: z.string(), days: z.number() });
        const model = client(matrix.scene.model(provider));
        matrix.scene.fakes[provider].next(inJson(place), inJson(place), inJson({ elements: [place, place] }), inJson(place));
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
        const { text } = await generateText({ model: client(matrix.scene.model(provider)), maxRetries, messages: [{ role: 'user', content }] });
        assert.equal(text, 'Hello from upstream.');
        for (const data of [png, pdf]) assert.ok(matrix.scene.fakes[provider].last.rawBody.includes(data.toString('base64')));
      });
    }
  }

  for (const provider of kProviders) {
    it(`@ai-sdk/openai completion → ${provider}`, async () => {
      const model = matrix.openai().completion(matrix.scene.model(provider));
      const { text, usage } = await generateText({ model, prompt: 'Once upon', maxRetries });
      assert.deepEqual([text, usage.inputTokens], ['Hello from upstream.', 19]);
      assert.equal(await streamText({ model, prompt: 'Once upon', maxRetries }).text, 'Hello from upstream.');
    });
  }
});
