// Google's Gemini API (ai.google.dev/api/generate-content; types of @google/genai).
import { kVector } from './openai.mjs';
import { FakeProvider, piecesOf } from './fake_provider.mjs';
import { any, base64, boolean, exactlyOne, filled, integer, list, map, matching, number, object, oneOf, string, violate, whole } from './shape.mjs';

export const kGeminiKey = 'AIzaUpstream-3e5f2c9a7e41d84b0c9f';
/** What Google documents for calls of other models: ai.google.dev/gemini-api/docs/thought-signatures. */
const kNoSignature = new Set(['skip_thought_signature_validator', 'context_engineering_is_the_way_to_go']);

const functionName = matching(/^[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}$/);
const blob = object({ 'mimeType!': matching(/^[a-z]+\/[a-z0-9.+-]+$/), 'data!': base64, displayName: string });
const partMembers = {
  text: string,
  inlineData: blob,
  fileData: object({ mimeType: filled, 'fileUri!': filled }),
  functionCall: object({ id: filled, 'name!': functionName, args: map }),
  functionResponse: object({ id: filled, 'name!': functionName, 'response!': map, parts: list(object({ 'inlineData!': blob })) }),
  executableCode: map,
  codeExecutionResult: map,
};
const part = exactlyOne(partMembers, { thought: boolean, thoughtSignature: filled, mediaResolution: map, videoMetadata: map });
const content = object({ 'role!': oneOf('user', 'model'), 'parts!': list(part, { min: 1 }) });

// The OpenAPI subset of `parameters` and `responseSchema`, and the subset of JSON schema of their newer siblings.
const kOpenApi = new Set(['type', 'format', 'title', 'description', 'nullable', 'enum', 'maxItems', 'minItems', 'properties', 'required',
  'minProperties', 'maxProperties', 'minLength', 'maxLength', 'pattern', 'example', 'anyOf', 'propertyOrdering', 'default', 'items', 'minimum', 'maximum']);
const kJsonSchema = new Set(['$id', '$defs', '$ref', '$anchor', 'type', 'format', 'title', 'description', 'const', 'enum', 'items', 'prefixItems',
  'minItems', 'maxItems', 'minimum', 'maximum', 'anyOf', 'oneOf', 'properties', 'additionalProperties', 'required', 'propertyOrdering', 'nullable']);
