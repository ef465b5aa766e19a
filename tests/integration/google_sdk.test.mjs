// Google's own SDK as the caller: generateContent, its stream and countTokens, over every kind of provider.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { kProviders, startMatrix } from './support/matrix.mjs';

const kNewEnough = Number(process.versions.node.split('.')[0]) >= 20; // what the SDK asks for
const { ApiError, FunctionCallingConfigMode, GoogleGenAI, ThinkingLevel, Type } = kNewEnough ? await import('@google/genai') : {};

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const weather = {
  name: 'weather',
  description: 'The weather of a place',
  parameters: { type: Type.OBJECT, properties: { at: { type: Type.STRING, description: 'Where' }, days: { type: Type.INTEGER, nullable: true } }, required: ['at'] },
};

describe('the Google SDK', { skip: !kNewEnough && 'Node is too old for the SDK' }, () => {
  let scene;
  let google;
  const clientWith = (apiKey) => new GoogleGenAI({ apiKey, httpOptions: { baseUrl: scene.gateway.url } }).models;
  before(async () => {
    scene = await startMatrix();
    google = clientWith(scene.secret);
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const collected = async (stream) => {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return chunks;
  };

  for (const provider of kProviders) {
    describe(provider, () => {
      it('answers whole, with instructions and usage', async () => {
        scene.fakes[provider].next({ blocks: [{ text: 'Zażółć 🐎.' }], usage: { input: 20, output: 6 } });
        const model = scene.model(provider);
        const reply = await google.generateContent({
          model, contents: 'Say it.', config: { systemInstruction: 'Be brief.', temperature: 0.5, maxOutputTokens: 200, stopSequences: ['END'] },
        });
        assert.equal(reply.text, 'Zażółć 🐎.');
        assert.equal(reply.candidates[0].finishReason, 'STOP');
        assert.equal(reply.usageMetadata.promptTokenCount, 20);
        assert.equal(reply.usageMetadata.candidatesTokenCount, 6);
        assert.equal(reply.usageMetadata.totalTokenCount, 26);
        const sent = JSON.stringify(scene.fakes[provider].last.body);
        assert.match(sent, /Be brief\./);
        assert.match(sent, /Say it\./);
      });

      it('streams, piece by piece', async () => {
        scene.fakes[provider].next({ blocks: [{ text: ['One', ' two', ' three.'] }], usage: { input: 9, output: 3 } });
        const chunks = await collected(await google.generateContentStream({ model: scene.model(provider), contents: 'Count.' }));
        assert.equal(chunks.map(({ text }) => text ?? '').join(''), 'One two three.');
        assert.ok(chunks.length >= 3, 'more than one piece');
        assert.equal(chunks.at(-1).candidates[0].finishReason, 'STOP');
        assert.equal(chunks.at(-1).usageMetadata.totalTokenCount, 12);
      });

      it('calls tools side by side and goes on with their results', async () => {
        const model = scene.model(provider);
        scene.fakes[provider].next(
          { blocks: [{ text: 'I look.' }, { call: 'weather', id: 'call_a', args: { at: 'Łódź' } }, { call: 'weather', id: 'call_b', args: { at: 'Rīga' } }] },
          { blocks: [{ text: 'Both are sunny.' }] },
        );
        const config = { tools: [{ functionDeclarations: [weather] }], toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.AUTO } } };
        const asked = { role: 'user', parts: [{ text: 'Weather?' }] };
        const first = await google.generateContent({ model, contents: [asked], config });
        assert.deepEqual(first.functionCalls.map(({ name, args }) => [name, args]), [['weather', { at: 'Łódź' }], ['weather', { at: 'Rīga' }]]);
        const answers = first.functionCalls.map(({ id, name, args }) => ({ functionResponse: { id, name, response: { output: `sunny at ${args.at}` } } }));
        const second = await google.generateContent({ model, contents: [asked, first.candidates[0].content, { role: 'user', parts: answers }], config });
        assert.equal(second.text, 'Both are sunny.');
        assert.match(JSON.stringify(scene.fakes[provider].last.body), /sunny at Rīga/);
      });

      it('streams a call whole', async () => {
        scene.fakes[provider].next({ blocks: [{ call: 'weather', id: 'call_c', args: { at: 'Riga', days: 3 } }] });
        const chunks = await collected(await google.generateContentStream({
          model: scene.model(provider), contents: 'Weather?',
          config: { tools: [{ functionDeclarations: [weather] }], toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['weather'] } } },
        }));
        const calls = chunks.flatMap((chunk) => chunk.functionCalls ?? []);
        assert.deepEqual(calls.map(({ name, args }) => [name, args]), [['weather', { at: 'Riga', days: 3 }]]);
      });

      it('sees pictures and answers in a schema', async () => {
        const place = { at: 'Łódź', days: 2 };
        scene.fakes[provider].next(({ body }) => {
          const forced = body.toolConfig?.toolChoice?.tool?.name;
          return { blocks: [forced ? { call: forced, id: 'call_1', args: place } : { text: JSON.stringify(place) }] };
        });
        const reply = await google.generateContent({
          model: scene.model(provider),
          contents: [{ role: 'user', parts: [{ text: 'Where is this?' }, { inlineData: { mimeType: 'image/png', data: pixel } }] }],
          config: { responseMimeType: 'application/json', responseSchema: { ...weather.parameters, required: ['at', 'days'] } },
        });
        assert.deepEqual(JSON.parse(reply.text), place);
        assert.match(JSON.stringify(scene.fakes[provider].last.body), new RegExp(pixel.slice(0, 40)));
      });

      it('an error is the SDK\'s own, with its status', async () => {
        scene.fakes[provider].next({ status: 429, headers: { 'retry-after': '7' } });
        const error = await google.generateContent({ model: await scene.fresh(provider), contents: 'Hi' }).catch((caught) => caught);
        assert.ok(error instanceof ApiError, error.stack);
        assert.equal(error.status, 429);
        const { error: told } = JSON.parse(error.message);
        assert.equal(told.status, 'RESOURCE_EXHAUSTED');
        assert.ok(told.details.some((detail) => /^\d+s$/.test(detail.retryDelay ?? '')), 'says when to come back');
      });
    });
  }

  for (const provider of ['anthropic', 'gemini', 'responses', 'bedrock']) {
    it(`thoughts of ${provider} are shown when they are asked for and go back to it signed`, async () => {
      const model = scene.model(provider);
      const asked = { role: 'user', parts: [{ text: 'Think.' }] };
      const config = { thinkingConfig: { thinkingBudget: 2048, includeThoughts: true }, maxOutputTokens: 8000, tools: [{ functionDeclarations: [weather] }] };
      scene.fakes[provider].next(
        { blocks: [{ thinking: 'Hm, Riga.', signature: 'c2lnbmVk' }, { call: 'weather', id: 'call_t', args: { at: 'Riga' }, ...(provider === 'gemini' && { signature: 'Y2FsbA==' }) }], usage: { reasoning: 5 } },
        { blocks: [{ text: 'Done.' }] },
      );
      const first = await google.generateContent({ model, contents: [asked], config });
      const parts = first.candidates[0].content.parts;
      assert.equal(parts.filter(({ thought }) => thought).map(({ text }) => text).join(''), 'Hm, Riga.');
      if (scene.fakes[provider].tells.reasoning) assert.equal(first.usageMetadata.thoughtsTokenCount, 5);
      const [{ id, name }] = first.functionCalls;
      const result = { role: 'user', parts: [{ functionResponse: { id, name, response: { output: 'sunny' } } }] };
      await google.generateContent({ model, contents: [asked, first.candidates[0].content, result], config });
      const proof = provider === 'gemini' ? /Y2FsbA==/ : /c2lnbmVk/; // Gemini signs its calls
      assert.match(JSON.stringify(scene.fakes[provider].last.body), proof, 'the proof came back');
    });
  }

  it('what another provider signed never reaches Gemini', async () => {
    scene.fakes.anthropic.next({ blocks: [{ thinking: 'Hm.', signature: 'c2lnbmVk' }, { text: 'Four.' }] });
    scene.fakes.gemini.next({ blocks: [{ text: 'Five.' }] });
    const asked = { role: 'user', parts: [{ text: 'Think.' }] };
    const config = { thinkingConfig: { thinkingBudget: 2048, includeThoughts: true }, maxOutputTokens: 8000 };
    const first = await google.generateContent({ model: scene.model('anthropic'), contents: [asked], config });
    const contents = [asked, first.candidates[0].content, { role: 'user', parts: [{ text: 'And one?' }] }];
    const second = await google.generateContent({ model: scene.model('gemini'), contents, config });
    assert.equal(second.text, 'Five.');
    assert.doesNotMatch(scene.fakes.gemini.last.rawBody.toString(), /dG9sbGdhdGU6|c2lnbmVk/);
  });

  it('before Gemini the caller\'s own bytes go through, whatever is in them', async () => {
    const body = '{"contents" : [ {"role":"user","parts":[{"text":"Hi"}]} ],\n "safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_NONE"}] }';
    const path = `/v1beta/models/${encodeURIComponent(scene.model('gemini'))}`;
    const headers = { 'content-type': 'application/json', 'x-goog-api-key': scene.secret };
    const reply = await fetch(`${scene.gateway.url}${path}:generateContent`, { method: 'POST', headers, body });
    assert.equal(reply.status, 200);
    assert.equal(scene.fakes.gemini.last.rawBody.toString(), body);
    assert.equal(scene.fakes.gemini.last.route.model, 'gemini-2.5-flash');
    // Without alt=sse a stream is one array.
    const list = await fetch(`${scene.gateway.url}${path}:streamGenerateContent`, { method: 'POST', headers, body });
    const all = await list.json();
    assert.ok(Array.isArray(all) && all[0].candidates, JSON.stringify(all));
  });

  it('counts tokens', async () => {
    scene.fakes.gemini.next({ usage: { input: 42 } });
    assert.equal((await google.countTokens({ model: scene.model('gemini'), contents: 'How many?' })).totalTokens, 42);
    assert.ok((await google.countTokens({ model: scene.model('openai'), contents: 'How many tokens are these words?' })).totalTokens > 3);
  });

  it('lists the models', async () => {
    const names = [];
    for await (const { name } of await google.list()) names.push(name);
    assert.ok(names.includes('models/compatible/qwen3-32b'), names.join());
    assert.equal((await google.get({ model: 'models/compatible/qwen3-32b' })).displayName, 'compatible/qwen3-32b');
    const missing = await google.get({ model: 'models/none' }).catch((error) => error);
    assert.equal(missing.status, 404);
  });

  it('refuses in Google\'s words: wrong key, wrong field, unknown method', async () => {
    const wrong = await clientWith('tg-wrong').generateContent({ model: scene.model('openai'), contents: 'Hi' }).catch((error) => error);
    assert.equal(wrong.status, 401);
    assert.equal(JSON.parse(wrong.message).error.status, 'UNAUTHENTICATED');
    const field = await google.generateContent({ model: scene.model('openai'), contents: 'Hi', config: { temperature: 9 } }).catch((error) => error);
    assert.equal(field.status, 400);
    assert.match(field.message, /generationConfig\.temperature/);
    const method = await fetch(`${scene.gateway.url}/v1beta/models/x:embedContent`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-goog-api-key': scene.secret }, body: '{}' });
    assert.equal(method.status, 404);
    assert.equal((await method.json()).error.status, 'NOT_FOUND');
  });

  it('a stream that breaks off is the SDK\'s error', async () => {
    scene.fakes.anthropic.next({ blocks: [{ text: ['One', ' two', ' three'] }], errorAfter: 4 });
    const model = await scene.fresh('anthropic');
    const error = await google.generateContentStream({ model, contents: 'Count.' }).then(collected).catch((caught) => caught);
    assert.ok(error instanceof Error && /error/i.test(error.message), String(error));
  });

  it('is shown in the ledger like any other, with what was lost', async () => {
    scene.fakes.openai.next({ blocks: [{ text: 'Hello.' }], usage: { input: 11, output: 2 } });
    await google.generateContent({
      model: scene.model('openai'), contents: 'Hi',
      config: { httpOptions: { headers: { 'x-user-id': 'ledger-row' } }, safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }], thinkingConfig: { thinkingLevel: ThinkingLevel.LOW } },
    });
    const [row] = await scene.gateway.rows(1, 'user:ledger-row');
    assert.equal(row.dialect, 'gemini_generate');
    assert.equal(row.input_tokens, 11);
    const { data: [told] } = await scene.gateway.get('/requests?filter=user:ledger-row&with=user_agent');
    assert.match(told.user_agent, /google-genai-sdk/);
    assert.equal((await scene.gateway.admin('GET', '/requests?with=bodies')).status, 422);
    assert.equal(scene.fakes.openai.last.body.reasoning_effort, 'low');
    const detail = await scene.gateway.get(`/requests/${row.id}`);
    assert.match(JSON.stringify(detail.translation), /safetySettings/);
  });
});
