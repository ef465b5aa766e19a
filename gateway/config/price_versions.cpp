#include "gateway/config/price_versions.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

/// Makes the version at `index` of otherVersions the model's own.
void exchange(Model& model, std::size_t index) {
    std::swap(static_cast<Prices&>(model), model.otherVersions[index]);
    std::ranges::stable_sort(model.otherVersions, {}, &Prices::validFromMs);
}

/// The latest of all versions that began by then; null: none has.
const Prices* find(const Model& model, std::int64_t atMs) {
    const Prices* found = nullptr;
    const auto consider = [&](const Prices& version) {
        if (version.validFromMs <= atMs && (found == nullptr || found->validFromMs < version.validFromMs))
            found = &version;
    };
    consider(model);
    for (const Prices& version : model.otherVersions)
        consider(version);
    return found;
}

} // namespace

const Prices& pricesAt(const Model& model, std::int64_t atMs) {
    static const Prices kUnknown;
    const Prices* found = find(model, atMs);
    return found != nullptr ? *found : kUnknown;
}

Model asOf(Model model, std::int64_t atMs) {
    const Prices* wanted = find(model, atMs);
    if (wanted == nullptr && !model.otherVersions.empty() &&
        model.otherVersions.front().validFromMs < model.validFromMs)
        wanted = &model.otherVersions.front();
    for (std::size_t index = 0; index < model.otherVersions.size(); ++index) {
        if (&model.otherVersions[index] == wanted) {
            exchange(model, index);
            break;
        }
    }
    return model;
}

Model canonical(Model model) {
    return asOf(std::move(model), std::numeric_limits<std::int64_t>::max());
}

Model withVersionsOf(Model next, const Model& old) {
    next.otherVersions = old.otherVersions;
    next.otherVersions.push_back(old);
    std::erase_if(next.otherVersions,
                  [&](const Prices& version) { return version.validFromMs == next.validFromMs; });
    std::ranges::stable_sort(next.otherVersions, {}, &Prices::validFromMs);
    return next;
}

std::int64_t nextPriceChange(const Model& model, std::int64_t afterMs) {
    std::int64_t next = 0;
    const auto consider = [&](const Prices& version) {
        if (version.validFromMs > afterMs && (next == 0 || version.validFromMs < next))
            next = version.validFromMs;
    };
    consider(model);
    for (const Prices& version : model.otherVersions)
        consider(version);
    return next;
}

} // namespace tollgate
