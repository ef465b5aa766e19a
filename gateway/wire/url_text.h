#pragma once
// Text in a URL (RFC 3986), and the query part of forms. Pure.

#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

/// Decodes %XX (and + as a blank, where that is asked for); a broken escape stays as it is.
std::string urlDecoded(std::string_view text, bool plusIsBlank = false);

/// Tells every parameter of a query, decoded, in order; one without = has an empty value.
void eachQueryParam(std::string_view query,
                    const std::function<void(std::string name, std::string value)>& found);

} // namespace tollgate
