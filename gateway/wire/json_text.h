#pragma once
// JSON as people like to read it. Boost.JSON writes 0.7 as 7E-1: valid, but not what anybody expects of a
// price.

#include <boost/json/value.hpp>

#include <string>

namespace tollgate {

/// One line, members in their order, numbers as the shortest decimal that reads back the same: 0.000145, 12,
/// 1e21.
std::string toJsonText(const boost::json::value& value);

} // namespace tollgate
