// Telemetry as others read it: OTLP over HTTP in JSON, judged by the official definitions, and a collector in every mood.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { attributesOf, checkOtlp, startCollector } from './support/collector.mjs';
import { closedPort } from './support/fake_upstream.mjs';
import { eventually, hello, startScene } from './support/gateway.mjs';

const kParent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const kServer = 2;
const kClient = 3;
const kFailed = 2;
// Each has a gateway and a collector of its own, and most of its time is the second for which spans gather.
const together = { concurrency: 4 };

async function startTraced({ settings = {}, ...options } = {}) {
  const collector = await startCollector();
  const scene = await startScene(options);
  await scene.gateway.patch('/settings', { otlp_endpoint: collector.endpoint, ...settings });
  const close = async () => {
    await scene.close();
    collector.close();
  };
  const ask = (body, headers) => scene.gateway.post('/v1/chat/completions', scene.secret, { ...hello, ...body }, headers);
  const telemetry = async () => (await scene.gateway.get('/status')).telemetry;
  return { ...scene, collector, ask, telemetry, close };
}

const server = (spans) => spans.find(({ kind }) => kind === kServer);
const clients = (spans) => spans.filter(({ kind }) => kind === kClient);

describe('the judge of what is exported', () => {
  const span = {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7', name: 'n', kind: 2,
    startTimeUnixNano: '1700000000000000000', endTimeUnixNano: '1700000000000000001',
  };
  const trace = (fields) => ({ resourceSpans: [{ scopeSpans: [{ spans: [{ ...span, ...fields }] }] }] });
  it('takes what the definitions have', () => checkOtlp('/v1/traces', trace({})));
  for (const [name, fields] of Object.entries({
    'a member nobody knows': { colour: 'red' },
    'a name in snake case': { trace_state: 'a=b' },
    'an integer of 64 bits as a number': { startTimeUnixNano: 1700000000000 },
    'a number as a text': { kind: '2' },
    'a text as a number': { name: 5 },
    'an id in base64': { spanId: 'APBnqgupArc=' },
    'an id of zeros': { spanId: '0000000000000000' },
    'an attribute of two types': { attributes: [{ key: 'k', value: { stringValue: 'a', intValue: '5' } }] },
    'an attribute of a type nobody knows': { attributes: [{ key: 'k', value: { textValue: 'a' } }] },
  })) {
    it(`refuses ${name}`, () => assert.throws(() => checkOtlp('/v1/traces', trace(fields))));
  }
});

