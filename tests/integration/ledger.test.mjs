// What was served is what is booked: headers, rows, usage, budgets and overview tell the same numbers.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually, hello, startScene } from './support/gateway.mjs';

const nano = (usd) => Math.round(usd * 1e9);

describe('the ledger', () => {
  let scene;
  let gateway;
  let charged = 0; // nanodollars, from the response headers
  const perUser = {};

  before(async () => {
    scene = await startScene();
    ({ gateway } = scene);
    await gateway.price('up', 'gpt-4o-mini', 0.15, 0.6);
    await gateway.openaiProvider('unpriced', scene.upstream);
    for (const [user, count] of Object.entries({ alice: 5, bob: 3, carol: 1 })) {
      for (let i = 0; i < count; i += 1) {
        const usage = { prompt_tokens: 100 + i, completion_tokens: 7 * i + 1, total_tokens: 101 + 8 * i };
        scene.upstream.script('gpt-4o-mini', { usage });
        const { response } = await scene.client.chat.completions.create({ ...hello, user }).withResponse();
        const cost = nano(Number(response.headers.get('x-tollgate-cost-usd')));
        assert.equal(cost, usage.prompt_tokens * 150 + usage.completion_tokens * 600);
        charged += cost;
        const sums = (perUser[user] ??= { requests: 0, input: 0, output: 0, cost: 0 });
        sums.requests += 1;
        sums.input += usage.prompt_tokens;
        sums.output += usage.completion_tokens;
        sums.cost += cost;
      }
    }
    scene.upstream.script('gpt-4o-mini', { status: 400 });
    await assert.rejects(scene.client.chat.completions.create({ ...hello, user: 'bob' }));
    perUser.bob.requests += 1;
    perUser.bob.errors = 1;
    await gateway.rows(10);
  });
  after(() => scene?.close());

  it('keeps a row for each request with what it cost', async () => {
    const rows = await gateway.rows(10);
    assert.equal(rows.length, 10);
    assert.equal(rows.reduce((sum, row) => sum + nano(row.cost_usd ?? 0), 0), charged);
    assert.deepEqual(rows.map(({ at_ms }) => at_ms), rows.map(({ at_ms }) => at_ms).sort((a, b) => b - a), 'not newest first');
    assert.equal(new Set(rows.map(({ id }) => id)).size, 10);
  });

  it('gives usage whole, or in pages to who asks for a limit', async () => {
    const whole = (await gateway.get('/usage?group_by=user,status')).data;
    assert.ok(whole.length >= 4, `${whole.length} rows`);
    const paged = [];
    let cursor = null;
    do {
      const page = await gateway.get(`/usage?group_by=user,status&limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      assert.equal(page.data.length, 1);
      paged.push(...page.data);
      cursor = page.next_cursor;
    } while (cursor);
    assert.deepEqual(paged, whole);
    const { data, next_cursor: end } = await gateway.get('/usage?group_by=user,status&limit=1000');
    assert.deepEqual([data, end], [whole, null]);
    const { next_cursor: other } = await gateway.get('/usage?group_by=user&limit=1');
    for (const [query, param] of [['limit=abc', 'limit'], ['limit=0', 'limit'], ['limit=5000', 'limit'], ['limit=1&cursor=nonsense', 'cursor'], [`limit=1&cursor=${other}`, 'cursor']]) {
      const { error } = await gateway.expect(422, 'GET', `/usage?group_by=user,status&${query}`);
      assert.equal(error.param, param, query);
      assert.equal(error.message.split(param).length, 2, error.message);
    }
  });

  it('sums to the same in usage, whatever it is grouped by', async () => {
    const usage = async (by) => (await gateway.get(`/usage?group_by=${by}`)).data;
    await eventually(async () => {
      for (const row of await usage('day,user')) {
        const { requests, errors = 0, input, output, cost } = perUser[row.user];
        assert.deepEqual(
          [row.day, row.requests, row.errors, row.input_tokens, row.output_tokens, nano(row.cost_usd)],
          [new Date().toISOString().slice(0, 10), requests, errors, input, output, cost],
          row.user,
        );
      }
    });
    for (const by of ['hour', 'day', 'month', 'user', 'project', 'key', 'provider', 'model', 'alias', 'flag', 'arm', 'prompt_version', 'status']) {
      const rows = await usage(by);
      assert.equal(rows.reduce((sum, row) => sum + row.requests, 0), 10, by);
      assert.equal(rows.reduce((sum, row) => sum + nano(row.cost_usd ?? 0), 0), charged, by);
    }
  });

  it('narrows usage by filter and time', async () => {
    const [row, ...more] = (await gateway.get('/usage?group_by=user&filter=user:alice')).data;
    assert.equal(more.length, 0);
    assert.deepEqual([row.user, row.requests], ['alice', 5]);
    const past = await gateway.get('/usage?group_by=user&from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z');
    assert.equal(past.data.reduce((sum, each) => sum + each.requests, 0), 0);
    assert.equal((await gateway.admin('GET', '/usage?group_by=shoe_size')).status, 422);
  });

  it('sums to the same in the overview', async () => {
    await eventually(async () => {
      const overview = await gateway.get('/overview?window=1h');
      assert.equal(overview.requests.total, 10);
      assert.equal(overview.errors.count, 1);
      assert.equal(nano(overview.spend_today.cost_usd), charged);
      const alice = overview.users_today.find(({ user }) => user === 'alice');
      assert.deepEqual([nano(alice.cost_usd), alice.requests], [perUser.alice.cost, 5]);
      const today = overview.cost_by_day.series.find(({ name }) => name === 'up').cost_usd.at(-1);
      assert.equal(nano(today), charged);
    });
    for (const window of ['15m', '1h', '24h', '7d', '30d']) {
      for (const by of ['provider', 'project', 'user', 'model']) {
        const overview = await gateway.get(`/overview?window=${window}&by=${by}`);
        assert.deepEqual([overview.window, overview.cost_by_day.by], [window, by]);
        assert.equal(overview.cost_by_day.days.length, 14);
      }
    }
  });

  it('finds rows by the query language', async () => {
    const count = async (filter) => (await gateway.rows(0, filter)).length;
    assert.equal(await count('user:alice'), 5);
    assert.equal(await count('-user:alice'), 5);
    assert.equal(await count('user:alice,carol'), 6);
    assert.equal(await count('status:>=400'), 1);
    assert.equal(await count('user:bob status:<400'), 3);
    assert.equal(await count('provider:up alias:chat'), 10);
    assert.equal(await count('latency:>1m'), 0);
    assert.equal(await count('cost:>0.00003'), (await gateway.rows(10)).filter((row) => row.cost_usd > 0.00003).length);
    const bad = await gateway.admin('GET', `/requests?filter=${encodeURIComponent('latency:>soon')}`);
    assert.equal(bad.status, 422);
  });

  it('is paged newest first without gaps or repeats while rows arrive', async () => {
    const seen = [];
    let cursor = null;
    do {
      const page = await gateway.get(`/requests?limit=3&filter=user:alice,bob,carol${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
      await scene.client.chat.completions.create({ ...hello, user: 'latecomer' });
    } while (cursor && seen.length < 50);
    assert.equal(seen.length, 10);
    assert.equal(new Set(seen).size, 10);
  });

  it('explains a request line by line', async () => {
    const { response } = await scene.client.chat.completions.create({ ...hello, user: 'curious' }).withResponse();
    const trace = response.headers.get('x-request-id');
    const row = await eventually(() => gateway.get(`/requests/${trace}`));
    assert.equal(row.trace_id, trace);
    assert.equal(row.attempts.length, 1);
    assert.ok(row.decision.length > 0);
    const lines = row.cost_lines.reduce((sum, line) => sum + nano(line.cost_usd), 0);
    assert.equal(lines, nano(row.cost_usd));
    assert.deepEqual([row.input_tokens, row.output_tokens], [19, 10]);
    assert.ok(row.overhead_us > 0 && row.latency_ms >= 0);
    assert.ok(!JSON.stringify(row).includes(scene.secret), 'the client key is in the record');
    assert.equal(row.request_body, null, 'captured although capture is off');
    assert.deepEqual(await gateway.get(`/requests/${row.id}`), row);
    await gateway.expect(404, 'GET', '/requests/no-such-trace');
  });

  it('keeps unknown prices apart from free ones', async () => {
    const { response } = await scene.client.chat.completions
      .create({ ...hello, model: 'unpriced/gpt-4o-mini', user: 'unpriced' })
      .withResponse();
    assert.equal(response.headers.get('x-tollgate-cost-usd'), null);
    const [row] = await gateway.rows(1, 'user:unpriced');
    assert.equal(row.cost_usd, null);
    await eventually(async () => {
      const [usage] = (await gateway.get('/usage?group_by=user&filter=user:unpriced')).data;
      assert.equal(usage.unpriced_requests, 1);
      assert.ok((await gateway.get('/overview?window=1h')).spend_today.unpriced_requests >= 1);
    });
  });

  it('keeps cached tokens apart and prices them', async () => {
    await gateway.patch('/models/up/gpt-4o-mini', { cache_read_usd_per_mtok: 0.075 });
    const usage = {
      prompt_tokens: 1000, completion_tokens: 10, total_tokens: 1010,
      prompt_tokens_details: { cached_tokens: 600 }, completion_tokens_details: { reasoning_tokens: 4 },
    };
    scene.upstream.script('gpt-4o-mini', { usage });
    const { response } = await scene.client.chat.completions.create({ ...hello, user: 'cached' }).withResponse();
    assert.equal(nano(Number(response.headers.get('x-tollgate-cost-usd'))), 400 * 150 + 600 * 75 + 10 * 600);
    const [row] = await gateway.rows(1, 'user:cached');
    assert.deepEqual([row.input_tokens, row.cache_read_tokens, row.output_tokens, row.reasoning_tokens], [1000, 600, 10, 4]);
  });

  it('records refusals, too', async () => {
    const { secret } = await gateway.key({ allowed_models: ['none'], user: 'refused' });
    assert.equal((await gateway.post('/v1/chat/completions', secret, hello)).status, 403);
    const [row] = await gateway.rows(1, 'user:refused');
    assert.deepEqual([row.status, row.outcome, row.error_code, row.cost_usd || 0], [403, 'rejected', 'model_not_allowed', 0]);
  });

  it('captures bodies only when told to, and never a secret', async () => {
    await gateway.patch('/settings', { capture_bodies: 'all' });
    const { response } = await scene.client.chat.completions.create({ ...hello, user: 'captured' }).withResponse();
    await gateway.patch('/settings', { capture_bodies: 'off' });
    const row = await eventually(() => gateway.get(`/requests/${response.headers.get('x-request-id')}`));
    assert.equal(JSON.parse(row.request_body).messages[0].content, 'Hello');
    assert.ok(row.response_body.includes('Hello from upstream.'));
    assert.ok(!JSON.stringify(row).includes(scene.secret));
    assert.deepEqual(row.event_ms, []);
  });

  it('keeps the answer of a request that was refused or failed, and no key in it', async () => {
    const { secret } = await gateway.key({ allowed_models: ['none'], user: 'turned-away' });
    const slow = await gateway.key({ limits: { rpm: 1 }, user: 'too-fast' });
    const ask = async (key, body) => {
      const reply = await gateway.post('/v1/chat/completions', key, body);
      const text = await reply.text();
      const row = await eventually(() => gateway.get(`/requests/${reply.headers.get('x-request-id')}`));
      return { status: reply.status, text, row };
    };
    await gateway.patch('/settings', { capture_bodies: 'errors' });
    const leaked = 'sk-proj-abcdefghijklmnopqrstuvwx';
    scene.upstream.script('gpt-4o-mini', { status: 400 });
    const answers = [
      [403, await ask(secret, { ...hello, stream: true })],
      [400, await ask(scene.secret, { messages: hello.messages })],
      [404, await ask(scene.secret, { ...hello, model: leaked })],
      [400, await ask(scene.secret, hello)],
      [200, await ask(slow.secret, hello)],
      [429, await ask(slow.secret, hello)],
    ];
    await gateway.patch('/settings', { capture_bodies: 'off' });
    for (const [status, answer] of answers) {
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.row.status, status);
      assert.deepEqual(answer.row.event_ms, []);
      if (status === 200) assert.equal(answer.row.response_body, null);
      else if (status !== 404) assert.equal(answer.row.response_body, answer.text);
    }
    const [, , [, unknown]] = answers;
    assert.ok(JSON.parse(unknown.row.response_body).error.message);
    assert.ok(!unknown.row.response_body.includes(leaked), unknown.row.response_body);
    const off = await ask(secret, hello);
    assert.deepEqual([off.status, off.row.response_body], [403, null]);
  });

  it('remembers which program called with which key', async () => {
    const mine = await gateway.key({ name: 'seen', user: 'program' });
    const call = (agent, body) => fetch(`${gateway.url}/v1/chat/completions`, {
      method: 'POST', body: JSON.stringify(body),
      headers: { authorization: `Bearer ${mine.secret}`, 'content-type': 'application/json', 'user-agent': agent },
    }).then((reply) => reply.text().then(() => reply.headers.get('x-request-id')));
    await call('curl/8.5', hello);
    await call('aider/1', hello);
    const last = await call('curl/8.5', { messages: [] });
    const seen = await eventually(async () => {
      const list = (await gateway.get('/clients')).data.filter(({ key_id: id }) => id === mine.id);
      assert.deepEqual(list.map((one) => [one.user_agent, one.status]), [['curl/8.5', 400], ['aider/1', 200]]);
      return list;
    });
    assert.deepEqual([seen[0].trace_id, seen[0].key_name, seen[1].user], [last, 'seen', 'program']);
    assert.deepEqual([seen[1].requested_model, seen[1].provider], [hello.model, 'up']);
    assert.ok(!JSON.stringify(seen).includes(mine.secret));
  });

  it('says of a captured stream when each of its events was sent', async () => {
    await gateway.patch('/settings', { capture_bodies: 'all' });
    const { data, response } = await scene.client.chat.completions.create({ ...hello, stream: true, user: 'timed' }).withResponse();
    for await (const chunk of data) void chunk;
    await gateway.patch('/settings', { capture_bodies: 'off' });
    const row = await eventually(() => gateway.get(`/requests/${response.headers.get('x-request-id')}`));
    const events = row.response_body.split('\n\n').filter((event) => event.trim());
    assert.ok(events.length > 2);
    assert.equal(row.event_ms.length, events.length);
    assert.ok(row.event_ms.every((ms, at) => ms >= (row.event_ms[at - 1] ?? 0) && ms <= Math.ceil(row.latency_ms)));
  });
});
