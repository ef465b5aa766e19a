#include "ui/pages/overview/cost_card.h"

#include "ui/charts/stacked_bar_chart.h"
#include "ui/models/format.h"
#include "ui/pages/overview/latency_card.h"
#include "ui/shell/theme_colors.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/legend_label.h"
#include "ui/widgets/menu_button.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr qsizetype kMostNamed = 4;

QString groupingText(const QString& by) {
    if (by == QLatin1String("project"))
        return CostCard::tr("by project");
    if (by == QLatin1String("user"))
        return CostCard::tr("by user");
    if (by == QLatin1String("model"))
        return CostCard::tr("by model");
    return CostCard::tr("by provider");
}

bool costsAnything(const CostByDay& cost) {
    return std::any_of(cost.series.begin(), cost.series.end(), [](const CostSeries& series) {
        return std::any_of(series.costUsd.begin(), series.costUsd.end(), [](double usd) { return usd > 0; });
    });
}

QString nameFor(const CostSeries& series) {
    return series.name == u"others"_qs ? othersName() : series.name;
}

} // namespace

CostCard::CostCard(QWidget* parent)
    : Card(tr("Cost per day"), parent)
    , m_legend(new LegendLabel(LegendLabel::Swatch::Square, this))
    , m_picker(makeMenuButton(MenuButtonKind::Quiet, tr("Grouping of the cost"), this))
    , m_chart(new StackedBarChart(tr("Cost per day"), this))
    , m_empty(new EmptyState({}, tr("Nothing was spent yet"), {}, this)) {
    addHeaderWidget(m_legend);
    addHeaderWidget(m_picker);
    m_chart->setValueText(format::usdRounded, format::usdSmall);
    m_stack = makeStack(this);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    setGrouping(m_by);
    connect(m_picker->menu(), &QMenu::aboutToShow, this, &CostCard::fillMenu);
    connect(m_chart, &StackedBarChart::barClicked, this, [this](const QDate& day, const QString& series) {
        Q_EMIT dayClicked(day.toString(Qt::ISODate), series == othersName() ? u"others"_qs : series);
    });
}

void CostCard::setGrouping(const QString& by) {
    m_by = by;
    setMenuButtonText(m_picker, u"\u00b7 " % groupingText(by));
}

void CostCard::fillMenu() {
    m_picker->menu()->clear();
    for (const QString& by : {QStringLiteral("provider"), QStringLiteral("project"), QStringLiteral("user"),
                              QStringLiteral("model")}) {
        QAction* action = m_picker->menu()->addAction(groupingText(by));
        action->setCheckable(true);
        action->setChecked(by == m_by);
        connect(action, &QAction::triggered, this, [this, by] {
            setGrouping(by);
            Q_EMIT groupingChosen(by);
        });
    }
}

void CostCard::setData(const CostByDay& cost) {
    const bool any = costsAnything(cost);
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_chart) : m_empty);
    QStringList names;
    for (const CostSeries& series : cost.series)
        names << nameFor(series);
    m_legend->setNames(names.mid(0, kMostNamed));
    m_legend->setVisible(any);
    if (!any) {
        // Without a price nothing is known to be spent, which is not nothing.
        if (cost.unpricedToday > 0)
            m_empty->set(
                {}, tr("The cost is not known"),
                tr("%n request(s) today have no price.", nullptr, static_cast<int>(cost.unpricedToday)));
        else
            m_empty->set({}, tr("Nothing was spent yet"), {});
        return;
    }
    QList<QDate> days;
    for (const QString& day : cost.days)
        days << QDate::fromString(day, Qt::ISODate);
    QList<BarSeries> bars;
    m_named.clear();
    for (const CostSeries& series : cost.series) {
        bars.append({nameFor(series), series.costUsd});
        if (series.name != u"others"_qs)
            m_named << series.name;
    }
    m_chart->setData(days, bars, cost.forecastUsd);
    if (cost.budgetUsd)
        m_chart->setLimit(*cost.budgetUsd, tr("daily budget %1").arg(format::usdRounded(*cost.budgetUsd)));
    else
        m_chart->clearLimit();
}

} // namespace tollgate::ui
