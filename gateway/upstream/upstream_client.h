#pragma once
// HTTP to providers: libcurl's multi interface on the worker's Qt event loop.

#include "gateway/wire/clock.h"
#include "gateway/wire/http.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sockaddr;

namespace tollgate {

/// Whether that address may be connected to.
using AddressGuard = std::function<bool(const sockaddr& address)>;

struct UpstreamRequest {
    std::string method = "POST";
    std::string url;
    HttpHeaders headers; ///< sent as they are; host, content-length and the connection's own are libcurl's
    std::string body;
    std::string caFile; ///< PEM certificates to trust instead of the system's; empty: the system's
    /// Asked of every address the name led to, right before the connection to that very address is made. With
    /// it there is always a new connection, and never a proxy.
    AddressGuard guard = {};
    // Milliseconds; 0 = none.
    int connectTimeoutMs = 5'000;    ///< name, TCP and TLS; a kept connection needs none of it
    int firstByteTimeoutMs = 60'000; ///< from start to the first response byte
    int idleTimeoutMs = 60'000;      ///< between two reads after the first, not counting time paused by us
    int totalTimeoutMs = 600'000;
};

enum class UpstreamOutcome {
    Completed,     ///< the whole answer came, whatever its status
    ConnectFailed, ///< name, proxy or TCP; also the connect time-out
    TlsFailed,     ///< handshake or certificate
    Reset, ///< the peer ended the connection too early; firstByteUs tells whether it had said anything
    FirstByteTimeout,
    IdleTimeout,
    TotalTimeout,
    Failed, ///< a bad URL or scheme, or an answer that is not HTTP
};

struct UpstreamResult {
    UpstreamOutcome outcome = UpstreamOutcome::Failed;
    std::string message;          ///< for people; empty when completed
    std::int64_t connectUs = 0;   ///< 0 on a reused connection
    std::int64_t firstByteUs = 0; ///< 0 when no byte came
    std::int64_t totalUs = 0;
};

/// Callbacks come in the client's thread, never from inside send() or resume(), in the order headers → body*
/// → done. Inside any of them it is allowed to destroy the call, to destroy others and to send new ones.
class UpstreamListener {
public:
    virtual ~UpstreamListener() = default;
    virtual void upstreamHeaders(int status, const HttpHeaders& headers) = 0;
    virtual void upstreamBody(std::string_view bytes) = 0;
    virtual void upstreamDone(const UpstreamResult& result) = 0;
};

/// Destroying it cancels the transfer; no callback comes afterwards.
class UpstreamCall {
public:
    virtual ~UpstreamCall() = default;
    /// While paused no body callback comes and the peer is held back by TCP flow control. The end of an
    /// answer whose body has been handed over entirely is told even so.
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// The body that was sent, for whoever sends it again or wants its memory. Empty before the end is told.
    virtual std::string takeBody() = 0;
};

/// One per worker thread, used in that thread only; keeps connections alive between calls. Verifies TLS,
/// follows no redirects, sends nothing but the headers it was given and "accept-encoding: identity". A proxy
/// comes from the environment alone (http_proxy, https_proxy, all_proxy, no_proxy, as curl reads them).
class UpstreamClient {
public:
    explicit UpstreamClient(const Clock& clock = Clock::system());
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient&) = delete;
    UpstreamClient& operator=(const UpstreamClient&) = delete;

    /// The listener must outlive the returned call.
    std::unique_ptr<UpstreamCall> send(UpstreamRequest request, UpstreamListener& listener);

    /// Calls under way, whose end has not been told yet.
    int activeCalls() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tollgate
