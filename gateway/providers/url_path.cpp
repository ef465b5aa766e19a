#include "gateway/providers/url_path.h"

namespace tollgate {

std::string urlSegment(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    // A segment of dots alone would lead out of its place.
    const bool onlyDots = text == "." || text == "..";
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '~' || (c == '.' && !onlyDots);
        if (plain) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += kDigits[byte >> 4U];
        encoded += kDigits[byte & 0xFU];
    }
    return encoded;
}

} // namespace tollgate
