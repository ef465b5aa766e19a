#pragma once
// What a link to a gateway elsewhere asks of people, and what is remembered of their answers: the admin
// token, and a certificate they vouch for.

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace tollgate::ui {

class CertificateDialog;
class ConsoleState;
class RemoteLink;
class TokenDialog;
class TokenVault;
struct CertificateDoubt;

/// Main thread. All arguments outlive it but the window.
class RemoteSession : public QObject {
    Q_OBJECT
public:
    RemoteSession(RemoteLink& link, TokenVault& vault, ConsoleState& state, QWidget* window,
                  QObject* parent = nullptr);

    /// Connects: with the token given, else with the one kept in the vault, else with the one typed.
    void begin(const QString& token);

Q_SIGNALS:
    void problem(const QString& text); ///< for people

private:
    void askToken(bool refused, const QString& said);
    void askTrust(const CertificateDoubt& doubt);
    void settle();

    RemoteLink& m_link;
    TokenVault& m_vault;
    ConsoleState& m_state;
    QPointer<QWidget> m_window;
    QPointer<TokenDialog> m_tokenDialog;
    QPointer<CertificateDialog> m_certificateDialog;
    QString m_entered; ///< to be kept when the gateway has taken it
};

} // namespace tollgate::ui
