#include "ui/shell/remote/remote_session.h"

#include "ui/link/remote_link.h"
#include "ui/shell/console_state.h"
#include "ui/shell/remote/certificate_dialog.h"
#include "ui/shell/remote/token_dialog.h"
#include "ui/shell/remote/token_vault.h"

#include <QCryptographicHash>

#include <utility>

namespace tollgate::ui {
namespace {

const QString kPinKey = QStringLiteral("remote/certificate-sha256");

} // namespace

RemoteSession::RemoteSession(RemoteLink& link, TokenVault& vault, ConsoleState& state, QWidget* window,
                             QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_vault(vault)
    , m_state(state)
    , m_window(window) {
    connect(&m_link, &RemoteLink::tokenWanted, this, &RemoteSession::askToken);
    connect(&m_link, &RemoteLink::certificateDoubted, this, &RemoteSession::askTrust);
    connect(&m_link, &GatewayLink::stateChanged, this, &RemoteSession::settle);
}

void RemoteSession::begin(const QString& token) {
    m_link.setPin(QByteArray::fromHex(m_state.value(kPinKey).toByteArray()));
    if (!token.isEmpty() || !m_vault.available())
        return m_link.setToken(token);
    m_vault.read(m_link.address(), [link = QPointer(&m_link)](const QString& kept) {
        if (link)
            link->setToken(kept);
    });
}

void RemoteSession::askToken(bool refused, const QString& said) {
    m_entered.clear();
    if (!m_tokenDialog) {
        m_tokenDialog = new TokenDialog(m_link.address(), m_vault.available(), m_window);
        m_tokenDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_tokenDialog, &TokenDialog::entered, this, [this](const QString& token) {
            m_entered = m_tokenDialog->keep() ? token : QString();
            m_link.setToken(token);
        });
        m_tokenDialog->open();
    }
    if (refused)
        m_tokenDialog->refuse(said);
}

void RemoteSession::askTrust(const CertificateDoubt& doubt) {
    if (m_certificateDialog)
        return;
    m_certificateDialog = new CertificateDialog(m_link.address(), doubt, m_window);
    m_certificateDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_certificateDialog, &QDialog::accepted, this,
            [this, sha256 = doubt.certificate.digest(QCryptographicHash::Sha256)] {
                m_state.setValue(kPinKey, sha256.toHex());
                m_link.setPin(sha256);
            });
    m_certificateDialog->open();
}

void RemoteSession::settle() {
    if (m_link.state() != LinkState::Listening)
        return;
    if (m_tokenDialog)
        m_tokenDialog->accept();
    if (const QString token = std::exchange(m_entered, {}); !token.isEmpty())
        m_vault.write(m_link.address(), token, [self = QPointer(this)](const QString& said) {
            if (self && !said.isEmpty())
                Q_EMIT self->problem(tr("The admin token could not be kept: %1").arg(said));
        });
}

} // namespace tollgate::ui
