// A provider on loopback that speaks the OpenAI chat API, refuses what the real one refuses, records what it was sent
// and fails on demand:
//
//   const upstream = await startFakeUpstream();
//   upstream.script('gpt-4o-mini', { status: 500 }, { status: 500 });   // the next two requests, then normal again
//   upstream.always('slow-model', { hang: true });
//
// A script step holds any of
//   status, headers, errorBody   answer with that error instead
//   raw                          unary: these bytes as the body; streaming: these bytes as the whole event stream
//   reply, usage, extra          the answer's text (a string, or a list with one item per event), token counts, and
//                                raw JSON members put into the answer as they stand
//   echo                         the last message's text as the answer, word by word
//   delayMs, intervalMs          before the first byte; between two events
//   hang                         never answer                          reset     close the socket before any byte
//   stallAfter: n, cutAfter: n   after n events: send nothing more; destroy the socket
//   cutBody: n                   unary: the head and n bytes of the body, then destroy the socket
//   splitBytes: n                write n bytes at a time, wherever that falls
//   hugeEventBytes: n            one event with that much text         crlf      CRLF line ends
//   noDone                       leave out the [DONE]                  noUsage   never tell the usage
//   floodEvents: n               n events of 1 KiB text, as fast as the reader takes them
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { shapeError } from './openai_shape.mjs';

export const kUpstreamKey = 'sk-upstream-5f2c9a7e41d84b0c9f3e';

export async function startFakeUpstream(options = {}) {
  const upstream = new FakeUpstream(options);
  await upstream.listen();
  return upstream;
}

/** A loopback port on which nothing listens. */
export async function closedPort() {
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

class FakeUpstream {
  constructor({ apiKey = kUpstreamKey, models = ['gpt-4o-mini'], acceptUnknownFields = false } = {}) {
    this.apiKey = apiKey;
    this.models = models;
    this.acceptUnknownFields = acceptUnknownFields;
    this.requests = []; // every request in order of arrival, see record()
    this.bytesWritten = 0; // taken by the kernel or by Node's buffer, over all answers
    this.scripts = new Map();
    this.standing = new Map();
    this.keys = new Map(); // besides `apiKey`: what an answer to each of them is, null for a good one
    this.server = http.createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
      this.handle(request, response).catch((error) => response.destroy(error));
    });
  }

  async listen() {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.baseUrl = `http://127.0.0.1:${this.server.address().port}/v1`;
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The next requests for that model take one step each; afterwards it answers normally again. */
  script(model, ...steps) {
    this.scripts.set(model, [...(this.scripts.get(model) ?? []), ...steps]);
  }

  /** Every request for that model behaves like this, until it is called again with null. */
  always(model, step) {
    if (step) this.standing.set(model, step);
    else this.standing.delete(model);
  }

  /** Takes that key too; with `answer` ({status, headers}) it is refused so. */
  key(secret, answer = null) {
    this.keys.set(secret, answer);
  }

  /** Forgets requests, scripts and keys. */
  reset() {
    this.requests.length = 0;
    this.keys.clear();
    this.scripts.clear();
    this.standing.clear();
  }

  get chatRequests() {
    return this.requests.filter((request) => request.path === '/v1/chat/completions');
  }

  get last() {
    return this.requests.at(-1);
  }

  async handle(request, response) {
    const record = this.record(request, response);
    record.rawBody = await readAll(request);
    const refusal = this.refusal(record);
    if (refusal) return answerError(response, refusal.status, refusal, refusal.headers);
    if (record.method === 'GET') return answerModels(response, this.models);

    const model = record.body.model;
    const step = this.scripts.get(model)?.shift() ?? this.standing.get(model) ?? {};
    if (step.hang) return;
    if (step.delayMs) await sleep(step.delayMs);
    if (step.reset) return request.socket.destroy();
    if (step.status) {
      return answerError(response, step.status, step.errorBody ?? { message: `scripted ${step.status}` }, step.headers);
    }
    if (record.body.stream) await this.stream(record, step, response);
    else await this.unary(record, step, response);
  }

  record(request, response) {
    const record = {
      method: request.method,
      path: new URL(request.url, 'http://upstream').pathname,
      headers: request.headers,
      rawBody: '',
      finished: false, // the answer was written to its end
      abandoned: false, // the caller closed the connection before that
    };
    Object.defineProperty(record, 'body', { get: () => JSON.parse(record.rawBody) });
    record.closed = once(response, 'close').then(() => {
      record.finished = response.writableFinished;
      record.abandoned = !response.writableFinished && !response.cutByScript;
    });
    this.requests.push(record);
    return record;
  }

  refusal({ method, path, headers, rawBody }) {
    const secret = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    const answer = this.keys.get(secret);
    if (answer) return { message: `scripted ${answer.status}`, ...answer };
    if (secret !== this.apiKey && answer === undefined) {
      return { status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' };
    }
    if (method === 'GET' && path === '/v1/models') return null;
    if (method !== 'POST' || path !== '/v1/chat/completions') {
      return { status: 404, message: `Invalid URL (${method} ${path})` };
    }
    if (!/^application\/json\b/.test(headers['content-type'] ?? '')) {
      return { status: 400, message: 'Unsupported content type.' };
    }
    return shapeError(rawBody, { models: this.knownModels(), acceptUnknownFields: this.acceptUnknownFields });
  }

  knownModels() {
    return new Set([...this.models, ...this.scripts.keys(), ...this.standing.keys()]);
  }

  async unary(record, step, response) {
    const body = step.raw ?? completion(record.body, step);
    const length = step.cutBody === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'req_upstream', ...length });
    if (step.cutBody !== undefined) {
      response.write(body.slice(0, step.cutBody));
      return cut(response);
    }
    await this.writeSplit(response, body, step.splitBytes);
    response.end();
  }

  async stream(record, step, response) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.flushHeaders();
    if (step.raw !== undefined) {
      await this.writeSplit(response, step.raw, step.splitBytes);
      return response.end();
    }
    const end = step.crlf ? '\r\n\r\n' : '\n\n';
    let sent = 0;
    for (const event of events(record.body, step)) {
      if (sent === step.stallAfter) return;
      if (sent === step.cutAfter) return cut(response);
      if (sent > 0 && step.intervalMs) await sleep(step.intervalMs);
      if (response.destroyed) return;
      await this.writeSplit(response, `data: ${event}${end}`, step.splitBytes);
      sent += 1;
    }
    response.end();
  }

  /** Writes with back-pressure; with `size` in pieces of that many bytes, each in a packet of its own. */
  async writeSplit(response, text, size) {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size ?? bytes.length) {
      const piece = bytes.subarray(at, at + (size ?? bytes.length));
      this.bytesWritten += piece.length;
      if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
      if (size) await new Promise(setImmediate);
      if (response.destroyed) return;
    }
  }
}

