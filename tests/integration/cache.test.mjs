// The exact cache, by the official SDKs: the same question gets the same bytes, for nothing, and never another project's.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';

const ask = (text) => [{ role: 'user', content: text }];

describe('exact cache', () => {
  let gateway;
  let upstream;
  let client;
  let other;
  let keyId;

  before(async () => {
    upstream = await startFakeUpstream({ models: ['m', 'n'] });
    gateway = await startGateway();
    await gateway.openaiProvider('up', upstream);
    await gateway.price('up', 'm', 1, 2);
    await gateway.create('/aliases', { alias: 'plain', strategy: 'simple', targets: [{ provider: 'up', model: 'm' }] });
    await gateway.create('/projects', { name: 'one' });
    await gateway.create('/projects', { name: 'two' });
    const mine = await gateway.key({ project: 'one', name: 'mine' });
    keyId = mine.id;
    client = gateway.client(mine.secret);
    other = gateway.client((await gateway.key({ project: 'two', name: 'theirs' })).secret);
  });
  beforeEach(async () => {
    upstream.reset();
    await gateway.patch('/settings', { cache: 'off' }); // forgets
    await gateway.patch('/settings', { cache: 'exact', cache_ttl_seconds: 300 });
  });
  after(async () => {
    await gateway?.stop();
    await upstream?.close();
  });

  async function unary(body, { by = client, headers = {} } = {}) {
    const { data, response } = await by.chat.completions.create({ model: 'plain', ...body }, { headers }).withResponse();
    return { data, header: (name) => response.headers.get(name), cache: response.headers.get('x-tollgate-cache') };
  }

  async function streamed(body) {
    const { data, response } = await client.chat.completions.create({ model: 'plain', stream: true, ...body }).withResponse();
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    return { chunks, cache: response.headers.get('x-tollgate-cache') };
  }

  const rowOf = (header) => eventually(async () => (await gateway.get(`/requests/${header('x-request-id')}`)));

  it('is off by default', async () => {
    const fresh = await startGateway();
    assert.equal((await fresh.get('/settings')).cache, 'off');
    await fresh.stop();
    await gateway.patch('/settings', { cache: 'off' });
    assert.equal((await unary({ messages: ask('off') })).cache, null);
    assert.equal((await unary({ messages: ask('off') })).cache, null);
    assert.equal(upstream.chatRequests.length, 2);
  });

  it('answers the same question again, for nothing, and says so', async () => {
    const first = await unary({ messages: ask('again'), temperature: 0 });
    const second = await unary({ temperature: 0, messages: ask('again') }); // members in another order
    assert.deepEqual([first.cache, second.cache], ['miss', 'hit']);
    assert.deepEqual(second.data, first.data);
    assert.equal(upstream.chatRequests.length, 1);
    assert.equal(Number(second.header('x-tollgate-cost-usd')), 0);
    assert.equal(second.header('x-tollgate-provider'), 'up');
    const row = await rowOf(second.header);
    assert.equal(row.cost_usd, 0);
    assert.match(row.note, /cache:hit/);
    assert.ok(row.decision.some(({ code }) => code === 'cache.hit'));
    assert.equal((await gateway.get('/status')).cache.hits >= 1, true);
  });

  it('takes who asks for no part of the question, but what is asked', async () => {
    await unary({ messages: ask('who'), user: 'alice' });
    assert.equal((await unary({ messages: ask('who'), user: 'bob' })).cache, 'hit');
    assert.equal((await unary({ messages: ask('who'), temperature: 0.5 })).cache, 'miss');
    assert.equal((await unary({ messages: ask('who?') })).cache, 'miss');
    assert.equal((await unary({ messages: ask('who'), model: 'up/m' })).cache, 'miss');
  });

  it('never answers one project with what another was told', async () => {
    await unary({ messages: ask('secret') });
    assert.equal((await unary({ messages: ask('secret') }, { by: other })).cache, 'miss');
    assert.equal(upstream.chatRequests.length, 2);
  });

  it('keeps streams apart from whole answers and plays them again event by event', async () => {
    await unary({ messages: ask('stream') });
    const first = await streamed({ messages: ask('stream') });
    const second = await streamed({ messages: ask('stream') });
    assert.deepEqual([first.cache, second.cache], ['miss', 'hit']);
    assert.deepEqual(second.chunks, first.chunks);
    assert.ok(first.chunks.length > 1);
    assert.equal(upstream.chatRequests.length, 2);
  });

  it('asks anew when the caller says no-cache, and keeps nothing when it says no-store', async () => {
    await unary({ messages: ask('control') });
    assert.equal((await unary({ messages: ask('control') }, { headers: { 'cache-control': 'no-cache' } })).cache, 'miss');
    await unary({ messages: ask('unkept') }, { headers: { 'cache-control': 'no-store' } });
    assert.equal((await unary({ messages: ask('unkept') })).cache, 'miss');
    assert.equal(upstream.chatRequests.length, 4);
  });

  it('keeps no errors', async () => {
    upstream.script('m', { status: 400, errorBody: { message: 'no' } });
    await assert.rejects(unary({ messages: ask('bad') }), /no/);
    upstream.reset();
    assert.equal((await unary({ messages: ask('bad') })).cache, 'miss');
  });

  it('forgets after its time', async () => {
    await gateway.patch('/settings', { cache_ttl_seconds: 1 });
    await unary({ messages: ask('short') });
    assert.equal((await unary({ messages: ask('short') })).cache, 'hit');
    await eventually(async () => assert.equal((await unary({ messages: ask('short') })).cache, 'miss'));
  });

  it('gives a hit although the budget is used up, because it costs nothing', async () => {
    await unary({ messages: ask('poor') });
    const budget = await gateway.create('/budgets', { scope: 'key', subject: keyId, period: 'day', limit_usd: 1e-9, action: 'block' });
    try {
      await assert.rejects(unary({ messages: ask('poorer') }), { status: 402 });
      assert.equal((await unary({ messages: ask('poor') })).cache, 'hit');
    } finally {
      await gateway.remove(`/budgets/${budget.id}`);
    }
  });

  /** An alias of its own, whose breaker no other test sees. */
  let serial = 0;
  async function ownAlias(options) {
    serial += 1;
    await gateway.openaiProvider(`own${serial}`, upstream);
    await gateway.create('/aliases', { alias: `own${serial}`, targets: [{ provider: `own${serial}`, model: 'n' }], options });
    return `own${serial}`;
  }

  for (const cache of ['exact', 'off']) {
    it(`answers with what was said before when every target fails and the alias allows it, cache ${cache}`, async () => {
      await gateway.patch('/settings', { cache, cache_ttl_seconds: 1 });
      const question = { model: await ownAlias({ serve_stale: true }), messages: ask('outage') };
      const said = await unary(question);
      upstream.always('n', { status: 503 });
      const again = await eventually(async () => {
        const answer = await unary(question);
        assert.equal(answer.cache, 'stale');
        return answer;
      });
      assert.deepEqual(again.data, said.data);
      assert.ok((await rowOf(again.header)).decision.some(({ code }) => code === 'cache.stale'));
      for (let i = 0; i < 4; i += 1) assert.equal((await unary(question)).cache, 'stale'); // by now its circuit is open
      const last = await unary(question);
      assert.equal(last.header('x-tollgate-attempts'), '0');
      await assert.rejects(unary({ ...question, messages: ask('never asked') }), (error) => error.status >= 500);
    });
  }

  it('does not do so where the alias does not say so', async () => {
    await gateway.patch('/settings', { cache: 'exact', cache_ttl_seconds: 1 });
    const question = { model: await ownAlias({}), messages: ask('outage') };
    await unary(question);
    upstream.always('n', { status: 503 });
    await eventually(() => assert.rejects(unary(question), (error) => error.status >= 500));
  });
});
