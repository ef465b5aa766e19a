// Prices in a running gateway: tiers, versions, warnings, machines paid by the hour, and history priced again with
// rows, receipts, usage and budgets following.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually, hello, startScene } from './support/gateway.mjs';

const nano = (usd) => Math.round(usd * 1e9);

describe('money', () => {
  let scene;
  let gateway;

  async function ask(user, usage) {
    if (usage) scene.upstream.script('gpt-4o-mini', { usage });
    const { response } = await scene.client.chat.completions.create({ ...hello, user }).withResponse();
    return nano(Number(response.headers.get('x-tollgate-cost-usd')));
  }
  const tokens = (prompt_tokens, completion_tokens) => ({
    prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens,
  });

  before(async () => {
    scene = await startScene();
    ({ gateway } = scene);
    await gateway.price('up', 'gpt-4o-mini', 0.15, 0.6);
  });
  after(() => scene?.close());

  it('charges the tier that all of the prompt reaches', async () => {
    await gateway.patch('/models/up/gpt-4o-mini', {
      tiers: [{ above_input_tokens: 1000, input_usd_per_mtok: 0.3, output_usd_per_mtok: 0.9 }],
    });
    assert.equal(await ask('tiers', tokens(1000, 10)), 1000 * 150 + 10 * 600);
    assert.equal(await ask('tiers', tokens(1001, 10)), 1001 * 300 + 10 * 900);
    const [row] = await gateway.rows(2, 'user:tiers');
    const receipt = await gateway.get(`/requests/${row.id}`);
    assert.deepEqual(receipt.cost_lines.map((line) => line.tier), ['>1000', '>1000']);
    assert.equal(nano(receipt.cost_lines.reduce((sum, line) => sum + line.cost_usd, 0)), nano(receipt.cost_usd));
    await gateway.patch('/models/up/gpt-4o-mini', { tiers: [] });
  });

  it('keeps every version of a price and says what looks odd', async () => {
    const odd = await gateway.patch('/models/up/gpt-4o-mini', { input_usd_per_mtok: 1500 });
    assert.match(odd.warnings.join(), /is it per million/);
    const back = await gateway.patch('/models/up/gpt-4o-mini', { input_usd_per_mtok: 0.15 });
    assert.ok(back.history.length >= 3);
    assert.equal(back.input_usd_per_mtok, 0.15);
    assert.equal(await ask('versions', tokens(100, 0)), 100 * 150);
  });

  it('prices history again, and budgets follow', async () => {
    const budget = await gateway.create('/budgets', {
      scope: 'user', subject: 'again', period: 'month', limit_usd: 10, action: 'warn',
    });
    await gateway.expect(200, 'PUT', '/models/up/gpt-4o-mini', { input_usd_per_mtok: 0.15, output_usd_per_mtok: 0.6, valid_from: null, history: [] });
    for (let i = 0; i < 3; i += 1) await ask('again', tokens(1000, 100));
    await gateway.rows(3, 'user:again');
    const oldCost = 3 * (1000 * 150 + 100 * 600);
    await gateway.expect(200, 'PUT', '/models/up/gpt-4o-mini', { input_usd_per_mtok: 0.3, output_usd_per_mtok: 0.6, valid_from: null, history: [] });
    const newCost = 3 * (1000 * 300 + 100 * 600);
    const question = { from: new Date(Date.now() - 3_600_000).toISOString(), provider: 'up' };
    const spent = async () => nano((await gateway.get(`/budgets/${budget.id}`)).spent_usd);

    const shown = await gateway.expect(200, 'POST', '/usage/rerate', question);
    assert.equal(shown.dry_run, true);
    assert.ok(shown.changed >= 3);
    assert.equal(await spent(), oldCost);

    const done = await gateway.expect(200, 'POST', '/usage/rerate', { ...question, dry_run: false });
    assert.equal(done.changed, shown.changed);
    assert.equal(nano(done.new_cost_usd), nano(shown.new_cost_usd));
    assert.equal(await spent(), newCost);
    const [usage] = (await gateway.get('/usage?group_by=user&filter=user:again')).data;
    assert.equal(nano(usage.cost_usd), newCost);
    const [row] = await gateway.rows(3, 'user:again');
    const receipt = await gateway.get(`/requests/${row.id}`);
    assert.equal(nano(receipt.cost_usd), newCost / 3);
    assert.ok(receipt.rerated_at);
    const [entry] = (await gateway.get('/audit?kind=usage')).data;
    assert.deepEqual([entry.action, entry.subject, entry.after.changed], ['rerate', 'up/*', done.changed]);

    const again = await gateway.expect(200, 'POST', '/usage/rerate', { ...question, dry_run: false });
    assert.equal(again.changed, 0);
    assert.equal(await spent(), newCost);
  });

  it('refuses a span of time that is none', async () => {
    const answer = await gateway.admin('POST', '/usage/rerate', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' });
    assert.equal(answer.status, 422);
    assert.equal(answer.body.error.param, 'to');
  });

  it('shares the hour of a machine among what it runs', async () => {
    const rate = 3600; // a dollar a second
    await gateway.expect(200, 'PUT', '/models/up/gpt-4o-mini', { usd_per_hour: rate, valid_from: null, history: [] });
    const began = performance.now();
    const costs = await Promise.all(Array.from({ length: 8 }, () => ask('hourly')));
    const seconds = (performance.now() - began) / 1000;
    const sum = costs.reduce((all, one) => all + one, 0);
    assert.ok(sum > 0 && sum <= nano(seconds), `${sum} of ${nano(seconds)}`);
    const rows = await eventually(() => gateway.rows(8, 'user:hourly'));
    const receipt = await gateway.get(`/requests/${rows[0].id}`);
    assert.equal(receipt.cost_lines[0].bucket, 'time');
  });
});
