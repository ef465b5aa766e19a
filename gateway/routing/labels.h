#pragma once
// Tags and regions: what callers ask for in X-Tollgate-Tags, and what targets carry. Pure.

#include "gateway/config/resources.h"

#include <string>
#include <string_view>

namespace tollgate {

/// The first of the wanted tags ("fast, region:eu") that the target does not carry; empty: it has them all.
std::string_view missingLabel(std::string_view wanted, const Target& target);

/// How many of them it does not carry.
int missingLabels(std::string_view wanted, const Target& target);

/// The entry of an alias that names the same target, which may carry labels; else the target itself.
const Target& labelled(const Alias& alias, const Target& target);

} // namespace tollgate
