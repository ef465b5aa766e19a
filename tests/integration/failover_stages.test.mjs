// A failure at every stage of an attempt: with another target the caller notices nothing, without one its own SDK
// raises the right error.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { closedPort, startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';
import { collect, dataLines } from './support/sse.mjs';

const messages = [{ role: 'user', content: 'Hello' }];
const quick = { connect: 500, first_byte: 300, idle: 300, total: 5000 };
const tooLong = {
  status: 400,
  errorBody: { message: "This model's maximum context length is 8192 tokens.", code: 'context_length_exceeded', param: 'messages' },
};

// fault, in unary or streamed calls, the ledger's word for the attempt, the status and code where nobody else is left
const stages = [
  { name: 'the connection is refused', refused: true, outcome: 'connect_failed', status: 502, code: 'upstream_error' },
  { name: 'it is reset before the head', fault: { reset: true }, outcome: 'reset', status: 502, code: 'upstream_error' },
  { name: 'it is cut after the head, before a byte', fault: { cutAfter: 0 }, only: 'stream', outcome: 'cut', status: 502, code: 'upstream_error' },
  { name: 'it is cut within the body', fault: { cutBody: 20 }, only: 'unary', outcome: 'cut', status: 502, code: 'upstream_error' },
  { name: 'no byte comes in time', fault: { hang: true }, outcome: 'timeout', status: 504, code: 'upstream_timeout' },
  { name: 'it stalls after the head', fault: { stallAfter: 0 }, only: 'stream', outcome: 'stalled', status: 504, code: 'upstream_timeout' },
  { name: 'a 500', fault: { status: 500 }, outcome: 'http_500', status: 502, code: 'upstream_error' },
  { name: 'a 503', fault: { status: 503 }, outcome: 'http_503', status: 502, code: 'upstream_error' },
  { name: 'a 529', fault: { status: 529 }, outcome: 'http_529', status: 502, code: 'upstream_error' },
  { name: 'a 429 with retry-after', fault: { status: 429, headers: { 'retry-after': '7' } }, outcome: 'http_429', status: 429, code: 'rate_limit_exceeded', retryAfter: 7 },
  { name: 'a 429 without', fault: { status: 429 }, outcome: 'http_429', status: 429, code: 'rate_limit_exceeded', retryAfter: 1 },
  { name: 'a 401', fault: { status: 401 }, outcome: 'http_401', status: 502, code: 'upstream_error' },
  { name: 'a 402', fault: { status: 402 }, outcome: 'http_402', status: 502, code: 'upstream_error' },
  { name: 'a body that is none', fault: { raw: '<html>busy</html>' }, only: 'unary', outcome: 'malformed', status: 502, code: 'upstream_error' },
  { name: 'too long a context', fault: tooLong, outcome: 'http_400', status: 400, code: 'upstream_error' },
];

