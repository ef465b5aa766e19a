// What the benchmark needs of the machine: nginx, the load generator wrk, and what a process has used, from /proc.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ticksPerSecond = Number((await run('getconf', ['CLK_TCK'])).stdout);
const workDir = fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-bench-'));
const started = []; // every process of ours, ended at the end

export function endWithBenchmark(child) {
  started.push(child);
}

/** Ends what was started and removes its files. */
export async function endAll() {
  for (const child of started) if (child.exitCode === null) child.kill('SIGTERM');
  await Promise.all(started.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'close')));
  fs.rmSync(workDir, { recursive: true, force: true });
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** nginx with one worker on a free port, out of a generated configuration; `locations` maps a path to what is done there. */
export async function startNginx(name, locations, upstream = '') {
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
    ${Object.entries(locations).map(([where, what]) => `location ${where} { ${what} }`).join('\n    ')}
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
export function cpuSeconds(pid) {
  const ticks = (each) => {
    const stat = fs.readFileSync(`/proc/${each}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  return family(pid).reduce((sum, each) => sum + ticks(each), 0) / ticksPerSecond;
}

export function residentMiB(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

/** One thread of load: {requests, seconds, p50_us, p99_us, failed}. */
export async function wrk(url, { body, seconds, connections, key, timeoutSeconds = 2 }) {
  const env = { ...process.env, BENCH_BODY: body, ...(key ? { BENCH_KEY: key } : {}) };
  const script = fileURLToPath(new URL('wrk.lua', import.meta.url));
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', `${timeoutSeconds}s`, '-s', script, url];
  const { stdout } = await run('wrk', args, { env });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
