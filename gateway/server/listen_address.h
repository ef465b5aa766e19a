#pragma once
// Where to listen, and holding that port so that several workers can share it.

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace tollgate {

struct ListenError {
    enum class Kind { BadAddress, AddressInUse, NotPermitted, Failed };
    Kind kind = Kind::Failed;
    std::string message;
};

/// A numeric address or a name that this machine resolves; IPv6 addresses in brackets.
struct ListenAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;

    static tl::expected<ListenAddress, ListenError> parse(std::string_view text); ///< "HOST:PORT"
    std::string toString() const;
    /// Whether only this machine can reach it: 127.0.0.0/8, ::1 and localhost.
    bool isLoopback() const;
};

/// Names under which this machine is reached at an address that is not loopback's: the address itself or, for
/// all of them (0.0.0.0, [::]), those of its interfaces, and its host name.
std::vector<std::string> hostNamesOf(const ListenAddress& address);

/// Holds a port from the check that nobody else listens there until the last worker does. While it lives,
/// sockets made by openListener() share the port (SO_REUSEPORT), and no other program gets it. Movable.
class ReservedPort {
public:
    /// Port 0 picks a free one. AddressInUse when another program, or another gateway, listens there.
    static tl::expected<ReservedPort, ListenError> reserve(const ListenAddress& address);

    ReservedPort(ReservedPort&&) noexcept = default;
    ReservedPort& operator=(ReservedPort&&) = delete;
    ~ReservedPort();

    /// As asked for, with the port that was picked.
    const ListenAddress& address() const { return m_address; }
    std::uint16_t port() const { return m_address.port; }

    /// A new listening descriptor on the port; the caller owns it. Thread-safe.
    tl::expected<int, ListenError> openListener() const;

private:
    ReservedPort() = default;

    ListenAddress m_address;
    std::string m_socketAddress; ///< the bytes of a sockaddr
    std::unique_ptr<std::atomic<int>> m_first =
        std::make_unique<std::atomic<int>>(-1); ///< until a worker takes it
};

} // namespace tollgate
