#include "gateway/wire/base64_text.h"

#include <openssl/evp.h>

#include <limits>

namespace tollgate {

namespace {

constexpr std::size_t kLongest = std::numeric_limits<int>::max() / 2; ///< what OpenSSL counts in

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string base64Encoded(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > kLongest)
        return {};
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // and OpenSSL's final zero
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytesOf(bytes),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::optional<std::string> base64Decoded(std::string_view text) {
    if (text.size() % 4 != 0 || text.size() > kLongest)
        return std::nullopt;
    if (text.empty())
        return std::string();
    std::string bytes(text.size() / 4 * 3, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), bytesOf(text),
                                     static_cast<int>(text.size()));
    if (size < 0)
        return std::nullopt;
    // OpenSSL counts the padding as zeros.
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return bytes;
}

} // namespace tollgate
