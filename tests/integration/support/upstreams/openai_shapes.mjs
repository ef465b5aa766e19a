// What OpenAI's Chat Completions, Completions, Embeddings and Responses take (platform.openai.com/docs/api-reference;
// types of the official SDK). Azure takes the same; servers of the compatible kind know a few members more.
import {
  any, boolean, either, filled, integer, jsonText, list, map, matching, number, object, oneOf, orNull, string, tagged, violate, whole,
} from './shape.mjs';

const name = matching(/^[a-zA-Z0-9_-]{1,64}$/);
const textPart = object({ 'type!': oneOf('text'), 'text!': string });
const textParts = either(string, list(textPart, { min: 1 }));
const imageUrl = object({ 'url!': matching(/^(https?:\/\/|data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$)/), detail: oneOf('auto', 'low', 'high') });
const userPart = tagged('type', {
  text: textPart,
  image_url: object({ 'type!': any, 'image_url!': imageUrl }),
  input_audio: object({ 'type!': any, 'input_audio!': object({ 'data!': string, 'format!': oneOf('wav', 'mp3') }) }),
  file: object({ 'type!': any, 'file!': object({ file_data: matching(/^data:application\/pdf;base64,/), file_id: filled, filename: string }) }),
});
const assistantParts = list(tagged('type', { text: textPart, refusal: object({ 'type!': any, 'refusal!': string }) }), { min: 1 });
const functionCall = object({ 'name!': name, 'arguments!': string });
const toolCall = tagged('type', {
  function: object({ 'id!': filled, 'type!': any, 'function!': functionCall }),
  custom: object({ 'id!': filled, 'type!': any, 'custom!': object({ 'name!': name, 'input!': string }) }),
});
const compatibleToolCall = object({ 'id!': filled, 'type!': oneOf('function'), 'function!': object({ 'name!': name, 'arguments!': jsonText }), extra_content: map });

const messageShape = (compatible) =>
  tagged('role', {
    system: object({ 'role!': any, 'content!': textParts, name: filled }),
    developer: object({ 'role!': compatible ? oneOf('system') : any, 'content!': textParts, name: filled }),
    user: object({ 'role!': any, 'content!': either(string, list(userPart, { min: 1 })), name: filled }),
    assistant: object({
      'role!': any,
      content: orNull(either(string, assistantParts)),
      refusal: orNull(string),
      name: filled,
      audio: orNull(map),
      function_call: orNull(functionCall),
      tool_calls: list(compatible ? compatibleToolCall : toolCall, { min: 1, max: 128 }),
      ...(compatible ? { reasoning_content: string } : {}),
    }),
    tool: object({ 'role!': any, 'content!': textParts, 'tool_call_id!': filled }),
    function: object({ 'role!': any, 'content!': orNull(string), 'name!': name }),
  });

const schema = (value, at) => {
  map(value, at);
  if (value.type !== undefined && value.type !== 'object') violate(at, "schema must be a JSON Schema of 'type: \"object\"'");
  if (value.type === 'object' && value.properties === undefined) violate(at, 'object schema missing properties');
};
const grammar = { 'syntax!': oneOf('lark', 'regex'), 'definition!': filled };
const customFormat = tagged('type', { text: object({ 'type!': any }), grammar: object({ 'type!': any, 'grammar!': object(grammar) }) });
const tool = tagged('type', {
  function: object({ 'type!': any, 'function!': object({ 'name!': name, description: string, parameters: schema, strict: orNull(boolean) }) }),
  custom: object({ 'type!': any, 'custom!': object({ 'name!': name, description: string, format: customFormat }) }),
});
const choice = either(
  oneOf('none', 'auto', 'required'),
  object({ 'type!': oneOf('function'), 'function!': object({ 'name!': name }) }),
  object({ 'type!': oneOf('custom'), 'custom!': object({ 'name!': name }) }),
  object({ 'type!': oneOf('allowed_tools'), 'allowed_tools!': map }),
);
const format = tagged('type', {
  text: object({ 'type!': any }),
  json_object: object({ 'type!': any }),
  json_schema: object({
    'type!': any,
    'json_schema!': object({ 'name!': name, description: string, schema: map, strict: orNull(boolean) }),
  }),
});
const stop = either(string, list(string, { min: 1, max: 4 }));

