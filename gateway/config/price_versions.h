#pragma once
// The versions of a model's prices: which one holds when, and how a write becomes another one. Pure.

#include "gateway/config/resources.h"

#include <cstdint>

namespace tollgate {

/// More versions than this of one model are refused.
inline constexpr std::size_t kMaxPriceVersions = 200;

/// The version that holds at that instant. Before the first one nothing is known.
const Prices& pricesAt(const Model& model, std::int64_t atMs);

/// The model with the version of that instant as its own prices; before the first one, the first.
Model asOf(Model model, std::int64_t atMs);

/// The model with its latest version as its own: the same for the same versions, whenever it was read.
Model canonical(Model model);

/// `next`, whose own prices are one version, put among the versions of `old`: in the place of the version
/// with the same valid-from, or as another one.
Model withVersionsOf(Model next, const Model& old);

/// The first instant after `afterMs` at which another version begins to hold; 0: none.
std::int64_t nextPriceChange(const Model& model, std::int64_t afterMs);

} // namespace tollgate
