// Every refusal in the words of the OpenAI dialect, so that the SDK raises its own typed error.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import OpenAI from 'openai';
import { closedPort } from './support/fake_upstream.mjs';
import { hello, startScene } from './support/gateway.mjs';

describe('errors as the SDK raises them', () => {
  let scene;
  let gateway;
  let upstream;
  before(async () => {
    scene = await startScene();
    ({ gateway, upstream } = scene);
    await gateway.price('up', 'gpt-4o-mini', 1000);
  });
  beforeEach(() => upstream.reset());
  after(() => scene?.close());

  const call = (secret, body = hello, options) => gateway.client(secret).chat.completions.create(body, options);

  async function rejects(promise, type, status, code, param = null) {
    let raised;
    await assert.rejects(promise, (error) => Boolean((raised = error)));
    assert.ok(raised instanceof type, `${raised.constructor.name}: ${raised.message}`);
    assert.deepEqual({ status: raised.status, code: raised.code, param: raised.param ?? null }, { status, code, param });
    assert.ok(raised.error.message.length > 10, 'no words for a person');
    assert.ok(raised.error.type.length > 0);
    assert.ok(raised.headers.get('x-request-id'), 'no x-request-id');
    return raised;
  }

  it('401 without a key, with an unknown one, a disabled one, an expired one, one of a disabled project', async () => {
    const disabled = await gateway.key({ enabled: false });
    const expired = await gateway.key({ expires_at: '2020-01-01T00:00:00Z' });
    await gateway.create('/projects', { name: 'closed', enabled: false });
    const orphan = await gateway.key({ project: 'closed' });
    for (const secret of ['tg-nonsense', scene.secret.slice(0, -1), disabled.secret, expired.secret, orphan.secret]) {
      await rejects(call(secret), OpenAI.AuthenticationError, 401, 'invalid_api_key');
    }
    const response = await gateway.post('/v1/chat/completions', null, hello);
    assert.equal(response.status, 401);
    assert.equal(upstream.requests.length, 0, 'something went up');
  });

  it('403 for a model the key may not use', async () => {
    const { secret } = await gateway.key({ allowed_models: ['other'] });
    await rejects(call(secret), OpenAI.PermissionDeniedError, 403, 'model_not_allowed', 'model');
    assert.equal(upstream.requests.length, 0);
    const { secret: allowed } = await gateway.key({ allowed_models: ['other', 'chat'] });
    await call(allowed);
  });

  it('404 for a model nobody has', async () => {
    for (const model of ['no-such-alias', 'no-provider/gpt-4o-mini']) {
      await rejects(call(scene.secret, { ...hello, model }), OpenAI.NotFoundError, 404, 'model_not_found', 'model');
    }
  });

  it('400 with the field at fault', async () => {
    const bad = OpenAI.BadRequestError;
    const { model, messages } = hello;
    await rejects(call(scene.secret, { messages }), bad, 400, 'invalid_request', 'model');
    await rejects(call(scene.secret, { model }), bad, 400, 'invalid_request', 'messages');
    await rejects(call(scene.secret, { ...hello, messages: 'Hello' }), bad, 400, 'invalid_request', 'messages');
    const broken = await gateway.post('/v1/chat/completions', scene.secret, '{"model":"chat",');
    assert.equal(broken.status, 400);
    assert.equal((await broken.json()).error.code, 'invalid_request');
    assert.equal(upstream.requests.length, 0);
  });

  it('413 for a body over 32 MiB', async () => {
    const content = 'x'.repeat(33 * 1024 * 1024);
    const huge = { model: 'chat', messages: [{ role: 'user', content }] };
    await rejects(call(scene.secret, huge), OpenAI.APIError, 413, 'request_too_large');
    assert.equal(upstream.requests.length, 0);
  });

  it('takes a body just under the limit', async () => {
    const content = 'y'.repeat(31 * 1024 * 1024);
    const big = { model: 'chat', messages: [{ role: 'user', content }] };
    const answer = await call(scene.secret, big);
    assert.equal(answer.choices[0].message.content, 'Hello from upstream.');
    assert.equal(upstream.last.body.messages[0].content.length, content.length);
  });

  it('429 with retry-after over the rate limit', async () => {
    const { secret } = await gateway.key({ limits: { rpm: 2 } });
    const raised = [];
    for (let i = 0; i < 6; i += 1) {
      await call(secret).catch((error) => raised.push(error));
    }
    assert.ok(raised.length >= 2 && raised.length <= 4, `${raised.length} of 6 refused at 2 a minute`);
    await rejects(Promise.reject(raised.at(-1)), OpenAI.RateLimitError, 429, 'rate_limit_exceeded');
    assert.ok(Number(raised.at(-1).headers.get('retry-after')) > 0);
  });

  it('402 over a hard budget, naming it and when it resets', async () => {
    const { secret, id } = await gateway.key();
    const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.000001, action: 'block' });
    const error = await rejects(call(secret), OpenAI.APIError, 402, 'budget_exceeded');
    const text = JSON.stringify(error.error);
    assert.ok(text.includes(budget.id), 'the budget is not named');
    assert.ok(text.includes(budget.resets_at.slice(0, 16)), 'when it resets is not said');
    assert.equal(upstream.requests.length, 0);
  });

  it('502 when nobody answers, 504 when the answer is late', async () => {
    await gateway.openaiProvider('gone', `http://127.0.0.1:${await closedPort()}/v1`);
    await rejects(call(scene.secret, { ...hello, model: 'gone/m' }), OpenAI.InternalServerError, 502, 'upstream_error');

    upstream.always('gpt-4o-mini', { hang: true });
    const started = performance.now();
    const late = call(scene.secret, hello, { headers: { 'X-Tollgate-Timeout-Ms': '400' } });
    await rejects(late, OpenAI.InternalServerError, 504, 'upstream_timeout');
    const took = performance.now() - started;
    assert.ok(took > 350 && took < 2500, `took ${took} ms`);
  });

  it("says the caller's fault with the upstream's status and hides the gateway's own", async () => {
    for (const status of [400, 404, 413, 422]) {
      upstream.script('gpt-4o-mini', { status, errorBody: { message: 'The input is not to our taste.' } });
      await assert.rejects(call(scene.secret), { status });
    }
    await gateway.openaiProvider('misconfigured', upstream, { credentials: { api_key: 'sk-wrong' } });
    await rejects(call(scene.secret, { ...hello, model: 'misconfigured/m' }), OpenAI.InternalServerError, 502, 'upstream_error');

    await gateway.openaiProvider('busy', upstream);
    upstream.script('crowded', { status: 429, headers: { 'retry-after': '9' } });
    const limited = await rejects(call(scene.secret, { ...hello, model: 'busy/crowded' }), OpenAI.RateLimitError, 429, 'rate_limit_exceeded');
    assert.ok(Number(limited.headers.get('retry-after')) > 0);
  });

  it('404 and 405 for what is no route', async () => {
    const unknown = await gateway.post('/v1/nothing', scene.secret, {});
    assert.equal(unknown.status, 404);
    assert.equal(typeof (await unknown.json()).error.message, 'string');
    const wrong = await fetch(`${gateway.url}/v1/chat/completions`, { headers: { authorization: `Bearer ${scene.secret}` } });
    assert.equal(wrong.status, 405);
    await wrong.text();
    for (const where of ['/v1/messages', '/v1/messages/count_tokens']) {
      const theirs = await fetch(gateway.url + where);
      assert.equal(theirs.status, 405);
      const body = await theirs.json();
      assert.deepEqual([body.type, body.error.type], ['error', 'invalid_request_error'], where);
    }
    const google = await fetch(`${gateway.url}/v1beta/models/gpt:generateContent`, { method: 'DELETE' });
    assert.deepEqual([google.status, (await google.json()).error.status], [405, 'UNIMPLEMENTED']);
  });
});
