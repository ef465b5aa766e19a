#include "gateway/secrets/master_key.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstdlib>

namespace tollgate {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool readHex(std::string_view text, std::array<unsigned char, MasterKey::kBytes>& out) {
    if (text.size() != 2 * out.size())
        return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = hexDigit(text[2 * i]);
        const int low = hexDigit(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return true;
}

bool readBase64(std::string_view text, std::array<unsigned char, MasterKey::kBytes>& out) {
    constexpr std::size_t kBase64Length = 44; // of 32 bytes, one character of padding
    if (text.size() != kBase64Length || text.back() != '=')
        return false;
    std::array<unsigned char, 33> decoded{};
    const int length =
        EVP_DecodeBlock(decoded.data(), reinterpret_cast<const unsigned char*>(text.data()), kBase64Length);
    if (length != static_cast<int>(decoded.size()))
        return false;
    std::copy_n(decoded.begin(), out.size(), out.begin());
    OPENSSL_cleanse(decoded.data(), decoded.size());
    return true;
}

} // namespace

MasterKey MasterKey::generate() {
    MasterKey key;
    // A system without entropy must not go on with a key that can be guessed.
    if (RAND_bytes(key.m_bytes.data(), static_cast<int>(key.m_bytes.size())) != 1)
        std::abort();
    return key;
}

tl::expected<MasterKey, std::string> MasterKey::fromText(std::string_view text) {
    MasterKey key;
    const std::string_view word = trimmed(text);
    if (readHex(word, key.m_bytes) || readBase64(word, key.m_bytes))
        return key;
    return tl::unexpected(std::string("a master key is 64 hex digits or the base64 of 32 bytes"));
}

MasterKey::~MasterKey() {
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

std::string MasterKey::toHex() const {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    text.reserve(2 * m_bytes.size());
    for (const unsigned char byte : m_bytes) {
        text += kHex[byte >> 4U];
        text += kHex[byte & 15U];
    }
    return text;
}

} // namespace tollgate
