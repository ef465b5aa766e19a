#pragma once
// What every reader of single requests reads of them, in one order.

#include "gateway/ledger/ledger_row.h"
#include "gateway/store/sqlite.h"
#include "gateway/wire/request_record.h"

#include <string_view>

namespace tollgate {

/// Of `requests r`, as readUsage() takes them.
inline constexpr std::string_view kUsageColumns =
    "r.bits, r.input, r.cache_read, r.cache_write_5m, r.cache_write_1h, r.audio_input, r.output, "
    "r.reasoning, r.audio_output, r.audio_cache_read, r.image_output";
struct UsageRow {
    std::int64_t bits = 0;
    Usage usage; ///< `estimated` is false
};
UsageRow readUsage(SqliteRow& row);

/// Of `requests r` with its ledger_dims `d` and ledger_shapes `s`, as readRecord() takes them, before the
/// columns of readUsage().
inline constexpr std::string_view kRecordColumns =
    "r.at_ms, r.id, r.attempts, r.busy_us, r.cost, r.latency_us, r.ttft_us, r.overhead_us, d.project, "
    "d.provider, d.model, d.arm, d.status, s.outcome, ";
/// Attempts are there in number only. The usage counts as estimated when one of `estimatedBits` is set.
RequestRecord readRecord(SqliteRow& row, RowBit estimatedBits);

} // namespace tollgate
