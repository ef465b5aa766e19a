// A real tollgated in a data directory of its own, and the admin calls the tests make.
//
//   const gateway = await startGateway();            // free port, waits until it listens
//   await gateway.create('/projects', { name: 'p' }); // 201 or the test fails
//   await gateway.stop();                             // SIGTERM, expects exit code 0, removes the directory
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import OpenAI from 'openai';
import { kUpstreamKey, startFakeUpstream } from './fake_upstream.mjs';
import { EventReader } from './sse.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const kTollgated = process.env.TOLLGATED ?? path.join(root, 'build/release/bin/tollgated');

const running = new Set(); // what a failed test left behind ends with its file
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
// It would keep the file from ending; the time is for the file's own last hooks, which run after this one.
if (process.env.NODE_TEST_CONTEXT) after(() => setTimeout(() => process.exit(), 10000).unref());

export function makeDataDir() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'tollgate-it-'));
}

/** The environment of a machine with no desktop session, so that nothing of the developer's own is touched. */
export function cleanEnvironment(home, extra = {}) {
  const { PATH, LANG, LD_LIBRARY_PATH, ASAN_OPTIONS, TSAN_OPTIONS, UBSAN_OPTIONS } = process.env;
  const kept = { PATH, LANG, LD_LIBRARY_PATH, ASAN_OPTIONS, TSAN_OPTIONS, UBSAN_OPTIONS };
  const set = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return { ...set, HOME: home, ...extra };
}

/** Runs tollgated to its end: {code, stdout, stderr}. */
export async function runTollgated(args, { env = {}, home = os.tmpdir(), timeoutMs = 10000 } = {}) {
  const child = spawn(kTollgated, args, { env: cleanEnvironment(home, env) });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  assert.equal(signal, null, `tollgated ${args.join(' ')} did not end in time\n${output.stderr}`);
  return { code, ...output };
}

export async function startGateway({ args = [], env = {}, dataDir = makeDataDir(), keepData = false, readyMs = 15000 } = {}) {
  const all = ['--data-dir', dataDir, '--listen', '127.0.0.1:0', ...args];
  const child = spawn(kTollgated, all, { env: cleanEnvironment(dataDir, env) });
  running.add(child);
  child.once('close', () => running.delete(child));
  const gateway = new Gateway(child, dataDir, keepData, env.TOLLGATE_ADMIN_TOKEN);
  await gateway.listening(readyMs);
  return gateway;
}

class Gateway {
  constructor(child, dataDir, keepData, adminToken) {
    Object.assign(this, { child, dataDir, keepData, adminToken, stdout: '', stderr: '' });
    child.stdout.on('data', (data) => (this.stdout += data));
    child.stderr.on('data', (data) => (this.stderr += data));
    this.exited = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  }

