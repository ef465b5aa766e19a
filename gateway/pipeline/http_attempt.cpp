#include "gateway/pipeline/http_attempt.h"

#include "gateway/wire/clock.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <curl/curl.h>

namespace tollgate {

namespace {

constexpr std::size_t kMaxErrorBody = 64 * 1024;
constexpr std::size_t kMaxReplyBody = 64 * 1024 * 1024;
constexpr std::string_view kAwsEventStream = "application/vnd.amazon.eventstream";
/// OpenAI and many others, Anthropic, AWS, Azure.
constexpr std::array<std::string_view, 4> kRequestIdHeaders{"x-request-id", "request-id", "x-amzn-requestid",
                                                            "apim-request-id"};

int shorter(int configured, int remaining) {
    return configured == 0 ? remaining : std::min(configured, remaining);
}

std::int64_t nowNs() {
    return Clock::system().monotonicNs();
}

} // namespace

FailureClass classOfStatus(int status) {
    switch (status) {
    case 429:
        return FailureClass::RateLimited;
    case 401:
    case 402: // the account behind the key has no money left (DeepSeek, OpenRouter): another's may
    case 403:
        return FailureClass::Credential;
    default:
        return status >= 400 && status < 500 && status != 408 ? FailureClass::CallersFault
                                                              : FailureClass::Transient;
    }
}

std::int64_t parseRetryAfter(std::string_view value, std::int64_t nowUnixMs) {
    if (value.empty())
        return -1;
    double seconds = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (failure == std::errc{} && end == value.data() + value.size() && seconds >= 0)
        return static_cast<std::int64_t>(std::min(seconds, 86'400.0) * 1000);
    const time_t date = curl_getdate(std::string(value).c_str(), nullptr);
    return date < 0 ? -1 : std::max<std::int64_t>(0, static_cast<std::int64_t>(date) * 1000 - nowUnixMs);
}

HttpAttempt::HttpAttempt(UpstreamClient& client, const ProviderAdapter& adapter,
                         std::unique_ptr<ReplyDecoder> decoder, ProviderRequest request,
                         const HttpAttemptOptions& options, AttemptSink& sink)
    : m_adapter(adapter)
    , m_options(options)
    , m_sink(sink)
    , m_decoder(std::move(decoder))
    , m_startNs(nowNs()) {
    UpstreamRequest up;
    up.method = std::move(request.method);
    up.url = std::move(request.url);
    up.headers = std::move(request.headers);
    up.body = std::move(request.body);
    up.caFile = options.caFile;
    up.connectTimeoutMs = shorter(options.timeouts.connectMs, options.remainingMs);
    up.firstByteTimeoutMs = shorter(options.timeouts.firstByteMs, options.remainingMs);
    up.idleTimeoutMs = options.timeouts.idleMs;
    up.totalTimeoutMs = shorter(options.timeouts.totalMs, options.remainingMs);
    m_call = client.send(std::move(up), *this);
}

void HttpAttempt::pause() {
    if (m_call)
        m_call->pause();
}

void HttpAttempt::resume() {
    if (m_call)
        m_call->resume();
}

void HttpAttempt::upstreamHeaders(int status, const HttpHeaders& headers) {
    m_status = status;
    m_firstByteUs = (nowNs() - m_startNs) / 1000;
    const std::string_view type = headers.value("content-type");
    m_eventStream = type.starts_with("text/event-stream") || type.starts_with(kAwsEventStream);
    for (const std::string_view name : kRequestIdHeaders) {
        if (m_upstreamId.empty())
            m_upstreamId = headers.value(name);
    }
    if (status >= 400) {
        m_faultHeaders = headers;
        m_retryAfterMs = parseRetryAfter(headers.value("retry-after"), Clock::system().unixMs());
    }
}

void HttpAttempt::upstreamBody(std::string_view bytes) {
    const bool good = m_status >= 200 && m_status < 300;
    if (!good || !m_options.streaming || !m_eventStream) {
        const std::size_t limit = good ? kMaxReplyBody : kMaxErrorBody;
        m_body.append(bytes.substr(0, limit - std::min(limit, m_body.size())));
        return;
    }
    if (m_over)
        return;
    if (pushFrames(bytes))
        m_sink.attemptPaused();
}

/// False when the attempt is over.
bool HttpAttempt::pushFrames(std::string_view bytes) {
    bool tooLarge = false;
    bool corrupt = false;
    bool whole = false;
    if (m_decoder->framing() == Framing::AwsEventStream) {
        using Result = AwsEventFramer::Result;
        const auto result = m_awsFramer.push(bytes, [this](const AwsEvent& event) {
            return streamEvent(event.name, event.data, event.raw, true);
        });
        tooLarge = result == Result::TooLarge;
        corrupt = result == Result::Corrupt;
        whole = result == Result::Ok;
    } else {
        using Result = SseFramer::Result;
        const auto result = m_framer.push(bytes, [this](const SseEvent& event) {
            return streamEvent(event.name, event.data, event.raw, event.hasData);
        });
        tooLarge = result == Result::TooLarge;
        whole = result == Result::Ok;
    }
    if (tooLarge)
        failBroken("too_large", "The upstream sent an event larger than the gateway takes.");
    else if (corrupt)
        failBroken("malformed", "The upstream sent a frame whose checksum is wrong.");
    return whole;
}

/// False when the attempt is over (or destroyed by what the sink did).
bool HttpAttempt::streamEvent(std::string_view name, std::string_view data, std::string_view raw,
                              bool hasData) {
    m_events.clear();
    if (hasData)
        m_decoder->event(name, data, m_events);
    if (m_decoder->malformed()) {
        failBroken("malformed", "The upstream's stream is not in its own format.");
        return false;
    }
    if (!m_decoder->streamError().empty()) {
        failBroken("upstream_error", m_decoder->streamError());
        return false;
    }
    m_anyEvent = m_anyEvent || hasData;
    if (m_decoder->sawTerminator()) {
        tellEvents({});
        finishStream(m_options.passThrough ? raw : std::string_view{});
        return false;
    }
    const bool hidden = m_options.hideUsage && m_decoder->wasUsageOnly();
    tellEvents(m_options.passThrough && !hidden ? raw : std::string_view{});
    return true;
}

void HttpAttempt::tellEvents(std::string_view bytes) {
    if (m_options.fold)
        std::ranges::move(m_events, std::back_inserter(m_folded));
    else if (!m_events.empty() || !bytes.empty())
        m_sink.attemptStreamed(m_events, bytes);
}

void HttpAttempt::upstreamDone(const UpstreamResult& result) {
    m_call.reset();
    if (m_over) {
        m_sink.attemptReleased();
        return;
    }
    if (result.outcome != UpstreamOutcome::Completed)
        failTransport(result);
    else if (m_status < 200 || m_status >= 300)
        failStatus();
    else if (m_options.streaming && m_eventStream)
        finishStream({});
    else
        finishUnary();
}

void HttpAttempt::finishUnary() {
    m_events.clear();
    m_decoder->body(m_body, m_events);
    if (m_decoder->malformed()) {
        AttemptFailure failure;
        failure.status = m_status;
        failure.outcome = "malformed";
        failure.message = "The upstream's answer is not in its own format.";
        tellFailure(std::move(failure));
        return;
    }
    m_over = true;
    if (!m_options.streaming || m_options.fold) {
        m_sink.attemptReply(m_events, m_options.passThrough ? std::string_view(m_body) : std::string_view{});
        return;
    }
    // Asked for a stream, answered whole: the caller still gets its stream.
    m_sink.attemptStreamed(m_events, {});
    m_sink.attemptEnded({});
}

void HttpAttempt::finishStream(std::string_view lastBytes) {
    // A finish reason or [DONE] makes it whole; a stream that just stops is not a success.
    if (m_decoder->finished() || m_decoder->sawTerminator()) {
        m_over = true;
        if (m_options.fold)
            m_sink.attemptReply(m_folded, {});
        else
            m_sink.attemptEnded(lastBytes);
    } else {
        failBroken("cut", "The upstream's stream ended before its end.");
    }
}

void HttpAttempt::tellFailure(AttemptFailure failure) {
    m_over = true;
    failure.upstreamId = m_upstreamId;
    m_sink.attemptFailed(failure);
}

void HttpAttempt::failBroken(std::string outcome, std::string message) {
    AttemptFailure failure;
    // What was only collected here has reached nobody: it may be tried again.
    failure.kind = m_anyEvent && !m_options.fold ? FailureClass::Broken : FailureClass::Transient;
    failure.status = m_status;
    failure.outcome = std::move(outcome);
    failure.message = std::move(message);
    tellFailure(std::move(failure));
}

void HttpAttempt::failStatus() {
    const ProviderFault fault = m_adapter.readFault(m_status, m_faultHeaders, m_body);
    AttemptFailure failure;
    failure.kind = m_status < 400        ? FailureClass::Transient
                   : fault.badCredential ? FailureClass::Credential
                                         : classOfStatus(m_status);
    failure.status = m_status;
    failure.outcome = "http_" + std::to_string(m_status);
    failure.message = fault.message;
    failure.param = fault.param;
    failure.details = fault.details;
    failure.retryAfterMs = m_retryAfterMs >= 0 ? m_retryAfterMs : fault.retryAfterMs;
    failure.contextLength = fault.contextLength;
    tellFailure(std::move(failure));
}

/// What was left of the deadline was well below what the provider may take by itself.
bool HttpAttempt::cutsShort(int configuredMs) const {
    return configuredMs == 0 || m_options.remainingMs < configuredMs - configuredMs / 10;
}

void HttpAttempt::failTransport(const UpstreamResult& result) {
    AttemptFailure failure;
    failure.status = m_status;
    failure.message = result.message;
    switch (result.outcome) {
    case UpstreamOutcome::ConnectFailed:
        failure.outcome = "connect_failed";
        break;
    case UpstreamOutcome::TlsFailed:
        failure.outcome = "tls_failed";
        break;
    case UpstreamOutcome::FirstByteTimeout:
        failure.outcome = "timeout";
        failure.kind = FailureClass::Timeout;
        failure.ofDeadline = cutsShort(m_options.timeouts.firstByteMs);
        break;
    case UpstreamOutcome::TotalTimeout:
        failure.outcome = "timeout";
        failure.kind = FailureClass::Timeout;
        failure.ofDeadline = cutsShort(m_options.timeouts.totalMs);
        break;
    case UpstreamOutcome::IdleTimeout:
        failure.outcome = "stalled";
        failure.kind = FailureClass::Timeout;
        break;
    default:
        failure.outcome = m_firstByteUs < 0 ? "reset" : "cut";
        break;
    }
    if (m_anyEvent && !m_options.fold)
        failure.kind = FailureClass::Broken;
    tellFailure(std::move(failure));
}

} // namespace tollgate
