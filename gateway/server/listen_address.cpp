#include "gateway/server/listen_address.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr int kBacklog = 1024;

ListenError systemError(const std::string& what, int error) {
    const auto kind = error == EADDRINUSE                 ? ListenError::Kind::AddressInUse
                      : error == EACCES || error == EPERM ? ListenError::Kind::NotPermitted
                      : error == EADDRNOTAVAIL            ? ListenError::Kind::BadAddress
                                                          : ListenError::Kind::Failed;
    return {kind, what + ": " + std::strerror(error)};
}

const sockaddr* asSockaddr(const std::string& bytes) {
    return static_cast<const sockaddr*>(static_cast<const void*>(bytes.data()));
}

void enable(int descriptor, int level, int option) {
    const int on = 1;
    ::setsockopt(descriptor, level, option, &on, sizeof on);
}

tl::expected<std::string, ListenError> resolve(const ListenAddress& address) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    // "localhost" may come as ::1 first; callers are told 127.0.0.1, so that is where to be.
    const std::string host = address.host == "localhost" ? "127.0.0.1" : address.host;
    const int error = ::getaddrinfo(host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
    if (error != 0) {
        return tl::unexpected(ListenError{ListenError::Kind::BadAddress,
                                          "cannot resolve " + address.host + ": " + ::gai_strerror(error)});
    }
    std::string bytes(static_cast<const char*>(static_cast<const void*>(found->ai_addr)), found->ai_addrlen);
    ::freeaddrinfo(found);
    return bytes;
}

tl::expected<int, ListenError> openSocket(const std::string& socketAddress) {
    const int descriptor =
        ::socket(asSockaddr(socketAddress)->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return tl::unexpected(systemError("cannot make a socket", errno));
    enable(descriptor, SOL_SOCKET, SO_REUSEADDR);
    return descriptor;
}

std::uint16_t portOf(int descriptor) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(descriptor, static_cast<sockaddr*>(static_cast<void*>(&storage)), &length);
    if (storage.ss_family == AF_INET6)
        return ntohs(static_cast<const sockaddr_in6*>(static_cast<const void*>(&storage))->sin6_port);
    return ntohs(static_cast<const sockaddr_in*>(static_cast<const void*>(&storage))->sin_port);
}

} // namespace

tl::expected<ListenAddress, ListenError> ListenAddress::parse(std::string_view text) {
    const auto bad = [text](const char* why) {
        std::string message("\"");
        message.append(text).append("\" is not HOST:PORT: ").append(why);
        return tl::unexpected(ListenError{ListenError::Kind::BadAddress, std::move(message)});
    };
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return bad("the port is missing");
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    ListenAddress address;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return bad("the port is not a number from 0 to 65535");
    if (host.starts_with('[') && host.ends_with(']') && host.size() > 2)
        host = host.substr(1, host.size() - 2);
    else if (host.find_first_of(":[]") != std::string_view::npos)
        return bad("an IPv6 address goes in brackets");
    if (host.empty())
        return bad("the host is missing");
    address.host = std::string(host);
    return address;
}

std::string ListenAddress::toString() const {
    const bool v6 = host.find(':') != std::string::npos;
    std::string text;
    text.append(v6 ? "[" : "").append(host).append(v6 ? "]:" : ":").append(std::to_string(port));
    return text;
}

tl::expected<ReservedPort, ListenError> ReservedPort::reserve(const ListenAddress& address) {
    const auto socketAddress = resolve(address);
    if (!socketAddress)
        return tl::unexpected(socketAddress.error());
    const auto descriptor = openSocket(*socketAddress);
    if (!descriptor)
        return tl::unexpected(descriptor.error());

    ReservedPort reserved;
    reserved.m_first->store(*descriptor);
    reserved.m_address = address;
    // Listening without SO_REUSEPORT fails where anyone else listens, even one who would share. The option
    // set afterwards lets our own workers in, and there is no moment at which the port is free. Who connects
    // meanwhile waits in the queue of this socket, which becomes the first worker's.
    if (::bind(*descriptor, asSockaddr(*socketAddress), static_cast<socklen_t>(socketAddress->size())) != 0 ||
        ::listen(*descriptor, kBacklog) != 0)
        return tl::unexpected(systemError("cannot listen on " + address.toString(), errno));
    enable(*descriptor, SOL_SOCKET, SO_REUSEPORT);
    enable(*descriptor, IPPROTO_TCP, TCP_NODELAY); // inherited by what is accepted
    reserved.m_address.port = portOf(*descriptor);
    const auto withPort = resolve(reserved.m_address);
    if (!withPort)
        return tl::unexpected(withPort.error());
    reserved.m_socketAddress = *withPort;
    return reserved;
}

ReservedPort::~ReservedPort() {
    const int unclaimed = m_first ? m_first->load() : -1;
    if (unclaimed >= 0)
        ::close(unclaimed);
}

tl::expected<int, ListenError> ReservedPort::openListener() const {
    const int first = m_first->exchange(-1);
    if (first >= 0)
        return first;
    const auto descriptor = openSocket(m_socketAddress);
    if (!descriptor)
        return descriptor;
    enable(*descriptor, SOL_SOCKET, SO_REUSEPORT);
    enable(*descriptor, IPPROTO_TCP, TCP_NODELAY); // inherited by what is accepted
    if (::bind(*descriptor, asSockaddr(m_socketAddress), static_cast<socklen_t>(m_socketAddress.size())) !=
            0 ||
        ::listen(*descriptor, kBacklog) != 0) {
        const int error = errno;
        ::close(*descriptor);
        return tl::unexpected(systemError("cannot listen on " + m_address.toString(), error));
    }
    return descriptor;
}

bool ListenAddress::isLoopback() const {
    return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
}

std::vector<std::string> hostNamesOf(const ListenAddress& address) {
    std::vector<std::string> names;
    const auto add = [&names](const std::string& host) {
        const bool bare = host.find(':') != std::string::npos && !host.starts_with('[');
        names.push_back(bare ? "[" + host + "]" : host);
    };
    const bool all = address.host == "0.0.0.0" || address.host == "::" || address.host == "[::]";
    if (!all) {
        add(address.host);
        return names;
    }
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0')
        add(name.data());
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0)
        return names;
    for (const ifaddrs* one = list; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr)
            continue;
        std::array<char, NI_MAXHOST> text{};
        const int family = one->ifa_addr->sa_family;
        const socklen_t size = family == AF_INET    ? sizeof(sockaddr_in)
                               : family == AF_INET6 ? sizeof(sockaddr_in6)
                                                    : 0;
        if (size == 0 ||
            ::getnameinfo(one->ifa_addr, size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
            continue;
        const std::string literal(text.data());
        add(literal.substr(0, literal.find('%')));
    }
    ::freeifaddrs(list);
    return names;
}

} // namespace tollgate
