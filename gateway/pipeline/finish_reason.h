#pragma once
// Why a reply ended, in the words that records and spans keep: those of OpenTelemetry's FinishReason
// (open-telemetry/semantic-conventions, docs/gen-ai/gen-ai-output-messages.json), and two it has no word for.

#include "gateway/wire/chat_event.h"

#include <string>
#include <string_view>

namespace tollgate {

std::string_view finishWord(FinishReason reason);

/// Adds a choice's reason to a list with commas; what no sensible number of choices fills goes no further.
void addFinishReason(std::string& list, FinishReason reason);

} // namespace tollgate
