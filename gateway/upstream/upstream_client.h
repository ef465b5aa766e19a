#pragma once
// HTTP to providers: libcurl's multi interface on the worker's Qt event loop.

#include "gateway/wire/http.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

struct UpstreamRequest {
    std::string method = "POST";
    std::string url;
    HttpHeaders headers; ///< sent as they are; host and content-length are libcurl's
    std::string body;
    // Milliseconds; 0 = none.
    int connectTimeoutMs = 5'000;
    int firstByteTimeoutMs = 60'000; ///< from start to the first response byte
    int idleTimeoutMs = 60'000;      ///< between two body reads, not counting time paused by us
    int totalTimeoutMs = 600'000;
};

enum class UpstreamOutcome { Completed, ConnectFailed, TlsFailed, Reset, FirstByteTimeout, IdleTimeout, TotalTimeout, Failed };

struct UpstreamResult {
    UpstreamOutcome outcome = UpstreamOutcome::Failed;
    std::string message;            ///< for people; empty when completed
    std::int64_t connectUs = 0;     ///< 0 on a reused connection
    std::int64_t firstByteUs = 0;
    std::int64_t totalUs = 0;
};

/// Callbacks come in the client's thread, never from inside send(), in the order headers → body* → done.
/// Destroying the UpstreamCall from inside any of them is allowed.
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
    /// While paused no body callback comes and the peer is held back by TCP flow control.
    virtual void pause() = 0;
    virtual void resume() = 0;
};

/// One per worker thread, used in that thread only; keeps connections alive between calls. Verifies TLS, follows no
/// redirects, sends nothing but the headers it was given.
class UpstreamClient {
public:
    UpstreamClient();
    ~UpstreamClient();
    UpstreamClient(const UpstreamClient&) = delete;
    UpstreamClient& operator=(const UpstreamClient&) = delete;

    /// The listener must outlive the returned call.
    std::unique_ptr<UpstreamCall> send(UpstreamRequest request, UpstreamListener& listener);

    int activeCalls() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tollgate
