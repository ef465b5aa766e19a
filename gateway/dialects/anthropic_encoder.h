#pragma once
// ChatEvents → an Anthropic Message, or the events of its stream. Grammar (platform.claude.com/docs/en/
// build-with-claude/streaming): message_start, then blocks one after another, each content_block_start,
// content_block_delta*, content_block_stop; then message_delta with the stop reason and the usage, then
// message_stop.

#include "gateway/dialects/dialect.h"

#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

/// `model`: what to call the model; empty: what the upstream calls it.
std::unique_ptr<ReplyEncoder> makeAnthropicEncoder(bool stream, const ReplyFacts& facts, std::string model);

/// "end_turn", "max_tokens", "tool_use", "stop_sequence", "pause_turn", "refusal".
std::string_view anthropicStopReason(FinishReason reason);

} // namespace tollgate
