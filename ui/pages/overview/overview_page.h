#pragma once
// Overview: the state of the gateway at one glance, for one range and one project. Every number leads to its
// requests.

#include "ui/pages/overview/overview_feed.h"
#include "ui/pages/overview/overview_filters.h"
#include "ui/pages/page.h"

class QStackedLayout;

namespace tollgate::ui {

class CanaryCard;
class CostCard;
class StoppedState;
class HealthCard;
class LatencyCard;
class OverviewTiles;
class UsersCard;

class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;

    OverviewFeed& feed() { return m_feed; }
    OverviewTiles* tiles() const { return m_tiles; }
    LatencyCard* latency() const { return m_latency; }
    CostCard* cost() const { return m_cost; }
    UsersCard* users() const { return m_users; }
    CanaryCard* canary() const { return m_canary; }
    HealthCard* health() const { return m_health; }
    StoppedState* stoppedState() const { return m_stopped; }

private:
    QWidget* makeContent();
    void connectPanels();
    void shareTime();
    void present(const OverviewData& overview);
    void onTick(const QJsonObject& tick);
    void refreshState();
    /// What clicks filter by: the range, or the part of it that a chart is zoomed to.
    OverviewScope scope() const;
    void openTraffic(const QString& filter) { Q_EMIT navigate(QStringLiteral("traffic"), filter); }

    OverviewFeed m_feed;
    QStackedLayout* m_stack = nullptr;
    StoppedState* m_stopped = nullptr;
    OverviewTiles* m_tiles = nullptr;
    LatencyCard* m_latency = nullptr;
    CostCard* m_cost = nullptr;
    UsersCard* m_users = nullptr;
    CanaryCard* m_canary = nullptr;
    HealthCard* m_health = nullptr;
};

} // namespace tollgate::ui
