// Tasks, batches and webhooks as the console sees them: lists without bodies, items, results, bounds, and who did what.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import test from 'node:test';
import { eventually, startGateway } from './support/gateway.mjs';

async function startScene({ simulated = {}, settings = {} } = {}) {
  const gateway = await startGateway();
  await gateway.simulatedProvider('sim', { reply: 'Answer to: {prompt:120}', mean_latency_ms: 1, ...simulated });
  await gateway.price('sim', 'm', 1, 2);
  await gateway.create('/aliases', { alias: 'chat', strategy: 'simple', targets: [{ provider: 'sim', model: 'm' }] });
  await gateway.patch('/settings', { webhook_allow_private: true, ...settings });
  const { secret } = await gateway.key();
  const ask = async (method, where, body, key = secret) => {
    const response = await fetch(gateway.url + where, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const done = (path, id) =>
    eventually(async () => {
      const one = await gateway.get(`${path}/${id}`);
      assert.notEqual(one.finished_at, null, JSON.stringify(one));
      return one;
    }, 20000);
  return { gateway, secret, ask, done };
}

test('tasks are listed by state, project and model, page by page, without what was answered', async () => {
  const { gateway, ask, done } = await startScene();
  const ids = [];
  for (const body of [{ prompt: 'One', model: 'chat' }, { prompt: 'Two', model: 'nowhere' }, { prompt: 'Three', model: 'chat' }]) {
    const { body: accepted } = await ask('POST', '/v1/async/completions', body);
    await done('/tasks', accepted.task_id);
    ids.unshift(accepted.task_id);
  }
  const all = await gateway.get('/tasks?limit=2');
  assert.deepEqual(all.data.map((row) => row.task_id), ids.slice(0, 2));
  assert.deepEqual((await gateway.get(`/tasks?cursor=${all.next_cursor}`)).data.map((row) => row.task_id), ids.slice(2));
  const [failed, ...others] = (await gateway.get('/tasks?status=failed')).data;
  assert.deepEqual([failed.task_id, failed.model, failed.error.code, others.length], [ids[1], 'nowhere', 'model_not_found', 0]);
  const good = await gateway.get('/tasks?status=completed&model=chat&project=tests');
  assert.deepEqual(good.data.map((row) => row.task_id), [ids[0], ids[2]]);
  assert.ok(good.data.every((row) => row.result === undefined && row.cost_usd > 0 && row.bytes > 0 && row.expires_at));
  assert.deepEqual((await gateway.get('/tasks?status=processing')).data, []);
  await gateway.expect(422, 'GET', '/tasks?status=asleep');
  const state = await gateway.get('/jobs');
  assert.deepEqual(state.tasks, { open: 0, completed: 2, failed: 1, cancelled: 0 });
  assert.equal(state.parallel, 32);
  assert.ok(state.stored_bytes > 0 && state.stored_bytes < 100000);
  assert.equal(state.owners[0].owner, 'project:tests');
  await gateway.stop();
});

test('what waits and what runs can be told apart', async () => {
  const { gateway, ask } = await startScene({ simulated: { mean_latency_ms: 20000 }, settings: { jobs_parallel: 1 } });
  for (let i = 0; i < 3; i += 1) await ask('POST', '/v1/async/completions', { prompt: `P${i}`, model: 'chat' });
  await eventually(async () => {
    assert.equal((await gateway.get('/tasks?status=processing')).data.length, 1);
    assert.equal((await gateway.get('/tasks?status=pending')).data.length, 2);
  });
  const state = await gateway.get('/jobs');
  assert.deepEqual([state.waiting, state.running, state.owners[0].waiting, state.owners[0].running], [2, 1, 2, 1]);
  assert.ok(Date.now() - Date.parse(state.oldest_waiting_at) < 60000);
  await gateway.stop({ signal: 'SIGKILL' });
});

test('the items of a batch and its results, line by line as they are', async () => {
  const { gateway, secret, ask, done } = await startScene();
  const items = Array.from({ length: 12 }, (_, i) => ({ custom_id: `i${i}`, body: { model: i === 5 ? 'nowhere' : 'chat', prompt: `P${i}` } }));
  const { body: batch } = await ask('POST', '/v1/batches', { items });
  await done('/batches', batch.id);
  const first = await gateway.get(`/batches/${batch.id}/items?limit=5`);
  assert.deepEqual(first.data.map((row) => row.custom_id), ['i0', 'i1', 'i2', 'i3', 'i4']);
  const rest = await gateway.get(`/batches/${batch.id}/items?limit=100&cursor=${first.next_cursor}`);
  assert.deepEqual([rest.data.length, rest.data[0].place, rest.next_cursor], [7, 5, null]);
  const failed = await gateway.get(`/batches/${batch.id}/items?status=failed`);
  assert.deepEqual(failed.data.map((row) => [row.custom_id, row.error.code, row.model]), [['i5', 'model_not_found', 'nowhere']]);
  assert.equal(failed.data[0].response, undefined);
  const lines = [];
  for (let cursor = ''; cursor !== null;) {
    const part = await gateway.get(`/batches/${batch.id}/results${cursor && `?cursor=${cursor}`}`);
    lines.push(...part.data);
    cursor = part.next_cursor;
  }
  const whole = await fetch(`${gateway.url}/v1/batches/${batch.id}/results`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(lines.map((line) => `${line}\n`).join(''), await whole.text());
  await gateway.expect(404, 'GET', '/batches/batch_none/items');
  await gateway.stop();
});

test('cancelling and resending are in the audit log, with who did it', async () => {
  const { gateway, ask } = await startScene({ simulated: { mean_latency_ms: 5000 } });
  const { body: task } = await ask('POST', '/v1/async/completions', { prompt: 'P', model: 'chat' });
  const { body: batch } = await ask('POST', '/v1/batches', { prompts: ['a', 'b'], model: 'chat' });
  await gateway.expect(200, 'POST', `/tasks/${task.task_id}/cancel`);
  await gateway.expect(200, 'POST', `/batches/${batch.id}/cancel`);
  await gateway.expect(409, 'POST', `/tasks/${task.task_id}/cancel`);
  const { data } = await gateway.get('/audit?limit=2');
  assert.deepEqual(data.map(({ actor, action, kind, subject }) => [actor, action, kind, subject]), [
    ['admin-token', 'cancel', 'batch', batch.id], ['admin-token', 'cancel', 'task', task.task_id]]);
  assert.equal(data[1].after.status, 'cancelled');
  assert.equal(data[1].after.result, undefined);
  await gateway.stop({ signal: 'SIGKILL' });
});

test('dead letters are listed, resent one by one and all at once', async () => {
  const { gateway, ask } = await startScene({ simulated: { mean_latency_ms: 300 } });
  let got = 0;
  const receiver = http.createServer((request, response) => { got += 1; request.resume(); response.end(); }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const webhookUrl = `http://127.0.0.1:${receiver.address().port}/hook`;
  for (let i = 0; i < 3; i += 1) assert.equal((await ask('POST', '/v1/webhook/completions', { prompt: 'P', model: 'chat', webhook_url: webhookUrl })).status, 202);
  await gateway.patch('/settings', { webhook_allow_private: false }); // now they may not go there
  await eventually(async () => assert.equal((await gateway.get('/webhooks?status=dead')).data.length, 3));
  const [dead] = (await gateway.get('/webhooks/dead')).data;
  assert.deepEqual([dead.status, dead.receiver, dead.tries, dead.next_attempt_at], ['dead', new URL(webhookUrl).host, 1, null]);
  assert.deepEqual((await gateway.get('/webhooks?status=waiting')).data, []);
  await gateway.patch('/settings', { webhook_allow_private: true });
  assert.deepEqual(await gateway.expect(200, 'POST', '/webhooks/dead/resend?project=others'), { resent: 0, more: false });
  await gateway.expect(200, 'POST', `/webhooks/dead/${dead.id}/resend`);
  await eventually(() => assert.equal(got, 1));
  assert.deepEqual(await gateway.expect(200, 'POST', '/webhooks/dead/resend'), { resent: 2, more: false });
  await eventually(() => assert.equal(got, 3));
  assert.deepEqual((await gateway.get('/audit?kind=webhook')).data.map(({ action, subject }) => [action, subject]), [
    ['resend', '*'], ['resend', dead.id], ['resend', 'others']]);
  receiver.close();
  await gateway.stop();
});

test('what may be kept is bounded in bytes, and time makes room again', async () => {
  const { gateway, ask } = await startScene({ settings: { jobs_project_max_mb: 1, jobs_parallel: 4 } });
  const { body: small } = await ask('POST', '/v1/async/completions', { prompt: 'x'.repeat(600000), model: 'chat', ttl_seconds: 1 });
  const refused = await ask('POST', '/v1/async/completions', { prompt: 'x'.repeat(1100000), model: 'chat' });
  assert.equal(refused.status, 507);
  assert.equal(refused.body.error.code, 'storage_full');
  assert.match(refused.body.error.message, /Project tests .* settings\.jobs_project_max_mb \(1 MiB\)/);
  const batch = await ask('POST', '/v1/batches', { prompts: Array.from({ length: 400 }, (_, i) => `P${i}`), model: 'chat' });
  assert.equal(batch.status, 507); // 400 answers to come
  await gateway.patch('/settings', { jobs_project_max_mb: 2, jobs_max_mb: 1 });
  const full = await ask('POST', '/v1/async/completions', { prompt: 'x'.repeat(1100000), model: 'chat' });
  assert.match(full.body.error.message, /The gateway keeps .* settings\.jobs_max_mb \(1 MiB\)/);
  await eventually(async () => {
    assert.equal((await ask('GET', `/v1/tasks/${small.task_id}`)).status, 404);
    assert.equal((await ask('POST', '/v1/async/completions', { prompt: 'x'.repeat(900000), model: 'chat' })).status, 202);
  }, 10000);
  await gateway.stop();
});

test('a path that Qt keeps for itself is answered like any other that is not there', async () => {
  const gateway = await startGateway();
  for (const path of ['/upgrade', '/%75pgrade', '/upgrade?ticket=1', '/nothing']) {
    const response = await fetch(gateway.url + path);
    assert.equal(response.status, 404, path);
    assert.equal((await response.json()).error.code, 'not_found');
  }
  await gateway.stop();
});
