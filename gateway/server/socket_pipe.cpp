#include "gateway/server/socket_pipe.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::size_t kMaxParts = 8;
constexpr std::size_t kCompactAt = 1024 * 1024;

bool isTemporary(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

SocketPipe::SocketPipe(int descriptor, Owner& owner)
    : m_owner(owner)
    , m_descriptor(descriptor)
    , m_read(descriptor, QSocketNotifier::Read) {
    QObject::connect(&m_read, &QSocketNotifier::activated, &m_read, [this] { m_owner.pipeReadable(); });
}

SocketPipe::~SocketPipe() {
    close();
}

std::ptrdiff_t SocketPipe::receive(char* buffer, std::size_t size) {
    if (m_descriptor < 0)
        return 0;
    const ssize_t count = ::recv(m_descriptor, buffer, size, MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return isTemporary(errno) ? -1 : 0;
}

void SocketPipe::setReading(bool on) {
    if (m_descriptor >= 0 && m_read.isEnabled() != on)
        m_read.setEnabled(on);
}

void SocketPipe::send(std::span<const std::string_view> parts) {
    if (m_descriptor < 0 || m_broken)
        return;
    std::size_t sent = 0;
    if (unsent() == 0) {
        std::array<iovec, kMaxParts> vectors{};
        std::size_t count = 0;
        for (const std::string_view part : parts.first(std::min(parts.size(), kMaxParts))) {
            if (!part.empty())
                vectors[count++] = {const_cast<char*>(part.data()), part.size()};
        }
        if (count == 0)
            return;
        msghdr message{};
        message.msg_iov = vectors.data();
        message.msg_iovlen = count;
        const ssize_t taken = ::sendmsg(m_descriptor, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (taken < 0 && !isTemporary(errno)) {
            broken();
            return;
        }
        sent = taken > 0 ? static_cast<std::size_t>(taken) : 0;
    }
    keep(parts, sent);
}

void SocketPipe::keep(std::span<const std::string_view> parts, std::size_t skip) {
    for (const std::string_view part : parts) {
        const std::size_t skipped = std::min(skip, part.size());
        m_out.append(part.substr(skipped));
        skip -= skipped;
    }
    if (unsent() == 0)
        return;
    if (!m_write) {
        m_write = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        QObject::connect(m_write.get(), &QSocketNotifier::activated, m_write.get(), [this] { writable(); });
    } else if (!m_write->isEnabled()) {
        m_write->setEnabled(true);
    }
}

void SocketPipe::writable() {
    if (m_descriptor < 0)
        return;
    const ssize_t taken =
        ::send(m_descriptor, m_out.data() + m_outStart, unsent(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (taken < 0) {
        if (!isTemporary(errno))
            broken();
        return;
    }
    m_outStart += static_cast<std::size_t>(taken);
    if (unsent() == 0) {
        m_out.clear();
        if (m_out.capacity() > kCompactAt)
            m_out.shrink_to_fit();
        m_outStart = 0;
        m_write->setEnabled(false);
    } else if (m_outStart > kCompactAt) {
        m_out.erase(0, m_outStart);
        m_outStart = 0;
    }
    m_owner.pipeProgress();
}

void SocketPipe::broken() {
    // The read side reports it from the event loop: whoever is writing now need not expect to lose its
    // footing.
    m_broken = true;
    m_out.clear();
    m_outStart = 0;
    if (m_write)
        m_write->setEnabled(false);
    setReading(true);
}

void SocketPipe::endWriting() {
    if (m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void SocketPipe::close() {
    if (m_descriptor < 0)
        return;
    m_read.setEnabled(false);
    if (m_write)
        m_write->setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_out.clear();
    m_outStart = 0;
}

void SocketPipe::reset() {
    if (m_descriptor < 0)
        return;
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

} // namespace tollgate
