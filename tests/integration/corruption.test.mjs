// A database that is damaged: put aside, made anew from what is left of it, the backup and the journal, and said so.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, makeDataDir, startGateway } from './support/gateway.mjs';

const kRequests = 120;
const kPage = 4096;

function corruptFiles(dataDir, name = 'tollgate.db') {
  return fs.readdirSync(dataDir).filter((file) => file.startsWith(`${name}.corrupt-`) && !/-(wal|shm)$/.test(file));
}

/** A gateway with a provider, a price, a budget and 120 priced requests, stopped; and what is to be found again. */
async function makePast(dataDir, upstream) {
  const gateway = await startGateway({ dataDir, keepData: true });
  await gateway.openaiProvider('up', upstream);
  await gateway.price('up', 'gpt-4o-mini', 1);
  const { secret, id } = await gateway.key();
  const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1, action: 'block' });
  const traces = await Promise.all(
    Array.from({ length: kRequests }, async () => {
      const response = await gateway.post('/v1/chat/completions', secret, { ...hello, model: 'up/gpt-4o-mini' });
      assert.equal(response.status, 200, await response.text());
      return response.headers.get('x-request-id');
    }),
  );
  await gateway.rows(kRequests);
  await gateway.stop();
  return { secret, budget: budget.id, traces: traces.sort() };
}

/** Everything of `past` is there, works, and counts once. */
async function checkPast(gateway, past, status) {
  const rows = await gateway.rows(kRequests);
  assert.deepEqual(rows.map((row) => row.trace_id).sort(), past.traces);
  const [total] = (await gateway.get('/usage?group_by=day')).data;
  assert.equal(total.requests, kRequests);
  const { spent_usd } = await gateway.get(`/budgets/${past.budget}`);
  assert.equal(Math.round(spent_usd * 1e9), kRequests * 29000);
  const response = await gateway.post('/v1/chat/completions', past.secret, { ...hello, model: 'up/gpt-4o-mini' });
  assert.equal(response.status, 200, 'the provider credential or the key is lost');
  assert.equal((await fetch(`${gateway.url}/readyz`)).status, 200);
  const [notice] = status.notices.filter(({ id }) => id === 'database_repaired');
  assert.ok(notice?.text.includes('.corrupt-'), JSON.stringify(status.notices));
  assert.match(gateway.stderr, /The database was damaged/);
}

const damages = {
  'a garbage header': (file) => fs.writeSync(file, Buffer.alloc(kPage, 'garbage '), 0, kPage, 0),
  'a file cut in half': (file) => fs.ftruncateSync(file, Math.floor(fs.fstatSync(file).size / kPage / 2) * kPage),
  'garbage in the middle': (file) => {
    const pages = Math.floor(fs.fstatSync(file).size / kPage);
    for (let page = 1; page < pages; page += 3) fs.writeSync(file, Buffer.alloc(kPage, 0xa5), 0, kPage, page * kPage);
  },
};

