// What is not a chat: counting tokens, embeddings, text completions; and answers too long to be waited for.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import OpenAI from 'openai';
import { user } from './support/callers.mjs';
import { kChatDialects, kModels, kProviders, startMatrix } from './support/matrix.mjs';
import { kVector } from './support/upstreams/openai.mjs';

describe('other operations', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    await scene.alias('any', 'anthropic');
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  describe('count_tokens', () => {
    const tools = [{ name: 'look', description: 'Looks', input_schema: { type: 'object', properties: { at: { type: 'string' } } } }];
    const body = { system: 'Be brief.', messages: [{ role: 'user', content: 'How long is this?' }], tools };
    const count = (model) => scene.callers.anthropic_messages.client.messages.countTokens({ model, ...body });

    for (const provider of ['anthropic', 'gemini', 'bedrock']) {
      it(`asks ${provider}`, async () => {
        scene.fakes[provider].next({ usage: { input: 321 } });
        assert.deepEqual(await count(scene.model(provider)), { input_tokens: 321 });
        assert.equal(scene.fakes[provider].last.route.operation, 'count');
        for (const part of ['Be brief.', 'How long is this?', 'look']) assert.ok(scene.fakes[provider].last.rawBody.includes(part));
      });
    }

    for (const provider of ['openai', 'compatible', 'azure', 'simulated']) {
      it(`estimates for ${provider}, who cannot count`, async () => {
        const { input_tokens } = await count(scene.model(provider));
        assert.ok(input_tokens > 3 && input_tokens < 200, String(input_tokens));
        if (scene.fakes[provider]) assert.equal(scene.fakes[provider].requests.length, 0);
      });
    }

    it('counts a long conversation with thoughts, calls and pictures', async () => {
      const signature = 'c2lnbmVk+/==';
      const messages = [
        { role: 'user', content: [{ type: 'text', text: 'Look.' }, { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } }] },
        { role: 'assistant', content: [{ type: 'thinking', thinking: 'Hm.', signature }, { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'trees' }] },
      ];
      for (const provider of kProviders) {
        scene.fakes[provider].signatures.add(signature);
        const { input_tokens } = await scene.callers.anthropic_messages.client.messages.countTokens({
          model: scene.model(provider), messages, tools, thinking: { type: 'enabled', budget_tokens: 2000 },
        });
        assert.ok(input_tokens > 0, provider);
      }
    });
  });

  describe('embeddings', () => {
    const models = { openai: 'openai/text-embedding-3-small', compatible: 'compatible/nomic', azure: 'azure/embedder', gemini: 'gemini/gemini-embedding-001' };
    for (const [provider, model] of Object.entries(models)) {
      it(`of ${provider}, as floats and as base64`, async () => {
        const { embeddings } = scene.callers.openai_chat.client;
        for (const input of ['one', ['one', 'two']]) {
          for (const encoding_format of [undefined, 'float', 'base64']) {
            const answer = await embeddings.create({ model, input, ...(encoding_format ? { encoding_format } : {}) });
            assert.equal(answer.data.length, [].concat(input).length);
            assert.deepEqual(answer.data.map(({ index }) => index), [].concat(input).map((_, index) => index));
            for (const { embedding } of answer.data) assert.deepEqual(vectorOf(embedding), kVector);
          }
        }
        await embeddings.create({ model, input: 'one', dimensions: 256 });
        const { body } = scene.fakes[provider].last;
        assert.equal(body.dimensions ?? body.outputDimensionality ?? body.requests[0].outputDimensionality, 256);
      });
    }

    it('of the simulated provider are the same for the same text', async () => {
      const embed = async (input) => (await scene.callers.openai_chat.client.embeddings.create({ model: 'simulated/any', input })).data[0].embedding;
      const [a, b, c] = [await embed('one'), await embed('one'), await embed('two')];
      assert.deepEqual(a, b);
      assert.notDeepEqual(a, c);
    });

    for (const provider of ['anthropic', 'bedrock']) {
      it(`of ${provider} there are none: 400`, async () => {
        await assert.rejects(scene.callers.openai_chat.client.embeddings.create({ model: scene.model(provider), input: 'one' }), OpenAI.BadRequestError);
        assert.equal(scene.fakes[provider].requests.length, 0);
      });
    }

    it('are booked', async () => {
      const { response } = await scene.callers.openai_chat.client.embeddings.create({ model: models.openai, input: 'one' }).withResponse();
      const [row] = await scene.gateway.rows(1, `trace:${response.headers.get('x-request-id')}`);
      assert.deepEqual([row.input_tokens, row.output_tokens, row.status], [8, 0, 200]);
    });
  });

  describe('text completions', () => {
    const pathOf = ({ url }) => url.pathname.replace(/^\/v1/, '');

    it('are sent on where the model or the server serves them, and asked as a chat elsewhere', async () => {
      await scene.provider('compatible', { options: { completions: false } }, 'chatty');
      for (const [model, fake, path] of [
        ['openai/gpt-3.5-turbo-instruct', 'openai', '/completions'], ['openai/gpt-4o', 'openai', '/chat/completions'],
        ['compatible/qwen3-32b', 'compatible', '/completions'], ['chatty/qwen3-32b', 'compatible', '/chat/completions'],
      ]) {
        for (const stream of [false, true]) {
          const answer = await scene.callers.openai_completions.ask({ model, turns: [user('Once upon')], max: 300, stop: ['END'] }, { stream });
          assert.deepEqual([answer.text, answer.finish, pathOf(scene.fakes[fake].last)], ['Hello from upstream.', 'stop', path], model);
        }
      }
      scene.fakes.openai.expectClean();
      scene.fakes.compatible.expectClean();
    });

    it('of chat models: several answers, their probabilities and their price', async () => {
      const logprobs = { content: [{ token: 'Hi', logprob: -0.25, bytes: null, top_logprobs: [{ token: 'Hi', logprob: -0.25, bytes: null }] }], refusal: null };
      const { client } = scene.callers.openai_completions;
      scene.fakes.openai.next({ blocks: [{ text: 'Hi' }], logprobs }, { blocks: [{ text: ['Hi'] }], logprobs });
      const asked = { model: 'openai/gpt-4o', prompt: 'Say', max_tokens: 50, logprobs: 1 };
      const { data, response } = await client.completions.create({ ...asked, n: 2 }).withResponse();
      assert.deepEqual(data.choices.map(({ index, text }) => [index, text]), [[0, 'Hi'], [1, 'Hi']]);
      assert.deepEqual(data.choices[0].logprobs, { tokens: ['Hi'], token_logprobs: [-0.25], top_logprobs: [{ Hi: -0.25 }], text_offset: [0] });
      assert.equal(response.headers.get('x-tollgate-params'), null);
      assert.deepEqual([scene.fakes.openai.last.body.logprobs, scene.fakes.openai.last.body.top_logprobs, scene.fakes.openai.last.body.n], [true, 1, 2]);
      const streamed = await client.completions.create({ ...asked, stream: true });
      const tokens = [];
      for await (const { choices: [choice] } of streamed) tokens.push(...(choice.logprobs?.tokens ?? []));
      assert.ok(tokens.includes('Hi'));
      await assert.rejects(client.completions.create({ ...asked, prompt: ['one', 'two'] }), { status: 400, param: 'prompt' });
      const echoed = await client.completions.create({ ...asked, logprobs: undefined, echo: true }).withResponse();
      assert.equal(echoed.response.headers.get('x-tollgate-params'), 'dropped=echo');
      scene.fakes.openai.expectClean();
    });

    for (const provider of [...kProviders, 'simulated']) {
      for (const stream of [false, true]) {
        it(`${provider}, ${stream ? 'streamed' : 'whole'}`, async () => {
          const answer = await scene.callers.openai_completions.ask({ model: scene.model(provider), turns: [user('Once upon')], max: 300 }, { stream });
          const expected = provider === 'simulated' ? 'It was: Once upon' : 'Hello from upstream.';
          assert.equal(answer.text, expected);
          assert.equal(answer.finish, 'stop');
          if (!stream) assert.equal(answer.raw.content, expected, 'no top-level content');
        });
      }
    }
  });

  describe('long answers', () => {
    const long = { blocks: [{ thinking: 'Hm.', signature: 'c2lnbmVk' }, { text: ['A ', 'long', ' tale.'] }, { call: 'look', id: 'toolu_1', args: { at: 'x' } }], usage: { input: 7, cacheRead: 3, cacheWrite: 2, output: 11, reasoning: 5 } };
    const tools = [{ name: 'look', description: 'Looks', schema: { type: 'object', properties: { at: { type: 'string' } } } }];
    for (const dialect of kChatDialects) {
      it(`${dialect} → anthropic: are streamed upstream and told as a whole`, async () => {
        for (const max of [64000, dialect === 'anthropic_messages' ? 21334 : undefined]) {
          scene.fakes.anthropic.next(long);
          const answer = await scene.callers[dialect].ask({ model: scene.model('anthropic'), turns: [user('Tell.')], tools, effort: 'low', max }, { timeout: 60000 });
          assert.equal(scene.fakes.anthropic.last.body.stream, true);
          assert.deepEqual([answer.reasoning, answer.text, answer.calls.length], ['Hm.', 'A long tale.', 1]);
          assert.deepEqual([answer.counts.input, answer.counts.cacheRead, answer.counts.output], [12, 3, 16]);
          assert.equal(scene.fakes.anthropic.requests.length, 1);
          scene.fakes.anthropic.reset();
        }
      });
    }

    it('anthropic_messages → anthropic: the whole is what the API would have answered', async () => {
      const ask = (max) => scene.callers.anthropic_messages.ask({ model: scene.model('anthropic'), turns: [user('Tell.')], tools, max }, { timeout: 60000 });
      scene.fakes.anthropic.next(long, long);
      const [short, folded] = [await ask(500), await ask(64000)];
      for (const member of ['type', 'role', 'model', 'stop_reason', 'stop_sequence']) assert.equal(folded.raw[member], short.raw[member], member);
      assert.equal(folded.raw.id, short.raw.id);
      assert.deepEqual(folded.raw.content.map(({ type, text, thinking, signature, input }) => ({ type, text, thinking, signature, input })),
        short.raw.content.map(({ type, text, thinking, signature, input }) => ({ type, text, thinking, signature, input })));
      for (const member of ['input_tokens', 'output_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens']) assert.equal(folded.usage[member], short.usage[member], member);
    });

    it('a long answer that breaks off is an error', async () => {
      for (const step of [{ cutAfter: 4 }, { without: ['finish', 'end'] }, { errorAfter: 4 }]) {
        scene.fakes.anthropic.next({ ...long, ...step });
        await assert.rejects(scene.callers.openai_chat.ask({ model: scene.model('anthropic'), turns: [user('Tell.')], max: 64000 }), { status: 502 });
      }
    });
  });

  it('lists the models of every provider, and probes each', async () => {
    for (const provider of kProviders) {
      scene.fakes[provider].models = [kModels[provider], 'another-model'];
      const check = await scene.gateway.expect(200, 'POST', `/providers/${provider}/check`);
      assert.equal(check.ok, true, `${provider}: ${JSON.stringify(check)}`);
      assert.ok(check.models.includes('another-model'), `${provider}: ${JSON.stringify(check)}`);
    }
    const page = await scene.callers.anthropic_messages.client.models.list();
    assert.equal(page.data[0].type, 'model');
    assert.equal(page.data[0].id, 'any');
  });
});

/** Numbers, whether the SDK decoded the base64 or the test asked for it. */
function vectorOf(embedding) {
  if (typeof embedding !== 'string') return [...embedding];
  const bytes = Buffer.from(embedding, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
