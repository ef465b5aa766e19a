#include "ui/shell/remote/token_dialog.h"

#include "ui/widgets/form_field.h"
#include "ui/widgets/paint.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace tollgate::ui {

TokenDialog::TokenDialog(const QString& gateway, bool canKeep, QWidget* parent)
    : QDialog(parent) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(tr("Connect to %1").arg(gateway));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    column->setSpacing(theme.px(14));
    column->addWidget(makeLabel(windowTitle(), ColorRole::Text, 2.5, QFont::DemiBold, this));
    auto* where = makeLabel(tr("The gateway made its admin token at its first start: it is in the file "
                               "admin-token of its data directory, or in TOLLGATE_ADMIN_TOKEN there."),
                            ColorRole::TextMuted, 0, QFont::Normal, this);
    where->setWordWrap(true);
    column->addWidget(where);
    m_token = new QLineEdit(this);
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setFont(theme.monoFont());
    m_field = new FormField(tr("Admin token"), m_token, this);
    column->addWidget(m_field);
    m_keep = new QCheckBox(tr("Keep it in this desktop's keychain"), this);
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keep->setEnabled(canKeep);
    if (!canKeep)
        m_keep->setToolTip(tr("No keychain answers on this desktop."));
    column->addWidget(m_keep);

    auto* buttons = makeRow(8);
    buttons->addStretch(1);
    auto* cancel = new QPushButton(tr("Not now"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    m_connect = new QPushButton(tr("Connect"), this);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setDefault(true);
    m_connect->setEnabled(false);
    setKind(m_connect, "primary");
    buttons->addWidget(m_connect);
    column->addLayout(buttons);
    connect(m_connect, &QPushButton::clicked, this, &TokenDialog::submit);
    connect(m_token, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_connect->setEnabled(!text.trimmed().isEmpty());
        m_field->clearError();
    });
    setMinimumWidth(theme.px(440));
    resize(minimumWidth(), column->totalHeightForWidth(minimumWidth()));
    m_token->setFocus();
}

void TokenDialog::submit() {
    m_connect->setEnabled(false); // until the gateway has answered, or another one is typed
    Q_EMIT entered(m_token->text().trimmed());
}

void TokenDialog::refuse(const QString& said) {
    m_field->setError(said.isEmpty() ? tr("The gateway does not take this token.") : said);
    m_token->selectAll();
    m_token->setFocus();
}

bool TokenDialog::keep() const {
    return m_keep->isChecked();
}

} // namespace tollgate::ui
