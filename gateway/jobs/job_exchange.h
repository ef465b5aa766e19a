#pragma once
// An exchange without a connection: the answer goes to whoever runs the job.

#include "gateway/jobs/job.h"
#include "gateway/wire/exchange.h"

namespace tollgate {

/// Lives in one worker's thread, like any exchange.
class JobExchange final : public Exchange {
public:
    /// Called once, from inside the pipeline; with status 0 when the exchange is dropped unanswered.
    using Answered = std::function<void(JobReply)>;

    JobExchange(HttpRequest request, std::string keyId, Answered answered);
    ~JobExchange() override;

    /// The caller changed its mind: the pipeline stops, and no answer comes.
    void leave();

    const HttpRequest& request() const override { return m_request; }
    const std::string* onBehalfOf() const override { return &m_keyId; }
    void answer(int status, const HttpHeaders& headers, std::string_view body) override;
    void beginStream(int status, const HttpHeaders& headers) override;
    void write(std::string_view bytes) override;
    void endStream() override;
    void abortStream() override;
    std::size_t unsentBytes() const override { return 0; }
    bool clientGone() const override { return m_gone; }
    void onClientGone(std::function<void()> callback) override { m_onClientGone = std::move(callback); }
    void onDrained(std::function<void()>) override {}

private:
    void finish();

    const HttpRequest m_request;
    const std::string m_keyId;
    Answered m_answered;
    JobReply m_reply;
    bool m_gone = false;
    std::function<void()> m_onClientGone;
};

/// The request of a job, as if it had just arrived.
HttpRequest requestOf(const Job& job, std::int64_t nowNs);

} // namespace tollgate
