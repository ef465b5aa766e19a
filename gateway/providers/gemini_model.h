#pragma once
// What a Gemini model's name tells of how it wants to be asked. Sources:
// ai.google.dev/gemini-api/docs/thinking (levels and budgets), /whats-new-gemini-3.5 and later (what each
// generation no longer takes).

#include <string>
#include <string_view>

namespace tollgate {

/// Unknown names count as the newest generation: Google's ids are open-ended, and aliases such as
/// gemini-flash-latest move on.
struct GeminiModel {
    explicit GeminiModel(std::string_view name);

    /// 2.0 and before, and Gemma: OpenAPI schemas only, no thinking, no files by address.
    bool old() const { return m_version <= 20; }
    /// thinkingBudget instead of thinkingLevel; no penalties.
    bool is25() const { return m_version == 25; }
    /// thinkingLevel, signed calls, pictures in results, JSON answers next to functions.
    bool is3() const { return m_version >= 30; }
    /// The result of a call names its id as well as the function.
    bool pairsIds() const { return m_version >= 35; }
    /// Ignores temperature, topP and topK, refuses several candidates and conversations that end with the
    /// model: 3.5 Flash-Lite, 3.6 and all that followed.
    bool strict() const { return m_version >= 36 || (m_version == 35 && m_lite); }

    /// Has no place for instructions.
    bool isGemma() const { return m_gemma; }
    bool isPro() const { return m_pro; }
    bool isLite() const { return m_lite; }
    /// Thinking level "minimal"; from 3.7 on it is an error.
    bool hasMinimal() const { return is3() && !m_pro && m_version <= 36; }
    /// The first 3 Pro knew only low and high.
    bool hasMedium() const { return m_version != 30 || !m_pro; }

private:
    int m_version = 0; ///< 25 is 2.5
    bool m_gemma = false;
    bool m_pro = false;
    bool m_lite = false;
};

/// "models/gemini-2.5-flash", for bodies that name the model.
std::string geminiResourceName(std::string_view model);

} // namespace tollgate
