#pragma once
// What a record means for sums: the same questions, answered once, for rollups, live statistics and rows.

#include "gateway/ledger/live_stats.h"
#include "gateway/wire/request_record.h"

namespace tollgate {

/// The arm of copies for comparison (flags of type mirror): their rows are in the ledger, but in no sum of
/// what callers asked, waited for or spent.
inline constexpr std::string_view kMirrorArm = "mirror";
inline bool isMirror(const RequestRecord& record) {
    return record.arm == kMirrorArm;
}

/// Counts as an error: it failed, was cut, or was refused. A client that left is no error.
bool isFailed(const RequestRecord& record);
/// Counts in latency percentiles: the caller got an answer.
bool isAnswered(const RequestRecord& record);
/// Answered by another target than the one tried first.
bool isSavedByFallback(const RequestRecord& record);
/// The cost or the token counts are an estimate.
bool isEstimated(const RequestRecord& record);

/// The record's contribution to sums.
Totals totalsOf(const RequestRecord& record);

/// What `requests.bits` in the database is made of.
enum RowBit : int {
    kStreamingBit = 1,
    kUsageEstimatedBit = 2,
    kFailedBit = 4,
    kSavedBit = 8,
    kEstimatedBit = 16,
    kAnsweredBit = 32,
    kTierShift = 6, ///< three bits of Usage::tier from here
};
ServiceTier tierOfBits(std::int64_t bits);
int rowBits(const RequestRecord& record);

/// Whether the attempt speaks against its provider: not when the caller was at fault or left.
bool isProviderFailure(const AttemptRecord& attempt);

} // namespace tollgate
