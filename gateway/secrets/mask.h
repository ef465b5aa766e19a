#pragma once
// How a secret is shown: "…abcd".

#include <string>
#include <string_view>

namespace tollgate {

inline constexpr std::string_view kMaskMark = "…";

/// The last four characters of a secret long enough to spare them, else nothing but the mark.
inline std::string maskSecret(std::string_view secret) {
    constexpr std::size_t kLongEnough = 12;
    return std::string(kMaskMark) +
           std::string(secret.size() >= kLongEnough ? secret.substr(secret.size() - 4) : std::string_view());
}

/// Something that maskSecret() said, come back from a form that was not touched.
inline bool isMasked(std::string_view text) {
    return text.starts_with(kMaskMark);
}

} // namespace tollgate
