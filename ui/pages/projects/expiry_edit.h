#pragma once
// When a key stops working: never, or a day and time. RFC 3339 UTC in the API, local time on the screen.

#include <QJsonValue>
#include <QWidget>

class QDateTimeEdit;

namespace tollgate::ui {

class ChoiceBox;

class ExpiryEdit : public QWidget {
    Q_OBJECT
public:
    explicit ExpiryEdit(QWidget* parent = nullptr);
    QJsonValue value() const;
    void setValue(const QJsonValue& value);
    static QString say(const QJsonValue& value);

Q_SIGNALS:
    void changed();

private:
    ChoiceBox* m_mode = nullptr;
    QDateTimeEdit* m_when = nullptr;
};

} // namespace tollgate::ui