describe('a failure at any stage', () => {
  let gateway;
  let bad;
  let good;
  let secret;
  let openai;
  let anthropic;
  let serial = 0;

  before(async () => {
    bad = await startFakeUpstream({ models: ['m', 'big'] });
    good = await startFakeUpstream({ models: ['m', 'big'] });
    gateway = await startGateway();
    ({ secret } = await gateway.key());
    openai = gateway.client(secret);
    anthropic = new Anthropic({ apiKey: secret, baseURL: gateway.url, maxRetries: 0 });
  });
  beforeEach(() => {
    bad.reset();
    good.reset();
  });
  after(async () => {
    await gateway?.stop();
    await bad?.close();
    await good?.close();
  });

  /** Fresh providers for each test, so that none sees another's breaker. */
  async function providers({ fields = {}, refused = false, alias = {} } = {}) {
    serial += 1;
    const [first, second] = [`bad${serial}`, `good${serial}`];
    const where = refused ? `http://127.0.0.1:${await closedPort()}/v1` : bad;
    await gateway.openaiProvider(first, where, { timeouts_ms: quick, ...fields });
    await gateway.openaiProvider(second, good);
    const name = `stage${serial}`;
    await gateway.create('/aliases', {
      alias: name,
      strategy: 'simple',
      targets: [{ provider: first, model: 'm' }],
      fallbacks: [{ provider: second, model: 'm' }],
      ...alias,
    });
    return { alias: name, first, second };
  }

  async function ask(model, extra = {}, options = {}) {
    const { data, response } = await openai.chat.completions.create({ model, messages, ...extra }, options).withResponse();
    const text = extra.stream ? (await collect(data)).text : data.choices[0].message.content;
    return { text, header: (name) => response.headers.get(name), row: () => rowOf(response.headers.get('x-request-id')) };
  }

  const rowOf = (id) => eventually(() => gateway.get(`/requests/${id}`));

  for (const stage of stages) {
    for (const stream of [false, true]) {
      if (stage.only === (stream ? 'unary' : 'stream')) continue;
      const how = stream ? 'streamed' : 'unary';

      it(`${stage.name}, ${how}: the next target answers`, async () => {
        const { alias, first, second } = await providers(stage);
        bad.always('m', stage.fault);
        const { text, header, row } = await ask(alias, { stream });
        assert.equal(text, 'Hello from upstream.');
        assert.equal(header('x-tollgate-provider'), second);
        const { attempts, decision } = await row();
        assert.deepEqual(attempts.map(({ provider, outcome }) => [provider, outcome]), [[first, stage.outcome], [second, 'ok']]);
        assert.ok(decision.some(({ code, text: why }) => code === 'attempt.failed' && why.includes(stage.outcome)));
      });

      it(`${stage.name}, ${how}: alone it is the SDK's own error`, async () => {
        const { first } = await providers(stage);
        bad.always('m', stage.fault);
        await assert.rejects(ask(`${first}/m`, { stream }), (error) => {
          assert.ok(error instanceof OpenAI.APIError, `${error}`);
          assert.deepEqual([error.status, error.code], [stage.status, stage.code]);
          if (stage.retryAfter) assert.ok(Number(error.headers.get('retry-after')) >= stage.retryAfter);
          return true;
        });
        bad.always('m', stage.fault);
        await gateway.expect(200, 'POST', `/providers/${first}/reset`);
        const body = { model: `${first}/m`, max_tokens: 100, messages };
        const asked = stream ? anthropic.messages.stream(body).finalMessage() : anthropic.messages.create(body);
        await assert.rejects(asked, (error) => {
          assert.ok(error instanceof Anthropic.APIError, `${error}`);
          assert.equal(error.status, stage.status);
          return true;
        });
      });
    }
  }

  it('in the middle of a stream nothing is tried again, and the stream says that it broke', async () => {
    for (const fault of [{ cutAfter: 2 }, { stallAfter: 2 }]) {
      const { alias } = await providers();
      good.reset();
      bad.script('m', fault, fault);
      await assert.rejects(ask(alias, { stream: true }), OpenAI.APIError);
      const response = await gateway.post('/v1/chat/completions', secret, { model: alias, messages, stream: true });
      const lines = dataLines(await response.text());
      assert.ok(!lines.includes('[DONE]'));
      assert.ok(JSON.parse(lines.at(-1)).error.message);
      assert.equal(good.chatRequests.length, 0);
    }
  });

  it('a stream that breaks before anything of it has left is asked for elsewhere, and nothing of it is told', async () => {
    const { alias, first, second } = await providers();
    bad.always('m', { raw: 'data: {"choices":[{"index":0,"delta":{"content":"Oops"}}]}\n\ndata: {oops\n\n' });
    const { text, header, row } = await ask(alias, { stream: true });
    assert.equal(text, 'Hello from upstream.');
    assert.equal(header('x-tollgate-provider'), second);
    const { attempts, output_tokens } = await row();
    assert.deepEqual(attempts.map(({ outcome }) => outcome), ['malformed', 'ok']);
    assert.equal(output_tokens, 10);
    await assert.rejects(ask(`${first}/m`, { stream: true }), { status: 502, code: 'upstream_error' });
  });

  it('goes to a larger window only when the context is too long', async () => {
    const { alias, first } = await providers({
      alias: { targets: [{ provider: `bad${serial + 1}`, model: 'm' }, { provider: `bad${serial + 1}`, model: 'big' }] },
    });
    const window = (provider, model, tokens) =>
      gateway.create('/models', { provider, model, context_window: tokens, capabilities: ['chat'] });
    await window(first, 'm', 8000);
    await window(first, 'big', 8000);
    await window(`good${serial}`, 'm', 128000);
    bad.always('m', tooLong);
    const { header, row } = await ask(alias);
    assert.equal(header('x-tollgate-provider'), `good${serial}`);
    assert.deepEqual(bad.chatRequests.map(({ body }) => body.model), ['m'], 'asked a window that is no larger');
    assert.ok((await row()).decision.some(({ code }) => code === 'candidate.window'));
    await gateway.patch(`/models/good${serial}/m`, { context_window: 8000 });
    await assert.rejects(ask(alias), { status: 400 });
  });

  describe('several keys', () => {
    const keys = ['sk-first-0123456789', 'sk-second-0123456789', 'sk-third-0123456789'];
    const several = { fields: { credentials: { api_keys: keys } } };
    const used = () => bad.chatRequests.map(({ headers }) => keys.findIndex((key) => headers.authorization.endsWith(key)));
    beforeEach(() => keys.forEach((key) => bad.key(key)));

    it('are used in turn', async () => {
      const { alias } = await providers(several);
      for (let i = 0; i < 6; i += 1) await ask(alias);
      assert.deepEqual(used(), [0, 1, 2, 0, 1, 2]);
    });

    it('a refused one is followed by the next within the request, and rests', async () => {
      for (const status of [401, 403]) {
        bad.requests.length = 0;
        const { alias, first } = await providers(several);
        bad.key(keys[0], { status });
        const { header } = await ask(alias);
        assert.equal(header('x-tollgate-provider'), first);
        for (let i = 0; i < 4; i += 1) await ask(alias);
        assert.deepEqual(used(), [0, 1, 2, 1, 2, 1]);
        const { health } = await gateway.get(`/providers/${first}`);
        assert.deepEqual(health.credentials.map(({ state }) => state), ['refused', 'ready', 'ready']);
        assert.equal(health.circuit, 'closed');
        assert.match(health.credentials[0].key, /^….{4}$/);
        assert.ok(Date.parse(health.credentials[0].retry_at) > Date.now());
        bad.key(keys[0]);
        await gateway.expect(200, 'POST', `/providers/${first}/reset`);
        for (let i = 0; i < 3; i += 1) await ask(alias);
        assert.deepEqual(used().slice(-3).sort(), [0, 1, 2]);
      }
    });

    it('a limited one rests until its retry-after, and the others go on', async () => {
      const { alias } = await providers(several);
      bad.key(keys[1], { status: 429, headers: { 'retry-after': '1' } });
      for (let i = 0; i < 5; i += 1) await ask(alias);
      assert.deepEqual(used(), [0, 1, 2, 0, 2, 0]);
      bad.key(keys[1]);
      await sleep(1050);
      for (let i = 0; i < 3; i += 1) await ask(alias);
      assert.ok(used().slice(-3).includes(1));
    });

    it('when all of them rest the target is skipped, and says until when', async () => {
      const { alias, first, second } = await providers(several);
      keys.forEach((key, i) => bad.key(key, { status: 429, headers: { 'retry-after': `${30 + i}` } }));
      assert.equal((await ask(alias)).header('x-tollgate-provider'), second);
      assert.deepEqual(used(), [0, 1, 2]);
      const { header, row } = await ask(alias);
      assert.equal(header('x-tollgate-attempts'), '1');
      assert.ok((await row()).decision.some(({ code }) => code === 'candidate.credentials'));
      await assert.rejects(ask(`${first}/m`), (error) => {
        assert.deepEqual([error.status, error.code], [503, 'no_healthy_target']);
        assert.ok(Number(error.headers.get('retry-after')) >= 28 && Number(error.headers.get('retry-after')) <= 30);
        return true;
      });
    });
  });

  it('waits for a retry-after that fits the deadline, and not for one that does not', async () => {
    const { first } = await providers({ fields: { max_retries: 1 } });
    bad.script('m', { status: 429, headers: { 'retry-after': '1' } });
    const started = performance.now();
    const { row } = await ask(`${first}/m`);
    assert.ok(performance.now() - started >= 1000, 'asked again too early');
    assert.deepEqual((await row()).attempts.map(({ outcome }) => outcome), ['http_429', 'ok']);

    await gateway.expect(200, 'POST', `/providers/${first}/reset`);
    bad.script('m', { status: 429, headers: { 'retry-after': '3' } });
    const again = performance.now();
    await assert.rejects(ask(`${first}/m`, {}, { headers: { 'X-Tollgate-Timeout-Ms': '800' } }), { status: 429 });
    assert.ok(performance.now() - again < 700, 'waited although it was no use');
  });

  it("does not hold a caller's own hurry against the target", async () => {
    const { alias, first } = await providers({ fields: { timeouts_ms: { ...quick, first_byte: 4000 } } });
    bad.always('m', { hang: true });
    for (let i = 0; i < 4; i += 1) {
      await assert.rejects(ask(alias, {}, { headers: { 'X-Tollgate-Timeout-Ms': '60' } }), { status: 504, code: 'upstream_timeout' });
    }
    assert.equal((await gateway.get(`/providers/${first}`)).health.circuit, 'closed');
    for (const wrong of ['soon', '0', '-5', '1e3']) {
      await assert.rejects(ask(alias, {}, { headers: { 'X-Tollgate-Timeout-Ms': wrong } }), { status: 400, param: 'X-Tollgate-Timeout-Ms' });
    }
  });

  it('ends at the deadline although the reader has stopped reading', async () => {
    const { alias } = await providers({ fields: { timeouts_ms: { ...quick, idle: 5000 } } });
    bad.script('m', { floodEvents: 60_000 });
    const response = await gateway.post('/v1/chat/completions', secret, { model: alias, messages, stream: true }, { 'X-Tollgate-Timeout-Ms': '700' });
    const id = response.headers.get('x-request-id');
    await sleep(1200); // nobody reads: the upstream is paused
    const row = await rowOf(id);
    assert.deepEqual([row.outcome, row.error_code], ['aborted', 'upstream_timeout']);
    const lines = dataLines(await response.text());
    assert.ok(!lines.includes('[DONE]'));
    assert.equal(JSON.parse(lines.at(-1)).error.code, 'upstream_timeout');
    assert.equal((await gateway.get(`/providers/bad${serial}`)).health.circuit, 'closed');
  });

  it('a provider is closed again by hand', async () => {
    const { alias, first, second } = await providers();
    bad.always('m', { status: 500 });
    for (let i = 0; i < 3; i += 1) await ask(alias);
    assert.equal((await gateway.get(`/providers/${first}`)).health.circuit, 'open');
    bad.always('m', null);
    assert.equal((await ask(alias)).header('x-tollgate-provider'), second);
    const shown = await gateway.expect(200, 'POST', `/providers/${first}/reset`);
    assert.equal(shown.health.circuit, 'closed');
    assert.equal((await ask(alias)).header('x-tollgate-provider'), first);
    const { data } = await gateway.get('/audit?limit=5');
    assert.ok(data.some(({ action, subject }) => action === 'reset' && subject === first));
    await gateway.expect(404, 'POST', '/providers/nobody/reset');
  });
});
