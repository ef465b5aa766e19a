#include "gateway/providers/anthropic_models.h"

#include <algorithm>
#include <cctype>

namespace tollgate {

namespace {

bool isNumber(std::string_view word) {
    return !word.empty() && word.size() <= 2 && // longer ones are dates
           std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) != 0; });
}

int numberOf(std::string_view word) {
    int number = 0;
    for (const char c : word)
        number = number * 10 + (c - '0');
    return number;
}

/// "claude-sonnet-4-5-20250929", "claude-3-7-sonnet-latest", "claude-opus-4.6".
ClaudeName nameOf(std::string_view rest) {
    ClaudeName name;
    bool major = false;
    bool done = false;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("-.@:/"), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (isNumber(word) && !done) {
            name.version += major ? std::min(numberOf(word), 9) : 10 * numberOf(word);
            done = major;
            major = true;
            continue;
        }
        done = done || major;
        for (const std::string_view family : {"opus", "sonnet", "haiku", "fable", "mythos", "instant"}) {
            if (word == family)
                name.family = family;
        }
    }
    return name;
}

} // namespace

ClaudeName claudeName(std::string_view model) {
    constexpr std::string_view kMark = "claude-";
    const std::size_t at = model.find(kMark);
    if (at == std::string_view::npos)
        return {};
    ClaudeName name = nameOf(model.substr(at + kMark.size()));
    const bool old = name.family.empty() || name.family == "instant"; // claude-2.1, claude-v2
    if (name.version == 0)
        name.version = old ? 20 : 50;
    return name;
}

ClaudeTraits claudeTraits(std::string_view model) {
    const ClaudeName name = claudeName(model);
    if (name.version == 0)
        return {};
    const bool unbound = name.family == "fable" || name.family == "mythos";

    ClaudeTraits traits;
    traits.claude = true;
    traits.thinks = name.version >= 37;
    traits.takesBudget = traits.thinks && name.version <= 46;
    traits.adaptive = name.version >= 46;
    traits.canStopThinking = !unbound && (name.version < 55 || name.family == "haiku");
    traits.thinksBetweenTools = name.family == "sonnet" && name.version >= 55;
    traits.takesSampling = name.version < 47;
    traits.oneSampling = name.version >= 41;
    traits.takesForcedTools =
        !(unbound && name.version >= 51) && (name.version < 55 || name.family == "haiku");
    traits.jsonSchema = name.version >= 45 || (name.version == 41 && name.family == "opus");
    traits.takesPrefill = name.version < 46;
    traits.hidesThinking = name.version >= 47;
    traits.takesEffort = traits.adaptive || (name.version == 45 && name.family == "opus");
    traits.extraEffort = name.version >= 47;
    traits.longReply = name.version >= 37 ? 32'000 : name.version >= 35 ? 8'192 : 4'096;
    return traits;
}

} // namespace tollgate
