#include "gateway/ledger/ledger_row.h"

#include <algorithm>

namespace tollgate {

bool isFailed(const RequestRecord& record) {
    switch (record.outcome) {
    case RequestOutcome::Error:
    case RequestOutcome::Aborted:
    case RequestOutcome::Rejected:
        return true;
    case RequestOutcome::ClientGone:
        return false;
    case RequestOutcome::Ok:
        break;
    }
    return record.status >= 400;
}

bool isAnswered(const RequestRecord& record) {
    return record.outcome == RequestOutcome::Ok && record.status < 400;
}

bool isSavedByFallback(const RequestRecord& record) {
    if (!isAnswered(record) || record.attempts.size() < 2)
        return false;
    const AttemptRecord& first = record.attempts.front();
    return first.provider != record.provider || first.model != record.model;
}

bool isEstimated(const RequestRecord& record) {
    return record.usage.estimated || std::any_of(record.costLines.begin(), record.costLines.end(),
                                                 [](const CostLine& line) { return line.estimated; });
}

Totals totalsOf(const RequestRecord& record) {
    Totals totals;
    totals.requests = 1;
    totals.errors = isFailed(record) ? 1 : 0;
    totals.savedByFallback = isSavedByFallback(record) ? 1 : 0;
    totals.inputTokens = record.usage.inputTotal();
    totals.cacheReadTokens = record.usage.cached();
    totals.cacheWriteTokens = record.usage.cacheWrite();
    totals.outputTokens = record.usage.outputTotal();
    totals.reasoningTokens = record.usage.reasoning;
    totals.unpriced = record.cost ? 0 : 1;
    totals.estimated = isEstimated(record) ? 1 : 0;
    totals.cost = record.cost.value_or(Money{});
    return totals;
}

int rowBits(const RequestRecord& record) {
    return (record.streaming ? kStreamingBit : 0) | (record.usage.estimated ? kUsageEstimatedBit : 0) |
           (isFailed(record) ? kFailedBit : 0) | (isSavedByFallback(record) ? kSavedBit : 0) |
           (isEstimated(record) ? kEstimatedBit : 0) | (isAnswered(record) ? kAnsweredBit : 0) |
           (static_cast<int>(record.usage.tier) << kTierShift);
}

ServiceTier tierOfBits(std::int64_t bits) {
    return static_cast<ServiceTier>((bits >> kTierShift) & 7);
}

bool isProviderFailure(const AttemptRecord& attempt) {
    if (attempt.outcome == "ok" || attempt.outcome == "client_gone" || attempt.outcome == "cancelled")
        return false;
    constexpr int kCallersFault[] = {400, 404, 413, 422};
    return std::find(std::begin(kCallersFault), std::end(kCallersFault), attempt.status) ==
           std::end(kCallersFault);
}

} // namespace tollgate
