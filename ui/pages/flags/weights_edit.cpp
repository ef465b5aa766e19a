#include "ui/pages/flags/weights_edit.h"

#include "ui/pages/flags/flag_text.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/paint.h"

#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tollgate::ui {

WeightsEdit::WeightsEdit(QWidget* parent)
    : QWidget(parent) {
    auto* column = makeColumn(6);
    setLayout(column);
    m_rows = makeColumn(6);
    column->addLayout(m_rows);
    auto* row = makeRow(8);
    auto* add = new QPushButton(tr("Add version"), this);
    add->setObjectName(QStringLiteral("addVersion"));
    setKind(add, "quiet");
    connect(add, &QPushButton::clicked, this, [this] {
        addRow();
        m_list.last().version->setFocus();
    });
    row->addWidget(add);
    row->addStretch(1);
    m_sum = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    row->addWidget(m_sum);
    column->addLayout(row);
    setFocusProxy(add);
}

void WeightsEdit::addRow(const QString& version, double weight) {
    const Theme& theme = Theme::of(this);
    Row row{new QWidget(this), nullptr, nullptr, nullptr};
    auto* layout = makeRow(8);
    row.widget->setLayout(layout);
    row.version = new NamePicker(tr("version, as v2"), row.widget);
    row.version->setAccessibleName(tr("Version"));
    row.version->setName(version);
    row.weight = makeDecimal(0, 1'000'000, 1, {}, row.widget);
    row.weight->setAccessibleName(tr("Weight of the version"));
    row.weight->setValue(weight);
    row.weight->setFixedWidth(theme.px(96));
    row.share = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, row.widget);
    row.share->setFixedWidth(theme.px(60));
    auto* drop = new QToolButton(row.widget);
    drop->setIcon(theme.icon(QStringLiteral("trash")));
    drop->setAccessibleName(tr("Remove version"));
    drop->setToolTip(tr("Remove version"));
    guardWheel(row.version);
    guardWheel(row.weight);
    layout->addWidget(row.version, 1);
    layout->addWidget(row.weight);
    layout->addWidget(row.share);
    layout->addWidget(drop);
    connect(row.version, &QComboBox::editTextChanged, this, &WeightsEdit::refresh);
    connect(row.weight, &QDoubleSpinBox::valueChanged, this, &WeightsEdit::refresh);
    connect(drop, &QToolButton::clicked, this, [this, widget = row.widget] { remove(widget); });
    m_rows->addWidget(row.widget);
    m_list.append(row);
    refresh();
}

void WeightsEdit::remove(QWidget* widget) {
    m_list.removeIf([widget](const Row& row) { return row.widget == widget; });
    widget->hide();
    widget->deleteLater();
    refresh();
}

void WeightsEdit::setWeights(const QJsonObject& weights) {
    m_setting = true;
    while (!m_list.isEmpty())
        remove(m_list.last().widget);
    for (auto it = weights.begin(); it != weights.end(); ++it)
        addRow(it.key(), it.value().toDouble());
    m_setting = false;
    refresh();
}

QJsonObject WeightsEdit::weights() const {
    QJsonObject weights;
    for (const Row& row : m_list)
        if (!row.version->name().isEmpty())
            weights.insert(row.version->name(), row.weight->value());
    return weights;
}

QStringList WeightsEdit::versions() const {
    return weights().keys();
}

QString WeightsEdit::sumText() const {
    return m_sum->text();
}

void WeightsEdit::refresh() {
    double sum = 0;
    for (const Row& row : m_list)
        sum += row.weight->value();
    for (const Row& row : m_list)
        row.share->setText(sum > 0 ? flagText::percent(100 * row.weight->value() / sum)
                                   : QStringLiteral("0 %"));
    m_sum->setText(tr("sum %1").arg(QString::number(sum, 'g', 6)));
    if (!m_setting)
        Q_EMIT changed();
}

} // namespace tollgate::ui
