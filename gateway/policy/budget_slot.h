#pragma once
// What the book keeps of one budget, also for as long as a reservation holds on to it.

#include "gateway/policy/budget_book.h"

#include <string>
#include <vector>

namespace tollgate {

struct BudgetReservation::Slot {
    Slot(const Budget& budget, std::int64_t nowMs)
        : account(budget, nowMs) {}

    struct Booking {
        std::string requestId;
        std::int64_t atMs = 0;
        SpentSum sum;
    };

    bool enforced() const { return !opening && account.budget().enabled; }

    BudgetAccount account;
    bool opening = true; ///< the ledger has not said yet what was spent before: nothing is refused
    bool noting = true;  ///< the ledger is being read: bookings are noted with their request's id
    std::vector<Booking> noted;
};

template <typename Fn>
void BudgetBook::Index::each(BudgetScope scope, std::string_view subject, Fn&& fn) const {
    const BySubject& subjects = bySubject[static_cast<std::size_t>(scope)];
    if (subjects.empty())
        return;
    if (const auto found = subjects.find(subject); found != subjects.end()) {
        for (const SlotPtr& slot : found->second)
            fn(slot);
    }
}

template <typename Fn>
void BudgetBook::Index::eachButProviderFor(const BudgetSubjects& subjects, Fn&& fn) const {
    each(BudgetScope::Global, {}, fn);
    each(BudgetScope::Project, subjects.project, fn);
    each(BudgetScope::Key, subjects.keyId, fn);
    each(BudgetScope::User, subjects.user, fn);
}

template <typename Fn>
void BudgetBook::Index::eachFor(const BudgetSubjects& subjects, Fn&& fn) const {
    eachButProviderFor(subjects, fn);
    each(BudgetScope::Provider, subjects.provider, fn);
}

} // namespace tollgate
