#include "ui/pages/aliases/targets_edit.h"

#include "ui/pages/aliases/drag_handle.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/paint.h"

#include <QPushButton>
#include <QToolButton>

namespace tollgate::ui {

TargetsEdit::TargetsEdit(Weights weights, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_weights(weights) {
    setAccessibleName(accessibleName);
    auto* column = makeColumn(6);
    setLayout(column);
    m_rows = makeColumn(4);
    column->addLayout(m_rows);
    m_empty = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this);
    column->addWidget(m_empty);
    auto* bottom = tollgate::ui::makeRow(8);
    auto* add = new QPushButton(tr("Add target"), this);
    add->setObjectName(QStringLiteral("addTarget"));
    add->setAccessibleName(tr("Add to %1").arg(accessibleName));
    setKind(add, "link");
    connect(add, &QPushButton::clicked, this, [this] {
        addTarget();
        m_list.last().reference->setFocus(Qt::OtherFocusReason);
    });
    bottom->addWidget(add);
    bottom->addStretch(1);
    column->addLayout(bottom);
    setFocusProxy(add);
    refresh();
}

QToolButton* TargetsEdit::rowButton(QWidget* row, const QString& icon, const QString& text) {
    auto* button = new QToolButton(row);
    button->setIcon(Theme::of(this).icon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    row->layout()->addWidget(button);
    return button;
}

TargetsEdit::Row TargetsEdit::makeRow(const QJsonObject& target) {
    const Theme& theme = Theme::of(this);
    Row row;
    row.original = target;
    row.widget = new QWidget(this);
    auto* layout = tollgate::ui::makeRow(4);
    row.widget->setLayout(layout);
    auto* handle = new DragHandle(row.widget);
    layout->addWidget(handle);
    connect(handle, &DragHandle::dragged, this, [this, widget = row.widget](int y) { dragTo(widget, y); });

    row.reference = new NamePicker(QStringLiteral("provider/model"), row.widget);
    row.reference->setAccessibleName(tr("Target"));
    row.reference->setNames(m_names);
    if (!target.isEmpty())
        row.reference->setName(
            QString(target.value(u"provider").toString() + u'/' + target.value(u"model").toString()));
    guardWheel(row.reference);
    layout->addWidget(row.reference, 1);
    connect(row.reference, &QComboBox::editTextChanged, this, &TargetsEdit::report);

    row.weight = makeSpin(1, 1'000'000, {}, row.widget);
    row.weight->setAccessibleName(tr("Weight"));
    row.weight->setValue(target.value(u"weight").toInt(1));
    row.weight->setFixedWidth(theme.px(56));
    row.weight->setVisible(m_weights == Weights::Shown);
    guardWheel(row.weight);
    layout->addWidget(row.weight);
    connect(row.weight, &QSpinBox::valueChanged, this, &TargetsEdit::report);

    row.share = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, row.widget);
    row.share->setFixedWidth(theme.px(40));
    row.share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.share->setVisible(m_weights == Weights::Shown);
    layout->addWidget(row.share);

    row.up = rowButton(row.widget, QStringLiteral("arrow-up"), tr("Move up"));
    row.down = rowButton(row.widget, QStringLiteral("arrow-down"), tr("Move down"));
    row.drop = rowButton(row.widget, QStringLiteral("trash"), tr("Remove target"));
    connect(row.up, &QToolButton::clicked, this, [this, widget = row.widget] {
        const int at = rowOf(widget);
        move(at, at - 1);
    });
    connect(row.down, &QToolButton::clicked, this, [this, widget = row.widget] {
        const int at = rowOf(widget);
        move(at, at + 1);
    });
    connect(row.drop, &QToolButton::clicked, this, [this, widget = row.widget] { removeAt(rowOf(widget)); });
    return row;
}

int TargetsEdit::rowOf(const QWidget* widget) const {
    for (int row = 0; row < count(); ++row)
        if (m_list.at(row).widget == widget)
            return row;
    return -1;
}

void TargetsEdit::addTarget(const QJsonObject& target) {
    m_list.append(makeRow(target));
    m_rows->addWidget(m_list.last().widget);
    report();
}

void TargetsEdit::removeAt(int row) {
    if (row < 0 || row >= count())
        return;
    QWidget* widget = m_list.takeAt(row).widget;
    m_rows->removeWidget(widget);
    widget->hide();
    widget->deleteLater(); // its own button may be what asked
    report();
}

void TargetsEdit::move(int row, int to) {
    if (row < 0 || to < 0 || row >= count() || to >= count() || row == to)
        return;
    m_list.move(row, to);
    QWidget* widget = m_list.at(to).widget;
    m_rows->removeWidget(widget);
    m_rows->insertWidget(to, widget);
    report();
}

void TargetsEdit::dragTo(const QWidget* widget, int y) {
    const int from = rowOf(widget);
    for (int row = 0; row < count(); ++row) {
        const QRect place = m_list.at(row).widget->geometry();
        if (row != from && y >= place.top() && y <= place.bottom()) {
            move(from, row);
            return;
        }
    }
}

void TargetsEdit::setTargets(const QJsonArray& targets) {
    m_setting = true;
    while (count() > 0)
        removeAt(count() - 1);
    for (const QJsonValue& target : targets)
        addTarget(target.toObject());
    m_setting = false;
    refresh();
}

QJsonObject TargetsEdit::parse(const QString& reference) {
    const qsizetype slash = reference.indexOf(u'/');
    return {{QStringLiteral("provider"), slash < 0 ? QString() : reference.left(slash)},
            {QStringLiteral("model"), slash < 0 ? reference : reference.mid(slash + 1)}};
}

QJsonArray TargetsEdit::targets() const {
    QJsonArray list;
    for (const Row& row : m_list) {
        QJsonObject target = row.original;
        const QJsonObject reference = parse(row.reference->name());
        target.insert(u"provider", reference.value(u"provider"));
        target.insert(u"model", reference.value(u"model"));
        // An untouched weight that was not there is not added.
        if (m_weights == Weights::Shown &&
            (row.original.contains(u"weight") || row.original.isEmpty() || row.weight->value() != 1))
            target.insert(u"weight", row.weight->value());
        list.append(target);
    }
    return list;
}

QString TargetsEdit::say(const QJsonArray& targets) {
    QStringList parts;
    for (const QJsonValue& value : targets) {
        const QJsonObject target = value.toObject();
        QString text = target.value(u"provider").toString() + u'/' + target.value(u"model").toString();
        if (target.contains(u"weight"))
            text += QStringLiteral(" × ") + QString::number(target.value(u"weight").toInt());
        parts << text;
    }
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
}

void TargetsEdit::setNames(const QStringList& references) {
    m_names = references;
    for (const Row& row : m_list)
        row.reference->setNames(references);
}

void TargetsEdit::setWeighted(bool weighted) {
    m_weighted = weighted;
    refresh();
}

void TargetsEdit::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

QString TargetsEdit::shareAt(int row) const {
    return m_list.at(row).share->text();
}

void TargetsEdit::refresh() {
    int sum = 0;
    for (const Row& row : m_list)
        sum += row.weight->value();
    for (int i = 0; i < count(); ++i) {
        const Row& row = m_list.at(i);
        row.weight->setEnabled(m_weighted);
        row.share->setText(m_weighted ? tr("%1 %").arg(qRound(100.0 * row.weight->value() / sum))
                                      : QString());
        row.up->setEnabled(i > 0);
        row.down->setEnabled(i < count() - 1);
    }
    m_empty->setVisible(m_list.isEmpty());
}

void TargetsEdit::report() {
    if (m_setting)
        return;
    refresh();
    Q_EMIT changed();
}

} // namespace tollgate::ui
