// The structured log: a line for each request with its trace ids, in files that are bounded, and no credential anywhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { eventually, hello, makeDataDir, runTollgated, startGateway, startScene } from './support/gateway.mjs';

const kParent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const linesOf = (text) => text.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
const requestsOf = (text) => linesOf(text).filter(({ category }) => category === 'request');

test('with --log-format json each request is a line of JSON with the ids of its trace', async () => {
  const scene = await startScene({ gateway: { args: ['--log-format', 'json'] } });
  const { gateway, secret, upstream } = scene;
  const ask = (body, headers) => gateway.post('/v1/chat/completions', secret, { ...hello, ...body }, headers);
  await ask({ user: 'alice' }, { traceparent: kParent });
  await ask({}, { 'x-trace-id': 'build-17' });
  upstream.script('gpt-4o-mini', { status: 500 });
  await ask({}, { 'x-trace-id': 'broken' });
  const lines = await eventually(() => {
    const found = requestsOf(gateway.stderr);
    assert.equal(found.length, 3);
    return found;
  });
  const [first] = lines;
  assert.deepEqual(
    [first.trace_id, first.otel_trace_id, first.status, first.level, first.user, first.project, first.provider, first.model],
    ['4bf92f3577b34da6a3ce929d0e0e4736', '4bf92f3577b34da6a3ce929d0e0e4736', 200, 'info', 'alice', 'tests', 'up', 'gpt-4o-mini'],
  );
  assert.match(first.time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.ok(first.latency_us > 0 && first.input_tokens > 0);
  assert.deepEqual(lines.slice(1).map(({ trace_id: id, level, status }) => [id, level, status]), [['build-17', 'info', 200], ['broken', 'warning', 502]]);
  const row = await gateway.get('/requests/build-17');
  assert.equal(lines[1].request_id, row.id ?? lines[1].request_id);
  assert.equal(gateway.stderr.includes('"Hello"'), false, 'no prompt');
  await scene.close();
});

test('--log-file is turned over by size, keeps few files, and goes on after a restart', async () => {
  const dataDir = makeDataDir();
  const file = path.join(dataDir, 'gateway.log');
  const args = ['--log-file', file, '--log-max-mb', '1', '--log-files', '2'];
  const names = () => fs.readdirSync(dataDir).filter((name) => name.startsWith('gateway.log')).toSorted();
  let gateway = await startGateway({ args, dataDir, keepData: true });
  await gateway.simulatedProvider('sim');
  await gateway.create('/aliases', { alias: 'chat', strategy: 'simple', targets: [{ provider: 'sim', model: 'm' }] });
  const { secret } = await gateway.key();
  const leaked = 'sk-live-0123456789abcdefghij';
  const ask = (i) => gateway.post('/v1/chat/completions', secret, { ...hello, user: `${leaked} ${'u'.repeat(300)}` }, { 'x-trace-id': `t-${i}` });
  const many = async (from, to) => {
    for (let i = from; i < to; i += 20) {
      await Promise.all(Array.from({ length: 20 }, async (_, k) => assert.equal((await ask(i + k)).status, 200)));
    }
  };
  await many(0, 1000);
  assert.equal(gateway.stderr.includes('"category":"request"'), false, 'stderr stays as it was');
  await gateway.stop();
  const before = fs.statSync(file).size;
  assert.ok(before > 500000, `${before} bytes`);
  gateway = await startGateway({ args, dataDir, keepData: true });
  await many(1000, 3000);
  await gateway.stop();
  assert.deepEqual(names(), ['gateway.log', 'gateway.log.1']);
  const texts = ['gateway.log.1', 'gateway.log'].map((name) => fs.readFileSync(path.join(dataDir, name), 'utf8'));
  for (const text of texts) assert.ok(Buffer.byteLength(text) <= 1 << 20);
  const traces = new Set(requestsOf(texts.join('')).map(({ trace_id: id }) => id));
  const kept = requestsOf(texts.join('')).length;
  assert.equal(traces.size, kept, 'no line twice');
  for (let i = 3000 - 500; i < 3000; ++i) assert.ok(traces.has(`t-${i}`), `t-${i}`);
  assert.ok(kept < 3000, 'the oldest are gone');
  assert.equal(texts.join('').includes(leaked), false);
  assert.equal(texts.join('').includes(secret), false);
  assert.equal(fs.statSync(file).mode & 0o077, 0);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test('a log file that cannot be written is said at once', async () => {
  const home = makeDataDir();
  for (const [args, words] of [
    [['--log-file', path.join(home, 'no', 'such.log')], /--log-file: cannot write .*such\.log: No such file/],
    [['--log-file', path.join(home, 'a.log'), '--log-max-mb', '0'], /--log-max-mb must be a number from 1 to 1024/],
    [['--log-file', path.join(home, 'a.log'), '--log-files', 'many'], /--log-files must be a number from 1 to 100/],
  ]) {
    const { code, stderr } = await runTollgated(['--data-dir', home, '--listen', '127.0.0.1:0', ...args]);
    assert.equal(code, 2);
    assert.match(stderr, words);
  }
  fs.rmSync(home, { recursive: true, force: true });
});
