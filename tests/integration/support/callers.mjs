// One conversation in the words of each dialect, through that dialect's official SDK. A caller takes
//
//   { model, system, turns: [user('Hi'), said(answer), results([{ id, text }])], tools, choice, format, effort, max, … }
//
// and answers what the application got: { text, reasoning, calls, finish, usage, turn, raw, headers }, where `turn` is
// what an application sends back as the assistant's turn, exactly as it came.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { checkChatStream, checkMessageStream, checkResponseStream } from './grammar.mjs';

export const user = (...content) => ({ role: 'user', content });
export const said = (answer) => ({ role: 'assistant', turn: answer.turn });
export const results = (list) => ({ role: 'results', list });

const words = (content) => content.every((each) => typeof each === 'string') && content.join('\n');
const dropUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** What one side says in a row as one message. */
function joined(messages) {
  const blocks = (content) => (typeof content === 'string' ? [{ type: 'text', text: content }] : content);
  return messages.reduce((list, message) => {
    const last = list.at(-1);
    if (last?.role !== message.role) return [...list, message];
    return [...list.slice(0, -1), { ...last, content: [...blocks(last.content), ...blocks(message.content)] }];
  }, []);
}

class ChatCaller {
  name = 'openai_chat';
  path = '/v1/chat/completions';
  errors = OpenAI;

  constructor(url, secret) {
    this.client = new OpenAI({ apiKey: secret, baseURL: `${url}/v1`, maxRetries: 0 });
  }

  body({ model, system, turns, tools, choice, format, effort, max, stop, more = {} }) {
    return dropUndefined({
      model,
      messages: [...(system ? [{ role: 'system', content: system }] : []), ...turns.flatMap((turn) => this.turn(turn))],
      tools: tools?.map(({ name, description, schema }) => ({ type: 'function', function: { name, description, parameters: schema } })),
      tool_choice: choice && (/^(auto|none|required)$/.test(choice) ? choice : { type: 'function', function: { name: choice } }),
      response_format: format && { type: 'json_schema', json_schema: { name: format.name, schema: format.schema, strict: true } },
      reasoning_effort: effort,
      max_completion_tokens: max,
      stop,
      ...more,
    });
  }

  turn({ role, content, turn, list }) {
    if (role === 'assistant') return [turn];
    if (role === 'results') return list.map(({ id, text }) => ({ role: 'tool', tool_call_id: id, content: text }));
    const parts = content.map((each) => {
      if (typeof each === 'string') return { type: 'text', text: each };
      return { type: 'image_url', image_url: { url: `data:${each.image.type};base64,${each.image.data}` } };
    });
    return [{ role: 'user', content: words(content) || parts }];
  }

  async ask(request, { stream = false, ...options } = {}) {
    const body = this.body(request);
    if (!stream) {
      const { data, response } = await this.client.chat.completions.create(body, options).withResponse();
      const [{ message, finish_reason }] = data.choices;
      return this.answer(message, finish_reason, data.usage, data, response);
    }
    const asked = { ...body, stream: true, stream_options: { include_usage: true } };
    const { data, response } = await this.client.chat.completions.create(asked, options).withResponse();
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    const { message, finish, usage } = checkChatStream(chunks);
    return this.answer(message, finish, usage, chunks, response);
  }

  answer(message, finish, usage, raw, response) {
    return {
      text: message.content ?? '',
      refusal: message.refusal ?? undefined,
      reasoning: message.reasoning_content ?? '',
      calls: (message.tool_calls ?? []).filter(({ type }) => type === 'function').map(({ id, function: { name, arguments: args } }) => ({ id, name, args: JSON.parse(args) })),
      free: (message.tool_calls ?? []).filter(({ type }) => type === 'custom').map(({ id, custom: { name, input } }) => ({ id, name, input })),
      citations: (message.annotations ?? []).map(({ url_citation: { url, title } }) => ({ url, title })),
      finish,
      usage,
      counts: usage && {
        input: usage.prompt_tokens, cacheRead: usage.prompt_tokens_details?.cached_tokens ?? 0, output: usage.completion_tokens,
        reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
      },
      turn: message,
      raw,
      headers: response.headers,
    };
  }
}

class ResponsesCaller {
  name = 'openai_responses';
  path = '/v1/responses';
  errors = OpenAI;

