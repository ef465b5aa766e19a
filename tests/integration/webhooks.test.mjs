// Webhooks: signed, tried again, given up into dead letters, and sent nowhere they should not go.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { describe, it } from 'node:test';
import { eventually, makeDataDir, startGateway } from './support/gateway.mjs';

/** A receiver that keeps what it was sent; `answers` are used up first, then it says 200. */
async function startReceiver() {
  const receiver = { got: [], answers: [], redirected: 0 };
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/elsewhere') receiver.redirected += 1;
      receiver.got.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
      const answer = receiver.answers.shift() ?? { status: 200 };
      if (answer.hang) return;
      response.writeHead(answer.status, answer.headers ?? {});
      if (answer.flood) {
        const more = () => { while (!response.destroyed && response.write(Buffer.alloc(65536))); };
        response.on('drain', more);
        more();
        return;
      }
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${server.address().port}`;
  receiver.close = () => { server.close(); server.closeAllConnections(); };
  return receiver;
}

async function startScene(options = {}, { allow = true, ...gatewayOptions } = {}) {
  const gateway = await startGateway(gatewayOptions);
  await gateway.simulatedProvider('sim', { reply: 'Answer to: {prompt:120}', ...options });
  await gateway.create('/aliases', { alias: 'chat', strategy: 'simple', targets: [{ provider: 'sim', model: 'm' }] });
  if (allow) await gateway.patch('/settings', { webhook_allow_private: true });
  const { secret } = await gateway.key();
  const submit = async (body) => {
    const response = await gateway.post('/v1/webhook/completions', secret, { prompt: 'Hi', model: 'chat', ...body });
    return { status: response.status, body: await response.json() };
  };
  return { gateway, secret, submit };
}

const hmac = (secret, bytes) => createHmac('sha256', secret).update(bytes).digest('hex');

// Each has a gateway of its own, and most of its time is pauses between deliveries.
describe('webhooks', { concurrency: 3 }, () => {
  it('the result is posted, signed over its exact bytes, with the caller’s secret or the project’s own', async () => {
    const receiver = await startReceiver();
    const { gateway, secret, submit } = await startScene();
    const { status, body: accepted } = await submit({ webhook_url: `${receiver.url}/hook`, webhook_secret: 'shared' });
    assert.equal(status, 202);
    await eventually(() => assert.equal(receiver.got.length, 1));
    const [{ headers, body }] = receiver.got;
    assert.equal(headers['x-webhook-signature'], hmac('shared', body));
    const stamp = headers['x-webhook-timestamp'];
    assert.ok(Math.abs(Number(stamp) - Date.now() / 1000) < 60);
    assert.equal(headers['x-webhook-timestamp-signature'], hmac('shared', `${headers['x-webhook-id']}.${stamp}.${body}`));
    const told = JSON.parse(body);
    assert.deepEqual([told.task_id, told.status, told.error], [accepted.task_id, 'completed', null]);
    assert.match(told.result.choices[0].message.content, /Answer to: Hi/);

    const own = await (await fetch(`${gateway.url}/v1/webhook/secret`, { headers: { authorization: `Bearer ${secret}` } })).json();
    await submit({ webhook_url: `${receiver.url}/hook`, model: 'nowhere' });
    await eventually(() => assert.equal(receiver.got.length, 2));
    assert.equal(receiver.got[1].headers['x-webhook-signature'], hmac(own.secret, receiver.got[1].body));
    const failed = JSON.parse(receiver.got[1].body);
    assert.deepEqual([failed.status, failed.error.code, failed.result], ['failed', 'model_not_found', null]);
    receiver.close();
    await gateway.stop();
  });

  it('a delivery that fails is tried again with the same id; one that floods or hangs holds nobody up', async () => {
    const receiver = await startReceiver();
    const { gateway, submit } = await startScene();
    receiver.answers.push({ hang: true }, { status: 200, flood: true }, { status: 500 });
    await submit({ webhook_url: `${receiver.url}/hangs` });
    await eventually(() => assert.equal(receiver.got.length, 1));
    await submit({ webhook_url: `${receiver.url}/floods` });
    await eventually(() => assert.equal(receiver.got.length, 2));
    await submit({ webhook_url: `${receiver.url}/fails` });
    await eventually(() => assert.equal(receiver.got.filter(({ path }) => path === '/fails').length, 2), 15000);
    const [one, two] = receiver.got.filter(({ path }) => path === '/fails');
    assert.equal(one.headers['x-webhook-id'], two.headers['x-webhook-id']);
    assert.deepEqual(one.body, two.body);
    await eventually(async () => assert.equal((await gateway.get('/status')).jobs.webhooks_waiting, 1)); // the one that hangs
    receiver.close();
    await gateway.stop();
  });

  it('a cancelled task tells its receiver so, and what is told is kept for its time', async () => {
    const receiver = await startReceiver();
    const { gateway, secret, submit } = await startScene({ mean_latency_ms: 20000 });
    const { body: task } = await submit({ webhook_url: `${receiver.url}/hook`, ttl_seconds: 3600 });
    const cancelled = await fetch(`${gateway.url}/v1/tasks/${task.task_id}`, { method: 'DELETE', headers: { authorization: `Bearer ${secret}` } });
    assert.equal(cancelled.status, 200);
    await eventually(() => assert.equal(receiver.got.length, 1));
    const told = JSON.parse(receiver.got[0].body);
    assert.deepEqual([told.task_id, told.status, told.result, told.error], [task.task_id, 'cancelled', null, null]);
    assert.equal(Date.parse(told.expires_at) - Date.parse(told.finished_at), 3600_000);
    await gateway.patch('/providers/sim', { options: { mean_latency_ms: 1, reply: 'Answer' } });
    await submit({ webhook_url: `${receiver.url}/hook`, ttl_seconds: 7200 });
    await eventually(() => assert.equal(receiver.got.length, 2));
    const ended = JSON.parse(receiver.got[1].body);
    assert.equal(Date.parse(ended.expires_at) - Date.parse(ended.finished_at), 7200_000);
    receiver.close();
    await gateway.stop();
  });

  it('one endpoint that hangs holds up no other of its host', async () => {
    const [hangs, answers] = [await startReceiver(), await startReceiver()];
    hangs.answers = Array.from({ length: 8 }, () => ({ hang: true }));
    const { gateway, submit } = await startScene();
    for (let i = 0; i < 6; i += 1) await submit({ webhook_url: `${hangs.url}/hook` });
    await eventually(() => assert.equal(hangs.got.length, 4)); // as many as one receiver may have
    await submit({ webhook_url: `${answers.url}/hook` });
    await eventually(() => assert.equal(answers.got.length, 1));
    assert.equal((await gateway.get('/webhooks')).data[0].receiver, new URL(hangs.url).host);
    hangs.close();
    answers.close();
    await gateway.stop();
  });

  it('a redirect is not followed', async () => {
    const receiver = await startReceiver();
    const { gateway, submit } = await startScene();
    receiver.answers.push({ status: 302, headers: { location: `${receiver.url}/elsewhere` } });
    await submit({ webhook_url: `${receiver.url}/moved` });
    await eventually(() => assert.equal(receiver.got.filter(({ path }) => path === '/moved').length, 2), 15000);
    assert.equal(receiver.redirected, 0);
    receiver.close();
    await gateway.stop();
  });

  it('what cannot be delivered by our own rule is a dead letter at once, and is resent on demand', async () => {
    const receiver = await startReceiver();
    const { gateway, submit } = await startScene({ mean_latency_ms: 300 });
    const { body: accepted } = await submit({ webhook_url: `${receiver.url}/hook` });
    await gateway.patch('/settings', { webhook_allow_private: false });
    const [dead] = await eventually(async () => {
      const { data } = await gateway.get('/webhooks/dead');
      assert.equal(data.length, 1);
      return data;
    });
    assert.equal(dead.task_id, accepted.task_id);
    assert.match(dead.last_error, /127\.0\.0\.1/);
    assert.equal(receiver.got.length, 0);
    await gateway.patch('/settings', { webhook_allow_private: true });
    await gateway.expect(200, 'POST', `/webhooks/dead/${dead.id}/resend`);
    await eventually(() => assert.equal(receiver.got.length, 1));
    await eventually(async () => assert.deepEqual((await gateway.get('/webhooks/dead')).data, []));
    await gateway.expect(404, 'POST', `/webhooks/dead/${dead.id}/resend`);
    receiver.close();
    await gateway.stop();
  });

  it('addresses of this machine and its networks are refused however they are written', async () => {
    const { gateway, submit } = await startScene({}, { allow: false });
    const anyway = ['http://169.254.169.254/latest/meta-data', 'http://[fe80::1]/', 'http://0.0.0.0/', 'http://[::]/', 'http://[fd00:ec2::254]/', 'http://100.100.100.200/', 'http://[::ffff:169.254.169.254]/', 'ftp://example.com/', 'file:///etc/passwd', 'http://u:p@example.com/', 'nothing'];
    const inside = ['http://127.0.0.1/', 'http://localhost:1/', 'http://x.localhost/', 'http://2130706433/', 'http://0x7f000001/', 'http://017700000001/', 'http://127.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://10.1.2.3/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://100.64.0.1/', 'http://[fc00::1]/'];
    for (const url of [...anyway, ...inside]) {
      const { status, body } = await submit({ webhook_url: url });
      assert.equal(status, 400, url);
      assert.equal(body.error.param, 'webhook_url', url);
    }
    await gateway.patch('/settings', { webhook_allow_private: true });
    for (const url of anyway) assert.equal((await submit({ webhook_url: url })).status, 400, url);
    for (const [fields, message] of [
      [{}, 'webhook_url is missing.'],
      [{ webhook_url: 5 }, 'webhook_url must be an http or https URL.'],
      [{ webhook_url: 'https://example.com/', prompt: undefined }, 'There must be messages, input or prompt.'],
    ]) {
      const { status, body } = await submit(fields);
      assert.deepEqual([status, body.error.message], [400, message]);
    }
    await gateway.stop();
  });

  it('a webhook that waits survives kill -9, and is due at the start', async () => {
    const dataDir = makeDataDir();
    const receiver = await startReceiver();
    const { gateway, submit } = await startScene({}, { dataDir, keepData: true });
    receiver.answers.push({ status: 500 });
    await submit({ webhook_url: `${receiver.url}/hook` });
    let due;
    await eventually(async () => {
      const { data: [webhook] } = await gateway.get('/webhooks');
      due = Date.parse(webhook.next_attempt_at);
      assert.ok(receiver.got.length === 1 && webhook.tries === 1 && due);
    });
    await gateway.stop({ signal: 'SIGKILL' });
    await new Promise((resolve) => { setTimeout(resolve, due - Date.now()); });
    const again = await startGateway({ dataDir });
    await eventually(() => assert.ok(receiver.got.length >= 2), 15000);
    receiver.close();
    await again.stop();
  });
});
