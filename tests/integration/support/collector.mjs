// An OpenTelemetry collector on loopback that takes OTLP/HTTP in JSON and nothing that the official definitions do not have:
//
//   const collector = await startCollector();
//   collector.answers.push({ status: 503 }, { hang: true });   // the next two requests, then 200 again
//   await collector.spans(2);                                   // once there are so many
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import zlib from 'node:zlib';
import { eventually } from './gateway.mjs';

const require = createRequire(import.meta.url);
// What protobufjs made of opentelemetry-proto, as the official exporter carries it.
const { opentelemetry } = require('@opentelemetry/otlp-transformer/build/src/generated/root');
const messages = {
  '/v1/traces': opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest,
  '/v1/metrics': opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest,
};
const ids = { traceId: 32, spanId: 16, parentSpanId: 16 };

/** Ids are hex in OTLP's JSON, and base64 in everybody else's. */
function idsAsBase64(value) {
  if (Array.isArray(value)) return value.map(idsAsBase64);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (!(name in ids)) return [name, idsAsBase64(member)];
      assert.match(member, new RegExp(`^[0-9a-f]{${ids[name]}}$`), name);
      assert.match(member, /[1-9a-f]/, `${name} is all zero`);
      return [name, Buffer.from(member, 'hex').toString('base64')];
    }),
  );
}

/** Throws unless every member is one of the message's, of its type, and written as OTLP's JSON writes it. */
export function checkOtlp(path, body) {
  const message = messages[path];
  assert.ok(message, `nothing is exported to ${path}`);
  const given = idsAsBase64(body);
  const forms = { longs: String, bytes: String };
  // A member that the definitions do not know is lost on the way, one of another type comes out changed.
  const read = message.fromObject(given);
  assert.equal(message.verify(read), null); // one of several alternatives only
  assert.deepEqual(message.toObject(read, forms), given);
  assert.deepEqual(message.toObject(message.decode(message.encode(read).finish()), forms), given);
  return body;
}

const plain = ({ stringValue, intValue, doubleValue, boolValue, arrayValue }) =>
  stringValue ?? (intValue === undefined ? undefined : Number(intValue)) ?? doubleValue ?? boolValue ?? arrayValue?.values.map(plain);
export const attributesOf = ({ attributes }) => {
  const names = attributes.map(({ key }) => key);
  assert.equal(new Set(names).size, names.length, `twice: ${names}`);
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
};

export async function startCollector() {
  const collector = { requests: [], answers: [], standing: null, waiting: [], redirected: 0, mistakes: [] };
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const text = (request.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(bytes) : bytes).toString();
      const path = request.url.replace(/^\/base/, '');
      if (request.url === '/elsewhere') collector.redirected += 1;
      const answer = collector.answers.shift() ?? collector.standing ?? { status: 200 };
      try {
        assert.equal(request.method, 'POST');
        assert.match(request.headers['content-type'], /^application\/json/);
        const body = checkOtlp(path, JSON.parse(text));
        collector.requests.push({ path, url: request.url, headers: request.headers, body, text, answer, at: Date.now() });
      } catch (error) {
        collector.mistakes.push(error);
      }
      if (answer.hang) return collector.waiting.push(response);
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body ?? '{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  collector.endpoint = `http://127.0.0.1:${server.address().port}/base`;
  const taken = () => collector.requests.filter(({ answer }) => answer.status === 200);
  collector.allSpans = () =>
    taken()
      .filter(({ path }) => path === '/v1/traces')
      .flatMap(({ body }) => body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
  collector.spans = (count, timeoutMs = 10000) =>
    eventually(() => {
      assert.deepEqual(collector.mistakes, []);
      const spans = collector.allSpans();
      assert.ok(spans.length >= count, `${spans.length} of ${count} spans`);
      return spans;
    }, timeoutMs);
  /** The last export's metrics by name. */
  collector.metrics = () => {
    const last = taken().findLast(({ path }) => path === '/v1/metrics');
    const all = last?.body.resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    return Object.fromEntries((all ?? []).map((metric) => [metric.name, metric]));
  };
  collector.close = () => {
    server.close();
    server.closeAllConnections();
    assert.deepEqual(collector.mistakes, []);
  };
  return collector;
}
