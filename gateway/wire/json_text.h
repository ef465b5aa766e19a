#pragma once
// JSON as people like to read it. Boost.JSON writes 0.7 as 7E-1: valid, but not what anybody expects of a
// price.

#include <boost/json/value.hpp>
#include <boost/system/error_code.hpp>

#include <string>
#include <string_view>

namespace tollgate {

/// One line, members in their order, numbers as the shortest decimal that reads back the same: 0.000145, 12,
/// 1e21.
std::string toJsonText(const boost::json::value& value);

/// Reads what models and callers made, which nests deeper than the 32 levels that Boost.JSON takes unasked;
/// beyond a thousand it is refused.
boost::json::value parsedJson(std::string_view text, boost::system::error_code& failure);

} // namespace tollgate
