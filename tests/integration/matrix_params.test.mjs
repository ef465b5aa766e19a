// What a provider has no word for: dropped and said so, refused, or passed on as it is, as the alias wants it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { user } from './support/callers.mjs';
import { startMatrix } from './support/matrix.mjs';

/** dialect, provider, the parameter in the caller's words, its value, and where `pass` puts it. */
const kUnsupported = [
  ['openai_chat', 'anthropic', 'seed', 5],
  ['openai_chat', 'anthropic', 'n', 2],
  ['openai_chat', 'anthropic', 'logprobs', true],
  ['openai_chat', 'anthropic', 'logit_bias', { 50256: -100 }],
  ['openai_chat', 'anthropic', 'presence_penalty', 0.5],
  ['openai_chat', 'anthropic', 'frequency_penalty', -0.5],
  ['openai_chat', 'anthropic', 'future_field', { a: [1] }],
  ['openai_chat', 'bedrock', 'seed', 5],
  ['openai_chat', 'bedrock', 'n', 2],
  ['openai_chat', 'bedrock', 'logprobs', true],
  ['openai_chat', 'bedrock', 'frequency_penalty', 0.5],
  ['openai_chat', 'gemini', 'logit_bias', { 50256: -100 }],
  ['openai_chat', 'gemini', 'presence_penalty', 0.5],
  ['openai_chat', 'gemini', 'future_field', 'x'],
  ['openai_responses', 'anthropic', 'future_field', 'x'],
  ['openai_responses', 'gemini', 'future_field', 'x'],
  ['openai_responses', 'azure', 'future_field', 'x'],
  ['openai_completions', 'anthropic', 'seed', 5],
  ['openai_completions', 'gemini', 'logit_bias', { 50256: -100 }],
  ['anthropic_messages', 'openai', 'top_k', 40],
  ['anthropic_messages', 'azure', 'top_k', 40],
  ['anthropic_messages', 'gemini', 'future_field', 'x'],
  ['anthropic_messages', 'bedrock', 'inference_geo', 'eu'],
];

