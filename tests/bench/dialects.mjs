// The same short conversation in the dialects of OpenAI's chat completions and Anthropic's messages: what a caller
// sends, what an upstream answers, whole and as events (platform.openai.com/docs/api-reference/chat/create;
// platform.claude.com/docs/en/api/messages).
const system = 'You are a concise assistant. Answer briefly.';
const question = { role: 'user', content: 'Name one benefit of a gateway.' };
const answer = 'One place to meter, limit and route every request.';

const chunk = (choices, usage = null) => {
  const head = { id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1700000000, model: 'bench-model' };
  return `data: ${JSON.stringify({ ...head, service_tier: 'default', system_fingerprint: 'fp_bench', choices, usage })}\n\n`;
};
const choice = (delta, finish_reason = null) => [{ index: 0, delta, logprobs: null, finish_reason }];
const event = (type, fields) => `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;

export const chat = {
  path: '/v1/chat/completions',
  request: (model, more = {}) =>
    JSON.stringify({ model, messages: [{ role: 'system', content: system }, question], max_tokens: 64, ...more }),
  streaming: { stream: true, stream_options: { include_usage: true } },
  answer: JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion',
    created: 1700000000,
    model: 'bench-model',
    choices: [{ index: 0, message: { role: 'assistant', content: answer }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 27, completion_tokens: 12, total_tokens: 39 },
  }),
  text: (reply) => reply.choices[0].message.content,
  opening: chunk(choice({ role: 'assistant', content: '', refusal: null })),
  piece: (text) => chunk(choice({ content: text })),
  closing:
    chunk(choice({}, 'stop')) +
    chunk([], { prompt_tokens: 27, completion_tokens: 400, total_tokens: 427 }) +
    'data: [DONE]\n\n',
  pieceOf: (data) => data.choices?.[0]?.delta?.content,
};

export const messages = {
  path: '/v1/messages',
  request: (model, more = {}) => JSON.stringify({ model, system, messages: [question], max_tokens: 64, ...more }),
  streaming: { stream: true },
  answer: JSON.stringify({
    id: 'msg_bench',
    type: 'message',
    role: 'assistant',
    model: 'bench-model',
    content: [{ type: 'text', text: answer }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 27, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 12 },
  }),
  text: (reply) => reply.content[0].text,
  opening:
    event('message_start', {
      message: {
        id: 'msg_bench', type: 'message', role: 'assistant', model: 'bench-model', content: [], stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 27, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
      },
    }) + event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
  piece: (text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  closing:
    event('content_block_stop', { index: 0 }) +
    event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 400 } }) +
    event('message_stop', {}),
  pieceOf: (data) => data.delta?.text,
};

/** One word of text per event. */
export const words = (answer + ' ').split(/(?<= )/);
export { answer };

/** The pieces of text in a whole stream of this dialect. */
export function piecesOf(dialect, stream) {
  const data = [...stream.matchAll(/^data: (\{.*)$/gm)].map(([, json]) => JSON.parse(json));
  return data.map(dialect.pieceOf).filter(Boolean);
}
