// The notebook that the gateway grew out of: its `/chat`, its models, its printed table, to the last digit.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startGateway } from './support/gateway.mjs';

const kPrompts = {
  v1: 'You are a concise assistant. Answer briefly.',
  v2: 'You are a structured assistant. Answer in bullet points with 2-4 bullets.',
};
const kRates = { 'openai:gpt-4o-mini': 2.5, 'openai:gpt-4o-mini-canary': 3.0, 'anthropic:sonnet': 3.2, 'oss:mock': 0 };

/** One to one from the notebook: characters / 4, at least one, for prompt and answer each; rate per token. */
function notebookCost(model, version, message, answer) {
  const tokens = (text) => Math.max(1, Math.floor(text.length / 4));
  const prompt = `${kPrompts[version]}\nUser: ${message}`;
  return round6(((tokens(prompt) + tokens(answer)) * kRates[model]) / 1e6);
}
const round6 = (value) => Math.round(value * 1e6) / 1e6;
const round4 = (value) => Math.round(value * 1e4) / 1e4;

describe("the notebook's /chat", () => {
  let gateway;
  let secret;
  before(async () => {
    gateway = await startGateway();
    const patient = { timeouts_ms: { connect: 1000, first_byte: 300, idle: 1000, total: 5000 } };
    await gateway.simulatedProvider('openai', {}, patient);
    await gateway.simulatedProvider('anthropic');
    await gateway.simulatedProvider('oss', { reply: '(OSS fallback) Echo: {prompt:160}' });
    for (const [name, rate] of Object.entries(kRates)) {
      const [provider, model] = name.split(':');
      await gateway.price(provider, model, rate);
    }
    await gateway.create('/prompts', {
      name: 'assistant',
      default: 'v1',
      versions: Object.entries(kPrompts).map(([version, system]) => ({ version, system, template: '{{message}}' })),
    });
    const fallbacks = [{ provider: 'oss', model: 'mock' }];
    await gateway.create('/aliases', {
      alias: 'chat-default',
      strategy: 'simple',
      targets: [{ provider: 'openai', model: 'gpt-4o-mini' }],
      fallbacks,
    });
    await gateway.create('/flags', {
      key: 'chat-canary',
      type: 'canary',
      enabled: true,
      alias: 'chat-default',
      stable: 'openai/gpt-4o-mini',
      canary: 'openai/gpt-4o-mini-canary',
      rollout_percent: 15,
      sticky_by: 'user',
      salt: '',
    });
    ({ secret } = await gateway.key());
  });
  after(() => gateway?.stop());

  async function chat(message, user, { model, version } = {}) {
    const headers = { 'X-User-Id': user };
    if (model) headers['X-Model'] = model;
    if (version) headers['X-Prompt-Version'] = version;
    const response = await gateway.post('/chat', secret, { message }, headers);
    return { status: response.status, body: await response.json() };
  }

  it('prints the table exactly', async () => {
    const benefits = 'Give me 3 key benefits of a model-agnostic gateway.';
    const plan = 'Short plan for adding fallback to my API.';
    const risks = 'List 2 risks of vendor lock-in.';
    const table = [
      [benefits, 'alice', {}, 'openai:gpt-4o-mini-canary', 0.00018, 'v1', 0.0002],
      [benefits, 'bob', {}, 'openai:gpt-4o-mini-canary', 0.00018, 'v1', 0.0004],
      [benefits, 'carol', {}, 'openai:gpt-4o-mini', 0.000145, 'v1', 0.0005],
      [plan, 'dave', { model: 'openai:gpt-4o-mini', version: 'v2' }, 'openai:gpt-4o-mini', 0.00017, 'v2', 0.0007],
      [risks, 'erin', { model: 'anthropic:sonnet' }, 'anthropic:sonnet', 0.000154, 'v1', 0.0008],
    ];
    for (const [message, user, options, model, cost, version, daily] of table) {
      const { status, body } = await chat(message, user, options);
      assert.equal(status, 200, JSON.stringify(body));
      const { latency_ms, daily_cost_usd, ...rest } = body;
      assert.ok(Number.isInteger(latency_ms) && latency_ms >= 0);
      assert.deepEqual(rest, {
        model,
        ok: true,
        cost_usd: cost,
        prompt_version: version,
        answer: `[${model}] Answer to: ${`${kPrompts[version]}\nUser: ${message}`.slice(0, 120)}`,
      });
      assert.equal(notebookCost(model, version, message, body.answer), cost, "the test's own formula");
      assert.equal(round4(daily_cost_usd), daily);
    }
  });

  it('refuses an unknown model in its own words', async () => {
    const { status, body } = await chat('test', 'frank', { model: 'unknown:model' });
    assert.equal(status, 404);
    assert.deepEqual(body, { error: 'Unknown model: unknown:model' });
  });

  it('comes to the same daily cost after the thirty runs, two of them time-outs', async () => {
    let daily;
    for (let i = 0; i < 30; i += 1) {
      const late = i === 11 || i === 23;
      if (late) await gateway.patch('/providers/openai', { options: { p_timeout: 1 } });
      const message = `Run #${i}: summarize gateway pattern.`;
      const { body } = await chat(message, `user${i % 3}`);
      if (late) {
        await gateway.patch('/providers/openai', { options: { p_timeout: 0 } });
        assert.deepEqual([body.model, body.ok, body.cost_usd], ['oss:mock', false, 0]);
        assert.equal(body.answer, `(OSS fallback) Echo: ${`${kPrompts.v1}\nUser: ${message}`.slice(0, 160)}`);
      } else {
        assert.deepEqual([body.model, body.ok, body.cost_usd], ['openai:gpt-4o-mini', true, 0.000125]);
      }
      daily = body.daily_cost_usd;
    }
    assert.equal(round4(daily), 0.0043);
  });

  it('has booked every request with user, model, cost and prompt version', async () => {
    const rows = await gateway.rows(35, 'outcome:ok');
    assert.equal(rows.length, 35);
    const [latest] = rows;
    assert.deepEqual([latest.user, latest.provider, latest.model, latest.prompt_version], ['user2', 'openai', 'gpt-4o-mini', 'v1']);
    const total = rows.reduce((sum, row) => sum + row.cost_usd, 0);
    assert.equal(round6(total), round6(0.0008286 + 28 * 0.000125));
  });

  it('asks for a key like every other route, and for a message', async () => {
    assert.equal((await gateway.post('/chat', null, { message: 'x' })).status, 401);
    assert.equal((await gateway.post('/chat', secret, { text: 'x' })).status, 400);
    assert.equal((await gateway.post('/chat', secret, '{')).status, 400);
  });
});
