// Tollgate beside nginx, in one run on one machine, over loopback: an nginx that answers a fixed chat completion by
// itself, an nginx that passes the request on to it as it comes (a connection for every request) and one told to keep
// its connections, and tollgated doing the same with a client key, an alias, rate limits, a budget and the ledger on. Then what it costs tollgated to translate, beside passing through: per request,
// and per chunk of a stream. CPU time is each process's own, from /proc.
//
//   node tests/bench/bench.mjs --tollgated build/release/bin/tollgated [--seconds 5] [--connections 32] [--json FILE]
//                              [--only queue,telemetry]
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { admissionTable, measureAdmission } from './admission.mjs';
import { answer, chat, messages } from './dialects.mjs';
import { cpuSeconds, endAll, endWithBenchmark, residentMiB, startNginx, wrk } from './machine.mjs';
import { startStreamUpstream } from './stream_upstream.mjs';
import { measureQueue, queueTable } from './queue.mjs';
import { measureStream } from './streams.mjs';
import { number, table } from './table.mjs';
import { measureTelemetry, telemetryTable } from './telemetry.mjs';

const { values: options } = parseArgs({
  options: {
    tollgated: { type: 'string', default: 'build/release/bin/tollgated' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    json: { type: 'string' },
    only: { type: 'string', default: 'proxy,queue,telemetry' },
  },
});
const seconds = Number(options.seconds);
const connections = Number(options.connections);
const wanted = new Set(options.only.split(','));
process.env.TOLLGATED = path.resolve(options.tollgated);
const { startGateway, makeDataDir } = await import('../integration/support/gateway.mjs');

const kKeepAlive = 'proxy_http_version 1.1; proxy_set_header Connection "";';
const kProxyAim = 2.5;
const kTranslatedAim = 1.5; // × the CPU of a request passed through
const kPassedChunkAimUs = 8;
const kTranslatedChunkAimUs = 15;

/** The answer is the caller's own dialect with the upstream's text: what is measured is work done right. */
async function check(url, caller, body, key) {
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.equal(caller.text(JSON.parse(text)), answer, text);
}

/** One row of a table: warmed up, then measured; CPU per request of the measured process and of its upstream. */
async function measure(name, base, pid, { caller = chat, model = 'bench-model', upstreamPid, key } = {}) {
  const url = base + caller.path;
  const body = caller.request(model);
  await check(url, caller, body, key);
  await wrk(url, { body, seconds: 1, connections, key });
  const before = [cpuSeconds(pid), upstreamPid ? cpuSeconds(upstreamPid) : 0];
  const result = await wrk(url, { body, seconds, connections, key });
  const perRequest = (now, then) => ((now - then) * 1e6) / result.requests;
  return {
    name,
    ...result,
    perSecond: result.requests / result.seconds,
    cpuUs: perRequest(cpuSeconds(pid), before[0]),
    upstreamUs: upstreamPid ? perRequest(cpuSeconds(upstreamPid), before[1]) : null,
  };
}

/** A provider and an alias in front of it, both named after what they are. */
async function addTarget(gateway, name, kind, port) {
  const base = `http://127.0.0.1:${port}`;
  await gateway.create('/providers', {
    name,
    kind,
    base_url: kind === 'anthropic' ? base : `${base}/v1`,
    credentials: { api_key: 'sk-bench' },
  });
  await gateway.price(name, 'bench-model', 0.15, 0.6);
  await gateway.create('/aliases', {
    alias: name,
    strategy: 'weighted',
    targets: [{ provider: name, model: 'bench-model', weight: 1 }],
  });
}

/** A gateway as the benchmark wants it, with a client key. */
async function startTollgated(args, { answering, streaming }) {
  const gateway = await startGateway({ args: ['--log-level', 'warning', ...args] });
  endWithBenchmark(gateway.child);
  await addTarget(gateway, 'bench-model', 'openai_compatible', answering.port);
  await addTarget(gateway, 'bench-claude', 'anthropic', answering.port);
  await addTarget(gateway, 'stream-model', 'openai_compatible', streaming.port);
  await addTarget(gateway, 'stream-claude', 'anthropic', streaming.port);
  const plenty = { rpm: 1e9, tpm: 1e12, max_parallel: 100000 };
  await gateway.create('/projects', { name: 'bench', limits: plenty });
  const { id, secret } = await gateway.key({ project: 'bench', limits: plenty });
  await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1e6, action: 'block' });
  return { gateway, key: secret };
}

