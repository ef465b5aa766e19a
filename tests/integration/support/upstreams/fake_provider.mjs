// What all fake providers share: a loopback server that records what it was sent, refuses what the real API refuses,
// and answers from a description that no API has a say in:
//
//   fake.next({ blocks: [{ thinking: 'Hm.', signature: 'c2ln' }, { text: ['It', ' is 4.'] }], stop: 'stop' });
//   fake.next({ blocks: [{ call: 'add', id: 'c1', args: { a: 1 } }], stop: 'tools', usage: { input: 9, cacheRead: 4 } });
//   fake.next({ status: 429, headers: { 'retry-after': '7' } });
//   fake.next((request) => ({ blocks: [{ text: request.body.model }] }));
//
// Blocks: text (+ citations), thinking (+ signature), redacted, call (+ id, args, signature), refusal.
// stop: stop, length, tools, filter, refusal, sequence. usage: disjoint buckets input, cacheRead, cacheWrite,
// output, reasoning. Further members of a step:
//   raw                        these bytes instead of an answer        lenient     take fields nobody knows
//   status, headers, error     answer with that error                  hang        never answer
//   cutAfter: n                destroy the socket after n events       errorAfter  then an error event, then the end
//   without, twice             marks of events to leave out or to send again: finish, usage, end
//   splitBytes: n              n bytes a packet                        intervalMs  between two events
//   crlf, comments, bom, noSpace, multiLine                            spellings of server-sent events
//
// What a real API would refuse is answered with its 400 and kept in `violations`; tests end with expectClean().
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Violation } from './shape.mjs';

export const kDefaultUsage = { input: 19, cacheRead: 0, cacheWrite: 0, output: 10, reasoning: 0 };

export class FakeProvider {
  constructor({ models = [] } = {}) {
    Object.assign(this, { models, requests: [], violations: [], steps: [], signatures: new Set() });
    this.server = http.createServer((request, response) => {
      this.handle(request, response).catch((error) => {
        this.violations.push(`the fake itself: ${error.stack}`);
        response.destroy();
      });
    });
  }

