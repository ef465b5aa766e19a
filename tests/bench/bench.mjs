// Tollgate beside nginx, in one run on one machine, over loopback: an nginx that answers a fixed chat completion by
// itself, an nginx that passes the request on to it, and tollgated doing the same with a client key, an alias, rate
// limits, a budget and the ledger on. CPU time is each process's own, from /proc.
//
//   node tests/bench/bench.mjs --tollgated build/release/bin/tollgated [--seconds 5] [--connections 32] [--json FILE]
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';

const { values: options } = parseArgs({
  options: {
    tollgated: { type: 'string', default: 'build/release/bin/tollgated' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    json: { type: 'string' },
  },
});
process.env.TOLLGATED = path.resolve(options.tollgated);
const here = path.dirname(fileURLToPath(import.meta.url));
const support = pathToFileURL(path.join(here, '../integration/support/'));
const { startGateway, makeDataDir } = await import(new URL('gateway.mjs', support));

const kBody = JSON.stringify({
  model: 'bench-model',
  messages: [
    { role: 'system', content: 'You are a concise assistant. Answer briefly.' },
    { role: 'user', content: 'Name one benefit of a gateway.' },
  ],
  max_tokens: 64,
});
const kAnswer = JSON.stringify({
  id: 'chatcmpl-bench',
  object: 'chat.completion',
  created: 1700000000,
  model: 'bench-model',
  choices: [{ index: 0, message: { role: 'assistant', content: 'One place to meter, limit and route every request.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 27, completion_tokens: 12, total_tokens: 39 },
});

const run = promisify(execFile);
const ticksPerSecond = Number((await run('getconf', ['CLK_TCK'])).stdout);
const workDir = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-bench-'));
const started = []; // every process of ours, ended at the end

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** nginx with one worker on a free port, out of a generated configuration. */
async function startNginx(name, location, upstream = '') {
  const port = await freePort();
  const dir = path.join(workDir, name);
  fs.mkdirSync(dir);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const file = path.join(dir, 'nginx.conf');
  fs.writeFileSync(file, `
daemon off;
worker_processes 1;
pid ${dir}/nginx.pid;
error_log ${dir}/error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  default_type application/json;
  keepalive_requests 100000000;
  tcp_nodelay on;
  ${temporary.map((each) => `${each}_temp_path ${dir}/${each};`).join('\n  ')}
  ${upstream}
  server {
    listen 127.0.0.1:${port};
    location / { ${location} }
  }
}
`);
  const child = spawn('nginx', ['-p', dir, '-c', file, '-e', path.join(dir, 'error.log')], { stdio: 'ignore' });
  started.push(child);
  for (let i = 0; i < 200; i += 1) {
    if (child.exitCode !== null) throw new Error(fs.readFileSync(path.join(dir, 'error.log'), 'utf8'));
    if (await fetch(`http://127.0.0.1:${port}/`).then((response) => response.ok, () => false)) break;
    await sleep(10);
  }
  return { port, pid: child.pid };
}

/** A process and its children. */
function family(pid) {
  const tasks = fs.readdirSync(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) =>
    fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/** Seconds of CPU that a process and its children have used. */
function cpuSeconds(pid) {
  const ticks = (each) => {
    const stat = fs.readFileSync(`/proc/${each}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  return family(pid).reduce((sum, each) => sum + ticks(each), 0) / ticksPerSecond;
}

function residentMiB(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

async function wrk(url, seconds, key) {
  const env = { ...process.env, BENCH_BODY: kBody, ...(key ? { BENCH_KEY: key } : {}) };
  const args = ['-t1', `-c${options.connections}`, `-d${seconds}s`, '-s', path.join(here, 'wrk.lua'), url];
  const { stdout } = await run('wrk', args, { env });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** One row of the table: warmed up, then measured; CPU per request of the measured process and of its upstream. */
async function measure(name, url, pid, { upstreamPid, key } = {}) {
  await wrk(url, 1, key);
  const before = [cpuSeconds(pid), upstreamPid ? cpuSeconds(upstreamPid) : 0];
  const result = await wrk(url, Number(options.seconds), key);
  const perRequest = (now, then) => ((now - then) * 1e6) / result.requests;
  return {
    name,
    ...result,
    perSecond: result.requests / result.seconds,
    cpuUs: perRequest(cpuSeconds(pid), before[0]),
    upstreamUs: upstreamPid ? perRequest(cpuSeconds(upstreamPid), before[1]) : null,
  };
}

/** A gateway as the benchmark wants it; answers it with a client key. */
async function startTollgated(args, upstreamPort) {
  const gateway = await startGateway({ args: ['--log-level', 'warning', ...args] });
  await gateway.create('/providers', {
    name: 'bench',
    kind: 'openai_compatible',
    base_url: `http://127.0.0.1:${upstreamPort}/v1`,
    credentials: { api_key: 'sk-bench' },
  });
  await gateway.price('bench', 'bench-model', 0.15, 0.6);
  await gateway.create('/aliases', {
    alias: 'bench-model',
    strategy: 'weighted',
    targets: [{ provider: 'bench', model: 'bench-model', weight: 1 }],
  });
  const plenty = { rpm: 1e9, tpm: 1e12, max_parallel: 100000 };
  await gateway.create('/projects', { name: 'bench', limits: plenty });
  const { id, secret } = await gateway.key({ project: 'bench', limits: plenty });
  await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1e6, action: 'block' });
  return { gateway, secret };
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

function table(rows) {
  const number = (value, digits = 0) => (value === null ? '–' : value.toFixed(digits));
  const head = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'upstream µs/req', 'of nginx proxy', 'failed'];
  const proxy = rows.find(({ name }) => name === 'nginx, proxy').cpuUs;
  const lines = rows.map((row) => [
    row.name, number(row.perSecond), number(row.p50_us / 1000, 2), number(row.p99_us / 1000, 2), number(row.cpuUs, 1),
    number(row.upstreamUs, 1), `${number(row.cpuUs / proxy, 2)} ×`, String(row.failed),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i].length)));
  return [head, ...lines]
    .map((line) => line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  '))
    .join('\n');
}

async function main() {
  const chat = '/v1/chat/completions';
  const answering = await startNginx('answer', `return 200 '${kAnswer.replaceAll("'", "\\'")}';`);
  const proxy = await startNginx(
    'proxy',
    'proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection "";',
    `upstream backend { server 127.0.0.1:${answering.port}; keepalive 64; keepalive_requests 100000000; }`,
  );
  const rows = [
    await measure('nginx, answering', `http://127.0.0.1:${answering.port}${chat}`, answering.pid),
    await measure('nginx, proxy', `http://127.0.0.1:${proxy.port}${chat}`, proxy.pid, { upstreamPid: answering.pid }),
  ];
  let loadedMiB = 0;
  for (const [name, args] of [['tollgated, 1 thread', ['--threads', '1']], ['tollgated', []]]) {
    const { gateway, secret } = await startTollgated(args, answering.port);
    started.push(gateway.child);
    const row = await measure(name, gateway.url + chat, gateway.pid, { upstreamPid: answering.pid, key: secret });
    rows.push(row);
    loadedMiB = Math.max(loadedMiB, residentMiB(gateway.pid));
    await gateway.stop();
  }
  const start = await measureStart();
  console.log(`\n${kBody.length}-byte requests, ${options.connections} connections, ${options.seconds} s each, ${os.cpus().length} cores shared by load, gateway and upstream\n`);
  console.log(table(rows));
  console.log(`\ntollgated: ready ${start.startMs.toFixed(0)} ms after its start, ${start.idleMiB.toFixed(0)} MiB idle, ${loadedMiB.toFixed(0)} MiB after load`);
  if (options.json) fs.writeFileSync(options.json, JSON.stringify({ rows, ...start, loadedMiB }, null, 2));
  if (rows.some(({ failed, requests }) => failed > 0 || requests === 0)) {
    console.error('Some requests failed; the numbers do not count.');
    process.exitCode = 1;
  }
}

try {
  await main();
} finally {
  for (const child of started) if (child.exitCode === null) child.kill('SIGTERM');
  await Promise.all(started.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'close')));
  fs.rmSync(workDir, { recursive: true, force: true });
}
