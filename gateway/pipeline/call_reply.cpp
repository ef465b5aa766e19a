// What the caller gets: headers, bytes, errors in its own dialect.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/finish_reason.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/wire/redacted.h"

#include <algorithm>
#include <iterator>

namespace tollgate {

namespace {

/// Whoever asks for a model by a key has put it into the wrong field; no model that answers is called so.
void forgetCredentials(RequestRecord& record) {
    std::string name = redacted(record.requestedModel);
    if (name == record.requestedModel)
        return;
    record.requestedModel = std::move(name);
    record.model = redacted(record.model);
    for (AttemptRecord& attempt : record.attempts)
        attempt.model = redacted(attempt.model);
    for (DecisionStep& step : record.decision)
        step.text = redacted(step.text);
}

constexpr std::size_t kLongestReplyId = 512; // nobody's is; an upstream may send anything
constexpr int kClientClosedRequest = 499;    // nginx's word for it; nobody is left to read it

std::string seconds(std::int64_t ms) {
    return std::to_string((ms + 999) / 1000);
}

void addRate(HttpHeaders& headers, const RateView::Dimension& dimension, const char* name) {
    if (dimension.limit < 0)
        return;
    const std::string suffix(name);
    headers.add("x-ratelimit-limit-" + suffix, std::to_string(dimension.limit));
    headers.add("x-ratelimit-remaining-" + suffix,
                std::to_string(std::min(dimension.remaining, dimension.limit))); // a burst may be more
    headers.add("x-ratelimit-reset-" + suffix, seconds(dimension.resetMs) + "s");
}

} // namespace

HttpHeaders ChatCall::replyHeaders() const {
    HttpHeaders headers;
    headers.add("x-request-id", m_record.traceId);
    if (m_request->headers.contains("anthropic-version"))
        headers.add("request-id", m_record.traceId); // where Anthropic's SDKs look for it
    if (!m_cached.state.empty())
        headers.add("x-tollgate-cache", std::string(m_cached.state));
    if (!m_record.attempts.empty() || m_cached.answering) {
        headers.add("x-tollgate-provider", m_record.provider);
        headers.add("x-tollgate-model", m_record.model);
        headers.add("x-tollgate-attempts", std::to_string(m_record.attempts.size()));
    }
    // For whoever decides whether it is tried again later: it would be refused again.
    const auto refused = [](const AttemptRecord& one) { return one.status == 401 || one.status == 403; };
    if (m_exchange->onBehalfOf() != nullptr && !m_record.attempts.empty() &&
        std::ranges::all_of(m_record.attempts, refused))
        headers.add("x-tollgate-refused", "credentials");
    if (std::string id(m_attempt ? m_attempt->upstreamId() : m_failedId); !id.empty())
        headers.add("x-tollgate-upstream-request-id", std::move(id));
    if (std::string params = summaryOf(m_record.translation); !params.empty())
        headers.add("x-tollgate-params", std::move(params));
    if (!m_record.alias.empty())
        headers.add("x-tollgate-alias", m_record.alias);
    if (std::string flags = flagsSaid(); !flags.empty())
        headers.add("x-tollgate-flag", std::move(flags));
    if (!m_record.promptVersion.empty())
        headers.add("x-tollgate-prompt-version", m_record.promptVersion);
    if (!m_budgetsNotOk.empty()) {
        std::string text;
        for (const auto& [id, state] : m_budgetsNotOk)
            text.append(text.empty() ? "" : ", ").append(id).append("=").append(toString(state));
        headers.add("x-tollgate-budget", std::move(text));
    }
    // A stream's headers leave while its attempt runs.
    const bool waits = !m_record.attempts.empty() && m_record.attempts.back().outcome.empty();
    const std::int64_t ours = (waits ? m_attemptStartUs : sinceArrivalUs()) - m_waitedUs;
    headers.add("x-tollgate-overhead-us", std::to_string(std::max<std::int64_t>(0, ours)));
    addRate(headers, m_rate.requests, "requests");
    addRate(headers, m_rate.tokens, "tokens");
    return headers;
}

ReplyFacts ChatCall::facts() const {
    ReplyFacts facts;
    facts.replyId = m_record.id;
    facts.model = m_record.model;
    facts.provider = m_record.provider;
    facts.promptVersion = m_record.promptVersion;
    facts.fallback = m_candidate > 0 || candidate().fallback;
    facts.createdSeconds = m_record.atMs / 1000;
    facts.latencyMs = sinceArrivalUs() / 1000;
    facts.promptTokens = estimatedPromptTokens(m_envelope);
    facts.cost = m_record.cost;
    return facts;
}

void ChatCall::note(const ChatEvent& event) {
    if (const auto* usage = std::get_if<event::UsageReport>(&event)) {
        m_record.usage = usage->usage;
        m_gotUsage = true;
        return;
    }
    if (const auto* start = std::get_if<event::Start>(&event)) {
        if (!start->model.empty() && start->model != m_record.model)
            m_record.responseModel = start->model;
        if (start->id.size() <= kLongestReplyId)
            m_record.responseId = start->id;
        return;
    }
    if (const auto* finish = std::get_if<event::Finish>(&event)) {
        if (m_dialect.operation() == Operation::Chat) // what is embedded or counted has nothing to end
            addFinishReason(m_record.finishReasons, finish->reason);
        return;
    }
    std::size_t bytes = 0;
    if (const auto* text = std::get_if<event::TextDelta>(&event))
        bytes = text->text.size();
    else if (const auto* reasoning = std::get_if<event::ReasoningDelta>(&event))
        bytes = reasoning->text.size();
    else if (const auto* arguments = std::get_if<event::ToolArgumentsDelta>(&event))
        bytes = arguments->json.size();
    else if (const auto* refusal = std::get_if<event::RefusalDelta>(&event))
        bytes = refusal->text.size();
    m_textBytes += bytes;
    if (bytes > 0 && m_envelope.stream && m_record.ttftUs < 0)
        m_record.ttftUs = sinceArrivalUs();
}

void ChatCall::attemptReply(const std::vector<ChatEvent>& events, std::string_view bytes) {
    if (m_settled)
        return;
    for (const ChatEvent& event : events) {
        note(event);
        if (m_encoder)
            m_encoder->add(event);
    }
    succeeded();
    settle(RequestOutcome::Ok, 200);
    ReplyFacts known = facts();
    known.spentToday = m_services.ledger.spentToday() + m_record.cost.value_or(Money{});
    const std::string encoded = m_encoder ? m_encoder->body(known) : m_dialect.touchedUp(bytes, m_envelope);
    const std::string_view body = encoded.empty() ? bytes : std::string_view(encoded);
    noteReply();
    keepReply();
    rememberReply(body);
    keepInCache();
    capture(body);
    HttpHeaders headers = replyHeaders();
    headers.add("content-type", "application/json");
    if (m_record.cost)
        headers.add("x-tollgate-cost-usd", m_record.cost->toString());
    append(headers);
    m_exchange->answer(200, headers, body);
    finish();
}

void ChatCall::beginStream() {
    m_streamBegun = true;
    m_permit.answering();
    m_streamHeaders = replyHeaders();
    m_streamHeaders.add("content-type", "text/event-stream; charset=utf-8");
    m_streamHeaders.add("cache-control", "no-cache");
    m_streamHeaders.add("x-accel-buffering", "no");
    m_exchange->beginStream(200, m_streamHeaders);
}

void ChatCall::attemptStreamed(const std::vector<ChatEvent>& events, std::string_view bytes) {
    if (m_settled)
        return;
    for (const ChatEvent& event : events) {
        note(event);
        if (m_encoder)
            m_encoder->add(event);
    }
    if (m_encoder) {
        m_out += m_encoder->takeBytes();
        return;
    }
    const bool begins = std::ranges::any_of(
        events, [](const ChatEvent& event) { return std::holds_alternative<event::Start>(event); });
    const std::string touched = touchedEvent(bytes, begins);
    m_out.append(touched.empty() ? bytes : std::string_view(touched));
}

/// Of a stream that is passed through; empty: as it came.
std::string ChatCall::touchedEvent(std::string_view bytes, bool begins) const {
    const bool goesOn = !m_envelope.previousResponseId.empty(); // several events hold the whole response
    return begins || goesOn ? m_dialect.touchedUpStart(bytes, m_envelope) : std::string();
}

void ChatCall::attemptPaused() {
    countStream();
    flush();
}

void ChatCall::flush() {
    if (m_out.empty() || m_exchange->clientGone())
        return;
    if (!m_streamBegun)
        beginStream();
    capture(m_out);
    rememberReply(m_out);
    send();
}

void ChatCall::send() {
    if (m_out.empty() || m_exchange->clientGone())
        return;
    m_exchange->write(m_out);
    m_out.clear();
    if (!m_paused && m_attempt && m_exchange->unsentBytes() > Exchange::kHighWater) {
        m_paused = true;
        m_attempt->pause();
    }
}

/// A count made here says nothing about the target's health.
void ChatCall::succeeded() {
    if (m_attempt) {
        const double firstByteMs = static_cast<double>(m_attempt->firstByteUs()) / 1000;
        m_permit.succeeded(static_cast<double>(sinceArrivalUs() - m_attemptStartUs) / 1000,
                           m_envelope.stream ? firstByteMs : -1);
        m_services.health.credentials().accepted(candidate().target.provider, apiKey());
    }
    m_permit.release();
    closeAttempt("ok", nullptr);
}

void ChatCall::noteReply() {
    if (m_encoder)
        std::ranges::move(m_encoder->notes(), std::back_inserter(m_record.translation));
}

void ChatCall::attemptEnded(std::string_view bytes) {
    if (m_settled)
        return;
    succeeded();
    settle(RequestOutcome::Ok, 200);
    std::string ending = m_encoder       ? m_encoder->end(facts())
                         : bytes.empty() ? std::string(m_dialect.missingEnd())
                                         : touchedEvent(bytes, false);
    if (!m_encoder && ending.empty())
        ending = bytes;
    noteReply();
    keepReply();
    rememberReply(m_out);
    rememberReply(ending);
    keepInCache();
    if (m_request->headers.value("x-tollgate-trailer") == "1") {
        m_out += ": tollgate cost_usd=" + (m_record.cost ? m_record.cost->toString() : "unknown") +
                 " overhead_us=" + std::to_string(m_record.overheadUs) +
                 " tokens_in=" + std::to_string(m_record.usage.inputTotal()) +
                 " tokens_out=" + std::to_string(m_record.usage.outputTotal()) + "\n\n";
    }
    m_out += ending;
    if (!m_streamBegun)
        beginStream();
    capture(m_out);
    append(m_streamHeaders);
    send();
    m_exchange->endStream();
    finish();
}

void ChatCall::clientLeft() {
    if (m_settled)
        return;
    if (m_attempt) {
        m_permit.release();
        closeAttempt("client_gone", nullptr);
    }
    m_record.error = "The client left before the answer was complete.";
    settle(RequestOutcome::ClientGone, kClientClosedRequest);
    append(m_streamBegun ? m_streamHeaders : replyHeaders());
    finish();
}

void ChatCall::fail(const Error& error) {
    if (answeredStale(error))
        return;
    m_record.errorCode = error.openAiCode();
    // A key that was put where a name belongs, or one in an upstream's words, is not kept.
    m_record.error = redacted(error.message);
    forgetCredentials(m_record);
    const bool rejected = m_record.attempts.empty();
    const int status = m_streamBegun ? 200 : error.httpStatus();
    settle(m_streamBegun ? RequestOutcome::Aborted
           : rejected    ? RequestOutcome::Rejected
                         : RequestOutcome::Error,
           status);
    if (m_streamBegun) {
        const std::string last = m_encoder ? m_encoder->failed(error) : std::string();
        m_out += last.empty() ? m_dialect.streamError(error, m_record.traceId) : last;
        capture(m_out);
        append(m_streamHeaders);
        send();
        m_exchange->endStream();
        finish();
        return;
    }
    HttpHeaders headers = replyHeaders();
    headers.add("content-type", "application/json");
    if (error.retryAfterMs >= 0)
        headers.add("retry-after", seconds(error.retryAfterMs));
    if (error.code == ErrorCode::InvalidApiKey)
        headers.add("www-authenticate", "Bearer");
    const std::string body = m_dialect.errorBody(error, m_record.traceId);
    capture(redacted(body));
    m_record.eventMs.clear(); // it has no events
    append(headers);
    m_exchange->answer(status, headers, body);
    finish();
}

} // namespace tollgate
