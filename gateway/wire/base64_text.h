#pragma once
// Base64 (RFC 4648 §4) of what has to change its wrapping on the way.

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

std::string base64Encoded(std::string_view bytes);
/// Nothing when it is not base64.
std::optional<std::string> base64Decoded(std::string_view text);

} // namespace tollgate
