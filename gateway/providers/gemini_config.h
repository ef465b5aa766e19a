#pragma once
// Gemini's generationConfig (ai.google.dev/api/generate-content#generationconfig).

#include "gateway/providers/gemini_model.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace tollgate {

/// Sampling, answer format and thinking. May add an instruction to `system`; what there is no word for goes
/// to `body` or the log, by the policy.
boost::json::object geminiConfig(const ChatRequest& request, const GeminiModel& model,
                                 boost::json::object& body, boost::json::array& system, TranslationLog& log);

/// The schema of a tool or an answer, with a note of what it lost.
boost::json::value notedGeminiSchema(const boost::json::value& schema, const GeminiModel& model,
                                     const std::string& param, TranslationLog& log);

} // namespace tollgate
