#pragma once
// A request record as OTLP spans: one SERVER span for the request, one CLIENT span for each attempt. Prompts
// and answers are never in them.

#include "gateway/telemetry/gen_ai.h"
#include "gateway/wire/request_record.h"

#include <string>

namespace tollgate {

/// Appends them as JSON objects, each followed by a comma; returns how many: 0 of a trace that is not
/// sampled.
int appendSpans(std::string& out, const RequestRecord& record, const GenAiProviders& providers,
                double sampleRatio);

/// Whether the request, or an attempt, failed, and as what: error.type. Empty: it did not.
std::string_view errorTypeOf(const AttemptRecord& attempt, std::string& storage);

} // namespace tollgate
