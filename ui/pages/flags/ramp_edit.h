#pragma once
// "step by step while healthy: +10 % every 30 min up to 50 %", or by hand. Null of the API is by hand.

#include <QJsonObject>
#include <QJsonValue>
#include <QWidget>

class QDoubleSpinBox;

namespace tollgate::ui {

class ChoiceBox;

class RampEdit : public QWidget {
    Q_OBJECT
public:
    explicit RampEdit(QWidget* parent = nullptr);
    QJsonValue value() const;
    void setValue(const QJsonValue& ramp);
    static QString say(const QJsonValue& ramp);

Q_SIGNALS:
    void changed();

private:
    void follow();

    ChoiceBox* m_mode = nullptr;
    QWidget* m_details = nullptr;
    QDoubleSpinBox* m_step = nullptr;
    QDoubleSpinBox* m_every = nullptr;
    QDoubleSpinBox* m_most = nullptr;
    QJsonObject m_given; ///< what was set: fields that are not shown go on
};

} // namespace tollgate::ui
