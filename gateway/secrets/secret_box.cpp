#include "gateway/secrets/secret_box.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <cstdlib>
#include <memory>

namespace tollgate {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// Lengths keep ("ab","c") and ("a","bc") apart.
std::string associatedData(std::string_view owner, std::string_view field) {
    return "tollgate credential\n" + std::to_string(owner.size()) + ":" + std::string(owner) + "\n" +
           std::to_string(field.size()) + ":" + std::string(field);
}

} // namespace

std::string SecretBox::seal(std::string_view plain, std::string_view owner, std::string_view field) const {
    std::string nonce(kNonceBytes, '\0');
    std::string ciphertext(plain.size(), '\0');
    std::string tag(kTagBytes, '\0');
    const std::string aad = associatedData(owner, field);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool sealed =
        context != nullptr && RAND_bytes(bytes(nonce), static_cast<int>(kNonceBytes)) == 1 &&
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), bytes(nonce)) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, bytes(std::string_view(aad)),
                          static_cast<int>(aad.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), bytes(ciphertext), &length, bytes(plain),
                          static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), bytes(tag), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kTagBytes), tag.data()) ==
            1;
    if (!sealed)
        std::abort(); // no memory or no entropy: better to stop than to keep a secret in the clear
    return std::string(1, kVersion) + nonce + ciphertext + tag;
}

tl::expected<std::string, std::string> SecretBox::open(std::string_view sealed, std::string_view owner,
                                                       std::string_view field) const {
    if (sealed.size() < 1 + kNonceBytes + kTagBytes || sealed.front() != kVersion)
        return tl::unexpected(std::string("not a sealed secret of a known version"));
    const std::string_view nonce = sealed.substr(1, kNonceBytes);
    const std::string_view ciphertext =
        sealed.substr(1 + kNonceBytes, sealed.size() - 1 - kNonceBytes - kTagBytes);
    std::string tag(sealed.substr(sealed.size() - kTagBytes));
    std::string plain(ciphertext.size(), '\0');
    const std::string aad = associatedData(owner, field);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool opened =
        context != nullptr &&
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, m_key.data(), bytes(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytes(std::string_view(aad)),
                          static_cast<int>(aad.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), bytes(plain), &length, bytes(ciphertext),
                          static_cast<int>(ciphertext.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagBytes), tag.data()) ==
            1 &&
        EVP_DecryptFinal_ex(context.get(), bytes(tag), &length) == 1;
    if (!opened)
        return tl::unexpected(std::string("sealed with another master key, for another owner, or damaged"));
    return plain;
}

} // namespace tollgate
