// The official client SDK through the gateway to an OpenAI-speaking provider.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { kUpstreamKey } from './support/fake_upstream.mjs';
import { eventually, hello, startScene } from './support/gateway.mjs';
import { collect, dataLines } from './support/sse.mjs';

describe('the OpenAI SDK', () => {
  let scene;
  let client;
  let upstream;
  before(async () => {
    scene = await startScene();
    ({ client, upstream } = scene);
    await scene.gateway.price('up', 'gpt-4o-mini', 0.15, 0.6);
  });
  beforeEach(() => upstream.reset());
  after(() => scene?.close());

  it('gets a whole answer', async () => {
    const answer = await client.chat.completions.create(hello);
    assert.equal(answer.object, 'chat.completion');
    assert.equal(answer.choices[0].message.content, 'Hello from upstream.');
    assert.deepEqual(answer.usage, { prompt_tokens: 19, completion_tokens: 10, total_tokens: 29 });
  });

  it('sends the provider its own key and model, and nothing of the caller', async () => {
    await client.chat.completions.create(hello, { headers: { 'X-User-Id': 'alice', Cookie: 'session=1' } });
    assert.equal(upstream.last.body.model, 'gpt-4o-mini');
    assert.equal(upstream.last.headers.authorization, `Bearer ${kUpstreamKey}`);
    const sent = JSON.stringify(upstream.last.headers);
    assert.ok(!sent.includes(scene.secret), 'the client key went up');
    for (const name of ['cookie', 'x-api-key', 'api-key', 'x-user-id']) {
      assert.equal(upstream.last.headers[name], undefined, `${name} went up`);
    }
  });

  it('takes the key as x-api-key and as api-key, too', async () => {
    for (const name of ['x-api-key', 'api-key']) {
      const response = await scene.gateway.post('/v1/chat/completions', null, hello, { [name]: scene.secret });
      assert.equal(response.status, 200, await response.text());
      assert.equal(upstream.last.headers[name], undefined, `${name} went up`);
    }
  });

  it('gets a stream as it comes', async () => {
    upstream.script('gpt-4o-mini', { reply: ['one ', 'two ', 'three'], intervalMs: 150 });
    const started = performance.now();
    const stream = await client.chat.completions.create({ ...hello, stream: true });
    let first;
    let text = '';
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta?.content) first ??= performance.now() - started;
      text += chunk.choices[0]?.delta?.content ?? '';
    }
    assert.equal(text, 'one two three');
    assert.ok(first < performance.now() - started - 200, 'the first word came only with the last');
  });

  it('hides the usage chunk from a caller that did not ask, yet asks for it upstream and books it', async () => {
    const users = { plain: undefined, declined: { include_usage: false } };
    for (const [user, stream_options] of Object.entries(users)) {
      const { data: stream, response } = await client.chat.completions
        .create({ ...hello, stream: true, user, ...(stream_options ? { stream_options } : {}) })
        .withResponse();
      const { chunks, usage } = await collect(stream);
      assert.equal(usage, undefined, 'usage was told');
      assert.ok(chunks.every((chunk) => chunk.choices.length === 1), 'an empty chunk was left');
      assert.equal(upstream.last.body.stream_options.include_usage, true);
      const [row] = await scene.gateway.rows(1, `user:${user}`);
      assert.equal(row.trace_id, response.headers.get('x-request-id'));
      assert.deepEqual([row.input_tokens, row.output_tokens, row.usage_estimated], [19, 10, false]);
    }
  });

  it('tells usage in the stream when asked', async () => {
    const { usage, chunks } = await collect(
      await client.chat.completions.create({ ...hello, stream: true, stream_options: { include_usage: true } }),
    );
    assert.equal(usage.total_tokens, 29);
    assert.deepEqual(chunks.at(-1).choices, []);
  });

  it('reaches a provider directly as provider/model and provider:model', async () => {
    for (const model of ['up/gpt-4o-mini', 'up:gpt-4o-mini']) {
      const { response } = await client.chat.completions.create({ ...hello, model }).withResponse();
      assert.equal(upstream.last.body.model, 'gpt-4o-mini');
      assert.equal(response.headers.get('x-tollgate-provider'), 'up');
      assert.equal(response.headers.get('x-tollgate-alias'), null);
    }
  });

  it('lets X-Model win over the model of the body', async () => {
    const { response } = await client.chat.completions
      .create({ ...hello, model: 'nowhere/at-all' }, { headers: { 'X-Model': 'chat' } })
      .withResponse();
    assert.equal(response.headers.get('x-tollgate-alias'), 'chat');
  });

  it('says in headers what happened', async () => {
    const { response } = await client.chat.completions.create(hello).withResponse();
    const header = (name) => response.headers.get(name);
    assert.equal(header('x-tollgate-provider'), 'up');
    assert.equal(header('x-tollgate-model'), 'gpt-4o-mini');
    assert.equal(header('x-tollgate-alias'), 'chat');
    assert.equal(header('x-tollgate-attempts'), '1');
    assert.match(header('x-tollgate-overhead-us'), /^\d+$/);
    assert.equal(Number(header('x-tollgate-cost-usd')), (19 * 0.15 + 10 * 0.6) / 1e6);
    assert.ok(header('x-request-id').length >= 16);
  });

  it('keeps the trace id of the caller', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const cases = [
      [{ 'X-Trace-Id': 'my-trace-17' }, 'my-trace-17'],
      [{ traceparent: `00-${trace}-00f067aa0ba902b7-01` }, trace],
    ];
    for (const [headers, expected] of cases) {
      const { response } = await client.chat.completions.create(hello, { headers }).withResponse();
      assert.equal(response.headers.get('x-request-id'), expected);
      await eventually(async () => {
        const row = await scene.gateway.get(`/requests/${expected}`);
        assert.equal(row.status, 200);
      });
    }
  });

  it('lists aliases first, then provider/model', async () => {
    const ids = [];
    for await (const model of await client.models.list()) {
      assert.equal(model.object, 'model');
      ids.push(model.id);
    }
    assert.equal(ids[0], 'chat');
    assert.ok(ids.includes('up/gpt-4o-mini'));
    assert.equal((await client.models.retrieve('chat')).id, 'chat');
    await assert.rejects(client.models.retrieve('no-such'), { status: 404 });
  });

  it('ends a stream with one comment of ours only when asked', async () => {
    const body = { ...hello, stream: true };
    const plain = await (await scene.gateway.post('/v1/chat/completions', scene.secret, body)).text();
    assert.ok(!plain.includes('tollgate'));
    const headers = { 'X-Tollgate-Trailer': '1' };
    const told = await (await scene.gateway.post('/v1/chat/completions', scene.secret, body, headers)).text();
    assert.match(told, /: tollgate cost_usd=0\.0000\d+ overhead_us=\d+ tokens_in=19 tokens_out=10/);
    assert.equal(dataLines(told).at(-1), '[DONE]');
  });

  it("does not count the provider's time as its own overhead, in a stream either", async () => {
    const kProviderMs = 1500;
    for (const stream of [false, true]) {
      upstream.script('gpt-4o-mini', { delayMs: kProviderMs });
      const response = await scene.gateway.post('/v1/chat/completions', scene.secret, { ...hello, stream });
      await response.text();
      const ours = Number(response.headers.get('x-tollgate-overhead-us'));
      assert.ok(ours >= 0 && ours < kProviderMs * 1000, `${ours} us with stream ${stream}`);
    }
  });
});
