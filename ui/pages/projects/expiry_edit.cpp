#include "ui/pages/projects/expiry_edit.h"

#include "ui/models/format.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/widgets/paint.h"

#include <QDateTimeEdit>

namespace tollgate::ui {

ExpiryEdit::ExpiryEdit(QWidget* parent)
    : QWidget(parent) {
    auto* row = makeRow(8);
    setLayout(row);
    m_mode = new ChoiceBox(this);
    m_mode->setObjectName(QStringLiteral("expiryMode"));
    m_mode->setAccessibleName(tr("Expiry"));
    m_mode->addChoice(QStringLiteral("never"), tr("never"));
    m_mode->addChoice(QStringLiteral("at"), tr("on"));
    m_when = new QDateTimeEdit(this);
    m_when->setObjectName(QStringLiteral("expiresAt"));
    m_when->setAccessibleName(tr("Expires on"));
    m_when->setCalendarPopup(true);
    m_when->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    guardWheel(m_mode);
    guardWheel(m_when);
    row->addWidget(m_mode, 1);
    row->addWidget(m_when, 2);
    setFocusProxy(m_mode);
    setValue(QJsonValue::Null);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        m_when->setVisible(m_mode->id() == QLatin1String("at"));
        Q_EMIT changed();
    });
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &ExpiryEdit::changed);
}

void ExpiryEdit::setValue(const QJsonValue& value) {
    const qint64 ms = format::fromIso(value.toString());
    m_mode->setId(ms > 0 ? QStringLiteral("at") : QStringLiteral("never"));
    // Proposed when somebody chooses "on": a month from now, at the end of the day.
    m_when->setDateTime(ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms)
                               : QDateTime(QDate::currentDate().addDays(30), QTime(23, 59)));
    m_when->setVisible(ms > 0);
}

QJsonValue ExpiryEdit::value() const {
    if (m_mode->id() != QLatin1String("at"))
        return QJsonValue::Null;
    return m_when->dateTime().toUTC().toString(Qt::ISODate);
}

QString ExpiryEdit::say(const QJsonValue& value) {
    const qint64 ms = format::fromIso(value.toString());
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                  : tr("never");
}

} // namespace tollgate::ui
