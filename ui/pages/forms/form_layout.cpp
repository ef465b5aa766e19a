#include "ui/pages/forms/form_layout.h"

#include "ui/widgets/paint.h"

#include <QGridLayout>

namespace tollgate::ui {

QHBoxLayout* sideBySide(std::initializer_list<QWidget*> widgets) {
    QHBoxLayout* row = makeRow(12);
    for (QWidget* widget : widgets)
        row->addWidget(widget, 1, Qt::AlignTop);
    return row;
}

CardColumns cardColumns(int leftShare, int rightShare) {
    CardColumns columns{makeRow(12), makeColumn(12), makeColumn(12)};
    columns.row->addLayout(columns.left, leftShare);
    columns.row->addLayout(columns.right, rightShare);
    return columns;
}

QSpinBox* makeSpin(int least, int most, const QString& suffix, QWidget* parent) {
    auto* spin = new QSpinBox(parent);
    spin->setRange(least, most);
    spin->setSuffix(suffix);
    spin->setGroupSeparatorShown(true);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setMinimumWidth(Theme::of(spin).px(48)); // not as wide as the largest value
    return spin;
}

QDoubleSpinBox* makeDecimal(double least, double most, int decimals, const QString& suffix, QWidget* parent) {
    auto* spin = new QDoubleSpinBox(parent);
    spin->setRange(least, most);
    spin->setDecimals(decimals);
    spin->setSuffix(suffix);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
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
