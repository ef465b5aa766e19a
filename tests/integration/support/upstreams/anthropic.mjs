// Anthropic's Messages API (platform.claude.com/docs/en/api/messages; types of the official SDK).
import { checkClaudeRules, checkTurns, claudeVersion } from './claude_rules.mjs';
import { argumentPieces, FakeProvider, piecesOf, textOf } from './fake_provider.mjs';
import { any, base64, boolean, either, filled, list, map, matching, number, object, oneOf, orNull, string, tagged, violate, whole } from './shape.mjs';

export const kAnthropicKey = 'sk-ant-upstream-7e41d84b0c9f3e5f2c9a';
const kLongestUnary = 21333; // what the API answers in ten minutes; longer ones have to be streamed

const id = matching(/^[a-zA-Z0-9_-]+$/);
const toolName = matching(/^[a-zA-Z0-9_-]{1,128}$/);
const cache_control = orNull(object({ 'type!': oneOf('ephemeral'), ttl: oneOf('5m', '1h') }));
const source = tagged('type', {
  base64: object({ 'type!': any, 'media_type!': oneOf('image/jpeg', 'image/png', 'image/gif', 'image/webp'), 'data!': base64 }),
  url: object({ 'type!': any, 'url!': matching(/^https?:/) }),
  file: object({ 'type!': any, 'file_id!': filled }),
});
const documentSource = tagged('type', {
  base64: object({ 'type!': any, 'media_type!': oneOf('application/pdf'), 'data!': base64 }),
  text: object({ 'type!': any, 'media_type!': oneOf('text/plain'), 'data!': filled }),
  url: object({ 'type!': any, 'url!': matching(/^https?:/) }),
  content: object({ 'type!': any, 'content!': any }),
  file: object({ 'type!': any, 'file_id!': filled }),
});
const text = object({ 'type!': any, 'text!': filled, cache_control, citations: orNull(list(map)) });
const image = object({ 'type!': any, 'source!': source, cache_control });
const document = object({ 'type!': any, 'source!': documentSource, cache_control, citations: orNull(map), context: orNull(string), title: orNull(string) });
const block = tagged('type', {
  text,
  image,
  document,
  tool_use: object({ 'type!': any, 'id!': id, 'name!': toolName, 'input!': map, cache_control, caller: map }),
  tool_result: object({
    'type!': any, 'tool_use_id!': id, cache_control, is_error: boolean,
    content: either(string, list(tagged('type', { text, image, document }))),
  }),
  thinking: object({ 'type!': any, 'thinking!': string, 'signature!': string }),
  redacted_thinking: object({ 'type!': any, 'data!': filled }),
});
const thinking = tagged('type', {
  enabled: object({ 'type!': any, 'budget_tokens!': whole(1024), display: oneOf('summarized', 'omitted') }),
  adaptive: object({ 'type!': any, display: oneOf('summarized', 'omitted') }),
  disabled: object({ 'type!': any }),
  between_tools: object({ 'type!': any }),
});
const parallel = { disable_parallel_tool_use: boolean };
const tool_choice = tagged('type', {
  auto: object({ 'type!': any, ...parallel }),
  any: object({ 'type!': any, ...parallel }),
  tool: object({ 'type!': any, 'name!': toolName, ...parallel }),
  none: object({ 'type!': any }),
});
const schema = (value, at) => {
  map(value, at);
  if (value.type !== 'object') violate(`${at}.type`, "Input should be 'object'");
};
const tool = either(
  object({ 'name!': toolName, 'input_schema!': schema, description: string, type: orNull(oneOf('custom')), cache_control, strict: boolean, eager_input_streaming: boolean }),
  (value, at) => {
    if (!/_\d{8}$/.test(value?.type ?? '')) violate(at, 'no such tool');
  },
);
const counted = {
  'model!': filled, 'messages!': list(object({ 'role!': oneOf('user', 'assistant'), 'content!': either(filled, list(block)) }), { min: 1 }),
  system: either(string, list(text)), thinking, tool_choice, tools: list(tool), cache_control,
  output_config: object({ effort: oneOf('low', 'medium', 'high', 'xhigh', 'max'), format: object({ 'type!': oneOf('json_schema'), 'schema!': map }) }),
};
const created = {
  ...counted, 'max_tokens!': whole(1), container: any, metadata: object({ user_id: orNull(matching(/^.{0,256}$/)) }), service_tier: oneOf('auto', 'standard_only'),
  stop_sequences: list(matching(/\S/)), stream: boolean,
  thread: orNull(tagged('type', { create: object({ 'type!': any }), continue: object({ 'type!': any, 'previous_message_id!': filled }) })), temperature: number(0, 1), top_k: whole(0), top_p: number(0, 1),
};

