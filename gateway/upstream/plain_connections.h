#pragma once
// TCP connections that carry HTTP/1.1 in the clear, and those of them that wait for their next request.

#include "gateway/loop/descriptor_watch.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sys/types.h>

namespace tollgate {

/// Owns its descriptor. Used in the thread that made it.
class PlainConnection final : private DescriptorWatch::Listener {
public:
    class User {
    public:
        /// May end the connection.
        virtual void connectionReady(PlainConnection& connection, bool readable, bool writable) = 0;

    protected:
        ~User() = default;
    };

    PlainConnection(int descriptor, std::string origin);
    ~PlainConnection();
    PlainConnection(const PlainConnection&) = delete;
    PlainConnection& operator=(const PlainConnection&) = delete;

    const std::string& origin() const { return m_origin; }
    void setUser(User& user) { m_user = &user; }
    void watchReading(bool on) { m_watch.watchReading(on); }
    void watchWriting(bool on) { m_watch.watchWriting(on); }

    /// As recv(2) and sendmsg(2) on a descriptor that does not block.
    ssize_t receive(std::span<char> into);
    ssize_t send(std::string_view head, std::string_view body);

    std::int64_t idleSinceNs = 0;

private:
    void descriptorReady(int descriptor, bool readable, bool writable) override;

    const int m_descriptor;
    const std::string m_origin;
    User* m_user = nullptr;
    DescriptorWatch m_watch;
};

/// Idle connections by origin ("host:port" as the URL has it). One that the peer closes leaves by itself.
class PlainConnections final : private PlainConnection::User {
public:
    static constexpr std::size_t kMaxIdle = 1024;
    static constexpr std::int64_t kMaxIdleNs =
        90'000'000'000; ///< servers commonly end theirs after 60 to 120 s

    PlainConnections();
    ~PlainConnections();

    /// The one used last, or null.
    std::unique_ptr<PlainConnection> take(const std::string& origin, std::int64_t nowNs);
    /// Of no use to anybody now.
    void give(std::unique_ptr<PlainConnection> connection, std::int64_t nowNs);
    /// What transfers read into, one at a time.
    std::span<char> buffer() { return m_buffer; }

private:
    void connectionReady(PlainConnection& connection, bool readable, bool writable) override;

    std::unordered_map<std::string, std::vector<std::unique_ptr<PlainConnection>>> m_idle;
    std::size_t m_idleCount = 0;
    std::vector<char> m_buffer;
};

} // namespace tollgate
