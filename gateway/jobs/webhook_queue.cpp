#include "gateway/jobs/webhook_queue.h"

#include "gateway/jobs/retry_rule.h"

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {
constexpr std::size_t kMostSilent = 4096;
}

WebhookQueue::WebhookQueue(const Clock& clock, JobDatabase& database, Unseal unseal,
                           std::function<void()> news, std::uint32_t seed)
    : m_clock(clock)
    , m_database(database)
    , m_unseal(std::move(unseal))
    , m_news(std::move(news))
    , m_dice(seed)
    , m_sender(clock, [this](std::int64_t seq, DeliveryResult result) { ended(seq, std::move(result)); }) {}

bool WebhookQueue::isBusy(std::int64_t seq) const {
    return m_sent.contains(seq) ||
           std::ranges::any_of(m_ended, [seq](const Ended& one) { return one.webhook.seq == seq; });
}

JobSeqs WebhookQueue::sendingSeqs() const {
    JobSeqs seqs;
    for (const auto& [seq, webhook] : m_sent)
        seqs.insert(seq);
    return seqs;
}

void WebhookQueue::applied() {
    m_ended.erase(m_ended.begin(), m_ended.begin() + static_cast<std::ptrdiff_t>(m_applied));
    m_applied = 0;
}

SqliteResult<> WebhookQueue::load() {
    m_lanes.clear();
    m_lanesByName.clear();
    const auto lanes = m_database.webhookLanes();
    if (!lanes)
        return tl::unexpected(lanes.error());
    for (const WebhookLane& lane : *lanes)
        added(lane);
    return {};
}

void WebhookQueue::added(const WebhookLane& lane) {
    const std::pair name(lane.owner, lane.receiver);
    if (const auto known = m_lanesByName.find(name); known != m_lanesByName.end()) {
        known->second->dueMs = std::min(known->second->dueMs, lane.dueMs);
        return;
    }
    m_lanes.push_back(lane);
    m_lanesByName.emplace(name, std::prev(m_lanes.end()));
}

bool WebhookQueue::hasRoom(const WebhookLane& lane) const {
    const auto count = [](const auto& counts, const std::string& name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    };
    const int most = m_silent.contains(lane.receiver) ? 1 : kMostOfReceiver;
    return count(m_ofReceiver, lane.receiver) < most && count(m_ofOwner, lane.owner) < kMostOfOwner;
}

/// Of what is due, that of the owner with the least under way; the end: there is none.
WebhookQueue::Lanes::iterator WebhookQueue::nextLane(std::int64_t nowMs) {
    auto best = m_lanes.end();
    int least = kMostOfOwner;
    for (auto it = m_lanes.begin(); it != m_lanes.end() && least > 0; ++it) {
        if (it->dueMs > nowMs || !hasRoom(*it))
            continue;
        if (const int busy = m_ofOwner[it->owner]; busy < least) {
            best = it;
            least = busy;
        }
    }
    return best;
}

void WebhookQueue::begin(WebhookRow webhook, bool allowPrivate) {
    auto secret = m_unseal(webhook.secret, webhook.owner);
    if (!secret) {
        DeliveryResult result;
        result.refused = true;
        result.error = "Its secret cannot be read: the master key has changed.";
        m_ended.push_back({std::move(webhook), std::move(result)});
        m_news();
        return;
    }
    const Delivery delivery{webhook.seq, webhook.id, webhook.url, *std::move(secret), webhook.body};
    ++m_ofOwner[webhook.owner];
    ++m_ofReceiver[webhook.receiver];
    m_sent.emplace(webhook.seq, std::move(webhook));
    m_sender.send(delivery, allowPrivate);
}

SqliteResult<> WebhookQueue::sendOne(Lanes::iterator lane, std::int64_t nowMs, bool allowPrivate) {
    // What is under way still stands in the table, as due as it was.
    const int most = kMostOfReceiver + static_cast<int>(m_ended.size()) + 1;
    auto due = m_database.dueWebhooks(*lane, nowMs, most);
    if (!due)
        return tl::unexpected(std::move(due.error()));
    const auto found =
        std::ranges::find_if(*due, [this](const WebhookRow& webhook) { return !isBusy(webhook.seq); });
    if (found != due->end()) {
        m_lanes.splice(m_lanes.end(), m_lanes, lane);
        begin(std::move(*found), allowPrivate);
        return {};
    }
    const auto next = m_database.nextWebhookDue(*lane, nowMs);
    if (!next)
        return tl::unexpected(next.error());
    if (*next) {
        lane->dueMs = **next;
        return {};
    }
    m_lanesByName.erase({lane->owner, lane->receiver});
    m_lanes.erase(lane);
    return {};
}

SqliteResult<> WebhookQueue::pump(bool allowPrivate) {
    m_wakeMs.reset();
    const std::int64_t now = m_clock.unixMs();
    while (m_sent.size() < kMostAtOnce) {
        const auto lane = nextLane(now);
        if (lane == m_lanes.end())
            break;
        if (auto done = sendOne(lane, now, allowPrivate); !done)
            return done;
    }
    if (m_sent.size() >= kMostAtOnce)
        return {}; // an end wakes it
    for (const WebhookLane& lane : m_lanes) {
        if (hasRoom(lane) && (!m_wakeMs || lane.dueMs < *m_wakeMs))
            m_wakeMs = lane.dueMs;
    }
    return {};
}

void WebhookQueue::ended(std::int64_t seq, DeliveryResult result) {
    const auto found = m_sent.find(seq);
    if (found == m_sent.end())
        return;
    const WebhookRow& webhook = found->second;
    if (--m_ofOwner[webhook.owner] == 0)
        m_ofOwner.erase(webhook.owner);
    if (--m_ofReceiver[webhook.receiver] == 0)
        m_ofReceiver.erase(webhook.receiver);
    if (m_silent.size() >= kMostSilent)
        m_silent.clear(); // those that matter are soon known again
    if (result.status == 0 && !result.refused)
        m_silent.insert(webhook.receiver);
    else
        m_silent.erase(webhook.receiver);
    m_ended.push_back({std::move(found->second), std::move(result)});
    m_sent.erase(found);
    m_news();
}

SqliteResult<> WebhookQueue::apply() {
    for (const Ended& one : m_ended) {
        if (auto done = settle(one); !done)
            return done;
    }
    m_applied = m_ended.size();
    return {};
}

SqliteResult<> WebhookQueue::settle(const Ended& one) {
    const DeliveryResult& result = one.result;
    if (result.error.empty())
        return m_database.webhookDelivered(one.webhook.seq);
    const std::int64_t now = m_clock.unixMs();
    const auto delay = webhookDelayMs(one.webhook.tries + 1, now - one.webhook.createdMs, m_dice);
    if (result.refused || !delay)
        return m_database.webhookDied(one.webhook.seq, result.status, result.error, now);
    added({one.webhook.owner, one.webhook.receiver, now + *delay});
    return m_database.webhookFailed(one.webhook.seq, result.status, result.error, now + *delay);
}

} // namespace tollgate
