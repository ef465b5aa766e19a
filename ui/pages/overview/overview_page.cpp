#include "ui/pages/overview/overview_page.h"

#include "ui/charts/stacked_bar_chart.h"
#include "ui/charts/time_series_chart.h"
#include "ui/link/gateway_link.h"
#include "ui/pages/overview/canary_card.h"
#include "ui/pages/overview/cost_card.h"
#include "ui/pages/overview/health_card.h"
#include "ui/pages/overview/latency_card.h"
#include "ui/pages/overview/overview_controls.h"
#include "ui/pages/overview/overview_tiles.h"
#include "ui/pages/overview/users_card.h"
#include "ui/pages/stopped_state.h"
#include "ui/shell/console_state.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/wrap_columns.h"

#include <QJsonArray>
#include <QScrollArea>
#include <QStackedLayout>

namespace tollgate::ui {

namespace {

const QString kWindowKey = QStringLiteral("overview/window");
const QString kGroupingKey = QStringLiteral("overview/by");

} // namespace

OverviewPage::OverviewPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_feed(*context.link) {
    if (const ConsoleState* state = context.state) {
        m_feed.setWindow(state->value(kWindowKey, m_feed.window()).toString());
        m_feed.setGrouping(state->value(kGroupingKey, m_feed.grouping()).toString());
    }
    m_stopped = new StoppedState(link(), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(makeScrolled(makeContent(), tr("Overview"), this));
    m_stack->addWidget(m_stopped);

    connectPanels();
    shareTime();
    connect(&m_feed, &OverviewFeed::dataChanged, this, &OverviewPage::present);
    connect(&m_feed, &OverviewFeed::ticked, this, &OverviewPage::onTick);
    connect(&m_feed, &OverviewFeed::stateChanged, this, &OverviewPage::refreshState);
    m_cost->setGrouping(m_feed.grouping());
    refreshState();
}

QWidget* OverviewPage::makeContent() {
    const Theme& theme = Theme::of(this);
    auto* content = new QWidget(this);
    m_tiles = new OverviewTiles(content);
    m_latency = new LatencyCard(content);
    m_cost = new CostCard(content);
    m_users = new UsersCard(content);
    m_canary = new CanaryCard(link(), context().messages, content);
    m_health = new HealthCard(content);

    auto* charts = new WrapColumns(theme.px(12));
    for (QWidget* card : {static_cast<QWidget*>(m_latency), static_cast<QWidget*>(m_cost)}) {
        card->setMinimumHeight(theme.px(200));
        charts->addColumn(card, {});
    }
    auto* lists = new WrapColumns(theme.px(12), {316, 371, 443});
    for (QWidget* card :
         {static_cast<QWidget*>(m_users), static_cast<QWidget*>(m_canary), static_cast<QWidget*>(m_health)}) {
        card->setMinimumHeight(theme.px(260));
        lists->addColumn(card, {});
    }

    auto* column = makeColumn(12);
    column->setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14));
    column->addWidget(m_tiles);
    column->addLayout(charts, 23);
    column->addLayout(lists, 40);
    content->setLayout(column);
    return content;
}

