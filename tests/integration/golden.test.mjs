// What goes up, byte for byte: one rich conversation of every dialect to every provider against golden/*.json, so that
// a change of any translation shows in a review. UPDATE_GOLDEN=1 writes the files anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { results, said, user } from './support/callers.mjs';
import { pairs, startMatrix } from './support/matrix.mjs';

const folder = new URL('./golden/', import.meta.url);
const update = process.env.UPDATE_GOLDEN === '1';

const image = { type: 'image/png', data: 'iVBORw0KGgo=' };
const place = { type: 'object', properties: { city: { type: 'string', description: 'Its name' }, days: { type: 'integer', minimum: 1 } }, required: ['city'] };
const answer = { type: 'object', properties: { warm: { type: 'boolean' }, why: { type: ['string', 'null'] } }, required: ['warm', 'why'], additionalProperties: false };
const tools = [
  { name: 'get_weather', description: 'The weather of a city', schema: place },
  { name: 'get_time', description: 'The time of a "city"', schema: place },
];
const calls = [
  { call: 'get_weather', id: 'call_A1', args: { city: 'Zürich 🐎', days: 3 } },
  { call: 'get_time', id: 'call_B2', args: { city: 'Łódź "x"\n' } },
];
const signature = 'EqQBCkYIBRgCKkD/+signed/by+upstream0123456789abcdefghijklmnopqrstuvwxyz==';

const fileOf = (dialect, provider, topic) => `${dialect}-${provider}-${topic}.json`;

// The fake numbers its answers; which number a test gets hangs on the tests before it.
const fixed = (turn) => JSON.parse(JSON.stringify(turn).replace(/resp_up\d+/g, 'resp_up1'));

/** What no provider takes together is asked for in two conversations. */
const kConversations = {
  tools: { blocks: [{ text: ['Let me', ' look.'] }, ...calls], asks: { tools, choice: 'auto', stop: ['END', '☀ STOP'], more: { temperature: 0.25 } } },
  reasoning: { blocks: [{ thinking: 'Where? 🐎', signature }, ...calls], asks: { tools, effort: 'low', format: { name: 'answer', schema: answer } } },
};

describe('golden bodies', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    if (update) mkdirSync(folder, { recursive: true });
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const { dialect, provider, name } of pairs()) {
    for (const [topic, { blocks, asks }] of Object.entries(kConversations)) {
      it(`${name}: ${topic}`, async () => {
        const { stop, ...others } = asks;
        const wish = dialect === 'openai_responses' ? { ...others } : { ...asks }; // has no word for where to stop
        if (provider === 'responses' && dialect === 'openai_responses') delete wish.more; // its own words, and a model without a temperature
        const ask = (turns) => scene.callers[dialect].ask({ model: scene.model(provider), system: 'Be brief.\nUse tools.', turns, max: 4000, ...wish });
        scene.fakes[provider].next({ blocks });
        const turns = [user('Grüße an 北京. What is it like here?', { image })];
        const first = await ask(turns);
        turns.push(said({ turn: fixed(first.turn) }), results(first.calls.map(({ id }, index) => ({ id, text: `result ${index} ☀ "\\"` }))), user('Be quick.'));
        await ask(turns);
        compare(fileOf(dialect, provider, topic), scene.fakes[provider].last.rawBody);
      });
    }
  }

  it('anthropic_messages → bedrock: betas', async () => {
    const betas = ['claude-code-20250219', 'interleaved-thinking-2025-05-14', 'context-management-2025-06-27'];
    const asked = { model: scene.model('bedrock'), max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }], context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } };
    await scene.callers.anthropic_messages.client.beta.messages.create({ ...asked, betas });
    compare(fileOf('anthropic_messages', 'bedrock', 'betas'), scene.fakes.bedrock.last.rawBody);
  });

  const free = { name: 'apply_patch', description: 'Patches' };
  const grammar = { syntax: 'lark', definition: 'start: "a"+' };
  const kFree = {
    openai_chat: { tools: [{ type: 'custom', custom: { ...free, format: { type: 'grammar', grammar } } }], tool_choice: { type: 'custom', custom: { name: free.name } } },
    openai_responses: { tools: [{ type: 'custom', ...free, format: { type: 'grammar', ...grammar } }], tool_choice: { type: 'custom', name: free.name } },
  };
  const freePairs = pairs(Object.keys(kFree), ['anthropic', 'gemini', 'bedrock']);
  for (const { dialect, provider, name } of freePairs) {
    it(`${name}: tools of free text`, async () => {
      const ask = (turns, more) => scene.callers[dialect].ask({ model: scene.model(provider), turns, max: 400, more });
      scene.fakes[provider].next({ blocks: [{ call: free.name, id: 'call_1', args: { input: 'a "ż"\na' } }] });
      const first = await ask([user('Patch.')], kFree[dialect]);
      const [{ id }] = first.free;
      const given = dialect === 'openai_chat' ? results([{ id, text: 'done' }]) : { role: 'assistant', turn: [{ type: 'custom_tool_call_output', call_id: id, output: 'done' }] };
      await ask([user('Patch.'), said({ turn: fixed(first.turn) }), given], kFree[dialect]);
      compare(fileOf(dialect, provider, 'custom'), scene.fakes[provider].last.rawBody);
    });
  }

  it('keeps no file that nothing is compared with', () => {
    const wanted = pairs().flatMap(({ dialect, provider }) => Object.keys(kConversations).map((topic) => fileOf(dialect, provider, topic)));
    wanted.push(fileOf('anthropic_messages', 'bedrock', 'betas'), ...freePairs.map(({ dialect, provider }) => fileOf(dialect, provider, 'custom')));
    assert.deepEqual(readdirSync(folder).sort(), wanted.sort());
  });
});

function compare(file, body) {
  const url = new URL(file, folder);
  const text = spread(body);
  assert.equal(packed(text), body, 'white space outside of strings cannot be kept');
  if (update) writeFileSync(url, text);
  assert.ok(existsSync(url), `${file} is missing: run with UPDATE_GOLDEN=1, and read what it writes`);
  assert.equal(text, readFileSync(url, 'utf8'));
}

const kTokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs;

/** JSON over several lines, every string and number spelled as it was. */
function spread(json) {
  let depth = 0;
  let last = '';
  let text = '';
  for (const [token] of json.matchAll(kTokens)) {
    const closes = /^[}\]]$/.test(token);
    const opened = /^[{[]$/.test(last);
    if (closes) depth -= 1;
    if (last === ',' || opened !== closes) text += `\n${'  '.repeat(depth)}`;
    text += token === ':' ? ': ' : token;
    if (/^[{[]$/.test(token)) depth += 1;
    last = token;
  }
  return `${text}\n`;
}

const packed = (text) => [...text.matchAll(kTokens)].map(([token]) => token).join('');
