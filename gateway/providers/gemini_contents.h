#pragma once
// The messages of a ChatRequest as Gemini's systemInstruction and contents
// (ai.google.dev/api/caching#Content).

#include "gateway/providers/gemini_model.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>

namespace tollgate {

/// What stands for the signature of a call that Gemini did not make: Gemini 3 refuses calls without one
/// (ai.google.dev/gemini-api/docs/thought-signatures, "transferring conversation trace from other models").
inline constexpr std::string_view kGeminiNoSignature = "skip_thought_signature_validator";

struct GeminiContents {
    boost::json::array system;   ///< parts of systemInstruction; may be empty
    boost::json::array contents; ///< never empty
};

tl::expected<GeminiContents, Error> geminiContents(const ChatRequest& request, const CallTarget& target,
                                                   TranslationLog& log, ReplyHints& hints);

/// The parts of Gemini that hold bytes or an address; null when there is no way to say it.
boost::json::value geminiMedia(const ContentPart& part, const CallTarget& target, const GeminiModel& model);

} // namespace tollgate
