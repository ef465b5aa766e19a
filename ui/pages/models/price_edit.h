#pragma once
// US dollars per million tokens, or nothing: an empty field is an unknown price, never free.

#include <QJsonValue>
#include <QLineEdit>

namespace tollgate::ui {

class PriceEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit PriceEdit(QWidget* parent = nullptr);
    QJsonValue value() const; ///< null when empty
    void setValue(const QJsonValue& value);
    bool isAcceptable() const; ///< empty, or a number that is not negative
};

} // namespace tollgate::ui
