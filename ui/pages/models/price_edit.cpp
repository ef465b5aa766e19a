#include "ui/pages/models/price_edit.h"

#include "ui/widgets/paint.h"

#include <QLocale>

namespace tollgate::ui {

PriceEdit::PriceEdit(QWidget* parent)
    : QLineEdit(parent) {
    setPlaceholderText(tr("unknown"));
    setMinimumWidth(Theme::of(this).px(48));
}

QJsonValue PriceEdit::value() const {
    const QString typed = text().trimmed().remove(u'$');
    bool isNumber = false;
    const double price = QLocale::c().toDouble(typed, &isNumber);
    return isNumber ? QJsonValue(price) : QJsonValue(QJsonValue::Null);
}

void PriceEdit::setValue(const QJsonValue& value) {
    setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : QString());
}

bool PriceEdit::isAcceptable() const {
    return text().trimmed().isEmpty() || value().toDouble(-1) >= 0;
}

} // namespace tollgate::ui
