// Every row of the contract's table as the exception that each SDK has for it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { closedPort } from './support/fake_upstream.mjs';
import { makeCallers, user } from './support/callers.mjs';
import { checkError, kRows, raised } from './support/error_rows.mjs';
import { kChatDialects, startMatrix } from './support/matrix.mjs';

const kDialects = [...kChatDialects, 'openai_completions'];
describe('errors of the gateway', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  after(() => scene?.close());

  const kCases = {
    'no such key': () => ({ secret: 'tg-nonsense' }),
    'not this model': async () => ({ secret: (await scene.gateway.key({ allowed_models: ['other'] })).secret }),
    'no such model': () => ({ model: 'no-such-alias' }),
    'a bad field': () => ({ more: { temperature: 'warm' } }),
    'too large': () => ({ turns: [user('x'.repeat(33 * 1024 * 1024))] }),
    'too many': async () => {
      const { secret } = await scene.gateway.key({ limits: { rpm: 1 } });
      const { openai_chat: caller } = makeCallers(scene.gateway.url, secret);
      for (let i = 0; i < 3; i += 1) await caller.ask({ model: 'simulated/any', turns: [user('Hi')] }).catch(() => {});
      return { secret };
    },
    'over budget': async () => {
      const { secret, id } = await scene.gateway.key();
      await scene.gateway.create('/budgets', { scope: 'key', subject: id, period: 'day', limit_usd: 0.000000001, action: 'block' });
      return { secret };
    },
    'nobody there': async () => ({ model: await scene.fresh('openai', { base_url: `http://127.0.0.1:${await closedPort()}/v1` }) }),
    'nobody healthy': async () => {
      const model = await scene.fresh('openai', { base_url: `http://127.0.0.1:${await closedPort()}/v1` });
      for (let i = 0; i < 3; i += 1) await scene.callers.openai_chat.ask({ model, turns: [user('Hi')] }).catch(() => {});
      return { model };
    },
    'too late': async () => {
      scene.fakes.gemini.next({ hang: true });
      return { model: await scene.fresh('gemini'), headers: { 'X-Tollgate-Timeout-Ms': '300' } };
    },
  };

  for (const dialect of kDialects) {
    for (const [what, row] of Object.entries(kRows)) {
      it(`${dialect}: ${what}`, async () => {
        for (const stream of [false, true]) {
          const { secret = scene.secret, headers = {}, ...request } = await kCases[what]();
          const caller = makeCallers(scene.gateway.url, secret)[dialect];
          const error = await raised(caller.ask({ model: scene.model('anthropic'), turns: [user('Hi')], ...request }, { stream, headers }));
          checkError(dialect, error, row);
          if (what === 'too many' || what === 'nobody healthy') assert.ok(Number(error.headers.get('retry-after')) > 0, 'no retry-after');
          if (what === 'a bad field' && dialect !== 'anthropic_messages') assert.equal(error.param, 'temperature');
        }
      });
    }
  }
});
