// Requests and tokens per minute, and running requests, of the key and its project together.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/route_request.h"

#include <algorithm>
#include <array>
#include <span>

namespace tollgate {

namespace {

constexpr std::size_t kBytesPerWrittenToken = 4;

} // namespace

/// What the request will probably come to: rate limits take it now and are corrected by what it was.
std::int64_t ChatCall::expectedTokens() const {
    const std::int64_t written =
        m_envelope.maxTokens ? *m_envelope.maxTokens : usualReply(candidate()).value_or(0);
    return estimatedPromptTokens(m_envelope) + written;
}

bool ChatCall::admitRate(TokensAre tokens) {
    std::array<LimitedSubject, 2> limited;
    std::size_t count = 0;
    if (m_key != nullptr) {
        if (m_key->limits != Limits{})
            limited[count++] = {LimitScope::Key, m_key->id, &m_key->limits};
        const Project* project = ConfigSnapshot::find(m_snapshot->projects, m_key->project);
        if (project != nullptr && project->limits != Limits{})
            limited[count++] = {LimitScope::Project, project->name, &project->limits};
    }
    if (count == 0)
        return true;
    const std::span subjects(limited.data(), count);
    const bool counted =
        std::ranges::any_of(subjects, [](const LimitedSubject& one) { return one.limits->tpm.has_value(); });
    auto verdict =
        m_services.limiter.admit(subjects, counted && tokens == TokensAre::Counted ? expectedTokens() : 0);
    m_rate = verdict.view;
    m_ticket = std::move(verdict.ticket);
    if (!verdict.refusal)
        return true;
    Error error;
    error.code = ErrorCode::RateLimited;
    const std::string& dimension = verdict.refusal->dimension;
    const std::string what = dimension == "rpm"   ? "requests per minute"
                             : dimension == "tpm" ? "tokens per minute"
                                                  : "running requests";
    error.message = "Rate limit reached: " + what + " of " + verdict.refusal->subject + ".";
    error.retryAfterMs = verdict.refusal->retryAfterMs;
    m_record.decision.push_back({"limit." + dimension, error.message});
    fail(error);
    return false;
}

/// A stream that goes beyond its estimate takes tokens while it runs, so that the next request sees it.
void ChatCall::countStream() {
    if (!m_ticket.countsTokens())
        return;
    const Usage& usage = m_record.usage;
    const std::int64_t input = m_gotUsage ? usage.inputTotal() : estimatedPromptTokens(m_envelope);
    const auto written = static_cast<std::int64_t>(m_textBytes / kBytesPerWrittenToken);
    m_services.limiter.use(m_ticket, input + std::max(written, usage.outputTotal()));
}

} // namespace tollgate
