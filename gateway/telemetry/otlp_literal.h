#pragma once
// Texts that are known when they are compiled, joined then: the pieces that all spans have in common.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tollgate {

/// A literal as a template's argument.
template <std::size_t N>
struct OtlpLiteral {
    std::array<char, N - 1> chars{};

    // Implicit, so that a literal may stand as the argument.
    consteval OtlpLiteral(const char (&text)[N]) { // NOLINT(google-explicit-constructor)
        std::copy_n(text, N - 1, chars.begin());
    }
};

template <OtlpLiteral... Parts>
inline constexpr auto kOtlpJoined = [] {
    std::array<char, (Parts.chars.size() + ...)> all{};
    auto to = all.begin();
    ((to = std::ranges::copy(Parts.chars, to).out), ...);
    return all;
}();

template <OtlpLiteral... Parts>
constexpr std::string_view otlpJoined() {
    return {kOtlpJoined<Parts...>.data(), kOtlpJoined<Parts...>.size()};
}

} // namespace tollgate
