// The Prometheus names that dashboards are built on, and that they count.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, startGateway, startScene } from './support/gateway.mjs';
import { collect } from './support/sse.mjs';

describe('metrics', () => {
  let scene;
  let second;
  before(async () => {
    scene = await startScene({ gateway: { keepData: true } });
    const { gateway, keyId } = scene;
    second = await startFakeUpstream();
    await gateway.openaiProvider('spare', second);
    await gateway.patch('/aliases/chat', { fallbacks: [{ provider: 'spare', model: 'gpt-4o-mini' }] });
    await gateway.price('up', 'gpt-4o-mini', 1);
    await gateway.create('/budgets', { scope: 'key', subject: keyId, period: 'day', limit_usd: 1, action: 'warn' });
    for (let i = 0; i < 3; i += 1) await scene.client.chat.completions.create(hello);
    await collect(await scene.client.chat.completions.create({ ...hello, stream: true }));
    scene.upstream.script('gpt-4o-mini', { status: 500 });
    await scene.client.chat.completions.create(hello);
    await gateway.rows(5);
  });
  after(async () => {
    await scene?.gateway.stop();
    await scene?.upstream.close();
    await second?.close();
  });

  async function samples() {
    const response = await fetch(`${scene.gateway.url}/metrics`, { headers: { authorization: `Bearer ${scene.gateway.adminToken}` } });
    assert.match(response.headers.get('content-type'), /^text\/plain/);
    return parse(await response.text());
  }
  const sum = (all, name, labels = {}) =>
    all
      .filter((each) => each.name === name && Object.entries(labels).every(([key, value]) => each.labels[key] === value))
      .reduce((total, { value }) => total + value, 0);

  it('count requests, tokens and cost under both families of names', async () => {
    await eventually(async () => {
      const all = await samples();
      const up = { provider: 'up', model: 'gpt-4o-mini' };
      assert.equal(sum(all, 'ai_requests_total', { ...up, status: '200' }), 4);
      assert.equal(sum(all, 'gateway_requests_total', { ...up, status: '200' }), 4);
      assert.equal(sum(all, 'ai_tokens_total', { ...up, type: 'input' }), 4 * 19);
      assert.equal(sum(all, 'ai_tokens_total', { ...up, type: 'output' }), 4 * 10);
      assert.equal(sum(all, 'gateway_tokens_processed_total', { provider: 'up' }), 4 * 29);
      assert.ok(Math.abs(sum(all, 'ai_cost_dollars_total', up) - 4 * 29e-6) < 1e-12);
      assert.equal(sum(all, 'ai_request_duration_seconds_count', up), 4);
      assert.equal(sum(all, 'gateway_request_latency_ms_count', { provider: 'up' }), 4);
      assert.ok(sum(all, 'gateway_user_monthly_cost_usd', { user_id: 'anonymous' }) > 0);
    }, 20000); // the month's sums are read every fifteen seconds
  });

  it('have the documented buckets', async () => {
    const all = await samples();
    const bounds = (name) => [...new Set(all.filter((each) => each.name === `${name}_bucket`).map(({ labels }) => labels.le))];
    assert.deepEqual(bounds('ai_request_duration_seconds').map(Number).slice(0, 7), [0.1, 0.5, 1, 2, 5, 10, 30]);
    assert.deepEqual(bounds('gateway_request_latency_ms').map(Number).slice(0, 6), [100, 500, 1000, 2000, 5000, 10000]);
  });

  it("tell the product's own state", async () => {
    const all = await samples();
    assert.ok(sum(all, 'tollgate_overhead_seconds_count') >= 5);
    assert.ok(sum(all, 'tollgate_time_to_first_token_seconds_count') >= 1);
    assert.equal(sum(all, 'tollgate_active_requests'), 0);
    assert.equal(sum(all, 'tollgate_fallbacks_total'), 1);
    for (const name of ['tollgate_circuit_state', 'tollgate_budget_used_ratio', 'tollgate_ledger_lag_records']) {
      assert.ok(all.some((each) => each.name === name), name);
    }
  });

  it('count an answer in the place of a target whose circuit is open', async () => {
    const count = async (reason) => sum(await samples(), 'tollgate_fallbacks_total', { from: 'up', to: 'spare', reason });
    scene.upstream.always('gpt-4o-mini', { status: 500 });
    for (let i = 0; i < 3; i += 1) await scene.client.chat.completions.create(hello);
    const failed = await count('http_500');
    const skipped = await count('circuit');
    await scene.client.chat.completions.create(hello);
    assert.deepEqual([await count('http_500'), await count('circuit')], [failed, skipped + 1]);
    scene.upstream.reset();
    await scene.gateway.expect(200, 'POST', '/providers/up/reset');
  });

  it('keep the number of label values bounded', async () => {
    for (let i = 0; i < 40; i += 1) {
      await Promise.all(
        Array.from({ length: 10 }, (_, j) => scene.client.chat.completions.create({ ...hello, user: `flood-${i}-${j}` })),
      );
    }
    // Costs by user are told at the start and every fifteen seconds: the next start is sooner.
    await scene.gateway.stop();
    scene.gateway = await startGateway({ dataDir: scene.gateway.dataDir });
    await eventually(async () => {
      const users = new Set((await samples()).map(({ labels }) => labels.user_id).filter(Boolean));
      assert.ok(users.has('other'), `${users.size} users in the metrics, no other`);
      assert.ok(users.size < 400, `${users.size} users in the metrics`);
    }, 60000);
  });
});

function parse(text) {
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}
