#include "ui/pages/spend/spend_feed.h"

#include "ui/link/gateway_link.h"

#include <QDateTime>

namespace tollgate::ui {

namespace {
constexpr int kRefreshMs = 30'000;
} // namespace

SpendFeed::SpendFeed(GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &SpendFeed::refresh);
    connect(&m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_link.state() == LinkState::Listening)
            refresh();
    });
    connect(&m_link, &GatewayLink::event, this, [this](const QString& type) {
        if (type == QLatin1String("anomaly") || type == QLatin1String("config"))
            refresh();
    });
}

QDate SpendFeed::today() const {
    return QDateTime::currentDateTimeUtc().date();
}

void SpendFeed::setQuery(const SpendQuery& query) {
    if (query == m_query)
        return;
    m_query = query;
    refresh();
}

void SpendFeed::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        m_timer.start();
        refresh();
    } else {
        m_timer.stop();
    }
}

void SpendFeed::refresh() {
    if (!m_active)
        return;
    const int generation = ++m_generation;
    m_link.get(spend::usagePath(m_query, today()), this, [this, generation](const GatewayReply& reply) {
        if (generation == m_generation && m_active)
            takeUsage(reply);
    });
    m_link.get(QStringLiteral("/usage/outlook"), this, [this](const GatewayReply& reply) {
        if (reply.ok() && m_active)
            Q_EMIT outlookRead(SpendOutlook::fromJson(reply.json));
    });
    m_link.get(QStringLiteral("/budgets?limit=1000"), this, [this](const GatewayReply& reply) {
        if (reply.ok() && m_active)
            Q_EMIT budgetsRead(reply.json.value(u"data").toArray());
    });
}

void SpendFeed::takeUsage(const GatewayReply& reply) {
    if (!reply.ok()) {
        Q_EMIT failed(reply.errorMessage(), reply.errorParam() == QLatin1String("filter"));
        return;
    }
    m_hasData = true;
    Q_EMIT usageRead(reply.json.value(u"data").toArray(), !reply.json.value(u"truncated").toBool());
}

} // namespace tollgate::ui
