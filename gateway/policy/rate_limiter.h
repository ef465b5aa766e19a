#pragma once
// Requests and tokens per minute and running requests, per key, project and provider, exact across all
// workers and, with keepIn(), across restarts.

#include "gateway/config/snapshot.h"
#include "gateway/policy/limit_file.h"
#include "gateway/policy/short_mutex.h"
#include "gateway/wire/clock.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tollgate {

enum class LimitScope { Key, Project, Provider };

/// One that limits apply to.
struct LimitedSubject {
    LimitScope scope = LimitScope::Key;
    std::string_view name; ///< the key's id, the project's or provider's name
    const Limits* limits = nullptr;
};

/// For the x-ratelimit-* headers: the tightest of the limits that apply.
struct RateView {
    struct Dimension {
        std::int64_t limit = -1; ///< -1: not limited
        std::int64_t remaining = 0;
        std::int64_t resetMs = 0; ///< until the bucket is full again
    };
    Dimension requests;
    Dimension tokens;
};

struct RateRefusal {
    std::string subject;   ///< "key:key_…", "project:checkout"
    std::string dimension; ///< "rpm", "tpm" or "max_parallel"
    std::int64_t retryAfterMs = 0;
};

/// What admission took; to be given back with finish() or cancel(), once.
class RateTicket {
public:
    RateTicket() = default;
    RateTicket(RateTicket&& other) noexcept { *this = std::move(other); }
    RateTicket& operator=(RateTicket&& other) noexcept;
    RateTicket(const RateTicket&) = delete;
    RateTicket& operator=(const RateTicket&) = delete;
    ~RateTicket() = default;

    bool empty() const { return m_count == 0; }
    /// Whether anybody counts tokens: only then use() changes anything.
    bool countsTokens() const { return m_countsTokens; }
    std::int64_t tokens() const { return m_tokens; } ///< taken so far

private:
    friend class RateLimiter;
    struct Entry;
    static constexpr std::size_t kMost = 3;
    std::array<Entry*, kMost> m_entries{};
    std::size_t m_count = 0;
    std::int64_t m_tokens = 0;
    bool m_countsTokens = false;
};

/// Thread-safe; one mutex, held for well under a microsecond per call.
class RateLimiter {
public:
    explicit RateLimiter(const Clock& clock);
    ~RateLimiter();

    /// From now on the buckets live in this file; those it holds go on where they were left. Before the first
    /// request. Running requests are of their process and are not kept.
    tl::expected<void, std::string> keepIn(const std::string& path);

    struct Verdict {
        RateTicket ticket;
        std::optional<RateRefusal> refusal; ///< set: nothing was taken from any subject
        RateView view;
    };
    /// Takes one request, the estimated tokens and one running slot from every subject, or nothing at all. At
    /// most three subjects.
    Verdict admit(std::span<const LimitedSubject> subjects, std::int64_t estimatedTokens);
    Verdict admit(std::initializer_list<LimitedSubject> subjects, std::int64_t estimatedTokens) {
        return admit(std::span(subjects.begin(), subjects.size()), estimatedTokens);
    }

    /// Milliseconds until this one subject may let such a request in; 0: now. Takes nothing.
    std::int64_t waitMs(const LimitedSubject& subject, std::int64_t estimatedTokens);

    /// The request has used so much by now: what is beyond its estimate is taken at once.
    void use(RateTicket& ticket, std::int64_t tokensSoFar);
    /// The request has ended: corrects the estimate by what was really used and frees the slot.
    void finish(RateTicket& ticket, std::int64_t usedTokens);
    /// Undoes an admission altogether (a later gate refused).
    void cancel(RateTicket& ticket);

    /// How many of its requests run now; nothing: none came since it was limited, or is remembered. Takes
    /// nothing, for people who look.
    std::optional<std::int64_t> running(LimitScope scope, std::string_view name) const;

    /// Lets go of subjects that have nothing to remember: full buckets, no running request.
    void forgetIdle();

private:
    using Entry = RateTicket::Entry;
    using Entries = ByName<std::unique_ptr<Entry>>;
    Entry& entry(const LimitedSubject& subject);
    void giveBack(RateTicket& ticket, std::int64_t requests, std::int64_t tokens);

    const Clock& m_clock;
    mutable ShortMutex m_mutex;
    std::array<Entries, 3> m_entries; ///< by scope
    std::unique_ptr<LimitFile> m_file;
};

} // namespace tollgate
