// What the OpenAI chat completions API refuses in a request body, with its words and its `param`.

const kKnownFields = new Set([
  'audio', 'frequency_penalty', 'function_call', 'functions', 'logit_bias', 'logprobs', 'max_completion_tokens',
  'max_tokens', 'messages', 'metadata', 'modalities', 'model', 'n', 'parallel_tool_calls', 'prediction',
  'presence_penalty', 'prompt_cache_key', 'reasoning_effort', 'response_format', 'safety_identifier', 'seed',
  'service_tier', 'stop', 'store', 'stream', 'stream_options', 'temperature', 'tool_choice', 'tools', 'top_logprobs',
  'top_p', 'user', 'verbosity', 'web_search_options',
]);
const kRoles = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

/** null when the real API would take the body, else {status, message, param, code}. */
export function shapeError(text, { models, acceptUnknownFields }) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return bad('We could not parse the JSON body of your request.', null);
  }
  if (typeof body?.model !== 'string') return bad('you must provide a model parameter', 'model');
  if (!models.has(body.model)) {
    return { ...bad(`The model \`${body.model}\` does not exist`, null, 'model_not_found'), status: 404 };
  }
  const unknown = Object.keys(body).find((field) => !kKnownFields.has(field));
  if (unknown && !acceptUnknownFields) {
    return bad(`Unrecognized request argument supplied: ${unknown}`, null);
  }
  return messagesError(body.messages) ?? numbersError(body) ?? streamError(body);
}

function messagesError(messages) {
  if (!Array.isArray(messages)) return bad("Missing required parameter: 'messages'.", 'messages');
  if (messages.length === 0) return bad("Invalid 'messages': empty array.", 'messages', 'empty_array');
  for (const [index, message] of messages.entries()) {
    const at = `messages.[${index}]`;
    if (!kRoles.has(message?.role)) return bad(`Invalid value: '${message?.role}'.`, `${at}.role`, 'invalid_value');
    const mayBeEmpty = message.role === 'assistant' && Array.isArray(message.tool_calls);
    if (typeof message.content !== 'string' && !Array.isArray(message.content) && !mayBeEmpty) {
      return bad('Invalid value for content: expected a string, got null.', `${at}.content`);
    }
    if (message.role === 'tool' && typeof message.tool_call_id !== 'string') {
      return bad(`Missing parameter 'tool_call_id'.`, `${at}.tool_call_id`);
    }
  }
  return null;
}

function numbersError(body) {
  const outside = (field, low, high) => body[field] != null && !(body[field] >= low && body[field] <= high);
  for (const [field, low, high] of [
    ['temperature', 0, 2], ['top_p', 0, 1], ['n', 1, 128], ['max_tokens', 1, 1e9], ['max_completion_tokens', 1, 1e9],
    ['presence_penalty', -2, 2], ['frequency_penalty', -2, 2],
  ]) {
    if (outside(field, low, high)) return bad(`Invalid '${field}': must be between ${low} and ${high}.`, field);
  }
  return null;
}

function streamError(body) {
  if (body.stream_options == null) return null;
  if (body.stream !== true) {
    return bad("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options');
  }
  const unknown = Object.keys(body.stream_options).find((key) => !/^include_(usage|obfuscation)$/.test(key));
  return unknown ? bad(`Unknown parameter: 'stream_options.${unknown}'.`, `stream_options.${unknown}`) : null;
}

function bad(message, param, code = null) {
  return { status: 400, message, type: 'invalid_request_error', param, code };
}