describe('what is exported', together, () => {
  it('a request is one server span with one client span, in the caller’s trace, which goes on to the upstream', async () => {
    const scene = await startTraced({ settings: { otlp_service_name: 'gateway-a' } });
    const answer = await scene.ask({ user: 'alice' }, { traceparent: kParent, tracestate: 'vendor=1,other=2' });
    assert.equal(answer.status, 200);
    const spans = await scene.collector.spans(2);
    const [request, attempt] = [server(spans), clients(spans)[0]];
    assert.deepEqual(
      [request.traceId, request.parentSpanId, request.traceState, request.name, request.status, request.flags],
      ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7', 'vendor=1,other=2', 'POST /v1/chat/completions', undefined, 0x301],
    );
    assert.deepEqual([attempt.traceId, attempt.parentSpanId, attempt.name], [request.traceId, request.spanId, 'chat gpt-4o-mini']);
    const asked = scene.upstream.requests.at(-1).headers;
    assert.equal(asked.traceparent, `00-${request.traceId}-${attempt.spanId}-01`);
    assert.equal(asked.tracestate, 'vendor=1,other=2');

    const [row] = await scene.gateway.rows(1);
    const said = attributesOf(request);
    assert.equal(said['http.request.method'], 'POST');
    assert.equal(said['http.route'], '/v1/chat/completions');
    assert.equal(said['http.response.status_code'], 200);
    assert.deepEqual([said['user.id'], said['tollgate.project'], said['tollgate.alias']], ['alice', 'tests', 'chat']);
    assert.equal(row.trace_id, request.traceId);
    const called = attributesOf(attempt);
    const { port } = new URL(scene.upstream.baseUrl);
    assert.deepEqual(
      ['gen_ai.operation.name', 'gen_ai.provider.name', 'gen_ai.request.model', 'gen_ai.response.model', 'server.address', 'server.port'].map((name) => called[name]),
      ['chat', 'openai', 'gpt-4o-mini', 'gpt-4o-mini', '127.0.0.1', Number(port)],
    );
    const { id, usage } = await answer.json();
    assert.deepEqual([called['gen_ai.response.id'], called['gen_ai.response.finish_reasons']], [id, ['stop']]);
    const detail = await scene.gateway.get(`/requests/${request.traceId}`);
    assert.deepEqual([detail.response_id, detail.finish_reasons], [id, ['stop']]);
    assert.deepEqual([called['gen_ai.usage.input_tokens'], called['gen_ai.usage.output_tokens']], [usage.prompt_tokens, usage.completion_tokens]);
    for (const span of spans) {
      const [begin, end] = [BigInt(span.startTimeUnixNano), BigInt(span.endTimeUnixNano)];
      assert.ok(begin <= end && Math.abs(Number(begin / 1000000n) - Date.now()) < 60000);
    }
    assert.ok(BigInt(attempt.startTimeUnixNano) >= BigInt(request.startTimeUnixNano));
    assert.ok(BigInt(attempt.endTimeUnixNano) <= BigInt(request.endTimeUnixNano));

    const { resourceSpans } = scene.collector.requests[0].body;
    const resource = attributesOf(resourceSpans[0].resource);
    assert.equal(resource['service.name'], 'gateway-a');
    assert.ok(resource['service.version'] && resource['service.instance.id']);
    await scene.close();
  });

  it('every attempt is a span with its own error, and the sums say the same', async () => {
    const scene = await startTraced();
    const { gateway, upstream, collector, secret } = scene;
    await gateway.openaiProvider('gone', `http://127.0.0.1:${await closedPort()}/v1`);
    await gateway.openaiProvider('bad', upstream);
    upstream.always('broken', { status: 503 });
    upstream.always('never', { status: 400 });
    await gateway.create('/aliases', {
      alias: 'saved', strategy: 'simple',
      targets: [{ provider: 'gone', model: 'gpt-4o-mini' }],
      fallbacks: [{ provider: 'bad', model: 'broken' }, { provider: 'up', model: 'gpt-4o-mini' }],
    });
    await gateway.create('/aliases', { alias: 'lost', strategy: 'simple', targets: [{ provider: 'bad', model: 'broken' }] });
    await gateway.price('up', 'gpt-4o-mini', 1);

    const saved = await scene.ask({ model: 'saved' }, { 'x-trace-id': 'saved' });
    assert.equal(saved.status, 200);
    const trace = (spans, name) => spans.filter(({ traceId }) => traceId === name);
    let spans = await collector.spans(4);
    const all = trace(spans, server(spans).traceId);
    assert.equal(server(all).status, undefined, 'the caller got an answer');
    assert.deepEqual(
      clients(all).map((span) => [attributesOf(span)['tollgate.provider'], span.status?.code, attributesOf(span)['error.type']]),
      [['gone', kFailed, 'connect_failed'], ['bad', kFailed, '503'], ['up', undefined, undefined]],
    );
    assert.equal(new Set(all.map(({ spanId }) => spanId)).size, 4);
    const sent = upstream.requests.map(({ headers }) => headers.traceparent);
    assert.deepEqual(sent, clients(all).slice(1).map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`));

    assert.equal((await scene.ask({ model: 'lost' })).status, 502);
    spans = (await collector.spans(6)).slice(4);
    assert.deepEqual([server(spans).status.code, attributesOf(server(spans))['error.type']], [kFailed, '502']);
    assert.equal((await scene.ask({ model: 'up/never' })).status, 400);
    assert.equal((await scene.ask({ model: 'nowhere' })).status, 404);
    spans = (await collector.spans(9)).slice(6);
    const refused = spans.filter(({ kind }) => kind === kServer);
    assert.deepEqual(refused.map((span) => span.status), [undefined, undefined], 'what a caller did wrong is no failure of the server');
    assert.deepEqual(refused.map((span) => attributesOf(span)['http.response.status_code']).toSorted(), [400, 404]);
    assert.equal(clients(spans)[0].status.code, kFailed);

    // Streams: whole, and cut after their first byte.
    upstream.script('gpt-4o-mini', { reply: ['a', 'b', 'c'] }, { reply: ['a', 'b', 'c'], cutAfter: 2 });
    for (let i = 0; i < 2; ++i) await (await scene.ask({ stream: true })).text();
    spans = (await collector.spans(13)).slice(9);
    const streams = clients(spans).map(attributesOf);
    assert.deepEqual(streams.map((said) => said['gen_ai.request.stream']), [true, true]);
    assert.ok(streams.every((said) => said['gen_ai.response.time_to_first_chunk'] > 0));
    assert.deepEqual(spans.filter(({ kind }) => kind === kServer).map(({ status }) => status?.code).toSorted(), [kFailed, undefined]);
    assert.equal(clients(spans).filter(({ status }) => status?.code === kFailed).length, 1);

    // A task and a batch run through the same pipeline.
    const headers = { traceparent: kParent };
    assert.equal((await gateway.post('/v1/async/completions', secret, { prompt: 'Hi', model: 'chat' }, headers)).status, 202);
    await gateway.post('/v1/batches', secret, { prompts: ['one', 'two'], model: 'chat' });
    spans = (await collector.spans(19)).slice(13);
    const ofTask = spans.filter(({ traceId }) => traceId === '4bf92f3577b34da6a3ce929d0e0e4736');
    assert.deepEqual(ofTask.map(({ kind }) => kind).toSorted(), [kServer, kClient]);
    assert.equal(server(ofTask).parentSpanId, '00f067aa0ba902b7');

    await gateway.stop(); // says all it has to say before it goes
    const metrics = collector.metrics();
    const total = ({ dataPoints }) => dataPoints.reduce((sum, { count }) => sum + Number(count), 0);
    const of = (name) => metrics[name].histogram;
    const kinds = collector.allSpans().map(({ kind }) => kind);
    assert.equal(total(of('http.server.request.duration')), kinds.filter((kind) => kind === kServer).length);
    assert.equal(total(of('gen_ai.client.operation.duration')), kinds.filter((kind) => kind === kClient).length);
    const firstChunks = of('gen_ai.client.operation.time_to_first_chunk');
    assert.equal(total(firstChunks), 2);
    const seconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]; // as the conventions recommend
    for (const { dataPoints } of [firstChunks, of('gen_ai.client.operation.duration')]) {
      for (const { explicitBounds } of dataPoints) assert.deepEqual(explicitBounds, seconds);
    }
    const tokens = of('gen_ai.client.token.usage').dataPoints;
    assert.deepEqual([...new Set(tokens.map((point) => attributesOf(point)['gen_ai.token.type']))].toSorted(), ['input', 'output']);
    const spent = metrics['tollgate.cost'].sum.dataPoints.reduce((sum, { asDouble }) => sum + asDouble, 0);
    const fromSpans = collector.allSpans().filter(({ kind }) => kind === kServer).reduce((sum, span) => sum + (attributesOf(span)['tollgate.cost.usd'] ?? 0), 0);
    assert.ok(spent > 0 && Math.abs(spent - fromSpans) < 1e-9, `${spent} and ${fromSpans}`);
    for (const { dataPoints } of [of('http.server.request.duration'), of('gen_ai.client.token.usage')]) {
      for (const point of dataPoints) {
        assert.equal(point.bucketCounts.length, point.explicitBounds.length + 1);
        assert.equal(point.bucketCounts.reduce((sum, count) => sum + Number(count), 0), Number(point.count));
      }
    }
    await upstream.close();
    collector.close();
  });

  it('who is not sampled is passed on as that, and leaves no span; a ratio thins what begins here', async () => {
    const scene = await startTraced();
    const unsampled = kParent.replace(/01$/, '00');
    await scene.ask({}, { traceparent: unsampled });
    assert.match(scene.upstream.requests.at(-1).headers.traceparent, /^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    await scene.ask({}, { traceparent: 'nonsense', tracestate: 'a=1' });
    const made = scene.upstream.requests.at(-1).headers;
    assert.match(made.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    assert.equal(made.tracestate, undefined, 'it belongs to a trace that does not go on');
    const uuid = '7f9c24e5-2c1b-4c9e-9a0f-3d5b8a6c1e2f';
    await scene.ask({}, { 'x-trace-id': uuid });
    const spans = await scene.collector.spans(4);
    assert.deepEqual(
      spans.filter(({ kind }) => kind === kServer).map(({ traceId }) => traceId).sort(),
      [made.traceparent.slice(3, 35), uuid.replaceAll('-', '')].sort(),
    );

    await scene.gateway.patch('/settings', { otlp_sample_ratio: 0 });
    await scene.ask({});
    assert.match(scene.upstream.requests.at(-1).headers.traceparent, /-00$/);
    await scene.ask({}, { traceparent: kParent });
    const more = await scene.collector.spans(6);
    assert.equal(more.length, 6);
    assert.equal(more.at(-1).traceId, '4bf92f3577b34da6a3ce929d0e0e4736');

    await scene.gateway.patch('/settings', { otlp_endpoint: null });
    await scene.ask({}, { traceparent: kParent, tracestate: 'a=1' });
    const { traceparent, tracestate } = scene.upstream.requests.at(-1).headers;
    assert.deepEqual([traceparent, tracestate], [kParent, 'a=1'], 'without telemetry the trace goes through as it came');
    await scene.ask({});
    assert.equal(scene.upstream.requests.at(-1).headers.traceparent, undefined);
    assert.equal((await scene.telemetry()).state, 'off');
    await scene.close();
  });

  it('prompts, answers and credentials are in nothing that is exported', async () => {
    const scene = await startTraced({ settings: { capture_bodies: 'all' } });
    scene.upstream.script('gpt-4o-mini', { reply: 'a very private answer' }, { status: 401, errorBody: { error: { message: 'Bearer sk-live-0123456789abcdef is refused' } } });
    await scene.ask({ messages: [{ role: 'user', content: 'a very private question' }] });
    await scene.ask({ messages: [{ role: 'user', content: 'a very private question' }] });
    await scene.collector.spans(4);
    const said = scene.collector.requests.map(({ text }) => text).join('');
    for (const secret of ['very private', 'sk-live-0123456789', scene.secret, 'Hello']) {
      assert.equal(said.includes(secret), false, secret);
    }
    await scene.close();
  });

  describe('a collector that does not do its part', together, () => {
    it('fails, asks to wait, and gets everything once it is well', async () => {
      const scene = await startTraced({ settings: { otlp_metrics: false } });
      const { collector } = scene;
      collector.answers.push({ status: 503 }, { status: 429, headers: { 'retry-after': '2' } });
      await scene.ask({});
      await eventually(async () => {
        const state = await scene.telemetry();
        assert.equal(state.state, 'failing');
        assert.match(state.last_error, /\/base\/v1\/traces answered (503|429)/);
      });
      await collector.spans(2);
      const [, limited, taken] = collector.requests;
      assert.ok(taken.at - limited.at >= 1900, `${taken.at - limited.at} ms after it had asked for 2 s`);
      assert.equal(limited.text, taken.text, 'the same spans again');
      await eventually(async () => {
        const { state, last_error: error, spans_exported: exported, spans_dropped: dropped } = await scene.telemetry();
        assert.deepEqual([state, error, exported, dropped], ['ok', null, 2, 0]);
      });
      await scene.close();
    });

    it('is told of a mistake of ours once, and not asked again', async () => {
      const scene = await startTraced({ settings: { otlp_metrics: false } });
      scene.collector.answers.push({ status: 400, body: '{"message":"no such tenant"}' });
      await scene.ask({});
      await eventually(async () => {
        const { state, last_error: error, spans_rejected: rejected } = await scene.telemetry();
        assert.deepEqual([state, rejected], ['failing', 2]);
        assert.match(error, /answered 400: no such tenant$/);
      });
      scene.collector.answers.push({ status: 200, body: '{"partialSuccess":{"rejectedSpans":"1","errorMessage":"too old"}}' });
      await scene.ask({});
      await eventually(async () => {
        const { spans_rejected: rejected, spans_exported: exported } = await scene.telemetry();
        assert.deepEqual([rejected, exported], [3, 1]);
      });
      assert.equal(scene.collector.requests.length, 2);
      await scene.close();
    });

    it('redirects and is not followed', async () => {
      const scene = await startTraced({ settings: { otlp_metrics: false, otlp_headers: { authorization: 'Bearer collector-secret' } } });
      scene.collector.standing = { status: 307, headers: { location: '/elsewhere' } };
      await scene.ask({});
      await eventually(async () => assert.match((await scene.telemetry()).last_error, /answered 307, a redirect, which is not followed/));
      assert.equal(scene.collector.redirected, 0);
      await scene.close();
    });

    it('hangs, and no request is slower for it; the end waits for it only so long', async () => {
      const scene = await startTraced();
      scene.collector.standing = { hang: true };
      const many = async () => {
        const begun = performance.now();
        for (let i = 0; i < 50; ++i) assert.equal((await scene.ask({})).status, 200);
        return performance.now() - begun;
      };
      await many();
      await eventually(() => assert.ok(scene.collector.waiting.length > 0));
      const hanging = await many();
      await scene.gateway.patch('/settings', { otlp_endpoint: null });
      const off = await many();
      assert.ok(hanging < 4 * off + 500, `${hanging.toFixed()} ms, ${off.toFixed()} ms without telemetry`);
      await scene.gateway.patch('/settings', { otlp_endpoint: scene.collector.endpoint });
      await scene.ask({});
      await eventually(() => assert.ok(scene.collector.waiting.length > 1));
      const begun = performance.now();
      await scene.close();
      assert.ok(performance.now() - begun < 8000);
    });

    it('is away for long: what waits is bounded, and what falls out is counted', { timeout: 120000 }, async () => {
      const scene = await startTraced({ settings: { otlp_metrics: false, otlp_endpoint: `http://127.0.0.1:${await closedPort()}` } });
      const state = 'x'.repeat(48000); // large spans fill it sooner
      const one = async () => {
        for (let i = 0; i < 60; ++i) await (await scene.ask({}, { traceparent: kParent, tracestate: `a=${state}` })).arrayBuffer();
      };
      await Promise.all(Array.from({ length: 8 }, one));
      const lost = await eventually(async () => {
        const { spans_waiting: waiting, spans_dropped: dropped } = await scene.telemetry();
        assert.equal(waiting + dropped, 960);
        assert.ok(dropped > 0, `${waiting} wait`);
        return dropped;
      }, 20000);
      const scrape = async () =>
        (await fetch(`${scene.gateway.url}/metrics`, { headers: { authorization: `Bearer ${scene.gateway.adminToken}` } })).text();
      await eventually(async () => assert.match(/^tollgate_otlp_spans_lost_total .*$/m.exec(await scrape())[0], new RegExp(` ${lost}$`)));
      await scene.gateway.patch('/settings', { otlp_endpoint: scene.collector.endpoint });
      await scene.collector.spans(960 - lost, 30000);
      await scene.close();
    });
  });

  it('headers are secrets: sent as they are, shown masked, kept sealed, logged nowhere', async () => {
    const kSecret = 'Basic dG9sbGdhdGU6dmVyeS1zZWNyZXQtdG9rZW4=';
    const scene = await startTraced({ settings: { otlp_headers: { Authorization: kSecret, 'x-scope': 'team a' } }, gateway: { keepData: true } });
    const { gateway, collector } = scene;
    const shown = await gateway.get('/settings');
    assert.deepEqual(shown.otlp_headers, { authorization: `…${kSecret.slice(-4)}`, 'x-scope': '…' });
    await gateway.patch('/settings', { otlp_headers: shown.otlp_headers, retention_days: 30 }); // as a form sends it back
    await scene.ask({});
    await collector.spans(2);
    const { headers } = collector.requests.findLast(({ path: where }) => where === '/v1/traces');
    assert.deepEqual([headers.authorization, headers['x-scope']], [kSecret, 'team a']);

    collector.answers.push({ status: 400, body: `${kSecret} is refused` });
    const tried = await gateway.expect(200, 'POST', '/telemetry/test', {});
    assert.equal(tried.ok, false);
    assert.match(tried.error, /answered 400: \[secret\] is refused/);

    for (const [name, patch] of Object.entries({
      'otlp_headers': { otlp_headers: 'Bearer x' },
      'otlp_headers.host': { otlp_headers: { host: 'x' } },
      'otlp_headers.a b': { otlp_headers: { 'a b': 'x' } },
      'otlp_headers.x': { otlp_headers: { x: 'a\r\nb: c' } },
      'otlp_headers.y': { otlp_headers: { y: '…abcd' } },
      'otlp_sample_ratio': { otlp_sample_ratio: 2 },
      'otlp_endpoint': { otlp_endpoint: 'collector:4318' },
    })) {
      const refused = await gateway.expect(422, 'PATCH', '/settings', patch);
      assert.equal(refused.error.param, name);
    }
    const document = await gateway.get('/config');
    assert.equal(JSON.stringify(document).includes('dG9sbGdhdGU6'), false);
    assert.equal(JSON.stringify(await gateway.get('/audit')).includes('dG9sbGdhdGU6'), false);
    await gateway.patch('/settings', { otlp_headers: { 'x-scope': null } });
    assert.deepEqual(Object.keys((await gateway.get('/settings')).otlp_headers), ['authorization']);
    await gateway.expect(200, 'PUT', '/config', { settings: { otlp_headers: { 'x-tenant': 'from-a-file' } } });
    assert.deepEqual(Object.keys((await gateway.get('/settings')).otlp_headers).toSorted(), ['authorization', 'x-tenant']);
    await gateway.stop();
    for (const name of fs.readdirSync(gateway.dataDir, { recursive: true })) {
      const file = path.join(gateway.dataDir, name);
      if (fs.statSync(file).isFile()) assert.equal(fs.readFileSync(file).includes('very-secret') || fs.readFileSync(file).includes('dG9sbGdhdGU6'), false, name);
    }
    assert.equal((gateway.stderr + gateway.stdout).includes('dG9sbGdhdGU6'), false);
    fs.rmSync(gateway.dataDir, { recursive: true, force: true });
    await scene.upstream.close();
    collector.close();
  });

  it('a test tells whether a collector takes it, before anything is stored', async () => {
    const scene = await startTraced({ settings: { otlp_endpoint: null } });
    const { gateway, collector } = scene;
    const tryIt = (patch) => gateway.expect(200, 'POST', '/telemetry/test', patch);
    assert.equal((await gateway.expect(422, 'POST', '/telemetry/test', {})).error.param, 'otlp_endpoint');
    const good = await tryIt({ otlp_endpoint: collector.endpoint, otlp_headers: { 'x-a': 'b' } });
    assert.deepEqual([good.ok, good.error, collector.requests.map(({ path: where }) => where)], [true, null, ['/v1/traces', '/v1/metrics']]);
    assert.ok(good.latency_ms > 0);
    assert.equal(collector.requests[0].headers['x-a'], 'b');
    collector.answers.push({ status: 200 }, { status: 404 });
    const half = await tryIt({ otlp_endpoint: collector.endpoint });
    assert.match(half.error, /\/v1\/metrics answered 404/);
    const closed = await tryIt({ otlp_endpoint: `http://127.0.0.1:${await closedPort()}` });
    assert.equal(closed.ok, false);
    assert.match(closed.error, /\/v1\/traces: .*(refused|connect)/i);
    assert.equal((await gateway.get('/settings')).otlp_endpoint, null);
    assert.equal((await gateway.expect(422, 'POST', '/telemetry/test', { otlp_endpoint: 'nonsense' })).error.param, 'otlp_endpoint');
    await scene.close();
  });
});