const kStop = { stop: 'end_turn', length: 'max_tokens', tools: 'tool_use', filter: 'refusal', refusal: 'refusal', sequence: 'stop_sequence' };
const kErrorTypes = {
  400: 'invalid_request_error', 401: 'authentication_error', 403: 'permission_error', 404: 'not_found_error', 413: 'request_too_large',
  429: 'rate_limit_error', 500: 'api_error', 529: 'overloaded_error',
};

export class FakeAnthropic extends FakeProvider {
  bearer = false; // the SDK sends its key as a bearer's; the gateway, always as x-api-key

  get baseUrl() {
    return this.origin;
  }

  get tells() {
    return { cacheRead: true, cacheWrite: true, reasoning: true };
  }

  replyHeaders() {
    return { 'request-id': 'req_upstream' };
  }

  authorise({ headers }) {
    if (headers['api-key'] || (headers.authorization && !this.bearer)) return { status: 400, message: "another API's headers" };
    const key = this.bearer ? headers.authorization?.replace('Bearer ', '') : headers['x-api-key'];
    if (key !== kAnthropicKey) return { status: 401, message: 'invalid x-api-key' };
    return /^\d{4}-\d\d-\d\d$/.test(headers['anthropic-version'] ?? '') ? null : { status: 400, message: 'anthropic-version: header is required' };
  }

  route({ method, url, headers, rawBody }) {
    if (method === 'GET') return url.pathname === '/v1/models' ? { operation: 'models' } : null;
    if (method !== 'POST' || !/^application\/json\b/.test(headers['content-type'] ?? '')) return null;
    if (url.pathname === '/v1/messages/count_tokens') return { operation: 'count' };
    return url.pathname === '/v1/messages' ? { operation: 'chat', stream: /"stream"\s*:\s*true/.test(rawBody) } : null;
  }

