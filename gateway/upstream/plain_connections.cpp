#include "gateway/upstream/plain_connections.h"

#include <algorithm>
#include <array>
#include <utility>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace tollgate {

namespace {
constexpr std::size_t kBuffer = std::size_t{64} * 1024;
}

PlainConnection::PlainConnection(int descriptor, std::string origin)
    : m_descriptor(descriptor)
    , m_origin(std::move(origin))
    , m_watch(descriptor, *this) {
    m_watch.watch(true, false);
}

PlainConnection::~PlainConnection() {
    m_watch.watch(false, false);
    ::close(m_descriptor);
}

ssize_t PlainConnection::receive(std::span<char> into) {
    return ::recv(m_descriptor, into.data(), into.size(), 0);
}

ssize_t PlainConnection::send(std::string_view head, std::string_view body) {
    std::array<iovec, 2> parts{
        {{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    return ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
}

void PlainConnection::descriptorReady(int, bool readable, bool writable) {
    if (m_user)
        m_user->connectionReady(*this, readable, writable);
}

PlainConnections::PlainConnections()
    : m_buffer(kBuffer) {}

PlainConnections::~PlainConnections() = default;

std::unique_ptr<PlainConnection> PlainConnections::take(const std::string& origin, std::int64_t nowNs) {
    const auto found = m_idle.find(origin);
    if (found == m_idle.end())
        return nullptr;
    auto& idle = found->second;
    if (idle.empty())
        return nullptr;
    std::unique_ptr<PlainConnection> connection = std::move(idle.back());
    idle.pop_back();
    --m_idleCount;
    if (nowNs - connection->idleSinceNs < kMaxIdleNs)
        return connection;
    m_idleCount -= idle.size(); // the others have waited even longer
    m_idle.erase(found);
    return nullptr;
}

void PlainConnections::give(std::unique_ptr<PlainConnection> connection, std::int64_t nowNs) {
    if (m_idleCount >= kMaxIdle)
        return;
    connection->setUser(*this);
    connection->watchReading(true);
    connection->idleSinceNs = nowNs;
    m_idle[connection->origin()].push_back(std::move(connection));
    ++m_idleCount;
}

/// Nothing is due on an idle connection: it is closed, or the peer says what nobody asked for.
void PlainConnections::connectionReady(PlainConnection& connection, bool, bool) {
    const auto found = m_idle.find(connection.origin());
    if (found == m_idle.end())
        return;
    auto& idle = found->second;
    const auto place = std::find_if(idle.begin(), idle.end(),
                                    [&connection](const auto& each) { return each.get() == &connection; });
    if (place == idle.end())
        return;
    idle.erase(place);
    --m_idleCount;
    if (idle.empty())
        m_idle.erase(found);
}

} // namespace tollgate
