#include "gateway/wire/utf8.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace tollgate {

namespace {

bool isPlain(unsigned char byte) {
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/// Whether all eight bytes are plain. A byte is not when its high bit is set, or when one of the subtractions
/// borrows into it: below 0x20, or equal to the quote or the backslash.
bool isPlainWord(const char* bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const std::uint64_t quote = word ^ (kOnes * '"');
    const std::uint64_t slash = word ^ (kOnes * '\\');
    return ((word | (word - kOnes * 0x20U) | (quote - kOnes) | (slash - kOnes)) & kHigh) == 0;
}

} // namespace

std::size_t plainEnd(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size() && isPlainWord(text.data() + at))
        at += 8;
    while (at < text.size() && isPlain(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
    const unsigned char lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

std::string_view soundUtf8(std::string_view text, std::string& storage) {
    bool sound = true;
    std::size_t kept = 0; // so far storage has it
    for (std::size_t at = plainEnd(text, 0); at < text.size(); at = plainEnd(text, at)) {
        const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
        if (const std::size_t length = ascii ? 1 : utf8Length(text.substr(at))) {
            at += length;
            continue;
        }
        if (std::exchange(sound, false))
            storage.clear();
        storage.append(text.substr(kept, at - kept)).append(kReplacement);
        kept = ++at;
    }
    if (sound)
        return text;
    storage.append(text.substr(kept));
    return storage;
}

} // namespace tollgate
