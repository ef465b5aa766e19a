#include "app/keychain_tokens.h"

namespace tollgate {
namespace {

std::string entryOf(const QString& gateway) {
    return "admin-token-" + gateway.toStdString();
}

} // namespace

KeychainTokens::KeychainTokens()
    : m_keychain(desktopKeychainLikely() ? makeDesktopKeychain() : nullptr) {}

void KeychainTokens::read(const QString& gateway, std::function<void(const QString& token)> done) {
    m_keychain->read(entryOf(gateway), [done = std::move(done)](const KeychainAnswer& answer) {
        done(QString::fromStdString(answer.value.value_or(std::string())));
    });
}

void KeychainTokens::write(const QString& gateway, const QString& token,
                           std::function<void(const QString& problem)> done) {
    m_keychain->write(entryOf(gateway), token.toStdString(),
                      [done = std::move(done)](const KeychainAnswer& answer) {
                          done(QString::fromStdString(answer.error));
                      });
}

} // namespace tollgate
