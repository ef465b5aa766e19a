#pragma once
// One try at one target: over HTTP or simulated, the pipeline sees the same.

#include "gateway/wire/chat_event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// The contract's failure classes: what may be done next.
enum class FailureClass {
    Transient, ///< connect error, reset before the first byte, 500, 502, 503, 504, 529: again, then the next
    Timeout,   ///< no first byte in time: the next
    RateLimited,  ///< 429: again after retry-after or with another key, then the next
    Credential,   ///< 401, 403: another key, then the next
    CallersFault, ///< 400, 404, 413, 422: nobody else, except for context length
    Broken,       ///< after the first byte: nothing is tried again
};

struct AttemptFailure {
    FailureClass kind = FailureClass::Transient;
    int status = 0;      ///< of the upstream; 0: none came
    std::string outcome; ///< machine word for the ledger: "connect_failed", "timeout", "http_500", "cut"
    std::string message;
    std::string param;   ///< the field the upstream complains about
    std::string details; ///< Anthropic's error.details as JSON text
    std::int64_t retryAfterMs = -1;
    bool contextLength = false;
    bool ofDeadline = false; ///< the caller's patience ended before the provider's own time-out
    std::string upstreamId;  ///< the upstream's own id of the request; empty: it told none
};

/// Told what happens, in the worker's thread, never from inside the attempt's start().
class AttemptSink {
public:
    virtual ~AttemptSink() = default;
    /// A unary reply is complete. `bytes` is the upstream's own body when it speaks the caller's format, else
    /// empty.
    virtual void attemptReply(const std::vector<ChatEvent>& events, std::string_view bytes) = 0;
    /// Something streamed. `bytes` is the upstream's own event to pass on; empty: encode the events instead.
    virtual void attemptStreamed(const std::vector<ChatEvent>& events, std::string_view bytes) = 0;
    /// All that arrived in one read has been told: a good moment to write it out.
    virtual void attemptPaused() = 0;
    /// The stream is complete and said so. `bytes` is the upstream's own end mark; empty: encode it.
    virtual void attemptEnded(std::string_view bytes) = 0;
    virtual void attemptFailed(const AttemptFailure& failure) = 0;
    /// After attemptEnded() of a busy attempt: its connection is free for the next one.
    virtual void attemptReleased() = 0;
};

/// Destroying it cancels it; nothing is told afterwards. Not to be destroyed from inside an AttemptSink call.
class Attempt {
public:
    virtual ~Attempt() = default;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual std::int64_t firstByteUs() const = 0; ///< -1: none came yet
    /// The upstream's own id of the request; empty: it told none.
    virtual std::string_view upstreamId() const { return {}; }
    /// Passed-through OpenAI Responses, once it is over: the response object as JSON text.
    virtual std::string_view finalReply() const { return {}; }
    /// Has told its end, but the transfer still runs out: destroying it now would cost the connection.
    virtual bool busy() const { return false; }
};

} // namespace tollgate
