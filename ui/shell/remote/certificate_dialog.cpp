#include "ui/shell/remote/certificate_dialog.h"

#include "ui/link/remote_link.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/paint.h"

#include <QCryptographicHash>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace tollgate::ui {
namespace {

QString nameOf(const QSslCertificate& certificate, bool issuer) {
    const QStringList names = issuer ? certificate.issuerInfo(QSslCertificate::CommonName)
                                     : certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? QStringLiteral("—") : names.join(QLatin1String(", "));
}

QString day(const QDateTime& time) {
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

CertificateDialog::CertificateDialog(const QString& gateway, const CertificateDoubt& doubt, QWidget* parent)
    : QDialog(parent) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(tr("Is this %1?").arg(gateway));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    column->setSpacing(theme.px(14));
    column->addWidget(makeLabel(windowTitle(), ColorRole::Text, 2.5, QFont::DemiBold, this));
    const auto paragraph = [&](const QString& text, ColorRole role) {
        auto* label = makeLabel(text, role, 0, QFont::Normal, this);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    if (doubt.changed)
        paragraph(
            tr("The certificate is another one than the one you trusted before. If nobody has renewed it, "
               "somebody may stand between you and the gateway."),
            ColorRole::Bad);
    paragraph(tr("The gateway's certificate does not verify: %1. Compare the fingerprint with the one the "
                 "gateway's owner sees before you trust it; nothing has been sent yet.")
                  .arg(doubt.reasons.join(QLatin1String("; "))),
              ColorRole::TextMuted);

    const QString print = fingerprint(doubt.certificate.digest(QCryptographicHash::Sha256));
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(theme.px(16));
    facts->setVerticalSpacing(theme.px(6));
    facts->setColumnStretch(1, 1);
    int line = 0;
    const auto fact = [&](const QString& name, const QString& value) {
        facts->addWidget(makeLabel(name, ColorRole::TextMuted, 0, QFont::Normal, this), line, 0,
                         Qt::AlignTop);
        auto* label = makeMonoLabel(value, ColorRole::Text, 0, this);
        label->setTextFormat(Qt::PlainText); // a stranger wrote it
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->setAccessibleName(name);
        facts->addWidget(label, line++, 1);
        return label;
    };
    fact(tr("Issued to"), nameOf(doubt.certificate, false));
    fact(tr("Issued by"), nameOf(doubt.certificate, true));
    fact(tr("Valid"), QStringLiteral("%1 – %2").arg(day(doubt.certificate.effectiveDate()),
                                                    day(doubt.certificate.expiryDate())));
    // In two lines of sixteen bytes: the eye compares them one by one.
    fact(QStringLiteral("SHA-256"), print.left(47) + u'\n' + print.mid(48))
        ->setObjectName(QStringLiteral("fingerprint"));
    facts->addWidget(new CopyButton(
                         tr("fingerprint"), [print] { return print; }, this),
                     line - 1, 2, Qt::AlignTop);
    column->addLayout(facts);

    auto* buttons = makeRow(8);
    buttons->addStretch(1);
    auto* leave = new QPushButton(tr("Do not connect"), this);
    leave->setDefault(true);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(leave);
    auto* trust = new QPushButton(tr("Trust this certificate"), this);
    trust->setObjectName(QStringLiteral("trust"));
    trust->setAutoDefault(false);
    setKind(trust, "danger");
    connect(trust, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(trust);
    column->addLayout(buttons);
    setMinimumWidth(theme.px(580));
    resize(minimumWidth(), column->totalHeightForWidth(minimumWidth()));
    leave->setFocus();
}

QString CertificateDialog::fingerprint(const QByteArray& sha256) {
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

} // namespace tollgate::ui
