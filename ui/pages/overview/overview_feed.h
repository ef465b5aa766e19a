#pragma once
// Keeps the Overview page up to date: one GET /overview per refresh, every two seconds for the short ranges
// (every ten while the ticks say that nothing has happened) and every half minute for the long ones; ticks in
// between. Asks for nothing while paused or inactive. Main thread.

#include "ui/models/overview_data.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

class OverviewFeed : public QObject {
    Q_OBJECT
public:
    static constexpr int kShortRefreshMs = 2000;
    static constexpr int kQuietRefreshMs = 10000;
    static constexpr int kLongRefreshMs = 30000;

    explicit OverviewFeed(GatewayLink& link, QObject* parent = nullptr);

    /// 15m, 1h, 24h, 7d, 30d
    void setWindow(const QString& window);
    void setGrouping(const QString& by);     ///< provider, project, user, model
    void setProject(const QString& project); ///< empty: all
    const QString& window() const { return m_window; }
    const QString& grouping() const { return m_by; }
    const QString& project() const { return m_project; }

    void setActive(bool active);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void refreshNow();

    bool hasData() const { return m_age.isValid(); }
    qint64 ageMs() const { return m_age.isValid() ? m_age.elapsed() : -1; } ///< of the shown numbers
    const QString& failure() const { return m_failure; }                    ///< of the last attempt

Q_SIGNALS:
    void dataChanged(const OverviewData& data);
    void ticked(const QJsonObject& tick);
    void stateChanged(); ///< age, pause or failure

private:
    bool isShort() const;
    bool isDue() const;
    void restart();
    void compare(const QJsonObject& tick);
    void take(const GatewayReply& reply);

    GatewayLink& m_link;
    QString m_window = QStringLiteral("1h");
    QString m_by = QStringLiteral("provider");
    QString m_project;
    QString m_failure;
    QTimer m_timer;
    QElapsedTimer m_age;
    QElapsedTimer m_answered;
    QJsonObject m_lastTick; ///< what of it tells that the numbers have moved; empty: none came yet
    int m_generation = 0;
    bool m_asking = false;
    bool m_moved = true; ///< something has happened since the last question, or nobody told that nothing has
    bool m_active = false;
    bool m_paused = false;
};

} // namespace tollgate::ui
