// OpenAI: chat, completions, embeddings, responses; and the servers that are compatible with its chat.
import { FakeProvider, inThree, piecesOf, textOf } from './fake_provider.mjs';
import { checkChat, checkCompletions, checkEmbeddings, checkResponses } from './openai_shapes.mjs';
import { responseEvents, responseObject } from './openai_responses.mjs';
import { violate } from './shape.mjs';

export const kOpenAiKey = 'sk-upstream-openai-5f2c9a7e41d8';

const kFinish = { stop: 'stop', length: 'length', tools: 'tool_calls', filter: 'content_filter', refusal: 'stop', sequence: 'stop' };
const kOperations = {
  '/chat/completions': 'chat', '/completions': 'completions', '/embeddings': 'embeddings', '/responses': 'responses', '/models': 'models',
};

export class FakeOpenAi extends FakeProvider {
  constructor({ compatible = false, ...options } = {}) {
    super(options);
    this.compatible = compatible;
  }

  get baseUrl() {
    return `${this.origin}/v1`;
  }

  /** Which buckets of usage this API can tell apart. */
  get tells() {
    return { cacheRead: true, cacheWrite: false, reasoning: true };
  }

  authorise({ headers }) {
    if (headers['x-api-key'] || headers['api-key'] || headers['anthropic-version']) return { status: 400, message: "another API's headers" };
    return headers.authorization === `Bearer ${kOpenAiKey}` ? null : { status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' };
  }

  route({ method, url, headers, rawBody }) {
    const operation = url.pathname.startsWith('/v1/') ? kOperations[url.pathname.slice(3)] : undefined;
    if (!operation || method !== (operation === 'models' ? 'GET' : 'POST')) return null;
    if (this.compatible && operation === 'responses') return null;
    if (method === 'POST' && !/^application\/json\b/.test(headers['content-type'] ?? '')) return null;
    return { operation, stream: /"stream"\s*:\s*true/.test(rawBody) };
  }

  validate({ body, route }, step) {
    if (route.operation === 'chat') checkChat(body, { compatible: this.compatible, ...step });
    else if (route.operation === 'responses') checkResponses(body, step, this.signatures);
    else if (route.operation === 'completions') checkCompletions(body, this.compatible);
    else checkEmbeddings(body, '');
  }

  modelList() {
    return { object: 'list', data: this.models.map((id) => ({ id, object: 'model', created: 1700000000, owned_by: 'fake' })) };
  }

  errorBody(status, message, { type = 'invalid_request_error', code = null, param = null }) {
    return { error: { message, type, param, code } };
  }

  errorEvent({ message = 'The server had an error while processing your request.' }) {
    return { data: JSON.stringify({ error: { message, type: 'server_error', param: null, code: null } }) };
  }

  reply({ body, route }, step) {
    const head = { id: 'chatcmpl-up', created: 1700000000, model: `${body.model}-2026-01-01` };
    if (route.operation === 'embeddings') return embeddings(body);
    if (route.operation === 'responses') return responseObject(body, step);
    if (route.operation === 'completions') {
      const text = step.blocks.map(textOf).join('');
      const choices = [{ text, index: 0, logprobs: null, finish_reason: kFinish[step.stop] }];
      return { ...head, object: 'text_completion', choices, usage: usageOf(step) };
    }
    const usage = step.without?.includes('usage') ? {} : { usage: usageOf(step) };
    const choices = Array.from({ length: body.n ?? 1 }, (_, index) => this.choice(index, step, body));
    return { ...head, object: 'chat.completion', choices, ...usage };
  }

  choice(index, step, body) {
    const message = { role: 'assistant', content: null, refusal: null };
    const citations = [];
    for (const block of step.blocks) {
      if (block.text !== undefined) message.content = (message.content ?? '') + textOf(block);
      if (block.citations) citations.push(...block.citations.map(annotation));
      if (block.refusal) message.refusal = block.refusal;
      if (block.thinking && this.compatible) message.reasoning_content = (message.reasoning_content ?? '') + block.thinking;
      if (block.call) (message.tool_calls ??= []).push({ id: block.id, ...callee(body, block) });
    }
    if (citations.length > 0) message.annotations = citations;
    return { index, message, logprobs: step.logprobs ?? null, finish_reason: kFinish[step.stop] };
  }

  events({ body, route }, step) {
    if (route.operation === 'responses') return responseEvents(body, step);
    if (route.operation === 'completions') return completionEvents(body, step);
    const wanted = body.stream_options?.include_usage === true;
    const frame = (choices, usage = null) => ({
      data: JSON.stringify({
        id: 'chatcmpl-up', object: 'chat.completion.chunk', created: 1700000000, model: `${body.model}-2026-01-01`, choices,
        ...(wanted ? { usage } : {}),
      }),
    });
    const delta = (value, finish_reason = null) => frame([{ index: 0, delta: value, logprobs: step.logprobs ?? null, finish_reason }]);
    const list = [delta({ role: 'assistant', content: '', refusal: null })];
    let calls = 0;
    for (const block of step.blocks) {
      for (const content of block.text === undefined ? [] : piecesOf(block.text)) list.push(delta({ content }));
      if (block.citations) list.push(delta({ annotations: block.citations.map(annotation) }));
      if (block.refusal) list.push(delta({ refusal: block.refusal }));
      if (block.thinking && this.compatible) list.push(delta({ reasoning_content: block.thinking }));
      if (!block.call) continue;
      const index = calls++;
      const { type, [type]: { name, ...said } } = callee(body, block);
      const [[member, whole]] = Object.entries(said);
      list.push(delta({ tool_calls: [{ index, id: block.id, type, [type]: { name, [member]: '' } }] }));
      for (const piece of inThree(whole)) list.push(delta({ tool_calls: [{ index, [type]: { [member]: piece } }] }));
    }
    list.push({ ...delta({}, kFinish[step.stop]), mark: 'finish' });
    if (wanted) list.push({ ...frame([], usageOf(step)), mark: 'usage' });
    return [...list, { data: '[DONE]', mark: 'end' }];
  }
}

/** Dated deployments: learn.microsoft.com/azure/ai-services/openai/reference. */
export class FakeAzure extends FakeOpenAi {
  constructor({ deployments, apiVersion, ...options }) {
    super(options);
    Object.assign(this, { deployments, apiVersion });
  }

