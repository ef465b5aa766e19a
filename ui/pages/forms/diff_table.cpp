#include "ui/pages/forms/diff_table.h"

#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QStandardItemModel>

namespace tollgate::ui {

namespace {

constexpr qsizetype kToolTipLength = 2'000;

QStandardItem* cell(const QString& text, ColorRole role, bool mono) {
    auto* item = new QStandardItem(text.simplified());
    item->setData(static_cast<int>(role), RowDelegate::ColorRoleRole);
    item->setData(mono, RowDelegate::MonoRole);
    // As text: it may come from anywhere.
    item->setToolTip(text.size() > 24 ? text.left(kToolTipLength).toHtmlEscaped() : QString());
    return item;
}

} // namespace

DiffTable::DiffTable(const QString& accessibleName, QWidget* parent)
    : TableView(accessibleName, parent)
    , m_rows(new QStandardItemModel(0, 3, this)) {
    m_rows->setHorizontalHeaderLabels({tr("field"), tr("before"), tr("after")});
    setModel(m_rows);
    auto* header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(0, QHeaderView::Interactive);
    setColumnWidth(0, Theme::of(this).px(150));
}

void DiffTable::setDiff(const QList<FieldDiff>& diff) {
    m_diff = diff;
    m_rows->removeRows(0, m_rows->rowCount());
    for (const FieldDiff& one : diff) {
        const QString nothing = QStringLiteral("\u2013");
        m_rows->appendRow({cell(one.path, ColorRole::Text, true),
                           cell(one.before.isEmpty() ? nothing : one.before, ColorRole::Bad, false),
                           cell(one.after.isEmpty() ? nothing : one.after, ColorRole::Good, false)});
    }
}

} // namespace tollgate::ui
