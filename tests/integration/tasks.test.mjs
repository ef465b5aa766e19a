// Work that outlives its caller's connection: tasks and batches, through restarts and kill -9.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually, makeDataDir, startGateway, startScene } from './support/gateway.mjs';

const json = async (response) => ({ status: response.status, body: await response.json() });
const ask = async (gateway, method, where, secret, body) =>
  json(await fetch(gateway.url + where, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
const finished = (gateway, secret, id, timeoutMs) =>
  eventually(async () => {
    const { body } = await ask(gateway, 'GET', `/v1/tasks/${id}`, secret);
    assert.ok(['completed', 'failed', 'cancelled'].includes(body.status), JSON.stringify(body));
    return body;
  }, timeoutMs);
const results = async (gateway, secret, id) => {
  const response = await fetch(`${gateway.url}/v1/batches/${id}/results`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(response.status, 200);
  return (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line));
};
const batchEnd = (gateway, secret, id, timeoutMs = 20000) =>
  eventually(async () => {
    const { body } = await ask(gateway, 'GET', `/v1/batches/${id}`, secret);
    assert.notEqual(body.finished_at, null, JSON.stringify(body));
    return body;
  }, timeoutMs);

/** A gateway with a simulated provider `sim` behind the alias `chat`, and a key. */
async function startSimulated(options = {}, gatewayOptions = {}) {
  const gateway = await startGateway(gatewayOptions);
  await gateway.simulatedProvider('sim', { reply: 'Answer to: {prompt:120}', ...options });
  await gateway.price('sim', 'm', 1, 2);
  await gateway.create('/aliases', { alias: 'chat', strategy: 'simple', targets: [{ provider: 'sim', model: 'm' }] });
  const { id, secret } = await gateway.key();
  return { gateway, secret, keyId: id };
}

// Each has a gateway of its own, and most of its time is spent waiting for it.
describe('tasks', { concurrency: 3 }, () => {
  it('a task runs in every dialect, and its result is that dialect’s own', async () => {
    const { gateway, secret } = await startSimulated();
    const messages = [{ role: 'user', content: 'Hi' }];
    const cases = [
      [{ prompt: 'Hi', model: 'chat' }, (r) => r.choices[0].message.content],
      [{ messages, model: 'chat' }, (r) => r.choices[0].message.content],
      [{ input: 'Hi', model: 'chat' }, (r) => r.output.find(({ type }) => type === 'message').content[0].text],
      [{ messages, model: 'chat', max_tokens: 50, dialect: 'anthropic_messages' }, (r) => r.content[0].text],
      [{ messages, model: 'chat', max_tokens: 50, system: 'Short.' }, (r) => r.content[0].text],
      [{ messages, model: 'chat', path: '/v1/chat/completions' }, (r) => r.choices[0].message.content],
    ];
    for (const [body, textOf] of cases) {
      const { status, body: accepted } = await ask(gateway, 'POST', '/v1/async/completions', secret, body);
      assert.equal(status, 202, JSON.stringify(accepted));
      assert.equal(accepted.status_url, `/v1/tasks/${accepted.task_id}`);
      const task = await finished(gateway, secret, accepted.task_id);
      assert.equal(task.status, 'completed', JSON.stringify(task));
      assert.match(textOf(task.result), /Answer to: Hi|Answer to: Short/);
      assert.equal(task.error, null);
      assert.ok(task.cost_usd > 0);
      const [row] = await gateway.rows(1, `${task.trace_id}`);
      assert.equal(row.project, 'tests');
    }
    const list = await gateway.get('/tasks?project=tests&status=completed&limit=2');
    assert.equal(list.data.length, 2);
    const rest = await gateway.get(`/tasks?limit=1000&cursor=${list.next_cursor}`);
    assert.equal(rest.data.length, cases.length - 2);
    assert.match(await (await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${secret}` } })).text(), /tollgate_jobs_waiting 0/);
    assert.equal((await gateway.get('/status')).jobs.running, 0);
    await gateway.stop();
  });

  it('a task is its project’s alone, its body is looked at at once, and a finished one cannot be cancelled', async () => {
    const { gateway, secret } = await startSimulated();
    const other = await gateway.key({ project: 'others' });
    const { body: task } = await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' });
    assert.equal((await ask(gateway, 'GET', `/v1/tasks/${task.task_id}`, other.secret)).status, 404);
    assert.equal((await ask(gateway, 'GET', '/v1/tasks/task_none', secret)).status, 404);
    assert.equal((await ask(gateway, 'GET', `/v1/tasks/${task.task_id}`, 'tg-wrong')).status, 401);
    await finished(gateway, secret, task.task_id);
    assert.equal((await ask(gateway, 'DELETE', `/v1/tasks/${task.task_id}`, secret)).status, 409);
    for (const [body, param] of [[{ model: 'chat' }, 'messages'], [{ prompt: '' }, 'prompt'], [{ prompt: 'Hi', dialect: 'x' }, 'dialect'], [{ prompt: 'Hi', path: '/v1/models' }, 'path'], [{ prompt: 'Hi', ttl_seconds: 0 }, 'ttl_seconds']]) {
      const { status, body: refused } = await ask(gateway, 'POST', '/v1/async/completions', secret, body);
      assert.equal(status, 400, JSON.stringify(body));
      assert.equal(refused.error.param, param);
    }
    await gateway.stop();
  });

  it('a running task is cancelled, and its result goes after its time', async () => {
    const { gateway, secret } = await startSimulated({ mean_latency_ms: 20000 });
    const { body: task } = await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat', ttl_seconds: 1 });
    await eventually(async () => assert.equal((await ask(gateway, 'GET', `/v1/tasks/${task.task_id}`, secret)).body.status, 'processing'));
    const { status, body } = await ask(gateway, 'DELETE', `/v1/tasks/${task.task_id}`, secret);
    assert.equal(status, 200);
    assert.equal(body.status, 'cancelled');
    assert.equal(body.result, null);
    await eventually(async () => assert.equal((await ask(gateway, 'GET', `/v1/tasks/${task.task_id}`, secret)).status, 404));
    await gateway.stop();
  });

  it('what the provider refuses our credentials for is not tried again', async () => {
    for (const status of [401, 403]) {
      const scene = await startScene({ provider: { max_retries: 0 } });
      scene.upstream.always('gpt-4o-mini', { status });
      const { body: task } = await ask(scene.gateway, 'POST', '/v1/async/completions', scene.secret, { prompt: 'Hi', model: 'chat' });
      assert.equal((await finished(scene.gateway, scene.secret, task.task_id)).status, 'failed');
      assert.equal((await scene.gateway.get('/tasks')).data[0].tries, 1);
      await scene.close();
    }
  });

  it('lists by every filter tell the same as the task itself, also of what runs', async () => {
    const { gateway, secret, keyId } = await startSimulated({ mean_latency_ms: 20000 });
    await gateway.patch('/settings', { jobs_parallel: 1 });
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.unshift((await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' })).body.task_id);
    const listed = async (query) => (await gateway.get(`/tasks?${query}`)).data.map(({ task_id }) => task_id);
    await eventually(async () => assert.deepEqual(await listed('status=processing'), [ids[2]]));
    assert.deepEqual(await listed('status=pending'), [ids[0], ids[1]]);
    for (const query of [`key=${keyId}`, 'model=chat', 'project=tests', `project=tests&model=chat&key=${keyId}`]) assert.deepEqual(await listed(query), ids, query);
    await ask(gateway, 'DELETE', `/v1/tasks/${ids[0]}`, secret);
    assert.deepEqual(await listed('project=tests&status=cancelled'), [ids[0]]);
    assert.deepEqual(await listed('project=tests&status=pending'), [ids[1]]);
    assert.deepEqual(await listed('project=nobody&status=processing'), []);
    for (const id of [ids[1], ids[2]]) await ask(gateway, 'DELETE', `/v1/tasks/${id}`, secret); // nothing is waited for
    await gateway.stop();
  });

  it('a key that was disabled meanwhile and a budget that is used up fail the task with that error', async () => {
    const { gateway, secret, keyId } = await startSimulated();
    await gateway.patch('/settings', { jobs_parallel: 1 });
    await gateway.create('/budgets', { scope: 'project', subject: 'tests', period: 'day', limit_usd: 0.0000001, action: 'block' });
    const { body: poor } = await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' });
    const failed = await finished(gateway, secret, poor.task_id);
    assert.equal(failed.status, 'failed');
    assert.equal(failed.error.code, 'budget_exceeded');
    // A slow one goes first, so that the second still waits when the key goes.
    await gateway.simulatedProvider('slow', { mean_latency_ms: 700 });
    const rich = await gateway.key({ project: 'rich' });
    await ask(gateway, 'POST', '/v1/async/completions', rich.secret, { prompt: 'Hi', model: 'slow/m' });
    const { body: second } = await ask(gateway, 'POST', '/v1/async/completions', rich.secret, { prompt: 'Hi', model: 'chat' });
    await gateway.patch(`/keys/${rich.id}`, { enabled: false });
    const seen = await eventually(async () => {
      const task = await gateway.get(`/tasks/${second.task_id}`);
      assert.equal(task.status, 'failed', JSON.stringify(task));
      return task;
    });
    assert.equal(seen.error.code, 'invalid_api_key');
    assert.ok(keyId);
    await gateway.stop();
  });

  it('what fails in passing is tried again, what is the caller’s fault is not', async () => {
    const { upstream, gateway, secret, close } = await startScene();
    upstream.script('gpt-4o-mini', { status: 503 }, { status: 429, headers: { 'retry-after': '0' } });
    const { body: task } = await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' });
    const done = await finished(gateway, secret, task.task_id, 15000);
    assert.equal(done.status, 'completed', JSON.stringify(done));
    assert.equal(upstream.requests.length, 3);
    assert.equal(upstream.requests[0].body.stream, undefined);
    upstream.script('gpt-4o-mini', { status: 400 });
    const { body: bad } = await ask(gateway, 'POST', '/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' });
    const failed = await finished(gateway, secret, bad.task_id);
    assert.equal(failed.status, 'failed');
    assert.equal(upstream.requests.length, 4);
    await close();
  });

  it('500 items are in the results exactly once after kill -9 in the middle, and what was finished does not run again', async () => {
    const dataDir = makeDataDir();
    const first = await startSimulated({ mean_latency_ms: 60 }, { dataDir, keepData: true });
    await first.gateway.patch('/settings', { jobs_parallel: 8 });
    const items = Array.from({ length: 500 }, (_, i) => ({ custom_id: `item-${i}`, body: { model: 'chat', messages: [{ role: 'user', content: `Question ${i}` }] } }));
    const { status, body: batch } = await ask(first.gateway, 'POST', '/v1/batches', first.secret, { items });
    assert.equal(status, 202, JSON.stringify(batch));
    assert.equal(batch.total, 500);
    assert.ok(batch.estimated_cost_usd > 0);
    let gateway = first.gateway;
    const known = new Map(); // what was told to be finished, with the trace of its run
    for (const enough of [60, 160]) {
      await eventually(async () => {
        const { body } = await ask(gateway, 'GET', `/v1/batches/${batch.id}`, first.secret);
        assert.ok(body.completed >= enough, `${body.completed}`);
      }, 20000);
      for (const line of await results(gateway, first.secret, batch.id)) known.set(line.custom_id, line.trace_id);
      await gateway.stop({ signal: 'SIGKILL' });
      gateway = await startGateway({ dataDir, keepData: true });
    }
    await gateway.patch('/settings', { jobs_parallel: 64 });
    const end = await batchEnd(gateway, first.secret, batch.id);
    assert.deepEqual([end.status, end.completed, end.failed], ['completed', 500, 0]);
    const lines = await results(gateway, first.secret, batch.id);
    assert.deepEqual(lines.map(({ custom_id }) => custom_id), items.map(({ custom_id }) => custom_id));
    lines.forEach(({ status: word, response, custom_id }, i) => {
      assert.equal(word, 'completed');
      assert.match(response.choices[0].message.content, new RegExp(`Question ${i}$`));
      if (known.has(custom_id)) assert.equal(lines[i].trace_id, known.get(custom_id));
    });
    assert.ok(known.size >= 160);
    gateway.keepData = false;
    await gateway.stop();
  });

  it('SIGTERM lets what runs end, and the rest goes on after the next start', async () => {
    const dataDir = makeDataDir();
    const { gateway, secret } = await startSimulated({ mean_latency_ms: 100 }, { dataDir, keepData: true });
    await gateway.patch('/settings', { jobs_parallel: 4 });
    const { body: batch } = await ask(gateway, 'POST', '/v1/batches', secret, { prompts: Array.from({ length: 40 }, (_, i) => `P${i}`), model: 'chat' });
    await eventually(async () => assert.ok((await ask(gateway, 'GET', `/v1/batches/${batch.id}`, secret)).body.completed >= 8));
    await gateway.stop();
    const again = await startGateway({ dataDir });
    const end = await batchEnd(again, secret, batch.id);
    assert.equal(end.completed, 40);
    const rows = await again.rows(40, 'project:tests');
    assert.equal(rows.length, 40); // nothing ran twice: who was running had the time to end
    await again.stop();
  });

  it('a batch keeps going when an item fails, can be cancelled, and stops at its own budget', async () => {
    const { gateway, secret } = await startSimulated({ mean_latency_ms: 5 });
    const mixed = await ask(gateway, 'POST', '/v1/batches', secret, { items: [
      { custom_id: 'a', body: { model: 'chat', messages: [{ role: 'user', content: 'A' }] } },
      { custom_id: 'b', body: { model: 'nowhere', messages: [{ role: 'user', content: 'B' }] } },
      { custom_id: 'c', body: { model: 'chat', prompt: 'C' } },
    ] });
    const end = await batchEnd(gateway, secret, mixed.body.id);
    assert.deepEqual([end.status, end.completed, end.failed], ['completed', 2, 1]);
    const [a, b, c] = await results(gateway, secret, mixed.body.id);
    assert.equal(a.status, 'completed');
    assert.equal(b.error.code, 'model_not_found');
    assert.match(c.response.choices[0].message.content, /Answer to: C/);
    assert.ok(Math.abs(end.cost_usd - (a.cost_usd + c.cost_usd)) < 1e-9);

    await gateway.patch('/settings', { jobs_parallel: 1 });
    const long = await ask(gateway, 'POST', '/v1/batches', secret, { prompts: Array.from({ length: 300 }, (_, i) => `P${i}`), model: 'chat' });
    await eventually(async () => assert.ok((await ask(gateway, 'GET', `/v1/batches/${long.body.id}`, secret)).body.completed >= 2));
    const cancelled = await ask(gateway, 'POST', `/v1/batches/${long.body.id}/cancel`, secret);
    assert.equal(cancelled.status, 200);
    const gone = await batchEnd(gateway, secret, long.body.id);
    assert.equal(gone.status, 'cancelled');
    assert.equal(gone.completed + gone.cancelled, 300);
    assert.ok(gone.cancelled > 0);
    assert.equal((await ask(gateway, 'POST', `/v1/batches/${long.body.id}/cancel`, secret)).status, 409);

    const budget = 0.0007;
    const prompts = Array.from({ length: 200 }, (_, i) => `P${i}`);
    const poor = await ask(gateway, 'POST', '/v1/batches', secret, { prompts, model: 'chat', max_tokens: 50, budget_usd: budget });
    const stopped = await batchEnd(gateway, secret, poor.body.id);
    assert.equal(stopped.status, 'budget_exceeded');
    assert.ok(stopped.completed > 0 && stopped.cancelled > 0, JSON.stringify(stopped));
    assert.ok(stopped.cost_usd <= budget);
    await gateway.stop();
  });

  it('projects take turns: a small one is not held up by ten thousand items of another', async () => {
    const { gateway, secret } = await startSimulated({ mean_latency_ms: 20 });
    await gateway.patch('/settings', { jobs_parallel: 4 });
    const small = await gateway.key({ project: 'small' });
    const big = await ask(gateway, 'POST', '/v1/batches', secret, { prompts: Array.from({ length: 2000 }, (_, i) => `P${i}`), model: 'chat' });
    const { body: task } = await ask(gateway, 'POST', '/v1/async/completions', small.secret, { prompt: 'Hi', model: 'chat' });
    await finished(gateway, small.secret, task.task_id, 1500);
    const { body: still } = await ask(gateway, 'GET', `/v1/batches/${big.body.id}`, secret);
    assert.equal(still.status, 'processing');
    assert.ok(still.completed < 1000);
    await ask(gateway, 'POST', `/v1/batches/${big.body.id}/cancel`, secret);
    await gateway.stop();
  });

  it('the batch at once answers in order, and one failure fails only itself', async () => {
    const { gateway, secret } = await startSimulated({ mean_latency_ms: 10 });
    const prompts = Array.from({ length: 25 }, (_, i) => `P${i}`);
    const { status, body } = await ask(gateway, 'POST', '/v1/batch/completions', secret, { prompts, model: 'chat' });
    assert.equal(status, 200);
    assert.deepEqual(body.map(({ index }) => index), prompts.map((_, i) => i));
    body.forEach((one, i) => assert.match(one.result, new RegExp(`Answer to: P${i}$`)));
    const mixed = await ask(gateway, 'POST', '/v1/batch/completions', secret, { items: [
      { custom_id: 'good', body: { model: 'chat', prompt: 'A' } }, { custom_id: 'bad', body: { model: 'nowhere', prompt: 'B' } }] });
    assert.equal(mixed.body[0].response.object, 'chat.completion');
    assert.deepEqual([mixed.body[1].status, mixed.body[1].status_code], ['failed', 404]);
    const refused = await ask(gateway, 'POST', '/v1/batch/completions', secret, { prompts: ['a', 5], model: 'chat' });
    assert.deepEqual([refused.status, refused.body.error.param], [400, 'prompts[1]']);
    await gateway.stop();
  });
});
