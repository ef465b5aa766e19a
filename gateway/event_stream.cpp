#include "gateway/event_stream.h"

#include <charconv>

namespace tollgate {

namespace {

constexpr std::chrono::seconds kHeartbeat{15};

std::uint64_t lastEventId(const HttpRequest& request) {
    const std::string_view text = request.headers.value("last-event-id");
    std::uint64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

} // namespace

EventStream::EventStream(EventFeed& feed, ExchangePtr exchange, std::function<void(EventStream*)> onGone)
    : m_exchange(std::move(exchange)) {
    m_exchange->onClientGone([this, onGone = std::move(onGone)] {
        QMetaObject::invokeMethod(
            this, [this, onGone] { onGone(this); }, Qt::QueuedConnection);
    });
    m_exchange->onDrained([this] { pump(); });
    m_exchange->beginStream(
        200, {{"content-type", "text/event-stream; charset=utf-8"}, {"cache-control", "no-cache"}});
    m_exchange->write(": tollgate events\n\n");
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { m_exchange->write(": ping\n\n"); });
    m_heartbeat.start(kHeartbeat);
    m_subscription =
        feed.subscribe([this] { QMetaObject::invokeMethod(this, &EventStream::pump, Qt::QueuedConnection); },
                       lastEventId(m_exchange->request()));
    pump();
}

EventStream::~EventStream() {
    m_subscription = {};
    m_exchange->onClientGone({});
    m_exchange->onDrained({});
}

void EventStream::end() {
    m_subscription = {};
    m_exchange->endStream();
}

void EventStream::pump() {
    // A slow reader is not fed further; the ring then drops what is too old for it.
    while (m_exchange->unsentBytes() <= Exchange::kHighWater) {
        const std::vector<FeedEvent> events = m_subscription.take();
        if (events.empty())
            return;
        std::string bytes;
        for (const FeedEvent& event : events)
            bytes += "id: " + std::to_string(event.id) + "\nevent: " + event.type + "\ndata: " + *event.data +
                     "\n\n";
        m_exchange->write(bytes);
    }
}

} // namespace tollgate
