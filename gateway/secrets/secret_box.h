#pragma once
// Seals small secrets with AES-256-GCM (NIST SP 800-38D) under the master key. What a secret belongs to is
// bound to it as associated data, so that a sealed value cannot be moved to another provider or field.

#include "gateway/secrets/master_key.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace tollgate {

/// Immutable and thread-safe.
class SecretBox {
public:
    explicit SecretBox(const MasterKey& key)
        : m_key(key) {}

    /// One version byte, 96 random bits of nonce, the ciphertext, 128 bits of tag. Binary.
    std::string seal(std::string_view plain, std::string_view owner, std::string_view field) const;
    /// The error is for people: another master key, another owner, or a damaged value.
    tl::expected<std::string, std::string> open(std::string_view sealed, std::string_view owner,
                                                std::string_view field) const;

private:
    MasterKey m_key;
};

} // namespace tollgate
