// --demo: alive at once with no key and no spend, and its numbers agree with its own ledger.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually, startGateway } from './support/gateway.mjs';

describe('the demo', () => {
  let gateway;
  before(async () => {
    gateway = await startGateway({ args: ['--demo'], readyMs: 90000 }); // sanitizers take their time over the history
  });
  after(() => gateway?.stop());

  it('has thirty days of history, a canary, budgets and several of everything', async () => {
    const from = new Date(Date.now() - 29 * 86400e3).toISOString();
    const days = await eventually(async () => {
      const { data } = await gateway.get(`/usage?group_by=day&from=${from}`);
      assert.ok(data.length >= 29, `${data.length} days`);
      return data;
    }, 20000);
    // The first and the last are cut by the time of day.
    for (const { requests, day } of days.slice(1, -1)) assert.ok(requests > 10, day);
    for (const [path, least] of Object.entries({ providers: 3, aliases: 1, projects: 2, keys: 2, budgets: 2, flags: 1, prompts: 1 })) {
      assert.ok((await gateway.get(`/${path}`)).data.length >= least, path);
    }
    const states = (await gateway.get('/budgets')).data.map(({ state }) => state);
    assert.ok(states.some((state) => state !== 'ok'), 'no budget is near its limit');
  });

  it('only simulates: no provider has a network address to reach', async () => {
    for (const { name, kind } of (await gateway.get('/providers')).data) assert.equal(kind, 'simulated', name);
  });

  it('keeps live traffic coming through the real path', async () => {
    const feed = await gateway.events();
    try {
      const { data } = await feed.next(({ event }) => event === 'request', 10000);
      assert.ok(data.rows[0].trace_id && data.rows[0].user);
    } finally {
      feed.close();
    }
  });

  it('shows an overview that equals its ledger', async () => {
    await eventually(async () => {
      const overview = await gateway.get('/overview?window=24h');
      const today = new Date().toISOString().slice(0, 10);
      const { data } = await gateway.get(`/usage?group_by=day&from=${today}T00:00:00Z`);
      const row = data.find(({ day }) => day === today);
      const ratio = overview.spend_today.cost_usd / row.cost_usd;
      assert.ok(Math.abs(ratio - 1) < 0.01, `${overview.spend_today.cost_usd} and ${row.cost_usd}`);
      assert.ok(overview.canary && overview.providers.length >= 3 && overview.users_today.length > 0);
    });
  });

  it('serves a key made for it', async () => {
    const { secret } = await gateway.key({ project: 'visitors' });
    const [{ alias }] = (await gateway.get('/aliases')).data;
    const response = await gateway.post('/v1/chat/completions', secret, { model: alias, messages: [{ role: 'user', content: 'Hi' }] });
    assert.equal(response.status, 200, await response.text());
  });
});