describe('a damaged database', () => {
  for (const [name, damage] of Object.entries(damages)) {
    it(`(${name}) is put aside at start; configuration, requests and sums are all there again`, async () => {
      const dataDir = makeDataDir();
      const upstream = await startFakeUpstream();
      let gateway;
      try {
        const past = await makePast(dataDir, upstream);
        const file = fs.openSync(path.join(dataDir, 'tollgate.db'), 'r+');
        damage(file);
        fs.closeSync(file);
        gateway = await startGateway({ dataDir, keepData: true });
        assert.equal(corruptFiles(dataDir).length, 1);
        await checkPast(gateway, past, await gateway.get('/status'));
        await gateway.stop();
        // The next start finds nothing to mend, and nothing is counted again.
        gateway = await startGateway({ dataDir });
        assert.equal((await gateway.rows(kRequests + 1)).length, kRequests + 1);
        assert.deepEqual((await gateway.get('/status')).notices, []);
        assert.equal(corruptFiles(dataDir).length, 1);
        await gateway.stop();
      } finally {
        gateway?.child.kill('SIGKILL');
        await upstream.close();
      }
    });
  }

  it('is replaced while the gateway runs, and no request waits for it', async () => {
    const dataDir = makeDataDir();
    const upstream = await startFakeUpstream();
    let gateway;
    try {
      const past = await makePast(dataDir, upstream);
      gateway = await startGateway({ dataDir });
      // Behind SQLite's back: every page but the first, in the file and not in the log, which is empty after a start.
      const file = fs.openSync(path.join(dataDir, 'tollgate.db'), 'r+');
      const pages = Math.floor(fs.fstatSync(file).size / kPage);
      for (let page = 1; page < pages; page += 1) fs.writeSync(file, Buffer.alloc(kPage, 0xa5), 0, kPage, page * kPage);
      fs.closeSync(file);
      for (let i = 0; i < 40; i += 1) {
        const response = await gateway.post('/v1/chat/completions', past.secret, { ...hello, model: 'up/gpt-4o-mini' });
        assert.equal(response.status, 200, await response.text());
        past.traces.push(response.headers.get('x-request-id'));
      }
      await gateway.admin('GET', '/requests?limit=1000&filter=nobody'); // whoever reads finds it
      await eventually(() => assert.equal(corruptFiles(dataDir).length, 1, gateway.stderr), 15000);
      const rows = await gateway.rows(kRequests + 40);
      assert.deepEqual(rows.map((row) => row.trace_id).sort(), past.traces.sort());
      const { spent_usd } = await gateway.get(`/budgets/${past.budget}`);
      assert.equal(Math.round(spent_usd * 1e9), (kRequests + 40) * 29000);
      assert.ok((await gateway.get('/status')).notices.some(({ id }) => id === 'database_repaired'));
      await eventually(async () => assert.equal((await fetch(`${gateway.url}/readyz`)).status, 200));
      await gateway.stop();
    } finally {
      gateway?.child.kill('SIGKILL');
      await upstream.close();
    }
  });

  it('of the demo is put aside, too, and the demo starts', async () => {
    const dataDir = makeDataDir();
    fs.writeFileSync(path.join(dataDir, 'tollgate.db'), Buffer.alloc(3 * kPage, 'garbage '));
    const gateway = await startGateway({ dataDir, args: ['--demo'], readyMs: 90000 });
    try {
      assert.equal(corruptFiles(dataDir).length, 1);
      assert.ok((await gateway.get('/providers')).data.length >= 3);
      assert.ok((await gateway.get('/status')).notices.some(({ id }) => id === 'database_repaired'));
    } finally {
      await gateway.stop();
    }
  });

  it('of replies begins anew without an end to anything else', async () => {
    const dataDir = makeDataDir();
    fs.writeFileSync(path.join(dataDir, 'responses.db'), Buffer.alloc(3 * kPage, 'garbage '));
    const gateway = await startGateway({ dataDir });
    try {
      assert.equal(corruptFiles(dataDir, 'responses.db').length, 1);
      assert.equal((await fetch(`${gateway.url}/readyz`)).status, 200);
      assert.match(gateway.stderr, /store of replies was damaged/);
    } finally {
      await gateway.stop();
    }
  });
});

describe('the backup of the configuration', () => {
  it('is private, current within a second, and holds no secret in clear', async () => {
    const gateway = await startGateway();
    try {
      await gateway.openaiProvider('up', 'http://127.0.0.1:9/v1', { credentials: { api_key: 'sk-backup-must-not-show-1234567890' } });
      const { secret } = await gateway.key();
      const file = path.join(gateway.dataDir, 'config-backup.json');
      await eventually(() => assert.match(fs.readFileSync(file, 'utf8'), /"provider"/));
      const text = await eventually(() => {
        const now = fs.readFileSync(file, 'utf8');
        assert.ok(now.includes('key-'), 'the key is not in it');
        return now;
      });
      assert.equal(fs.statSync(file).mode & 0o777, 0o600);
      assert.ok(!text.includes('sk-backup') && !text.includes(secret));
    } finally {
      await gateway.stop();
    }
  });
});
