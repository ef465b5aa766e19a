#include "ui/pages/overview/latency_card.h"

#include "ui/charts/time_series_chart.h"
#include "ui/models/format.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/legend_label.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/paint.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

namespace {

const QString kAll = QStringLiteral("all");

/// One unit for the whole axis, and zero needs none.
QString axisText(double ms, bool seconds) {
    if (ms == 0)
        return QStringLiteral("0");
    return seconds ? LatencyCard::tr("%1 s").arg(format::fixed(ms / 1000, 1))
                   : LatencyCard::tr("%1 ms").arg(format::fixed(ms, 0));
}

double highest(const LatencySeries& series) {
    double top = 0;
    for (const QList<double>* values : {&series.p50Ms, &series.p95Ms, &series.p99Ms}) {
        for (const double value : *values)
            top = std::isnan(value) ? top : std::max(top, value);
    }
    return top;
}

bool hasAny(const LatencySeries& series) {
    return std::any_of(series.p50Ms.begin(), series.p50Ms.end(),
                       [](double value) { return !std::isnan(value); });
}

} // namespace

QStackedLayout* makeStack(Card* card) {
    auto* stack = new QStackedLayout;
    card->content()->addLayout(stack, 1);
    return stack;
}

LatencyCard::LatencyCard(QWidget* parent)
    : Card(tr("Latency"), parent)
    , m_picker(makeMenuButton(MenuButtonKind::Quiet, tr("Provider of the latency chart"), this))
    , m_chart(new TimeSeriesChart(tr("Latency"), this))
    , m_empty(new EmptyState({}, tr("No requests in this range"), {}, this)) {
    auto* legend = new LegendLabel(LegendLabel::Swatch::Line, this);
    legend->setNames({QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99")});
    addHeaderWidget(legend);
    addHeaderWidget(m_picker);
    m_stack = makeStack(this);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    connect(m_chart, &TimeSeriesChart::timeClicked, this, [this](qint64 at, qint64 lengthMs) {
        Q_EMIT spanClicked(at, lengthMs, m_provider == kAll ? QString() : m_provider);
    });
    connect(m_picker->menu(), &QMenu::aboutToShow, this, &LatencyCard::fillMenu);
    refresh();
}

void LatencyCard::setData(const OverviewData& overview) {
    m_times = overview.latencyTimes;
    m_series = overview.latencySeries;
    refresh();
}

void LatencyCard::setProvider(const QString& name) {
    m_provider = name;
    refresh();
}

void LatencyCard::fillMenu() {
    m_picker->menu()->clear();
    for (const LatencySeries& series : std::as_const(m_series)) {
        const QString name = series.name;
        QAction* action = m_picker->menu()->addAction(
            name == kAll ? tr("all providers") : QString(name).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(name == m_provider);
        connect(action, &QAction::triggered, this, [this, name] { setProvider(name); });
    }
}

void LatencyCard::refresh() {
    setMenuButtonText(m_picker, u"\u00b7 " % (m_provider == kAll ? tr("all providers") : m_provider));
    const auto found = std::find_if(m_series.begin(), m_series.end(), [this](const LatencySeries& series) {
        return series.name == m_provider;
    });
    const bool any = found != m_series.end() && hasAny(*found);
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_chart) : m_empty);
    if (!any)
        return;
    const bool seconds = highest(*found) >= 1000;
    m_chart->setValueText([seconds](double ms) { return axisText(ms, seconds); }, format::milliseconds);
    m_chart->setData(m_times,
                     {{QStringLiteral("p50"), found->p50Ms, true, {}},
                      {QStringLiteral("p95"), found->p95Ms, false, {}},
                      {QStringLiteral("p99"), found->p99Ms, false, {}}},
                     true);
}

} // namespace tollgate::ui
