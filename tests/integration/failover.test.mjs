// What happens when a target fails: retries, the next target, the breaker, and never after the first byte.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import OpenAI from 'openai';
import { closedPort, startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';
import { collect, dataLines } from './support/sse.mjs';

const messages = [{ role: 'user', content: 'Hello' }];

describe('failover', () => {
  let gateway;
  let first;
  let second;
  let secret;
  let client;
  let serial = 0;

  before(async () => {
    first = await startFakeUpstream({ models: ['m'] });
    second = await startFakeUpstream({ models: ['m'] });
    gateway = await startGateway();
    ({ secret } = await gateway.key());
    client = gateway.client(secret);
  });
  beforeEach(() => {
    first.reset();
    second.reset();
  });
  after(async () => {
    await gateway?.stop();
    await first?.close();
    await second?.close();
  });

  /** A fresh alias over fresh providers, so that no test sees another's breaker: first, then second. */
  async function pair(fields = {}, firstUrl = first) {
    serial += 1;
    const names = [`first${serial}`, `second${serial}`];
    await gateway.openaiProvider(names[0], firstUrl, fields);
    await gateway.openaiProvider(names[1], second);
    const alias = `pair${serial}`;
    await gateway.create('/aliases', {
      alias,
      strategy: 'simple',
      targets: [{ provider: names[0], model: 'm' }],
      fallbacks: [{ provider: names[1], model: 'm' }],
    });
    return { alias, names };
  }

  async function answer(alias, extra = {}, options = {}) {
    const { data, response } = await client.chat.completions
      .create({ model: alias, messages, ...extra }, options)
      .withResponse();
    return { data, header: (name) => response.headers.get(name) };
  }

  for (const status of [500, 502, 503, 504, 529]) {
    it(`goes to the next target after a ${status}`, async () => {
      const { alias, names } = await pair();
      first.script('m', { status });
      const { header } = await answer(alias);
      assert.equal(header('x-tollgate-provider'), names[1]);
      assert.equal(header('x-tollgate-attempts'), '2');
      assert.deepEqual([first.chatRequests.length, second.chatRequests.length], [1, 1]);
    });
  }

  it('retries the same target first, as often as it may', async () => {
    const { alias, names } = await pair({ max_retries: 2 });
    first.script('m', { status: 500 }, { status: 503 });
    const { header } = await answer(alias);
    assert.equal(header('x-tollgate-provider'), names[0]);
    assert.equal(header('x-tollgate-attempts'), '3');
    assert.deepEqual([first.chatRequests.length, second.chatRequests.length], [3, 0]);
  });

  it('goes on when the connection is refused or reset before a byte', async () => {
    const refused = await pair({}, `http://127.0.0.1:${await closedPort()}/v1`);
    assert.equal((await answer(refused.alias)).header('x-tollgate-provider'), refused.names[1]);
    const reset = await pair();
    first.always('m', { reset: true }); // a connection kept alive may be renewed once without a word
    assert.equal((await answer(reset.alias)).header('x-tollgate-provider'), reset.names[1]);
  });

  it('goes on without a retry when the first byte is late, and cancels the late one', async () => {
    const { alias, names } = await pair({
      max_retries: 2,
      timeouts_ms: { connect: 1000, first_byte: 250, idle: 1000, total: 5000 },
    });
    for (const stream of [false, true]) {
      first.requests.length = 0;
      first.script('m', { hang: true });
      const started = performance.now();
      const { data, header } = await answer(alias, { stream });
      if (stream) await collect(data);
      assert.ok(performance.now() - started < 2000);
      assert.equal(header('x-tollgate-provider'), names[1]);
      assert.equal(first.chatRequests.length, 1);
      await first.last.closed;
    }
  });

  it('tries the next target after 401, 403 and 429, and not after 400, 404, 413, 422', async () => {
    for (const status of [401, 403, 429]) {
      const { alias, names } = await pair();
      first.script('m', { status });
      assert.equal((await answer(alias)).header('x-tollgate-provider'), names[1], `after ${status}`);
    }
    for (const status of [400, 404, 413, 422]) {
      const { alias } = await pair({ max_retries: 2 });
      second.reset();
      first.script('m', { status });
      await assert.rejects(answer(alias), { status });
      assert.equal(second.chatRequests.length, 0, `fallback after ${status}`);
    }
  });

  it('retries a 429 on the same target when retry-after fits the deadline', async () => {
    const { alias, names } = await pair({ max_retries: 1 });
    first.script('m', { status: 429, headers: { 'retry-after': '1' } });
    const { header } = await answer(alias);
    assert.ok(names.includes(header('x-tollgate-provider')));
    assert.equal(header('x-tollgate-attempts'), '2');
  });

  it('leaves a lone target alone after a 429 for as long as callers are asked to wait, and no longer', async () => {
    const model = `${(await pair()).names[0]}/m`;
    first.script('m', { status: 429 }); // without a time
    await assert.rejects(answer(model), ({ status, headers }) => status === 429 && headers.get('retry-after') === '1');
    await assert.rejects(answer(model), { status: 503 });
    await new Promise((done) => setTimeout(done, 1000));
    assert.equal((await answer(model)).header('x-tollgate-attempts'), '1');
  });

  it('fails over in a stream as long as no byte has left', async () => {
    const { alias, names } = await pair();
    first.script('m', { status: 500 });
    const { data, header } = await answer(alias, { stream: true });
    assert.equal((await collect(data)).text, 'Hello from upstream.');
    assert.equal(header('x-tollgate-provider'), names[1]);
  });

  it('ends a stream cut in the middle with an error event, no [DONE] and no second try', async () => {
    for (const fault of [{ cutAfter: 2 }, { stallAfter: 2 }]) {
      const { alias } = await pair({ timeouts_ms: { connect: 1000, first_byte: 1000, idle: 300, total: 5000 } });
      second.reset();
      first.script('m', fault, fault);
      const response = await gateway.post('/v1/chat/completions', secret, { model: alias, messages, stream: true });
      const lines = dataLines(await response.text());
      assert.ok(!lines.includes('[DONE]'), 'a broken stream claims to be done');
      assert.ok(lines.some((line) => line.includes('"Hello"')), 'what had arrived was lost');
      const { error } = JSON.parse(lines.at(-1));
      assert.ok(error.message.length > 0);
      assert.equal(second.chatRequests.length, 0, 'tried again after the first byte');

      const { data } = await answer(alias, { stream: true });
      await assert.rejects(collect(data), OpenAI.APIError);

      const rows = await gateway.rows(2, `alias:${alias}`);
      for (const row of rows) {
        assert.equal(row.outcome, 'aborted');
        assert.ok(row.output_tokens > 0 && row.usage_estimated, 'what was delivered is not booked');
      }
    }
  });

  it('opens the breaker after three failures and spares the target', async () => {
    const { alias, names } = await pair();
    first.always('m', { status: 500 });
    for (let i = 0; i < 6; i += 1) await answer(alias);
    assert.equal(first.chatRequests.length, 3);
    assert.equal(second.chatRequests.length, 6);
    const { health } = await gateway.get(`/providers/${names[0]}`);
    assert.equal(health.circuit, 'open');
    assert.equal(health.state, 'down');
    assert.ok(Date.parse(health.retry_at) > Date.now());
  });

  it('answers 503 with retry-after when no target is healthy', async () => {
    serial += 1;
    const name = `lonely${serial}`;
    await gateway.openaiProvider(name, first);
    first.always('m', { status: 500 });
    for (let i = 0; i < 3; i += 1) await assert.rejects(answer(`${name}/m`), { status: 502 });
    await assert.rejects(answer(`${name}/m`), (error) => {
      assert.equal(error.status, 503);
      assert.equal(error.code, 'no_healthy_target');
      assert.ok(Number(error.headers.get('retry-after')) > 0);
      return true;
    });
    assert.equal(first.chatRequests.length, 3);
  });

  it('closes the breaker again when the target recovers', async () => {
    await gateway.patch('/settings', { breaker: { failures: 2, cooldown_seconds: 1, successes: 1 } });
    try {
      const { alias, names } = await pair();
      first.script('m', { status: 500 }, { status: 500 });
      for (let i = 0; i < 3; i += 1) await answer(alias);
      assert.equal((await gateway.get(`/providers/${names[0]}`)).health.circuit, 'open');
      await eventually(async () => {
        assert.equal((await answer(alias)).header('x-tollgate-provider'), names[0]);
      });
      assert.equal((await gateway.get(`/providers/${names[0]}`)).health.circuit, 'closed');
    } finally {
      await gateway.patch('/settings', { breaker: { failures: 3, cooldown_seconds: 30, successes: 2 } });
    }
  });

  it('holds one deadline over all attempts', async () => {
    const { alias } = await pair();
    first.script('m', { hang: true });
    second.script('m', { hang: true });
    const started = performance.now();
    const late = answer(alias, {}, { headers: { 'X-Tollgate-Timeout-Ms': '500' } });
    await assert.rejects(late, { status: 504, code: 'upstream_timeout' });
    assert.ok(performance.now() - started < 2000);
  });

  it('keeps every attempt with the request', async () => {
    const { alias, names } = await pair({ max_retries: 1 });
    first.script('m', { status: 500 }, { status: 500 });
    const { header } = await answer(alias);
    const row = await eventually(() => gateway.get(`/requests/${header('x-request-id')}`));
    assert.deepEqual(row.attempts.map(({ provider, outcome }) => [provider, outcome]), [
      [names[0], 'http_500'],
      [names[0], 'http_500'],
      [names[1], 'ok'],
    ]);
    assert.equal(row.attempt_count, 3);
    assert.deepEqual([row.first_provider, row.provider, row.note], [names[0], names[1], 'fallback']);
    assert.ok(row.decision.length > 0 && row.decision.every(({ code, text }) => code && text));
  });
});
