#include "ui/models/traffic_feed.h"

#include "ui/link/gateway_link.h"
#include "ui/models/gateway_words.h"
#include "ui/models/traffic_model.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace tollgate::ui {

namespace {

/// More than this at once is asked for instead of being carried over.
constexpr std::size_t kMostArrived = 2000;

std::vector<RequestRow> parseRows(const QJsonArray& array, TextPool& texts) {
    std::vector<RequestRow> rows;
    rows.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue& value : array)
        rows.push_back(RequestRow::fromJson(value.toObject(), texts));
    return rows;
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool newerFirst(const RequestRow& a, const RequestRow& b) {
    return a.atMs != b.atMs ? a.atMs > b.atMs : a.id > b.id;
}

} // namespace

TrafficFeed::TrafficFeed(GatewayLink& link, TrafficModel& model, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_model(model) {
    m_drainTimer.setSingleShot(true);
    m_drainTimer.setInterval(kDrainMs);
    m_requeryTimer.setSingleShot(true);
    m_requeryTimer.setInterval(kRequeryMs);
    connect(&m_drainTimer, &QTimer::timeout, this, &TrafficFeed::drain);
    connect(&m_requeryTimer, &QTimer::timeout, this, [this] {
        if (m_paused)
            countWaiting();
        else
            requeryNewest();
    });
    connect(&m_model, &TrafficModel::olderRowsWanted, this, &TrafficFeed::fetchOlder);
    connect(&m_link, &GatewayLink::event, this, &TrafficFeed::onEvent);
    connect(&m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_link.state() == LinkState::Listening)
            lookAgain();
        Q_EMIT changed();
    });
}

/// The gateway is there (again): what it did meanwhile was not told.
void TrafficFeed::lookAgain() {
    m_missedRows = m_hasAnswer;
    if (!m_active)
        return;
    if (!m_hasAnswer)
        reload();
    else if (!m_paused)
        requeryNewest();
}

bool TrafficFeed::isLoading() const {
    return m_loading || (m_askingOlder && m_model.isEmpty());
}

void TrafficFeed::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_hasAnswer = false;
    m_pendingCount = 0;
    m_pendingIsLeast = false;
    if (m_active)
        reload();
}

void TrafficFeed::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    if (!active) {
        m_drainTimer.stop();
        m_requeryTimer.stop();
        m_arrived.clear();
        m_missedRows = true;
    } else if (!m_hasAnswer) {
        reload();
    } else if (!m_paused) {
        requeryNewest();
    }
}

void TrafficFeed::setPaused(bool paused) {
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (!paused) {
        m_pendingCount = 0;
        m_pendingIsLeast = false;
        if (m_missedRows || !m_filter.isEmpty())
            requeryNewest();
        else
            drain();
    }
    Q_EMIT changed();
}

void TrafficFeed::ask(const QString& cursor, int limit, RowsHandler onRows) {
    QString path = u"/requests?limit=" % QString::number(limit);
    if (!m_filter.isEmpty())
        path += u"&filter=" % encoded(m_filter);
    if (!cursor.isEmpty())
        path += u"&cursor=" % encoded(cursor);
    const int generation = m_generation;
    m_link.get(path, this, [this, generation, onRows = std::move(onRows)](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        onRows(reply, reply.ok()
                          ? parseRows(reply.json.value(QLatin1String("data")).toArray(), m_model.texts())
                          : std::vector<RequestRow>());
    });
}

void TrafficFeed::reload() {
    ++m_generation;
    m_askingOlder = false;
    m_askingNewest = false;
    m_loading = true;
    m_arrived.clear();
    m_drainTimer.stop();
    m_requeryTimer.stop();
    m_seeking = false;
    m_matchedInMs = -1;
    m_timing = true;
    m_clock.start();
    ask({}, kPageSize, [this](const GatewayReply& reply, std::vector<RequestRow> rows) {
        onFirstPage(reply, std::move(rows));
    });
    Q_EMIT changed();
}

void TrafficFeed::onFirstPage(const GatewayReply& reply, std::vector<RequestRow> rows) {
    m_loading = false;
    if (!reply.ok()) {
        takeRefusal(reply);
        return;
    }
    m_hasAnswer = true;
    m_missedRows = false;
    m_pendingCount = 0;
    m_pendingIsLeast = false;
    m_filterError.clear();
    m_failure.clear();
    m_description = gatewayFilter(reply.json.value(QLatin1String("description")).toString());
    if (const QJsonValue total = reply.json.value(QLatin1String("total")); total.isDouble())
        m_ledgerRows = total.toInteger();
    m_cursor = reply.json.value(QLatin1String("next_cursor")).toString();
    m_model.setOlderAvailable(!m_cursor.isEmpty());
    const std::size_t found = rows.size();
    m_model.reset(std::move(rows));
    if (!m_arrived.empty())
        m_drainTimer.start(); // what ended while the page was on its way
    m_sought = 0;
    seekOn(found);
    Q_EMIT changed();
}

/// The gateway looks through so many requests an answer: what it found may be less than a page.
void TrafficFeed::seekOn(std::size_t found) {
    m_sought += found;
    m_seeking = true;
    if (m_sought >= kPageSize || m_cursor.isEmpty() || m_model.isFull())
        endSeeking();
    else
        fetchOlder();
}

void TrafficFeed::endSeeking() {
    m_sought = 0;
    m_seeking = false;
    if (std::exchange(m_timing, false))
        m_matchedInMs = m_clock.elapsed();
}

