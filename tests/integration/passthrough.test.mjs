// Same dialect on both sides: the bytes go through untouched, fields nobody has heard of included.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startScene } from './support/gateway.mjs';

// Key order, spacing, number spelling, escapes and duplicates of meaning that a JSON library would rewrite.
const oddBody =
  '{ "zeta":{"b":1,"a":[1.0,1e0,0.70,-0,12345678901234567890]},\n\t"model" : "chat",' +
  '"messages":[{"role":"user","content":"caf\\u00e9 é 🐎 \\/ \\"q\\"","x_new":null}],"temperature":0.70,' +
  '"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object",' +
  '"properties":{"z":{},"a":{}}}}},"future_field":"as is"}';
const oddAnswer =
  '{ "id":"x", "object":"chat.completion","created":1e9,"model":"gpt-4o-mini-2099","zeta":[1.0,0.70],' +
  '"choices":[{"index":0,"message":{"content":"caf\\u00e9 🐎","role":"assistant","new":{"b":1,"a":2}},' +
  '"finish_reason":"stop"}],\n"usage":{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3,"later":{}} }\n';

describe('bytes between the same dialects', () => {
  let scene;
  before(async () => {
    scene = await startScene({ upstream: { acceptUnknownFields: true } });
  });
  beforeEach(() => scene.upstream.reset());
  after(() => scene?.close());

  it('go up unchanged but for the model', async () => {
    const response = await scene.gateway.post('/v1/chat/completions', scene.secret, oddBody);
    assert.equal(response.status, 200, await response.text());
    assert.equal(scene.upstream.last.rawBody, oddBody.replace('"chat"', '"gpt-4o-mini"'));
  });

  it('come back unchanged', async () => {
    scene.upstream.script('gpt-4o-mini', { raw: oddAnswer });
    const response = await scene.gateway.post('/v1/chat/completions', scene.secret, oddBody);
    assert.equal(await response.text(), oddAnswer);
    assert.match(response.headers.get('content-type'), /^application\/json/);
  });

  it('go up unchanged in a streaming request but for the model and the usage asked for', async () => {
    const body = oddBody.replace('"future_field"', '"stream":true,"future_field"');
    const response = await scene.gateway.post('/v1/chat/completions', scene.secret, body);
    assert.equal(response.status, 200, await response.text());
    const sent = scene.upstream.last;
    assert.deepEqual(sent.body, {
      ...JSON.parse(body),
      model: 'gpt-4o-mini',
      stream_options: { include_usage: true },
    });
    for (const part of ['"zeta":{"b":1,"a":[1.0,1e0,0.70,-0,12345678901234567890]},\n\t', '"caf\\u00e9 é 🐎 \\/ \\"q\\""', '"temperature":0.70,']) {
      assert.ok(sent.rawBody.includes(part), `rewritten: ${part}`);
    }
  });

  it('stream back unchanged to a caller that asked for usage', async () => {
    const raw =
      'data: {"id":"x","object":"chat.completion.chunk","zeta":[1.0,0.70],"choices":[{"index":0,"delta":{"content":"é\\u00e9"}}]}\n\n' +
      ': a comment\n\n' +
      'data: {"id":"x","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}\n\n' +
      'data: {"id":"x","choices":[],"usage":{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3,"later":1}}\n\n' +
      'data: [DONE]\n\n';
    for (const splitBytes of [undefined, 1]) {
      scene.upstream.script('gpt-4o-mini', { raw, splitBytes });
      const body = { model: 'chat', messages: [{ role: 'user', content: 'x' }], stream: true, stream_options: { include_usage: true } };
      const response = await scene.gateway.post('/v1/chat/completions', scene.secret, body);
      assert.equal(await response.text(), raw);
    }
  });

  it("lose only the usage chunk on the way to a caller that didn't ask", async () => {
    const kept =
      'data: {"choices":[{"index":0,"delta":{"content":"a"}}],"zeta":1.0}\n\n' +
      'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n';
    const usage = 'data: {"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":1,"total_tokens":3}}\n\n';
    for (const splitBytes of [undefined, 1]) {
      scene.upstream.script('gpt-4o-mini', { raw: `${kept}${usage}data: [DONE]\n\n`, splitBytes });
      const body = { model: 'chat', messages: [{ role: 'user', content: 'x' }], stream: true };
      const response = await scene.gateway.post('/v1/chat/completions', scene.secret, body);
      assert.equal(await response.text(), `${kept}data: [DONE]\n\n`);
    }
  });

  it('carry an error body of the upstream to the caller', async () => {
    const errorBody = { message: "Invalid 'messages[0].content'", type: 'invalid_request_error', code: 'string_too_long', param: 'messages[0].content' };
    scene.upstream.script('gpt-4o-mini', { status: 400, errorBody });
    const response = await scene.gateway.post('/v1/chat/completions', scene.secret, oddBody);
    assert.equal(response.status, 400);
    const { error } = await response.json();
    assert.equal(error.message, errorBody.message);
    assert.equal(error.param, errorBody.param);
  });
});
