#include "gateway/jobs/job_exchange.h"

#include <charconv>
#include <cstdlib>
#include <utility>

namespace tollgate {

namespace {

std::optional<Money> costIn(const HttpHeaders& headers) {
    const std::string text(headers.value("x-tollgate-cost-usd"));
    return text.empty() ? std::nullopt : std::optional(Money::fromUsd(std::strtod(text.c_str(), nullptr)));
}

std::int64_t retryAfterIn(const HttpHeaders& headers) {
    const std::string_view text = headers.value("retry-after");
    std::int64_t seconds = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return error == std::errc{} && end == text.data() + text.size() && seconds >= 0 ? seconds * 1000 : -1;
}

} // namespace

JobExchange::JobExchange(HttpRequest request, std::string keyId, Answered answered)
    : m_request(std::move(request))
    , m_keyId(std::move(keyId))
    , m_answered(std::move(answered)) {}

JobExchange::~JobExchange() {
    m_reply = {};
    finish();
}

void JobExchange::finish() {
    m_onClientGone = nullptr;
    if (const Answered tell = std::exchange(m_answered, nullptr))
        tell(std::move(m_reply));
}

void JobExchange::leave() {
    m_gone = true;
    m_answered = nullptr;
    if (const auto tell = std::exchange(m_onClientGone, nullptr))
        tell();
}

void JobExchange::answer(int status, const HttpHeaders& headers, std::string_view body) {
    m_reply.status = status;
    m_reply.body = body;
    m_reply.cost = costIn(headers);
    m_reply.retryAfterMs = retryAfterIn(headers);
    m_reply.traceId = headers.value("x-request-id");
    m_reply.attempted = headers.contains("x-tollgate-attempts");
    m_reply.refused = headers.contains("x-tollgate-refused");
    finish();
}

void JobExchange::beginStream(int status, const HttpHeaders& headers) {
    m_reply.status = status;
    m_reply.traceId = headers.value("x-request-id");
}

void JobExchange::write(std::string_view bytes) {
    m_reply.body.append(bytes);
}

void JobExchange::endStream() {
    finish();
}

void JobExchange::abortStream() {
    m_reply = {};
    finish();
}

HttpRequest requestOf(const Job& job, std::int64_t nowNs) {
    HttpRequest request;
    request.method = "POST";
    request.path = job.path;
    request.headers = job.headers;
    request.body = job.body;
    request.loopback = job.owner.keyId.empty();
    request.arrivedNs = nowNs;
    return request;
}

} // namespace tollgate
