#include "gateway/routing/flag_lookup.h"

#include "gateway/routing/reference.h"

namespace tollgate {

namespace {

template <typename Fits>
const Flag* firstFlag(const ConfigSnapshot& snapshot, FlagType type, Fits fits) {
    const Flag* first = nullptr;
    for (const auto& [key, flag] : snapshot.flags) {
        if (flag.type == type && flag.enabled && fits(flag) && (first == nullptr || flag.key < first->key))
            first = &flag;
    }
    return first;
}

} // namespace

const Flag* killSwitchOf(const ConfigSnapshot& snapshot, const Target& target) {
    return firstFlag(snapshot, FlagType::KillSwitch, [&](const Flag& flag) {
        return flag.provider.empty() ? refersTo(flag.target, target) : flag.provider == target.provider;
    });
}

const Flag* canaryOf(const ConfigSnapshot& snapshot, std::string_view alias) {
    return firstFlag(snapshot, FlagType::Canary, [&](const Flag& flag) { return flag.alias == alias; });
}

const Flag* promptFlagOf(const ConfigSnapshot& snapshot, std::string_view prompt) {
    return firstFlag(snapshot, FlagType::Prompt, [&](const Flag& flag) { return flag.prompt == prompt; });
}

const Flag* mirrorOf(const ConfigSnapshot& snapshot, std::string_view alias) {
    return firstFlag(snapshot, FlagType::Mirror, [&](const Flag& flag) { return flag.alias == alias; });
}

} // namespace tollgate
