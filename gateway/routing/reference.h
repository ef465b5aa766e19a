#pragma once
// "provider/model" as people write it.

#include "gateway/config/resources.h"

#include <string_view>

namespace tollgate {

/// "provider/model" or "provider:model", cut at the first of either; empty names when there is none.
Target splitReference(std::string_view reference);

/// The same, compared without making anything.
bool refersTo(std::string_view reference, const Target& target);

} // namespace tollgate
