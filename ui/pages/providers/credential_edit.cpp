#include "ui/pages/providers/credential_edit.h"

#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace tollgate::ui {

CredentialEdit::CredentialEdit(QWidget* parent)
    : QWidget(parent) {
    auto* column = makeColumn(6);
    setLayout(column);
    auto* row = makeRow(8);
    m_status = makeMonoLabel({}, ColorRole::Text, -0.5, this);
    m_replace = new QPushButton(this);
    m_replace->setObjectName(QStringLiteral("replace"));
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setAccessibleName(tr("Remove the stored key"));
    m_keep = new QPushButton(tr("Keep as it was"), this);
    m_keep->setObjectName(QStringLiteral("keep"));
    row->addWidget(m_status);
    row->addStretch(1);
    for (QPushButton* button : {m_replace, m_remove, m_keep}) {
        setKind(button, "quiet");
        row->addWidget(button);
    }
    column->addLayout(row);
    m_access = makeAccessFields();
    column->addWidget(m_access);
    m_keys = new QPlainTextEdit(this);
    m_keys->setObjectName(QStringLiteral("keys"));
    m_keys->setAccessibleName(tr("New API keys, one per line"));
    m_keys->setPlaceholderText(tr("Paste the key; several keys one per line"));
    m_keys->setFont(Theme::of(this).monoFont(-0.5));
    m_keys->setTabChangesFocus(true);
    m_keys->setFixedHeight(Theme::of(this).px(66));
    column->addWidget(m_keys);
    setFocusProxy(m_replace);

    connect(m_replace, &QPushButton::clicked, this, [this] {
        setState(State::Replacing);
        (m_takesAccessKeys ? static_cast<QWidget*>(m_accessEdits.first()) : m_keys)->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { setState(State::Removed); });
    connect(m_keep, &QPushButton::clicked, this, [this] { setState(State::Untouched); });
    connect(m_keys, &QPlainTextEdit::textChanged, this, &CredentialEdit::changed);
    setStored(QJsonObject());
}

QWidget* CredentialEdit::makeAccessFields() {
    auto* fields = new QWidget(this);
    auto* column = makeColumn(6);
    fields->setLayout(column);
    const auto add = [&](const char* name, const QString& label, bool secret) {
        auto* edit = new QLineEdit(fields);
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(label);
        edit->setPlaceholderText(label);
        edit->setFont(Theme::of(this).monoFont(-0.5));
        if (secret)
            edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &CredentialEdit::changed);
        column->addWidget(edit);
        m_accessEdits.append(edit);
    };
    add("access_key_id", tr("Access key id"), false);
    add("secret_access_key", tr("Secret access key"), true);
    add("session_token", tr("Session token, where there is one"), true);
    return fields;
}

void CredentialEdit::setTakesAccessKeys(bool takes) {
    if (m_takesAccessKeys == takes)
        return;
    m_takesAccessKeys = takes;
    for (QLineEdit* edit : std::as_const(m_accessEdits))
        edit->clear();
    m_keys->setPlaceholderText(takes ? tr("Or paste a Bedrock API key")
                                     : tr("Paste the key; several keys one per line"));
    m_access->setVisible(takes && m_state == State::Replacing);
}

void CredentialEdit::setStored(const QJsonValue& masked) {
    m_stored = masked.isObject() ? masked : QJsonValue(QJsonObject());
    setState(State::Untouched);
}

void CredentialEdit::setState(State state) {
    m_state = state;
    if (state != State::Replacing) {
        const QSignalBlocker quiet(m_keys);
        m_keys->clear();
        for (QLineEdit* edit : std::as_const(m_accessEdits)) {
            const QSignalBlocker silent(edit);
            edit->clear();
        }
    }
    const bool stored = !m_stored.toObject().isEmpty();
    m_status->setText(state == State::Removed ? tr("will be removed") : storedText());
    setLabelRole(m_status, stored && state == State::Untouched ? ColorRole::Text : ColorRole::TextMuted);
    m_replace->setText(stored ? tr("Replace") : tr("Set a key"));
    m_replace->setAccessibleName(stored ? tr("Replace the stored key") : tr("Set an API key"));
    m_replace->setVisible(state == State::Untouched);
    m_remove->setVisible(state == State::Untouched && stored);
    m_keep->setVisible(state != State::Untouched);
    m_keys->setVisible(state == State::Replacing);
    m_access->setVisible(state == State::Replacing && m_takesAccessKeys);
    Q_EMIT changed();
}

QString CredentialEdit::storedText() const {
    QStringList masks;
    const QJsonObject object = m_stored.toObject();
    for (const QJsonValue& value : object) {
        if (value.isArray())
            for (const QJsonValue& one : value.toArray())
                masks.append(one.toString());
        else
            masks.append(value.toString());
    }
    return masks.isEmpty() ? tr("no key stored") : tr("stored: %1").arg(masks.join(QStringLiteral(", ")));
}

QStringList CredentialEdit::typedKeys() const {
    QStringList keys;
    for (const QString& line : m_keys->toPlainText().split(u'\n'))
        if (!line.trimmed().isEmpty())
            keys.append(line.trimmed());
    return keys;
}

QJsonObject CredentialEdit::typedAccessKeys() const {
    QJsonObject typed;
    if (m_takesAccessKeys && m_state == State::Replacing)
        for (const QLineEdit* edit : m_accessEdits)
            if (const QString text = edit->text().trimmed(); !text.isEmpty())
                typed.insert(edit->objectName(), text);
    return typed;
}

QJsonValue CredentialEdit::value() const {
    if (m_state == State::Removed)
        return QJsonObject();
    if (const QJsonObject access = typedAccessKeys(); !access.isEmpty())
        return access;
    const QStringList keys = m_state == State::Replacing ? typedKeys() : QStringList();
    if (keys.isEmpty())
        return m_stored;
    if (keys.size() == 1)
        return QJsonObject{{QStringLiteral("api_key"), keys.first()}};
    return QJsonObject{{QStringLiteral("api_keys"), QJsonArray::fromStringList(keys)}};
}

QString CredentialEdit::say(const QJsonValue& value) const {
    if (value == m_stored)
        return storedText();
    if (value.toObject().isEmpty())
        return tr("none");
    if (value.toObject().contains(u"access_key_id") || value.toObject().contains(u"secret_access_key"))
        return tr("a new access key");
    const auto count = qMax<qsizetype>(1, value.toObject().value(u"api_keys").toArray().size());
    return tr("%n new key(s)", nullptr, static_cast<int>(count));
}

} // namespace tollgate::ui
