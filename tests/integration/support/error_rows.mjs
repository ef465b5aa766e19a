// The contract's table of errors: status, OpenAI's code, Anthropic's type, and the exception each SDK raises for it.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

export const kRows = {
  'no such key': { status: 401, code: 'invalid_api_key', type: 'authentication_error', openai: OpenAI.AuthenticationError, anthropic: Anthropic.AuthenticationError },
  'not this model': { status: 403, code: 'model_not_allowed', type: 'permission_error', openai: OpenAI.PermissionDeniedError, anthropic: Anthropic.PermissionDeniedError },
  'no such model': { status: 404, code: 'model_not_found', type: 'not_found_error', openai: OpenAI.NotFoundError, anthropic: Anthropic.NotFoundError },
  'a bad field': { status: 400, code: 'invalid_request', type: 'invalid_request_error', openai: OpenAI.BadRequestError, anthropic: Anthropic.BadRequestError },
  'too large': { status: 413, code: 'request_too_large', type: 'request_too_large', openai: OpenAI.APIError, anthropic: Anthropic.ContentTooLargeError },
  'too many': { status: 429, code: 'rate_limit_exceeded', type: 'rate_limit_error', openai: OpenAI.RateLimitError, anthropic: Anthropic.RateLimitError },
  'over budget': { status: 402, code: 'budget_exceeded', type: 'invalid_request_error', openai: OpenAI.APIError, anthropic: Anthropic.PaymentRequiredError },
  'nobody there': { status: 502, code: 'upstream_error', type: 'api_error', openai: OpenAI.InternalServerError, anthropic: Anthropic.InternalServerError },
  'nobody healthy': { status: 503, code: 'no_healthy_target', type: 'overloaded_error', openai: OpenAI.InternalServerError, anthropic: Anthropic.InternalServerError },
  'too late': { status: 504, code: 'upstream_timeout', type: 'timeout_error', openai: OpenAI.InternalServerError, anthropic: Anthropic.InternalServerError },
};

export async function raised(promise) {
  let error;
  await assert.rejects(promise, (each) => Boolean((error = each)));
  return error;
}

export function checkError(dialect, error, { status, code, type, openai, anthropic }) {
  const isAnthropic = dialect === 'anthropic_messages';
  assert.equal(error.status, status, error.stack);
  assert.ok(error instanceof (isAnthropic ? anthropic : openai), `${error.constructor.name}: ${error.message}`);
  assert.ok(error.requestID, 'no request id');
  if (isAnthropic) {
    assert.equal(error.error.type, 'error');
    assert.equal(error.error.error.type, type);
    assert.ok(error.error.error.message.length > 10);
    assert.equal(error.error.request_id, error.headers.get('x-request-id'));
  } else {
    assert.equal(error.code, code);
    assert.ok(error.error.message.length > 10);
  }
  return error;
}
