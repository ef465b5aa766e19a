#include "ui/widgets/money_spin.h"

#include <QLocale>

#include <cmath>

namespace tollgate::ui {
namespace {

constexpr int kDecimals = 6; // a micro-dollar is the smallest unit of the ledger

QString bare(QString text) {
    text.remove(u'$');
    return text.trimmed();
}

} // namespace

MoneySpin::MoneySpin(QWidget* parent)
    : QDoubleSpinBox(parent) {
    setDecimals(kDecimals);
    setLocale(QLocale::c()); // a point, as in the API and everywhere else in the console
    setRange(0, 1'000'000'000);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setAlignment(Qt::AlignLeft);
    setKeyboardTracking(true);
}

QString MoneySpin::format(double usd) {
    const double size = std::abs(usd);
    int decimals = 2;
    if (size != 0 && size < 0.1)
        decimals = std::min(kDecimals, 1 - static_cast<int>(std::floor(std::log10(size))));
    else if (size >= 1 && size == std::floor(size))
        decimals = 0;
    const QString figure = QLocale::c().toString(size, 'f', size == 0 ? 0 : decimals);
    return (usd < 0 ? u"-$"_qs : u"$"_qs) + figure;
}

QString MoneySpin::textFromValue(double value) const {
    const QLocale here = locale();
    const QString exact = here.toString(value, 'f', kDecimals);
    // Trailing zeros say nothing, but money with one decimal reads wrong.
    QString text = exact;
    const QString point = here.decimalPoint();
    while (text.endsWith(here.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(1);
    else if (text.size() - text.indexOf(point) == 2)
        text += here.zeroDigit();
    return u'$' + text;
}

double MoneySpin::valueFromText(const QString& text) const {
    return locale().toDouble(bare(text));
}

QValidator::State MoneySpin::validate(QString& text, int& position) const {
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    const QString figure = bare(text);
    if (figure.isEmpty() || figure == locale().decimalPoint())
        return QValidator::Intermediate;
    bool ok = false;
    const double value = locale().toDouble(figure, &ok);
    if (!ok || value < minimum())
        return QValidator::Invalid;
    Q_UNUSED(position)
    return value <= maximum() ? QValidator::Acceptable : QValidator::Invalid;
}

void MoneySpin::stepBy(int steps) {
    if (value() == 0 && steps > 0) { // adaptive steps would creep up by micro-dollars
        setValue(steps);
        return;
    }
    QDoubleSpinBox::stepBy(steps);
}

} // namespace tollgate::ui
