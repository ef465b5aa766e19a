#pragma once
// Credentials out of texts that are kept or shown: what callers and upstreams write may hold one anywhere.

#include <string>
#include <string_view>

namespace tollgate {

/// Replaces what looks like a credential (bearer tokens, sk-…, tg-…, the value behind "api-key") by its last
/// four characters. Linear in the text. Any thread.
std::string redacted(std::string_view text);

} // namespace tollgate
