// Frames on /ws/chat that no client should send: each ends its own connection and nothing else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import WebSocket from 'ws';
import { startGateway } from './support/gateway.mjs';

const kText = 0x1;
const kBinary = 0x2;
const kContinuation = 0x0;
const kFinal = 0x80;
const kReservedBit = 0x40;

/** A frame of a client, masked with zeros. */
function frame(first, size) {
  const head = Buffer.alloc(8);
  head[0] = first;
  head[1] = 0x80 | 126;
  head.writeUInt16BE(size, 2);
  return Buffer.concat([head, Buffer.alloc(size, 'A')]);
}
const garbage = (bytes) => Buffer.alloc(bytes, 'A');

describe('/ws/chat', () => {
  let gateway;
  let key;
  beforeEach(async () => {
    gateway = await startGateway();
    key = (await gateway.key({ name: 'frames' })).secret;
  });
  // SIGTERM ends it in time, which a worker that goes in circles would not let it do.
  afterEach(() => gateway?.stop());

  async function upgraded() {
    const { host, hostname, port } = new URL(gateway.url);
    const socket = net.connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(`GET /ws/chat HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 101 /);
    socket.resume();
    return socket;
  }

  async function staysWell() {
    for (let i = 0; i < 8; ++i) {
      const health = await fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(5000) });
      assert.equal(health.status, 200);
    }
    assert.ok(!gateway.stderr.includes('device not open'), gateway.stderr.slice(0, 500));
  }

  const bursts = {
    'fifty binary messages': () => Buffer.concat(Array.from({ length: 50 }, () => frame(kFinal | kBinary, 1000))),
    'a binary message with noise behind it': () => Buffer.concat([frame(kFinal | kBinary, 10), garbage(60_000)]),
    'a reserved bit with noise behind it': () => Buffer.concat([frame(kFinal | kReservedBit | kText, 10), garbage(1 << 20)]),
    'a continuation of nothing': () => Buffer.concat([frame(kFinal | kContinuation, 10), garbage(1 << 20)]),
  };
  for (const [name, bytes] of Object.entries(bursts)) {
    it(`ends a connection that sends ${name}, and lives on`, async () => {
      const socket = await upgraded();
      const closed = once(socket, 'close');
      socket.write(bytes());
      await closed;
      await staysWell();
    });
  }

  it('ends a connection whose message is too long, and lives on', async () => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws/chat`, { headers: { authorization: `Bearer ${key}` } });
    socket.on('error', () => {});
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send('x'.repeat(33 << 20));
    const [code] = await closed;
    assert.ok([1006, 1009].includes(code), String(code));
    await staysWell();
  });
});
