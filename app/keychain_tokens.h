#pragma once
// Admin tokens of gateways elsewhere in the desktop's keychain.

#include "gateway/secrets/keychain.h"
#include "ui/shell/remote/token_vault.h"

#include <memory>

namespace tollgate {

/// Main thread.
class KeychainTokens final : public ui::TokenVault {
public:
    KeychainTokens();
    bool available() const override { return m_keychain != nullptr; }
    void read(const QString& gateway, std::function<void(const QString& token)> done) override;
    void write(const QString& gateway, const QString& token,
               std::function<void(const QString& problem)> done) override;

private:
    std::unique_ptr<Keychain> m_keychain; ///< null where no session bus is
};

} // namespace tollgate