const chatFields = {
  'model!': filled, 'messages!': any, audio: map, frequency_penalty: number(-2, 2), function_call: any, functions: list(map),
  logit_bias: map, logprobs: boolean, max_completion_tokens: whole(1), max_tokens: whole(1), metadata: map,
  modalities: list(oneOf('text', 'audio')), n: whole(1, 128), parallel_tool_calls: boolean, prediction: map,
  presence_penalty: number(-2, 2), prompt_cache_key: string, prompt_cache_retention: string,
  reasoning_effort: oneOf('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'), response_format: format,
  safety_identifier: string, seed: integer, service_tier: string, stop: orNull(stop), store: boolean, stream: boolean,
  stream_options: object({ include_usage: boolean, include_obfuscation: boolean }), temperature: number(0, 2),
  tool_choice: choice, tools: list(tool, { min: 1, max: 128 }), top_logprobs: whole(0, 20), top_p: number(0, 1), user: string,
  verbosity: oneOf('low', 'medium', 'high'), web_search_options: map,
};
const compatibleFields = { ...chatFields, top_k: integer, min_p: number(0, 1), repetition_penalty: number(0), stop: either(string, list(string)) };

export function checkChat(body, { compatible = false, lenient = false } = {}) {
  object(compatible ? compatibleFields : lenient ? { ...chatFields, ...Object.fromEntries(Object.keys(body).map((key) => [key, any])) } : chatFields)(body, '');
  list(messageShape(compatible), { min: 1 })(body.messages, 'messages');
  checkToolOrder(body.messages);
  if (body.stream_options && !body.stream) violate('stream_options', 'only allowed when stream is enabled');
  if (body.top_logprobs !== undefined && !body.logprobs) violate('top_logprobs', 'only allowed when logprobs is enabled');
  if (body.parallel_tool_calls !== undefined && !body.tools) violate('parallel_tool_calls', 'only allowed when tools are specified');
  if (body.tool_choice !== undefined && !body.tools) violate('tool_choice', 'only allowed when tools are specified');
  if (!compatible) checkModelRules(body);
}

/** developers.openai.com/api/docs/guides/latest-model, …/deployment-checklist: what reasoning models refuse, and what the others do. */
function checkModelRules(body) {
  const reasons = isReasoning(body.model);
  if (!reasons && body.reasoning_effort !== undefined) violate('reasoning_effort', 'Unrecognized request argument supplied');
  if (reasons && body.max_tokens !== undefined) violate('max_tokens', "not supported with this model, use 'max_completion_tokens'");
  if (/^(o\d|gpt-\d[\d.]*)-(pro|codex|deep-research)/.test(body.model)) violate('model', 'This model is only supported in v1/responses and not in v1/chat/completions.');
  checkEffort(body.model, body.reasoning_effort, 'reasoning_effort');
  const version = versionOf(body.model);
  if (version < 5 && body.tools?.some(({ type }) => type === 'custom')) violate('tools[0].type', "Invalid value: 'custom'. Supported values are: 'function'.");
  const thinks = body.reasoning_effort === undefined ? version >= 5.5 : body.reasoning_effort !== 'none';
  if (body.tools && version >= 5.2 && thinks) {
    violate('reasoning_effort', `Function tools with reasoning_effort are not supported for ${body.model} in /v1/chat/completions. To use function tools, use /v1/responses.`);
  }
}

const isReasoning = (model) => /^(o\d|gpt-[5-9])/.test(model) && !model.includes('-chat');
const versionOf = (model) => (model.includes('-chat') ? 0 : Number(/^gpt-([5-9](?:\.\d)?)/.exec(model)?.[1] ?? 0));

/** Astra and the later Sols cannot be told not to reason. */
function checkEffort(model, effort, at) {
  const always = /^gpt-6(\.\d)?-astra|^gpt-6\.[1-9]-sol/.test(model);
  if ((effort === 'none' && (always || /^o\d|^gpt-5(-|$)/.test(model))) || (effort === 'minimal' && !/^gpt-5(-|$)/.test(model))) {
    violate(at, `Unsupported value: '${effort}' is not supported with the '${model}' model.`);
  }
}

/** Every call is answered right behind it, and nothing else is. */
function checkToolOrder(messages) {
  let open = new Set();
  for (const [index, message] of messages.entries()) {
    const at = `messages.${index}`;
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) violate(at, "messages with role 'tool' must be a response to a preceding message with 'tool_calls'");
      continue;
    }
    if (open.size > 0) violate(at, `An assistant message with 'tool_calls' must be followed by tool messages: ${[...open].join(', ')}`);
    open = new Set((message.tool_calls ?? []).map(({ id }) => id));
    if (message.role === 'assistant' && message.content == null && !message.tool_calls && !message.refusal && !message.function_call) {
      violate(at, 'content is required unless tool_calls is specified');
    }
  }
  if (open.size > 0) violate('messages', 'tool calls were left without an answer');
}

