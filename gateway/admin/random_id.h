#pragma once
// Ids of keys and budgets.

#include <string>
#include <string_view>

namespace tollgate {

/// The prefix and 16 base-62 characters (95 bits) of the system's entropy: "bud_8fKq…".
std::string randomId(std::string_view prefix);

} // namespace tollgate