/** Median milliseconds from start to /readyz, and the memory of a gateway that does nothing. */
async function measureStart() {
  const times = [];
  let idle = 0;
  const dataDir = makeDataDir();
  for (let i = 0; i < 5; i += 1) {
    const began = performance.now();
    const gateway = await startGateway({ dataDir, keepData: i < 4 });
    while (!(await fetch(`${gateway.url}/readyz`)).ok) await sleep(2);
    times.push(performance.now() - began);
    await sleep(200);
    idle = Math.max(idle, residentMiB(gateway.pid));
    await gateway.stop();
  }
  return { startMs: times.sort((a, b) => a - b)[2], idleMiB: idle };
}

/** The same question by way of two translations; the first row is what passes through. */
async function measureTranslation(passed, { gateway, key }, upstreamPid) {
  const row = (name, caller, model) => measure(name, gateway.url, gateway.pid, { caller, model, upstreamPid, key });
  return [
    { ...passed, name: 'chat → openai_compatible' },
    await row('messages → openai_compatible', messages, 'bench-model'),
    await row('chat → anthropic', chat, 'bench-claude'),
  ];
}

/**
 * Streams by way of nginx, which hands on what arrives without looking into it, and of tollgated: one event loop against
 * one, because two that run at once on the two halves of a core take the longer for the same work. Then as it comes.
 */
async function measureStreams(single, usual, upstream) {
  const proxy = await startNginx(
    'stream-proxy',
    { '/': `proxy_pass http://streaming; proxy_buffering off; ${kKeepAlive}`, '= /': 'return 200;' },
    `upstream streaming { server 127.0.0.1:${upstream.port}; keepalive 64; keepalive_requests 100000000; }`,
  );
  const url = `http://127.0.0.1:${proxy.port}`;
  const row = ({ gateway, key }, name, caller, model, aimUs = null) =>
    measureStream(name, { url: gateway.url, pid: gateway.pid, key, upstream, caller, model, aimUs, seconds, connections });
  return [
    await measureStream('nginx, proxy, 1 worker', { url, pid: proxy.pid, upstream, caller: chat, model: 'stream-model', seconds, connections }),
    await row(single, 'chat → openai_compatible, 1 thread', chat, 'stream-model', kPassedChunkAimUs),
    await row(single, 'messages → anthropic, 1 thread', messages, 'stream-claude', kPassedChunkAimUs),
    await row(single, 'messages → openai_compatible, 1 thread', messages, 'stream-model', kTranslatedChunkAimUs),
    await row(single, 'chat → anthropic, 1 thread', chat, 'stream-claude', kTranslatedChunkAimUs),
    await row(usual, 'chat → openai_compatible', chat, 'stream-model'),
    await row(usual, 'chat → anthropic', chat, 'stream-claude'),
  ];
}

/** What both legs of a way cost, the upstream's part included: a proxy that opens a connection each time makes it work, too. */
const bothLegs = (row) => row.cpuUs + (row.upstreamUs ?? 0);

function proxyTable(rows) {
  const proxies = ['nginx, proxy', 'nginx, proxy, kept'].map((name) => rows.find((row) => row.name === name));
  return table(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'upstream µs/req', 'of nginx', 'of nginx, kept', 'failed'],
    rows.map((row) => [
      row.name, number(row.perSecond), number(row.p50_us / 1000, 2), number(row.p99_us / 1000, 2), number(row.cpuUs, 1),
      number(row.upstreamUs, 1), ...proxies.map((proxy) => `${number(bothLegs(row) / bothLegs(proxy), 2)} ×`), String(row.failed),
    ]),
  );
}

function translationTable(rows) {
  return table(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'of passed through', 'aim', 'failed'],
    rows.map((row, i) => [
      row.name, number(row.perSecond), number(row.p50_us / 1000, 2), number(row.p99_us / 1000, 2), number(row.cpuUs, 1),
      `${number(row.cpuUs / rows[0].cpuUs, 2)} ×`, i === 0 ? '' : `≤ ${kTranslatedAim} ×`, String(row.failed),
    ]),
  );
}

function streamTable(rows) {
  return table(
    ['', 'chunks/s', 'CPU µs/chunk', 'aim', 'CPU µs/req besides', 'failed'],
    rows.map((row) => [
      row.name, number(row.chunksPerSecond), number(row.cpuUsPerChunk, 1), row.aimUs ? `≤ ${row.aimUs}` : '',
      number(row.cpuUsPerRequest - row.cpuUsPerChunk, 1), String(row.failed),
    ]),
  );
}

