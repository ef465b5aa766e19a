#pragma once
// Webhooks that wait: sends what is due, tries again for up to a day, then keeps it as a dead letter.
//
// Like the scheduler it writes nothing by itself: apply() does, within the caller's transaction.

#include "gateway/jobs/job_database.h"
#include "gateway/jobs/webhook_sender.h"

#include <functional>
#include <optional>
#include <random>
#include <unordered_map>
#include <vector>

namespace tollgate {

/// Unseals a secret; nothing: it cannot be read any more.
using Unseal = std::function<std::optional<std::string>(const std::string& sealed, const std::string& owner)>;

/// One thread.
class WebhookQueue {
public:
    /// `news` is called when apply() has something to write.
    WebhookQueue(const Clock& clock, JobDatabase& database, Unseal unseal, std::function<void()> news,
                 std::uint32_t seed);

    /// Sends what is due.
    SqliteResult<> pump(bool allowPrivate);
    SqliteResult<> apply();
    /// What apply() wrote is committed.
    void applied();
    /// When the next one is due; nothing: not by time alone.
    std::optional<std::int64_t> wakeMs() const { return m_wakeMs; }

    static constexpr std::size_t kMostAtOnce = 16;

private:
    struct Ended {
        WebhookRow webhook;
        DeliveryResult result;
    };

    void ended(std::int64_t seq, DeliveryResult result);
    SqliteResult<> settle(const Ended& one);
    bool isBusy(std::int64_t seq) const;

    const Clock& m_clock;
    JobDatabase& m_database;
    const Unseal m_unseal;
    const std::function<void()> m_news;
    std::minstd_rand m_dice;
    std::unordered_map<std::int64_t, WebhookRow> m_sent;
    std::vector<Ended> m_ended;
    std::size_t m_applied = 0; ///< of them
    std::optional<std::int64_t> m_wakeMs;
    WebhookSender m_sender;
};

} // namespace tollgate