void TrafficFeed::takeRefusal(const GatewayReply& reply) {
    m_seeking = false;
    m_timing = false;
    m_description.clear();
    if (reply.status == 422) {
        m_filterError = reply.errorMessage();
        m_failure.clear();
    } else {
        m_filterError.clear();
        m_failure = reply.status == 0 ? tr("The gateway does not answer.") : reply.errorMessage();
    }
    Q_EMIT changed();
}

void TrafficFeed::fetchOlder() {
    if (m_askingOlder || m_cursor.isEmpty() || !m_active)
        return;
    m_askingOlder = true;
    ask(m_cursor, kPageSize, [this](const GatewayReply& reply, std::vector<RequestRow> rows) {
        m_askingOlder = false;
        if (!reply.ok()) {
            takeRefusal(reply);
            return;
        }
        m_cursor = reply.json.value(QLatin1String("next_cursor")).toString();
        m_model.setOlderAvailable(!m_cursor.isEmpty());
        const std::size_t found = rows.size();
        m_model.append(std::move(rows));
        seekOn(found);
        Q_EMIT changed();
    });
}

void TrafficFeed::requeryNewest() {
    if (!m_active || m_paused || m_askingNewest || m_loading)
        return;
    m_askingNewest = true;
    const bool wasAway = m_missedRows;
    m_missedRows = false;
    m_arrived.clear(); // the page about to be asked for contains them
    ask({}, kPageSize, [this, wasAway](const GatewayReply& reply, std::vector<RequestRow> rows) {
        m_askingNewest = false;
        if (!reply.ok()) {
            takeRefusal(reply);
            return;
        }
        m_failure.clear();
        const bool touches = m_model.isEmpty()
                                 ? reply.json.value(QLatin1String("next_cursor")).toString().isEmpty()
                                 : std::any_of(rows.begin(), rows.end(), [this](const RequestRow& row) {
                                       return m_model.contains(row.id);
                                   });
        // Less than a page is all there is in a stretch far longer than what came since the last question.
        const bool whole = !wasAway && rows.size() < kPageSize;
        if (touches || whole || rows.empty()) {
            onNewestPage(std::move(rows));
            return;
        }
        m_cursor = reply.json.value(QLatin1String("next_cursor")).toString();
        m_model.setOlderAvailable(!m_cursor.isEmpty());
        const std::size_t found = rows.size();
        m_model.reset(std::move(rows));
        m_sought = 0;
        seekOn(found);
        Q_EMIT changed();
    });
}

/// Which of the rows that come while paused match the filter, only the gateway knows.
void TrafficFeed::countWaiting() {
    if (!m_active || m_askingNewest || m_loading)
        return;
    m_askingNewest = true;
    ask({}, kPageSize, [this](const GatewayReply& reply, std::vector<RequestRow> rows) {
        m_askingNewest = false;
        if (!m_paused) {
            requeryNewest(); // had to wait for this answer
            return;
        }
        if (!reply.ok())
            return;
        const auto waiting = std::count_if(
            rows.begin(), rows.end(), [this](const RequestRow& row) { return !m_model.contains(row.id); });
        m_pendingCount = static_cast<int>(waiting);
        m_pendingIsLeast = waiting >= kPageSize;
        Q_EMIT changed();
    });
}

void TrafficFeed::onNewestPage(std::vector<RequestRow> rows) {
    // Only what is new on top; an unknown row below a known one began earlier and ended later, and goes on
    // top as well.
    std::erase_if(rows, [this](const RequestRow& row) { return m_model.contains(row.id); });
    m_model.prepend(std::move(rows));
    Q_EMIT changed();
}

void TrafficFeed::onEvent(const QString& type, const QJsonObject& data) {
    if (type == QLatin1String("tick")) {
        const QJsonValue rows = data.value(QLatin1String("ledger_rows"));
        if (rows.isDouble() && m_active && rows.toInteger() != m_ledgerRows) {
            m_ledgerRows = rows.toInteger();
            Q_EMIT changed();
        }
        return;
    }
    if (type != QLatin1String("request") || !m_active)
        return;
    const QJsonArray rows = data.value(QLatin1String("rows")).toArray();
    if (rows.isEmpty())
        return;
    if (m_paused && m_filter.isEmpty())
        m_pendingCount += static_cast<int>(rows.size());
    if (!m_filter.isEmpty()) {
        if (!m_requeryTimer.isActive())
            m_requeryTimer.start();
    } else if (m_arrived.size() + static_cast<std::size_t>(rows.size()) > kMostArrived) {
        m_arrived.clear();
        m_missedRows = true;
    } else if (!m_missedRows) {
        std::vector<RequestRow> parsed = parseRows(rows, m_model.texts());
        std::move(parsed.begin(), parsed.end(), std::back_inserter(m_arrived));
    }
    if (!m_drainTimer.isActive())
        m_drainTimer.start();
}

void TrafficFeed::drain() {
    if (m_loading)
        return; // the page's answer drains
    if (m_paused) {
        Q_EMIT changed(); // the count of waiting rows
        return;
    }
    if (m_missedRows) {
        requeryNewest();
        return;
    }
    if (m_arrived.empty())
        return;
    std::vector<RequestRow> rows = std::move(m_arrived);
    m_arrived.clear();
    std::stable_sort(rows.begin(), rows.end(), newerFirst);
    m_model.prepend(std::move(rows));
    Q_EMIT changed();
}

} // namespace tollgate::ui
