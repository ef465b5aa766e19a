#pragma once
// What just happened, for everyone who watches: a ring of recent events with ids, so that a reader who lost
// the connection resumes where it was. A reader that does not read costs nothing: it skips what the ring has
// dropped.

#include "gateway/wire/event_sink.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct FeedEvent {
    std::uint64_t id = 0;
    std::string type;
    std::shared_ptr<const std::string> data; ///< JSON in one line
};

/// Thread-safe. Must outlive its subscriptions.
class EventFeed final : public EventSink {
    struct Reader;

public:
    static constexpr std::size_t kCapacity = 4096;

    /// Ids begin above `firstId` and only grow; give the wall clock in milliseconds × 1000, so that the id of
    /// an earlier run is older than everything in this one.
    explicit EventFeed(std::uint64_t firstId, std::size_t capacity = kCapacity);
    ~EventFeed() override;

    /// While somebody reads, and after the last reader has left for as long as the ring holds everything
    /// since, so that it can come back without a gap.
    bool heard() const override;
    void publish(std::string_view type, boost::json::value data) override;

    /// One reader, used in one thread.
    class Subscription {
    public:
        Subscription() = default;
        ~Subscription();
        Subscription(Subscription&& other) noexcept;
        Subscription& operator=(Subscription&& other) noexcept;

        /// What came since the last call, oldest first. When fewer than `max` come back, the next event
        /// wakes.
        std::vector<FeedEvent> take(std::size_t max = 256);

    private:
        friend class EventFeed;
        Subscription(EventFeed* feed, std::shared_ptr<Reader> reader);
        void end();
        EventFeed* m_feed = nullptr;
        std::shared_ptr<Reader> m_reader;
    };

    /// `wake` is called in the publisher's thread, with no lock held, once per take(): it must only post a
    /// note to the reader's own thread. It may be called once more while the subscription ends. Reading
    /// begins after `afterId`; 0 begins with the next event.
    Subscription subscribe(std::function<void()> wake, std::uint64_t afterId = 0);

    std::uint64_t lastId() const;

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<FeedEvent> m_ring;
    std::uint64_t m_lastId;
    std::vector<std::shared_ptr<Reader>> m_readers;
    std::uint64_t m_heardUpTo = 0; ///< the first event that the last reader to leave cannot come back for
};

} // namespace tollgate