const tokens = list(integer, { min: 1 });
const inputs = either(filled, list(filled, { min: 1, max: 2048 }), tokens, list(tokens, { min: 1 }));
export const checkEmbeddings = object({
  'model!': filled, 'input!': inputs, dimensions: whole(1), encoding_format: oneOf('float', 'base64'), user: string,
});

const completion = object({
  'model!': filled, 'prompt!': inputs, best_of: integer, echo: boolean, frequency_penalty: number(-2, 2), logit_bias: map,
  logprobs: whole(0, 5), max_tokens: whole(1), n: whole(1, 128), presence_penalty: number(-2, 2), seed: integer, stop: orNull(stop),
  stream: boolean, stream_options: object({ include_usage: boolean, include_obfuscation: boolean }), suffix: string,
  temperature: number(0, 2), top_p: number(0, 1), user: string,
});

/** Servers of the compatible kind serve them for every model. */
export function checkCompletions(body, compatible) {
  completion(body, '');
  const chats = /^(gpt-|chatgpt-|o\d)/.test(body.model) && !body.model.includes('-instruct');
  if (chats && !compatible) violate('model', 'This is a chat model and not supported in the v1/completions endpoint. Did you mean to use v1/chat/completions?', 404);
}

const inputPart = tagged('type', {
  input_text: object({ 'type!': any, 'text!': string }),
  input_image: object({ 'type!': any, image_url: matching(/^(https?:|data:image)/), file_id: filled, detail: oneOf('auto', 'low', 'high', 'original') }),
  input_file: object({ 'type!': any, file_data: string, file_id: filled, file_url: string, filename: string }),
});
const outputPart = tagged('type', {
  output_text: object({ 'type!': any, 'text!': string, annotations: list(map), logprobs: list(map) }),
  refusal: object({ 'type!': any, 'refusal!': string }),
});
const status = oneOf('in_progress', 'completed', 'incomplete');
const inputMessage = object({
  type: oneOf('message'), 'role!': oneOf('user', 'assistant', 'system', 'developer'), id: filled, status, phase: oneOf('commentary', 'final_answer'),
  'content!': either(string, list(either(inputPart, outputPart))),
});
const summary = object({ 'type!': oneOf('summary_text'), 'text!': string });
const callOutput = { 'type!': any, 'call_id!': filled, 'output!': either(string, list(inputPart)), id: filled, status };
const inputItem = (value, at) => {
  map(value, at);
  if (value.type === undefined || value.type === 'message') return inputMessage(value, at);
  return tagged('type', {
    function_call: object({ 'type!': any, 'call_id!': filled, 'name!': name, 'arguments!': string, id: matching(/^fc_/), status, namespace: string }),
    function_call_output: object(callOutput),
    custom_tool_call: object({ 'type!': any, 'call_id!': filled, 'name!': name, 'input!': string, id: filled, status }),
    custom_tool_call_output: object(callOutput),
    // Without an id where nothing is kept: Open Responses' ReasoningItemParam; Codex sends none.
    reasoning: object({ 'type!': any, id: matching(/^rs_/), 'summary!': list(summary), content: list(map), encrypted_content: orNull(string), status }),
    item_reference: object({ 'type!': any, 'id!': filled }),
  })(value, at);
};

const responsesTool = (value, at) => {
  map(value, at);
  if (value.type === 'function') {
    object({ 'type!': any, 'name!': name, description: orNull(string), parameters: orNull(schema), strict: orNull(boolean), async: boolean })(value, at);
    // Strict unless told not to be.
    const { parameters, strict } = value;
    if (strict === true && parameters?.additionalProperties !== false) violate(at, "Invalid schema for function: 'additionalProperties' is required to be supplied and to be false.");
  } else if (value.type === 'custom') {
    object({ 'type!': any, 'name!': name, description: string, format: tagged('type', { text: any, grammar: object({ 'type!': any, ...grammar }) }) })(value, at);
  } else if (typeof value.type !== 'string' || value.function) {
    violate(at, 'no such tool');
  }
};
const responsesChoice = either(
  oneOf('none', 'auto', 'required'),
  object({ 'type!': oneOf('function', 'custom'), 'name!': name }),
  object({ 'type!': oneOf('allowed_tools'), 'mode!': oneOf('auto', 'required'), 'tools!': list(map) }),
  object({ 'type!': matching(/^(web_search|file_search|code_interpreter|mcp|image_generation|computer)/), name: string, server_label: string }),
);
const textFormat = tagged('type', {
  text: object({ 'type!': any }),
  json_object: object({ 'type!': any }),
  json_schema: object({ 'type!': any, 'name!': name, description: string, 'schema!': map, strict: orNull(boolean) }),
});
const includable = oneOf(
  'file_search_call.results', 'web_search_call.results', 'web_search_call.action.sources', 'message.input_image.image_url',
  'computer_call_output.output.image_url', 'code_interpreter_call.outputs', 'reasoning.encrypted_content', 'message.output_text.logprobs',
);

