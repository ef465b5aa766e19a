// A Responses reply as OpenAI writes it, whole and as its stream of typed events
// (platform.openai.com/docs/api-reference/responses-streaming).
import { argumentPieces, piecesOf, textOf } from './fake_provider.mjs';

export function responseObject(body, step, id = newId()) {
  const output = step.blocks.map((block, index) => outputItem(asked(body, block), `${id}_${index}`));
  const cutShort = { length: 'max_output_tokens', filter: 'content_filter' }[step.stop] ?? null;
  return {
    ...envelope(body, id),
    status: cutShort ? 'incomplete' : 'completed',
    incomplete_details: cutShort && { reason: cutShort },
    output,
    usage: step.without?.includes('usage') ? null : responseUsage(step),
  };
}

export function responseEvents(body, step) {
  const list = [];
  const say = (type, members, mark) => list.push({ event: type, data: JSON.stringify({ type, sequence_number: list.length, ...members }), mark });
  const id = newId();
  const begun = { ...envelope(body, id), status: 'in_progress', incomplete_details: null, output: [], usage: null };
  say('response.created', { response: begun });
  say('response.in_progress', { response: begun });
  step.blocks.forEach((block, output_index) => sayItem(say, asked(body, block), output_index, `${id}_${output_index}`));
  const response = responseObject(body, step, id);
  say(response.status === 'completed' ? 'response.completed' : 'response.incomplete', { response }, 'finish');
  return list;
}

/** Thoughts are summed up, and encrypted, for those who ask for it; tools of free text are called with free text. */
function asked({ include, reasoning, tools }, block) {
  const custom = block.call && tools?.some(({ type, name }) => type === 'custom' && name === block.call);
  if (custom) return { custom: block.call, id: block.id, input: block.args.input };
  if (block.thinking === undefined) return block;
  const thinking = reasoning?.summary ? block.thinking : '';
  return { ...block, thinking, signature: include?.includes('reasoning.encrypted_content') ? block.signature : undefined };
}

let replies = 0;
const newId = () => `resp_up${String((replies += 1)).padStart(8, '0')}`;

function envelope(body, id) {
  return {
    id,
    object: 'response',
    created_at: 1700000000,
    error: null,
    instructions: body.instructions ?? null,
    max_output_tokens: body.max_output_tokens ?? null,
    model: `${body.model}-2026-01-01`,
    parallel_tool_calls: body.parallel_tool_calls ?? true,
    previous_response_id: body.previous_response_id ?? null,
    reasoning: { effort: body.reasoning?.effort ?? null, summary: null },
    store: body.store ?? true,
    temperature: body.temperature ?? 1,
    text: body.text ?? { format: { type: 'text' } },
    tool_choice: body.tool_choice ?? 'auto',
    tools: body.tools ?? [],
    top_p: body.top_p ?? 1,
    truncation: 'disabled',
    metadata: body.metadata ?? {},
  };
}

function outputItem(block, id) {
  if (block.call) {
    return { type: 'function_call', id: `fc_${block.id}`, call_id: block.id, name: block.call, arguments: JSON.stringify(block.args), status: 'completed' };
  }
  if (block.custom) {
    return { type: 'custom_tool_call', id: `ctc_${block.id}`, call_id: block.id, name: block.custom, input: block.input, status: 'completed' };
  }
  if (block.thinking !== undefined) {
    return {
      type: 'reasoning', id: `rs_${id}`, summary: block.thinking ? [{ type: 'summary_text', text: block.thinking }] : [],
      ...(block.signature ? { encrypted_content: block.signature } : {}),
    };
  }
  const part = block.refusal
    ? { type: 'refusal', refusal: block.refusal }
    : { type: 'output_text', text: textOf(block), annotations: (block.citations ?? []).map(citation), logprobs: [] };
  return { type: 'message', id: `msg_${id}`, role: 'assistant', status: 'completed', content: [part], ...(block.phase ? { phase: block.phase } : {}) };
}

const citation = ({ url, title, start = 0, end = 5 }) => ({ type: 'url_citation', url, title, start_index: start, end_index: end });

function sayThought(say, at, { summary: [part] }) {
  const place = { ...at, summary_index: 0 };
  say('response.reasoning_summary_part.added', { ...place, part: { type: 'summary_text', text: '' } });
  say('response.reasoning_summary_text.delta', { ...place, delta: part.text });
  say('response.reasoning_summary_text.done', { ...place, text: part.text });
  say('response.reasoning_summary_part.done', { ...place, part });
}

function sayItem(say, block, output_index, id) {
  const item = outputItem(block, id);
  const at = { item_id: item.id, output_index };
  if (item.type === 'function_call') {
    say('response.output_item.added', { output_index, item: { ...item, arguments: '', status: 'in_progress' } });
    for (const delta of argumentPieces(block.args)) say('response.function_call_arguments.delta', { ...at, delta });
    say('response.function_call_arguments.done', { ...at, arguments: item.arguments, name: item.name });
  } else if (item.type === 'custom_tool_call') {
    say('response.output_item.added', { output_index, item: { ...item, input: '', status: 'in_progress' } });
    for (const delta of [...item.input]) say('response.custom_tool_call_input.delta', { ...at, delta });
    say('response.custom_tool_call_input.done', { ...at, input: item.input });
  } else if (item.type === 'reasoning') {
    say('response.output_item.added', { output_index, item: { ...item, summary: [], encrypted_content: undefined } });
    if (block.thinking) sayThought(say, at, item);
  } else {
    const [part] = item.content;
    const place = { ...at, content_index: 0 };
    say('response.output_item.added', { output_index, item: { ...item, content: [], status: 'in_progress' } });
    const empty = part.type === 'refusal' ? { ...part, refusal: '' } : { ...part, text: '', annotations: [] };
    say('response.content_part.added', { ...place, part: empty });
    if (part.type === 'refusal') {
      say('response.refusal.delta', { ...place, delta: part.refusal });
      say('response.refusal.done', { ...place, refusal: part.refusal });
    } else {
      for (const delta of piecesOf(block.text)) say('response.output_text.delta', { ...place, delta, logprobs: [] });
      part.annotations.forEach((annotation, annotation_index) => say('response.output_text.annotation.added', { ...place, annotation_index, annotation }));
      say('response.output_text.done', { ...place, text: part.text, logprobs: [] });
    }
    say('response.content_part.done', { ...place, part });
  }
  say('response.output_item.done', { output_index, item });
}

function responseUsage({ usage }) {
  const input = usage.input + usage.cacheRead + usage.cacheWrite;
  const output = usage.output + usage.reasoning;
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: usage.cacheRead },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: usage.reasoning },
    total_tokens: input + output,
  };
}