const schemaOf = (known) => {
  const check = (value, at) => {
    if (typeof value === 'boolean') return;
    map(value, at);
    for (const [name, member] of Object.entries(value)) {
      if (!known.has(name)) violate(at, `Invalid JSON payload received. Unknown name "${name}"`);
      if (name === 'properties' || name === '$defs') Object.entries(member).forEach(([key, each]) => check(each, `${at}.${name}.${key}`));
      if (name === 'items' || name === 'additionalProperties') check(member, `${at}.${name}`);
      if (name === 'anyOf' || name === 'oneOf') member.forEach((each, index) => check(each, `${at}.${name}.${index}`));
    }
    for (const name of value.required ?? []) if (!value.properties?.[name]) violate(`${at}.required`, `property is not defined: ${name}`);
  };
  return check;
};
const declaration = object({
  'name!': functionName, 'description!': string, parameters: schemaOf(kOpenApi), parametersJsonSchema: schemaOf(kJsonSchema), behavior: string,
});
const tool = exactlyOne({
  functionDeclarations: list(declaration, { min: 1 }), googleSearch: map, urlContext: map, codeExecution: map, googleSearchRetrieval: map,
});
const calling = object({ mode: oneOf('AUTO', 'ANY', 'NONE', 'VALIDATED'), allowedFunctionNames: list(functionName) });
const penalty = number(-2, 1.999999);
const generationConfig = object({
  stopSequences: list(filled, { max: 5 }), responseMimeType: oneOf('text/plain', 'application/json', 'text/x.enum'),
  responseSchema: schemaOf(kOpenApi), responseJsonSchema: schemaOf(kJsonSchema), responseModalities: list(string), candidateCount: whole(1, 8),
  maxOutputTokens: whole(1), temperature: number(0, 2), topP: number(0, 1), topK: whole(1), seed: whole(-(2 ** 31), 2 ** 31 - 1),
  presencePenalty: penalty, frequencyPenalty: penalty, responseLogprobs: boolean, logprobs: whole(0, 20),
  mediaResolution: oneOf('MEDIA_RESOLUTION_LOW', 'MEDIA_RESOLUTION_MEDIUM', 'MEDIA_RESOLUTION_HIGH'),
  thinkingConfig: object({ includeThoughts: boolean, thinkingBudget: integer, thinkingLevel: oneOf('MINIMAL', 'LOW', 'MEDIUM', 'HIGH') }),
});
const generate = {
  'contents!': list(content, { min: 1 }), systemInstruction: object({ role: string, 'parts!': list(object({ 'text!': string }), { min: 1 }) }),
  tools: list(tool), toolConfig: object({ functionCallingConfig: calling }), generationConfig, safetySettings: list(map), cachedContent: string,
  serviceTier: oneOf('standard', 'flex', 'priority'), labels: map,
};
const embedFields = {
  content: object({ role: string, 'parts!': list(object({ 'text!': filled }), { min: 1 }) }), taskType: filled, title: string, outputDimensionality: whole(1),
};
const embed = object({ ...embedFields, model: matching(/^models\//) });
const embedMany = object({ 'requests!': list(object({ ...embedFields, 'model!': matching(/^models\//) }), { min: 1 }) });

const kStop = { stop: 'STOP', length: 'MAX_TOKENS', tools: 'STOP', filter: 'SAFETY', refusal: 'PROHIBITED_CONTENT', sequence: 'STOP' };
const kStatus = {
  400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL', 503: 'UNAVAILABLE',
};
const kVerbs = {
  generateContent: { operation: 'chat' }, streamGenerateContent: { operation: 'chat', stream: true }, countTokens: { operation: 'count' },
  embedContent: { operation: 'embed' }, batchEmbedContents: { operation: 'embedMany' },
};

export class FakeGemini extends FakeProvider {
  get baseUrl() {
    return `${this.origin}/v1beta`;
  }

  get tells() {
    return { cacheRead: true, cacheWrite: false, reasoning: true };
  }

  authorise({ headers, url }) {
    if (headers.authorization || headers['x-api-key'] || url.searchParams.has('key')) return { status: 400, message: "another API's credentials" };
    if (headers['x-goog-api-key'] === kGeminiKey) return null;
    return { status: 400, message: 'API key not valid. Please pass a valid API key.', reason: 'API_KEY_INVALID' };
  }

  route({ method, url }) {
    if (method === 'GET') return url.pathname === '/v1beta/models' ? { operation: 'models' } : null;
    const [, model, verb] = /^\/v1beta\/models\/([^/:]+):(\w+)$/.exec(url.pathname) ?? [];
    if (method !== 'POST' || !kVerbs[verb]) return null;
    if ((url.searchParams.get('alt') === 'sse') !== Boolean(kVerbs[verb].stream)) return null;
    return { ...kVerbs[verb], model: decodeURIComponent(model) };
  }

  validate({ body, route }) {
    if (route.operation === 'embed') return embed(body, '');
    if (route.operation === 'embedMany') return embedMany(body, '');
    if (route.operation === 'count' && body.generateContentRequest) {
      object({ 'generateContentRequest!': object({ ...generate, 'model!': filled }) })(body, '');
      return checkConversation(body.generateContentRequest, route.model, this.signatures);
    }
    object(generate)(body, '');
    checkConversation(body, route.model, this.signatures);
    return checkConfig(body, route.model);
  }

  modelList() {
    return { models: this.models.map((name) => ({ name: `models/${name}`, supportedGenerationMethods: ['generateContent'] })) };
  }

  errorBody(status, message, { reason, details }) {
    const info = reason ? [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] : undefined;
    return { error: { code: status, message, status: kStatus[status] ?? 'UNKNOWN', details: details ?? info } };
  }

  errorEvent({ message = 'The model is overloaded.' }) {
    return { data: JSON.stringify({ error: { code: 503, message, status: 'UNAVAILABLE' } }) };
  }

  reply({ body, route }, step) {
    if (route.operation === 'count') return { totalTokens: step.usage.input, promptTokensDetails: [{ modality: 'TEXT', tokenCount: step.usage.input }] };
    if (route.operation === 'embed') return { embedding: { values: kVector } };
    if (route.operation === 'embedMany') return { embeddings: body.requests.map(() => ({ values: kVector })) };
    const count = body.generationConfig?.candidateCount ?? 1;
    const parts = partsOf(step).flat();
    const candidates = step.blocked ? undefined : Array.from({ length: count }, (_, index) => ({ ...candidate(parts, step), index }));
    return { ...head(step, route), candidates, ...(step.blocked ? { promptFeedback: { blockReason: step.blocked } } : {}) };
  }

  events({ route }, step) {
    const groups = partsOf(step);
    const frame = (members) => ({ data: JSON.stringify({ ...members, ...head(step, route) }) });
    if (step.blocked) return [frame({ promptFeedback: { blockReason: step.blocked } })];
    const list = groups.map((parts) => frame({ candidates: [{ content: { parts, role: 'model' }, index: 0 }] }));
    const last = candidate([], step);
    return [...list, { ...frame({ candidates: [{ ...last, content: { parts: [{ text: '' }], role: 'model' }, index: 0 }] }), mark: 'finish' }];
  }
}

function head(step, { model }) {
  const { input, cacheRead, cacheWrite, output, reasoning } = step.usage;
  const prompt = input + cacheRead + cacheWrite;
  const usageMetadata = {
    promptTokenCount: prompt, candidatesTokenCount: output, totalTokenCount: prompt + output + reasoning,
    ...(cacheRead ? { cachedContentTokenCount: cacheRead } : {}), ...(reasoning ? { thoughtsTokenCount: reasoning } : {}),
  };
  return { ...(step.without?.includes('usage') ? {} : { usageMetadata }), modelVersion: `${model}-001`, responseId: 'resp-up' };
}

function candidate(parts, step) {
  const citations = step.blocks.flatMap((block) => block.citations ?? []);
  const groundingMetadata = {
    groundingChunks: citations.map(({ url, title }) => ({ web: { uri: url, title } })),
    groundingSupports: citations.map(({ start = 0, end = 5 }, index) => ({ segment: { startIndex: start, endIndex: end }, groundingChunkIndices: [index] })),
  };
  const logprobsResult = step.logprobsResult ? { logprobsResult: step.logprobsResult } : {};
  return {
    content: { parts, role: 'model' }, finishReason: kStop[step.stop], ...logprobsResult,
    ...(citations.length > 0 ? { groundingMetadata } : {}),
  };
}

/** The parts of each event. What a thought was signed with stands on the first call, else on the last text. */
function partsOf({ blocks }) {
  const bearer = blocks.find(({ call }) => call) ?? blocks.findLast(({ text, refusal }) => text ?? refusal);
  const signature = blocks.find((block) => block.thinking !== undefined)?.signature;
  return blocks.flatMap((block) => {
    if (block.thinking !== undefined) return [[{ text: block.thinking, thought: true }]];
    const proof = block.signature ?? (block === bearer ? signature : undefined);
    const signed = proof ? { thoughtSignature: proof } : {};
    if (block.call) return [[{ functionCall: { name: block.call, args: block.args ?? {}, ...(block.own ? { id: block.id } : {}) }, ...signed }]];
    const texts = piecesOf(block.text ?? block.refusal).map((text) => [{ text }]);
    if (proof) Object.assign(texts.at(-1)[0], signed);
    return texts;
  });
}

const isGemini3 = (model) => /^gemini-3/.test(model);

/** ai.google.dev/gemini-api/docs/function-calling and /thought-signatures, with the words of the API's own refusals. */
function checkConversation({ contents }, model, signatures) {
  const count = (turn, member) => (turn?.parts ?? []).filter((each) => each[member]).length;
  const lastSpoken = contents.findLastIndex(({ role, parts }) => role === 'user' && !parts.some(({ functionResponse }) => functionResponse));
  contents.forEach((turn, index) => {
    const at = `contents.${index}`;
    if (turn.role !== (index % 2 === 0 ? 'user' : 'model')) violate(at, 'Please ensure that multiturn requests alternate between user and model');
    const calls = count(contents[index - 1], 'functionCall');
    const answers = count(turn, 'functionResponse');
    if (calls !== answers) {
      violate(at, 'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.');
    }
    const names = (turns, member) => (turns?.parts ?? []).filter((each) => each[member]).map((each) => each[member].name).sort().join();
    if (names(contents[index - 1], 'functionCall') !== names(turn, 'functionResponse')) violate(at, 'function responses name other functions than were called');
    for (const { thoughtSignature } of turn.parts) {
      if (thoughtSignature && !signatures.has(thoughtSignature) && !kNoSignature.has(thoughtSignature)) violate(at, 'Thought signature is not valid');
    }
    const firstCall = turn.parts.find(({ functionCall }) => functionCall);
    if (isGemini3(model) && turn.role === 'model' && index > lastSpoken && firstCall && !firstCall.thoughtSignature) {
      violate(at, `Function call ${firstCall.functionCall.name} is missing a thought_signature in functionCall parts.`);
    }
  });
  if (count(contents.at(-1), 'functionCall') > 0) violate('contents', 'a function call turn has to be answered');
}

function checkConfig({ generationConfig: config = {}, tools, toolConfig }, model) {
  if ((config.responseSchema || config.responseJsonSchema) && config.responseMimeType !== 'application/json') {
    violate('generationConfig', 'a response schema needs responseMimeType application/json');
  }
  const functions = tools?.some(({ functionDeclarations }) => functionDeclarations);
  if (functions && config.responseMimeType === 'application/json' && !isGemini3(model)) {
    violate('generationConfig', "Function calling with a response mime type: 'application/json' is unsupported");
  }
  if (functions && tools.length > 1) violate('tools', 'Tool use with function calling is unsupported');
  if (toolConfig && !functions) violate('toolConfig', 'Function calling config is set without function_declarations.');
  if (config.logprobs !== undefined && !config.responseLogprobs) violate('generationConfig.logprobs', 'needs responseLogprobs');
  const { thinkingBudget, thinkingLevel } = config.thinkingConfig ?? {};
  if (thinkingBudget !== undefined && thinkingLevel !== undefined) violate('thinkingConfig', 'takes a budget or a level');
  if (thinkingLevel && !isGemini3(model)) violate('thinkingConfig', 'Thinking level is not supported for this model.');
  if (thinkingBudget > 24576 && /flash/.test(model)) violate('thinkingConfig', 'The thinking budget is invalid. Please choose a value between 0 and 24576.');
  if (/^gemini-2\.5/.test(model) && (config.presencePenalty || config.frequencyPenalty)) violate('generationConfig', `Penalty is not enabled for models/${model}`);
}
