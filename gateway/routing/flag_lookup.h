#pragma once
// Which flag speaks about a target, an alias or a prompt. Of several that fit, the first by key, whatever the
// order of the map. Disabled flags say nothing.

#include "gateway/config/snapshot.h"

#include <string_view>

namespace tollgate {

const Flag* killSwitchOf(const ConfigSnapshot& snapshot, const Target& target);
const Flag* canaryOf(const ConfigSnapshot& snapshot, std::string_view alias);
const Flag* promptFlagOf(const ConfigSnapshot& snapshot, std::string_view prompt);
const Flag* mirrorOf(const ConfigSnapshot& snapshot, std::string_view alias);

} // namespace tollgate
