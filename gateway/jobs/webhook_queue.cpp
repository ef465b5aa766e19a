#include "gateway/jobs/webhook_queue.h"

#include "gateway/jobs/retry_rule.h"

#include <algorithm>
#include <utility>

namespace tollgate {

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

void WebhookQueue::applied() {
    m_ended.erase(m_ended.begin(), m_ended.begin() + static_cast<std::ptrdiff_t>(m_applied));
    m_applied = 0;
}

SqliteResult<> WebhookQueue::pump(bool allowPrivate) {
    m_wakeMs.reset();
    if (m_sent.size() >= kMostAtOnce)
        return {}; // an end wakes it
    auto due = m_database.dueWebhooks(m_clock.unixMs(), kMostAtOnce * 2);
    if (!due)
        return tl::unexpected(std::move(due.error()));
    for (WebhookRow& webhook : *due) {
        if (m_sent.size() >= kMostAtOnce)
            break;
        if (isBusy(webhook.seq))
            continue;
        auto secret = m_unseal(webhook.secret, webhook.owner);
        if (!secret) {
            DeliveryResult result;
            result.refused = true;
            result.error = "Its secret cannot be read: the master key has changed.";
            m_ended.push_back({std::move(webhook), std::move(result)});
            m_news();
            continue;
        }
        const Delivery delivery{webhook.seq, webhook.id, webhook.url, *std::move(secret), webhook.body};
        m_sent.emplace(webhook.seq, std::move(webhook));
        m_sender.send(delivery, allowPrivate);
    }
    auto next = m_database.nextWebhookDue(m_clock.unixMs());
    if (!next)
        return tl::unexpected(std::move(next.error()));
    m_wakeMs = *next;
    return {};
}

void WebhookQueue::ended(std::int64_t seq, DeliveryResult result) {
    const auto found = m_sent.find(seq);
    if (found == m_sent.end())
        return;
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
    return m_database.webhookFailed(one.webhook.seq, result.status, result.error, now + *delay);
}

} // namespace tollgate
