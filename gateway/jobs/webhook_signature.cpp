#include "gateway/jobs/webhook_signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace tollgate {

std::string hmacSha256Hex(std::string_view secret, std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    // OpenSSL takes bytes as unsigned; through void, because they are the same bytes.
    const void* message = bytes.data();
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         static_cast<const unsigned char*>(message), bytes.size(), digest.data(), &size);
    std::string text;
    text.reserve(std::size_t{size} * 2);
    for (unsigned int i = 0; i < size; ++i) {
        text.push_back(kDigits[digest.at(i) >> 4U]);
        text.push_back(kDigits[digest.at(i) & 15U]);
    }
    return text;
}

std::string newWebhookSecret() {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 43> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
        throw std::runtime_error("the system has no random numbers");
    std::string text = "whsec_";
    for (const unsigned char byte : random)
        text.push_back(kLetters[byte & 63U]);
    return text;
}

} // namespace tollgate
