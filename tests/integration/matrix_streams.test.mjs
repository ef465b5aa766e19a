// Streams as networks and servers really send them, over every pair: however they are spelt the answer is the same, and
// one that does not come to its end is an error in the caller's dialect.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { user } from './support/callers.mjs';
import { kChatDialects, pairs, startMatrix } from './support/matrix.mjs';
import { awsFrame } from './support/upstreams/aws_wire.mjs';

const tools = [{ name: 'look', description: 'Looks', schema: { type: 'object', properties: { at: { type: 'string' } } } }];
const blocks = [
  { text: ['Grüße', ' 北京 ', '🐎🏽'] },
  { call: 'look', id: 'call_1', args: { at: 'ñandú 🌍 "quoted" \\ \n' } },
  { call: 'look', id: 'call_2', args: { at: 'b' } },
];
const own = {
  openai_chat: ['openai', 'compatible', 'azure'], openai_responses: ['openai'], anthropic_messages: ['anthropic'],
};

describe('streams', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    await scene.gateway.patch('/settings', { breaker: { failures: 1000, window_seconds: 1, cooldown_seconds: 1, max_cooldown_seconds: 1, successes: 1 } });
  });
  beforeEach(() => scene.reset());
  after(() => scene?.close());

  const kSpellings = {
    'one byte at a time': { splitBytes: 1 },
    'seven bytes at a time': { splitBytes: 7 },
    'with CRLF': { crlf: true },
    'with CRLF, byte by byte': { crlf: true, splitBytes: 1 },
    'with comments': { comments: true },
    'with a byte order mark': { bom: true },
    'without spaces': { noSpace: true },
    'with data over many lines': { multiLine: true },
    'without its end mark': { without: ['end'] },
    'with its finish told twice': { twice: ['finish'], translated: true },
    'with its usage told twice': { twice: ['usage'], translated: true },
    'with usage nowhere': { without: ['usage'], translated: true },
  };

  for (const { dialect, provider, name } of pairs()) {
    it(`${name}: the same answer, however it is spelt`, async () => {
      for (const [spelling, { translated, ...step }] of Object.entries(kSpellings)) {
        if (translated && own[dialect].includes(provider)) continue; // bytes the caller gets as they are
        scene.fakes[provider].next({ blocks, ...step });
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi')], tools }, { stream: true }).catch((error) => {
          throw new Error(`${spelling}: ${error.message}`, { cause: error });
        });
        assert.equal(answer.text, 'Grüße 北京 🐎🏽', spelling);
        assert.deepEqual(answer.calls.map(({ args }) => args), [blocks[1].args, blocks[2].args], spelling);
        scene.fakes[provider].expectClean();
      }
    });

    it(`${name}: an event of 1 MiB`, async () => {
      const text = 'é'.repeat(512 * 1024);
      scene.fakes[provider].next({ blocks: [{ text: [text, '!'] }] });
      const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi')] }, { stream: true });
      assert.ok(answer.text === `${text}!`, `${answer.text.length} characters came`);
    });

    it(`${name}: what does not come to its end is an error`, async () => {
      const broken = {
        'cut off': { cutAfter: 3 },
        'just over': { without: ['finish', 'usage', 'end'] },
        'an error of the provider': { errorAfter: 3, error: { message: 'Something went wrong upstream.' } },
      };
      for (const [what, step] of Object.entries(broken)) {
        // Thirteen pieces: every format has told some of the text by its third event.
        scene.fakes[provider].next({ blocks: [{ text: [...'Hello, world!'] }], ...step });
        const { text, error, headers } = await failure(scene.callers[dialect], { model: scene.model(provider), turns: [user('Hi')] });
        assert.ok(error, `${what}: a success with "${text}"`);
        assert.ok('Hello, world!'.startsWith(text), `${what}: ${text}`);
        if (what.startsWith('an error')) assert.match(error, /Something went wrong upstream\./, what);
        const [row] = await scene.gateway.rows(1, `trace:${headers.get('x-request-id')}`);
        assert.notEqual(row.outcome, 'ok', what);
        if (text) assert.ok(row.output_tokens > 0, `${what}: what was delivered is not booked`);
      }
    });

    it(`${name}: an error before anything else`, async () => {
      scene.fakes[provider].next({ errorAfter: 0, error: { message: 'Went wrong at once.' } });
      const { text, error } = await failure(scene.callers[dialect], { model: scene.model(provider), turns: [user('Hi')] });
      assert.equal(text, '');
      assert.match(error, /Went wrong at once\./);
    });
  }

  /** Streams to the end that is none: what came, and the words of the error as the dialect's SDK tells it. */
  async function failure(caller, request) {
    let text = '';
    let headers;
    try {
      if (caller.name === 'openai_chat') {
        const { data, response } = await caller.client.chat.completions.create({ ...caller.body(request), stream: true }).withResponse();
        headers = response.headers;
        for await (const chunk of data) text += chunk.choices[0]?.delta?.content ?? '';
      } else if (caller.name === 'openai_responses') {
        const { data, response } = await caller.client.responses.create({ ...caller.body(request), stream: true }).withResponse();
        headers = response.headers;
        let last;
        for await (const event of data) {
          if (event.type === 'response.output_text.delta') text += event.delta;
          last = event;
        }
        if (last?.type === 'response.failed') return { text, headers, error: last.response.error.message };
      } else {
        const { data, response } = await caller.client.messages.create({ ...caller.body(request), stream: true }).withResponse();
        headers = response.headers;
        for await (const event of data) text += event.delta?.text ?? '';
      }
    } catch (error) {
      assert.ok(error instanceof OpenAI.APIError || error instanceof Anthropic.APIError, error.stack);
      return { text, headers: headers ?? error.headers, error: error.message };
    }
    return { text, headers };
  }

  // What servers that claim to be compatible do to tool calls.
  const chunk = (tool_calls, finish_reason = null) => `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { tool_calls }, finish_reason }] })}\n\n`;
  const part = (index, id, name, args) => ({ index, id, type: 'function', function: { name, arguments: args } });
  const end = chunk(undefined, 'tool_calls') + 'data: [DONE]\n\n';
  const kOddCalls = {
    'arguments that interleave':
      chunk([part(0, 'a', 'look', '')]) + chunk([part(1, 'b', 'look', '')]) + chunk([part(0, undefined, undefined, '{"at":')]) +
      chunk([part(1, undefined, undefined, '{"at":"y"}')]) + chunk([part(0, undefined, undefined, '"x"}')]),
    'whole calls in one event': chunk([part(0, 'a', 'look', '{"at":"x"}'), part(1, 'b', 'look', '{"at":"y"}')]),
    'id and name on every piece':
      chunk([part(0, 'a', 'look', '{"at":')]) + chunk([part(0, 'a', 'look', '"x"}')]) + chunk([part(1, 'b', 'look', '{"at":"y"}')]),
    'no indexes': chunk([part(undefined, 'a', 'look', '{"at":"x"}')]) + chunk([part(undefined, 'b', 'look', '{"at":"y"}')]),
    'empty ids on later pieces':
      chunk([part(0, 'a', 'look', '{"at":')]) + chunk([part(0, '', '', '"x"}')]) + chunk([part(1, 'b', 'look', '{"at":"y"}')]),
    'the name only with the second piece':
      chunk([part(0, 'a', undefined, '')]) + chunk([part(0, undefined, 'look', '{"at":"x"}')]) + chunk([part(1, 'b', 'look', '{"at":"y"}')]),
  };
  for (const dialect of ['openai_responses', 'anthropic_messages']) {
    for (const [what, raw] of Object.entries(kOddCalls)) {
      it(`${dialect} → compatible: ${what}`, async () => {
        scene.fakes.compatible.next({ raw: raw + end });
        const answer = await scene.callers[dialect].ask({ model: scene.model('compatible'), turns: [user('Hi')], tools }, { stream: true });
        assert.deepEqual(answer.calls.map(({ args }) => args), [{ at: 'x' }, { at: 'y' }]);
        assert.equal(new Set(answer.calls.map(({ id }) => id)).size, 2);
        assert.equal(answer.finish, { openai_responses: 'completed', anthropic_messages: 'tool_use' }[dialect]);
      });
    }
  }

  for (const dialect of kChatDialects) {
    it(`${dialect} → bedrock: a frame whose checksum is wrong is an error`, async () => {
      const bytes = awsFrame({ ':event-type': 'messageStart', ':content-type': 'application/json', ':message-type': 'event' }, '{"role":"assistant"}');
      bytes[bytes.length - 1] ^= 0xff;
      scene.fakes.bedrock.next({ raw: bytes });
      const { error } = await failure(scene.callers[dialect], { model: scene.model('bedrock'), turns: [user('Hi')] });
      assert.ok(error, 'a success');
    });
  }
});
