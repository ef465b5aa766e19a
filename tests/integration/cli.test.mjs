// The programs as a person or a service manager starts them: options, exit codes, what is printed where.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { kTollgated, makeDataDir, runTollgated, startGateway } from './support/gateway.mjs';

const kOptions = ['--data-dir', '--listen', '--config', '--demo', '--threads', '--log-level', '--log-format', '--drain-seconds', '--version', '--help'];

describe('tollgated', () => {
  it('says its version and its options', async () => {
    const version = await runTollgated(['--version']);
    assert.equal(version.code, 0);
    assert.match(version.stdout, /\b\d+\.\d+\.\d+\b/);
    const help = await runTollgated(['--help']);
    assert.equal(help.code, 0);
    for (const option of kOptions) assert.ok(help.stdout.includes(option), option);
  });

  it('ends with 2 on a bad option and names it', async () => {
    for (const args of [['--colour'], ['--threads', 'many'], ['--threads', '0'], ['--listen', 'nowhere'], ['--listen', '127.0.0.1:99999'], ['--log-level', 'loud'], ['--log-format', 'xml'], ['surplus']]) {
      const { code, stderr, stdout } = await runTollgated(['--data-dir', makeDataDir(), ...args]);
      assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
      assert.ok(stderr.includes(args[0].replace(/^--/, '')), stderr);
      assert.equal(stdout, '');
    }
  });

  it('prints exactly one line when it listens, and logs elsewhere', async () => {
    for (const threads of ['1', '3']) {
      const gateway = await startGateway({ args: ['--threads', threads, '--log-level', 'debug'] });
      assert.equal((await gateway.get('/status')).threads, Number(threads));
      await gateway.stop();
      assert.match(gateway.stdout, /^tollgate: listening on http:\/\/127\.0\.0\.1:\d+\n$/);
    }
  });

  it('logs JSON lines when asked', async () => {
    const gateway = await startGateway({ args: ['--log-format', 'json', '--log-level', 'debug'] });
    await gateway.create('/projects', { name: 'p' });
    await gateway.stop();
    const lines = gateway.stderr.trim().split('\n');
    assert.ok(lines.length > 0 && lines[0] !== '', 'nothing was logged');
    for (const line of lines) assert.equal(typeof JSON.parse(line), 'object', line);
  });

  it('ends with 3 on a data directory in use and says by whom', async () => {
    const gateway = await startGateway();
    const second = await runTollgated(['--data-dir', gateway.dataDir, '--listen', '127.0.0.1:0']);
    assert.equal(second.code, 3, second.stderr);
    assert.ok(second.stderr.includes(String(gateway.pid)), second.stderr);
    await gateway.get('/status');
    await gateway.stop({ signal: 'SIGKILL' });
  });

  it('takes over the data directory of one that was killed', async () => {
    const first = await startGateway({ keepData: true });
    await first.create('/projects', { name: 'kept' });
    await first.stop({ signal: 'SIGKILL' });
    const second = await startGateway({ dataDir: first.dataDir });
    await second.get('/projects/kept');
    await second.stop();
  });

  it('takes over a lock that names a process which lives, yet does not hold it', async () => {
    // As in a container, where every gateway is process 1.
    const other = await startGateway();
    const dataDir = makeDataDir();
    fs.copyFileSync(path.join(other.dataDir, 'lock'), path.join(dataDir, 'lock'));
    const gateway = await startGateway({ dataDir });
    await gateway.stop();
    await other.stop();
  });

  it('ends with 4 on a port in use and says so', async () => {
    const blocker = net.createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const where = `127.0.0.1:${blocker.address().port}`;
    const end = await runTollgated(['--data-dir', makeDataDir(), '--listen', where]);
    assert.equal(end.code, 4, end.stderr);
    assert.ok(end.stderr.includes(String(blocker.address().port)), end.stderr);
    assert.equal(end.stdout, '');
    blocker.close();

    const gateway = await startGateway();
    const taken = new URL(gateway.url).host;
    const beside = await runTollgated(['--data-dir', makeDataDir(), '--listen', taken]);
    assert.equal(beside.code, 4, 'two gateways share one port');
    await gateway.stop();
  });

  it('keeps its admin token over restarts, or takes the one of the environment', async () => {
    const first = await startGateway({ keepData: true });
    await first.stop();
    const second = await startGateway({ dataDir: first.dataDir, keepData: true });
    assert.equal(second.adminToken, first.adminToken);
    await second.stop();
    const third = await startGateway({ dataDir: first.dataDir, env: { TOLLGATE_ADMIN_TOKEN: 'from-the-environment-0123456789' } });
    await third.get('/status');
    assert.equal((await third.admin('GET', '/status', undefined, { token: first.adminToken })).status, 401);
    await third.stop();
  });

  it('makes its data directory for its owner only', async () => {
    const dataDir = path.join(makeDataDir(), 'deep/er');
    const gateway = await startGateway({ dataDir });
    assert.equal(fs.statSync(dataDir).mode & 0o077, 0);
    await gateway.stop();
  });

  it('ends well on SIGINT as on SIGTERM', async () => {
    const gateway = await startGateway();
    assert.deepEqual(await gateway.stop({ signal: 'SIGINT' }), { code: 0, signal: null });
  });

  it('links neither Qt Gui nor Qt Widgets', () => {
    const libraries = execFileSync('ldd', [kTollgated], { encoding: 'utf8' });
    assert.match(libraries, /libQt6HttpServer/);
    assert.doesNotMatch(libraries, /libQt6(Gui|Widgets|Charts|Svg)/);
  });
});
