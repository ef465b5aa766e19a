// What callers, aliases and providers may ask of a route: tags, regions, price, quota, complexity; and that every
// candidate says why, in the ledger as in route/explain.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { closedPort, startFakeUpstream } from './support/fake_upstream.mjs';
import { eventually, startGateway } from './support/gateway.mjs';

const messages = [{ role: 'user', content: 'Hello' }];

describe('a route', () => {
  let gateway;
  let upstream;
  let client;
  let serial = 0;
  before(async () => {
    upstream = await startFakeUpstream({ models: ['a', 'b', 'c'] });
    gateway = await startGateway();
    client = gateway.client((await gateway.key()).secret);
    await gateway.openaiProvider('us', upstream);
    await gateway.openaiProvider('eu', upstream);
  });
  beforeEach(() => upstream.reset());
  after(async () => {
    await gateway?.stop();
    await upstream?.close();
  });

  const target = (provider, model, fields = {}) => ({ provider, model, ...fields });
  async function alias(fields) {
    serial += 1;
    const { alias: name } = await gateway.create('/aliases', { alias: `route${serial}`, strategy: 'simple', ...fields });
    return name;
  }
  async function ask(model, { headers = {}, content = 'Hello', ...extra } = {}) {
    const body = { model, messages: [{ role: 'user', content }], ...extra };
    const { response } = await client.chat.completions.create(body, { headers }).withResponse();
    const id = response.headers.get('x-request-id');
    return {
      provider: response.headers.get('x-tollgate-provider'),
      model: response.headers.get('x-tollgate-model'),
      row: () => eventually(() => gateway.get(`/requests/${id}`)),
    };
  }
  const explain = (model, body = {}, headers = {}) =>
    gateway.expect(200, 'POST', '/route/explain', { path: '/v1/chat/completions', headers, body: { model, messages, ...body }, key_id: null });

  it('goes by tags and regions, as wishes or as conditions', async () => {
    const targets = [target('us', 'a', { region: 'us', tags: ['fast'] }), target('eu', 'a', { region: 'eu', tags: ['gdpr'] })];
    const wish = await alias({ targets });
    assert.equal((await ask(wish)).provider, 'us');
    assert.equal((await ask(wish, { headers: { 'X-Tollgate-Tags': 'region:eu' } })).provider, 'eu');
    assert.equal((await ask(wish, { headers: { 'X-Tollgate-Tags': 'gdpr, region:eu' } })).provider, 'eu');
    assert.equal((await ask(wish, { headers: { 'X-Tollgate-Tags': 'region:asia' } })).provider, 'us');
    const must = await alias({ targets, options: { tags: 'required' } });
    assert.equal((await ask(must, { headers: { 'X-Tollgate-Tags': 'region:eu' } })).provider, 'eu');
    await assert.rejects(ask(must, { headers: { 'X-Tollgate-Tags': 'region:asia' } }), { status: 400, param: 'X-Tollgate-Tags' });
    const told = await explain(must, {}, { 'X-Tollgate-Tags': 'gdpr' });
    assert.deepEqual(told.candidates.map(({ provider, chosen }) => [provider, chosen]), [['eu', true], ['us', false]]);
    assert.deepEqual((await gateway.get(`/aliases/${must}`)).targets[1], { provider: 'eu', model: 'a', weight: 1, tags: ['gdpr'], region: 'eu' });
  });

  it('says of every candidate why and for how much, in order, before and after', async () => {
    await gateway.price('us', 'c', 1000);
    await gateway.price('eu', 'c', 1);
    await gateway.openaiProvider('off', upstream, { enabled: false });
    const name = await alias({
      strategy: 'least_cost',
      targets: [target('us', 'c'), target('off', 'c'), target('eu', 'c')],
      fallbacks: [target('us', 'b')],
      options: { max_cost_usd: 0.5 },
    });
    const told = await explain(name, { max_tokens: 1000 });
    assert.deepEqual(told.candidates.map(({ provider, model, chosen }) => [provider, model, chosen]), [
      ['eu', 'c', true], ['us', 'c', false], ['off', 'c', false], ['us', 'b', false],
    ]);
    assert.match(told.candidates[1].reason, /^skipped: about 1\.0\d* USD is more than 0\.5$/);
    assert.ok(told.candidates[0].estimated_cost_usd > 0.001 && told.candidates[0].estimated_cost_usd < 0.0011);
    assert.ok(told.candidates[1].estimated_cost_usd > 1);
    assert.equal(told.candidates[3].estimated_cost_usd, null);
    const { provider, row } = await ask(name, { max_tokens: 1000 });
    assert.equal(provider, 'eu');
    const { decision } = await row();
    assert.deepEqual(decision.slice(0, told.decision.length), told.decision);
    assert.deepEqual(decision.map(({ code }) => code), [
      'alias.strategy', 'candidate.chosen', 'candidate.max_cost', 'candidate.disabled', 'candidate.next', 'attempt.ok',
    ]);
    assert.match(decision[1].text, /^eu\/c — chosen, about 0\.001\d* USD$/);
  });

  it('prefers a provider, and does not insist', async () => {
    await gateway.openaiProvider('dead', `http://127.0.0.1:${await closedPort()}/v1`);
    const name = await alias({ targets: [target('us', 'a'), target('eu', 'a'), target('dead', 'a')], options: { prefer: ['dead', 'eu'] } });
    assert.equal((await ask(name)).provider, 'eu');
  });

  it('never chooses a provider without quota', async () => {
    await gateway.openaiProvider('scarce', upstream, { limits: { rpm: 2 } }); // and half as many again at once
    const name = await alias({ targets: [target('scarce', 'a')], fallbacks: [target('eu', 'b')] });
    const served = [];
    for (let i = 0; i < 5; i += 1) served.push((await ask(name)).provider);
    assert.deepEqual(served, ['scarce', 'scarce', 'scarce', 'eu', 'eu']);
    const { row } = await ask(name);
    const { decision, attempts } = await row();
    assert.equal(attempts.length, 1);
    assert.ok(decision.some(({ code, text }) => code === 'candidate.quota' && text.startsWith('scarce/a — skipped')));
    const told = await explain(name);
    assert.match(told.candidates[0].reason, /quota is used up for \d+ s/);
    await assert.rejects(ask('scarce/a'), (error) => {
      assert.deepEqual([error.status, error.code], [429, 'rate_limit_exceeded']);
      assert.ok(Number(error.headers.get('retry-after')) >= 20 && Number(error.headers.get('retry-after')) <= 30);
      return true;
    });
    await gateway.patch('/providers/scarce', { limits: { rpm: null, tpm: 30 } });
    assert.equal((await ask('scarce/a')).provider, 'scarce'); // 29 tokens are used
    await assert.rejects(ask('scarce/a', { content: 'x'.repeat(120) }), { status: 429 });
  });

  it('lets only so many run at a provider at once', async () => {
    await gateway.openaiProvider('narrow', upstream, { max_parallel: 1 });
    const name = await alias({ targets: [target('narrow', 'a')], fallbacks: [target('eu', 'b')] });
    upstream.script('a', { delayMs: 300 });
    const slow = ask(name);
    await eventually(() => assert.equal(upstream.chatRequests.length, 1));
    assert.equal((await ask(name)).provider, 'eu');
    assert.equal((await slow).provider, 'narrow');
    assert.equal((await ask(name)).provider, 'narrow');
  });

  it('of strategy auto sends simple tasks to the local model and complex ones to the cloud', async () => {
    const local = { kind: 'openai_compatible' };
    await gateway.openaiProvider('home', upstream, local);
    const name = await alias({ strategy: 'auto', targets: [target('us', 'a'), target('home', 'b')] });
    const simple = await ask(name, { content: 'classify: positive or negative' });
    assert.equal(simple.provider, 'home');
    assert.ok((await simple.row()).decision.some(({ code, text }) => code === 'auto.complexity' && text.includes('simple')));
    for (const hard of [
      { content: 'Analyze the trade-offs of this architecture step by step.' },
      { content: 'word '.repeat(4000) },
      { max_tokens: 8000 },
      { reasoning_effort: 'high' },
    ]) {
      assert.equal((await ask(name, hard)).provider, 'us', JSON.stringify(hard).slice(0, 60));
    }
    await gateway.patch(`/aliases/${name}`, { options: { local_first: true, complex_words: ['weather'] } });
    assert.equal((await ask(name, { content: 'How is the weather?' })).provider, 'us');
    assert.equal((await ask(name, { content: 'Analyze this.' })).provider, 'home');
    upstream.always('b', { status: 500 }); // local first, cloud when it fails
    assert.equal((await ask(name)).provider, 'us');
    const refused = await gateway.admin('PATCH', `/aliases/${name}`, { options: { long_context: 1 } });
    assert.deepEqual([refused.status, refused.body.error.param], [422, 'options.long_context']);
  });

  it('drifts to the healthier of two', async () => {
    await gateway.openaiProvider('shaky', upstream);
    const name = await alias({ strategy: 'weighted', targets: [target('shaky', 'b'), target('eu', 'a')] });
    upstream.always('b', { status: 401 });
    for (let i = 0; i < 4; i += 1) await ask(name);
    const shown = (await explain(name)).decision.map(({ text }) => text).join('\n');
    assert.match(shown, /shaky\/b — .*weight 1 counts as 0\.[2-9] by its health/);
  });

  it('is configured as the example says', async () => {
    const file = fileURLToPath(new URL('../../packaging/examples/routing.yaml', import.meta.url));
    const env = { OPENAI_API_KEY: 'sk-example-0001', ANTHROPIC_API_KEY: 'sk-example-0002', ANTHROPIC_API_KEY_2: 'sk-example-0003' };
    const other = await startGateway({ args: ['--config', file], env });
    try {
      const { data } = await other.get('/aliases');
      assert.deepEqual(data.map(({ alias: name }) => name).sort(), ['auto', 'cheap', 'fast', 'where']);
      const told = await other.expect(200, 'POST', '/route/explain', {
        path: '/v1/chat/completions', headers: { 'X-Tollgate-Tags': 'region:eu' }, body: { model: 'where', messages }, key_id: null,
      });
      assert.equal(told.candidates[0].provider, 'anthropic');
      assert.equal((await other.get('/providers/anthropic')).health.credentials.length, 2);
    } finally {
      await other.stop();
    }
  });

  it('hears from silent providers by itself', async () => {
    await gateway.patch('/settings', { health_probe_seconds: 1 });
    try {
      const dead = `http://127.0.0.1:${await closedPort()}/v1`;
      await gateway.openaiProvider('silent', upstream);
      await gateway.openaiProvider('gone', dead);
      await alias({ targets: [target('silent', 'a'), target('gone', 'a')] });
      await eventually(async () => {
        assert.equal((await gateway.get('/providers/silent')).health.state, 'healthy');
        assert.equal((await gateway.get('/providers/gone')).health.state, 'down');
      }, 15000);
      assert.ok(upstream.requests.some(({ method, path }) => method === 'GET' && path === '/v1/models'));
      assert.equal(upstream.chatRequests.length, 0, 'a probe cost something');
    } finally {
      await gateway.patch('/settings', { health_probe_seconds: 30 });
    }
  });
});
