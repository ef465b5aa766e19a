#include "ui/pages/forms/form_layout.h"

#include "ui/models/format.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/wrap_columns.h"

#include <QGridLayout>

namespace tollgate::ui {

namespace {

/// "2 %", not "2.00 %".
class TidySpin : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override {
        QString text = QDoubleSpinBox::textFromValue(value);
        const QString point = locale().decimalPoint();
        if (!text.contains(point))
            return text;
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
        return text;
    }
};

/// "600 000 ms", with the thin spaces the console uses everywhere.
class GroupedSpin : public QSpinBox {
public:
    using QSpinBox::QSpinBox;
    QString textFromValue(int value) const override { return format::count(value); }
    int valueFromText(const QString& text) const override { return digits(text).toInt(); }
    QValidator::State validate(QString& text, int& position) const override {
        const QString bare = digits(text);
        if (bare.isEmpty())
            return QValidator::Intermediate;
        bool fine = false;
        const int value = bare.toInt(&fine);
        if (!fine || value > maximum())
            return QValidator::Invalid;
        Q_UNUSED(position)
        return value < minimum() ? QValidator::Intermediate : QValidator::Acceptable;
    }

private:
    QString digits(QString text) const {
        if (!suffix().isEmpty() && text.endsWith(suffix()))
            text.chop(suffix().size());
        QString bare;
        for (const QChar letter : text)
            if (letter.isDigit())
                bare += letter;
            else if (!letter.isSpace())
                return QStringLiteral("x"); // no number
        return bare;
    }
};

} // namespace

QLayout* sideBySide(std::initializer_list<QWidget*> widgets) {
    auto* row = new WrapColumns(Theme::of(nullptr).px(12));
    for (QWidget* widget : widgets)
        row->addColumn(widget);
    return row;
}

CardColumns cardColumns(int leftShare, int rightShare) {
    auto* row = new WrapColumns(Theme::of(nullptr).px(12), {leftShare, rightShare});
    const CardColumns columns{row, makeColumn(12), makeColumn(12)};
    row->addColumn(columns.left);
    row->addColumn(columns.right);
    return columns;
}

QSpinBox* makeSpin(int least, int most, const QString& suffix, QWidget* parent) {
    auto* spin = new GroupedSpin(parent);
    spin->setRange(least, most);
    spin->setSuffix(suffix);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    setKind(spin, "plain");
    spin->setMinimumWidth(Theme::of(spin).px(48)); // not as wide as the largest value
    return spin;
}

QDoubleSpinBox* makeDecimal(double least, double most, int decimals, const QString& suffix, QWidget* parent) {
    auto* spin = new TidySpin(parent);
    spin->setLocale(QLocale::c()); // a point, as in the API
    spin->setRange(least, most);
    spin->setDecimals(decimals);
    spin->setSuffix(suffix);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    setKind(spin, "plain");
    spin->setMinimumWidth(Theme::of(spin).px(48)); // not as wide as the largest value
    return spin;
}

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::of(this).px(16));
    m_grid->setVerticalSpacing(Theme::of(this).px(7));
    m_grid->setColumnStretch(1, 1);
}

QLabel* FactList::add(const QString& name, bool mono) {
    QLabel* value = mono ? makeMonoLabel({}, ColorRole::Text, -0.5, this)
                         : makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addWidget(name, value);
    return value;
}

void FactList::addWidget(const QString& name, QWidget* value) {
    const int row = m_grid->rowCount();
    QLabel* label = makeLabel(name, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    label->setBuddy(value);
    if (value->accessibleName().isEmpty() && !qobject_cast<QLabel*>(value))
        value->setAccessibleName(name);
    m_grid->addWidget(label, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(value, row, 1, qobject_cast<QLabel*>(value) ? Qt::Alignment() : Qt::AlignLeft);
}

} // namespace tollgate::ui
