#pragma once
// Webhooks that wait: sends what is due, tries again for up to a day, then keeps it as a dead letter. Owners
// take turns, and so do the receivers of each; nobody has more than its part of what is under way, and who
// did not answer last time has one delivery at a time until it does.
//
// Like the scheduler it writes nothing by itself: apply() does, within the caller's transaction.

#include "gateway/jobs/job_database.h"
#include "gateway/jobs/webhook_sender.h"

#include <functional>
#include <list>
#include <map>
#include <optional>
#include <random>
#include <unordered_map>
#include <unordered_set>
#include <utility>
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
    /// Begins with what the database holds; what is under way goes on.
    SqliteResult<> load();
    /// There is a new one.
    void added(const WebhookLane& lane);
    JobSeqs sendingSeqs() const;
    SqliteResult<> apply();
    /// What apply() wrote is committed.
    void applied();
    /// When the next one is due; nothing: not by time alone.
    std::optional<std::int64_t> wakeMs() const { return m_wakeMs; }

    static constexpr std::size_t kMostAtOnce = 64;
    static constexpr int kMostOfOwner = 16;
    static constexpr int kMostOfReceiver = 4; ///< whoever calls it

private:
    using Lanes = std::list<WebhookLane>;
    struct Ended {
        WebhookRow webhook;
        DeliveryResult result;
    };

    void ended(std::int64_t seq, DeliveryResult result);
    SqliteResult<> settle(const Ended& one);
    bool isBusy(std::int64_t seq) const;
    bool hasRoom(const WebhookLane& lane) const;
    Lanes::iterator nextLane(std::int64_t nowMs);
    SqliteResult<> sendOne(Lanes::iterator lane, std::int64_t nowMs, bool allowPrivate);
    void begin(WebhookRow webhook, bool allowPrivate);

    const Clock& m_clock;
    JobDatabase& m_database;
    const Unseal m_unseal;
    const std::function<void()> m_news;
    std::minstd_rand m_dice;
    Lanes m_lanes; ///< with what is not under way; the first is next
    std::map<std::pair<std::string, std::string>, Lanes::iterator> m_lanesByName;
    std::unordered_map<std::int64_t, WebhookRow> m_sent;
    std::unordered_map<std::string, int> m_ofOwner; ///< under way
    std::unordered_map<std::string, int> m_ofReceiver;
    std::unordered_set<std::string> m_silent; ///< receivers that did not answer last time
    std::vector<Ended> m_ended;
    std::size_t m_applied = 0; ///< of them
    std::optional<std::int64_t> m_wakeMs;
    WebhookSender m_sender;
};

} // namespace tollgate
