// The live feed: what happens is told as it happens, and a reader that lost the connection misses nothing.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closedPort } from './support/fake_upstream.mjs';
import { eventually, hello, startScene } from './support/gateway.mjs';

describe('live events', () => {
  let scene;
  let gateway;
  before(async () => {
    scene = await startScene();
    ({ gateway } = scene);
  });
  after(() => scene?.close());

  it('tick once a second with the state of everything', async () => {
    const feed = await gateway.events();
    try {
      const isTick = ({ event }) => event === 'tick';
      const first = await feed.next(isTick);
      const second = await feed.next(isTick);
      const apart = second.data.at - first.data.at;
      assert.ok(apart > 700 && apart < 1500, `${apart} ms apart`);
      for (const field of ['requests_per_second', 'active', 'errors_per_second', 'spend_today_usd', 'ledger_rows', 'config_version', 'budget_alerts']) {
        assert.equal(typeof second.data[field], 'number', field);
      }
      assert.deepEqual(second.data.providers.map(({ name }) => name), ['up']);
    } finally {
      feed.close();
    }
  });

  it('tell each request with its row', async () => {
    const feed = await gateway.events();
    try {
      const { response } = await scene.client.chat.completions.create({ ...hello, user: 'watched' }).withResponse();
      const event = await feed.next(({ event, data }) => event === 'request' && data.rows.some(({ user }) => user === 'watched'));
      const row = event.data.rows.find(({ user }) => user === 'watched');
      assert.equal(row.trace_id, response.headers.get('x-request-id'));
      assert.deepEqual([row.status, row.provider, row.alias], [200, 'up', 'chat']);
    } finally {
      feed.close();
    }
  });

  it('tell each change with its version and its audit entry', async () => {
    const feed = await gateway.events();
    try {
      await gateway.create('/projects', { name: 'announced' });
      const { config_version } = await gateway.get('/status');
      const config = await feed.next(({ event }) => event === 'config');
      assert.equal(config.data.version, config_version);
    } finally {
      feed.close();
    }
    const again = await gateway.events();
    try {
      await gateway.patch('/projects/announced', { description: 'changed' });
      const audit = await again.next(({ event }) => event === 'audit');
      assert.ok(JSON.stringify(audit.data).includes('announced'));
    } finally {
      again.close();
    }
  });

  it('tell when a circuit opens', async () => {
    await gateway.openaiProvider('shaky', scene.upstream);
    const feed = await gateway.events();
    try {
      scene.upstream.always('broken', { status: 500 });
      for (let i = 0; i < 3; i += 1) {
        await assert.rejects(scene.client.chat.completions.create({ ...hello, model: 'shaky/broken' }));
      }
      const health = await feed.next(({ event, data }) => event === 'health' && data.model !== null);
      assert.deepEqual([health.data.provider, health.data.model, health.data.circuit], ['shaky', 'broken', 'open']);
    } finally {
      feed.close();
    }
  });

  it("tell when a provider's health changes without traffic", async () => {
    await gateway.openaiProvider('checked', `http://127.0.0.1:${await closedPort()}/v1`);
    const feed = await gateway.events();
    const next = async () => {
      const { data } = await feed.next(({ event, data }) => event === 'health' && data.provider === 'checked');
      return [data.model, data.was, data.state];
    };
    try {
      await gateway.expect(200, 'POST', '/providers/checked/check');
      assert.deepEqual(await next(), [null, 'unknown', 'down']);
      await gateway.patch('/providers/checked', { enabled: false });
      assert.deepEqual(await next(), [null, 'down', 'disabled']);
    } finally {
      feed.close();
    }
  });

  it('tell once of a budget that is over a threshold when it is made', async () => {
    await gateway.price('up', 'gpt-4o-mini', 1);
    const { secret, id } = await gateway.key();
    await gateway.client(secret).chat.completions.create(hello);
    const feed = await gateway.events();
    try {
      const made = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.000001, action: 'warn' });
      const { data } = await feed.next(({ event }) => event === 'budget');
      assert.deepEqual([data.id, data.threshold, data.state], [made.id, 100, 'exceeded']);
    } finally {
      feed.close();
    }
  });

  it('tell when a budget passes a threshold', async () => {
    const { secret, id } = await gateway.key();
    const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.00004, action: 'warn' });
    const feed = await gateway.events();
    try {
      await gateway.client(secret).chat.completions.create(hello);
      const event = await feed.next(({ event }) => event === 'budget');
      assert.equal(event.data.id, budget.id);
      assert.equal(event.data.threshold, 50);
    } finally {
      feed.close();
    }
  });

  it('resume after the last one seen', async () => {
    const feed = await gateway.events();
    await gateway.create('/projects', { name: 'seen' });
    const seen = await feed.next(({ event, data }) => event === 'audit' && JSON.stringify(data).includes('"seen"'));
    feed.close();
    assert.ok(seen.id, 'events carry no id');

    for (const name of ['missed-1', 'missed-2']) await gateway.create('/projects', { name });
    const resumed = await gateway.events(seen.id);
    try {
      for (const name of ['missed-1', 'missed-2']) {
        await resumed.next(({ event, data }) => {
          assert.ok(!JSON.stringify(data).includes('"seen"'), 'the last one came again');
          return event === 'audit' && JSON.stringify(data).includes(name);
        });
      }
    } finally {
      resumed.close();
    }
  });

  it('cost the gateway nothing when a reader does not read', async () => {
    const deaf = await gateway.events();
    for (let i = 0; i < 200; i += 1) await scene.client.chat.completions.create({ ...hello, user: 'busy' });
    await gateway.rows(200, 'user:busy');
    deaf.close();
    await eventually(async () => assert.equal((await fetch(`${gateway.url}/readyz`)).status, 200));
  });
});
