// What every provider refuses, as the exception of each caller's SDK.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { user } from './support/callers.mjs';
import { checkError, kRows, raised } from './support/error_rows.mjs';
import { kChatDialects, kProviders, pairs, startMatrix } from './support/matrix.mjs';

const kDialects = [...kChatDialects, 'openai_completions'];

describe('errors of the providers', () => {
  let scene;
  before(async () => {
    scene = await startMatrix();
  });
  beforeEach(() => scene.reset());
  after(() => scene?.close());

  const kRefusals = {
    400: { status: 400, code: 'upstream_error', type: 'invalid_request_error', openai: OpenAI.BadRequestError, anthropic: Anthropic.BadRequestError },
    404: { status: 404, code: 'upstream_error', type: 'not_found_error', openai: OpenAI.NotFoundError, anthropic: Anthropic.NotFoundError },
    413: { status: 413, code: 'upstream_error', type: 'request_too_large', openai: OpenAI.APIError, anthropic: Anthropic.ContentTooLargeError },
    401: kRows['nobody there'],
    403: kRows['nobody there'],
    500: kRows['nobody there'],
    503: kRows['nobody there'],
    429: kRows['too many'],
  };
  const same = { openai_chat: ['openai', 'compatible', 'azure'], openai_responses: ['openai'], anthropic_messages: ['anthropic'], openai_completions: ['compatible'] };

  for (const { dialect, provider, name } of pairs(kDialects)) {
    it(`${name}: what the provider answers`, async () => {
      for (const [status, row] of Object.entries(kRefusals)) {
        for (const stream of [false, true]) {
          const model = await scene.fresh(provider);
          scene.fakes[provider].next({ status: Number(status), message: 'Not to our taste at all.', headers: { 'retry-after': '7' } });
          const error = await raised(scene.callers[dialect].ask({ model, turns: [user('Hi')] }, { stream }));
          // Between the same dialects the upstream's own words stand.
          const own = same[dialect].includes(provider) && ['400', '404', '413'].includes(status);
          if (own) assert.equal(error.status, Number(status));
          else checkError(dialect, error, row);
          if (['400', '404', '413'].includes(status)) assert.match(error.message, /Not to our taste at all\./);
          if (status === '429') assert.ok(Number(error.headers.get('retry-after')) > 0, 'no retry-after');
          assert.deepEqual(scene.fakes[provider].violations, []);
          scene.reset();
        }
      }
    });
  }

  for (const dialect of kDialects) {
    it(`${dialect}: an overloaded Anthropic (529) is 502, and the upstream's request id is kept`, async () => {
      scene.fakes.anthropic.next({ status: 529 });
      const error = await raised(scene.callers[dialect].ask({ model: await scene.fresh('anthropic'), turns: [user('Hi')] }));
      assert.equal(error.status, 502);
      assert.equal(error.headers.get('x-tollgate-upstream-request-id'), 'req_upstream');
    });

    it(`${dialect}: a wrong upstream key is the gateway's fault, whatever the provider says to it`, async () => {
      for (const provider of kProviders) {
        const wrong = provider === 'bedrock' ? { access_key_id: 'AKIDWRONG', secret_access_key: 'wrong' } : { api_key: 'wrong' };
        const model = await scene.fresh(provider, { credentials: wrong });
        const error = await raised(scene.callers[dialect].ask({ model, turns: [user('Hi')] }));
        checkError(dialect, error, kRows['nobody there']);
        scene.reset();
      }
    });

    it(`${dialect}: a 200 without an answer is an error`, async () => {
      for (const provider of kProviders) {
        const isSame = same[dialect].includes(provider);
        for (const raw of ['', '{}', '{"unexpected":true}', '<html>', '{"choices":[', '[]', 'null']) {
          if (isSame) continue; // the caller's own dialect is handed on as it is
          const model = await scene.fresh(provider);
          scene.fakes[provider].next({ raw });
          const error = await raised(scene.callers[dialect].ask({ model, turns: [user('Hi')] }));
          assert.equal(error.status, 502, `${provider}: ${raw}`);
          scene.reset();
        }
      }
    });
  }
});
