// What was answered is in the books, however the process ends.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, makeDataDir, startGateway } from './support/gateway.mjs';

describe('a gateway that ends', () => {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    it(`by ${signal} has lost no answered request, and counts none twice`, async () => {
      const dataDir = makeDataDir();
      const upstream = await startFakeUpstream();
      let gateway = await startGateway({ dataDir, keepData: true });
      try {
        await gateway.openaiProvider('up', upstream);
        await gateway.price('up', 'gpt-4o-mini', 1);
        const { secret, id } = await gateway.key();
        const budget = await gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 1, action: 'block' });
        const client = gateway.client(secret);
        const traces = await Promise.all(
          Array.from({ length: 40 }, async () => {
            const { response } = await client.chat.completions.create({ ...hello, model: 'up/gpt-4o-mini' }).withResponse();
            return response.headers.get('x-request-id');
          }),
        );
        await gateway.stop({ signal });

        for (let start = 0; start < 2; start += 1) {
          gateway = await startGateway({ dataDir, keepData: start === 0 });
          const rows = await gateway.rows(40);
          assert.deepEqual(rows.map((row) => row.trace_id).sort(), traces.sort());
          const [total] = (await gateway.get('/usage?group_by=day')).data;
          assert.equal(total.requests, 40);
          const { spent_usd } = await gateway.get(`/budgets/${budget.id}`);
          assert.ok(Math.abs(spent_usd - 40 * 29e-6) < 1e-9, `${spent_usd} spent`);
          await gateway.stop();
        }
      } finally {
        gateway.child.kill('SIGKILL');
        await upstream.close();
      }
    });
  }

  it('lets running requests end first', async () => {
    const upstream = await startFakeUpstream();
    const gateway = await startGateway();
    try {
      await gateway.openaiProvider('up', upstream);
      const { secret } = await gateway.key();
      upstream.script('gpt-4o-mini', { reply: Array.from({ length: 8 }, (_, i) => `word${i} `), intervalMs: 100 });
      const body = { ...hello, model: 'up/gpt-4o-mini', stream: true };
      const response = await gateway.post('/v1/chat/completions', secret, body);
      const ended = gateway.stop();
      const text = await response.text();
      assert.ok(text.includes('word7') && text.includes('[DONE]'), text);
      assert.deepEqual(await ended, { code: 0, signal: null });
      await assert.rejects(fetch(`${gateway.url}/healthz`), 'it still listens');
    } finally {
      gateway.child.kill('SIGKILL');
      await upstream.close();
    }
  });

  it('ends at once when it is told twice, and has what was delivered in its books', async () => {
    const upstream = await startFakeUpstream();
    const dataDir = makeDataDir();
    let gateway = await startGateway({ dataDir, keepData: true });
    try {
      await gateway.openaiProvider('up', upstream);
      const { secret } = await gateway.key();
      upstream.script('gpt-4o-mini', { stallAfter: 2 });
      const response = await gateway.post('/v1/chat/completions', secret, { ...hello, model: 'up/gpt-4o-mini', stream: true });
      const cut = response.text().catch(() => 'cut');
      const started = performance.now();
      gateway.child.kill('SIGTERM');
      await eventually(() => assert.rejects(fetch(`${gateway.url}/healthz`)));
      assert.equal(gateway.child.exitCode, null, 'it did not wait for the stream');
      await gateway.stop();
      assert.ok(performance.now() - started < 5000, 'it waited all the same');
      await cut;
      gateway = await startGateway({ dataDir });
      const [row] = await gateway.rows(1);
      assert.equal(row.outcome, 'client_gone');
      await gateway.stop();
    } finally {
      gateway.child.kill('SIGKILL');
      await upstream.close();
    }
  });

  it('does not wait longer than --drain-seconds, nor for idle connections', async () => {
    const upstream = await startFakeUpstream();
    try {
      for (const [busy, limit] of [[false, 1500], [true, 3000]]) {
        const gateway = await startGateway({ args: ['--drain-seconds', '1'] });
        await gateway.openaiProvider('up', upstream);
        const { secret } = await gateway.key();
        if (busy) {
          upstream.script('gpt-4o-mini', { stallAfter: 2 });
          const body = { ...hello, model: 'up/gpt-4o-mini', stream: true };
          const response = await gateway.post('/v1/chat/completions', secret, body);
          response.text().catch(() => {});
        }
        const started = performance.now();
        await gateway.stop();
        assert.ok(performance.now() - started < limit, `${busy ? 'busy' : 'idle'}: ${performance.now() - started} ms`);
      }
    } finally {
      await upstream.close();
    }
  });
});
