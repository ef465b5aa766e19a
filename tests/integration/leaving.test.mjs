// Callers that leave while their key is still being proved: nobody is woken who is gone.
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGateway } from './support/gateway.mjs';

const body = JSON.stringify({ model: 'sim/m', messages: [{ role: 'user', content: 'hi' }] });

async function askAndLeave(url, secret, afterMs) {
  const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${secret}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  await sleep(afterMs);
  socket.destroy();
}

describe('a caller who leaves while the key is proved', () => {
  it('is forgotten, and everybody else is served', async () => {
    const gateway = await startGateway();
    await gateway.create('/providers', { name: 'sim', kind: 'simulated', options: { mean_latency_ms: 1, p_timeout: 0 } });
    const keys = [];
    for (let i = 0; i < 12; ++i) keys.push(await gateway.key({ name: `key ${i}` }));
    await Promise.all(keys.slice(1).map(({ secret }, i) => askAndLeave(gateway.url, secret, 2 * i)));
    const answer = await fetch(`${gateway.url}/v1/chat/completions`, {
      method: 'POST', body, headers: { authorization: `Bearer ${keys[0].secret}`, 'content-type': 'application/json' },
    });
    assert.equal(answer.status, 200);
    await gateway.stop(); // code 0, or it fails
  });
});
