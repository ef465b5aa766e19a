#pragma once
// Names of models and deployments as a part of a URL.

#include <string>
#include <string_view>

namespace tollgate {

/// Everything but RFC 3986's unreserved characters as %XX: one segment of a path, or one value of a query.
std::string urlSegment(std::string_view text);

} // namespace tollgate
