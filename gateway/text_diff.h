#pragma once
// What differs between two texts, line by line, for a terminal. Pure.

#include <string>
#include <string_view>

namespace tollgate {

/// "-" before lines that only `before` has, "+" before those that only `after` has, two lines of what is
/// alike around them; each line indented by `indent`. Empty when the texts are the same.
std::string lineDifference(std::string_view before, std::string_view after, std::string_view indent = {});

} // namespace tollgate
