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

constexpr std::size_t kCopied =
    4 * 1024; ///< copying so little is cheaper than telling the kernel of several parts
constexpr int kSendFlags = MSG_DONTWAIT | MSG_NOSIGNAL;

ssize_t sendNow(int descriptor, std::span<const std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    if (size == 0)
        return 0;
    if (size <= kCopied) {
        std::array<char, kCopied>
            buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled as far as it is read
        char* end = buffer.data();
        for (const std::string_view part : parts)
            end = std::ranges::copy(part, end).out;
        return ::send(descriptor, buffer.data(), size, kSendFlags);
    }
    std::array<iovec, kMaxParts> vectors{};
    std::size_t count = 0;
    for (const std::string_view part : parts.first(std::min(parts.size(), kMaxParts))) {
        if (!part.empty())
            vectors[count++] = {const_cast<char*>(part.data()), part.size()};
    }
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    return ::sendmsg(descriptor, &message, kSendFlags);
}

bool isTemporary(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

SocketPipe::SocketPipe(int descriptor, Owner& owner)
    : m_owner(owner)
    , m_descriptor(descriptor) {
    Listener& self = *this;
    m_watch = std::make_unique<DescriptorWatch>(descriptor, self);
    m_watch->watchReading(true);
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
    if (m_watch)
        m_watch->watchReading(on);
}

/// At most one of the two: the owner may close or delete the pipe while it is told.
void SocketPipe::descriptorReady(int, bool readable, bool canWrite) {
    if (canWrite)
        writable();
    else if (readable)
        m_owner.pipeReadable();
}

void SocketPipe::send(std::span<const std::string_view> parts) {
    if (m_descriptor < 0 || m_broken)
        return;
    std::size_t sent = 0;
    if (unsent() == 0) {
        const ssize_t taken = sendNow(m_descriptor, parts);
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
    if (unsent() > 0)
        m_watch->watchWriting(true);
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
        m_watch->watchWriting(false);
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
    m_watch->watch(true, false);
}

void SocketPipe::endWriting() {
    if (m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void SocketPipe::close() {
    if (m_descriptor < 0)
        return;
    m_watch.reset();
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