  constructor(url, secret) {
    this.client = new OpenAI({ apiKey: secret, baseURL: `${url}/v1`, maxRetries: 0 });
  }

  body({ model, system, turns, tools, choice, format, effort, max, more = {} }) {
    return dropUndefined({
      model,
      instructions: system,
      input: turns.flatMap((turn) => this.turn(turn)),
      tools: tools?.map(({ name, description, schema }) => ({ type: 'function', name, description, parameters: schema, strict: false })),
      tool_choice: choice && (/^(auto|none|required)$/.test(choice) ? choice : { type: 'function', name: choice }),
      text: format && { format: { type: 'json_schema', name: format.name, schema: format.schema, strict: true } },
      reasoning: effort && { effort, summary: 'auto' },
      include: effort && ['reasoning.encrypted_content'],
      max_output_tokens: max,
      ...more,
    });
  }

  turn({ role, content, turn, list }) {
    if (role === 'assistant') return turn;
    if (role === 'results') return list.map(({ id, text }) => ({ type: 'function_call_output', call_id: id, output: text }));
    const parts = content.map((each) => {
      if (typeof each === 'string') return { type: 'input_text', text: each };
      return { type: 'input_image', image_url: `data:${each.image.type};base64,${each.image.data}`, detail: 'auto' };
    });
    return [{ role: 'user', content: words(content) || parts }];
  }

  async ask(request, { stream = false, ...options } = {}) {
    const body = this.body(request);
    if (!stream) {
      const { data, response } = await this.client.responses.create(body, options).withResponse();
      return this.answer(data, data, response);
    }
    const { data, response } = await this.client.responses.create({ ...body, stream: true }, options).withResponse();
    const events = [];
    for await (const event of data) events.push(event);
    return this.answer(checkResponseStream(events), events, response);
  }

  answer(reply, raw, response) {
    const parts = reply.output.filter(({ type }) => type === 'message').flatMap(({ content }) => content);
    const reasoning = reply.output.filter(({ type }) => type === 'reasoning');
    const usage = reply.usage ?? undefined;
    return {
      text: parts.map(({ text }) => text ?? '').join(''),
      refusal: parts.find(({ refusal }) => refusal)?.refusal,
      reasoning: reasoning.flatMap(({ summary, content }) => [...summary, ...(content ?? [])]).map(({ text }) => text).join(''),
      calls: reply.output
        .filter(({ type }) => type === 'function_call')
        .map(({ call_id, name, arguments: args }) => ({ id: call_id, name, args: JSON.parse(args) })),
      free: reply.output.filter(({ type }) => type === 'custom_tool_call').map(({ call_id, name, input }) => ({ id: call_id, name, input })),
      citations: parts.flatMap(({ annotations }) => annotations ?? []).map(({ url, title }) => ({ url, title })),
      finish: reply.status === 'incomplete' ? `incomplete:${reply.incomplete_details.reason}` : reply.status,
      usage,
      counts: usage && {
        input: usage.input_tokens, cacheRead: usage.input_tokens_details.cached_tokens, output: usage.output_tokens,
        reasoning: usage.output_tokens_details.reasoning_tokens,
      },
      turn: reply.output,
      id: reply.id,
      raw,
      headers: response.headers,
    };
  }
}

class MessagesCaller {
  name = 'anthropic_messages';
  path = '/v1/messages';
  errors = Anthropic;

  constructor(url, secret) {
    this.client = new Anthropic({ apiKey: secret, authToken: null, baseURL: url, maxRetries: 0 });
  }

  body({ model, system, turns, tools, choice, format, effort, budget, max = 1024, stop, more = {} }) {
    const kinds = { auto: 'auto', none: 'none', required: 'any' };
    const thinks = effort && { type: 'enabled', budget_tokens: budget ?? 1024 };
    return dropUndefined({
      model,
      max_tokens: thinks ? max + (budget ?? 1024) : max,
      system,
      messages: joined(turns.map((turn) => this.turn(turn))),
      tools: tools?.map(({ name, description, schema }) => ({ name, description, input_schema: schema })),
      tool_choice: choice && (kinds[choice] ? { type: kinds[choice] } : { type: 'tool', name: choice }),
      output_config: format && { format: { type: 'json_schema', schema: format.schema } },
      thinking: thinks,
      stop_sequences: stop,
      ...more,
    });
  }

