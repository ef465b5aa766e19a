// Amazon Bedrock's Converse and ConverseStream (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html;
// types of @aws-sdk/client-bedrock-runtime).
import { awsFrame, signatureFault } from './aws_wire.mjs';
import { checkClaudeRules, checkTurns, claudeVersion } from './claude_rules.mjs';
import { argumentPieces, FakeProvider, piecesOf, textOf } from './fake_provider.mjs';
import { any, base64, either, exactlyOne, filled, list, map, matching, number, object, oneOf, string, violate, whole } from './shape.mjs';

export const kAwsKeys = {
  accessKeyId: 'AKIDUPSTREAMEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//token==', region: 'eu-west-1', service: 'bedrock',
};
export const kBedrockKey = 'bedrock-api-key-3e5f2c9a7e41d84b0c9f';

const id = matching(/^[a-zA-Z0-9_-]{1,64}$/);
const bytes = object({ 'bytes!': base64 });
const source = either(bytes, object({ 's3Location!': object({ 'uri!': matching(/^s3:/), bucketOwner: string }) }));
const image = object({ 'format!': oneOf('png', 'jpeg', 'gif', 'webp'), 'source!': source });
const document = object({
  'format!': oneOf('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'), 'name!': matching(/^[A-Za-z0-9\-()[\]]+( [A-Za-z0-9\-()[\]]+)*$/),
  'source!': source, citations: map, context: string,
});
const cachePoint = object({ 'type!': oneOf('default'), ttl: oneOf('5m', '1h') });
const block = exactlyOne({
  text: matching(/\S/),
  image,
  document,
  audio: object({ 'format!': oneOf('mp3', 'opus', 'wav', 'aac', 'flac', 'mp4', 'ogg', 'm4a', 'webm'), 'source!': source }),
  cachePoint,
  toolUse: object({ 'toolUseId!': id, 'name!': id, 'input!': map }),
  toolResult: object({
    'toolUseId!': id, status: oneOf('success', 'error'),
    'content!': list(exactlyOne({ text: filled, json: map, image, document }), { min: 1 }),
  }),
  reasoningContent: exactlyOne({ reasoningText: object({ 'text!': string, signature: filled }), redactedContent: base64 }),
});
const tool = exactlyOne({
  toolSpec: object({ 'name!': id, description: filled, 'inputSchema!': object({ 'json!': map }), strict: any }),
  cachePoint,
});
const toolConfig = object({
  'tools!': list(tool, { min: 1 }),
  toolChoice: exactlyOne({ auto: object({}), any: object({}), tool: object({ 'name!': id }) }),
});
const claudeFields = object({
  thinking: map, output_config: map, top_k: whole(0), anthropic_beta: list(string), tool_choice: map, anthropic_version: string, context_management: map,
});
// docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html; which generations of Claude take it.
const kBetas = {
  'computer-use-2025-01-24': (version) => version >= 37 && version <= 45,
  'computer-use-2025-11-24': (version) => version >= 45,
  'token-efficient-tools-2025-02-19': (version) => version >= 37 && version <= 46,
  'interleaved-thinking-2025-05-14': (version) => version >= 40,
  'output-128k-2025-02-19': (version) => version === 37,
  'dev-full-thinking-2025-05-14': (version) => version >= 40 && version <= 46,
  'fine-grained-tool-streaming-2025-05-14': (version) => version >= 40 && version <= 45,
  'context-1m-2025-08-07': (version, model) => version === 46 || (model.includes('sonnet') && version >= 40 && version <= 45),
  'context-management-2025-06-27': (version, model) => version === 45 && !model.includes('opus'),
  'effort-2025-11-24': (version, model) => version === 45 && model.includes('opus'),
};
const conversation = {
  'messages!': list(object({ 'role!': oneOf('user', 'assistant'), 'content!': list(block, { min: 1 }) }), { min: 1 }),
  system: list(exactlyOne({ text: matching(/\S/), cachePoint })), toolConfig, additionalModelRequestFields: map,
};
const converse = object({
  ...conversation,
  inferenceConfig: object({ maxTokens: whole(1), temperature: number(0, 1), topP: number(0, 1), stopSequences: list(filled, { max: 2500 }) }),
  guardrailConfig: map, promptVariables: map, additionalModelResponseFieldPaths: list(matching(/^\//)),
  requestMetadata: map, performanceConfig: map, serviceTier: object({ 'type!': oneOf('default', 'flex', 'priority', 'reserved') }), outputConfig: map,
});
const count = object({ 'input!': object({ 'converse!': object(conversation) }) });

const kStop = {
  stop: 'end_turn', length: 'max_tokens', tools: 'tool_use', filter: 'content_filtered', refusal: 'guardrail_intervened', sequence: 'stop_sequence',
};
const kTypes = {
  400: 'ValidationException', 403: 'AccessDeniedException', 404: 'ResourceNotFoundException', 408: 'ModelTimeoutException', 413: 'ValidationException',
  424: 'ModelErrorException', 429: 'ThrottlingException', 500: 'InternalServerException', 503: 'ServiceUnavailableException',
};

export class FakeBedrock extends FakeProvider {
  streamType = 'application/vnd.amazon.eventstream';

  get baseUrl() {
    return this.origin;
  }

  get tells() {
    return { cacheRead: true, cacheWrite: true, reasoning: false };
  }

  replyHeaders() {
    return { 'x-amzn-requestid': 'b6d8f0c4-upstream' };
  }

  /** The signature takes time: it is checked with the body, in fault(). */
  authorise({ headers }) {
    const given = headers.authorization ?? '';
    if (headers['x-api-key'] || headers['api-key']) return { status: 400, message: "another API's headers" };
    if (given === `Bearer ${kBedrockKey}` || given.startsWith('AWS4-HMAC-SHA256 ')) return null;
    return { status: 403, message: 'Authentication failed: Please make sure your API Key is valid.' };
  }

  route({ method, rawPath }) {
    if (rawPath.startsWith('/foundation-models')) return method === 'GET' ? { operation: 'models' } : null;
    const [, model, verb] = /^\/model\/([^/?]+)\/(converse|converse-stream|count-tokens)$/.exec(rawPath) ?? [];
    if (!verb || method !== 'POST') return null;
    if (encodeURIComponent(decodeURIComponent(model)) !== model) return null; // ':' and '/' of ids and ARNs are encoded
    return { operation: verb === 'count-tokens' ? 'count' : 'chat', stream: verb === 'converse-stream', model: decodeURIComponent(model) };
  }

  async fault(record, step) {
    if (record.headers.authorization.startsWith('AWS4')) {
      const message = await signatureFault(record, kAwsKeys);
      if (message) return { status: 403, type: 'InvalidSignatureException', message };
    }
    return super.fault(record, step);
  }

  validate({ body, route: { operation, model } }) {
    (operation === 'count' ? count : converse)(body, '');
    const { messages, toolConfig: tools, inferenceConfig = {}, additionalModelRequestFields: more = {} } = operation === 'count' ? body.input.converse : body;
    const turns = messages.map(({ role, content }) => ({ role, blocks: content.filter((each) => !each.cachePoint).map(blockOf) }));
    const uses = turns.some(({ blocks }) => blocks.some(({ kind }) => kind === 'call' || kind === 'result'));
    if (uses && !tools) violate('toolConfig', 'The toolConfig field must be defined when using toolUse and toolResult content blocks.');
    messages.forEach(({ content }, index) => {
      if (content.some((each) => each.document) && !content.some((each) => each.text)) violate(`messages.${index}`, 'a document needs a text beside it');
    });
    for (const { toolSpec } of tools?.tools ?? []) {
      if (toolSpec && toolSpec.inputSchema.json.type !== 'object') violate('toolConfig.tools', 'The value at inputSchema.json.type must be one of the following: object.');
    }
    const claude = claudeVersion(model) > 0;
    if (claude) {
      claudeFields(more, 'additionalModelRequestFields');
      for (const beta of more.anthropic_beta ?? []) {
        if (!kBetas[beta]?.(claudeVersion(model), model)) violate('anthropic_beta', 'invalid beta flag');
      }
      if (more.context_management && !more.anthropic_beta?.includes('context-management-2025-06-27')) violate('context_management', 'Extra inputs are not permitted');
      const choice = tools?.toolChoice && Object.keys(tools.toolChoice)[0];
      checkClaudeRules({ model, ...more, temperature: inferenceConfig.temperature, top_p: inferenceConfig.topP, max_tokens: inferenceConfig.maxTokens, tool_choice: choice }, operation === 'count');
    }
    const thinks = ['enabled', 'adaptive'].includes(more.thinking?.type);
    checkTurns(turns, { thinks, prefill: !claude || claudeVersion(model) < 46, proofs: this.signatures });
  }

  modelList() {
    return { modelSummaries: this.models.map((modelId) => ({ modelId, modelName: modelId, providerName: 'Fake' })) };
  }

  sendError(response, step) {
    const type = step.type ?? kTypes[step.status] ?? 'InternalServerException';
    super.sendError(response, { ...step, headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/`, ...step.headers } });
  }

  errorBody(status, message) {
    return { message };
  }

  errorEvent({ type = 'modelStreamErrorException', message = 'The model failed while it answered.' }) {
    return { headers: { ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' }, data: JSON.stringify({ message }) };
  }

  frame({ event, data, headers }) {
    return awsFrame(headers ?? { ':event-type': event, ':content-type': 'application/json', ':message-type': 'event' }, data);
  }

  reply({ body, route }, step) {
    if (route.operation === 'count') return { inputTokens: step.usage.input };
    const content = step.blocks.map(contentBlock);
    return {
      metrics: { latencyMs: 12 }, output: { message: { role: 'assistant', content } }, stopReason: kStop[step.stop],
      ...(step.without?.includes('usage') ? {} : { usage: usageOf(step) }), ...sequenceOf(step, body, false),
    };
  }

  events({ body }, step) {
    const list = [];
    const say = (event, members, mark) => list.push({ event, data: JSON.stringify({ ...members, p: 'abcdefghijkl'.slice(0, 1 + (list.length % 12)) }), mark });
    say('messageStart', { role: 'assistant' });
    step.blocks.forEach((each, contentBlockIndex) => {
      const delta = (value) => say('contentBlockDelta', { contentBlockIndex, delta: value });
      if (each.call) {
        say('contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId: each.id, name: each.call } } });
        for (const input of argumentPieces(each.args)) delta({ toolUse: { input } });
      } else if (each.redacted) {
        delta({ reasoningContent: { redactedContent: each.redacted } });
      } else if (each.thinking !== undefined) {
        delta({ reasoningContent: { text: each.thinking.slice(0, 2) } });
        delta({ reasoningContent: { text: each.thinking.slice(2) } });
        delta({ reasoningContent: { signature: each.signature } });
      } else {
        for (const text of piecesOf(each.text ?? each.refusal)) delta({ text });
      }
      say('contentBlockStop', { contentBlockIndex });
    });
    say('messageStop', { stopReason: kStop[step.stop], ...sequenceOf(step, body, true) }, 'finish');
    if (!step.without?.includes('usage')) say('metadata', { metrics: { latencyMs: 12 }, usage: usageOf(step) }, 'end');
    return list;
  }
}

/** Which stop sequence it was is told only where the request names its place in the model's own reply. */
function sequenceOf(step, body, streamed) {
  const path = streamed ? '/delta/stop_sequence' : '/stop_sequence';
  if (step.stop !== 'sequence' || !body.additionalModelResponseFieldPaths?.includes(path)) return {};
  const field = { stop_sequence: step.sequence };
  return { additionalModelResponseFields: streamed ? { delta: field } : field };
}

function usageOf({ usage }) {
  const outputTokens = usage.output + usage.reasoning;
  return {
    inputTokens: usage.input, outputTokens, totalTokens: usage.input + usage.cacheRead + usage.cacheWrite + outputTokens,
    cacheReadInputTokens: usage.cacheRead, cacheWriteInputTokens: usage.cacheWrite,
  };
}

function contentBlock(each) {
  if (each.call) return { toolUse: { toolUseId: each.id, name: each.call, input: each.args ?? {} } };
  if (each.redacted) return { reasoningContent: { redactedContent: each.redacted } };
  if (each.thinking !== undefined) return { reasoningContent: { reasoningText: { text: each.thinking, signature: each.signature } } };
  return { text: textOf(each) ?? each.refusal };
}

function blockOf(each) {
  if (each.toolUse) return { kind: 'call', id: each.toolUse.toolUseId };
  if (each.toolResult) return { kind: 'result', id: each.toolResult.toolUseId };
  if (each.reasoningContent) return { kind: 'thinking', proof: each.reasoningContent.redactedContent ?? each.reasoningContent.reasoningText.signature };
  return each.text === undefined ? { kind: 'other' } : { kind: 'text', text: each.text };
}
