#pragma once
// What a target can do at all, as far as the catalogue knows.

#include "gateway/routing/plan.h"

#include <string>

namespace tollgate {

/// Why this target cannot serve the request at all; empty: it can, or nobody knows.
std::string incapability(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request);

} // namespace tollgate
