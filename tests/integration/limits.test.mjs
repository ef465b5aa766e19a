// Budgets and rate limits hold under concurrency and take effect at once.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { eventually, hello, startScene } from './support/gateway.mjs';

const kCost = (19 + 10) / 1e6; // of one answer of the fake upstream at 1 USD per million tokens

describe('limits', () => {
  let scene;
  let gateway;
  let upstream;
  before(async () => {
    scene = await startScene();
    ({ gateway, upstream } = scene);
    await gateway.price('up', 'gpt-4o-mini', 1);
  });
  beforeEach(() => upstream.reset());
  after(() => scene?.close());

  const small = { ...hello, max_tokens: 20 };
  const send = async (secret, body = small) => {
    const response = await gateway.post('/v1/chat/completions', secret, body);
    await response.text();
    return response;
  };

  it('a hard budget lets through what fits and not one request more, however many come at once', async () => {
    const { secret, id } = await gateway.key();
    const limit = 12 * kCost;
    const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: limit, action: 'block' });
    const statuses = new Map();
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(Array.from({ length: 16 }, () => send(secret)));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    assert.deepEqual([...statuses.keys()].sort(), [200, 402]);
    assert.ok(statuses.get(200) >= 3 && statuses.get(200) <= 12, `${statuses.get(200)} let through`);
    await eventually(async () => {
      const now = await gateway.get(`/budgets/${budget.id}`);
      assert.ok(now.spent_usd <= limit, `${now.spent_usd} of ${limit} spent`);
      assert.ok(Math.abs(now.spent_usd - statuses.get(200) * kCost) < 1e-9, `${now.spent_usd} spent`);
      assert.equal(now.reserved_usd, 0);
    });
    assert.equal(upstream.chatRequests.length, statuses.get(200));
  });

  it('a raised budget opens again with the very next request', async () => {
    const { secret, id } = await gateway.key();
    const { id: budget } = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.000001, action: 'block' });
    assert.equal((await send(secret)).status, 402);
    await gateway.patch(`/budgets/${budget}`, { limit_usd: 1 });
    assert.equal((await send(secret)).status, 200);
    await gateway.patch(`/budgets/${budget}`, { limit_usd: 0.000001 });
    assert.equal((await send(secret)).status, 402);
    await gateway.remove(`/budgets/${budget}`);
    assert.equal((await send(secret)).status, 200);
  });

  it('a budget holds for project, user, provider and everything, each for its own', async () => {
    const project = await gateway.key({ project: 'poor' });
    const other = await gateway.key({ project: 'rich' });
    const blocked = async (fields, call, free) => {
      const { id } = await gateway.create('/budgets', { period: 'day', limit_usd: 0.000001, action: 'block', ...fields });
      assert.equal((await call()).status, 402, fields.scope);
      if (free) assert.equal((await free()).status, 200, `${fields.scope} of others`);
      await gateway.remove(`/budgets/${id}`);
      assert.equal((await call()).status, 200, `${fields.scope} after the budget is gone`);
    };
    await blocked({ scope: 'project', subject: 'poor' }, () => send(project.secret), () => send(other.secret));
    const as = (user) => () => send(other.secret, { ...small, user });
    await blocked({ scope: 'user', subject: 'mallory' }, as('mallory'), as('alice'));
    await blocked({ scope: 'provider', subject: 'up' }, () => send(other.secret));
    await blocked({ scope: 'global', subject: null }, () => send(other.secret));
  });

  it('a warning budget warns in a header and never blocks', async () => {
    const { secret, id } = await gateway.key();
    const budget = await gateway.create('/budgets', {
      scope: 'key', subject: id, period: 'day', limit_usd: 2 * kCost, thresholds: [50, 80, 100], action: 'warn',
    });
    const headers = [];
    for (let i = 0; i < 6; i += 1) {
      const response = await send(secret);
      assert.equal(response.status, 200);
      headers.push(response.headers.get('x-tollgate-budget'));
    }
    assert.equal(headers[0], null);
    assert.equal(headers.at(-1), `${budget.id}=exceeded`);
    const now = await eventually(async () => {
      const state = await gateway.get(`/budgets/${budget.id}`);
      assert.equal(state.state, 'exceeded');
      return state;
    });
    assert.ok(now.spent_usd > 2 * kCost);
    assert.ok(Date.parse(now.resets_at) > Date.now());
  });

  it('a request nobody answered costs nothing and frees what it had reserved', async () => {
    const { secret, id } = await gateway.key();
    const { id: budget } = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1, action: 'block' });
    upstream.script('gpt-4o-mini', { status: 400 });
    assert.equal((await send(secret)).status, 400);
    await eventually(async () => {
      const { spent_usd, reserved_usd } = await gateway.get(`/budgets/${budget}`);
      assert.deepEqual([spent_usd, reserved_usd], [0, 0]);
    });
  });

  it('requests per minute are told in headers, refused with 429 and free again when the limit is lifted', async () => {
    const { secret, id } = await gateway.key({ limits: { rpm: 3 } });
    const first = await send(secret);
    assert.equal(first.headers.get('x-ratelimit-limit-requests'), '3');
    assert.ok(Number(first.headers.get('x-ratelimit-remaining-requests')) >= 2);
    assert.ok(first.headers.get('x-ratelimit-reset-requests'));
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(secret)));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length >= 8 && refused.length <= 10, `${refused.length} of 12 refused`);
    for (const { headers } of refused) assert.ok(Number(headers.get('retry-after')) > 0);
    await gateway.patch(`/keys/${id}`, { limits: { rpm: null } });
    assert.equal((await send(secret)).status, 200);
  });

  it('tokens per minute are refused with 429', async () => {
    const { secret } = await gateway.key({ limits: { tpm: 100 } });
    const statuses = [];
    for (let i = 0; i < 10; i += 1) statuses.push((await send(secret)).status);
    assert.equal(statuses[0], 200);
    assert.equal(statuses.at(-1), 429);
  });

  it("a project's limits hold over all its keys", async () => {
    await gateway.create('/projects', { name: 'shared', limits: { rpm: 4 } });
    const keys = [await gateway.key({ project: 'shared' }), await gateway.key({ project: 'shared' })];
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => send(keys[i % 2].secret)));
    const served = answers.filter(({ status }) => status === 200).length;
    assert.ok(served >= 4 && served <= 7, `${served} served at 4 a minute`);
  });

  it('no more requests run at once than allowed, and a place is free when one ends or its client leaves', async () => {
    const { secret } = await gateway.key({ limits: { max_parallel: 1 } });
    for (const leaves of [false, true]) {
      upstream.script('gpt-4o-mini', leaves ? { hang: true } : { delayMs: 400 });
      const sent = upstream.requests.length;
      const abort = new AbortController();
      const running = gateway.post('/v1/chat/completions', secret, small, {}, { signal: abort.signal });
      await eventually(() => assert.equal(upstream.requests.length, sent + 1));
      const refused = await send(secret);
      assert.equal(refused.status, 429);
      if (leaves) abort.abort();
      await running.then((response) => response.text(), () => {});
      await eventually(async () => assert.equal((await send(secret)).status, 200));
    }
  });
});
