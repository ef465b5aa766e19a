#include "gateway/telemetry/otlp_post.h"

#include "gateway/telemetry/log.h"
#include "gateway/wire/redacted.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kConnectMs = 5'000;
constexpr int kTotalMs = 10'000; // OTEL_EXPORTER_OTLP_TIMEOUT's default
constexpr std::size_t kMostAnswer = 16 * 1024;
constexpr std::size_t kShownAnswer = 200;
constexpr std::int64_t kLongestWaitMs = 300'000;

std::string urlOf(const std::string& endpoint, std::string_view path) {
    std::string url = endpoint;
    while (url.ends_with('/'))
        url.pop_back();
    return url.append(path);
}

/// Seconds; the other form, a date, is left to our own pace.
std::int64_t waitOf(std::string_view retryAfter) {
    std::int64_t seconds = -1;
    const auto [end, failure] =
        std::from_chars(retryAfter.data(), retryAfter.data() + retryAfter.size(), seconds);
    if (failure != std::errc{} || end != retryAfter.data() + retryAfter.size() || seconds < 0)
        return -1;
    return std::min(seconds, kLongestWaitMs / 1000) * 1000;
}

std::int64_t countOf(const json::object& partial) {
    for (const char* name : {"rejectedSpans", "rejectedDataPoints"}) {
        const auto* value = partial.if_contains(name);
        if (value == nullptr)
            continue;
        if (value->is_string()) {
            std::int64_t count = 0;
            const auto& text = value->get_string();
            std::from_chars(text.data(), text.data() + text.size(), count);
            return count;
        }
        if (value->is_int64())
            return value->get_int64();
    }
    return 0;
}

} // namespace

std::string withoutHeaderValues(std::string text, const OtlpHeaders& headers) {
    for (const auto& [name, value] : headers) {
        for (std::size_t at = 0; !value.empty() && (at = text.find(value, at)) != std::string::npos;)
            text.replace(at, value.size(), "[secret]");
        // "Bearer TOKEN", and somebody repeats the token alone.
        const std::string_view token = std::string_view(value).substr(value.rfind(' ') + 1);
        for (std::size_t at = 0; token.size() > 3 && (at = text.find(token, at)) != std::string::npos;)
            text.replace(at, token.size(), "[secret]");
    }
    return text;
}

OtlpPost::OtlpPost(UpstreamClient& client, const std::string& endpoint, std::string_view path,
                   const OtlpHeaders& headers, std::string body, Done done)
    : m_url(urlOf(endpoint, path))
    , m_headers(headers)
    , m_done(std::move(done)) {
    UpstreamRequest request;
    request.url = m_url;
    request.body = std::move(body);
    request.connectTimeoutMs = kConnectMs;
    request.firstByteTimeoutMs = request.idleTimeoutMs = request.totalTimeoutMs = kTotalMs;
    request.headers.add("content-type", "application/json");
    request.headers.add("user-agent", "Tollgate/" TOLLGATE_VERSION);
    for (const auto& [name, value] : headers)
        request.headers.add(name, value);
    m_call = client.send(std::move(request), *this);
}

void OtlpPost::upstreamHeaders(int status, const HttpHeaders& headers) {
    m_status = status;
    m_retryAfter = headers.value("retry-after");
}

void OtlpPost::upstreamBody(std::string_view bytes) {
    m_answer.append(bytes.substr(0, kMostAnswer - std::min(kMostAnswer, m_answer.size())));
}

void OtlpPost::upstreamDone(const UpstreamResult& result) {
    const Done done = m_done; // which may destroy this
    OtlpVerdict told = verdict(result);
    told.body = m_call->takeBody();
    done(std::move(told));
}

/// What the collector says, on one line and short.
std::string OtlpPost::answerText() const {
    boost::system::error_code failure;
    const json::value answer = json::parse(m_answer, failure);
    std::string text = m_answer;
    if (!failure && answer.is_object()) {
        if (const auto* message = answer.get_object().if_contains("message"); message && message->is_string())
            text = std::string(message->get_string());
    }
    text = redacted(withoutHeaderValues(text.substr(0, kShownAnswer), m_headers));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

OtlpVerdict OtlpPost::verdict(const UpstreamResult& result) const {
    OtlpVerdict verdict;
    verdict.latencyUs = result.totalUs;
    if (result.outcome != UpstreamOutcome::Completed) {
        verdict.retry = result.outcome != UpstreamOutcome::Failed;
        verdict.error = m_url + ": " + result.message;
        return verdict;
    }
    if (m_status >= 200 && m_status < 300) {
        verdict.ok = true;
        boost::system::error_code failure;
        const json::value answer = json::parse(m_answer, failure);
        const auto* object = failure ? nullptr : answer.if_object();
        const auto* partial = object == nullptr ? nullptr : object->if_contains("partialSuccess");
        if (partial != nullptr && partial->is_object()) {
            verdict.rejected = countOf(partial->get_object());
            if (verdict.rejected > 0)
                verdict.error = m_url + " rejected " + std::to_string(verdict.rejected) + ": " + answerText();
        }
        return verdict;
    }
    verdict.retry = m_status == 429 || m_status == 502 || m_status == 503 || m_status == 504;
    verdict.retryAfterMs = verdict.retry ? waitOf(m_retryAfter) : -1;
    verdict.error = m_url + " answered " + std::to_string(m_status);
    if (m_status >= 300 && m_status < 400)
        verdict.error += ", a redirect, which is not followed";
    else if (const std::string text = answerText(); !text.empty())
        verdict.error += ": " + text;
    return verdict;
}

} // namespace tollgate