describe('parameters', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
    for (const provider of Object.keys(scene.fakes)) {
      for (const policy of ['drop', 'reject', 'pass']) await scene.alias(`${provider}-${policy}`, provider, { unsupported_params: policy });
    }
  });
  beforeEach(() => scene.reset());
  after(() => scene?.close());

  const receipt = async (answer) => (await scene.gateway.rows(1, `trace:${answer.headers.get('x-request-id')}`)) &&
    (await scene.gateway.get(`/requests/${answer.headers.get('x-request-id')}`)).translation;

  for (const [dialect, provider, param, value] of kUnsupported) {
    const ask = (policy) => scene.callers[dialect].ask({ model: `${provider}-${policy}`, turns: [user('Hi')], max: 500, more: { [param]: value } });

    it(`${dialect} → ${provider}: ${param} is dropped, and said to be`, async () => {
      const answer = await ask('drop');
      assert.match(answer.headers.get('x-tollgate-params') ?? '', new RegExp(`dropped=[^;]*\\b${param}\\b`));
      const note = (await receipt(answer)).find((each) => each.param === param);
      assert.equal(note?.action, 'dropped');
      assert.ok(note.reason.length > 5);
      scene.fakes[provider].expectClean();
      assert.ok(!scene.fakes[provider].last.rawBody.includes(`"${param}"`));
    });

    it(`${dialect} → ${provider}: ${param} is refused where the alias says so`, async () => {
      await assert.rejects(ask('reject'), (error) => {
        assert.ok(error instanceof OpenAI.BadRequestError || error instanceof Anthropic.BadRequestError, error.stack);
        assert.ok(error.message.includes(param), error.message);
        if (dialect !== 'anthropic_messages') assert.equal(error.param, param);
        return true;
      });
      assert.equal(scene.fakes[provider].requests.length, 0, 'it went up all the same');
    });

    it(`${dialect} → ${provider}: ${param} is passed on where the alias says so`, async () => {
      scene.fakes[provider].next({ lenient: true });
      const answer = await ask('pass');
      const { body } = scene.fakes[provider].last;
      const { [param]: sent } = { ...body.additionalModelRequestFields, ...body.generationConfig, ...body };
      assert.deepEqual(sent, value, scene.fakes[provider].last.rawBody);
      assert.equal((await receipt(answer)).find((each) => each.param === param)?.action, 'passed');
    });
  }

  it('says nothing where nothing was lost', async () => {
    for (const provider of ['openai', 'compatible', 'azure']) {
      const answer = await scene.callers.openai_chat.ask({ model: `${provider}-drop`, turns: [user('Hi')], max: 500, more: { seed: 5, n: 1, temperature: 1.5 } });
      assert.equal(answer.headers.get('x-tollgate-params'), null);
      assert.deepEqual(await receipt(answer), []);
    }
    for (const dialect of ['openai_chat', 'openai_responses', 'anthropic_messages']) {
      for (const provider of ['anthropic', 'gemini', 'bedrock']) {
        const answer = await scene.callers[dialect].ask({ model: `${provider}-reject`, system: 'Be brief.', turns: [user('Hi')], max: 500, more: { temperature: 0.5 } });
        assert.equal(answer.headers.get('x-tollgate-params'), null, `${dialect} → ${provider}`);
      }
    }
  });

  it('clamps what goes too far, and says so', async () => {
    for (const provider of ['anthropic', 'bedrock']) {
      const answer = await scene.callers.openai_chat.ask({ model: `${provider}-reject`, turns: [user('Hi')], max: 500, more: { temperature: 1.7 } });
      const { body } = scene.fakes[provider].last;
      assert.equal(body.temperature ?? body.inferenceConfig.temperature, 1);
      assert.equal(answer.headers.get('x-tollgate-params'), 'clamped=temperature');
      assert.deepEqual((await receipt(answer)).map(({ action, param }) => [action, param]), [['clamped', 'temperature']]);
    }
  });

  it('makes up what Anthropic demands and the caller did not say, and says so', async () => {
    const answer = await scene.callers.openai_chat.ask({ model: 'anthropic-drop', turns: [user('Hi')] });
    assert.ok(scene.fakes.anthropic.last.body.max_tokens > 0);
    assert.equal(answer.headers.get('x-tollgate-params'), 'synthesised=max_tokens');
  });

  it('gives Gemini n, seed and logprobs, and hands every answer and probability back', async () => {
    const token = (text, logProbability) => ({ token: text, tokenId: 7, logProbability });
    const logprobsResult = { topCandidates: [{ candidates: [token('Hi', -0.1), token('Ho', -2.5)] }], chosenCandidates: [token('Hi', -0.1)] };
    scene.fakes.gemini.next({ blocks: [{ text: ['Hi'] }], logprobsResult });
    const { data } = await scene.callers.openai_chat.client.chat.completions
      .create({ model: 'gemini-reject', messages: [{ role: 'user', content: 'Hi' }], n: 3, seed: 5, logprobs: true, top_logprobs: 2 })
      .withResponse();
    const { generationConfig } = scene.fakes.gemini.last.body;
    assert.deepEqual([generationConfig.candidateCount, generationConfig.seed, generationConfig.responseLogprobs, generationConfig.logprobs], [3, 5, true, 2]);
    assert.deepEqual(data.choices.map(({ index, message }) => [index, message.content]), [[0, 'Hi'], [1, 'Hi'], [2, 'Hi']]);
    const [first] = data.choices[0].logprobs.content;
    assert.deepEqual([first.token, first.logprob, first.top_logprobs.map((each) => each.token)], ['Hi', -0.1, ['Hi', 'Ho']]);
    scene.fakes.gemini.expectClean();
  });
});
