#include "gateway/admin/event_feed.h"

#include "gateway/wire/json_text.h"

#include <algorithm>
#include <utility>

namespace tollgate {

struct EventFeed::Reader {
    std::function<void()> wake;
    std::uint64_t lastTaken = 0;
    bool armed = true; ///< the next event wakes
};

EventFeed::EventFeed(std::uint64_t firstId, std::size_t capacity)
    : m_capacity(capacity)
    , m_lastId(firstId) {}

EventFeed::~EventFeed() = default;

bool EventFeed::heard() const {
    const std::scoped_lock lock(m_mutex);
    return !m_readers.empty() || m_lastId < m_heardUpTo;
}

void EventFeed::publish(std::string_view type, boost::json::value data) {
    auto text = std::make_shared<const std::string>(toJsonText(data));
    std::vector<std::shared_ptr<Reader>> sleeping;
    {
        const std::scoped_lock lock(m_mutex);
        m_ring.push_back({++m_lastId, std::string(type), std::move(text)});
        if (m_ring.size() > m_capacity)
            m_ring.pop_front();
        for (const auto& reader : m_readers) {
            if (std::exchange(reader->armed, false))
                sleeping.push_back(reader);
        }
    }
    for (const auto& reader : sleeping)
        reader->wake();
}

EventFeed::Subscription EventFeed::subscribe(std::function<void()> wake, std::uint64_t afterId) {
    auto reader = std::make_shared<Reader>();
    reader->wake = std::move(wake);
    bool waiting = false;
    {
        const std::scoped_lock lock(m_mutex);
        // An id from the future is another installation's; there is nothing to resume.
        reader->lastTaken = afterId == 0 ? m_lastId : std::min(afterId, m_lastId);
        waiting = reader->lastTaken < m_lastId;
        reader->armed = !waiting;
        m_readers.push_back(reader);
    }
    if (waiting)
        reader->wake();
    return Subscription(this, std::move(reader));
}

std::uint64_t EventFeed::lastId() const {
    const std::scoped_lock lock(m_mutex);
    return m_lastId;
}

EventFeed::Subscription::Subscription(EventFeed* feed, std::shared_ptr<Reader> reader)
    : m_feed(feed)
    , m_reader(std::move(reader)) {}

EventFeed::Subscription::Subscription(Subscription&& other) noexcept
    : m_feed(std::exchange(other.m_feed, nullptr))
    , m_reader(std::move(other.m_reader)) {}

EventFeed::Subscription& EventFeed::Subscription::operator=(Subscription&& other) noexcept {
    if (this != &other) {
        end();
        m_feed = std::exchange(other.m_feed, nullptr);
        m_reader = std::move(other.m_reader);
    }
    return *this;
}

EventFeed::Subscription::~Subscription() {
    end();
}

void EventFeed::Subscription::end() {
    if (m_feed == nullptr)
        return;
    const std::scoped_lock lock(m_feed->m_mutex);
    std::erase(m_feed->m_readers, m_reader);
    m_feed->m_heardUpTo = m_reader->lastTaken + m_feed->m_capacity;
    m_feed = nullptr;
}

std::vector<FeedEvent> EventFeed::Subscription::take(std::size_t max) {
    std::vector<FeedEvent> events;
    if (m_feed == nullptr)
        return events;
    const std::scoped_lock lock(m_feed->m_mutex);
    auto it = std::ranges::upper_bound(m_feed->m_ring, m_reader->lastTaken, {}, &FeedEvent::id);
    for (; it != m_feed->m_ring.end() && events.size() < max; ++it)
        events.push_back(*it);
    if (!events.empty())
        m_reader->lastTaken = events.back().id;
    m_reader->armed = events.size() < max;
    return events;
}

} // namespace tollgate
