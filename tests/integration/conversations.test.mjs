// OpenAI Responses that go on from what the gateway keeps, whoever answers: previous_response_id and item_reference.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import OpenAI from 'openai';
import { results, user } from './support/callers.mjs';
import { startGateway } from './support/gateway.mjs';
import { kProviders, startMatrix } from './support/matrix.mjs';

const signature = 'EqQBCkYIBRgCKkD/+signed/by+upstream0123456789==';
const tools = [{ name: 'look', description: 'Looks', schema: { type: 'object', properties: { at: { type: 'string' } } } }];

describe('conversations', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  afterEach(() => scene.expectClean());
  after(() => scene?.close());

  const ask = (request, options) => scene.callers.openai_responses.ask(request, options);
  const inOrder = (text, parts) => {
    const places = parts.map((part) => text.indexOf(part));
    assert.ok(!places.includes(-1), `${parts} in ${text}`);
    assert.deepEqual(places, [...places].sort((a, b) => a - b), text);
  };
  const refuses = (promise, param) =>
    assert.rejects(promise, (error) => {
      assert.ok(error instanceof OpenAI.BadRequestError, error.stack);
      if (param) assert.equal(error.param, param);
      return true;
    });

  for (const provider of kProviders) {
    for (const stream of [false, true]) {
      it(`${provider}: three turns, ${stream ? 'streamed' : 'whole'}`, async () => {
        const model = scene.model(provider);
        const first = await ask({ model, system: 'FIRST RULES', turns: [user('I am Zoë.')] }, { stream });
        const second = await ask({ model, system: 'SECOND RULES', turns: [user('Who am I?')], more: { previous_response_id: first.id } }, { stream });
        inOrder(scene.fakes[provider].last.rawBody, ['I am Zoë.', 'Hello from upstream.', 'Who am I?']);
        const told = stream ? second.raw.flatMap(({ response }) => (response ? [response] : [])) : [second.raw];
        assert.ok(told.length > (stream ? 2 : 0) && told.every(({ previous_response_id: id }) => id === first.id), JSON.stringify(told));
        assert.ok(!scene.fakes[provider].last.rawBody.includes('FIRST RULES'), 'instructions are of one turn');
        assert.ok(!scene.fakes[provider].last.rawBody.includes('previous_response_id'), 'the provider does not know the response');
        await ask({ model, turns: [user('Sure?')], more: { previous_response_id: second.id } }, { stream });
        inOrder(scene.fakes[provider].last.rawBody, ['I am Zoë.', 'Who am I?', 'Sure?']);
        // Another branch from the first turn.
        await ask({ model, turns: [user('Another way.')], more: { previous_response_id: first.id } }, { stream });
        assert.ok(!scene.fakes[provider].last.rawBody.includes('Who am I?'));
      });
    }

    it(`${provider}: results of tools alone go on from the calls`, async () => {
      const model = scene.model(provider);
      scene.fakes[provider].next({ blocks: [{ call: 'look', id: 'call_1', args: { at: 'x' } }, { call: 'look', id: 'call_2', args: {} }] });
      const first = await ask({ model, turns: [user('Look.')], tools });
      const answers = results(first.calls.map(({ id }, index) => ({ id, text: `seen ${index}` })));
      const second = await ask({ model, turns: [answers], tools, more: { previous_response_id: first.id } });
      assert.equal(second.text, 'Hello from upstream.');
      inOrder(scene.fakes[provider].last.rawBody, ['Look.', 'seen 0', 'seen 1']);
    });
  }

  it('goes on with another provider', async () => {
    let previous;
    const told = [];
    for (const provider of [...kProviders, ...kProviders]) {
      told.push(`I am at ${provider}, ${told.length}.`);
      const more = previous ? { previous_response_id: previous.id } : {};
      previous = await ask({ model: scene.model(provider), turns: [user(told.at(-1))], more });
      inOrder(scene.fakes[provider].last.rawBody, told);
    }
    const last = await ask({ model: 'simulated/any', turns: [user('And now?')], more: { previous_response_id: previous.id } });
    assert.equal(last.text, 'It was: And now?');
  });

  for (const provider of ['anthropic', 'bedrock', 'gemini']) {
    it(`${provider}: keeps what signs a thought`, async () => {
      const model = scene.model(provider);
      scene.fakes[provider].next({ blocks: [{ thinking: 'Hm.', signature }, { call: 'look', id: 'call_1', args: { at: 'x' } }] });
      const first = await ask({ model, turns: [user('Look.')], tools, effort: 'low' });
      const answers = results([{ id: first.calls[0].id, text: 'seen' }]);
      await ask({ model, turns: [answers], tools, effort: 'low', more: { previous_response_id: first.id } });
      assert.ok(scene.fakes[provider].last.rawBody.includes(signature), scene.fakes[provider].last.rawBody);
    });
  }

  it('keeps nothing of store: false, and nothing for another key', async () => {
    const model = scene.model('gemini');
    const unkept = await ask({ model, turns: [user('Forget me.')], more: { store: false } });
    await refuses(ask({ model, turns: [user('Who?')], more: { previous_response_id: unkept.id } }), 'previous_response_id');
    const kept = await ask({ model, turns: [user('Keep me.')] });
    const { secret } = await scene.gateway.key();
    const stranger = scene.gateway.client(secret);
    await refuses(stranger.responses.create({ model, input: 'Who?', previous_response_id: kept.id }), 'previous_response_id');
    await refuses(ask({ model, turns: [user('Who?')], more: { previous_response_id: 'resp_never' } }), 'previous_response_id');
    await ask({ model, turns: [user('Who?')], more: { previous_response_id: kept.id } });
  });

  it('puts items in the place of references', async () => {
    for (const provider of kProviders) {
      const model = scene.model(provider);
      const first = await ask({ model, turns: [user('Hi')] });
      const reference = { type: 'item_reference', id: first.turn[0].id };
      const input = [{ role: 'user', content: 'Hi' }, reference, { role: 'user', content: 'Go on.' }];
      await scene.callers.openai_responses.client.responses.create({ model, input });
      inOrder(scene.fakes[provider].last.rawBody, ['Hi', 'Hello from upstream.', 'Go on.']);
      await refuses(scene.callers.openai_responses.client.responses.create({ model, input: [{ ...reference, id: 'msg_never' }, input[2]] }));
    }
  });

  it('goes on after a restart', async () => {
    const model = scene.model('anthropic');
    const first = await ask({ model, turns: [user('Before the restart.')] });
    scene.gateway.keepData = true;
    await scene.gateway.stop();
    scene.gateway = await startGateway({ dataDir: scene.gateway.dataDir });
    scene.connect();
    const second = await ask({ model, turns: [user('After it.')], more: { previous_response_id: first.id } });
    assert.equal(second.text, 'Hello from upstream.');
    inOrder(scene.fakes.anthropic.last.rawBody, ['Before the restart.', 'Hello from upstream.', 'After it.']);
  });
});
