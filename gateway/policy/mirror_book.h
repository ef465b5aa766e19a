#pragma once
// What copies of requests (flags of type mirror) cost, apart from every budget, and their cap per UTC day.

#include "gateway/config/resources.h"
#include "gateway/wire/clock.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace tollgate {

struct MirrorStatus {
    Money spent; ///< today; a copy without a price counts at what was reserved for it
    Money reserved;
    std::int64_t sent = 0;
    std::int64_t dropped = 0; ///< today: the cap was reached, or too many were under way
};

/// Thread-safe.
class MirrorBook {
public:
    explicit MirrorBook(const Clock& clock)
        : m_clock(clock) {}

    /// Sets the worst a copy can cost apart; false: the flag's cap of the day has no room for it. Every true
    /// is to be settled once.
    bool reserve(const Flag& flag, Money worst);
    void settle(std::string_view flag, Money reserved, Money cost);
    /// A copy that was not sent.
    void dropped(std::string_view flag);
    /// What the ledger holds of today; for the start, before the first copy.
    void seed(std::string_view flag, Money spent);
    MirrorStatus status(std::string_view flag) const;

private:
    struct Account {
        std::int64_t day = 0;
        MirrorStatus today;
    };
    Account& account(std::string_view flag);

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::map<std::string, Account, std::less<>> m_accounts;
};

} // namespace tollgate
