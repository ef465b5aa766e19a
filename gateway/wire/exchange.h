#pragma once
// One request and the one way to answer it. The edge implements it; pipeline, admin and jobs use it.

#include "gateway/wire/http.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

/// Lives in one worker thread and is used in that thread only. After the client has left every call is a
/// harmless no-op, so the holder never needs to ask before it writes. Dropping the last reference without an
/// answer ends the connection.
class Exchange {
public:
    virtual ~Exchange() = default;

    virtual const HttpRequest& request() const = 0;

    /// For a request that nobody sends: the id of the key it runs as, whose secret is kept nowhere; empty:
    /// the anonymous caller on this machine. Null: the request's own headers say who calls.
    virtual const std::string* onBehalfOf() const { return nullptr; }

    /// Answers whole, once. The edge adds content-length and date.
    virtual void answer(int status, const HttpHeaders& headers, std::string_view body) = 0;

    /// Starts a chunked answer; then any number of writes and one end (or abort).
    virtual void beginStream(int status, const HttpHeaders& headers) = 0;
    virtual void write(std::string_view bytes) = 0;
    virtual void endStream() = 0;

    /// Closes the connection in the middle, so that the caller's HTTP library sees a broken body.
    virtual void abortStream() = 0;

    /// Bytes written here that the kernel has not taken yet. Above kHighWater the producer should pause.
    virtual std::size_t unsentBytes() const = 0;
    static constexpr std::size_t kHighWater = 256 * 1024;
    static constexpr std::size_t kLowWater = 64 * 1024;

    virtual bool clientGone() const = 0;

    /// Called once, in the worker thread, when the client leaves before the answer has ended; if it has left
    /// already, from the event loop soon.
    virtual void onClientGone(std::function<void()> callback) = 0;
    /// Called whenever unsentBytes() falls to kLowWater or below after it was above kHighWater.
    virtual void onDrained(std::function<void()> callback) = 0;

protected:
    Exchange() = default;
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
};

using ExchangePtr = std::shared_ptr<Exchange>;
/// What the edge calls for every complete request, in the worker thread.
using ExchangeHandler = std::function<void(ExchangePtr)>;

} // namespace tollgate
