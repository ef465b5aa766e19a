#pragma once
// GET /admin/v1/events: the feed of events as server-sent events to one client.

#include "gateway/admin/event_feed.h"
#include "gateway/wire/exchange.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tollgate {

/// Lives in its worker's thread.
class EventStream final : public QObject {
    Q_OBJECT
public:
    /// Resumes behind the client's Last-Event-ID. `onGone` is called once, from the event loop, when the
    /// client left.
    EventStream(EventFeed& feed, ExchangePtr exchange, std::function<void(EventStream*)> onGone);
    ~EventStream() override;

    void end(); ///< closes it in order: the gateway stops

private:
    void pump();

    ExchangePtr m_exchange;
    QTimer m_heartbeat; ///< so that a client that vanished is noticed
    EventFeed::Subscription m_subscription;
};

} // namespace tollgate