void OverviewPage::connectPanels() {
    connect(m_tiles, &OverviewTiles::clicked, this,
            [this](const QString& terms) { openTraffic(scopedFilter(scope(), terms)); });
    connect(m_latency, &LatencyCard::spanClicked, this,
            [this](qint64 fromMs, qint64 lengthMs, const QString& provider) {
                openTraffic(spanFilter(scope(), fromMs, lengthMs, provider));
            });
    connect(m_cost, &CostCard::groupingChosen, this, [this](const QString& by) {
        m_feed.setGrouping(by);
        if (ConsoleState* state = context().state)
            state->setValue(kGroupingKey, by);
    });
    connect(m_cost, &CostCard::dayClicked, this, [this](const QString& day, const QString& series) {
        openTraffic(dayFilter(scope(), day, m_feed.grouping(), series, m_cost->named()));
    });
    connect(m_users, &UsersCard::filterWanted, this, [this](const QString& terms) {
        openTraffic(scopedFilter({{}, m_feed.project()}, terms % u" at:today"));
    });
    connect(m_canary, &CanaryCard::filterWanted, this,
            [this](const QString& terms) { openTraffic(scopedFilter(scope(), terms)); });
    connect(m_canary, &CanaryCard::flagsWanted, this,
            [this] { Q_EMIT navigate(QStringLiteral("flags"), {}); });
    connect(m_canary, &CanaryCard::changed, &m_feed, &OverviewFeed::refreshNow);
    connect(m_health, &HealthCard::filterWanted, this,
            [this](const QString& terms) { openTraffic(scopedFilter(scope(), terms)); });
    connect(m_health, &HealthCard::providersWanted, this,
            [this] { Q_EMIT navigate(QStringLiteral("providers"), {}); });
}

/// One time line through everything that has a time, and one zoom through what has the same range.
void OverviewPage::shareTime() {
    Chart* latency = m_latency->chart();
    Chart* cost = m_cost->chart();
    connect(latency, &Chart::crosshairMoved, cost, &Chart::setCrosshair);
    connect(cost, &Chart::crosshairMoved, latency, &Chart::setCrosshair);
    for (Chart* chart : {latency, cost})
        connect(chart, &Chart::crosshairMoved, m_tiles, &OverviewTiles::setCrosshair);
    connect(latency, &Chart::zoomChanged, m_tiles, &OverviewTiles::setZoom);
    // Another range, another part of it.
    connect(&m_feed, &OverviewFeed::stateChanged, this, [this, latency, window = m_feed.window()]() mutable {
        if (m_feed.window() != window)
            latency->resetZoom();
        window = m_feed.window();
    });
}

OverviewScope OverviewPage::scope() const {
    OverviewScope scope{m_feed.window(), m_feed.project()};
    if (const auto zoom = m_latency->chart()->zoom()) {
        scope.fromMs = zoom->from;
        scope.toMs = zoom->to + m_latency->chart()->bucketMs();
    }
    return scope;
}

QWidget* OverviewPage::createTitleControls(QWidget* parent) {
    auto* controls = new OverviewControls(link(), m_feed, parent);
    connect(controls->range(), &SegmentedControl::currentChanged, this, [this](const QString& window) {
        if (ConsoleState* state = context().state)
            state->setValue(kWindowKey, window);
    });
    return controls;
}

void OverviewPage::activate() {
    m_feed.setActive(true);
}

void OverviewPage::deactivate() {
    m_feed.setActive(false);
}

void OverviewPage::present(const OverviewData& overview) {
    m_tiles->setData(overview);
    m_latency->setData(overview);
    m_cost->setData(overview.costByDay);
    m_users->setData(overview.users, overview.anomaly);
    m_canary->setData(overview.canary);
    m_health->setData(overview.providers);
}

void OverviewPage::onTick(const QJsonObject& tick) {
    const QJsonValue spend = tick.value(QLatin1String("spend_today_usd"));
    if (spend.isDouble() && m_feed.project().isEmpty())
        m_tiles->setSpend(spend.toDouble());
    for (const QJsonValue& value : tick.value(QLatin1String("providers")).toArray()) {
        const QJsonObject provider = value.toObject();
        m_health->model().setState(provider.value(QLatin1String("name")).toString(),
                                   provider.value(QLatin1String("state")).toString(),
                                   provider.value(QLatin1String("circuit")).toString());
    }
}

void OverviewPage::refreshState() {
    const bool reachable = link().state() == LinkState::Listening || m_feed.hasData();
    if (!reachable)
        m_stopped->explain();
    m_stack->setCurrentIndex(reachable ? 0 : 1);
}

} // namespace tollgate::ui
