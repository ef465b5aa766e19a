#pragma once
// Is this really a price per million tokens? Typing errors by powers of ten are what ruins a month of
// numbers.

#include "gateway/config/resources.h"

#include <string>
#include <vector>

namespace tollgate {

/// What looks wrong about the model's prices, one sentence each; nothing is refused for it. Judged are each
/// version alone (published prices lie between a fraction of a cent and some hundred USD per million) and
/// against the version before it.
std::vector<std::string> priceWarnings(const Model& model);

} // namespace tollgate
