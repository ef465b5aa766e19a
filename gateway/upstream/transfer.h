#pragma once
// A request under way: what it sends, what it has received but not yet handed over, and until when it may
// take. How it gets onto the wire is its lane's matter.

#include "gateway/upstream/upstream_client.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace tollgate {

/// Pooled by the client; used in the client's thread.
class Transfer {
public:
    enum class Lane {
        Curl,  ///< whatever libcurl speaks: TLS, HTTP/2, proxies, guarded addresses
        Plain, ///< HTTP/1.1 in the clear
    };
    static constexpr std::size_t kLanes = 2;

    class Owner {
    public:
        /// Something has arrived. Must not call back into the lane.
        virtual void touched(Transfer& transfer) = 0;
        /// It has its result. The owner takes it off the wire.
        virtual void ended(Transfer& transfer) = 0;
        /// A turn of the lane's work is over: what came may be handed to the listeners, which may do
        /// anything.
        virtual void turnOver() = 0;

    protected:
        ~Owner() = default;
    };

    Transfer(Owner& owner, Lane lane);
    virtual ~Transfer() = default;
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    Lane lane() const { return m_lane; }

    /// Takes the request, which is kept until recycle(): it is sent from there.
    void load(UpstreamRequest request, std::int64_t nowNs);
    /// Puts it on the wire; it may end from inside.
    virtual void start() = 0;
    /// Takes it off the wire, whatever its state.
    virtual void stop() = 0;
    /// Stops reading, so that the peer waits, or goes on.
    virtual void hold(bool on) = 0;
    /// Makes it ready for the next request; large buffers are given back.
    virtual void recycle();

    const UpstreamRequest& request() const { return m_request; }
    /// Once it is finished.
    std::string takeBody() { return std::exchange(m_request.body, {}); }
    /// Sets the result.
    void end(UpstreamOutcome outcome, std::string message, std::int64_t nowNs);

    /// The earliest time-out that can still happen, and its judgement at that time.
    std::int64_t deadlineNs() const;
    struct Expired {
        UpstreamOutcome outcome;
        std::string message;
    };
    Expired expired(std::int64_t nowNs) const;

    // Received, not handed over yet.
    int status = 0;
    HttpHeaders headers;
    std::string body;
    std::string handedOver; ///< what the listener is looking at
    UpstreamResult result;
    bool headersComplete = false;
    bool headersTold = false;
    bool finished = false;

    // Kept by the client.
    UpstreamListener* listener = nullptr;
    UpstreamCall* call = nullptr; ///< null once the owner has let go
    bool active = false;          ///< on the wire
    bool paused = false;
    bool queued = false;     ///< waits in the client's list of transfers with news
    bool delivering = false; ///< one of its callbacks is running
    std::int64_t lastByteNs = 0;
    std::size_t activeIndex = 0; ///< its place in the client's list of transfers under way

protected:
    Owner& owner() { return m_owner; }
    /// To be called for everything that arrives.
    void received(std::int64_t nowNs);
    bool anythingReceived() const { return m_firstByteNs != 0; }
    void setConnected(bool connected) { m_connected = connected; }
    bool connected() const { return m_connected; }
    /// Microseconds of name, TCP and TLS; 0 on a kept connection.
    virtual std::int64_t connectTookUs() const = 0;

private:
    Owner& m_owner;
    const Lane m_lane;
    UpstreamRequest m_request;
    std::int64_t m_startNs = 0;
    std::int64_t m_firstByteNs = 0;
    bool m_connected = false;
};

} // namespace tollgate
