#include "gateway/anomaly_watch.h"

#include "gateway/ledger/rollup.h"

#include <QDebug>

#include <boost/json/object.hpp>

namespace tollgate {

namespace {

constexpr std::int64_t kEveryMs = 60'000;

} // namespace

void AnomalyWatch::look() {
    const std::int64_t now = m_clock.unixMs();
    const bool first = !m_looked;
    if (!first && now >= m_lookedAtMs && now - m_lookedAtMs < kEveryMs)
        return;
    m_looked = true;
    m_lookedAtMs = now;
    const std::int64_t day = floorDiv(now, kMsPerDay);
    if (day != m_day)
        m_told.clear();
    m_day = day;
    const auto anomalies = m_ledger.anomalies();
    if (!anomalies)
        return; // who cannot read the ledger says so elsewhere
    for (const Anomaly& one : *anomalies) {
        if (!m_told.insert(one.user).second || first)
            continue;
        boost::json::object event;
        event["user"] = one.user;
        event["ratio"] = one.ratio;
        event["since"] = toRfc3339(one.sinceMs);
        event["recent_usd"] = one.recentUsd;
        event["usual_usd"] = one.usualUsd;
        m_events.publish("anomaly", std::move(event));
        qWarning("user %s has spent %.2f USD in three hours, %.1f times what is usual", one.user.c_str(),
                 one.recentUsd, one.ratio);
    }
}

} // namespace tollgate
