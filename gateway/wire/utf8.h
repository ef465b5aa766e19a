#pragma once
// What callers and upstreams sent may be anything; what is kept and shown is UTF-8. Pure.

#include <string>
#include <string_view>

namespace tollgate {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; ///< U+FFFD

/// Where the run of bytes that starts at `at` and needs no look (printable ASCII but quote and backslash)
/// ends.
std::size_t plainEnd(std::string_view text, std::size_t at);
/// Length of the UTF-8 sequence at the start of `text`, 0 when it is none (RFC 3629, section 4).
std::size_t utf8Length(std::string_view text);
/// The text itself when it is UTF-8, else a copy in `storage` with U+FFFD in place of every bad byte.
std::string_view soundUtf8(std::string_view text, std::string& storage);

} // namespace tollgate