const responsesFields = {
  'model!': filled, background: boolean, conversation: any, include: orNull(list(includable)), input: any, instructions: orNull(string),
  max_output_tokens: whole(16), max_tool_calls: integer, metadata: map, parallel_tool_calls: boolean, previous_response_id: orNull(string),
  prompt: map, prompt_cache_key: string, prompt_cache_retention: string,
  reasoning: object({ effort: orNull(oneOf('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max')), summary: orNull(oneOf('auto', 'concise', 'detailed')) }),
  safety_identifier: string, service_tier: string, store: boolean, stream: boolean, stream_options: map, temperature: number(0, 2),
  text: object({ format: textFormat, verbosity: oneOf('low', 'medium', 'high') }), tool_choice: responsesChoice, tools: list(responsesTool), top_logprobs: whole(0, 20),
  top_p: number(0, 1), truncation: oneOf('auto', 'disabled'), user: string,
};

/** `issued`: what this server once encrypted. */
export function checkResponses(body, { lenient = false } = {}, issued = new Set()) {
  const fields = lenient ? { ...responsesFields, ...Object.fromEntries(Object.keys(body).map((key) => [key, any])) } : responsesFields;
  object(fields)(body, '');
  checkReasoningRules(body);
  if (body.input === undefined || typeof body.input === 'string') return;
  list(inputItem, { min: 1 })(body.input, 'input');
  checkThoughts(body, issued);
  const calls = new Set(body.input.filter(({ type }) => /_call$/.test(type ?? '')).map(({ call_id }) => call_id));
  const answers = new Set(body.input.filter(({ type }) => /_call_output$/.test(type ?? '')).map(({ call_id }) => call_id));
  for (const id of calls) if (!answers.has(id)) violate('input', `No tool output found for function call ${id}.`);
  for (const id of answers) if (!calls.has(id)) violate('input', `No tool call found for function call output with call_id ${id}.`);
}

function checkReasoningRules({ model, include, reasoning, temperature, top_p, top_logprobs, tools, tool_choice, parallel_tool_calls }) {
  const encrypted = include?.includes('reasoning.encrypted_content');
  if (!tools && (tool_choice ?? 'auto') !== 'auto' && tool_choice !== 'none') violate('tool_choice', "Tool choice must be specified with 'tools'.");
  if (!tools && parallel_tool_calls !== undefined) violate('parallel_tool_calls', "only allowed when 'tools' are specified");
  if (!isReasoning(model)) {
    if (encrypted) violate('include', 'Encrypted content is not supported with this model.');
    if (reasoning?.effort) violate('reasoning.effort', 'Unsupported parameter with this model.');
    return;
  }
  checkEffort(model, reasoning?.effort, 'reasoning.effort');
  const version = versionOf(model);
  const byDefault = version === 0 || version < 5.1 || version >= 5.5;
  if (reasoning?.effort ? reasoning.effort === 'none' : !byDefault) return;
  for (const [param, value] of Object.entries({ temperature, top_p, top_logprobs })) {
    if (value !== undefined) violate(param, `Unsupported parameter: '${param}' is not supported with this model.`);
  }
}

/** Each thought is the server's own, whole, and belongs to what follows it. */
function checkThoughts({ input, store }, issued) {
  for (const [index, { type, id, encrypted_content: sealed }] of input.entries()) {
    if (type !== 'reasoning') continue;
    const next = input[index + 1];
    const followed = next && (/^(reasoning|.*_call)$/.test(next.type ?? '') || next.role === 'assistant');
    if (!followed) violate(`input.${index}`, `Item '${id}' of type 'reasoning' was provided without its required following item.`);
    if (store === false && !sealed) violate(`input.${index}`, `Item with id '${id}' not found. Items are not persisted when \`store\` is set to false.`);
    if (sealed && !issued.has(sealed)) violate(`input.${index}`, 'The encrypted content could not be verified.');
  }
}
