#pragma once
// Which version of a prompt a caller gets: the header's if it exists, else the prompt flag's, else the
// default. Pure.

#include "gateway/config/snapshot.h"
#include "gateway/routing/flag_evaluator.h"

#include <string>
#include <string_view>

namespace tollgate {

struct PromptChoice {
    const PromptVersion* version = nullptr; ///< null: no such prompt
    std::string flag;                       ///< the experiment that chose; empty: none did
    std::string reason;
};
PromptChoice choosePrompt(const ConfigSnapshot& snapshot, std::string_view prompt,
                          std::string_view wantedVersion, const FlagSubject& subject);

} // namespace tollgate
