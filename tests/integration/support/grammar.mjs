// The event grammars of the three dialects, held against whole streams as the SDKs hand them out.
import assert from 'node:assert/strict';

/** Chat chunks: role first and once, one finish, usage last. Answers the message put together. */
export function checkChatStream(chunks) {
  assert.ok(chunks.length > 0, 'an empty stream');
  const message = { role: 'assistant', content: null };
  let finish = null;
  let usage;
  let roles = 0;
  for (const chunk of chunks) {
    assert.equal(chunk.object, 'chat.completion.chunk');
    assert.equal(chunk.id, chunks[0].id);
    assert.equal(usage, undefined, 'something came behind the usage');
    if (chunk.usage) usage = chunk.usage;
    if (chunk.choices.length === 0) continue;
    const [{ delta, finish_reason }] = chunk.choices;
    assert.equal(finish, null, 'something came behind the finish');
    if (delta.role) roles += 1;
    assert.equal(roles, 1, 'the role comes first, and once');
    addDelta(message, delta);
    finish = finish_reason ?? null;
  }
  assert.ok(finish, 'no finish reason');
  for (const call of message.tool_calls ?? []) delete call.index;
  return { message, finish, usage };
}

function addDelta(message, delta) {
  for (const [name, value] of Object.entries(delta)) {
    if (name === 'role' || value === null) continue;
    if (name === 'tool_calls') value.forEach((piece) => addCall(message, piece));
    else if (Array.isArray(value)) message[name] = [...(message[name] ?? []), ...value];
    else message[name] = (message[name] ?? '') + value;
  }
}

function addCall(message, piece) {
  const calls = (message.tool_calls ??= []);
  const known = calls.find(({ index }) => index === piece.index);
  if (known) {
    assert.ok(piece.function?.name === undefined && piece.custom?.name === undefined, 'a name came again');
    assert.ok(piece[known.type], `a piece of another kind than ${known.type}`);
    if (known.custom) known.custom.input += piece.custom.input ?? '';
    else known.function.arguments += piece.function.arguments ?? '';
    return;
  }
  assert.equal(piece.index, calls.length, 'calls are numbered from 0');
  assert.match(piece.type, /^(function|custom)$/);
  assert.ok(piece.id && piece[piece.type]?.name, 'a call begins with its id and its name');
  calls.push(structuredClone(piece));
}

/** Anthropic's events: exactly one open block, indexes in order, numbers in the usage from the start. */
export function checkMessageStream(events) {
  const kinds = { text: ['text_delta', 'citations_delta'], thinking: ['thinking_delta', 'signature_delta'], tool_use: ['input_json_delta'], redacted_thinking: [] };
  const list = events.filter(({ type }) => type !== 'ping');
  assert.equal(list[0].type, 'message_start');
  assert.equal(typeof list[0].message.usage.input_tokens, 'number');
  assert.equal(typeof list[0].message.usage.output_tokens, 'number');
  assert.deepEqual(list.slice(-2).map(({ type }) => type), ['message_delta', 'message_stop']);
  let open = null;
  let next = 0;
  for (const { type, index, content_block, delta } of list.slice(1, -2)) {
    if (type === 'content_block_start') {
      assert.equal(open, null, 'two blocks are open');
      assert.equal(index, next++);
      if (content_block.type === 'tool_use') assert.ok(content_block.id && content_block.name, 'a tool block without id or name');
      open = content_block;
      continue;
    }
    assert.ok(open, `${type} outside of a block`);
    assert.equal(index, next - 1);
    if (type === 'content_block_stop') {
      open = null;
      continue;
    }
    assert.equal(type, 'content_block_delta');
    assert.ok((kinds[open.type] ?? []).includes(delta.type), `${delta.type} in a block of ${open.type}`);
  }
  assert.equal(open, null, 'a block was left open');
}

/** Responses: numbered events, items and parts added, filled and done in order. Answers the response at the end. */
export function checkResponseStream(events) {
  assert.deepEqual(events.map(({ sequence_number }) => sequence_number), events.map((_, index) => index));
  assert.deepEqual(events.slice(0, 2).map(({ type }) => type), ['response.created', 'response.in_progress']);
  const last = events.at(-1);
  assert.match(last.type, /^response\.(completed|incomplete)$/);
  const open = new Map(); // output_index → what has been said of the item
  const done = [];
  for (const event of events.slice(2, -1)) checkItemEvent(event, open, done);
  assert.equal(open.size, 0, 'an item was left open');
  assert.deepEqual(last.response.output, done, 'the response holds other items than the stream');
  assert.equal(last.response.id, events[0].response.id);
  return last.response;
}

function checkItemEvent(event, open, done) {
  const { type, output_index, item } = event;
  if (type === 'response.output_item.added') {
    assert.equal(output_index, done.length + open.size);
    assert.equal(open.size, 0, 'two items are open');
    open.set(output_index, { item, part: null, texts: new Map() });
    return;
  }
  const state = open.get(output_index);
  assert.ok(state, `${type} outside of an item`);
  if (type === 'response.output_item.done') {
    assert.equal(state.part, null, 'a part was left open');
    assert.equal(item.id, state.item.id);
    if (item.type === 'function_call') assert.equal(state.texts.get('function_call_arguments') ?? '', item.arguments);
    open.delete(output_index);
    done.push(item);
    return;
  }
  assert.equal(event.item_id, state.item.id);
  const [, kind, step] = /^response\.(.+)\.(added|delta|done)$/.exec(type);
  if (kind === 'content_part' || kind === 'reasoning_summary_part') {
    assert.equal(state.part === null, step === 'added', `${type} at the wrong time`);
    state.part = step === 'added' ? event.part : null;
    return;
  }
  if (kind !== 'function_call_arguments' && kind !== 'custom_tool_call_input') assert.ok(state.part, `${type} outside of a part`);
  const key = kind === 'function_call_arguments' ? kind : `${kind}${event.content_index ?? event.summary_index}`;
  if (step === 'delta') state.texts.set(key, (state.texts.get(key) ?? '') + event.delta);
  if (step === 'done') assert.equal(event.text ?? event.arguments ?? event.refusal ?? event.input, state.texts.get(key) ?? '', `${type} says another text`);
}
