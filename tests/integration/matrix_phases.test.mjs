// Messages of one turn that say whether they are comments on the way or the answer (OpenAI Responses, `phase`), and what
// becomes of them where a turn is one text.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { user } from './support/callers.mjs';
import { eventually } from './support/gateway.mjs';
import { kProviders, startMatrix } from './support/matrix.mjs';

const message = (phase, text) => ({ type: 'message', role: 'assistant', phase, content: [{ type: 'output_text', text, annotations: [] }] });
const history = [{ role: 'user', content: 'Well?' }, message('commentary', 'Let me look.'), message('final_answer', 'It is four.'), { role: 'user', content: 'Sure?' }];
const blocks = [{ text: ['Let me ', 'look.'], phase: 'commentary' }, { thinking: 'Hm.', signature: 'gAAAAsealed' }, { text: ['It is', ' four.'], phase: 'final_answer' }, { text: ['Really.'], phase: 'final_answer' }];

describe('phases of messages', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  for (const provider of kProviders) {
    it(`a history of them to ${provider}: kept where there is a place for them, and else reported`, async () => {
      const native = /^(openai|responses)$/.test(provider);
      const { headers } = await scene.callers.openai_responses.ask({ model: scene.model(provider), turns: [{ role: 'assistant', turn: history }] });
      const { rawBody, body } = scene.fakes[provider].last;
      if (native) assert.deepEqual(body.input, history);
      else assert.ok(rawBody.includes('Let me look.') && rawBody.includes('It is four.') && !rawBody.includes('commentary'), rawBody);
      assert.equal(/(^|[=,])phase/.test(headers.get('x-tollgate-params') ?? ''), !native);
    });
  }

  for (const stream of [false, true]) {
    it(`translated to Responses they keep their phases both ways${stream ? ', streamed' : ''}`, async () => {
      const { azure } = scene.fakes;
      azure.next({ blocks });
      const tools = [{ name: 'f', description: 'd', schema: { type: 'object', properties: {} } }];
      const { turn, headers } = await scene.callers.openai_responses.ask({ model: 'azure/gpt-6.1-sol', turns: [{ role: 'assistant', turn: history }], tools }, { stream });
      const phases = (items) => items.filter(({ type, role }) => type === 'message' && role === 'assistant').map(({ phase, content }) => [phase, typeof content === 'string' ? content : content[0].text]);
      assert.deepEqual(phases(azure.last.body.input), [['commentary', 'Let me look.'], ['final_answer', 'It is four.']]);
      assert.deepEqual(phases(turn), [['commentary', 'Let me look.'], ['final_answer', 'It is four.'], ['final_answer', 'Really.']]);
      assert.doesNotMatch(headers.get('x-tollgate-params') ?? '', /phase/);
    });

    it(`messages of one turn stay apart for callers of other dialects${stream ? ', streamed' : ''}`, async () => {
      const { responses } = scene.fakes;
      responses.next({ blocks }, { blocks });
      const ask = (dialect) => scene.callers[dialect].ask({ model: scene.model('responses'), turns: [user('Well?')] }, { stream });
      const chat = await ask('openai_chat');
      assert.equal(chat.text, 'Let me look.\n\nIt is four.\n\nReally.');
      const { turn } = await ask('anthropic_messages');
      assert.deepEqual(turn.filter(({ type }) => type === 'text').map(({ text }) => text), ['Let me look.', 'It is four.', 'Really.']);
      await eventually(async () => {
        const [row] = await scene.gateway.rows(1);
        assert.deepEqual([row.dialect, row.streaming], ['anthropic_messages', stream]);
        const { translation } = await scene.gateway.get(`/requests/${row.id}`);
        assert.ok(translation.some(({ action, param }) => action === 'dropped' && param === 'phase'), JSON.stringify(translation));
      });
    });
  }
});
