// Long work says how far it is and can be stopped: then its request is answered so, and what is written at once is
// not written at all.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment, kTollgated, makeDataDir, startGateway } from './support/gateway.mjs';

/** A cost map of many models that some provider has. */
function costMap(count) {
  const map = {};
  for (let i = 0; i < count; i += 1)
    map[`made-up-${i}`] = { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
  return map;
}

describe('long work', () => {
  let gateway;
  const dataDir = makeDataDir();
  let count = 0;
  before(async () => {
    gateway = await startGateway({ dataDir, keepData: true, args: ['--demo'], readyMs: 60000 });
    await gateway.create('/providers', { name: 'prices', kind: 'openai', base_url: 'http://127.0.0.1:9' });
  });
  after(async () => {
    await gateway?.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  const workOf = async (id) => (await gateway.admin('GET', `/operations/${id}`)).body;

  /** Begins it, waits until it is on its way, stops it: its answer, and what was seen of it. */
  async function stopped(method, where, body, isUnderWay = (work) => work.done > 0) {
    const id = `work-${(count += 1)}`;
    const answer = gateway.admin(method, `${where}${where.includes('?') ? '&' : '?'}operation=${id}`, body);
    let seen;
    for (const until = Date.now() + 20000; Date.now() < until; await sleep(2)) {
      seen = await workOf(id);
      if (seen.id === id && isUnderWay(seen)) break;
    }
    assert.equal(seen.id, id, 'it was over before it was seen');
    const told = await gateway.admin('DELETE', `/operations/${id}`);
    assert.equal(told.status, 200, JSON.stringify(told.body));
    const { status, body: refused } = await answer;
    assert.equal(status, 409, JSON.stringify(refused).slice(0, 300));
    assert.equal(refused.error.code, 'cancelled');
    assert.equal((await gateway.admin('GET', `/operations/${id}`)).status, 404);
    return { seen, message: refused.error.message };
  }
  const state = async () => JSON.stringify(await gateway.get('/config'));

  it('an import of prices that is stopped changes nothing', async () => {
    const before = await state();
    for (const query of ['?dry_run=true', '']) {
      const { seen, message } = await stopped('POST', `/models/import${query}`, costMap(40000));
      assert.equal(seen.kind, 'import');
      assert.equal(seen.total, 40000);
      assert.match(message, /no price was changed/);
    }
    assert.equal(await state(), before);
  });

  it('a restore that is stopped changes nothing', async () => {
    const before = await state();
    const projects = Array.from({ length: 20000 }, (_, i) => ({ name: `p${i}` }));
    const { seen, message } = await stopped('PUT', '/config?dry_run=false', { projects });
    assert.ok(seen.total >= 20000);
    assert.match(message, /nothing was changed/);
    assert.equal(await state(), before);
  });

  it('other requests are answered meanwhile', async () => {
    const answer = gateway.admin('POST', '/models/import?dry_run=true&operation=beside', costMap(40000));
    let asked = 0;
    for (let over = false; !over; asked += 1) {
      over = await Promise.race([answer.then(() => true), gateway.get('/status').then(() => false)]);
    }
    assert.ok(asked > 3, `${asked}`);
    assert.equal((await answer).status, 200);
  });

  it('an id that is in use is refused, one that is not is not known', async () => {
    const first = gateway.admin('POST', '/models/import?dry_run=true&operation=twice', costMap(20000));
    for (let seen = {}; seen.id !== 'twice'; ) seen = await workOf('twice');
    assert.equal((await gateway.admin('POST', '/models/import?dry_run=true&operation=twice', costMap(1))).status, 409);
    assert.equal((await first).status, 200);
    assert.equal((await gateway.admin('DELETE', '/operations/twice')).status, 404);
  });

  it('pricing history again can be stopped, and tells how far it was', async () => {
    const { seen, message } = await stopped('POST', '/usage/rerate', { dry_run: true });
    assert.ok(seen.total >= seen.done && seen.total > 1000, JSON.stringify(seen));
    assert.match(message, /nothing was changed/);
  });

  it('a provider that does not answer need not be waited for', async () => {
    let closed;
    const isClosed = new Promise((resolve) => (closed = resolve));
    const silent = net.createServer((socket) => socket.on('close', closed).on('error', () => {}).resume());
    await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${silent.address().port}/v1`;
    await gateway.create('/providers', { name: 'silent', kind: 'openai_compatible', base_url: url });
    const began = Date.now();
    await stopped('POST', '/providers/silent/check', undefined, () => true);
    await isClosed; // the gateway has hung up
    assert.ok(Date.now() - began < 8000);
    silent.close();
  });

  it('retention can be applied now, stopped, and says what it removed', async () => {
    await gateway.patch('/settings', { retention_days: 2 });
    const rows = async () => (await gateway.get('/status')).ledger_rows;
    const before = await rows();
    const { seen, message } = await stopped('POST', '/retention/run');
    assert.equal(seen.kind, 'retention');
    assert.match(message, /\d+ requests have been removed already/);
    const done = await gateway.expect(200, 'POST', '/retention/run');
    assert.ok(done.removed_requests > 0);
    assert.ok(done.database_bytes < done.database_bytes_before);
    assert.ok((await rows()) < before);
    const [entry] = (await gateway.get('/audit?limit=1&kind=usage')).data;
    assert.equal(entry.subject, 'retention');
    assert.equal((await gateway.expect(200, 'POST', '/retention/run')).removed_requests, 0);
  });
});

describe('a start that takes its time', () => {
  it('can be ended: the damaged database is as it was, and the next start mends it', async () => {
    const dataDir = makeDataDir();
    try {
      const first = await startGateway({ dataDir, keepData: true, args: ['--demo'], readyMs: 60000 });
      await first.stop();
      const file = path.join(dataDir, 'tollgate.db');
      const handle = fs.openSync(file, 'r+');
      const pages = Math.floor(fs.fstatSync(handle).size / 4096);
      for (let page = 1; page < Math.min(pages, 40); page += 1) fs.writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
      fs.closeSync(handle);
      const damaged = fs.readFileSync(file);

      const child = spawn(kTollgated, ['--data-dir', dataDir, '--listen', '127.0.0.1:0'], { env: cleanEnvironment(dataDir) });
      let said = '';
      child.stdout.on('data', (data) => (said += data));
      const closed = once(child, 'close');
      for (const until = Date.now() + 20000; !fs.existsSync(`${file}.rebuilt`); await sleep(1)) assert.ok(Date.now() < until, 'it was never mended');
      child.kill('SIGTERM');
      assert.deepEqual(await closed, [0, null]);
      assert.equal(said, '', 'it was open before it could be ended');
      assert.ok(damaged.equals(fs.readFileSync(file)));

      const again = await startGateway({ dataDir, keepData: true, readyMs: 120000 });
      assert.ok((await again.get('/status')).notices.some(({ id }) => id === 'database_repaired'));
      await again.stop();
    } finally {
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
