#pragma once
// An attempt over HTTP: sends, frames, decodes, classifies what went wrong.

#include "gateway/config/resources.h"
#include "gateway/pipeline/attempt.h"
#include "gateway/providers/provider_adapter.h"
#include "gateway/upstream/aws_event_framer.h"
#include "gateway/upstream/sse_framer.h"
#include "gateway/upstream/upstream_client.h"

#include <memory>

namespace tollgate {

struct HttpAttemptOptions {
    bool streaming = false;   ///< of the upstream's answer
    bool fold = false;        ///< the caller waits for the whole although the upstream streams
    bool passThrough = false; ///< the upstream's bytes go to the caller as they are
    bool hideUsage = false;   ///< the usage event was our wish, not the caller's
    Provider::Timeouts timeouts;
    int remainingMs = 0; ///< of the request's deadline
    std::string caFile;  ///< as in UpstreamRequest
};

class HttpAttempt final : public Attempt, private UpstreamListener {
public:
    HttpAttempt(UpstreamClient& client, const ProviderAdapter& adapter, std::unique_ptr<ReplyDecoder> decoder,
                ProviderRequest request, const HttpAttemptOptions& options, AttemptSink& sink);

    void pause() override;
    void resume() override;
    std::int64_t firstByteUs() const override { return m_firstByteUs; }
    std::string_view upstreamId() const override { return m_upstreamId; }
    std::string_view finalReply() const override { return m_decoder->finalReply(); }
    bool busy() const override { return m_call != nullptr; }

private:
    void upstreamHeaders(int status, const HttpHeaders& headers) override;
    void upstreamBody(std::string_view bytes) override;
    void upstreamDone(const UpstreamResult& result) override;

    bool pushFrames(std::string_view bytes);
    bool streamEvent(std::string_view name, std::string_view data, std::string_view raw, bool hasData);
    void finishUnary();
    void tellEvents(std::string_view bytes);
    void finishStream(std::string_view lastBytes);
    void tellFailure(AttemptFailure failure);
    bool cutsShort(int configuredMs) const;
    void failTransport(const UpstreamResult& result);
    void failStatus();
    void failBroken(std::string outcome, std::string message);

    const ProviderAdapter& m_adapter;
    const HttpAttemptOptions m_options;
    AttemptSink& m_sink;
    std::unique_ptr<ReplyDecoder> m_decoder;
    SseFramer m_framer;
    AwsEventFramer m_awsFramer;
    std::vector<ChatEvent> m_events;
    std::vector<ChatEvent> m_folded;
    std::string m_body;
    std::string m_upstreamId;
    HttpHeaders m_faultHeaders;
    std::int64_t m_startNs = 0;
    std::int64_t m_firstByteUs = -1;
    std::int64_t m_retryAfterMs = -1;
    int m_status = 0;
    bool m_eventStream = false;
    bool m_anyEvent = false;
    bool m_over = false; ///< the sink has been told the end
    std::unique_ptr<UpstreamCall> m_call;
};

/// The class of an upstream status ≥ 400 (contract, "Failure classes").
FailureClass classOfStatus(int status);
/// Seconds or an HTTP date (RFC 9110 §10.2.3) → milliseconds from now; -1 when absent or unreadable.
std::int64_t parseRetryAfter(std::string_view value, std::int64_t nowUnixMs);

} // namespace tollgate
