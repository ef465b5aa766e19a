// What Claude refuses on every platform it runs on: rules between fields rather than of one field
// (platform.claude.com/docs: extended thinking, adaptive thinking, structured outputs, tool use).
import { violate } from './shape.mjs';

/** 4.5 → 45, from "claude-sonnet-4-5" as well as from "us.anthropic.claude-sonnet-4-5-20250929-v1:0". */
export function claudeVersion(model) {
  const [, major, minor = '0'] = /claude-[a-z]+-(\d+)(?:-(\d)(?!\d))?/.exec(model) ?? [];
  return major ? Number(major) * 10 + Number(minor) : 0;
}

/** `thinking`, sampling, forced tools: a request in the Messages API's own names; `counts`: only its tokens are asked for. */
export function checkClaudeRules({ model, thinking, temperature, top_p, top_k, max_tokens, tool_choice, output_config }, counts) {
  const version = claudeVersion(model);
  if (temperature !== undefined && top_p !== undefined && version >= 41) violate('temperature', '`temperature` and `top_p` cannot both be specified for this model.');
  if (output_config?.format && version < 45) violate('output_config.format', 'this model does not support structured outputs');
  if (output_config?.effort && version < 45) violate('output_config.effort', 'This model does not support the effort parameter.');
  if (output_config?.format) checkClosed(output_config.format.schema, 'output_config.format.schema');
  if (thinking?.type !== 'enabled' && thinking?.type !== 'adaptive') return;
  if (version < 37) violate('thinking', 'this model does not support thinking');
  if (thinking.type === 'adaptive' && version < 46) violate('thinking', 'adaptive thinking is not supported on this model');
  if (thinking.type === 'enabled') {
    if (version >= 47) violate('thinking.type.enabled', 'is not supported for this model. Use thinking.type.adaptive');
    if (!(thinking.budget_tokens >= 1024)) violate('thinking.enabled.budget_tokens', 'Input should be greater than or equal to 1024');
    if (!counts && !(max_tokens > thinking.budget_tokens)) violate('max_tokens', '`max_tokens` must be greater than `thinking.budget_tokens`');
  }
  if (temperature !== undefined && temperature !== 1) violate('temperature', '`temperature` may only be set to 1 when thinking is enabled');
  if (top_p !== undefined && top_p < 0.95) violate('top_p', '`top_p` must be greater than or equal to 0.95 when thinking is enabled');
  if (top_k !== undefined) violate('top_k', '`top_k` must be unset when thinking is enabled');
  if (tool_choice === 'any' || tool_choice === 'tool') violate('thinking', 'Thinking may not be enabled when tool_choice forces tool use.');
}

/** Structured outputs compile the schema: every object has to be closed. */
function checkClosed(schema, at) {
  if (schema === null || typeof schema !== 'object') return;
  if (schema.type === 'object' && schema.additionalProperties !== false) {
    violate(at, "For 'object' type, 'additionalProperties' must be explicitly set to false");
  }
  for (const [name, member] of Object.entries(schema)) checkClosed(member, `${at}.${name}`);
}

/**
 * The order of turns. `turns` are {role, blocks}; a block is {kind: text|call|result|thinking|other, id, text, proof}.
 * `thinks`: thinking is on. `prefill`: the last turn may be the assistant's. `proofs`: signatures that were given out.
 */
export function checkTurns(turns, { thinks, prefill, proofs }) {
  let open = [];
  turns.forEach(({ role, blocks }, index) => {
    const at = `messages.${index}`;
    if (role !== (index % 2 === 0 ? 'user' : 'assistant')) violate(at, `roles must alternate between "user" and "assistant", starting with "user"`);
    if (blocks.length === 0 && index < turns.length - 1) violate(at, 'all messages must have non-empty content');
    checkResults(blocks, open, at);
    open = blocks.filter(({ kind }) => kind === 'call').map(({ id }) => id);
    if (new Set(open).size !== open.length) violate(at, '`tool_use` ids must be unique');
    blocks.forEach(({ kind, text, proof }, place) => {
      const here = `${at}.content.${place}`;
      if (kind === 'text' && text.trim() === '') violate(here, 'text content blocks must contain non-whitespace text');
      if (kind === 'thinking' && !proofs.has(proof)) violate(here, 'Invalid `signature` in `thinking` block');
      if ((kind === 'call' || kind === 'thinking') && role !== 'assistant') violate(here, `${kind} blocks can only be in assistant messages`);
    });
    // Thinking has to stay in front of the calls that are still being answered.
    const pending = index >= turns.length - 2 && role === 'assistant' && open.length > 0;
    if (pending && thinks && blocks[0].kind !== 'thinking') {
      violate(`${at}.content.0.type`, 'Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block');
    }
  });
  if (open.length > 0) violate(`messages.${turns.length - 1}`, `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(', ')}`);
  const last = turns.at(-1);
  if (last.role !== 'assistant') return;
  if (!prefill || thinks) violate('messages', 'This model does not support assistant message prefill.');
  const text = last.blocks.at(-1)?.text ?? '';
  if (text !== text.trimEnd()) violate('messages', 'final assistant content cannot end with trailing whitespace');
}

function checkResults(blocks, open, at) {
  const results = blocks.filter(({ kind }) => kind === 'result').map(({ id }) => id);
  for (const id of results) if (!open.includes(id)) violate(at, `unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}`);
  const missing = open.filter((id) => !results.includes(id));
  if (missing.length > 0) violate(at, `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(', ')}`);
  if (new Set(results).size !== results.length) violate(at, 'each tool_use must have a single result');
  if (results.length > 0 && blocks.findLastIndex(({ kind }) => kind === 'result') >= results.length) {
    violate(at, 'tool_result blocks must come first in the content');
  }
}
