// Pictures, structured answers, citations and refusals over every pair.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

const png = { image: { type: 'image/png', data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ' } };
const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'object', properties: { t: { type: 'string' } }, required: ['t'], additionalProperties: false } } },
  required: ['name', 'tags'],
  additionalProperties: false,
};
const value = { name: 'Zoë', tags: [{ t: 'a"b' }] };

describe('content', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const { dialect, provider, name } of pairs()) {
    it(`${name}: a picture`, async () => {
      await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('What is this?', png, 'Be brief.')] });
      const { body } = scene.fakes[provider].last;
      assert.deepEqual(pictureOf(provider, dialect, body), ['What is this?', `image/png ${png.image.data}`, 'Be brief.']);
    });

    for (const stream of [false, true]) {
      it(`${name}: a structured answer, ${stream ? 'streamed' : 'whole'}`, async () => {
        const fake = scene.fakes[provider];
        const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), turns, format: { name: 'thing', schema } }, { stream });
        const text = JSON.stringify(value);
        // Where nothing but a tool holds a model to a schema, it is the only one that is offered, and forced.
        const calls = ({ body: { toolConfig } }) => ({ blocks: [{ call: toolConfig.toolChoice.tool.name, id: 'call_J', args: value }] });
        fake.next(provider === 'bedrock' ? calls : { blocks: [{ text: [text.slice(0, 9), text.slice(9)] }] });
        const answer = await ask([user('A thing?')]);
        assert.deepEqual(JSON.parse(answer.text), value);
        assert.deepEqual(answer.calls, [], 'the answer came as a call');
        assert.match(answer.finish, /^(stop|completed|end_turn)$/);
        const asked = schemaAsked(provider, fake.last.body);
        assert.deepEqual(asked.properties.tags.items.properties, { t: { type: 'string' } });
        assert.deepEqual(Object.keys(asked.properties), ['name', 'tags'], 'the order of properties was lost');
        await ask([user('A thing?'), said(answer), user('Another?')]);
      });
    }

    it(`${name}: stop sequences and the most tokens`, async () => {
      const stop = dialect === 'openai_responses' ? undefined : ['END', '###'];
      await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi')], stop, max: 777 });
      const { body } = scene.fakes[provider].last;
      const max = body.max_tokens ?? body.max_completion_tokens ?? body.max_output_tokens ?? body.generationConfig?.maxOutputTokens ?? body.inferenceConfig?.maxTokens;
      assert.equal(max, 777);
      if (!stop) return;
      if (body.input) return; // has no word for it: matrix_api.test.mjs
      const stops = body.stop ?? body.stop_sequences ?? body.generationConfig?.stopSequences ?? body.inferenceConfig?.stopSequences;
      assert.equal(stops[0], 'END');
    });
  }

  for (const { dialect, provider, name } of pairs(undefined, ['openai', 'azure', 'responses', 'anthropic', 'gemini'])) {
    for (const stream of [false, true]) {
      it(`${name}: a citation, ${stream ? 'streamed' : 'whole'}`, async () => {
        const citations = [{ url: 'https://example.com/a', title: 'A page' }];
        scene.fakes[provider].next({ blocks: [{ text: ['It is', ' so.'], citations }] });
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Why?')] }, { stream });
        assert.equal(answer.text, 'It is so.');
        assert.deepEqual(answer.citations, citations);
      });
    }
  }

  for (const { dialect, provider, name } of pairs(undefined, ['openai', 'azure', 'responses'])) {
    for (const stream of [false, true]) {
      it(`${name}: a refusal, ${stream ? 'streamed' : 'whole'}`, async () => {
        scene.fakes[provider].next({ blocks: [{ refusal: 'I cannot say.' }] });
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Why?')] }, { stream });
        assert.equal(answer.refusal ?? answer.text, 'I cannot say.');
        if (dialect === 'anthropic_messages') assert.equal(answer.finish, 'refusal');
      });
    }
  }
});

/** The last user turn as the provider got it: texts, and pictures as "type base64". */
function pictureOf(provider, dialect, body) {
  const fromUrl = (url) => url.replace(/^data:([^;]+);base64,/, '$1 ');
  if (provider === 'anthropic') return body.messages.at(-1).content.map(({ text, source }) => text ?? `${source.media_type} ${source.data}`);
  if (provider === 'gemini') return body.contents.at(-1).parts.map(({ text, inlineData }) => text ?? `${inlineData.mimeType} ${inlineData.data}`);
  if (provider === 'bedrock') return body.messages.at(-1).content.map(({ text, image }) => text ?? `image/${image.format} ${image.source.bytes}`);
  if (body.input) return body.input.at(-1).content.map(({ text, image_url }) => text ?? fromUrl(image_url));
  return body.messages.at(-1).content.map(({ text, image_url }) => text ?? fromUrl(image_url.url));
}

function schemaAsked(provider, body) {
  if (provider === 'anthropic') return body.output_config.format.schema;
  if (provider === 'gemini') return body.generationConfig.responseJsonSchema;
  if (provider === 'bedrock') return body.toolConfig.tools[0].toolSpec.inputSchema.json;
  return body.input ? body.text.format.schema : body.response_format.json_schema.schema;
}
