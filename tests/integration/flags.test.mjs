// Flags at work: a canary that fails rolls itself back, a ramp goes on, an experiment is told apart, a mirror delays
// nobody and is nobody's bill.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';
import { collect } from './support/sse.mjs';

const messages = [{ role: 'user', content: 'Hello' }];
const kCheckMs = 15000; // guardrails look at least every 10 s

describe('flags', () => {
  let gateway;
  let upstream;
  let client;
  before(async () => {
    upstream = await startFakeUpstream({ models: ['stable', 'canary', 'shadow', 'a'] });
    gateway = await startGateway({ args: ['--threads', '2'] });
    await gateway.openaiProvider('up', upstream);
    for (const model of ['stable', 'canary', 'shadow']) await gateway.price('up', model, 1, 2);
    await gateway.patch('/settings', { breaker: { failures: 1000 } });
    client = gateway.client((await gateway.key()).secret);
  });
  beforeEach(() => upstream.reset());
  after(async () => {
    await gateway?.stop();
    await upstream?.close();
  });

  const alias = (name) =>
    gateway.create('/aliases', { alias: name, strategy: 'simple', targets: [{ provider: 'up', model: 'stable' }] });
  const canary = (key, fields) =>
    gateway.create('/flags', {
      key, type: 'canary', alias: key, stable: 'up/stable', canary: 'up/canary', rollout_percent: 50, ...fields,
    });

  /** Requests of users 0, 1, 2, …, one after the other: the values of a response header. */
  async function serve(model, count, header = 'x-tollgate-flag', user = (i) => `u${i}`) {
    const said = [];
    for (let i = 0; i < count; i += 1) {
      const { response } = await client.chat.completions
        .create({ model, messages }, { headers: { 'X-User-Id': user(i) } })
        .withResponse();
      said.push(response.headers.get(header));
    }
    return said;
  }
  const arms = async (key) =>
    Object.fromEntries((await gateway.get(`/flags/${key}/report?window=1h`)).arms.map((arm) => [arm.arm, arm]));

  it('name the arm that answered, and count its failure for the arm that did not', async () => {
    await alias('saved');
    await canary('saved', { rollout_percent: 100 });
    upstream.always('canary', { status: 500 });
    assert.deepEqual(await serve('saved', 3), ['saved=stable', 'saved=stable', 'saved=stable']);
    upstream.always('canary', null);
    assert.deepEqual(await serve('saved', 1), ['saved=canary']);
    const rows = await gateway.rows(4, 'flag:saved');
    assert.deepEqual(rows.map(({ arm, failed_arm }) => [arm, failed_arm]).reverse(), [
      ['stable', 'canary'], ['stable', 'canary'], ['stable', 'canary'], ['canary', null],
    ]);
    assert.match(rows.at(-1).note, /canary_failed/);
    await eventually(async () => {
      const { canary: tried, stable } = await arms('saved');
      assert.deepEqual([tried.requests, tried.errors, stable.requests], [4, 3, 0]);
    });
  });

  it('roll a bad canary back by themselves, once, and say why', { timeout: 60000 }, async () => {
    await alias('bad');
    await canary('bad', { guardrails: { min_requests: 20, max_error_rate: 0.1 } });
    const events = await gateway.events();
    upstream.always('canary', { status: 503 });
    await serve('bad', 60);
    const flag = await eventually(async () => {
      const now = await gateway.get('/flags/bad');
      assert.equal(now.rollout_percent, 0);
      return now;
    }, kCheckMs);
    assert.equal(flag.intervention.by, 'guardrail');
    assert.match(flag.intervention.reason, /^error rate 100 % is above 10 % after \d+ requests$/);
    const told = await events.next((event) => event.event === 'flag' && event.data.key === 'bad');
    assert.equal(told.data.reason, flag.intervention.reason);
    events.close();
    assert.ok((await serve('bad', 20)).every((said) => said === 'bad=stable'));
    const audit = (await gateway.get('/audit?limit=1000')).data.filter(({ actor }) => actor === 'guardrail');
    assert.equal(audit.length, 1);
    assert.equal(audit[0].after.reason, flag.intervention.reason);
    assert.match(gateway.stderr, /flag bad was rolled back: error rate/);
  });

  it('widen a canary step by step while it is good', { timeout: 60000 }, async () => {
    await alias('ramped');
    await canary('ramped', {
      rollout_percent: 40,
      guardrails: { min_requests: 5, max_error_rate: 0.1 },
      ramp: { step_percent: 30, every_minutes: 0.01, max_percent: 60 },
    });
    await serve('ramped', 40);
    await eventually(async () => assert.equal((await gateway.get('/flags/ramped')).rollout_percent, 60), kCheckMs);
    const audit = (await gateway.get('/audit?limit=1000')).data.find(({ actor }) => actor === 'ramp');
    assert.match(audit.after.reason, /^40 % → 60 %: within its guardrails after \d+ requests$/);
  });

  it('switch a target off for the next request, and on again', async () => {
    await gateway.create('/aliases', {
      alias: 'killed', strategy: 'simple',
      targets: [{ provider: 'up', model: 'a' }], fallbacks: [{ provider: 'up', model: 'stable' }],
    });
    assert.deepEqual(await serve('killed', 1, 'x-tollgate-model'), ['a']);
    await gateway.create('/flags', { key: 'off', type: 'kill_switch', target: 'up/a' });
    assert.deepEqual(await serve('killed', 1, 'x-tollgate-model'), ['stable']);
    await assert.rejects(serve('up/a', 1), { status: 503 });
    await gateway.patch('/flags/off', { enabled: false });
    assert.deepEqual(await serve('killed', 1, 'x-tollgate-model'), ['a']);
  });

  describe('an experiment with prompts', () => {
    before(async () => {
      await alias('chat-default');
      await gateway.create('/prompts', {
        name: 'assistant', default: 'v1',
        versions: [{ version: 'v1', system: 'Brief.' }, { version: 'v2', system: 'Long.' }],
      });
      await gateway.create('/flags', {
        key: 'tone', type: 'prompt', prompt: 'assistant', weights: { v1: 44, v2: 56 }, default: 'v1',
      });
    });
    const ask = async (user, headers = {}) => {
      const body = { message: 'Hello' };
      const response = await gateway.post('/chat', client.apiKey, body, { 'X-User-Id': user, ...headers });
      assert.equal(response.status, 200);
      return response.headers.get('x-tollgate-flag');
    };

    it('is sticky, and reported by version', async () => {
      for (let round = 0; round < 2; round += 1) {
        assert.equal(await ask('carol'), 'tone=v1'); // bucket 43
        assert.equal(await ask('user1'), 'tone=v2'); // bucket 64
      }
      assert.equal(await ask('carol', { 'X-Prompt-Version': 'v2' }), null); // chosen, not drawn
      await eventually(async () => {
        const { v1, v2 } = await arms('tone');
        assert.deepEqual([v1.requests, v2.requests], [2, 2]);
      });
      await eventually(async () => {
        const { data } = await gateway.get('/usage?group_by=prompt_flag,prompt_version&filter=prompt:assistant');
        assert.deepEqual(
          data.map((row) => [row.prompt_flag, row.prompt_version, row.requests]).toSorted(),
          [[null, 'v2', 1], ['tone', 'v1', 2], ['tone', 'v2', 2]], // who chose a version was in no experiment
        );
      });
      const drawn = (await gateway.get('/usage?group_by=prompt_flag')).data.filter((row) => row.prompt_flag !== null);
      assert.deepEqual(drawn.map((row) => [row.prompt_flag, row.requests]), [['tone', 4]]);
      const report = await gateway.get('/flags/tone/report?window=1h');
      assert.equal(report.verdict, 'not_enough_data');
      assert.deepEqual(report.differences.map(({ metric }) => metric), ['p95_ms', 'error_rate', 'cost_per_request_usd']);
    });
  });

  describe('a mirror', () => {
    before(() => alias('mirrored'));
    afterEach(async () => {
      for (const { key, type } of (await gateway.get('/flags')).data) if (type === 'mirror') await gateway.remove(`/flags/${key}`);
    });
    const copies = () => upstream.chatRequests.filter(({ body }) => body.model === 'shadow').length;
    const mirror = (key, fields = {}) =>
      gateway.create('/flags', { key, type: 'mirror', alias: 'mirrored', target: 'up/shadow', percent: 100, ...fields });
    const spent = async (filter) => {
      const { data } = await gateway.get(`/usage?group_by=day&filter=${encodeURIComponent(filter)}`);
      return data[0] ?? { requests: 0 };
    };

    it('sends a copy, whose row is linked by trace and booked to the flag', async () => {
      await mirror('m1');
      const headers = { 'X-User-Id': 'mia', 'X-Trace-Id': 'trace-of-mia-1' };
      await client.chat.completions.create({ model: 'mirrored', messages }, { headers });
      const [copy] = await gateway.rows(1, 'flag:m1');
      assert.deepEqual([copy.arm, copy.trace_id, copy.model, copy.status], ['mirror', 'trace-of-mia-1', 'shadow', 200]);
      assert.ok(copy.cost_usd > 0);
      const real = await gateway.get('/requests/trace-of-mia-1');
      assert.deepEqual([real.user, real.model, real.arm], ['mia', 'stable', null]);
      assert.deepEqual(upstream.chatRequests.find(({ body }) => body.model === 'shadow').body.messages, messages);
      await eventually(async () => {
        assert.equal((await spent('user:mia')).cost_usd, real.cost_usd);
        assert.equal((await spent('model:shadow')).requests, 0);
        const { data } = await gateway.get('/usage?group_by=flag,arm&filter=flag:m1');
        assert.deepEqual(data.map(({ arm, requests, cost_usd }) => [arm, requests, cost_usd]), [['mirror', 1, copy.cost_usd]]);
      });
    });

    it("counts in the budgets of everything and of its provider, and in no caller's", async () => {
      const budget = (scope, subject) => gateway.create('/budgets', { scope, subject, period: 'day', limit_usd: 1, action: 'warn' });
      const user = await budget('user', 'moe');
      const all = [await budget('global', null), await budget('provider', 'up')];
      const before = await Promise.all(all.map(async ({ id }) => (await gateway.get(`/budgets/${id}`)).spent_usd));
      await mirror('m0');
      await client.chat.completions.create({ model: 'mirrored', messages }, { headers: { 'X-User-Id': 'moe', 'X-Trace-Id': 'trace-of-moe-1' } });
      const [copy] = await gateway.rows(1, 'flag:m0');
      const real = await gateway.get('/requests/trace-of-moe-1');
      await eventually(async () => {
        for (const [i, { id }] of all.entries()) {
          const { spent_usd, reserved_usd } = await gateway.get(`/budgets/${id}`);
          assert.ok(Math.abs(spent_usd - before[i] - copy.cost_usd - real.cost_usd) < 1e-12, `${spent_usd} spent`);
          assert.equal(reserved_usd, 0);
        }
      });
      assert.equal((await gateway.get(`/budgets/${user.id}`)).spent_usd, real.cost_usd);
      for (const { id } of [user, ...all]) await gateway.remove(`/budgets/${id}`);
    });

    it('copies streams, too', async () => {
      await mirror('m2');
      await collect(await client.chat.completions.create({ model: 'mirrored', messages, stream: true }));
      const [copy] = await gateway.rows(1, 'flag:m2');
      assert.deepEqual([copy.arm, copy.streaming, copy.status], ['mirror', false, 200]);
    });

    it('delays nobody while its target hangs, and makes no more copies than it can wait for', async () => {
      await mirror('m3');
      upstream.always('shadow', { hang: true });
      const started = Date.now();
      await serve('mirrored', 60);
      assert.ok(Date.now() - started < 5000, `${Date.now() - started} ms`);
      assert.ok(copies() <= 16, `${copies()} copies`); // 8 per worker
      assert.ok(copies() > 0);
      const rows = await eventually(async () => {
        const found = await gateway.rows(copies(), 'flag:m3');
        return found;
      }, 10000);
      assert.ok(rows.every(({ status }) => status === 504));
      // Its silence opened no circuit and left no mark on the provider.
      const { health } = await gateway.get('/providers/up');
      assert.equal(health.circuit, 'closed');
    });

    it('stops at its cap of the day', async () => {
      // One copy costs at most (prompt + 16) × 1 $ + 100 × 2 $ per million, some 230 µ$.
      await mirror('m4', { max_cost_usd_per_day: 0.0005 });
      for (let i = 0; i < 60; i += 1) {
        await client.chat.completions.create({ model: 'mirrored', messages, max_tokens: 100 });
      }
      await eventually(async () => {
        const { data } = await gateway.get('/usage?group_by=arm&filter=flag:m4');
        assert.ok(data[0].requests > 0 && data[0].requests < 60, JSON.stringify(data));
        assert.ok(data[0].cost_usd <= 0.0005, JSON.stringify(data));
      });
    });
  });
});