const startAnswering = () =>
  startNginx('answer', {
    '/': `return 200 '${chat.answer.replaceAll("'", "\\'")}';`,
    [messages.path]: `return 200 '${messages.answer.replaceAll("'", "\\'")}';`,
  });

async function measureProxy(answering, streaming) {
  const plain = await startNginx('proxy', { '/': `proxy_pass http://127.0.0.1:${answering.port};` });
  const kept = await startNginx(
    'proxy-kept',
    { '/': `proxy_pass http://backend; ${kKeepAlive}` },
    `upstream backend { server 127.0.0.1:${answering.port}; keepalive 64; keepalive_requests 100000000; }`,
  );
  const upstreamPid = answering.pid;
  const rows = [
    await measure('nginx, answering', `http://127.0.0.1:${answering.port}`, answering.pid),
    await measure('nginx, proxy', `http://127.0.0.1:${plain.port}`, plain.pid, { upstreamPid }),
    await measure('nginx, proxy, kept', `http://127.0.0.1:${kept.port}`, kept.pid, { upstreamPid }),
  ];
  const single = await startTollgated(['--threads', '1'], { answering, streaming });
  rows.push(await measure('tollgated, 1 thread', single.gateway.url, single.gateway.pid, { upstreamPid, key: single.key }));

  const usual = await startTollgated([], { answering, streaming });
  rows.push(await measure('tollgated', usual.gateway.url, usual.gateway.pid, { upstreamPid, key: usual.key }));
  const translation = await measureTranslation(rows.at(-1), usual, upstreamPid);
  const streams = await measureStreams(single, usual, streaming);
  await single.gateway.stop();
  const loadedMiB = residentMiB(usual.gateway.pid);
  await usual.gateway.stop();
  return { rows, translation, streams, ...(await measureStart()), loadedMiB };
}

/** Both on a gateway of their own, with nobody else's records in the database. */
async function measureWork(answering, streaming) {
  const scene = await startTollgated([], { answering, streaming });
  const how = { seconds, connections };
  const result = {
    queue: wanted.has('queue') ? await measureQueue(scene, how) : [],
    telemetry: wanted.has('telemetry') ? await measureTelemetry(scene, how) : [],
  };
  await scene.gateway.stop();
  return result;
}

function tellProxy({ rows, translation, streams, startMs, idleMiB, loadedMiB }) {
  const bytes = chat.request('bench-model').length;
  console.log(`\n${bytes}-byte requests, ${connections} connections, ${seconds} s each, ${os.cpus().length} cores shared by load, gateway and upstream\n`);
  console.log(proxyTable(rows));
  console.log(`\n"of nginx" is the CPU of both legs, the upstream's part included; the aim is ≤ ${kProxyAim} × of nginx as it comes`);
  console.log('\nRequests passed through and translated by tollgated, caller → provider\n');
  console.log(translationTable(translation));
  console.log('\nStreams passed through and translated, without what the request itself costs, caller → provider\n');
  console.log(streamTable(streams));
  const admission = measureAdmission(options.tollgated);
  if (admission) {
    console.log('\nLimits of key and project and every budget that applies, of 10,000 keys and 1,000 budgets\n');
    console.log(admissionTable(admission));
  }
  console.log(`\ntollgated: ready ${startMs.toFixed(0)} ms after its start, ${idleMiB.toFixed(0)} MiB idle, ${loadedMiB.toFixed(0)} MiB after load`);
  return admission;
}

async function main() {
  const streaming = await startStreamUpstream();
  const answering = await startAnswering();
  const result = { rows: [], translation: [], streams: [], queue: [], telemetry: [] };
  try {
    if (wanted.has('proxy')) Object.assign(result, await measureProxy(answering, streaming));
    Object.assign(result, await measureWork(answering, streaming));
  } finally {
    streaming.stop();
  }
  if (wanted.has('proxy')) result.admission = tellProxy(result);
  if (result.queue.length > 0) {
    console.log('\nA queue that drains, beside the same requests asked directly\n');
    console.log(queueTable(result.queue));
  }
  if (result.telemetry.length > 0) {
    console.log('\nTraces and metrics to an OpenTelemetry collector\n');
    console.log(telemetryTable(result.telemetry));
  }
  if (options.json) fs.writeFileSync(options.json, JSON.stringify(result, null, 2));
  const { rows, translation, streams, queue, telemetry } = result;
  if ([...rows, ...translation, ...streams, ...queue, ...telemetry].some(({ failed, requests }) => failed > 0 || requests === 0)) {
    console.error('Some requests failed; the numbers do not count.');
    process.exitCode = 1;
  }
}

try {
  await main();
} finally {
  await endAll();
}
