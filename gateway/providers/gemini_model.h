#pragma once
// What a Gemini model's name tells of how it wants to be asked.

#include "gateway/providers/provider_adapter.h"

#include <string>
#include <string_view>

namespace tollgate {

/// Unknown names count as the newest generation: Google's ids are open-ended, and aliases such as
/// gemini-flash-latest move on.
struct GeminiModel {
    explicit GeminiModel(std::string_view name);

    /// 2.0 and before, and Gemma: OpenAPI schemas only, no thinking, no files by address.
    bool old = false;
    /// thinkingBudget instead of thinkingLevel; no penalties
    /// (ai.google.dev/gemini-api/docs/thinking).
    bool generation25 = false;
    bool pro = false;
    bool lite = false;
    /// The first 3 Pro has no middle level.
    bool twoLevels = false;

    /// thinkingLevel, signed calls, pictures in results, JSON answers next to tools.
    bool newest() const { return !old && !generation25; }
};

/// "models/gemini-2.5-flash", for bodies that name the model.
std::string geminiResourceName(std::string_view model);

} // namespace tollgate
