// Streams under bad conditions: strange packets, leaving clients, slow readers.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMiB } from '../bench/machine.mjs';
import { eventually, hello, startScene } from './support/gateway.mjs';
import { collect, dataLines } from './support/sse.mjs';

describe('streams', () => {
  let scene;
  let client;
  let upstream;
  before(async () => {
    scene = await startScene();
    ({ client, upstream } = scene);
  });
  beforeEach(() => upstream.reset());
  after(() => scene?.close());

  const open = (options) => client.chat.completions.create({ ...hello, stream: true }, options);

  it('come through whatever the packets look like', async () => {
    const reply = ['žluťoučký ', 'kůň ', '🐎', ' 你好'];
    for (const splitBytes of [1, 2, 3, 5, 7]) {
      for (const crlf of [false, true]) {
        upstream.script('gpt-4o-mini', { reply, splitBytes, crlf });
        const { text, usage } = await collect(await open());
        assert.equal(text, reply.join(''), `split every ${splitBytes} bytes`);
        assert.equal(usage, undefined);
      }
    }
  });

  it('come through with an event of several megabytes', async () => {
    upstream.script('gpt-4o-mini', { hugeEventBytes: 4 * 1024 * 1024 });
    assert.equal((await collect(await open())).text.length, 4 * 1024 * 1024);
  });

  it('are booked with an estimate when the upstream never tells its usage', async () => {
    upstream.script('gpt-4o-mini', { noUsage: true, reply: 'x'.repeat(400) });
    const { data, response } = await client.chat.completions.create({ ...hello, stream: true }).withResponse();
    await collect(data);
    const [row] = await scene.gateway.rows(1, `${response.headers.get('x-request-id')}`);
    assert.equal(row.usage_estimated, true);
    assert.ok(row.output_tokens >= 50 && row.output_tokens <= 200, `${row.output_tokens} tokens for 400 characters`);
  });

  it('do not claim to be whole when the upstream ends without [DONE]', async () => {
    const raw = 'data: {"choices":[{"index":0,"delta":{"content":"half"}}]}\n\n';
    upstream.script('gpt-4o-mini', { raw });
    const response = await scene.gateway.post('/v1/chat/completions', scene.secret, { ...hello, stream: true });
    const lines = dataLines(await response.text().catch(() => ''));
    assert.ok(!lines.includes('[DONE]'));
  });

  it('are cancelled upstream when the client leaves', async () => {
    upstream.script('gpt-4o-mini', { floodEvents: 1e6, intervalMs: 5 });
    const stream = await open({ headers: { 'X-User-Id': 'leaver' } });
    for await (const chunk of stream) {
      if (chunk.choices[0].delta.content) break;
    }
    stream.controller.abort();
    await within(2000, upstream.last.closed);
    assert.equal(upstream.last.abandoned, true);
    const [row] = await scene.gateway.rows(1, 'user:leaver');
    assert.equal(row.outcome, 'client_gone');
    assert.ok(row.output_tokens > 0, 'what was delivered is not booked');
  });

  it('are cancelled upstream when the client leaves before the first byte', async () => {
    for (const body of [hello, { ...hello, stream: true }]) {
      upstream.script('gpt-4o-mini', { hang: true });
      const abort = new AbortController();
      const call = client.chat.completions.create(body, { signal: abort.signal, headers: { 'X-User-Id': 'hasty' } });
      const failed = assert.rejects(call);
      await eventually(() => assert.ok(upstream.last, 'nothing went up'));
      abort.abort();
      await failed;
      await within(2000, upstream.last.closed);
      upstream.requests.length = 0;
    }
    const rows = await scene.gateway.rows(2, 'user:hasty');
    assert.deepEqual(rows.map((row) => row.outcome), ['client_gone', 'client_gone']);
  });

  it('wait for a slow reader instead of filling memory', async () => {
    const events = 48 * 1024; // about 55 MiB
    upstream.script('gpt-4o-mini', { floodEvents: events });
    upstream.bytesWritten = 0;
    const memoryBefore = residentMiB(scene.gateway.pid);
    const response = await slowPost(`${scene.gateway.url}/v1/chat/completions`, scene.secret, { ...hello, stream: true });
    await settled(() => upstream.bytesWritten);
    const held = upstream.bytesWritten;
    assert.ok(held < 24 * 1024 * 1024, `${held} bytes were taken for a reader that reads nothing`);
    assert.ok(residentMiB(scene.gateway.pid) - memoryBefore < 24, 'the gateway holds the stream in memory');

    let received = '';
    let count = 0;
    response.setEncoding('utf8');
    for await (const part of response) {
      received = (received + part).slice(-64);
      count += part.split('"delta":{"content":"f').length - 1;
    }
    assert.ok(received.endsWith('data: [DONE]\n\n'), 'the end is missing');
    assert.ok(count > events * 0.98 && count <= events, `${count} of ${events} events seen`);
  });

  it('leave no request active behind them', async () => {
    const streams = await Promise.all(
      Array.from({ length: 10 }, async () => {
        upstream.script('gpt-4o-mini', { stallAfter: 2 });
        return open();
      }),
    );
    for (const stream of streams) stream.controller.abort();
    await eventually(async () => {
      const response = await fetch(`${scene.gateway.url}/metrics`, { headers: { authorization: `Bearer ${scene.secret}` } });
      assert.match(await response.text(), /^tollgate_active_requests(\{[^}]*\})? 0$/m);
    });
  });
});

function within(milliseconds, promise) {
  return Promise.race([
    promise,
    sleep(milliseconds).then(() => assert.fail(`not within ${milliseconds} ms`)),
  ]);
}

/** Waits until a number stops changing for half a second. */
async function settled(read) {
  for (let last = -1, now = read(); now !== last; now = read()) {
    last = now;
    await sleep(500);
  }
}

/** A POST whose answer is handed over unread, so that the sockets fill. */
function slowPost(url, secret, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const request = http.request(url, { method: 'POST', headers, agent: false }, resolve);
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}
