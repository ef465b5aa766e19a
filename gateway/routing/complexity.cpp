#include "gateway/routing/complexity.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

/// Tasks that smaller models are known to be bad at tend to be asked for in these words.
constexpr std::array<std::string_view, 24> kComplexWords{
    "step by step", "step-by-step", "analyze",   "analyse",       "analysis",     "prove",
    "proof",        "derive",       "refactor",  "debug",         "architecture", "algorithm",
    "optimize",     "optimise",     "trade-off", "tradeoff",      "compare and",  "critique",
    "evaluate",     "implement",    "design a",  "pros and cons", "reason about", "in depth"};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// At the beginning of a word; what follows may go on ("debugging").
bool holds(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at == 0 || !isLetter(text[at - 1]))
            return true;
    }
    return false;
}

std::string_view complexWordIn(std::string text, const RouteOptions& options) {
    std::ranges::transform(text, text.begin(), lower);
    if (options.complexWords) {
        const auto found = std::ranges::find_if(*options.complexWords,
                                                [&](const std::string& word) { return holds(text, word); });
        return found == options.complexWords->end() ? std::string_view() : std::string_view(*found);
    }
    const auto* found =
        std::ranges::find_if(kComplexWords, [&](std::string_view word) { return holds(text, word); });
    return found == kComplexWords.end() ? std::string_view() : *found;
}

} // namespace

std::string_view toString(Tier tier) {
    switch (tier) {
    case Tier::Simple:
        return "simple";
    case Tier::Medium:
        return "medium";
    case Tier::Complex:
        return "complex";
    }
    return "medium";
}

Tier tierOf(std::string_view word) {
    return word == "simple" ? Tier::Simple : word == "complex" ? Tier::Complex : Tier::Medium;
}

Complexity judgeComplexity(const TaskSigns& signs, std::int64_t promptTokens, std::int64_t maxOutputTokens,
                           bool images, const RouteOptions& options) {
    const auto about = [&](const char* what) { return std::to_string(promptTokens) + what; };
    if (promptTokens >= options.complexMinPromptTokens)
        return {Tier::Complex, about(" tokens of prompt")};
    if (maxOutputTokens >= options.complexMinOutputTokens)
        return {Tier::Complex, "up to " + std::to_string(maxOutputTokens) + " tokens of answer"};
    if (signs.reasoning)
        return {Tier::Complex, "reasoning is asked for"};
    if (const std::string_view word = complexWordIn(signs.lastText, options); !word.empty())
        return {Tier::Complex, "the task says \"" + std::string(word) + "\""};
    if (signs.tools > 0)
        return {Tier::Medium, std::to_string(signs.tools) + (signs.tools == 1 ? " tool" : " tools")};
    if (images)
        return {Tier::Medium, "images"};
    if (signs.structured)
        return {Tier::Medium, "the answer must fit a schema"};
    if (promptTokens > options.simpleMaxPromptTokens)
        return {Tier::Medium, about(" tokens of prompt")};
    return {Tier::Simple, "short and plain"};
}

} // namespace tollgate
