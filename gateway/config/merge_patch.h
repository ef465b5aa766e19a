#pragma once
// JSON merge patch (RFC 7396): what PATCH means in the admin API.

#include <boost/json/value.hpp>

namespace tollgate {

/// RFC 7396 §2: null removes, an object merges, anything else replaces.
void mergePatch(boost::json::value& target, const boost::json::value& patch);

} // namespace tollgate
