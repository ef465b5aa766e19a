// CPU of a gateway per streamed chunk. The same is measured with one chunk per answer, so that the cost of the
// request itself can be taken off.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { piecesOf } from './dialects.mjs';
import { cpuSeconds, wrk } from './machine.mjs';

const kEvents = 400; // of text in an answer
const kTimeoutSeconds = 30;

/** The stream has every piece of text, each in an event of its own: what is measured is work done right. */
async function check(url, caller, body, key, events) {
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body });
  const stream = await response.text();
  assert.equal(response.status, 200, stream);
  assert.equal(piecesOf(caller, stream).length, events, stream.slice(-2000));
}

/** One row: what is measured by its address and process, and a caller's dialect; no aim for what is not ours. */
export async function measureStream(name, { url: base, pid, key, upstream, caller, model, aimUs = null, seconds, connections }) {
  const url = base + caller.path;
  const body = caller.request(model, caller.streaming);
  const load = async (duration) => {
    const before = { cpu: cpuSeconds(pid), requests: upstream.requests, sent: upstream.sent };
    const result = await wrk(url, { body, seconds: duration, connections, key, timeoutSeconds: kTimeoutSeconds });
    await sleep(50); // what wrk left open is closed
    return {
      ...result,
      cpuUs: (cpuSeconds(pid) - before.cpu) * 1e6,
      asked: upstream.requests - before.requests,
      sent: upstream.sent - before.sent,
    };
  };

  upstream.events = 1;
  await check(url, caller, body, key, 1);
  await load(1);
  const short = await load(1);
  const shortUs = short.cpuUs / short.asked;

  upstream.events = kEvents;
  await check(url, caller, body, key, kEvents);
  const long = await load(seconds);
  return {
    name,
    aimUs,
    requests: long.requests,
    failed: short.failed + long.failed,
    seconds: long.seconds,
    chunks: long.sent,
    chunksPerSecond: long.sent / long.seconds,
    cpuUsPerRequest: shortUs,
    cpuUsPerChunk: (long.cpuUs - long.asked * shortUs) / (long.sent - long.asked),
  };
}