/** Lets what was written reach the reader, then breaks the connection. */
async function cut(response) {
  response.cutByScript = true;
  await sleep(30);
  response.destroy();
}

async function readAll(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function answerError(response, status, error, headers = {}) {
  const { message, type = 'invalid_request_error', code = null, param = null } = error;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message, type, param, code } }));
}

function answerModels(response, models) {
  const data = models.map((id) => ({ id, object: 'model', created: 1700000000, owned_by: 'fake' }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ object: 'list', data }));
}

const kUsage = { prompt_tokens: 19, completion_tokens: 10, total_tokens: 29 };

function pieces(body, { reply = ['Hello', ' from', ' upstream.'], hugeEventBytes, echo }) {
  if (hugeEventBytes) return ['x'.repeat(hugeEventBytes)];
  if (echo) return body.messages.at(-1).content.split(/(?<= )/);
  return Array.isArray(reply) ? reply : [reply];
}

function envelope(body, object, { extra }) {
  const head = `"id":"chatcmpl-fake","object":"${object}","created":1700000000,"model":${JSON.stringify(body.model)}`;
  return extra ? `${head},${extra}` : head;
}

function completion(body, step) {
  const message = { role: 'assistant', content: pieces(body, step).join(''), refusal: null };
  const choices = JSON.stringify([{ index: 0, message, logprobs: null, finish_reason: 'stop' }]);
  const usage = step.noUsage ? '' : `,"usage":${JSON.stringify(step.usage ?? kUsage)}`;
  return `{${envelope(body, 'chat.completion', step)},"choices":${choices}${usage}}`;
}

function* events(body, step) {
  const tells = body.stream_options?.include_usage === true && !step.noUsage;
  const chunk = (choices, usage = null) => {
    const tail = tells ? `,"usage":${JSON.stringify(usage)}` : '';
    return `{${envelope(body, 'chat.completion.chunk', step)},"choices":${JSON.stringify(choices)}${tail}}`;
  };
  const delta = (value, finish = null) => [{ index: 0, delta: value, logprobs: null, finish_reason: finish }];
  yield chunk(delta({ role: 'assistant', content: '', refusal: null }));
  for (let left = step.floodEvents ?? 0; left > 0; left -= 1) yield chunk(delta({ content: 'f'.repeat(1024) }));
  for (const content of step.floodEvents ? [] : pieces(body, step)) yield chunk(delta({ content }));
  yield chunk(delta({}, 'stop'));
  if (tells) yield chunk([], step.usage ?? kUsage);
  if (!step.noDone) yield '[DONE]';
}
