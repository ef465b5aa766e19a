#include "ui/pages/spend/spend_controls.h"

#include "ui/widgets/menu_button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

namespace tollgate::ui {

SpendControls::SpendControls(FilterLineEdit::Values values, QWidget* parent)
    : QWidget(parent)
    , m_range(new SegmentedControl(tr("Time range"), this))
    , m_rows(makeMenuButton(MenuButtonKind::Framed, tr("Rows"), this))
    , m_split(makeMenuButton(MenuButtonKind::Framed, tr("Columns"), this))
    , m_filter(new FilterLineEdit(std::move(values), this))
    , m_export(new QPushButton(this)) {
    m_range->addSegment(QStringLiteral("7d"), tr("7 d"), tr("Today and the six days before, in UTC"));
    m_range->addSegment(QStringLiteral("30d"), tr("30 d"), tr("Today and the 29 days before, in UTC"));
    m_range->addSegment(QStringLiteral("month"), tr("Month"), tr("This month so far, in UTC"));
    m_range->addSegment(QStringLiteral("last"), tr("Last month"), tr("The whole month before, in UTC"));
    m_filter->setAccessibleName(tr("Filter what is counted"));
    m_filter->setPlaceholderText(tr("project:checkout \u2026"));
    m_filter->setMinimumWidth(Theme::of(this).px(90));
    m_export->setObjectName(QStringLiteral("export"));
    showExport(false, 0);

    auto* row = makeRow(10);
    row->addWidget(m_range);
    row->addWidget(m_rows);
    row->addWidget(m_split);
    row->addWidget(m_filter, 1);
    row->addWidget(m_export);
    setLayout(row);

    connect(m_range, &SegmentedControl::currentChanged, this, &SpendControls::rangeChosen);
    connect(m_filter, &FilterLineEdit::filterTyped, this,
            [this] { Q_EMIT filterTyped(m_filter->text().simplified()); });
    connect(m_export, &QPushButton::clicked, this, &SpendControls::exportClicked);
    connect(m_rows->menu(), &QMenu::aboutToShow, this, &SpendControls::fillMenus);
    connect(m_split->menu(), &QMenu::aboutToShow, this, &SpendControls::fillMenus);
    show({});
}

void SpendControls::show(const SpendQuery& query) {
    m_query = query;
    const QSignalBlocker quiet(m_range);
    m_range->setCurrent(query.range);
    const QString rows = spend::dimensionName(query.rows);
    const QString split = query.hasSplit() ? spend::dimensionName(query.split) : tr("nothing else");
    setMenuButtonText(m_rows, tr("by %1").arg(rows));
    setMenuButtonText(m_split, tr("and %1").arg(split));
    m_rows->setAccessibleName(tr("Rows: %1").arg(rows));
    m_split->setAccessibleName(tr("Columns: %1").arg(split));
    if (m_filter->text().simplified() != query.filter)
        m_filter->setText(query.filter);
    fillMenus();
}

void SpendControls::fillMenus() {
    m_rows->menu()->clear();
    m_split->menu()->clear();
    const auto add = [this](QPushButton* button, const QString& text, const QString& id, bool chosen,
                            void (SpendControls::*signal)(const QString&)) {
        QAction* action = button->menu()->addAction(text);
        action->setData(id);
        action->setCheckable(true);
        action->setChecked(chosen);
        connect(action, &QAction::triggered, this, [this, id, signal] { Q_EMIT(this->*signal)(id); });
    };
    for (const QString& id : spend::dimensions()) {
        add(m_rows, spend::dimensionName(id), id, id == m_query.rows, &SpendControls::rowsChosen);
        if (id != m_query.rows)
            add(m_split, spend::dimensionName(id), id, id == m_query.split, &SpendControls::splitChosen);
    }
    m_split->menu()->addSeparator();
    add(m_split, tr("nothing else"), m_query.rows, !m_query.hasSplit(), &SpendControls::splitChosen);
}

void SpendControls::showExport(bool running, int percent) {
    m_export->setText(running ? tr("Stop (%1 %)").arg(percent) : tr("Export CSV"));
    m_export->setAccessibleName(running ? tr("Stop the export") : tr("Export the table as CSV"));
}

} // namespace tollgate::ui
