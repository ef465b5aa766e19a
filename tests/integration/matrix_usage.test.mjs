// Over every pair: why a model stopped, and what it used, in the words and sums of each dialect and in the ledger.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { user } from './support/callers.mjs';
import { kChatDialects, pairs, startMatrix } from './support/matrix.mjs';

const kDialects = [...kChatDialects, 'openai_completions'];
const usage = { input: 100, cacheRead: 40, cacheWrite: 20, output: 30, reasoning: 12 };

describe('usage and stop reasons', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  /** What of `usage` a provider's API can tell: the rest falls into the plain buckets. */
  function told(provider) {
    const { tells } = scene.fakes[provider];
    return {
      uncached: tells.cacheWrite ? 100 : 120,
      cacheWrite: tells.cacheWrite ? 20 : 0,
      reasoning: tells.reasoning ? 12 : 0,
    };
  }

  async function row(answer) {
    const [only, ...more] = await scene.gateway.rows(1, `trace:${answer.headers.get('x-request-id')}`);
    assert.equal(more.length, 0);
    return only;
  }

  for (const { dialect, provider, name } of pairs(kDialects)) {
    for (const stream of [false, true]) {
      it(`${name}: tokens, ${stream ? 'streamed' : 'whole'}`, async () => {
        scene.fakes[provider].next({ blocks: [{ text: ['Hel', 'lo'] }], usage });
        const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi')] }, { stream });
        const { uncached, cacheWrite, reasoning } = told(provider);
        assert.equal(answer.counts.input, 160);
        assert.equal(answer.counts.cacheRead, 40);
        assert.equal(answer.counts.output, 42);
        if (dialect === 'anthropic_messages') {
          assert.equal(answer.usage.input_tokens, uncached);
          assert.equal(answer.usage.cache_creation_input_tokens ?? 0, cacheWrite);
        } else {
          assert.equal(answer.counts.reasoning, reasoning);
          assert.equal(answer.usage.total_tokens, 202);
        }
        const booked = await row(answer);
        assert.deepEqual(
          [booked.input_tokens, booked.cache_read_tokens, booked.cache_write_tokens, booked.output_tokens, booked.reasoning_tokens, booked.usage_estimated],
          [160, 40, cacheWrite, 42, reasoning, false],
        );
        assert.deepEqual([booked.provider, booked.dialect, booked.status, booked.streaming], [provider, dialect, 200, stream]);
      });
    }

    if (name === 'anthropic_messages → anthropic') continue; // the SDK itself cannot read such a stream
    it(`${name}: tokens nobody told are estimated, and said to be`, async () => {
      scene.fakes[provider].next({ without: ['usage'], blocks: [{ text: ['one two three four five six seven eight'] }] });
      const answer = await scene.callers[dialect].ask({ model: scene.model(provider), turns: [user('Hi there')] }, { stream: true });
      assert.match(answer.text, /eight$/);
      const booked = await row(answer);
      assert.equal(booked.usage_estimated, true, JSON.stringify(booked));
      assert.ok(booked.output_tokens > 0 && booked.input_tokens > 0, JSON.stringify(booked));
    });
  }

  it('what was read is paid for, though nothing was written and nobody told', async () => {
    const model = scene.model('gemini');
    const { response } = await scene.callers.openai_chat.client.embeddings.create({ model, input: 'two hundred letters '.repeat(10) }).withResponse();
    const vectors = await row(response);
    assert.deepEqual([vectors.usage_estimated, vectors.output_tokens], [true, 0]);
    assert.ok(vectors.input_tokens >= 40, JSON.stringify(vectors));
    scene.fakes.openai.next({ without: ['usage'], blocks: [{ text: [''] }] });
    const silent = await row(await scene.callers.openai_chat.ask({ model: scene.model('openai'), turns: [user('Say nothing')] }, {}));
    assert.deepEqual([silent.usage_estimated, silent.output_tokens], [true, 0]);
    assert.ok(silent.input_tokens > 0, JSON.stringify(silent));
  });

  const kStops = {
    openai_chat: { stop: 'stop', length: 'length', filter: 'content_filter', sequence: 'stop' },
    openai_completions: { stop: 'stop', length: 'length', filter: 'content_filter', sequence: 'stop' },
    openai_responses: { stop: 'completed', length: 'incomplete:max_output_tokens', filter: 'incomplete:content_filter', sequence: 'completed' },
    anthropic_messages: { stop: 'end_turn', length: 'max_tokens', filter: 'refusal', sequence: 'end_turn' },
  };

  for (const { dialect, provider, name } of pairs(kDialects)) {
    it(`${name}: why it stopped`, async () => {
      for (const [stop, finish] of Object.entries(kStops[dialect])) {
        for (const stream of [false, true]) {
          scene.fakes[provider].next({ blocks: [{ text: ['Some', ' text'] }], stop, sequence: 'END' });
          const request = { model: scene.model(provider), turns: [user('Hi')], stop: dialect === 'openai_responses' ? undefined : ['END'] };
          const answer = await scene.callers[dialect].ask(request, { stream });
          const named = stop === 'sequence' && dialect === 'anthropic_messages' && /anthropic|bedrock/.test(provider);
          assert.equal(answer.finish, named ? 'stop_sequence' : finish, `${stop}, streamed: ${stream}`);
          if (named) assert.equal(answer.sequence, 'END');
          assert.equal(answer.text, 'Some text');
        }
      }
    });
  }

  for (const dialect of kDialects) {
    it(`${dialect} → gemini: a prompt that was blocked is filtered, not empty`, async () => {
      for (const stream of [false, true]) {
        scene.fakes.gemini.next({ blocked: 'PROHIBITED_CONTENT' });
        const answer = await scene.callers[dialect].ask({ model: scene.model('gemini'), turns: [user('Hi')] }, { stream });
        assert.equal(answer.finish, kStops[dialect].filter);
      }
    });
  }
});