  get baseUrl() {
    return this.origin;
  }

  authorise({ headers }) {
    if (headers.authorization || headers['x-api-key']) return { status: 400, message: "another API's headers" };
    return headers['api-key'] === kAzureKey ? null : { status: 401, message: 'Access denied due to invalid subscription key.', code: '401' };
  }

  route({ method, url, headers, rawBody }) {
    if (url.pathname === '/openai/v1/responses') return this.responsesRoute({ method, url, headers, rawBody });
    const [, deployment, path] = /^\/openai\/deployments\/([^/]+)(\/.+)$/.exec(url.pathname) ?? [];
    const operation = kOperations[path ?? url.pathname.replace(/^\/openai/, '')];
    if (url.searchParams.get('api-version') !== this.apiVersion || !operation || operation === 'responses') return null;
    if (operation === 'models') return method === 'GET' ? { operation } : null;
    if (method !== 'POST' || !deployment || Object.hasOwn(this.deployments, deployment)) return null; // a model's name, not its deployment's
    if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return null;
    return { operation, stream: /"stream"\s*:\s*true/.test(rawBody), deployment };
  }

  /** Outside of deployments and dated versions (learn.microsoft.com/azure/foundry/openai/how-to/responses). */
  responsesRoute({ method, url, headers, rawBody }) {
    const dated = url.searchParams.has('api-version') && !/^(preview|latest)$/.test(url.searchParams.get('api-version'));
    if (method !== 'POST' || dated || !/^application\/json\b/.test(headers['content-type'] ?? '')) return null;
    return { operation: 'responses', stream: /"stream"\s*:\s*true/.test(rawBody) };
  }

  validate(record, step) {
    const { body, route } = record;
    if (route.operation !== 'responses') return super.validate(record, step);
    const [model] = Object.entries(this.deployments).find(([, deployment]) => deployment === body.model) ?? [];
    if (!model) violate('model', `The API deployment ${body.model} does not exist.`);
    checkResponses({ ...body, model }, step, this.signatures);
  }
}

export const kAzureKey = 'azure-upstream-0c9f3e5f2c9a7e41d84b';

/** A tool of free text is called with it, all others with JSON. */
function callee({ tools }, { call: name, args }) {
  const free = tools?.some(({ custom }) => custom?.name === name);
  return free ? { type: 'custom', custom: { name, input: args.input } } : { type: 'function', function: { name, arguments: JSON.stringify(args ?? {}) } };
}

export function usageOf({ usage }) {
  const prompt = usage.input + usage.cacheRead + usage.cacheWrite;
  const completion = usage.output + usage.reasoning;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: usage.cacheRead, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: usage.reasoning, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 },
  };
}

function annotation({ url, title, start = 0, end = 5 }) {
  return { type: 'url_citation', url_citation: { url, title, start_index: start, end_index: end } };
}

function completionEvents(body, step) {
  const head = { id: 'cmpl-up', object: 'text_completion', created: 1700000000, model: body.model };
  const frame = (choices, more = {}) => ({ data: JSON.stringify({ ...head, choices, ...more }) });
  const list = step.blocks.flatMap((block) => piecesOf(block.text)).map((text) => frame([{ text, index: 0, logprobs: null, finish_reason: null }]));
  list.push({ ...frame([{ text: '', index: 0, logprobs: null, finish_reason: kFinish[step.stop] }]), mark: 'finish' });
  if (body.stream_options?.include_usage) list.push({ ...frame([], { usage: usageOf(step) }), mark: 'usage' });
  return [...list, { data: '[DONE]', mark: 'end' }];
}

export const kVector = [0.25, -0.5, 0.75, 0.125];

function embeddings({ model, input, encoding_format }) {
  const inputs = Array.isArray(input) && (typeof input[0] !== 'number') ? input : [input];
  const bytes = Buffer.from(new Float32Array(kVector).buffer);
  const embedding = encoding_format === 'base64' ? bytes.toString('base64') : kVector;
  const data = inputs.map((_, index) => ({ object: 'embedding', index, embedding }));
  return { object: 'list', data, model, usage: { prompt_tokens: 8, total_tokens: 8 } };
}