  async listening(timeoutMs) {
    let over = null;
    this.exited.then((end) => (over = end));
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const match = /^tollgate: listening on (http:\/\/\S+)$/m.exec(this.stdout);
      if (match) {
        this.url = match[1];
        break;
      }
      if (over || Date.now() > deadline) {
        this.child.kill('SIGKILL');
        throw new Error(`tollgated did not come up (${JSON.stringify(over)})\n${this.stdout}\n${this.stderr}`);
      }
      await sleep(5);
    }
    this.adminToken ??= fs.readFileSync(path.join(this.dataDir, 'admin-token'), 'utf8').trim();
  }

  get pid() {
    return this.child.pid;
  }

  async stop({ signal = 'SIGTERM', timeoutMs = 10000 } = {}) {
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), timeoutMs);
    const end = await this.exited;
    clearTimeout(timer);
    if (!this.keepData) fs.rmSync(this.dataDir, { recursive: true, force: true });
    if (signal === 'SIGTERM') {
      assert.deepEqual(end, { code: 0, signal: null }, `tollgated did not end well\n${this.stderr.slice(-4000)}`);
    }
    return end;
  }

  /** One admin call: {status, body, headers}; the body parsed when it is JSON. */
  async admin(method, where, body, { token = this.adminToken, headers = {} } = {}) {
    const response = await fetch(`${this.url}/admin/v1${where}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  async expect(status, method, where, body, options) {
    const answer = await this.admin(method, where, body, options);
    assert.equal(answer.status, status, `${method} ${where}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  get(where) {
    return this.expect(200, 'GET', where);
  }
  create(where, body) {
    return this.expect(201, 'POST', where, body);
  }
  patch(where, body) {
    return this.expect(200, 'PATCH', where, body);
  }
  remove(where) {
    return this.expect(204, 'DELETE', where);
  }

  /** A provider of kind openai in front of a fake upstream, with short time-outs and no retries unless told. */
  openaiProvider(name, upstream, fields = {}) {
    return this.create('/providers', {
      name,
      kind: 'openai',
      base_url: upstream.baseUrl ?? upstream,
      credentials: { api_key: kUpstreamKey },
      timeouts_ms: { connect: 1000, first_byte: 5000, idle: 5000, total: 20000 },
      max_retries: 0,
      ...fields,
    });
  }

  /** A provider that answers at once and never fails unless its options say so. */
  simulatedProvider(name, options = {}, fields = {}) {
    const quick = { mean_latency_ms: 1, p_timeout: 0, p_error: 0, p_long_tail: 0, tokens_per_second: 100000, seed: 7 };
    return this.create('/providers', {
      name,
      kind: 'simulated',
      options: { ...quick, ...options },
      max_retries: 0,
      ...fields,
    });
  }

  price(provider, model, input, output = input) {
    return this.create('/models', {
      provider,
      model,
      input_usd_per_mtok: input,
      output_usd_per_mtok: output,
      capabilities: ['chat', 'streaming'],
    });
  }

  /** A client key in the project `tests`, which is made when it is missing; the answer holds the secret. */
  async key(fields = {}) {
    const project = fields.project ?? 'tests';
    const { status } = await this.admin('GET', `/projects/${project}`);
    if (status === 404) await this.create('/projects', { name: project });
    return this.create('/keys', { name: `key-${Math.random().toString(36).slice(2, 10)}`, project, ...fields });
  }

  client(secret, options = {}) {
    return new OpenAI({ apiKey: secret, baseURL: `${this.url}/v1`, maxRetries: 0, ...options });
  }

  /** A raw POST as an application makes it; `body` may be text. */
  post(where, secret, body, headers = {}, options = {}) {
    return fetch(this.url + where, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret ? { authorization: `Bearer ${secret}` } : {}), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...options,
    });
  }

  /** The ledger's rows for a filter, newest first, once there are at least that many. */
  rows(count, filter = '') {
    return eventually(async () => {
      const { data } = await this.get(`/requests?limit=1000&filter=${encodeURIComponent(filter)}`);
      assert.ok(data.length >= count, `${data.length} of ${count} ledger rows for '${filter}'`);
      return data;
    });
  }

  /** GET /events, reading from now or from after `lastEventId`. */
  async events(lastEventId) {
    const abort = new AbortController();
    const response = await fetch(`${this.url}/admin/v1/events`, {
      headers: {
        authorization: `Bearer ${this.adminToken}`,
        accept: 'text/event-stream',
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: abort.signal,
    });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    return new EventReader(response, abort);
  }
}

/** Repeats an assertion until it holds; its last failure is the test's. */
export async function eventually(check, timeoutMs = 5000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}

/** Gateway, one fake upstream behind provider `up`, alias `chat` to its gpt-4o-mini, and a key. */
export async function startScene({ upstream: upstreamOptions, provider, gateway: gatewayOptions, key } = {}) {
  const upstream = await startFakeUpstream(upstreamOptions);
  const gateway = await startGateway(gatewayOptions);
  const close = async () => {
    try {
      await gateway.stop();
    } finally {
      await upstream.close();
    }
  };
  try {
    await gateway.openaiProvider('up', upstream, provider);
    await gateway.create('/aliases', {
      alias: 'chat',
      strategy: 'simple',
      targets: [{ provider: 'up', model: 'gpt-4o-mini' }],
    });
    const { id, secret } = await gateway.key(key);
    return { upstream, gateway, secret, keyId: id, client: gateway.client(secret), close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

export const hello = { model: 'chat', messages: [{ role: 'user', content: 'Hello' }] };
