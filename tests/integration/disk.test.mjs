// A disk that takes nothing, and what the gateway says and does meanwhile. A file size limit of zero fails every write as
// a full disk does, for root as well.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { eventually, hello, startScene } from './support/gateway.mjs';

function fillDisk(gateway) {
  execFileSync('prlimit', [`--pid=${gateway.pid}`, '--fsize=0:unlimited']);
}
function emptyDisk(gateway) {
  execFileSync('prlimit', [`--pid=${gateway.pid}`, '--fsize=unlimited:unlimited']);
}
const readyz = async (gateway) => (await fetch(`${gateway.url}/readyz`)).status;
const said = (gateway, words) => gateway.stderr.split(words).length - 1;

// Each has a gateway and a disk of its own, and most of its time is the gateway's own pause between two looks.
describe('a full disk', { concurrency: 3 }, () => {
  it('is noticed without a request, and shown in readyz, status, ticks and once in the log', async () => {
    const { gateway, close } = await startScene();
    try {
      const events = await gateway.events();
      assert.equal(await readyz(gateway), 200);
      fillDisk(gateway);
      await eventually(async () => assert.equal(await readyz(gateway), 503), 15000);
      const status = await gateway.get('/status');
      assert.equal(status.state, 'ledger_failing');
      assert.match(status.ledger_error, /File too large/);
      const tick = await events.next((event) => event.event === 'tick' && event.data.state === 'ledger_failing');
      assert.match(tick.data.ledger_error, /File too large/);
      assert.deepEqual(tick.data.notices.map(({ id, level }) => [id, level]), [['ledger_failing', 'error']]);
      events.close();
      await eventually(async () => { // gauges follow the tick
        const metrics = await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${gateway.adminToken}` } });
        assert.match(await metrics.text(), /^tollgate_ledger_writable 0$/m);
      });
      assert.equal(said(gateway, 'the ledger cannot be written'), 1, gateway.stderr);

      emptyDisk(gateway);
      await eventually(async () => assert.equal(await readyz(gateway), 200));
      assert.deepEqual((await gateway.get('/status')).notices, []);
      assert.equal(said(gateway, 'the ledger is written again'), 1, gateway.stderr);
    } finally {
      await close();
    }
  });

  it('is served through by default: what was served is kept in memory and written when there is room', async () => {
    const { gateway, secret, close } = await startScene();
    try {
      const answered = [];
      const ask = async () => {
        const response = await gateway.post('/v1/chat/completions', secret, hello);
        assert.equal(response.status, 200, await response.text());
        answered.push(response.headers.get('x-request-id'));
      };
      await ask();
      fillDisk(gateway);
      for (let i = 0; i < 20; i += 1) await ask();
      assert.equal(await readyz(gateway), 503);
      await eventually(() => assert.equal(said(gateway, 'cannot be written'), 1, gateway.stderr));
      emptyDisk(gateway);
      const rows = await gateway.rows(21);
      assert.deepEqual(rows.map((row) => row.trace_id).sort(), answered.sort());
      const status = await gateway.get('/status');
      assert.equal(status.ledger_lost, 0);
      await eventually(async () => assert.equal(await readyz(gateway), 200));
    } finally {
      await close();
    }
  });

  it('refuses before anything is sent upstream when it is told to, and serves again by itself', async () => {
    const { gateway, upstream, secret, close } = await startScene();
    try {
      await gateway.patch('/settings', { on_ledger_failure: 'refuse' });
      fillDisk(gateway);
      await eventually(async () => assert.equal(await readyz(gateway), 503), 15000);
      const before = upstream.requests.length;
      const openai = await gateway.post('/v1/chat/completions', secret, hello);
      assert.equal(openai.status, 503);
      assert.ok(Number(openai.headers.get('retry-after')) >= 1);
      assert.equal((await openai.json()).error.code, 'ledger_unavailable');
      const anthropic = await gateway.post('/v1/messages', secret, { ...hello, max_tokens: 9 });
      assert.equal(anthropic.status, 503);
      const { error } = await anthropic.json();
      assert.equal(error.type, 'overloaded_error');
      assert.match(error.message, /ledger/);
      const wrong = await gateway.post('/v1/chat/completions', 'tg-wrongwrongwrongwrong', hello);
      assert.equal(wrong.status, 401);
      assert.equal(upstream.requests.length, before);

      emptyDisk(gateway);
      await eventually(async () => assert.equal(await readyz(gateway), 200));
      const served = await gateway.post('/v1/chat/completions', secret, hello);
      assert.equal(served.status, 200);
      const rows = await gateway.rows(1, 'status:200');
      assert.deepEqual(rows.map((row) => row.trace_id), [served.headers.get('x-request-id')]);
    } finally {
      await close();
    }
  });

  it('keeps no new task and loses none: what ran meanwhile is written later and does not run twice', async () => {
    const { gateway, upstream, secret, close } = await startScene();
    try {
      await gateway.patch('/settings', { jobs_parallel: 2 });
      const submit = (path, body) => gateway.post(path, secret, body);
      upstream.always('gpt-4o-mini', { delayMs: 50 }); // some are still to be written when the disk is full
      const prompts = Array.from({ length: 60 }, (_, i) => `Question ${i}`);
      const accepted = await submit('/v1/batches', { prompts, model: 'chat' });
      assert.equal(accepted.status, 202);
      const batch = await accepted.json();
      const progress = () => gateway.get(`/batches/${batch.id}`);
      await eventually(async () => assert.ok((await progress()).completed >= 4));
      fillDisk(gateway);
      await eventually(() => assert.equal(said(gateway, 'tasks and batches cannot be written'), 1, gateway.stderr), 15000);
      const refused = await submit('/v1/async/completions', { prompt: 'Hi', model: 'chat' });
      assert.equal(refused.status, 503);
      assert.match((await refused.json()).error.message, /cannot be kept right now/);
      assert.equal((await gateway.post('/v1/chat/completions', secret, hello)).status, 200); // others are served

      emptyDisk(gateway);
      const end = await eventually(async () => {
        const now = await progress();
        assert.notEqual(now.finished_at, null, JSON.stringify(now));
        return now;
      }, 30000);
      assert.deepEqual([end.status, end.completed, end.failed], ['completed', 60, 0]);
      assert.equal(upstream.requests.length, 61); // none of them twice
      assert.equal((await submit('/v1/async/completions', { prompt: 'Hi', model: 'chat' })).status, 202);
    } finally {
      await close();
    }
  });
});
