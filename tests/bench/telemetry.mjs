// What telemetry costs: the same requests with and without an OpenTelemetry collector, in turns on one gateway, since the
// machine's mood changes more than what is measured. CPU is the whole process's, until everything is sent.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { chat } from './dialects.mjs';
import { cpuSeconds, startNginx, wrk } from './machine.mjs';
import { number, table } from './table.mjs';

const kAim = 1.05; // × the CPU of a request without
const kRounds = 5;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

export async function measureTelemetry({ gateway, key }, { seconds, connections }) {
  const collector = await startNginx('collector', { '/': "return 200 '{}';" });
  const body = chat.request('bench-model');
  const state = async () => (await gateway.get('/status')).telemetry;
  const quiet = async () => {
    while ((await gateway.get('/status')).journal_lag > 0 || (await state()).spans_waiting > 0) await sleep(50);
    await sleep(300); // and what is under way
  };
  const load = async (otlp) => {
    await gateway.patch('/settings', { otlp_endpoint: otlp ? `http://127.0.0.1:${collector.port}` : null });
    await quiet();
    const before = cpuSeconds(gateway.pid);
    const result = await wrk(gateway.url + chat.path, { body, seconds, connections, key });
    await quiet();
    return { ...result, cpuUs: ((cpuSeconds(gateway.pid) - before) * 1e6) / result.requests };
  };
  await load(true); // warm: buffers, connections
  const [off, on] = [[], []];
  const exported = (await state()).spans_exported;
  for (let i = 0; i < kRounds; i += 1) {
    off.push(await load(false));
    on.push(await load(true));
  }
  const after = await state();
  const asked = on.reduce((sum, { requests }) => sum + requests, 0);
  assert.equal(after.spans_dropped, 0, 'the queue was too small: what was measured is too little');
  assert.ok(after.spans_exported - exported >= 2 * asked, `${after.spans_exported - exported} spans of ${asked} requests`);
  await gateway.patch('/settings', { otlp_endpoint: null });
  const row = (name, runs) => ({
    name,
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    perSecond: median(runs.map((run) => run.requests / run.seconds)),
    cpuUs: median(runs.map(({ cpuUs }) => cpuUs)),
  });
  const ratio = median(on.map(({ cpuUs }, i) => cpuUs / off[i].cpuUs)); // of neighbours in time
  return [{ ...row('telemetry off', off), ratio: 1 }, { ...row('telemetry on', on), ratio }];
}

export function telemetryTable(rows) {
  return table(
    ['', 'requests/s', 'CPU µs/req', 'of off', 'aim', 'failed'],
    rows.map((row, i) => [
      row.name, number(row.perSecond), number(row.cpuUs, 1), `${number(row.ratio, 3)} ×`, i === 0 ? '' : `≤ ${kAim} ×`, String(row.failed),
    ]),
  );
}
