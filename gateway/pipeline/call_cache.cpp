// The exact cache: the same question of the same project gets the same bytes again, where settings.cache says
// so; and when every target fails, an older answer where the alias says so (options.serve_stale).

#include "gateway/pipeline/call.h"
#include "gateway/policy/allowed_models.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kMaxStaleMs = 24LL * 3600 * 1000;
/// What else changes an answer: the protocol's version and the betas that are asked for.
constexpr std::array<std::string_view, 3> kVariantHeaders{"anthropic-version", "anthropic-beta",
                                                          "openai-beta"};

/// `theirs`: a limit that was met is the upstream's, not the caller's own.
bool isOutage(const Error& error, bool theirs) {
    switch (error.code) {
    case ErrorCode::NoHealthyTarget:
    case ErrorCode::UpstreamTimeout:
        return true;
    case ErrorCode::RateLimited:
        return theirs;
    case ErrorCode::UpstreamError:
        return error.httpStatus() >= 500;
    default:
        return false;
    }
}

std::string age(std::int64_t ms) {
    return std::to_string(ms / 1000) + " s old";
}

} // namespace

bool ChatCall::usesCache() const {
    return m_snapshot->settings.cacheExact || servesStale();
}

bool ChatCall::servesStale() const {
    const Alias* alias = ConfigSnapshot::find(m_snapshot->aliases, m_modelName);
    return alias != nullptr && alias->enabled && alias->route.serveStale;
}

/// Counts of tokens are cheap to ask for, and the notebook's answers tell of their own time and cost.
bool ChatCall::isCacheable() const {
    return m_dialect.operation() != Operation::CountTokens && m_dialect.wireFormat() != WireFormat::None;
}

/// `arm`: of the canary flag that was asked, if any.
CacheKey ChatCall::cacheKey(std::string_view arm) const {
    CacheQuestion question;
    question.project = m_record.project;
    const bool continues = m_dialect.wireFormat() == WireFormat::OpenAiResponses;
    const std::string owner = continues ? conversationOwner() : std::string();
    question.owner = owner;
    question.path = m_request->path;
    question.model = m_modelName;
    question.promptVersion = m_record.promptVersion;
    question.arm = arm;
    std::string variant = m_envelope.wantsOwnModelName ? "own name" : m_envelope.wantsArray ? "array" : "";
    for (const std::string_view name : kVariantHeaders)
        variant.append("\n").append(m_request->headers.value(name));
    question.variant = variant;
    question.streaming = m_envelope.stream;
    return cacheKeyOf(question, m_request->body);
}

/// True when the call is answered. `Cache-Control: no-cache` asks for a new answer, `no-store` for one that
/// is not kept either.
bool ChatCall::answeredFromCache() {
    if (!isCacheable() || !usesCache())
        return false;
    const std::string_view control = m_request->headers.value("cache-control");
    m_cached.keeps = control.find("no-store") == std::string_view::npos;
    if (m_cached.keeps)
        m_cached.key = cacheKey(m_plan.arm);
    if (!m_snapshot->settings.cacheExact)
        return false;
    m_cached.state = "miss";
    if (m_cached.keeps && control.find("no-cache") == std::string_view::npos) {
        const ReplyCache::Found found = m_services.cache.find(m_cached.key);
        const auto isItsTarget = [&](const Candidate& one) {
            return one.target.provider == found.reply->provider && one.target.model == found.reply->model;
        };
        if (found.reply && found.ageMs <= std::int64_t{m_snapshot->settings.cacheTtlSeconds} * 1000 &&
            std::ranges::any_of(m_plan.candidates, isItsTarget)) {
            m_cached.state = "hit";
            m_services.cache.count(ReplyCache::Outcome::Hit);
            m_record.decision.push_back({"cache.hit", "answered from the exact cache, " + age(found.ageMs)});
            answerCached(*found.reply);
            return true;
        }
    }
    m_services.cache.count(ReplyCache::Outcome::Miss);
    return false;
}

/// True when an outage was answered by what was said before. `error` is what the caller would have heard.
bool ChatCall::answeredStale(const Error& error) {
    const bool theirs = !m_record.attempts.empty() || m_plan.candidates.empty();
    if (m_streamBegun || m_cached.answering || !isOutage(error, theirs) || !isCacheable() || !servesStale() ||
        !keyAllows(m_key, m_modelName))
        return false;
    if (m_request->headers.value("cache-control").find("no-store") != std::string_view::npos)
        return false;
    ReplyCache::Found found;
    if (!m_plan.candidates.empty()) {
        found = m_services.cache.find(m_cached.key);
    } else { // nobody got as far as asking the canary flag
        for (const std::string_view arm : {"", "stable", "canary"})
            found = found.reply ? found : m_services.cache.find(cacheKey(arm));
    }
    if (!found.reply || found.ageMs > kMaxStaleMs)
        return false;
    if (m_plan.candidates.empty() && !admitRate(TokensAre::Free))
        return true; // refused for another reason, and told so
    m_cached.state = "stale";
    m_services.cache.count(ReplyCache::Outcome::Stale);
    m_record.decision.push_back(
        {"cache.stale", "every target failed (" + error.message + ") → an answer " + age(found.ageMs)});
    answerCached(*found.reply);
    return true;
}

void ChatCall::answerCached(const CachedReply& reply) {
    m_cached.answering = true;
    m_cached.keeps = false;
    noArmAnswered();
    m_record.note += (m_record.note.empty() ? "cache:" : " cache:") + std::string(m_cached.state);
    m_record.provider = reply.provider;
    m_record.model = reply.model;
    m_record.usage = {};
    m_gotUsage = true; // nothing was asked of anybody, so nothing is estimated
    if (m_envelope.stream)
        m_record.ttftUs = sinceArrivalUs();
    settle(RequestOutcome::Ok, 200);
    capture(reply.bytes);
    if (m_envelope.stream) {
        beginStream();
        m_out = reply.bytes;
        append(m_streamHeaders);
        send();
        m_exchange->endStream();
    } else {
        HttpHeaders headers = replyHeaders();
        headers.add("content-type", "application/json");
        headers.add("x-tollgate-cost-usd", Money{}.toString());
        append(headers);
        m_exchange->answer(200, headers, reply.bytes);
    }
    finish();
}

/// What the caller is sent, while it may be worth keeping.
void ChatCall::rememberReply(std::string_view bytes) {
    if (!m_cached.keeps)
        return;
    if (m_cached.bytes.size() + bytes.size() > ReplyCache::kMaxReply) {
        m_cached.keeps = false;
        m_cached.bytes = {};
        return;
    }
    m_cached.bytes.append(bytes);
}

void ChatCall::keepInCache() {
    if (!m_cached.keeps || m_cached.bytes.empty())
        return;
    m_services.cache.put(m_cached.key,
                         {std::move(m_cached.bytes), m_record.provider, m_record.model, /*storedAtMs=*/0});
    m_cached.keeps = false;
}

} // namespace tollgate
