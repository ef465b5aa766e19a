// Clients that know no model's API: GET /v1/stream and the WebSocket /ws/chat, called with plain fetch and `ws`.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { residentMiB } from '../bench/machine.mjs';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';
import { firstLine } from './support/raw_http.mjs';

let gateway;
let key;
let upstream;

before(async () => {
  upstream = await startFakeUpstream();
  gateway = await startGateway();
  await gateway.simulatedProvider('sim', { reply: 'You said: {prompt:60}' });
  await gateway.price('sim', 'echo', 1, 2);
  await gateway.openaiProvider('slow', upstream);
  await gateway.create('/aliases', { alias: 'chat-default', strategy: 'simple', targets: [{ provider: 'sim', model: 'echo' }] });
  key = (await gateway.key({ name: 'simple' })).secret;
});
after(async () => {
  await gateway?.stop();
  await upstream?.close();
});

const holds = (check) => eventually(async () => assert.ok(await check()));

/** The events of an event stream, as JSON. */
const eventsOf = (text) =>
  text.split('\n\n').filter(Boolean).map((event) => JSON.parse(event.replace(/^data: /, '')));

function connect(headers = { authorization: `Bearer ${key}` }, query = '') {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws/chat${query}`, { headers });
  socket.messages = [];
  socket.on('message', (data) => socket.messages.push(JSON.parse(data)));
  return socket;
}

/** What comes in answer to one message, up to its last. */
async function ask(socket, message) {
  const from = socket.messages.length;
  socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  await holds(() => socket.messages.slice(from).some(({ type }) => type !== 'chunk'));
  return socket.messages.slice(from);
}
const textOf = (messages) => messages.filter(({ type }) => type === 'chunk').map(({ content }) => content).join('');

describe('GET /v1/stream', () => {
  const get = (query, headers = { authorization: `Bearer ${key}` }) => fetch(`${gateway.url}/v1/stream${query}`, { headers });

  it('streams pieces and says when it is done', async () => {
    const response = await get(`?prompt=${encodeURIComponent('Zażółć gęślą jaźń')}`, {
      authorization: `Bearer ${key}`,
      'x-user-id': 'stream-user',
    });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    assert.equal(response.headers.get('x-tollgate-provider'), 'sim');
    const events = eventsOf(await response.text());
    assert.ok(events.length > 2);
    assert.deepEqual(events.at(-1), { content: '', done: true });
    assert.ok(events.slice(0, -1).every(({ done }) => done === false));
    assert.equal(events.map(({ content }) => content).join(''), 'You said: Zażółć gęślą jaźń');
    const [row] = await gateway.rows(1, 'user:stream-user');
    assert.equal(row.route, '/v1/stream');
    assert.equal(row.status, 200);
    assert.ok(row.cost_usd > 0);
  });

  it('takes a model', async () => {
    const response = await get('?prompt=hi&model=sim/other');
    assert.equal(response.headers.get('x-tollgate-model'), 'other');
    await response.text();
  });

  it('refuses like any other route', async () => {
    assert.equal((await get('?prompt=hi', {})).status, 401);
    const empty = await get('?prompt=');
    assert.equal(empty.status, 400);
    assert.equal((await empty.json()).error.param, 'prompt');
    assert.equal((await get('?prompt=hi&model=nothing')).status, 404);
    assert.equal((await fetch(`${gateway.url}/v1/stream`, { method: 'POST' })).status, 405);
    assert.equal((await fetch(`${gateway.url}/v1/stream?prompt=hi`, { method: 'HEAD', headers: { authorization: `Bearer ${key}` } })).status, 405);
    assert.equal((await get('?prompt=hi', { authorization: `Bearer ${key}`, 'sec-fetch-site': 'same-site' })).status, 403);
  });
});

describe('/ws/chat', () => {
  it('answers prompt after prompt', async () => {
    const socket = connect();
    await once(socket, 'open');
    for (const prompt of ['one', 'zwei', 'trzy ó']) {
      const messages = await ask(socket, { prompt, user: 'ws-user' });
      assert.deepEqual(messages.at(-1), { type: 'done' });
      assert.ok(messages.slice(0, -1).every(({ type }) => type === 'chunk'));
      assert.equal(textOf(messages), `You said: ${prompt}`);
    }
    socket.close();
    assert.equal((await once(socket, 'close'))[0], 1000);
    const found = await gateway.rows(3, 'user:ws-user');
    assert.equal(found.length, 3);
    assert.ok(found.every(({ route, status, cost_usd }) => route === '/ws/chat' && status === 200 && cost_usd > 0));
  });

  it('answers what was asked meanwhile, in order', async () => {
    const socket = connect();
    await once(socket, 'open');
    for (let i = 0; i < 5; i += 1) socket.send(JSON.stringify({ prompt: `number ${i}` }));
    await holds(() => socket.messages.filter(({ type }) => type === 'done').length === 5);
    assert.equal(textOf(socket.messages), [0, 1, 2, 3, 4].map((i) => `You said: number ${i}`).join(''));
    socket.close();
  });

  it('says each failure once and goes on', async () => {
    const socket = connect();
    await once(socket, 'open');
    const cases = [
      ['no JSON', 'invalid_request', null],
      [{}, 'invalid_request', 'prompt'],
      [{ prompt: 'x', model: 'nothing' }, 'model_not_found', undefined],
    ];
    for (const [message, code, param] of cases) {
      const messages = await ask(socket, message);
      assert.equal(messages.length, 1, JSON.stringify(messages));
      assert.equal(messages[0].type, 'error');
      assert.equal(messages[0].error.code, code);
      if (param !== undefined) assert.equal(messages[0].error.param, param);
    }
    assert.equal(textOf(await ask(socket, { prompt: 'still here' })), 'You said: still here');
    socket.close();
  });

  it('limits how much may wait', async () => {
    const socket = connect();
    await once(socket, 'open');
    upstream.script('gpt-4o-mini', { reply: 'late', delayMs: 1000 });
    socket.send(JSON.stringify({ prompt: 'x', model: 'slow/gpt-4o-mini' }));
    for (let i = 0; i < 4; i += 1) socket.send(JSON.stringify({ prompt: `${i}`.repeat(3 << 20) }));
    await holds(() => socket.messages.filter(({ type }) => type !== 'chunk').length === 5);
    assert.equal(socket.messages.filter(({ type }) => type === 'error').length, 3);
    socket.close();
  });

  it('answers nobody who does not read', async () => {
    const socket = connect();
    await once(socket, 'open');
    socket.pause();
    const before = residentMiB(gateway.pid);
    const flood = 'y'.repeat(100);
    for (let round = 0; round < 40; round += 1) {
      for (let i = 0; i < 5000; i += 1) socket.ping(flood);
      await sleep(10);
    }
    await sleep(500);
    assert.ok(residentMiB(gateway.pid) - before < 64, 'answers pile up in the gateway');
    socket.terminate();
  });

  it('hears what comes with the handshake', async () => {
    const frame = (text) => {
      const body = Buffer.from(text);
      return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
    };
    const { hostname, port } = new URL(gateway.url);
    const plain = net.connect(Number(port), hostname);
    let answer = '';
    plain.on('data', (data) => (answer += data));
    const head = `GET /ws/chat HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${key}\r\nUpgrade: websocket\r\n` +
      'Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    plain.write(Buffer.concat([Buffer.from(head), frame('{"prompt":"early"}')]));
    await holds(() => answer.includes('{"type":"done"}'));
    assert.match(answer, /^HTTP\/1\.1 101 /);
    plain.destroy();
  });

  it('is strict about who asks for a WebSocket', async () => {
    const good = { host: 'localhost', authorization: `Bearer ${key}`, upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const status = async (changes, method = 'GET', version = '1.1') => {
      const head = Object.entries({ ...good, ...changes }).map(([name, value]) => `${name}: ${value}`).join('\r\n');
      const line = await firstLine(gateway.url, `${method} /ws/chat HTTP/${version}\r\n${head}\r\n\r\n`);
      return Number(line.split(' ')[1] ?? 0);
    };
    assert.equal(await status({}), 101);
    assert.equal(await status({ 'sec-websocket-key': 'x' }), 400);
    assert.equal(await status({ connection: 'keep-alive' }), 426);
    assert.equal(await status({ 'sec-websocket-version': '8' }), 426);
    assert.equal(await status({}, 'HEAD'), 426);
  });

  it('limits how many prompts may wait', async () => {
    const socket = connect();
    await once(socket, 'open');
    for (let i = 0; i < 40; i += 1) socket.send(JSON.stringify({ prompt: `p${i}` }));
    await holds(() => socket.messages.filter(({ type }) => type !== 'chunk').length === 40);
    const refused = socket.messages.filter(({ type }) => type === 'error');
    assert.ok(refused.length > 0 && refused.length < 40);
    assert.ok(refused.every(({ error }) => error.code === 'rate_limit_exceeded'));
    socket.close();
  });

  it('refuses before it becomes a WebSocket', async () => {
    const refusal = async (headers) => {
      const [, response] = await once(connect(headers), 'unexpected-response');
      return response.statusCode;
    };
    assert.equal(await refusal({}), 401);
    assert.equal(await refusal({ authorization: 'Bearer tg-wrong' }), 401);
    assert.equal(await refusal({ authorization: `Bearer ${key}`, origin: 'https://evil.example' }), 403);
    const plain = await fetch(`${gateway.url}/ws/chat`, { headers: { authorization: `Bearer ${key}` } });
    assert.equal(plain.status, 426);
    assert.equal(plain.headers.get('sec-websocket-version'), '13');
  });

  it('cancels the upstream when the client leaves', async () => {
    upstream.script('gpt-4o-mini', { reply: ['first', 'second'], stallAfter: 2 });
    const socket = connect();
    await once(socket, 'open');
    socket.send(JSON.stringify({ prompt: 'x', model: 'slow/gpt-4o-mini', user: 'leaver' }));
    await holds(() => textOf(socket.messages).startsWith('first'));
    socket.terminate();
    await holds(() => upstream.requests.at(-1).abandoned);
    const [row] = await gateway.rows(1, 'user:leaver');
    assert.equal(row.outcome, 'client_gone');
  });

  it('waits for a slow reader instead of filling memory', async () => {
    const events = 48 * 1024; // of 1 KiB
    upstream.script('gpt-4o-mini', { floodEvents: events });
    const socket = connect();
    await once(socket, 'open');
    upstream.bytesWritten = 0;
    socket.send(JSON.stringify({ prompt: 'x', model: 'slow/gpt-4o-mini' }));
    await holds(() => socket.messages.length > 0);
    socket.pause();
    let held;
    do {
      held = upstream.bytesWritten;
      await sleep(300);
    } while (held !== upstream.bytesWritten);
    assert.ok(held < 32 * 1024 * 1024, `${held} bytes were taken for a reader that reads nothing`);
    socket.resume();
    await holds(() => socket.messages.at(-1).type === 'done');
    assert.ok(socket.messages.length > events * 0.98);
    socket.close();
  });

  it('answers pings', async () => {
    const socket = connect();
    await once(socket, 'open');
    socket.ping('are you there');
    const [data] = await once(socket, 'pong');
    assert.equal(String(data), 'are you there');
    socket.close();
  });

  it('carries 200 clients at once', async () => {
    const sockets = Array.from({ length: 200 }, () => connect());
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    await Promise.all(
      sockets.map(async (socket, i) => {
        assert.equal(textOf(await ask(socket, { prompt: `client ${i}` })), `You said: client ${i}`);
      }),
    );
    sockets.forEach((socket) => socket.close());
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
  });

  it('is told when the gateway stops', async () => {
    const other = await startGateway();
    await other.simulatedProvider('sim');
    const { secret } = await other.key();
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/ws/chat`, { headers: { 'x-api-key': secret } });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await other.stop();
    assert.equal((await closed)[0], 1001);
  });
});
