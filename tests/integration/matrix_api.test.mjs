// Which of OpenAI's two APIs a request is put to: models that call functions at /responses only are asked there, whoever
// asks, and get what the caller's dialect has words for; everything else stays in Chat Completions.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { results, said, user } from './support/callers.mjs';
import { kChatDialects, startMatrix } from './support/matrix.mjs';

const schema = { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] };
const tools = [{ name: 'look', description: 'Looks', schema }];
const signature = 'gAAAAABqX1a78BDqk/encrypted+reasoning==';
const pathOf = ({ url }) => url.pathname.replace('/v1', '');

describe("OpenAI's two APIs", () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const anthropicThinking = (effort) => ({ none: { type: 'disabled' }, undefined: undefined }[effort]);
  /** model, functions, effort → where chat and messages callers end up. */
  const kRule = [
    ['gpt-4o', true, undefined, '/chat/completions'],
    ['gpt-5.1', true, 'low', '/chat/completions'],
    ['gpt-5.4', true, undefined, '/chat/completions'],
    ['gpt-5.4', true, 'low', '/responses'],
    ['gpt-5.6-terra', false, 'low', '/chat/completions'],
    ['gpt-5.6-terra', true, undefined, '/responses'],
    ['gpt-5.6-terra', true, 'none', '/chat/completions'],
    ['gpt-6-luna', true, 'low', '/responses'],
    ['gpt-6.1-sol', false, undefined, '/chat/completions'],
    ['gpt-6.1-sol', true, undefined, '/responses'],
    ['gpt-6-astra', true, 'low', '/responses'],
    ['gpt-5-pro', false, undefined, '/responses'],
    ['gpt-5.3-codex', true, undefined, '/responses'],
  ];
  for (const dialect of ['openai_chat', 'anthropic_messages']) {
    for (const [model, functions, effort, path] of kRule) {
      it(`${dialect} → ${model}, ${functions ? 'functions' : 'none'}, effort ${effort}: ${path}`, async () => {
        for (const stream of [false, true]) {
          const told = dialect === 'anthropic_messages' && effort === 'none' ? { more: { thinking: anthropicThinking(effort) } } : { effort };
          const request = { model: `openai/${model}`, turns: [user('Hi')], tools: functions ? tools : undefined, ...told };
          const answer = await scene.callers[dialect].ask(request, { stream });
          assert.equal(answer.text, 'Hello from upstream.');
          assert.equal(pathOf(scene.fakes.openai.last), path);
        }
      });
    }
  }

  it('text completions and the notebook reach a model that is served at /responses only', async () => {
    for (const stream of [false, true]) {
      const answer = await scene.callers.openai_completions.ask({ model: 'openai/gpt-5-pro', turns: [user('Hi')], max: 100 }, { stream });
      assert.deepEqual([answer.text, answer.finish, pathOf(scene.fakes.openai.last)], ['Hello from upstream.', 'stop', '/responses']);
      assert.equal(answer.usage.total_tokens, 29);
    }
    const response = await fetch(`${scene.gateway.url}/chat`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${scene.secret}`, 'x-model': 'openai/gpt-5-pro' }, body: JSON.stringify({ message: 'Hi' }),
    });
    assert.equal((await response.json()).answer, 'Hello from upstream.');
    assert.equal(pathOf(scene.fakes.openai.last), '/responses');
  });

  for (const dialect of ['openai_chat', 'anthropic_messages']) {
    for (const stream of [false, true]) {
      it(`${dialect} → gpt-6.1-sol: reasoning goes round with the calls, unasked, ${stream ? 'streamed' : 'whole'}`, async () => {
        const ask = (turns) => scene.callers[dialect].ask({ model: 'openai/gpt-6.1-sol', turns, tools }, { stream });
        scene.fakes.openai.next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }, { call: 'look', id: 'call_2', args: { at: 'y' } }] });
        const first = await ask([user('Look.')]);
        assert.equal(first.reasoning, '', 'nobody asked for a summary, which only verified organisations get');
        assert.deepEqual(first.calls.map(({ id, args }) => [id, args.at]), [['call_1', 'x'], ['call_2', 'y']]);
        await ask([user('Look.'), said(first), results([{ id: 'call_1', text: 'trees' }, { id: 'call_2', text: 'a lake' }])]);
        const { body } = scene.fakes.openai.last;
        assert.deepEqual(body.input.map(({ type }) => type), ['message', 'reasoning', 'function_call', 'function_call', 'function_call_output', 'function_call_output']);
        assert.deepEqual([body.input[1].encrypted_content, body.store, body.reasoning], [signature, false, undefined]);
      });
    }
  }

  for (const dialect of kChatDialects) {
    it(`${dialect} → azure: its deployment is asked outside of dated addresses`, async () => {
      for (const stream of [false, true]) {
        const turns = [user('Look.', { image: { type: 'image/png', data: 'iVBORw0KGgo=' } })];
        const ask = () => scene.callers[dialect].ask({ model: 'azure/gpt-6.1-sol', turns, tools, choice: 'look', effort: 'low', max: 700 }, { stream });
        scene.fakes.azure.next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }] });
        const first = await ask();
        turns.push(said(first), results([{ id: 'call_1', text: 'trees' }]));
        assert.equal((await ask()).text, 'Hello from upstream.');
        const { rawPath, body } = scene.fakes.azure.last;
        assert.equal(rawPath, '/openai/v1/responses');
        assert.deepEqual([body.model, body.tool_choice], ['my-sol', { type: 'function', name: 'look' }]);
        assert.equal(body.input.find(({ type }) => type === 'reasoning').encrypted_content, signature);
      }
    });
  }

  it('what this API has no word for is told, and refused where the alias says so', async () => {
    const more = { seed: 5, presence_penalty: 0.5, temperature: 0.5, metadata: { a: 'b' }, prompt_cache_key: 'k', safety_identifier: 's', service_tier: 'flex', parallel_tool_calls: false, verbosity: 'low' };
    const ask = (policy) => scene.callers.openai_chat.ask({ model: `sol-${policy}`, turns: [user('Hi')], tools, stop: ['END'], max: 5, more });
    for (const policy of ['drop', 'reject']) await scene.alias(`sol-${policy}`, 'openai', { unsupported_params: policy }, 'gpt-6.1-sol');
    const answer = await ask('drop');
    assert.equal(answer.headers.get('x-tollgate-params'), 'dropped=temperature,seed,presence_penalty,stop; clamped=max_tokens');
    const { body } = scene.fakes.openai.last;
    assert.deepEqual([body.metadata, body.prompt_cache_key, body.safety_identifier, body.service_tier, body.parallel_tool_calls, body.text], [{ a: 'b' }, 'k', 's', 'flex', false, { verbosity: 'low' }]);
    assert.equal(body.max_output_tokens, 16);
    await assert.rejects(ask('reject'), (error) => error instanceof OpenAI.BadRequestError && error.param === 'temperature');
  });

  it('allowed tools are the only ones that are offered', async () => {
    const allowed = { type: 'allowed_tools', allowed_tools: { mode: 'required', tools: [{ type: 'function', function: { name: 'look' } }] } };
    const two = [...tools, { name: 'hear', description: 'Hears', schema }];
    await scene.callers.openai_chat.ask({ model: 'openai/gpt-6.1-sol', turns: [user('Hi')], tools: two, more: { tool_choice: allowed } });
    const { body } = scene.fakes.openai.last;
    assert.deepEqual([body.tools.map(({ name }) => name), body.tool_choice], [['look'], 'required']);
  });

  const kBroken = {
    'cut off': { cutAfter: 6 },
    'just over': { without: ['finish'] },
    'only [DONE]': { raw: 'event: response.created\ndata: {"type":"response.created","response":{"id":"r","model":"m"}}\n\ndata: [DONE]\n\n' },
    'failed': { raw: 'data: {"type":"response.failed","response":{"id":"r","status":"failed","error":{"code":"server_error","message":"Went wrong upstream."},"output":[]}}\n\n' },
  };
  for (const [what, step] of Object.entries(kBroken)) {
    it(`a stream that is ${what} is an error in the caller's dialect`, async () => {
      for (const dialect of ['openai_chat', 'anthropic_messages']) {
        await scene.fresh('openai'); // whose breaker nobody has opened
        scene.fakes.openai.next({ blocks: [{ text: [...'Hello, world!'] }], ...step });
        const asked = scene.callers[dialect].ask({ model: `openai-${scene.count}/gpt-6.1-sol`, turns: [user('Hi')], tools }, { stream: true });
        await assert.rejects(asked, (error) => error instanceof OpenAI.APIError || error instanceof Anthropic.APIError);
      }
    });
  }

  it('errors of the API are the caller\'s own exceptions', async () => {
    await scene.fresh('openai');
    const asked = (dialect) => scene.callers[dialect].ask({ model: `openai-${scene.count}/gpt-6.1-sol`, turns: [user('Hi')], tools });
    scene.fakes.openai.next({ status: 400, message: 'Your input exceeds the context window.', code: 'context_length_exceeded' }, { status: 429, headers: { 'retry-after': '7' } });
    await assert.rejects(asked('anthropic_messages'), Anthropic.BadRequestError);
    await assert.rejects(asked('openai_chat'), (error) => error instanceof OpenAI.RateLimitError && Number(error.headers.get('retry-after')) > 0);
  });

  it('options.api decides for a provider, or for each of its models', async () => {
    const chat = (model) => scene.callers.openai_chat.ask({ model, turns: [user('Hi')], effort: 'low' });
    await scene.provider('openai', { options: { api: 'responses' } }, 'all-new');
    await scene.provider('openai', { options: { api: { 'gpt-5.1': 'responses', '*': 'chat' } } }, 'some-new');
    await scene.provider('openai', { kind: 'openai_compatible', options: { api: 'responses' } }, 'local-new');
    const paths = [];
    for (const model of ['all-new/gpt-5.1', 'some-new/gpt-5.1', 'some-new/gpt-5.2', 'local-new/qwen3']) {
      await chat(model);
      paths.push(pathOf(scene.fakes.openai.last));
    }
    assert.deepEqual(paths, ['/responses', '/responses', '/chat/completions', '/responses']);
    await scene.callers.openai_responses.ask({ model: 'some-new/gpt-5.2', turns: [user('Hi')] });
    assert.equal(pathOf(scene.fakes.openai.last), '/chat/completions');
    await scene.callers.openai_responses.ask({ model: 'local-new/qwen3', turns: [user('Hi')] });
    assert.equal(pathOf(scene.fakes.openai.last), '/responses');
  });

  it('options.api that mean nothing are refused', async () => {
    for (const [options, field] of [[{ api: 'newest' }, 'options.api'], [{ api: 5 }, 'options.api'], [{ api: { m: 'x' } }, 'options.api.m'], [{ reasoning_summary: 'long' }, 'options.reasoning_summary']]) {
      const { status, body } = await scene.gateway.admin('POST', '/providers', { name: 'odd', kind: 'openai', options });
      assert.equal(status, 422);
      assert.ok(JSON.stringify(body).includes(`"${field}"`), JSON.stringify(body));
    }
  });
});
