#include "ui/pages/overview/overview_feed.h"

#include "ui/link/gateway_link.h"

#include <QUrl>

namespace tollgate::ui {

OverviewFeed::OverviewFeed(GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isDue())
            refreshNow();
    });
    connect(&m_link, &GatewayLink::event, this, [this](const QString& type, const QJsonObject& data) {
        if (!m_active || m_paused || type != QLatin1String("tick"))
            return;
        compare(data);
        Q_EMIT ticked(data);
    });
    connect(&m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_active && !m_paused && m_link.state() == LinkState::Listening)
            refreshNow();
        Q_EMIT stateChanged();
    });
}

bool OverviewFeed::isShort() const {
    return m_window == QLatin1String("15m") || m_window == QLatin1String("1h");
}

bool OverviewFeed::isDue() const {
    return m_moved || !isShort() || !m_answered.isValid() || m_answered.elapsed() >= kQuietRefreshMs;
}

// Where nothing has moved since the last answer, that answer is as good as one of this second.
void OverviewFeed::compare(const QJsonObject& tick) {
    QJsonObject now;
    for (const auto* member : {"ledger_rows", "requests_per_second", "errors_per_second", "active",
                               "config_version", "budget_alerts", "providers", "state"})
        now.insert(QLatin1String(member), tick.value(QLatin1String(member)));
    if (m_lastTick != now)
        m_moved = true;
    else if (!m_moved && m_failure.isEmpty() && m_answered.isValid())
        m_age.start();
    m_lastTick = now;
}

void OverviewFeed::setWindow(const QString& window) {
    if (window == m_window)
        return;
    m_window = window;
    restart();
}

void OverviewFeed::setGrouping(const QString& by) {
    if (by == m_by)
        return;
    m_by = by;
    restart();
}

void OverviewFeed::setProject(const QString& project) {
    if (project == m_project)
        return;
    m_project = project;
    restart();
}

void OverviewFeed::restart() {
    ++m_generation;
    m_asking = false;
    m_timer.setInterval(isShort() ? kShortRefreshMs : kLongRefreshMs);
    // Another question is answered even while paused: the reader asked for it.
    if (m_active)
        refreshNow();
}

void OverviewFeed::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    if (active && !m_paused) {
        m_timer.start(isShort() ? kShortRefreshMs : kLongRefreshMs);
        refreshNow();
    } else {
        m_timer.stop();
    }
}

void OverviewFeed::setPaused(bool paused) {
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (paused) {
        m_timer.stop();
    } else if (m_active) {
        m_timer.start(isShort() ? kShortRefreshMs : kLongRefreshMs);
        refreshNow();
    }
    Q_EMIT stateChanged();
}

void OverviewFeed::refreshNow() {
    if (m_asking || !m_active)
        return; // a slow gateway is not asked twice
    m_asking = true;
    // Without ticks nobody would tell that something has happened.
    m_moved = m_lastTick.isEmpty() || m_link.state() != LinkState::Listening;
    QString path = u"/overview?window=" % m_window % u"&by=" % m_by;
    if (!m_project.isEmpty())
        path += u"&project=" % QString::fromLatin1(QUrl::toPercentEncoding(m_project));
    m_link.get(path, this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation == m_generation)
            take(reply);
    });
}

void OverviewFeed::take(const GatewayReply& reply) {
    m_asking = false;
    if (!m_active)
        return;
    if (!reply.ok()) {
        m_failure = reply.status == 0 ? tr("The gateway does not answer.") : reply.errorMessage();
        Q_EMIT stateChanged();
        return;
    }
    m_failure.clear();
    m_age.start();
    m_answered.start();
    Q_EMIT dataChanged(OverviewData::fromJson(reply.json));
    Q_EMIT stateChanged();
}

} // namespace tollgate::ui
