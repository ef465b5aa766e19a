// What coding agents send and expect back, in bodies cut down to what is peculiar to them: Claude Code (2.1.197) and
// Codex CLI (0.169.0) behind aliases, and the tool runner of Anthropic's SDK, which leaves conversations upstream.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { user } from './support/callers.mjs';
import { startMatrix } from './support/matrix.mjs';
import { dataLines } from './support/sse.mjs';

const device = 'cc373c3160ff4525d54dc05df5853d92d98972055c87b23acb6d63004a7092d0';
const bash = { name: 'Bash', description: 'Runs it', input_schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { command: { type: 'string' } }, required: ['command'], additionalProperties: false } };
const signature = 'EqQBCkYIBRgCKkD/+signed/by+upstream0123456789==';

describe('coding agents', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    for (const provider of ['openai', 'anthropic', 'gemini', 'compatible']) await scene.alias(`code-${provider}`, provider);
    await scene.alias('code-gemini-3', 'gemini', {}, 'gemini-3-pro-preview');
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const header = (session) => `x-anthropic-billing-header: cc_version=2.1.197.${session}; cc_entrypoint=cli;`;
  const claudeBody = (model, turns, more = {}) => ({
    model,
    messages: [
      { role: 'user', content: [{ type: 'text', text: '<system-reminder>\nIt is Sunday.\n</system-reminder>' }, { type: 'text', text: 'Run it.', cache_control: { type: 'ephemeral' } }] },
      { role: 'system', content: 'Agents you may call: none.' },
      ...turns,
    ],
    system: [{ type: 'text', text: header('b60') }, { type: 'text', text: 'You are a coding agent.', cache_control: { type: 'ephemeral' } }],
    tools: [bash],
    metadata: { user_id: JSON.stringify({ device_id: device, account_uuid: '', session_id: `a5ca18a1-${turns.length}` }) },
    max_tokens: 32000,
    thinking: { type: 'adaptive' },
    context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
    output_config: { effort: 'high' },
    stream: true,
    ...more,
  });
  const claudeHeaders = { 'user-agent': 'claude-cli/2.1.197 (external, cli)', 'x-app': 'cli', 'anthropic-version': '2023-06-01', 'anthropic-beta': 'claude-code-20250219,mid-conversation-system-2026-04-07' };

  /** One turn as Claude Code takes it: it forgets the thoughts of a reply whose model is not called what it asked for. */
  async function claudeTurn(model, turns = [], more = {}) {
    const body = claudeBody(model, turns, more);
    const response = await scene.gateway.post('/v1/messages?beta=true', scene.secret, body, claudeHeaders);
    assert.equal(response.status, 200, response.ok ? '' : await response.text());
    const message = body.stream ? readMessage(await response.text()) : await response.json();
    assert.equal(message.model, model);
    return { message, headers: response.headers };
  }

  function readMessage(text) {
    let message;
    for (const data of dataLines(text)) {
      const event = JSON.parse(data);
      if (event.type === 'message_start') message = event.message;
      else if (event.type === 'content_block_start') message.content.push({ ...event.content_block, json: '' });
      else if (event.type === 'content_block_delta') {
        const block = message.content[event.index];
        const { text: more, thinking, signature: proof, partial_json } = event.delta;
        if (more) block.text += more;
        if (thinking) block.thinking += thinking;
        if (proof) block.signature = proof;
        if (partial_json) block.json += partial_json;
      }
    }
    for (const block of message.content) {
      if (block.type === 'tool_use' && block.json) block.input = JSON.parse(block.json);
      delete block.json;
    }
    return message;
  }

  const twoCalls = [{ call: 'Bash', id: 'toolu_1', args: { command: 'echo 1' } }, { call: 'Bash', id: 'toolu_2', args: { command: 'echo 2' } }];
  /** Claude Code gives results as they come in. */
  const answers = (message) => {
    const results = message.content.filter(({ type }) => type === 'tool_use').map(({ id, input }) => ({ tool_use_id: id, type: 'tool_result', content: `said ${input.command}`, is_error: false }));
    return [{ role: 'assistant', content: message.content }, { role: 'user', content: results.reverse() }];
  };

  for (const stream of [true, false]) {
    it(`Claude Code keeps its thoughts behind an alias to Anthropic, ${stream ? 'streamed' : 'whole'}`, async () => {
      const { anthropic } = scene.fakes;
      const limit = stream ? {} : { stream: false, max_tokens: 1000 };
      anthropic.next({ lenient: true, blocks: [{ thinking: 'Hm.', signature }, ...twoCalls] }, { lenient: true });
      const { message } = await claudeTurn('code-anthropic', [], limit);
      assert.deepEqual(message.content[0], { type: 'thinking', thinking: 'Hm.', signature });
      await claudeTurn('code-anthropic', answers(message), limit);
      assert.deepEqual(anthropic.last.body, { ...claudeBody('claude-sonnet-4-5', answers(message), limit) });
      assert.equal(anthropic.last.headers['anthropic-beta'], claudeHeaders['anthropic-beta']);
    });
  }

  it('other callers of Anthropic hear the model that answered', async () => {
    const { raw } = await scene.callers.anthropic_messages.ask({ model: 'code-anthropic', turns: [user('Hi')] });
    assert.equal(raw.model, 'claude-sonnet-4-5');
  });

  it('Claude Code works with Gemini: signed calls come back signed, results in the order of their calls', async () => {
    const { gemini } = scene.fakes;
    gemini.next({ blocks: [{ ...twoCalls[0], signature: 'R0VNU0lH' }, twoCalls[1]] }, {});
    const first = await claudeTurn('code-gemini-3');
    const second = await claudeTurn('code-gemini-3', answers(first.message));
    const { body, rawBody } = gemini.last;
    assert.ok(!rawBody.includes('x-anthropic-billing-header'), 'it spoils the cache');
    assert.match(JSON.stringify(body.systemInstruction), /You are a coding agent.*Agents you may call: none/);
    const [, model, results] = body.contents;
    assert.equal(model.parts[0].thoughtSignature, 'R0VNU0lH');
    assert.deepEqual(results.parts.map(({ functionResponse }) => functionResponse.response), [{ output: 'said echo 1' }, { output: 'said echo 2' }]);
    assert.match(second.headers.get('x-tollgate-params'), /dropped=.*context_management/);
  });

  it('Claude Code works with OpenAI and its kin, and is one user in all its sessions', async () => {
    for (const provider of ['openai', 'compatible']) {
      const fake = scene.fakes[provider];
      fake.next({ blocks: twoCalls }, {});
      const { message } = await claudeTurn(`code-${provider}`);
      const { headers } = await claudeTurn(`code-${provider}`, answers(message));
      assert.ok(!fake.last.rawBody.includes('x-anthropic-billing-header'));
      assert.deepEqual(fake.last.body.messages.map(({ role }) => role), ['system', 'user', 'system', 'assistant', 'tool', 'tool']);
      assert.match(headers.get('x-tollgate-params'), /dropped=.*context_management/);
      const rows = await scene.gateway.rows(2, `alias:code-${provider}`);
      assert.deepEqual([...new Set(rows.map(({ user }) => user))], [device]);
    }
  });

  // --- Codex CLI ----------------------------------------------------------------------------------------------------
  const codexTools = { type: 'namespace', name: 'functions', description: '', tools: [{ type: 'custom', name: 'exec', description: 'Runs JavaScript', format: { type: 'grammar', syntax: 'lark', definition: 'start: /.+/' } }] };
  const codexBody = (model, items = []) => ({
    model,
    stream: true,
    input: [
      { type: 'additional_tools', id: 'at_1', role: 'developer', tools: [codexTools] },
      { type: 'message', id: 'msg_1', role: 'developer', content: [{ type: 'input_text', text: 'You are Codex.' }] },
      { type: 'message', id: 'msg_2', role: 'user', content: [{ type: 'input_text', text: 'Run it.' }] },
      ...items,
    ],
    tool_choice: 'auto',
    parallel_tool_calls: false,
    reasoning: { effort: 'high', context: 'all_turns' },
    store: false,
    include: ['reasoning.encrypted_content'],
    prompt_cache_key: '01a20260',
    text: { verbosity: 'low' },
    client_metadata: { session_id: '01a20260' },
  });
  const codexHeaders = { originator: 'codex_exec', 'session-id': '01a20260', 'x-openai-internal-codex-responses-lite': 'true' };

  async function codexTurn(model, items) {
    const response = await scene.gateway.post('/v1/responses', scene.secret, codexBody(model, items), codexHeaders);
    assert.equal(response.status, 200, response.ok ? '' : await response.text());
    const events = dataLines(await response.text()).map((data) => JSON.parse(data));
    assert.equal(events.at(-1).type, 'response.completed');
    return { output: events.at(-1).response.output, headers: response.headers };
  }

  it("Codex's own bytes and its mark of them reach OpenAI", async () => {
    scene.fakes.openai.next({ lenient: true });
    await codexTurn('code-openai');
    const { last } = scene.fakes.openai;
    assert.equal(last.rawBody, JSON.stringify(codexBody('gpt-5.1')));
    assert.equal(last.headers['x-openai-internal-codex-responses-lite'], 'true');
    assert.equal(last.headers['session-id'], undefined);
  });

  const source = 'text(await tools.exec_command({cmd: "echo \\"hi\\""}));\n';
  for (const [provider, made, proof, written] of [
    ['anthropic', { thinking: 'Hm.', signature }, (body) => body.messages.at(-2).content[0].signature, (body) => body.messages.at(-2).content[1].input.input === source],
    ['gemini', null, null, (body) => body.contents.at(-2).parts[0].functionCall.args.input === source],
    ['compatible', null, null, (body) => JSON.parse(body.messages.at(-2).tool_calls[0].function.arguments).input === source],
  ]) {
    it(`Codex works with ${provider}: free-text tools among the input, thoughts there and back`, async () => {
      const fake = scene.fakes[provider];
      fake.next({ blocks: [...(made ? [made] : []), { call: 'functions__exec', id: 'toolu_7', args: { input: source } }] }, {});
      const { output, headers } = await codexTurn(`code-${provider}`);
      assert.match(headers.get('x-tollgate-params'), /dropped=.*client_metadata/);
      const call = output.find(({ type }) => type === 'custom_tool_call');
      assert.deepEqual([call.name, call.namespace, call.input], ['exec', 'functions', source]);
      await codexTurn(`code-${provider}`, [...output, { type: 'custom_tool_call_output', call_id: call.call_id, output: 'hi' }]);
      if (proof) assert.equal(proof(fake.last.body), signature);
      assert.ok(written(fake.last.body), `the source came back in ${fake.last.rawBody}`);
    });
  }

  it('a WebSocket is refused at once, so that Codex goes on without one', async () => {
    const { hostname, port } = new URL(scene.gateway.url);
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', authorization: `Bearer ${scene.secret}` };
    const status = await new Promise((resolve, reject) => {
      http.get({ hostname, port, path: '/v1/responses', headers: upgrade }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    assert.equal(status, 405);
  });

  // --- message threads ------------------------------------------------------------------------------------------------
  const runner = (model, ran) =>
    new Anthropic({ apiKey: scene.secret, baseURL: scene.gateway.url, maxRetries: 0 }).beta.messages.toolRunner({
      model,
      max_tokens: 1000,
      messages: [{ role: 'user', content: 'Run it.' }],
      tools: [{ name: 'Bash', description: 'Runs it', input_schema: { type: 'object', properties: { command: { type: 'string' } } }, run: async ({ command }) => (ran.push(command), 'done') }],
    });

  for (const provider of ['openai', 'compatible', 'gemini']) {
    it(`a runner of tools gets all of its conversation to ${provider}, which holds no threads`, async () => {
      const fake = scene.fakes[provider];
      fake.next({ blocks: [twoCalls[0]] }, { blocks: [{ call: 'Bash', id: 'toolu_3', args: { command: 'echo 3' } }] }, { blocks: [{ text: 'All done.' }] });
      const ran = [];
      const message = await runner(`code-${provider}`, ran).runUntilDone();
      assert.equal(message.content.at(-1).text, 'All done.');
      assert.deepEqual(ran, ['echo 1', 'echo 3']);
      assert.ok(['Run it.', 'echo 1', 'echo 3'].every((said) => fake.last.rawBody.includes(said)), fake.last.rawBody);
    });
  }

  it('a thread goes on at Anthropic, and one that was lost there is told anew', async () => {
    const { anthropic } = scene.fakes;
    const lost = { lenient: true, status: 404, details: { error_code: 'thread_not_found' } };
    anthropic.next({ lenient: true, blocks: [twoCalls[0]] }, { lenient: true, blocks: [twoCalls[1]] }, lost, { lenient: true, blocks: [{ text: 'All done.' }] });
    const ran = [];
    const message = await runner('code-anthropic', ran).runUntilDone();
    assert.equal(message.content.at(-1).text, 'All done.');
    assert.deepEqual(ran, ['echo 1', 'echo 2']);
    const [created, continued, refused, again] = anthropic.requests.map(({ body }) => body);
    assert.deepEqual([created, continued, refused, again].map(({ thread }) => thread.type), ['create', 'continue', 'continue', 'create']);
    assert.deepEqual([created, continued, again].map(({ messages }) => messages.length), [1, 1, 5]);
  });
});
