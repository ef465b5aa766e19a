#include "gateway/policy/mirror_book.h"

namespace tollgate {

MirrorBook::Account& MirrorBook::account(std::string_view flag) {
    auto found = m_accounts.find(flag);
    if (found == m_accounts.end())
        found = m_accounts.emplace(std::string(flag), Account{}).first;
    Account& account = found->second;
    const std::int64_t today = m_clock.unixMs() / kMsPerDay;
    if (account.day != today) {
        account.day = today;
        account.today = {{}, account.today.reserved, 0, 0};
    }
    return account;
}

bool MirrorBook::reserve(const Flag& flag, Money worst) {
    const std::scoped_lock lock(m_mutex);
    MirrorStatus& today = account(flag.key).today;
    if (flag.maxCostPerDay && today.spent + today.reserved + worst > *flag.maxCostPerDay) {
        ++today.dropped;
        return false;
    }
    today.reserved += worst;
    ++today.sent;
    return true;
}

void MirrorBook::settle(std::string_view flag, Money reserved, Money cost) {
    const std::scoped_lock lock(m_mutex);
    MirrorStatus& today = account(flag).today;
    today.reserved -= reserved;
    today.spent += cost;
}

void MirrorBook::dropped(std::string_view flag) {
    const std::scoped_lock lock(m_mutex);
    ++account(flag).today.dropped;
}

void MirrorBook::seed(std::string_view flag, Money spent) {
    const std::scoped_lock lock(m_mutex);
    account(flag).today.spent += spent;
}

MirrorStatus MirrorBook::status(std::string_view flag) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_accounts.find(flag);
    if (found == m_accounts.end())
        return {};
    const bool today = found->second.day == m_clock.unixMs() / kMsPerDay;
    return today ? found->second.today : MirrorStatus{{}, found->second.today.reserved, 0, 0};
}

} // namespace tollgate
