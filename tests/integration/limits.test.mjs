// Budgets and rate limits hold under concurrency and take effect at once.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { kAnthropicKey, FakeAnthropic } from './support/upstreams/anthropic.mjs';
import { eventually, hello, makeDataDir, startGateway, startScene } from './support/gateway.mjs';

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

  it('tells what a key and its project used of their limits in the last minute', async () => {
    await gateway.create('/projects', { name: 'used', limits: { rpm: 100 } });
    const { secret, id } = await gateway.key({ project: 'used', limits: { rpm: 50, tpm: 100000 } });
    for (let sent = 0; sent < 3; sent += 1) assert.equal((await send(secret)).status, 200);
    for (const path of [`/keys/${id}/use`, '/projects/used/use']) {
      await eventually(async () => {
        const use = await gateway.get(path);
        assert.deepEqual(use, { running: 0, requests_last_minute: 3, tokens_last_minute: 3 * (19 + 10) });
      });
    }
  });

  it('a small budget serves a model of which nothing is known yet, and then what fits', async () => {
    await gateway.simulatedProvider('unknown', { mean_latency_ms: 300 });
    await gateway.price('unknown', 'model', 1, 2);
    const ask = async (secret) => {
      const response = await gateway.post('/v1/chat/completions', secret, { ...hello, model: 'unknown/model' });
      return { status: response.status, cost: Number(response.headers.get('x-tollgate-cost-usd')), text: await response.text() };
    };
    // 4,096 tokens of reply, which nobody ruled out, would cost 0.008.
    const limited = async (limit) => {
      const { secret, id } = await gateway.key();
      const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: limit, action: 'block' });
      return { secret, read: () => gateway.get(`/budgets/${budget.id}`) };
    };
    const first = await limited(0.003);
    const running = ask(first.secret);
    await eventually(async () => assert.equal((await first.read()).reserved_usd, 0.003));
    const refused = await ask(first.secret);
    assert.equal(refused.status, 402);
    assert.match(refused.text, /has too little left \(0 spent, 0\.003 reserved\) for a request that may cost 0\.00\d+/);
    const { status, cost } = await running;
    assert.equal(status, 200);
    assert.equal((await ask(first.secret)).status, 200);

    const second = await limited(cost * 3.5); // now a reply has been seen
    let served = 0;
    let last = await ask(second.secret);
    for (; last.status === 200; last = await ask(second.secret)) served += 1;
    assert.equal(last.status, 402);
    assert.ok(served >= 2 && served <= 3, `${served} served of what 3.5 may cost`);
    await eventually(async () => {
      const { spent_usd, limit_usd, reserved_usd } = await second.read();
      assert.ok(spent_usd > 0 && spent_usd <= limit_usd && reserved_usd === 0, `${spent_usd} of ${limit_usd}`);
    });
  });

  it('two hundred at once never spend more than there is, and leave nothing promised', async () => {
    await gateway.simulatedProvider('sim', { mean_latency_ms: 20 });
    await gateway.price('sim', 'model', 3, 15);
    const { secret, id } = await gateway.key();
    const body = { model: 'sim/model', max_tokens: 60, messages: [{ role: 'user', content: 'How much is left?' }] };
    const first = await gateway.post('/v1/chat/completions', secret, body);
    const cost = Number(first.headers.get('x-tollgate-cost-usd'));
    const limit = 20 * cost;
    const scopes = [{ scope: 'key', subject: id }, { scope: 'provider', subject: 'sim' }, { scope: 'global', subject: null }];
    const budgets = [];
    for (const one of scopes) {
      budgets.push(await gateway.create('/budgets', { ...one, period: 'day', limit_usd: limit, action: 'block' }));
    }
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => send(secret, { ...body, stream: i % 3 === 0 })),
    );
    const served = answers.filter(({ status }) => status === 200).length;
    assert.ok(answers.every(({ status }) => status === 200 || status === 402));
    assert.ok(served > 0 && served < 20, `${served} served of what 20 may cost`);
    await eventually(async () => {
      for (const { id: budget } of budgets) {
        const { spent_usd, reserved_usd } = await gateway.get(`/budgets/${budget}`);
        assert.equal(reserved_usd, 0);
        assert.ok(spent_usd > 0 && spent_usd <= limit + 1e-12, `${spent_usd} of ${limit}`);
      }
    });
    const rows = await gateway.rows(201, `key:${id}`);
    const sum = rows.reduce((total, { cost_usd }) => total + cost_usd, 0);
    assert.ok(sum <= limit + cost + 1e-12, `${sum} in the ledger`);
    for (const { id: budget } of budgets) await gateway.remove(`/budgets/${budget}`);
  });

  it("a provider's budget that is used up sends requests to the next provider, and says so", async () => {
    const names = ['dear', 'spare'];
    for (const name of names) {
      await gateway.simulatedProvider(name);
      await gateway.price(name, 'm', 1);
    }
    await gateway.create('/aliases', {
      alias: 'two',
      strategy: 'simple',
      targets: [{ provider: 'dear', model: 'm' }],
      fallbacks: [{ provider: 'spare', model: 'm' }],
    });
    const { secret } = await gateway.key();
    const tiny = { scope: 'provider', period: 'day', limit_usd: 0.000001, action: 'block' };
    const ask = (extra = {}) => send(secret, { ...small, model: 'two', ...extra });
    const budget = await gateway.create('/budgets', { ...tiny, subject: 'dear' });
    const answer = await ask();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('x-tollgate-provider'), 'spare');
    const [row] = await gateway.rows(1, answer.headers.get('x-request-id'));
    const { decision } = await gateway.get(`/requests/${row.id}`);
    const step = decision.find(({ code }) => code === 'candidate.budget');
    assert.match(step.text, new RegExp(`dear/m.*${budget.id}`));
    assert.equal((await gateway.get(`/budgets/${budget.id}`)).spent_usd, 0);
    // The first one fails: what it had been promised moves on, and where there is nothing nobody asks.
    await gateway.remove(`/budgets/${budget.id}`);
    await gateway.patch('/providers/dear', { options: { mean_latency_ms: 1, p_error: 1 } });
    const other = await gateway.create('/budgets', { ...tiny, subject: 'spare', limit_usd: 1 });
    assert.equal((await ask()).headers.get('x-tollgate-provider'), 'spare');
    await eventually(async () => assert.ok((await gateway.get(`/budgets/${other.id}`)).spent_usd > 0));
    await gateway.patch(`/budgets/${other.id}`, { limit_usd: 0.000001 });
    const refused = await ask();
    assert.ok(refused.status >= 500, String(refused.status));
    const [last] = await gateway.rows(1, refused.headers.get('x-request-id'));
    const codes = (await gateway.get(`/requests/${last.id}`)).decision.map(({ code }) => code);
    assert.ok(codes.includes('candidate.budget') && codes.includes('attempt.failed'), codes.join());
    await gateway.remove(`/budgets/${other.id}`);
  });

  it('a budget that downgrades sends requests to its cheaper alias', async () => {
    await gateway.simulatedProvider('frugal');
    await gateway.price('frugal', 'm', 0.01);
    await gateway.create('/aliases', { alias: 'cheap', strategy: 'simple', targets: [{ provider: 'frugal', model: 'm' }] });
    const { secret, id } = await gateway.key();
    const narrow = await gateway.key({ allowed_models: ['chat'] });
    for (const key of [id, narrow.id]) {
      const fields = { scope: 'key', subject: key, period: 'day', limit_usd: 0.000001, action: 'downgrade', downgrade_to: 'cheap' };
      await gateway.create('/budgets', fields);
    }
    const answer = await send(secret);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('x-tollgate-alias'), 'cheap');
    assert.equal(answer.headers.get('x-tollgate-provider'), 'frugal');
    assert.equal((await send(narrow.secret)).status, 402); // it may not use the cheaper one
  });

  it('thresholds are told once per period, across a restart', async () => {
    const dataDir = makeDataDir();
    let other = await startGateway({ dataDir, keepData: true });
    try {
      await other.openaiProvider('up', upstream);
      await other.price('up', 'gpt-4o-mini', 1);
      const { secret } = await other.key();
      const budget = await other.create('/budgets', { scope: 'global', period: 'month', limit_usd: 10 * kCost, action: 'warn' });
      const tell = async (count) => {
        const events = await other.events();
        for (let i = 0; i < count; i += 1) {
          const response = await other.post('/v1/chat/completions', secret, { ...small, model: 'up/gpt-4o-mini' });
          assert.equal(response.status, 200, await response.text());
        }
        const told = [];
        await other.create('/projects', { name: `end-${Date.now()}` });
        for (;;) {
          const event = await events.next();
          if (event.event === 'budget') told.push(event.data.threshold);
          if (event.event === 'config') break;
        }
        events.close();
        return told;
      };
      assert.deepEqual(await tell(6), [50]);
      await other.stop({ signal: 'SIGKILL' });
      other = await startGateway({ dataDir });
      assert.deepEqual(await tell(6), [80, 100]);
      const state = await other.get(`/budgets/${budget.id}`);
      assert.equal(state.state, 'exceeded');
      assert.ok(state.forecast_usd === null || Date.parse(state.exhausted_at) <= Date.now());
      assert.match(other.stderr, /budget .* has reached 100 %/);
    } finally {
      await other.stop();
    }
  });

  it('a stream its caller leaves is paid as far as it came', async () => {
    const { secret, id } = await gateway.key();
    const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1, action: 'block' });
    upstream.script('gpt-4o-mini', { reply: Array.from({ length: 200 }, () => 'sixteen letters '), intervalMs: 10 });
    const abort = new AbortController();
    const body = { ...hello, stream: true, max_tokens: 4000 };
    const response = await gateway.post('/v1/chat/completions', secret, body, {}, { signal: abort.signal });
    const reader = response.body.getReader();
    for (let seen = 0; seen < 2000; ) seen += (await reader.read()).value.length;
    abort.abort();
    const [row] = await gateway.rows(1, `key:${id}`);
    assert.equal(row.outcome, 'client_gone');
    assert.ok(row.output_tokens > 10 && row.output_tokens < 400, `${row.output_tokens} tokens`);
    const { spent_usd, reserved_usd } = await gateway.get(`/budgets/${budget.id}`);
    assert.ok(Math.abs(spent_usd - row.cost_usd) < 1e-12 && spent_usd > 0);
    assert.equal(reserved_usd, 0);
  });

  it('a stream that breaks is paid as far as it came, though its provider told its usage at the start', async () => {
    const claude = await new FakeAnthropic().start();
    try {
      await gateway.create('/providers', { name: 'claude', kind: 'anthropic', base_url: claude.origin, credentials: { api_key: kAnthropicKey }, max_retries: 0 });
      await gateway.price('claude', 'claude-sonnet-4-5', 3, 15);
      const { secret, id } = await gateway.key();
      const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1, action: 'block' });
      claude.next({ blocks: [{ text: Array.from({ length: 100 }, () => 'sixteen letters ') }], cutAfter: 60 });
      const body = { model: 'claude/claude-sonnet-4-5', max_tokens: 1000, stream: true, messages: [{ role: 'user', content: 'Hello' }] };
      await (await gateway.post('/v1/messages', secret, body)).text();
      const [row] = await gateway.rows(1, `key:${id}`);
      assert.equal(row.outcome, 'aborted');
      assert.ok(row.output_tokens > 180 && row.output_tokens < 400, `${row.output_tokens} tokens`);
      assert.equal(row.usage_estimated, true);
      assert.ok(Math.abs((await gateway.get(`/budgets/${budget.id}`)).spent_usd - row.cost_usd) < 1e-12);
    } finally {
      await claude.close();
    }
  });

  it('a limit that the gateway sets itself is reserved before anything goes up', async () => {
    const claude = await new FakeAnthropic().start();
    try {
      await gateway.create('/providers', { name: 'roomy', kind: 'anthropic', base_url: claude.origin, credentials: { api_key: kAnthropicKey }, max_retries: 0 });
      await gateway.price('roomy', 'claude-sonnet-4-5', 3, 15); // and nobody says how long its replies may be
      const { secret, id } = await gateway.key();
      const ask = () => send(secret, { ...hello, model: 'roomy/claude-sonnet-4-5' });
      const { id: budget } = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.1, action: 'block' });
      assert.equal((await ask()).status, 402); // enough for the usual, not for what Anthropic would be asked for
      assert.equal(claude.requests.length, 0);
      await gateway.patch(`/budgets/${budget}`, { limit_usd: 10 });
      assert.equal((await ask()).status, 200);
      const [row] = await gateway.rows(2, `key:${id}`);
      assert.ok(row.reserved_usd > (claude.last.body.max_tokens * 15) / 1e6, `${row.reserved_usd} reserved`);
      assert.equal((await gateway.get(`/budgets/${budget}`)).reserved_usd, 0);
    } finally {
      await claude.close();
    }
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

  it('limits are where they were after a crash', async () => {
    const dataDir = makeDataDir();
    let other = await startGateway({ dataDir, keepData: true });
    try {
      await other.openaiProvider('up', upstream);
      await other.create('/projects', { name: 'slow', limits: { tpm: 200 } });
      const key = await other.key({ limits: { rpm: 2 } });
      const tokens = await other.key({ project: 'slow' });
      const ask = async (secret) => (await other.post('/v1/chat/completions', secret, { ...small, model: 'up/gpt-4o-mini' })).status;
      for (let i = 0; i < 3; i += 1) assert.equal(await ask(key.secret), 200);
      while ((await ask(tokens.secret)) === 200);
      await other.stop({ signal: 'SIGKILL' });
      other = await startGateway({ dataDir });
      assert.equal(await ask(key.secret), 429);
      assert.equal(await ask(tokens.secret), 429);
    } finally {
      await other.stop();
    }
  });

  it('a stream that outgrows its estimate is seen by the next request while it runs', async () => {
    const { secret } = await gateway.key({ limits: { tpm: 300 } });
    upstream.script('gpt-4o-mini', { reply: Array.from({ length: 400 }, () => 'sixteen letters '), intervalMs: 5 });
    const abort = new AbortController();
    const running = await gateway.post('/v1/chat/completions', secret, { ...hello, stream: true }, {}, { signal: abort.signal });
    assert.equal(running.status, 200);
    const reader = running.body.getReader();
    let refused = 0;
    for (let reads = 0; reads < 2000 && refused === 0; reads += 1) {
      const { done } = await reader.read();
      assert.ok(!done, 'the stream ended before anybody saw it');
      if (reads % 20 === 19) refused += (await send(secret, { ...hello, max_tokens: 1 })).status === 429 ? 1 : 0;
    }
    assert.equal(refused, 1);
    abort.abort();
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
