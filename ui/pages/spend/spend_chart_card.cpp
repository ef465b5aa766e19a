#include "ui/pages/spend/spend_chart_card.h"

#include "ui/charts/stacked_bar_chart.h"
#include "ui/models/format.h"
#include "ui/shell/theme_colors.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/legend_label.h"

#include <QStackedLayout>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr qsizetype kMostParts = 6;
constexpr qsizetype kMostBars = 12;
constexpr int kForecastDays = 3;

/// The amount of one bar and part, whichever of the two is a row of the table.
double amountOf(const SpendTable& table, const SpendQuery& query, const QString& barDimension,
                const QString& bar, const QString& part) {
    if (!query.hasSplit()) {
        for (const SpendTable::Value& value : table.rows())
            if (value.id == bar)
                return value.sum.usd();
        return 0;
    }
    return barDimension == query.rows ? table.at(bar, part).usd() : table.at(part, bar).usd();
}

} // namespace

SpendChartCard::SpendChartCard(QWidget* parent)
    : Card(tr("Cost"), parent)
    , m_legend(new LegendLabel(LegendLabel::Swatch::Square, this))
    , m_chart(new StackedBarChart(tr("Cost"), this))
    , m_empty(new EmptyState(QStringLiteral("spend"), tr("Nothing was spent in this range"), {}, this)) {
    addHeaderWidget(m_legend);
    m_chart->setValueText(format::usdRounded, format::usdSmall);
    m_stack = new QStackedLayout;
    content()->addLayout(m_stack, 1);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    connect(m_chart, &StackedBarChart::barClicked, this, [this](const QDate& day, const QString& series) {
        clicked({spend::term(QStringLiteral("day"), day.toString(Qt::ISODate))}, series);
    });
    connect(m_chart, &StackedBarChart::categoryClicked, this,
            [this](qsizetype bar, const QString& series) { clicked(m_bars.terms(bar), series); });
}

SpendChartCard::Axis SpendChartCard::axisOf(const std::vector<SpendTable::Value>& values,
                                            const QString& dimension, qsizetype most) {
    Axis axis;
    axis.dimension = dimension;
    const bool others = static_cast<qsizetype>(values.size()) > most;
    for (const SpendTable::Value& value : values) {
        if (others && axis.ids.size() >= most - 1)
            break;
        axis.ids << value.id;
        axis.names << value.name;
    }
    axis.hasOthers = others;
    if (others) {
        axis.ids << QString();
        axis.names << othersName();
    }
    return axis;
}

void SpendChartCard::setData(const SpendTable& table, const SpendQuery& query, const QDate& today,
                             const QList<double>& forecast) {
    const bool any = table.total().nanodollars > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_chart) : m_empty);
    m_empty->set(QStringLiteral("spend"),
                 table.isEmpty()             ? tr("No requests in this range")
                 : table.total().isUnknown() ? tr("The cost is not known")
                                             : tr("Nothing was spent in this range"),
                 table.total().isUnknown() ? tr("The price of these requests is not known.") : QString());
    m_legend->setVisible(any && query.hasSplit());
    m_days = query.rows == QLatin1String("day") || query.split == QLatin1String("day");
    if (!any)
        return;
    if (m_days)
        showDays(table, query, today, forecast);
    else
        showNames(table, query);
    setTitle(m_days ? tr("Cost per day") : tr("Cost by %1").arg(spend::dimensionName(query.rows)));
    m_chart->setTitle(title());
    m_legend->setNames(m_parts.names);
    drawLimit();
}

void SpendChartCard::showDays(const SpendTable& table, const SpendQuery& query, const QDate& today,
                              const QList<double>& forecast) {
    const SpendSpan span = spend::spanOf(query.range, today);
    const bool dayIsRow = query.rows == QLatin1String("day");
    m_bars = {};
    const QString other = dayIsRow ? query.split : query.rows;
    m_parts = query.hasSplit() ? axisOf(dayIsRow ? table.columns() : table.rows(), other, kMostParts)
                               : Axis{{}, {QString()}, {tr("cost")}, false};
    QList<QDate> days;
    for (QDate day = span.from; day <= span.lastDay(today); day = day.addDays(1))
        days << day;
    QHash<QString, double> totals;
    for (const SpendTable::Value& value : dayIsRow ? table.rows() : table.columns())
        totals.insert(value.id, value.sum.usd());
    QList<BarSeries> series;
    for (const QString& name : m_parts.names)
        series.append({name, {}});
    for (const QDate& day : days) {
        const QString id = day.toString(Qt::ISODate);
        double left = totals.value(id);
        for (qsizetype part = 0; part < series.size(); ++part) {
            const bool rest = m_parts.hasOthers && part == series.size() - 1;
            const double value = rest ? std::max(left, 0.0)
                                      : amountOf(table, query, QStringLiteral("day"), id, m_parts.ids[part]);
            left -= value;
            series[part].values << value;
        }
    }
    m_chart->setData(days, series, span.end ? QList<double>() : forecast.mid(0, kForecastDays));
    // A range that is over has no today.
    m_chart->setToday(span.end ? QDate() : today);
}

void SpendChartCard::showNames(const SpendTable& table, const SpendQuery& query) {
    m_bars = axisOf(table.rows(), query.rows, kMostBars);
    m_parts = query.hasSplit() ? axisOf(table.columns(), query.split, kMostParts)
                               : Axis{{}, {QString()}, {tr("cost")}, false};
    QList<BarSeries> series;
    for (const QString& name : m_parts.names)
        series.append({name, QList<double>(m_bars.ids.size(), 0.0)});
    qsizetype bar = 0;
    for (const SpendTable::Value& row : table.rows()) {
        double left = row.sum.usd();
        for (qsizetype part = 0; part < series.size(); ++part) {
            const bool rest = m_parts.hasOthers && part == series.size() - 1;
            const double value =
                rest ? std::max(left, 0.0) : amountOf(table, query, query.rows, row.id, m_parts.ids[part]);
            left -= value;
            series[part].values[bar] += value;
        }
        bar = std::min(bar + 1, m_bars.ids.size() - 1);
    }
    m_chart->setCategories(spend::dimensionName(query.rows), m_bars.names, series);
}

void SpendChartCard::setLimit(std::optional<double> perDayUsd) {
    m_limit = perDayUsd;
    drawLimit();
}

void SpendChartCard::drawLimit() {
    if (m_limit && m_days)
        m_chart->setLimit(*m_limit, tr("daily budget %1").arg(format::usdRounded(*m_limit)));
    else
        m_chart->clearLimit();
}

QStringList SpendChartCard::Axis::terms(qsizetype at) const {
    if (dimension.isEmpty() || at < 0 || at >= ids.size())
        return {};
    if (!hasOthers || at < ids.size() - 1)
        return {spend::term(dimension, ids[at])};
    QStringList none; // of those with a name of their own
    for (const QString& id : ids.first(at))
        none << QString(u'-' + spend::term(dimension, id));
    return none;
}

void SpendChartCard::clicked(QStringList terms, const QString& series) {
    if (!series.isEmpty())
        terms += m_parts.terms(m_parts.names.indexOf(series));
    Q_EMIT termsClicked(terms);
}

} // namespace tollgate::ui
