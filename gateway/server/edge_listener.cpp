#include "gateway/server/edge_listener.h"

#include "gateway/server/edge_connection.h"
#include "gateway/server/edge_context.h"

#include <QTimer>

#include <array>
#include <chrono>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::size_t kMaxTurnedAway = 256;
constexpr std::int64_t kTurnedAwayNs = 1'000'000'000;
constexpr auto kRestAfterAcceptError = std::chrono::milliseconds(100);

} // namespace

EdgeListener::EdgeListener(EdgeContext& context)
    : m_context(context) {
    // QTcpServer stops accepting for good when accept fails, as it does when descriptors run out for a
    // moment.
    connect(this, &QTcpServer::acceptError, this, [this] {
        QTimer::singleShot(kRestAfterAcceptError, this, [this] {
            if (isListening())
                resumeAccepting();
        });
    });
}

EdgeListener::~EdgeListener() {
    for (const TurnedAway& entry : m_turnedAway)
        ::close(entry.descriptor);
}

void EdgeListener::incomingConnection(qintptr descriptor) {
    const int socket = static_cast<int>(descriptor);
    if (m_context.full()) {
        turnAway(socket);
        return;
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    addPendingConnection(new EdgeConnection(socket, m_context, this));
}

/// Answers before the request is read, then keeps the descriptor for a moment: closing it with the request
/// unread would reset the connection and the answer be lost.
void EdgeListener::turnAway(int descriptor) {
    static constexpr Refusal kFull{
        503, "too_many_connections", "the gateway has reached its limit of connections", {}};
    ResponseShape shape;
    shape.keepAlive = false;
    shape.date = m_context.date.now();
    const std::string body = refusalBody(kFull, {});
    shape.contentLength = body.size();
    std::string text;
    appendResponseHead(text, kFull.status, {{"content-type", "application/json"}, {"retry-after", "1"}},
                       shape);
    text += body;
    static_cast<void>(::send(descriptor, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    ::shutdown(descriptor, SHUT_WR);
    if (m_turnedAway.size() >= kMaxTurnedAway) {
        ::close(descriptor);
        return;
    }
    m_turnedAway.push_back({descriptor, m_context.clock.monotonicNs() + kTurnedAwayNs});
}

void EdgeListener::sweep(std::int64_t nowNs) {
    std::array<char, 16 * 1024> dropped{};
    std::erase_if(m_turnedAway, [&](const TurnedAway& entry) {
        const ssize_t count = ::recv(entry.descriptor, dropped.data(), dropped.size(), MSG_DONTWAIT);
        if (count != 0 && nowNs < entry.untilNs)
            return false;
        ::close(entry.descriptor);
        return true;
    });
}

} // namespace tollgate
