// How fast a queue drains: 10,000 items of one batch, beside the same requests asked directly, as many at a time as the queue
// has workers. The items' way is longer: into SQLite, through the same pipeline, and their results back into SQLite.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { chat } from './dialects.mjs';
import { cpuSeconds, wrk } from './machine.mjs';
import { number, table } from './table.mjs';

const kItems = 10_000;
const kAim = 0.8; // × the direct rate
const kRounds = 3;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

async function drain(gateway, key) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const item = JSON.parse(chat.request('bench-model'));
  const items = Array.from({ length: kItems }, (_, i) => ({ custom_id: `i${i}`, body: item }));
  const before = cpuSeconds(gateway.pid);
  const response = await fetch(`${gateway.url}/v1/batches`, { method: 'POST', headers, body: JSON.stringify({ items }) });
  const began = performance.now(); // all of it is queued
  const { id } = await response.json();
  assert.equal(response.status, 202);
  const first = await (await fetch(`${gateway.url}/v1/batches/${id}`, { headers })).json();
  let batch = first;
  while (batch.completed + batch.failed < batch.total) {
    await sleep(20);
    batch = await (await fetch(`${gateway.url}/v1/batches/${id}`, { headers })).json();
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    requests: kItems - first.completed,
    seconds,
    failed: batch.failed,
    cpuUs: ((cpuSeconds(gateway.pid) - before) * 1e6) / kItems,
  };
}

export async function measureQueue({ gateway, key }, { seconds }) {
  const { jobs_parallel: parallel } = await gateway.get('/settings');
  const body = chat.request('bench-model');
  const direct = async () => {
    const before = cpuSeconds(gateway.pid);
    const result = await wrk(gateway.url + chat.path, { body, seconds, connections: parallel, key });
    return { ...result, cpuUs: ((cpuSeconds(gateway.pid) - before) * 1e6) / result.requests };
  };
  await direct();
  const [asked, queued] = [[], []];
  for (let i = 0; i < kRounds; i += 1) {
    asked.push(await direct());
    queued.push(await drain(gateway, key));
  }
  const row = (name, runs) => ({
    name,
    parallel,
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    perSecond: median(runs.map((run) => run.requests / run.seconds)),
    cpuUs: median(runs.map(({ cpuUs }) => cpuUs)),
  });
  const ratio = median(queued.map((run, i) => run.requests / run.seconds / (asked[i].requests / asked[i].seconds)));
  return [{ ...row('asked directly', asked), ratio: 1 }, { ...row('a batch of 10,000', queued), ratio }];
}

export function queueTable(rows) {
  return table(
    ['', 'at a time', 'requests/s', 'of direct', 'aim', 'CPU µs/req', 'failed'],
    rows.map((row, i) => [
      row.name, String(row.parallel), number(row.perSecond), `${number(row.ratio, 2)} ×`, i === 0 ? '' : `≥ ${kAim} ×`, number(row.cpuUs, 1), String(row.failed),
    ]),
  );
}
