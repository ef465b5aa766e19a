#include "gateway/routing/labels.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::string_view kRegion = "region:";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool carries(const Target& target, std::string_view label) {
    if (label.starts_with(kRegion) && !target.region.empty() && label.substr(kRegion.size()) == target.region)
        return true;
    return std::ranges::find(target.tags, label) != target.tags.end();
}

template <typename Each>
void eachLabel(std::string_view wanted, Each each) {
    while (!wanted.empty()) {
        const std::size_t comma = wanted.find(',');
        if (const std::string_view label = trimmed(wanted.substr(0, comma)); !label.empty())
            each(label);
        wanted = comma == std::string_view::npos ? std::string_view() : wanted.substr(comma + 1);
    }
}

} // namespace

std::string_view missingLabel(std::string_view wanted, const Target& target) {
    std::string_view missing;
    eachLabel(wanted, [&](std::string_view label) {
        if (missing.empty() && !carries(target, label))
            missing = label;
    });
    return missing;
}

int missingLabels(std::string_view wanted, const Target& target) {
    int missing = 0;
    eachLabel(wanted, [&](std::string_view label) { missing += carries(target, label) ? 0 : 1; });
    return missing;
}

const Target& labelled(const Alias& alias, const Target& target) {
    for (const auto* list : {&alias.targets, &alias.fallbacks}) {
        for (const Target& one : *list) {
            if (one.provider == target.provider && one.model == target.model)
                return one;
        }
    }
    return target;
}

} // namespace tollgate
