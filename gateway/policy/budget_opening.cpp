// How budgets come, change and go: a new one has to begin with exactly what the ledger will say was spent,
// while requests go on ending.
//
// 1. The new budgets are placed, and a new generation of bookings begins. From here on what ends is noted
//    in them, with the request's id.
// 2. Once all bookings of the generations before are recorded, a view of the ledger that is opened then holds
//    every one of them.
// 3. It may hold some of the noted ones as well; their ids say which. The others are added to its sums.

#include "gateway/policy/budget_book.h"
#include "gateway/policy/budget_slot.h"

#include <QDebug>

#include <algorithm>
#include <chrono>
#include <thread>
#include <unordered_set>

namespace tollgate {

namespace {

constexpr std::chrono::milliseconds kAskAgain{1};
constexpr int kPatience = 2'000; ///< times: a request is recorded in microseconds unless the disk hangs

} // namespace

void BudgetBook::Index::add(const SlotPtr& slot) {
    const Budget& budget = slot->account.budget();
    bySubject[static_cast<std::size_t>(budget.scope)][budget.subject].push_back(slot);
    byId.emplace(budget.id, slot);
}

void BudgetBook::configure(const ConfigSnapshot& snapshot, const OpenHistory& openHistory,
                           Counters counters) {
    const std::int64_t now = m_clock.unixMs();
    // Only this thread changes the index and the budgets in it, so it may read them without the lock.
    Index next;
    std::vector<SlotPtr> toRead;
    std::vector<std::pair<SlotPtr, const Budget*>> kept;
    for (const auto& [id, budget] : snapshot.budgets) {
        const SlotPtr* known = ConfigSnapshot::find(m_index.byId, id);
        const bool stays = known != nullptr && (*known)->account.countsTheSameAs(budget);
        const SlotPtr slot = stays ? *known : std::make_shared<Slot>(budget, now);
        next.add(slot);
        if (stays)
            kept.emplace_back(slot, &budget);
        if (!stays || counters == Counters::Reread)
            toRead.push_back(slot);
    }
    const bool any = !next.byId.empty();
    const bool anyForProviders = !next.bySubject[static_cast<std::size_t>(BudgetScope::Provider)].empty();
    unsigned before = 0; // the generation whose bookings have to be recorded first
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [slot, budget] : kept) {
            slot->account.roll(now);
            slot->account.replaceBudget(*budget);
        }
        for (const SlotPtr& slot : toRead)
            slot->noting = true;
        std::swap(m_index, next);
        before = m_generation.load();
        if (!toRead.empty())
            m_generation.store(before + 1);
        m_any.store(any, std::memory_order_relaxed);
        m_anyForProviders.store(anyForProviders, std::memory_order_relaxed);
    }
    if (!toRead.empty()) {
        awaitRecorded(before);
        open(toRead, openHistory);
    }
    std::vector<BudgetThreshold> crossed;
    ThresholdHandler handler;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [slot, budget] : kept)
            collectReached(*slot, now, crossed); // under a lower limit
        for (const SlotPtr& slot : toRead)
            collectHighest(*slot, now, crossed);
        handler = m_onThreshold;
    }
    m_configured = true;
    if (handler) {
        for (const BudgetThreshold& threshold : crossed)
            handler(threshold);
    }
}

void BudgetBook::collectHighest(Slot& slot, std::int64_t nowMs, std::vector<BudgetThreshold>& crossed) const {
    std::vector<BudgetThreshold> all;
    collectReached(slot, nowMs, all);
    if (!all.empty())
        crossed.push_back(std::move(all.back()));
}

void BudgetBook::awaitRecorded(unsigned generation) const {
    const std::atomic<std::int64_t>& unrecorded = m_unrecorded[generation % 2];
    for (int tries = 0; unrecorded.load() != 0; ++tries) {
        if (tries == kPatience) {
            qWarning("a new budget may miss the cost of requests that are not in the ledger yet");
            return;
        }
        std::this_thread::sleep_for(kAskAgain);
    }
}

/// What the ledger says, and which of the noted requests that includes.
struct BudgetBook::Reading {
    std::vector<BudgetAccount::Spans> spans; ///< of each slot
    std::vector<std::vector<SpentSum>> sums; ///< of each slot; none: the ledger cannot be read
    std::unordered_set<std::string> held;
};

BudgetBook::Reading BudgetBook::read(const std::vector<SlotPtr>& slots, SpendingHistory& history) const {
    Reading reading;
    std::vector<SpentSpan> asked;
    {
        const std::scoped_lock lock(m_mutex);
        for (const SlotPtr& slot : slots) {
            const Budget& budget = slot->account.budget();
            reading.spans.push_back(slot->account.spans());
            for (const auto& [from, to] : reading.spans.back())
                asked.push_back({budget.scope, budget.subject, from, to});
        }
    }
    const std::vector<SpentSum> sums = history.sums(asked);
    if (sums.size() != asked.size())
        return reading;
    auto sum = sums.begin();
    for (const BudgetAccount::Spans& spans : reading.spans) {
        const auto end = sum + static_cast<std::ptrdiff_t>(spans.size());
        reading.sums.emplace_back(sum, end);
        sum = end;
    }
    std::vector<std::string> noted;
    {
        // What is noted from now on cannot be in a view that is open already.
        const std::scoped_lock lock(m_mutex);
        for (const SlotPtr& slot : slots) {
            for (const Slot::Booking& booking : slot->noted)
                noted.push_back(booking.requestId);
        }
    }
    for (std::string& id : history.held(noted))
        reading.held.insert(std::move(id));
    return reading;
}

void BudgetBook::open(const std::vector<SlotPtr>& slots, const OpenHistory& openHistory) {
    const auto history = openHistory ? openHistory() : nullptr;
    const Reading reading = history ? read(slots, *history) : Reading();
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        Slot& slot = *slots[i];
        const bool begun = i < reading.sums.size() && slot.account.open(reading.spans[i], reading.sums[i]);
        if (slot.opening && !m_configured)
            slot.account.skipReached(); // told about before the restart
        slot.account.roll(m_clock.unixMs());
        for (const Slot::Booking& booking : slot.noted) {
            if ((begun || slot.opening) && !reading.held.contains(booking.requestId))
                slot.account.book(booking.atMs, booking.sum);
        }
        slot.noted.clear();
        slot.noting = slot.opening = false;
    }
}

} // namespace tollgate
