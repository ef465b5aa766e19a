// Where a provider speaks the caller's dialect the bytes go through as they are, in both directions, in every such pair.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startMatrix } from './support/matrix.mjs';

// Order of members, spelling of numbers, escapes and white space that a JSON library would rewrite.
const odd = '"zeta":{"b":1,"a":[1.0,1e0,0.70,-0,12345678901234567890]},\n\t"future_field":"caf\\u00e9 é 🐎 \\/"';
const chat = `{ ${odd},"model" : "MODEL","messages":[{"role":"user","content":"a","x_new":null}] }`;
const kBodies = {
  '/v1/chat/completions': { body: chat, providers: ['openai', 'compatible', 'azure'] },
  '/v1/responses': { body: `{ ${odd},"model" : "MODEL","input":[{"role":"user","content":"a"}],"store":false }`, providers: ['openai'] },
  '/v1/messages': { body: `{ ${odd},"model" : "MODEL","max_tokens":5,"messages":[{"role":"user","content":[{"type":"text","text":"a","x_new":null}]}] }`, providers: ['anthropic'] },
  '/v1/messages/count_tokens': { body: `{ ${odd},"model" : "MODEL","messages":[{"role":"user","content":"a"}] }`, providers: ['anthropic'], unary: true },
  '/v1/completions': { body: `{ ${odd},"model" : "MODEL","prompt":"a" }`, providers: ['openai', 'compatible', 'azure'] },
  '/v1/embeddings': { body: `{ ${odd},"model" : "MODEL","input":["a"] }`, providers: ['openai', 'compatible', 'azure'], unary: true },
};
const kReplies = {
  '/v1/chat/completions':
    '{ "id":"x","object":"chat.completion","zeta":[1.0,0.70],"choices":[{"index":0,"message":{"content":"caf\\u00e9","role":"assistant","new":{"b":1,"a":2}},"finish_reason":"stop"}],\n"usage":{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3} }\n',
  '/v1/responses':
    '{ "id":"resp_1","object":"response","status":"completed","zeta":[1.0,0.70],"output":[{"type":"new_item","id":"n_1"},{"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text","text":"caf\\u00e9","annotations":[]}]}],"usage":{"input_tokens":2,"output_tokens":1,"total_tokens":3} }\n',
  '/v1/messages':
    '{ "id":"msg_1","type":"message","role":"assistant","zeta":[1.0,0.70],"content":[{"type":"new_block","x":1},{"type":"text","text":"caf\\u00e9"}],"stop_reason":"end_turn","usage":{"input_tokens":2,"output_tokens":1} }\n',
  '/v1/messages/count_tokens': '{ "input_tokens" : 7, "zeta":1.0 }',
  '/v1/completions':
    '{ "content":"caf\\u00e9","id":"x","object":"text_completion","zeta":[1.0,0.70],"choices":[{"index":0,"text":"caf\\u00e9","finish_reason":"stop"}],"usage":{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3} }\n',
  '/v1/embeddings': '{ "object":"list","zeta":1.0,"data":[{"embedding":[0.10,1e-1],"index":0}],"usage":{"prompt_tokens":2,"total_tokens":2} }',
};
const kStreams = {
  '/v1/chat/completions':
    'data: {"id":"x","zeta":1.0,"choices":[{"index":0,"delta":{"content":"é\\u00e9"}}]}\n\n: hello\n\ndata: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
  '/v1/responses':
    'event: response.created\ndata: {"type":"response.created","zeta":1.0,"sequence_number":0,"response":{"id":"resp_1"}}\n\nevent: response.new_event\ndata: {"type":"response.new_event","x":"\\u00e9"}\n\n' +
    'event: response.completed\ndata: {"type":"response.completed","sequence_number":2,"response":{"id":"resp_1","status":"completed","output":[],"usage":{"input_tokens":2,"output_tokens":1,"total_tokens":3}}}\n\n',
  '/v1/messages':
    'event: message_start\ndata: {"type":"message_start","zeta":1.0,"message":{"id":"m","usage":{"input_tokens":2,"output_tokens":1}}}\n\nevent: ping\ndata: {"type": "ping"}\n\n' +
    'event: new_event\ndata: {"type":"new_event","x":"\\u00e9"}\n\nevent: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}\n\nevent: message_stop\ndata: {"type":"message_stop"}\n\n',
  '/v1/completions':
    'data: {"id":"x","object":"text_completion","zeta":1.0,"choices":[{"index":0,"text":"é\\u00e9","finish_reason":null}]}\n\ndata: {"choices":[{"index":0,"text":"","finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
};

