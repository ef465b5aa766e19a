#include "gateway/routing/prompt_choice.h"

#include "gateway/routing/flag_lookup.h"

#include <algorithm>

namespace tollgate {

PromptChoice choosePrompt(const ConfigSnapshot& snapshot, std::string_view prompt,
                          std::string_view wantedVersion, const FlagSubject& subject) {
    PromptChoice choice;
    const Prompt* found = ConfigSnapshot::find(snapshot.prompts, prompt);
    if (found == nullptr)
        return choice;
    const auto version = [&](std::string_view name) -> const PromptVersion* {
        const auto it = std::ranges::find(found->versions, name, &PromptVersion::version);
        return it == found->versions.end() ? nullptr : &*it;
    };
    if (!wantedVersion.empty()) {
        choice.version = version(wantedVersion);
        choice.reason = "override header";
        if (choice.version != nullptr)
            return choice;
        choice.version = version(found->defaultVersion);
        choice.reason = "unknown version asked for, default served";
        return choice;
    }
    if (const Flag* flag = promptFlagOf(snapshot, prompt)) {
        const FlagVerdict verdict = evaluateFlag(*flag, subject);
        choice.version = version(verdict.serve);
        if (choice.version != nullptr) {
            choice.flag = flag->key;
            choice.reason =
                "flag " + flag->key + ", bucket " + std::to_string(verdict.bucket) + ", " + verdict.reason;
            return choice;
        }
    }
    choice.version = version(found->defaultVersion);
    choice.reason = "default";
    return choice;
}

} // namespace tollgate
