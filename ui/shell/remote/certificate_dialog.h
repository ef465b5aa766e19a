#pragma once
// Shows a certificate that does not verify, with its fingerprint, and asks once whether it is the right one.

#include <QDialog>

namespace tollgate::ui {

struct CertificateDoubt;

/// Accepted: this certificate is trusted for this gateway from now on.
class CertificateDialog : public QDialog {
    Q_OBJECT
public:
    CertificateDialog(const QString& gateway, const CertificateDoubt& doubt, QWidget* parent = nullptr);

    /// "AB:CD:…" of the SHA-256, as openssl x509 -fingerprint -sha256 prints it.
    static QString fingerprint(const QByteArray& sha256);
};

} // namespace tollgate::ui
