// What applications really send, over every pair: instructions anywhere, odd names, deep arguments, schemas with
// references, files, broken histories. Whatever comes, nothing goes up that the provider's API refuses.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { results, said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

const translated = (dialect) => pairs([dialect]).filter(({ provider }) => !(dialect === 'anthropic_messages' && provider === 'anthropic') && !(dialect === 'openai_responses' && provider === 'openai') && !(dialect === 'openai_chat' && /openai|compatible|azure/.test(provider)));
const pdf = 'JVBERi0xLjQKJSVFT0YK';

describe('edges', () => {
  let scene;
  let chat;
  let messages;
  let responses;
  before(async () => {
    scene = await startMatrix();
    chat = (body) => scene.callers.openai_chat.client.chat.completions.create(body);
    messages = (body) => scene.callers.anthropic_messages.client.messages.create({ max_tokens: 100, ...body });
    responses = (body) => scene.callers.openai_responses.client.responses.create(body);
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());
  const sent = (provider) => scene.fakes[provider].last.rawBody;
  const call = (id, name, args) => ({ id, type: 'function', function: { name, arguments: args } });

  for (const { provider, name } of translated('openai_chat')) {
    const model = () => scene.model(provider);
    const say = (...list) => chat({ model: model(), messages: list });

    it(`${name}: instructions anywhere, names, empty texts, turns of one side`, async () => {
      await say(
        { role: 'system', content: 'S1' }, { role: 'developer', content: [{ type: 'text', text: 'D1' }] }, { role: 'user', content: 'U1', name: 'zoë' }, { role: 'user', content: '' },
        { role: 'user', content: [{ type: 'text', text: 'U2' }, { type: 'text', text: '' }] }, { role: 'assistant', content: '' }, { role: 'assistant', content: 'A1' },
        { role: 'assistant', content: 'A2  \n' }, { role: 'system', content: 'S2' }, { role: 'user', content: 'U3' },
      );
      for (const part of ['S1', 'D1', 'U1', 'U2', 'A1', 'A2', 'S2', 'U3']) assert.ok(sent(provider).includes(part), `${part}: ${sent(provider)}`);
      await say({ role: 'system', content: 'only this' });
      await say({ role: 'assistant', content: 'I begin.' }, { role: 'user', content: 'Go on.' });
      await say({ role: 'user', content: 'Begin:' }, { role: 'assistant', content: 'Once upon a ' });
      await say({ role: 'user', content: ' ' });
    });

    it(`${name}: arguments that are empty, deep, or not JSON`, async () => {
      const deep = `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`;
      const history = (args) => [
        { role: 'user', content: 'Hi' }, { role: 'assistant', tool_calls: [call('call_1', 'f', args)] }, { role: 'tool', tool_call_id: 'call_1', content: 'done' },
      ];
      await say(...history(''));
      await say(...history(deep));
      const asText = JSON.stringify(deep).slice(1, -1);
      assert.ok(sent(provider).includes(deep) || sent(provider).includes(asText), 'deep arguments were changed');
      await say(...history('{"big":12345678901234567890,"f":1.10,"s":"\\u00e9"}'));
      await assert.rejects(say(...history('{"broken":')), (error) => error instanceof OpenAI.BadRequestError && /arguments/.test(error.message + error.param));
    });

    it(`${name}: histories with calls that were never answered, and answers nobody asked for`, async () => {
      const cases = [
        [{ role: 'user', content: 'a' }, { role: 'assistant', tool_calls: [call('c1', 'f', '{}'), call('c2', 'f', '{}')] }, { role: 'tool', tool_call_id: 'c1', content: 'x' }, { role: 'user', content: 'b' }],
        [{ role: 'user', content: 'a' }, { role: 'tool', tool_call_id: 'never', content: 'x' }, { role: 'user', content: 'b' }],
        [{ role: 'user', content: 'a' }, { role: 'assistant', tool_calls: [call('c1', 'f', '{}')] }, { role: 'user', content: 'b' }],
      ];
      for (const list of cases) {
        // Either made whole and said so, or refused with the caller's 400: never the provider's.
        await say(...list).catch((error) => {
          assert.ok(error instanceof OpenAI.BadRequestError, error.stack);
          assert.equal(error.code, 'invalid_request', error.message);
        });
        assert.deepEqual(scene.fakes[provider].violations, []);
      }
    });

    it(`${name}: names and ids that the provider does not take come back as they were`, async () => {
      const long = `mcp__server.with-dots/and:more__${'x'.repeat(60)}`;
      const tools = ['my.tool', long, '1st'].map((each) => ({ type: 'function', function: { name: each, description: 'd', parameters: { type: 'object', properties: {} } } }));
      const names = ({ body }) => [...JSON.stringify(body).matchAll(/"name":"([^"]+)","description":"d"/g)].map(([, found]) => found);
      scene.fakes[provider].next((record) => ({ blocks: names(record).map((each, index) => ({ call: each, id: `call_${index}`, args: {} })) }));
      const first = await chat({ model: model(), messages: [{ role: 'user', content: 'Hi' }], tools });
      const { message } = first.choices[0];
      assert.deepEqual(message.tool_calls.map((each) => each.function.name), ['my.tool', long, '1st']);
      const odd = message.tool_calls.map((each, index) => ({ ...each, id: `call:${index}|odd id/${'y'.repeat(70)}` }));
      const answers = odd.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: 'done' }));
      await chat({ model: model(), messages: [{ role: 'user', content: 'Hi' }, { ...message, tool_calls: odd }, ...answers], tools });
    });

    it(`${name}: schemas as people write them`, async () => {
      const odd = [
        undefined, {}, { type: 'object' }, { properties: { a: {} } }, { type: ['object', 'null'], properties: {} },
        { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', $defs: { p: { type: 'object', properties: { q: { $ref: '#/$defs/p' } } } }, properties: { p: { $ref: '#/$defs/p' } }, additionalProperties: false },
        { type: 'object', properties: { a: { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] }, b: { const: 5 }, c: { type: 'string', enum: ['x', ''] }, d: { allOf: [{ type: 'number' }, { minimum: 3 }] } }, required: ['a', 'zzz'] },
        { type: 'object', properties: { a: { type: 'array' }, b: { type: 'integer', exclusiveMinimum: 0 }, c: { type: 'string', pattern: '^x', default: 'x', examples: ['x'] }, d: { not: { type: 'string' } } }, patternProperties: { '^y': {} } },
      ];
      for (const [index, parameters] of odd.entries()) {
        const tools = [{ type: 'function', function: { name: `t${index}`, parameters } }];
        await chat({ model: model(), messages: [{ role: 'user', content: 'Hi' }], tools });
        assert.deepEqual(scene.fakes[provider].violations, [], JSON.stringify(parameters));
      }
    });

    it(`${name}: a PDF, a picture by address, a sound`, async () => {
      const ask = (...content) => chat({ model: model(), messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, ...content] }] });
      await ask({ type: 'file', file: { filename: 'my file (1).v2.pdf', file_data: `data:application/pdf;base64,${pdf}` } });
      assert.ok(sent(provider).includes(pdf));
      for (const part of [
        { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
        { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
        { type: 'file', file: { file_id: 'file-abc' } },
        { type: 'image_url', image_url: { url: 'data:image/tiff;base64,AAAA' } },
      ]) {
        await ask(part).catch((error) => {
          assert.ok(error instanceof OpenAI.BadRequestError, error.stack);
          assert.equal(error.code, 'invalid_request', `${JSON.stringify(part)}: ${error.message}`);
        });
        assert.deepEqual(scene.fakes[provider].violations, [], JSON.stringify(part));
      }
    });
  }

  for (const { provider, name } of translated('anthropic_messages')) {
    const ask = (body) => messages({ model: scene.model(provider), ...body });

    it(`${name}: what Claude Code sends`, async () => {
      const cache_control = { type: 'ephemeral' };
      const tool = (each, input_schema = { type: 'object', properties: {} }) => ({ name: each, description: 'd', input_schema });
      await ask({
        system: [{ type: 'text', text: 'You are Claude Code.', cache_control }, { type: 'text', text: 'Rules.' , cache_control: { type: 'ephemeral', ttl: '1h' } }],
        tools: [tool('Read'), tool('mcp__server__do_it', { type: 'object', properties: { a: { type: 'string' } }, $schema: 'x', additionalProperties: false }), { ...tool('Edit'), cache_control }],
        metadata: { user_id: 'user_abc_account__session_1' },
        messages: [
          { role: 'user', content: [{ type: 'text', text: '<system-reminder>x</system-reminder>' }, { type: 'text', text: 'Do it.', cache_control }] },
          { role: 'assistant', content: [{ type: 'text', text: 'Yes.' }, { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { a: [1, { b: null }] } }, { type: 'tool_use', id: 'toolu_2', name: 'Edit', input: {} }] },
          { role: 'user', content: [
            { type: 'text', text: 'before' },
            { type: 'tool_result', tool_use_id: 'toolu_2', content: [{ type: 'text', text: 'two' }], is_error: true },
            { type: 'tool_result', tool_use_id: 'toolu_1', content: 'one', cache_control },
            { type: 'text', text: 'after' }] },
        ],
      });
      for (const part of ['You are Claude Code.', 'Rules.', 'Do it.', 'one', 'two', 'before', 'after', 'mcp__server__do_it']) assert.ok(sent(provider).includes(part), part);
    });

    it(`${name}: results without content, documents, prefills`, async () => {
      const tools = [{ name: 'f', input_schema: { type: 'object', properties: {} } }];
      const use = { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {} }] };
      for (const content of [undefined, '', [], [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: pdf } }]]) {
        await ask({ tools, messages: [{ role: 'user', content: 'a' }, use, { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', ...(content === undefined ? {} : { content }) }] }] }).catch((error) => {
          assert.ok(error instanceof Anthropic.BadRequestError, error.stack);
          assert.ok(Array.isArray(content) && content.length === 1, `refused: ${JSON.stringify(content)}: ${error.message}`);
        });
        assert.deepEqual(scene.fakes[provider].violations, [], JSON.stringify(content));
      }
      const documents = [
        { type: 'document', title: 'T', source: { type: 'text', media_type: 'text/plain', data: 'plain words' } },
        { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: pdf }, citations: { enabled: true } },
      ];
      await ask({ messages: [{ role: 'user', content: [...documents, { type: 'text', text: 'Sum up.' }] }] });
      assert.ok(sent(provider).includes(pdf));
      await ask({ messages: [{ role: 'user', content: 'a' }, { role: 'assistant', content: 'The answer is (' }] });
    });

    it(`${name}: tools that only Anthropic runs are dropped and said to be`, async () => {
      const { response } = await scene.callers.anthropic_messages.client.messages.create({
        model: scene.model(provider), max_tokens: 100, messages: [{ role: 'user', content: 'a' }],
        tools: [{ type: 'web_search_20250305', name: 'web_search' }, { name: 'f', input_schema: { type: 'object', properties: {} } }],
      }).withResponse();
      assert.match(response.headers.get('x-tollgate-params') ?? '', /tools\[0\]/);
    });
  }

  for (const { provider, name } of translated('openai_responses')) {
    it(`${name}: every kind of item`, async () => {
      await responses({
        model: scene.model(provider), instructions: 'I1',
        input: [
          { type: 'message', role: 'developer', content: [{ type: 'input_text', text: 'D1' }] }, { role: 'user', content: 'U1' },
          { type: 'message', role: 'assistant', id: 'msg_1', status: 'completed', content: [{ type: 'output_text', text: 'A1', annotations: [] }] },
          { type: 'function_call', call_id: 'c1', name: 'f', arguments: '{"a":1}' }, { type: 'function_call', call_id: 'c2', name: 'f', arguments: '' },
          { type: 'function_call_output', call_id: 'c2', output: 'two' }, { type: 'function_call_output', call_id: 'c1', output: [{ type: 'input_text', text: 'one' }] },
          { type: 'custom_tool_call', call_id: 'c3', name: 'apply_patch', input: '*** Begin' }, { type: 'custom_tool_call_output', call_id: 'c3', output: 'patched' },
          { role: 'user', content: [{ type: 'input_text', text: 'U2' }, { type: 'input_file', filename: 'a.pdf', file_data: `data:application/pdf;base64,${pdf}` }] },
        ],
        tools: [{ type: 'function', name: 'f', parameters: { type: 'object', properties: { a: { type: 'number' } } }, strict: null }, { type: 'custom', name: 'apply_patch', description: 'Patches' }],
      });
      for (const part of ['I1', 'D1', 'U1', 'A1', 'one', 'two', '*** Begin', 'patched', 'U2', pdf]) assert.ok(sent(provider).includes(part), `${part}: ${sent(provider)}`);
    });

    it(`${name}: a tool of free text is called with free text`, async () => {
      for (const stream of [false, true]) {
        scene.fakes[provider].next({ blocks: [{ call: 'apply_patch', id: 'call_1', args: { input: '*** "Begin"\n+é🐎' } }] });
        const answer = await scene.callers.openai_responses.ask({ model: scene.model(provider), turns: [user('Patch.')], more: { tools: [{ type: 'custom', name: 'apply_patch', description: 'Patches' }] } }, { stream });
        const [item] = answer.turn.filter(({ type }) => type === 'custom_tool_call');
        assert.equal(item?.input, '*** "Begin"\n+é🐎', JSON.stringify(answer.turn));
      }
    });
  }

  for (const { dialect, provider, name } of pairs()) {
    it(`${name}: many turns of tools in a row`, async () => {
      const tools = [{ name: 'f', description: 'd', schema: { type: 'object', properties: { n: { type: 'integer' } } } }];
      const turns = [user('Count.')];
      for (let n = 0; n < 6; n += 1) {
        scene.fakes[provider].next({ blocks: n % 2 ? [{ call: 'f', id: `call_${n}`, args: { n } }] : [{ text: [`Step ${n}.`] }, { call: 'f', id: `call_${n}`, args: { n } }, { call: 'f', id: `call_${n}b`, args: { n } }] });
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns, tools }, { stream: n % 3 === 0 });
        turns.push(said(answer), results(answer.calls.map(({ id }) => ({ id, text: String(n) }))));
      }
      const last = await scene.callers[dialect].ask({ model: scene.model(provider), turns, tools });
      assert.equal(last.text, 'Hello from upstream.');
    });
  }
});