describe('bytes between the same dialects', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  after(() => scene?.close());

  /** OpenAI serves text completions and embeddings by models of their own. */
  function modelFor(provider, path) {
    if (provider === 'azure' && path === '/v1/embeddings') return 'azure/embedder';
    return provider !== 'compatible' && path === '/v1/completions' ? `${provider}/gpt-3.5-turbo-instruct` : scene.model(provider);
  }

  for (const [path, { body, providers, unary }] of Object.entries(kBodies)) {
    for (const provider of providers) {
      it(`${path} → ${provider}, whole`, async () => {
        scene.fakes[provider].next({ lenient: true, raw: kReplies[path] });
        const model = modelFor(provider, path);
        const response = await scene.gateway.post(path, scene.secret, body.replace('MODEL', model));
        assert.equal(await response.text(), kReplies[path]);
        assert.equal(response.status, 200);
        const [, name] = /^[^/]+\/(.*)$/.exec(model);
        assert.equal(scene.fakes[provider].last.rawBody, body.replace('MODEL', name));
        assert.equal(response.headers.get('x-tollgate-params'), null);
      });

      if (unary) continue;
      it(`${path} → ${provider}, streamed`, async () => {
        const asked = body.replace(/ }$/, ',"stream" : true,"stream_options":{"include_usage":true} }').replace('MODEL', modelFor(provider, path));
        const streamed = /chat|completions/.test(path) ? asked : asked.replace(',"stream_options":{"include_usage":true}', '');
        for (const splitBytes of [undefined, 1]) {
          scene.fakes[provider].next({ lenient: true, raw: kStreams[path], splitBytes });
          const response = await scene.gateway.post(path, scene.secret, streamed);
          assert.equal(await response.text(), kStreams[path].replaceAll(/(: hello\n\n)/g, '$1'));
          assert.equal(scene.fakes[provider].last.rawBody, streamed.replace(modelFor(provider, path), modelFor(provider, path).replace(/^[^/]+\//, '')));
        }
      });
    }
  }

  it('forwards anthropic-version and anthropic-beta, and makes up the version where it is missing', async () => {
    const body = { model: scene.model('anthropic'), max_tokens: 5, messages: [{ role: 'user', content: 'a' }] };
    const headers = { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'context-1m-2025-08-07,fine-grained-tool-streaming-2025-05-14' };
    await (await scene.gateway.post('/v1/messages', scene.secret, body, headers)).text();
    assert.equal(scene.fakes.anthropic.last.headers['anthropic-beta'], headers['anthropic-beta']);
    assert.equal(scene.fakes.anthropic.last.headers['anthropic-version'], '2023-06-01');
    await (await scene.gateway.post('/v1/messages', scene.secret, body)).text();
    assert.match(scene.fakes.anthropic.last.headers['anthropic-version'], /^\d{4}-\d\d-\d\d$/);
    for (const provider of ['openai', 'gemini', 'bedrock']) {
      await (await scene.gateway.post('/v1/messages', scene.secret, { ...body, model: scene.model(provider) }, headers)).text();
      assert.equal(scene.fakes[provider].last.headers['anthropic-beta'], undefined, `${provider} was told of Anthropic's betas`);
      scene.fakes[provider].expectClean();
    }
  });

  it('carries the betas that Bedrock takes into its body, and reports every other one', async () => {
    const client = scene.callers.anthropic_messages.client;
    const ask = (model, more) => client.beta.messages.create({ model, max_tokens: 50, messages: [{ role: 'user', content: 'a' }], ...more }).withResponse();
    const betas = ['claude-code-20250219', 'interleaved-thinking-2025-05-14', 'context-management-2025-06-27', 'tool-search-tool-2025-10-19', 'context-1m-2025-08-07'];
    const context_management = { edits: [{ type: 'clear_tool_uses_20250919' }] };
    const { response } = await ask(scene.model('bedrock'), { betas, context_management });
    const { additionalModelRequestFields: sent } = scene.fakes.bedrock.last.body;
    assert.deepEqual(sent, { anthropic_beta: ['interleaved-thinking-2025-05-14', 'context-management-2025-06-27', 'context-1m-2025-08-07'], context_management });
    assert.equal(response.headers.get('x-tollgate-params'), 'dropped=anthropic-beta.claude-code-20250219,anthropic-beta.tool-search-tool-2025-10-19');
    for (const provider of ['openai', 'responses', 'gemini', 'compatible', 'azure']) {
      const other = await ask(scene.model(provider), { betas });
      assert.equal(other.response.headers.get('x-tollgate-params'), 'dropped=anthropic-beta', provider);
    }
    const { response: own } = await ask(scene.model('anthropic'), { betas });
    assert.equal(own.headers.get('x-tollgate-params'), null);
  });
});
