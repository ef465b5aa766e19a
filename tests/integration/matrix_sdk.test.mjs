// More of what the official SDKs do by themselves: schemas of zod, tool input as it comes, files, leaving in the middle.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { zodFunction, zodResponseFormat, zodResponsesFunction, zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { eventually } from './support/gateway.mjs';
import { kProviders, startMatrix } from './support/matrix.mjs';

const Place = z.object({ at: z.string().describe('Where'), days: z.number().int().nullable(), tags: z.array(z.enum(['warm', 'cold'])) });
const place = { at: 'Łódź 🐎', days: null, tags: ['warm', 'cold'] };
const pdf = Buffer.from('%PDF-1.4 tiny').toString('base64');
const inPieces = (text) => text.match(/.{1,7}/gsu);

/** The answer as text, or as the call of the tool that was forced. */
const answer = ({ body }) => {
  const forced = body.toolConfig?.toolChoice?.tool?.name;
  return { blocks: [forced ? { call: forced, id: 'call_1', args: place } : { text: inPieces(JSON.stringify(place)) }] };
};

describe('features of the SDKs', () => {
  let scene;
  let openai;
  let anthropic;
  before(async () => {
    scene = await startMatrix();
    openai = scene.callers.openai_chat.client;
    anthropic = scene.callers.anthropic_messages.client;
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  it('what is not served here is not found, in the words of who asks', async () => {
    const batches = await anthropic.messages.batches.list().catch((error) => error);
    assert.ok(batches instanceof Anthropic.NotFoundError);
    assert.equal(batches.error.error.type, 'not_found_error');
    const { data } = await openai.models.list();
    assert.equal((await openai.models.retrieve(data.at(-1).id)).object, 'model');
    const reply = await openai.responses.create({ model: scene.model('gemini'), input: 'Hi' });
    const kept = await openai.responses.retrieve(reply.id).catch((error) => error);
    assert.ok(kept instanceof OpenAI.NotFoundError);
    assert.equal(kept.code, 'not_found');
  });

  for (const provider of kProviders) {
    it(`openai → ${provider}: answers in the shape of a zod schema, whole and streamed, in both APIs`, async () => {
      const model = scene.model(provider);
      scene.fakes[provider].next(answer, answer, answer, answer);
      const chat = { model, messages: [{ role: 'user', content: 'Where?' }], response_format: zodResponseFormat(Place, 'place') };
      assert.deepEqual((await openai.chat.completions.parse(chat)).choices[0].message.parsed, place);
      const snapshots = [];
      const stream = openai.chat.completions.stream(chat).on('content.delta', ({ parsed }) => snapshots.push(parsed));
      assert.deepEqual((await stream.finalChatCompletion()).choices[0].message.parsed, place);
      assert.ok(snapshots.length > 1 && snapshots.at(-1)?.at === place.at, 'pieces are parsed on the way');
      const asked = { model, input: 'Where?', text: { format: zodTextFormat(Place, 'place') } };
      assert.deepEqual((await openai.responses.parse(asked)).output_parsed, place);
      assert.deepEqual((await openai.responses.stream(asked).finalResponse()).output_parsed, place);
    });

    it(`openai → ${provider}: calls in the shape of a zod schema`, async () => {
      const model = scene.model(provider);
      const call = { blocks: [{ call: 'visit', id: 'call_1', args: place }] };
      scene.fakes[provider].next(call, call, call);
      const chat = { model, messages: [{ role: 'user', content: 'Go.' }], tools: [zodFunction({ name: 'visit', parameters: Place })] };
      const whole = await openai.chat.completions.parse(chat);
      assert.deepEqual(whole.choices[0].message.tool_calls[0].function.parsed_arguments, place);
      const done = [];
      await openai.chat.completions.stream(chat).on('tool_calls.function.arguments.done', (event) => done.push(event.parsed_arguments)).done();
      assert.deepEqual(done, [place]);
      const reply = await openai.responses.stream({ model, input: 'Go.', tools: [zodResponsesFunction({ name: 'visit', parameters: Place })] }).finalResponse();
      assert.deepEqual(reply.output.find(({ type }) => type === 'function_call').parsed_arguments, place);
    });

    it(`anthropic → ${provider}: messages.stream tells text, tool input and the message as they come`, async () => {
      scene.fakes[provider].next({ blocks: [{ text: ['Let me', ' look.'] }, { call: 'look', id: 'call_1', args: place }] });
      const heard = { text: '', inputs: [], blocks: [] };
      const stream = anthropic.messages
        .stream({ model: scene.model(provider), max_tokens: 500, messages: [{ role: 'user', content: 'Look.' }], tools: [{ name: 'look', input_schema: { type: 'object', properties: { at: { type: 'string' } } } }] })
        .on('text', (delta) => (heard.text += delta))
        .on('inputJson', (_, snapshot) => heard.inputs.push(snapshot))
        .on('contentBlock', ({ type }) => heard.blocks.push(type));
      const message = await stream.finalMessage();
      assert.deepEqual([heard.text, heard.blocks], ['Let me look.', ['text', 'tool_use']]);
      assert.deepEqual(heard.inputs.at(-1), place);
      assert.deepEqual([message.stop_reason, message.content[1].input], ['tool_use', place]);
    });

    it(`${provider}: a PDF in every dialect`, async () => {
      const model = scene.model(provider);
      const ask = {
        chat: () => openai.chat.completions.create({ model, messages: [{ role: 'user', content: [{ type: 'text', text: 'Sum up.' }, { type: 'file', file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${pdf}` } }] }] }),
        responses: () => openai.responses.create({ model, input: [{ role: 'user', content: [{ type: 'input_text', text: 'Sum up.' }, { type: 'input_file', filename: 'a.pdf', file_data: `data:application/pdf;base64,${pdf}` }] }] }),
        messages: () => anthropic.messages.create({ model, max_tokens: 100, messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: pdf } }, { type: 'text', text: 'Sum up.' }] }] }),
      };
      for (const [dialect, call] of Object.entries(ask)) {
        await call();
        assert.ok(scene.fakes[provider].last.rawBody.includes(pdf), dialect);
      }
    });

    it(`${provider}: who leaves in the middle of a stream is no error, and what was sent is booked`, async () => {
      const model = await scene.fresh(provider);
      const long = { blocks: [{ text: Array.from({ length: 40 }, (_, index) => `piece ${index} `) }], intervalMs: 25 };
      const kStreams = {
        chat: (signal) => openai.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi' }], stream: true }, { signal }),
        responses: (signal) => openai.responses.create({ model, input: 'Hi', stream: true }, { signal }),
        messages: (signal) => anthropic.messages.create({ model, max_tokens: 500, messages: [{ role: 'user', content: 'Hi' }], stream: true }, { signal }),
      };
      for (const [dialect, open] of Object.entries(kStreams)) {
        scene.fakes[provider].next(long);
        const abort = new AbortController();
        let seen = 0;
        const read = async () => {
          for await (const event of await open(abort.signal)) {
            assert.ok(event);
            if (++seen === 6) abort.abort();
          }
        };
        await read().catch((error) => assert.ok(error instanceof OpenAI.APIUserAbortError || error instanceof Anthropic.APIUserAbortError, `${dialect}: ${error}`));
        assert.ok(seen >= 6, `${dialect}: ${seen}`);
      }
      await eventually(async () => {
        const { data } = await scene.gateway.get(`/requests?filter=${encodeURIComponent(`provider:${model.split('/')[0]}`)}`);
        assert.equal(data.length, 3);
        for (const row of data) assert.equal(row.outcome, 'client_gone', JSON.stringify(row));
      });
    });
  }
});
