// Killed again and again under load on one data directory: whoever got a whole answer is in the books exactly once.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, hello, makeDataDir, startGateway } from './support/gateway.mjs';

const kRounds = 20;
const kClients = 12;
const kBudgetUsd = 1000;

/** Numbers that are the same in every run. */
function* randomNumbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Asks until the gateway dies; the id of every answer that arrived whole is added to `received`. */
async function askUntilItDies(gateway, secret, client, received) {
  for (let turn = client; ; turn += 1) {
    const stream = turn % 2 === 0;
    const model = ['up/gpt-4o-mini', 'sim/m'][Math.floor(turn / 2) % 2];
    try {
      const response = await gateway.post('/v1/chat/completions', secret, { ...hello, model, stream });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${response.status} ${text}`);
      if (stream ? text.includes('data: [DONE]') : JSON.parse(text).choices.length === 1) {
        received.push(response.headers.get('x-request-id'));
      }
    } catch (error) {
      if (gateway.child.exitCode === null && gateway.child.signalCode === null && !gateway.child.killed) throw error;
      return;
    }
  }
}

async function allRows(gateway) {
  const rows = [];
  for (let cursor = ''; cursor !== null; ) {
    const page = await gateway.get(`/requests?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    rows.push(...page.data);
    cursor = page.next_cursor;
  }
  return rows;
}

/** What a writer that was cut in the middle of a line leaves. */
function tearNewestJournal(dataDir) {
  const directory = path.join(dataDir, 'journal');
  const newest = fs.readdirSync(directory).filter((name) => name.endsWith('.jsonl')).sort().at(-1);
  fs.appendFileSync(path.join(directory, newest), '{"id":"01JTORNTORNTORNTORNTORNTOR","trace_id":"torn","at_ms":17');
}

describe('a gateway that is killed under load', () => {
  it(`has every answered request exactly once after ${kRounds} crashes, and the budget agrees`, async () => {
    const dataDir = makeDataDir();
    const upstream = await startFakeUpstream();
    const random = randomNumbers(20261122);
    const received = [];
    let gateway;
    try {
      gateway = await startGateway({ dataDir, keepData: true, args: ['--threads', '3'] });
      await gateway.openaiProvider('up', upstream);
      await gateway.simulatedProvider('sim');
      await gateway.price('up', 'gpt-4o-mini', 1);
      await gateway.price('sim', 'm', 3);
      const { secret, id } = await gateway.key();
      const fields = { scope: 'key', subject: id, period: 'rolling_30d', limit_usd: kBudgetUsd, action: 'block' };
      const budget = await gateway.create('/budgets', fields);
      for (let round = 0; round < kRounds; round += 1) {
        const before = received.length;
        const clients = Array.from({ length: kClients }, (_, client) => askUntilItDies(gateway, secret, client, received));
        await eventually(() => assert.ok(received.length > before + 2 * kClients, `only ${received.length - before} answers`));
        await sleep(300 * random.next().value);
        await gateway.stop({ signal: 'SIGKILL' });
        await Promise.all(clients);
        if (round % 5 === 4) tearNewestJournal(dataDir);
        gateway = await startGateway({ dataDir, keepData: round < kRounds - 1, args: ['--threads', '3'] });
      }

      const rows = await allRows(gateway);
      const times = new Map();
      for (const row of rows) times.set(row.trace_id, (times.get(row.trace_id) ?? 0) + 1);
      assert.deepEqual(received.filter((trace) => times.get(trace) !== 1), [], 'answered, but not once in the ledger');
      assert.ok(!times.has('torn'));
      assert.equal(times.size, rows.length);

      const nanodollars = rows.reduce((sum, row) => sum + Math.round((row.cost_usd ?? 0) * 1e9), 0);
      const { spent_usd, reserved_usd } = await gateway.get(`/budgets/${budget.id}`);
      assert.equal(Math.round(spent_usd * 1e9), nanodollars, 'the budget is not the sum of the ledger');
      assert.equal(reserved_usd, 0);
      const usage = (await gateway.get('/usage?group_by=day')).data;
      assert.equal(usage.reduce((sum, row) => sum + row.requests, 0), rows.length);
      assert.equal(Math.round(usage.reduce((sum, row) => sum + row.cost_usd, 0) * 1e9), nanodollars);
      await gateway.stop();
    } finally {
      gateway?.child.kill('SIGKILL');
      await upstream.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