  turn({ role, content, turn, list }) {
    if (role === 'assistant') return { role: 'assistant', content: turn };
    if (role === 'results') {
      return { role: 'user', content: list.map(({ id, text, error }) => dropUndefined({ type: 'tool_result', tool_use_id: id, content: text, is_error: error })) };
    }
    const parts = content.map((each) => {
      if (typeof each === 'string') return { type: 'text', text: each };
      return { type: 'image', source: { type: 'base64', media_type: each.image.type, data: each.image.data } };
    });
    return { role: 'user', content: words(content) || parts };
  }

  async ask(request, { stream = false, ...options } = {}) {
    const body = this.body(request);
    if (!stream) {
      const { data, response } = await this.client.messages.create(body, options).withResponse();
      return this.answer(data, data, response);
    }
    const events = [];
    const running = this.client.messages.stream(body, options);
    running.on('streamEvent', (event) => events.push(structuredClone(event)));
    const { data, response } = await running.withResponse();
    const message = await data.finalMessage();
    checkMessageStream(events);
    return this.answer(message, events, response);
  }

  answer(message, raw, response) {
    const blocks = (type) => message.content.filter((block) => block.type === type);
    const { usage } = message;
    const cacheRead = usage.cache_read_input_tokens ?? 0;
    return {
      text: blocks('text').map(({ text }) => text).join(''),
      reasoning: blocks('thinking').map(({ thinking }) => thinking).join(''),
      calls: blocks('tool_use').map(({ id, name, input }) => ({ id, name, args: input })),
      citations: blocks('text').flatMap(({ citations }) => citations ?? []).map(({ url, title }) => ({ url, title })),
      finish: message.stop_reason,
      sequence: message.stop_sequence,
      usage,
      counts: {
        input: usage.input_tokens + cacheRead + (usage.cache_creation_input_tokens ?? 0), cacheRead, output: usage.output_tokens,
        reasoning: usage.output_tokens_details?.thinking_tokens,
      },
      turn: message.content,
      raw,
      headers: response.headers,
    };
  }
}

/** Text completions know prompts only: one user's turn, no system text, no tools. */
class CompletionsCaller {
  name = 'openai_completions';
  path = '/v1/completions';
  errors = OpenAI;

  constructor(url, secret) {
    this.client = new OpenAI({ apiKey: secret, baseURL: `${url}/v1`, maxRetries: 0 });
  }

  body({ model, turns: [{ content }], max, stop, more = {} }) {
    return dropUndefined({ model, prompt: words(content), max_tokens: max, stop, ...more });
  }

  async ask(request, { stream = false, ...options } = {}) {
    const body = this.body(request);
    if (!stream) {
      const { data, response } = await this.client.completions.create(body, options).withResponse();
      return this.answer(data.choices[0].text, data.choices[0].finish_reason, data.usage, data, response);
    }
    const asked = { ...body, stream: true, stream_options: { include_usage: true } };
    const { data, response } = await this.client.completions.create(asked, options).withResponse();
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    assert.ok(chunks.every(({ object }) => object === 'text_completion'));
    const finish = chunks.map(({ choices }) => choices[0]?.finish_reason).filter(Boolean);
    assert.equal(finish.length, 1, `finish reasons: ${finish}`);
    return this.answer(chunks.map(({ choices }) => choices[0]?.text ?? '').join(''), finish[0], chunks.at(-1).usage, chunks, response);
  }

  answer(text, finish, usage, raw, response) {
    const counts = usage && {
      input: usage.prompt_tokens, cacheRead: usage.prompt_tokens_details?.cached_tokens ?? 0, output: usage.completion_tokens,
      reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    };
    return { text, finish, usage, counts, raw, headers: response.headers };
  }
}

export const kChatDialects = ['openai_chat', 'openai_responses', 'anthropic_messages'];

/** A caller of each dialect by its name. */
export function makeCallers(url, secret) {
  const all = [ChatCaller, ResponsesCaller, MessagesCaller, CompletionsCaller].map((Caller) => new Caller(url, secret));
  return Object.fromEntries(all.map((caller) => [caller.name, caller]));
}
