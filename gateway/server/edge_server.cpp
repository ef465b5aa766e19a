#include "gateway/server/edge_server.h"

#include "gateway/server/edge_connection.h"
#include "gateway/server/edge_context.h"
#include "gateway/server/edge_listener.h"
#include "gateway/server/web_socket_upgrade.h"

#include <QHttpServer>
#include <QMetaObject>
#include <QTimer>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace tollgate {

namespace {
constexpr int kLongestSweepMs = 1'000;
constexpr int kShortestSweepMs = 10;
} // namespace

class EdgeServer::Private {
public:
    Private(const EdgeOptions& options, const Clock& clock, ExchangeHandler handler)
        : m_context(options, clock, std::move(handler))
        , m_http(std::make_unique<QHttpServer>()) {
        setRequestHandler(*m_http, [this](ResponderHoldPtr hold) {
            m_context.dispatched = true;
            m_context.hold = std::move(hold);
        });
        setWebSocketHandler(
            *m_http, [this](std::unique_ptr<QWebSocket> socket) { upgraded(m_context, std::move(socket)); });
        m_context.changed = [this] { checkIdle(); };
        QObject::connect(&m_sweep, &QTimer::timeout, &m_sweep, [this] { sweep(); });
        m_sweep.start(sweepIntervalMs());
    }

    ~Private() {
        m_context.changed = nullptr;
        closeAll();
    }

    tl::expected<void, ListenError> listen(const ReservedPort& port) {
        const auto descriptor = port.openListener();
        if (!descriptor)
            return tl::unexpected(descriptor.error());
        auto listener = std::make_unique<EdgeListener>(m_context);
        if (!listener->setSocketDescriptor(*descriptor)) {
            ::close(*descriptor);
            return tl::unexpected(
                ListenError{ListenError::Kind::Failed, listener->errorString().toStdString()});
        }
        m_listener = listener.get();
        if (!bindListening(*m_http, listener.release()))
            return tl::unexpected(
                ListenError{ListenError::Kind::Failed, "QHttpServer did not take the listener"});
        return {};
    }

    void stopAccepting() {
        if (m_listener)
            m_listener->close();
        m_context.stopping = true;
        forEach([](EdgeConnection& connection) { connection.stop(); });
        checkIdle();
    }

    void closeAll() {
        forEach([](EdgeConnection& connection) { connection.abortNow(); });
    }

    EdgeContext m_context; // outlives the connections, which are children of the listener or of m_http
    std::unique_ptr<QHttpServer> m_http;
    EdgeListener* m_listener = nullptr;
    QTimer m_sweep;
    std::function<void()> m_onIdle;
    bool m_idlePosted = false;

    void checkIdle() {
        if (!m_context.stopping || !m_onIdle || m_idlePosted || hasWork())
            return;
        m_idlePosted = true;
        QMetaObject::invokeMethod(
            &m_sweep,
            [this] {
                m_idlePosted = false;
                if (hasWork())
                    return;
                const std::function<void()> callback = std::exchange(m_onIdle, nullptr);
                if (callback)
                    callback();
            },
            Qt::QueuedConnection);
    }

private:
    bool hasWork() const {
        return std::any_of(m_context.connections.begin(), m_context.connections.end(),
                           [](const EdgeConnection* connection) { return connection->hasWork(); });
    }

    /// Backwards, because a connection that closes gives its place to the last one; callbacks may close any
    /// others.
    template <typename Use>
    void forEach(Use use) {
        std::vector<EdgeConnection*>& all = m_context.connections;
        for (std::size_t i = all.size(); i-- > 0;) {
            if (i < all.size())
                use(*all[i]);
        }
    }

    void sweep() {
        const std::int64_t now = m_context.clock.monotonicNs();
        if (m_listener && m_listener->hasTurnedAway())
            m_listener->sweep(now);
        forEach([now](EdgeConnection& connection) {
            if (connection.deadlineNs() <= now)
                connection.timedOut();
        });
    }

    int sweepIntervalMs() const {
        int shortest = kLongestSweepMs * 4;
        const EdgeOptions& options = m_context.options;
        for (const int ms : {options.headTimeoutMs, options.bodyIdleTimeoutMs, options.keepAliveTimeoutMs,
                             options.sendTimeoutMs}) {
            if (ms > 0)
                shortest = std::min(shortest, ms);
        }
        return std::max(shortest / 4, kShortestSweepMs);
    }
};

EdgeServer::EdgeServer(const EdgeOptions& options, const Clock& clock, ExchangeHandler handler)
    : d(std::make_unique<Private>(options, clock, std::move(handler))) {}

EdgeServer::~EdgeServer() = default;

tl::expected<void, ListenError> EdgeServer::listen(const ReservedPort& port) {
    return d->listen(port);
}

void EdgeServer::stopAccepting() {
    d->stopAccepting();
}

void EdgeServer::onIdle(std::function<void()> callback) {
    d->m_onIdle = std::move(callback);
    d->checkIdle();
}

void EdgeServer::acceptWebSocket(const ExchangePtr& exchange, WebSocketReady ready) {
    acceptUpgrade(exchange, std::move(ready));
}

int EdgeServer::activeExchanges() const {
    return d->m_context.activeExchanges;
}

int EdgeServer::openConnections() const {
    return static_cast<int>(d->m_context.connections.size());
}

void EdgeServer::closeAll() {
    d->closeAll();
}

} // namespace tollgate