  async start() {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The next requests take one step each; afterwards it answers "Hello from upstream.". */
  next(...steps) {
    this.steps.push(...steps);
  }

  reset() {
    this.requests.length = 0;
    this.violations.length = 0;
    this.steps.length = 0;
  }

  get last() {
    return this.requests.at(-1);
  }

  /** Nothing came that the real API would have refused, and every step was taken. */
  expectClean() {
    assert.deepEqual(this.violations, []);
    assert.equal(this.steps.length, 0, 'answers were left that nobody asked for');
  }

  async handle(request, response) {
    const url = new URL(request.url, 'http://upstream');
    const record = { method: request.method, url, rawPath: request.url, headers: request.headers, rawBody: await readAll(request) };
    Object.defineProperty(record, 'body', { get: () => JSON.parse(record.rawBody) });
    this.requests.push(record);
    const refusal = this.refusal(record);
    if (refusal) return this.sendError(response, refusal);
    const route = record.route;
    if (route.operation === 'models') return sendJson(response, 200, this.modelList());

    const [scripted] = this.steps;
    const step = { ...(typeof scripted === 'function' ? scripted(record) : scripted) };
    const fault = step.lenient ? null : await this.fault(record, step);
    if (!fault?.expected) this.steps.shift();
    if (fault && !fault.expected) this.violations.push(fault.message);
    if (fault) return this.sendError(response, fault);
    if (step.hang) return;
    if (step.status) return this.sendError(response, step);
    for (const { signature, redacted } of step.blocks ?? []) {
      if (signature) this.signatures.add(signature);
      if (redacted) this.signatures.add(redacted);
    }
    step.blocks ??= [{ text: ['Hello', ' from', ' upstream.'] }];
    step.stop ??= step.blocks.some(({ call }) => call) ? 'tools' : 'stop';
    step.usage = { ...kDefaultUsage, ...step.usage };
    if (route.stream) await this.sendStream(record, step, response);
    else await this.sendWhole(record, step, response);
  }

  /** Wrong key, wrong address: null when neither. Sets record.route. */
  refusal(record) {
    const unauthorised = this.authorise(record);
    if (unauthorised) {
      this.violations.push(`authorisation: ${unauthorised.message}`);
      return unauthorised;
    }
    record.route = this.route(record);
    if (record.route) return null;
    this.violations.push(`no such address: ${record.method} ${record.rawPath}`);
    return { status: 404, message: `no such address: ${record.rawPath}` };
  }

  /** What the real API would answer instead of serving such a body; null: nothing. */
  fault(record, step) {
    try {
      this.validate(record, step);
      return null;
    } catch (error) {
      if (!(error instanceof Violation) && !(error instanceof SyntaxError)) throw error;
      return { status: error.status ?? 400, message: error.message };
    }
  }

  async sendWhole(record, step, response) {
    const body = step.raw ?? JSON.stringify(this.reply(record, step));
    response.writeHead(200, { 'content-type': 'application/json', ...this.replyHeaders(), ...step.replyHeaders });
    await write(response, Buffer.from(body), step.splitBytes);
    response.end();
  }

  async sendStream(record, step, response) {
    response.writeHead(200, { 'content-type': this.streamType ?? 'text/event-stream', ...this.replyHeaders(), ...step.replyHeaders });
    response.flushHeaders();
    if (step.raw !== undefined) {
      await write(response, Buffer.from(step.raw), step.splitBytes);
      return response.end();
    }
    if (step.bom && !this.streamType) response.write('\uFEFF');
    let sent = 0;
    for (const event of this.scripted(record, step)) {
      if (sent === step.cutAfter) {
        await sleep(30);
        return response.destroy();
      }
      if (sent > 0 && step.intervalMs) await sleep(step.intervalMs);
      await write(response, this.frame(event, step), step.splitBytes);
      if (response.destroyed) return;
      sent += 1;
    }
    response.end();
  }

  scripted(record, step) {
    const list = this.events(record, step)
      .filter(({ mark }) => !mark || !step.without?.includes(mark))
      .flatMap((event) => (step.twice?.includes(event.mark) ? [event, event] : [event]));
    if (step.errorAfter === undefined) return list;
    return [...list.slice(0, step.errorAfter), this.errorEvent(step.error ?? {})];
  }

  frame({ event, data }, step) {
    const end = step.crlf ? '\r\n' : '\n';
    const text = step.multiLine && data.startsWith('{') ? JSON.stringify(JSON.parse(data), null, 1) : data;
    const lines = text.split('\n').map((line) => `data:${step.noSpace ? '' : ' '}${line}`);
    if (event) lines.unshift(`event:${step.noSpace ? '' : ' '}${event}`);
    if (step.comments) lines.unshift(': keep-alive', '');
    return Buffer.from(lines.join(end) + end + end);
  }

  sendError(response, { status, headers = {}, message = `scripted ${status}`, ...rest }) {
    sendJson(response, status, this.errorBody(status, message, rest), { ...this.replyHeaders(), ...headers });
  }

  replyHeaders() {
    return { 'x-request-id': 'req_upstream' };
  }
}

/** All text of a step, or of one block. */
export const textOf = (block) => (Array.isArray(block.text) ? block.text.join('') : block.text);
export const piecesOf = (value) => (Array.isArray(value) ? value : [value]);

/** JSON text of a call's arguments in three pieces that end anywhere. */
export const argumentPieces = (args) => inThree(JSON.stringify(args ?? {}));

export function inThree(text) {
  const third = Math.max(1, Math.ceil(text.length / 3));
  return [text.slice(0, third), text.slice(third, 2 * third), text.slice(2 * third)].filter((piece) => piece !== '');
}

function sendJson(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function write(response, bytes, size = bytes.length) {
  for (let at = 0; at < bytes.length; at += size) {
    if (!response.write(bytes.subarray(at, at + size))) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (size < bytes.length) await new Promise(setImmediate);
    if (response.destroyed) return;
  }
}

async function readAll(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
