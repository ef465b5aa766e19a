#include "ui/pages/providers/credential_edit.h"

#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>

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
        m_keys->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { setState(State::Removed); });
    connect(m_keep, &QPushButton::clicked, this, [this] { setState(State::Untouched); });
    connect(m_keys, &QPlainTextEdit::textChanged, this, &CredentialEdit::changed);
    setStored(QJsonObject());
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

QJsonValue CredentialEdit::value() const {
    if (m_state == State::Removed)
        return QJsonObject();
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
    const auto count = qMax<qsizetype>(1, value.toObject().value(u"api_keys").toArray().size());
    return count == 1 ? tr("a new key") : tr("%1 new keys").arg(count);
}

} // namespace tollgate::ui
