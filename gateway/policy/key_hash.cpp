#include "gateway/policy/key_hash.h"

#include <crypt.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <memory>

namespace tollgate {

namespace {

constexpr std::string_view kBase62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kSecretLength = 43;
constexpr int kCost = 10;
constexpr std::size_t kBcryptReads = 72;

std::string bcrypt(const std::string& secret, const char* setting) {
    const auto data = std::make_unique<crypt_data>();
    const char* result = crypt_r(secret.c_str(), setting, data.get());
    return result == nullptr || result[0] == '*' ? std::string() : std::string(result);
}

} // namespace

std::string makeKeySecret() {
    std::string secret = "tg-";
    while (secret.size() < 3 + kSecretLength) {
        unsigned char byte = 0;
        // 248 = 4 × 62: bytes above it would make some characters likelier.
        if (RAND_bytes(&byte, 1) == 1 && byte < 248)
            secret.push_back(kBase62[byte % kBase62.size()]);
    }
    return secret;
}

std::string hashKeySecret(const std::string& secret) {
    std::array<char, 16> entropy{};
    RAND_bytes(reinterpret_cast<unsigned char*>(entropy.data()), static_cast<int>(entropy.size()));
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
    crypt_gensalt_rn("$2b$", kCost, entropy.data(), static_cast<int>(entropy.size()), setting.data(),
                     static_cast<int>(setting.size()));
    return bcrypt(secret, setting.data());
}

bool verifyKeySecret(const std::string& secret, const std::string& hash) {
    // bcrypt reads a C string and no more than 72 bytes of it; what it would not see must not verify.
    if (secret.size() > kBcryptReads || secret.find('\0') != std::string::npos)
        return false;
    const std::string again = bcrypt(secret, hash.c_str());
    return !again.empty() && again.size() == hash.size() &&
           CRYPTO_memcmp(again.data(), hash.data(), hash.size()) == 0;
}

} // namespace tollgate
