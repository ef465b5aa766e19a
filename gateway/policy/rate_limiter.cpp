#include "gateway/policy/rate_limiter.h"

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {

constexpr std::int64_t kSlotWaitMs = 1'000; ///< nobody knows when a running request ends

std::string nameOf(LimitScope scope, std::string_view name) {
    constexpr std::array<std::string_view, 3> kScopes{"key:", "project:", "provider:"};
    return std::string(kScopes[static_cast<std::size_t>(scope)]).append(name);
}

void show(RateView::Dimension& dimension, const TokenBucket& bucket) {
    if (!bucket.limited())
        return;
    const std::int64_t remaining = bucket.remaining();
    if (dimension.limit >= 0 && dimension.remaining <= remaining)
        return;
    dimension = {bucket.perMinute(), remaining, bucket.fullInMs()};
}

} // namespace

struct RateTicket::Entry {
    BucketLevels* levels = nullptr; ///< in the file, or own
    BucketLevels own;
    Limits limits; ///< as of the last admission
    std::int64_t running = 0;

    TokenBucket requests(std::int64_t nowNs) { return {levels->requestsFullNs, limits.rpm, nowNs}; }
    TokenBucket tokens(std::int64_t nowNs) { return {levels->tokensFullNs, limits.tpm, nowNs}; }
};

RateTicket& RateTicket::operator=(RateTicket&& other) noexcept {
    m_entries = other.m_entries;
    m_count = std::exchange(other.m_count, 0);
    m_tokens = std::exchange(other.m_tokens, 0);
    m_countsTokens = std::exchange(other.m_countsTokens, false);
    return *this;
}

RateLimiter::RateLimiter(const Clock& clock)
    : m_clock(clock) {}
RateLimiter::~RateLimiter() = default;

tl::expected<void, std::string> RateLimiter::keepIn(const std::string& path) {
    auto file = LimitFile::open(path, m_clock);
    if (!file)
        return tl::unexpected(file.error());
    const std::scoped_lock lock(m_mutex);
    m_file = std::move(*file);
    return {};
}

RateLimiter::Entry& RateLimiter::entry(const LimitedSubject& subject) {
    Entries& entries = m_entries[static_cast<std::size_t>(subject.scope)];
    const auto known = entries.find(subject.name);
    if (known != entries.end())
        return *known->second;
    auto made = std::make_unique<Entry>();
    if (m_file)
        made->levels = m_file->levels(nameOf(subject.scope, subject.name));
    if (made->levels == nullptr)
        made->levels = &made->own;
    return *entries.emplace(std::string(subject.name), std::move(made)).first->second;
}

RateLimiter::Verdict RateLimiter::admit(std::span<const LimitedSubject> subjects,
                                        std::int64_t estimatedTokens) {
    Verdict verdict;
    subjects = subjects.first(std::min(subjects.size(), RateTicket::kMost));
    const std::int64_t now = m_clock.monotonicNs();
    RateTicket& ticket = verdict.ticket;
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        Entry& one = entry(subjects[i]);
        ticket.m_entries[i] = &one;
        one.limits = *subjects[i].limits;
        const TokenBucket requests = one.requests(now);
        const TokenBucket tokens = one.tokens(now);
        const auto refuse = [&](const char* dimension, std::int64_t waitMs) {
            verdict.refusal = RateRefusal{nameOf(subjects[i].scope, subjects[i].name), dimension, waitMs};
        };
        if (one.limits.maxParallel && one.running >= *one.limits.maxParallel)
            refuse("max_parallel", kSlotWaitMs);
        else if (!requests.has(1))
            refuse("rpm", requests.waitMs(1));
        else if (!tokens.has(estimatedTokens))
            refuse("tpm", tokens.waitMs(estimatedTokens));
        show(verdict.view.requests, requests);
        show(verdict.view.tokens, tokens);
        if (verdict.refusal)
            return verdict;
    }
    verdict.view = {};
    ticket.m_count = subjects.size();
    ticket.m_tokens = estimatedTokens;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        Entry& one = *ticket.m_entries[i];
        TokenBucket requests = one.requests(now);
        TokenBucket tokens = one.tokens(now);
        requests.take(1);
        tokens.take(estimatedTokens);
        ++one.running;
        ticket.m_countsTokens = ticket.m_countsTokens || tokens.limited();
        show(verdict.view.requests, requests);
        show(verdict.view.tokens, tokens);
    }
    return verdict;
}

std::int64_t RateLimiter::waitMs(const LimitedSubject& subject, std::int64_t estimatedTokens) {
    const std::int64_t now = m_clock.monotonicNs();
    const std::scoped_lock lock(m_mutex);
    Entry& one = entry(subject);
    one.limits = *subject.limits;
    if (one.limits.maxParallel && one.running >= *one.limits.maxParallel)
        return kSlotWaitMs;
    const TokenBucket requests = one.requests(now);
    const TokenBucket tokens = one.tokens(now);
    std::int64_t wait = 0;
    if (!requests.has(1))
        wait = std::max<std::int64_t>(requests.waitMs(1), 1);
    if (!tokens.has(estimatedTokens))
        wait = std::max({wait, tokens.waitMs(estimatedTokens), std::int64_t{1}});
    return wait;
}

std::optional<std::int64_t> RateLimiter::running(LimitScope scope, std::string_view name) const {
    const Entries& entries = m_entries[static_cast<std::size_t>(scope)];
    const std::scoped_lock lock(m_mutex);
    const auto known = entries.find(name);
    return known == entries.end() ? std::nullopt : std::optional(known->second->running);
}

void RateLimiter::use(RateTicket& ticket, std::int64_t tokensSoFar) {
    if (!ticket.m_countsTokens || tokensSoFar <= ticket.m_tokens)
        return;
    const std::int64_t more = tokensSoFar - std::exchange(ticket.m_tokens, tokensSoFar);
    const std::int64_t now = m_clock.monotonicNs();
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < ticket.m_count; ++i)
        ticket.m_entries[i]->tokens(now).take(more);
}

void RateLimiter::giveBack(RateTicket& ticket, std::int64_t requests, std::int64_t tokens) {
    if (ticket.empty())
        return;
    const std::int64_t now = m_clock.monotonicNs();
    {
        const std::scoped_lock lock(m_mutex);
        for (std::size_t i = 0; i < ticket.m_count; ++i) {
            Entry& one = *ticket.m_entries[i];
            --one.running;
            one.requests(now).giveBack(requests);
            if (tokens > 0)
                one.tokens(now).giveBack(tokens);
            else
                one.tokens(now).take(-tokens);
        }
    }
    ticket = {};
}

void RateLimiter::finish(RateTicket& ticket, std::int64_t usedTokens) {
    giveBack(ticket, 0, ticket.m_tokens - usedTokens);
}

void RateLimiter::cancel(RateTicket& ticket) {
    giveBack(ticket, 1, ticket.m_tokens);
}

void RateLimiter::forgetIdle() {
    const std::int64_t now = m_clock.monotonicNs();
    const std::scoped_lock lock(m_mutex);
    for (std::size_t scope = 0; scope < m_entries.size(); ++scope) {
        std::erase_if(m_entries[scope], [&](const auto& known) {
            const Entry& one = *known.second;
            if (one.running != 0 || !one.levels->full(now))
                return false;
            if (m_file)
                m_file->release(nameOf(static_cast<LimitScope>(scope), known.first));
            return true;
        });
    }
}

} // namespace tollgate