  validate({ body, route }) {
    object(route.operation === 'count' ? counted : created)(body, '');
    checkClaudeRules({ ...body, tool_choice: body.tool_choice?.type }, route.operation === 'count');
    if (body.tool_choice && !body.tools) violate('tool_choice', 'may only be specified while providing `tools`');
    const names = (body.tools ?? []).map(({ name }) => name);
    if (new Set(names).size !== names.length) violate('tools', 'Tool names must be unique.');
    if ((JSON.stringify(body).match(/"cache_control":\{/g) ?? []).length > 4) violate('cache_control', 'A maximum of 4 blocks with cache_control may be provided.');
    const thinks = body.thinking?.type === 'enabled' || body.thinking?.type === 'adaptive';
    const turns = body.messages.map(({ role, content }) => ({ role, blocks: blocksOf(content) }));
    if (turns.some(({ blocks }) => blocks.some(({ kind }) => kind === 'call')) && !body.tools) {
      violate('tools', 'Requests which include `tool_use` or `tool_result` blocks must define tools');
    }
    checkTurns(turns, { thinks, prefill: claudeVersion(body.model) < 46, proofs: this.signatures });
    if (route.operation === 'chat' && !body.stream && body.max_tokens > kLongestUnary) {
      violate('stream', 'Streaming is required for operations that may take longer than 10 minutes.');
    }
  }

  modelList() {
    const data = this.models.map((each) => ({ type: 'model', id: each, display_name: each, created_at: '2025-09-29T00:00:00Z' }));
    return { data, has_more: false, first_id: this.models[0] ?? null, last_id: this.models.at(-1) ?? null };
  }

  /** Threads are kept by nobody here: clients that are told so send the whole conversation. */
  fault(record, step) {
    if (record.body.thread?.type !== 'continue') return super.fault(record, step);
    return { status: 404, message: 'thread not found', details: { error_code: 'thread_not_found' }, expected: true };
  }

  errorBody(status, message, { type = kErrorTypes[status] ?? 'api_error', details }) {
    return { type: 'error', error: { type, message, details }, request_id: 'req_upstream' };
  }

  errorEvent({ type = 'overloaded_error', message = 'Overloaded' }) {
    return { event: 'error', data: JSON.stringify({ type: 'error', error: { type, message } }) };
  }

  reply({ body, route }, step) {
    if (route.operation === 'count') return { input_tokens: step.usage.input };
    return { ...messageHead(body), content: step.blocks.map(contentBlock), ...stopOf(step), usage: usageOf(step.usage) };
  }

  events({ body }, step) {
    const list = [];
    const say = (type, members, mark) => list.push({ event: type, data: JSON.stringify({ type, ...members }), mark });
    const begun = { ...usageOf(step.usage), output_tokens: 1, output_tokens_details: null };
    const message = { ...messageHead(body), content: [], stop_reason: null, stop_sequence: null, stop_details: null };
    if (!step.without?.includes('usage')) message.usage = begun;
    say('message_start', { message });
    say('ping', {});
    step.blocks.forEach((each, index) => {
      const whole = contentBlock(each);
      const delta = (value) => say('content_block_delta', { index, delta: value });
      if (whole.type === 'text') {
        say('content_block_start', { index, content_block: { ...whole, text: '' , citations: null } });
        for (const piece of piecesOf(each.text ?? each.refusal)) delta({ type: 'text_delta', text: piece });
        for (const citation of whole.citations ?? []) delta({ type: 'citations_delta', citation });
      } else if (whole.type === 'thinking') {
        say('content_block_start', { index, content_block: { type: 'thinking', thinking: '', signature: '' } });
        for (const piece of argumentless(each.thinking)) delta({ type: 'thinking_delta', thinking: piece });
        delta({ type: 'signature_delta', signature: whole.signature });
      } else if (whole.type === 'tool_use') {
        say('content_block_start', { index, content_block: { ...whole, input: {} } });
        delta({ type: 'input_json_delta', partial_json: '' });
        for (const partial_json of argumentPieces(each.args)) delta({ type: 'input_json_delta', partial_json });
      } else {
        say('content_block_start', { index, content_block: whole });
      }
      say('content_block_stop', { index });
    });
    // Cumulative; the input is told again only by newer versions of the API.
    const usage = step.without?.includes('usage') ? {} : { usage: { output_tokens: step.usage.output + step.usage.reasoning, output_tokens_details: { thinking_tokens: step.usage.reasoning } } };
    say('message_delta', { delta: stopOf(step), ...usage }, 'finish');
    say('message_stop', {}, 'end');
    return list;
  }
}

const messageHead = ({ model }) => ({ id: 'msg_up', type: 'message', role: 'assistant', model, container: null });
const stopOf = (step) => ({
  stop_reason: kStop[step.stop],
  stop_sequence: step.stop === 'sequence' ? step.sequence : null,
  stop_details: step.stop === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null,
});
const argumentless = (thinking) => [thinking.slice(0, 2), thinking.slice(2)].filter((piece) => piece !== '');

function contentBlock(each) {
  if (each.call) return { type: 'tool_use', id: each.id, name: each.call, input: each.args ?? {}, caller: { type: 'direct' } };
  if (each.redacted) return { type: 'redacted_thinking', data: each.redacted };
  if (each.thinking !== undefined) return { type: 'thinking', thinking: each.thinking, signature: each.signature ?? '' };
  const citations = each.citations?.map(({ url, title, cited = 'cited' }) => ({
    type: 'web_search_result_location', url, title, cited_text: cited, encrypted_index: 'ZW5j',
  }));
  // The member is there only where something is cited; some clients read no null here.
  return { type: 'text', text: textOf(each) ?? each.refusal, ...(citations && { citations }) };
}

function usageOf(usage) {
  return {
    input_tokens: usage.input,
    cache_creation_input_tokens: usage.cacheWrite,
    cache_read_input_tokens: usage.cacheRead,
    cache_creation: { ephemeral_5m_input_tokens: usage.cacheWrite, ephemeral_1h_input_tokens: 0 },
    output_tokens: usage.output + usage.reasoning,
    output_tokens_details: { thinking_tokens: usage.reasoning },
    server_tool_use: null,
    service_tier: 'standard',
  };
}

function blocksOf(content) {
  const list = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  const kinds = { text: 'text', tool_use: 'call', tool_result: 'result', thinking: 'thinking', redacted_thinking: 'thinking' };
  return list.map((each) => ({ kind: kinds[each.type] ?? 'other', id: each.id ?? each.tool_use_id, text: each.text, proof: each.signature ?? each.data }));
}
