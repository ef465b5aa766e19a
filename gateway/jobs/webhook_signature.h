#pragma once
// How a receiver knows that a webhook is ours: HMAC-SHA256 (RFC 2104) with a secret both know.

#include <string>
#include <string_view>

namespace tollgate {

/// 64 hexadecimal digits.
std::string hmacSha256Hex(std::string_view secret, std::string_view bytes);
/// Random and printable: "whsec_" and 43 letters.
std::string newWebhookSecret();

} // namespace tollgate
