#pragma once
// One row of `requests` as the sums see it: for spans without rollups, and to make lost rollups anew.

#include "gateway/ledger/rollup.h"
#include "gateway/store/sqlite.h"

namespace tollgate {

/// Of `requests r`: at_ms, dim, and what RequestCell reads.
inline constexpr const char* kRequestCellColumns =
    "r.at_ms, r.dim, r.bits, "
    "r.input + r.cache_read + r.cache_write_5m + r.cache_write_1h + r.audio_input + r.audio_cache_read, "
    "r.cache_read + r.audio_cache_read, r.cache_write_5m + r.cache_write_1h, "
    "r.output + r.reasoning + r.audio_output + r.image_output, r.reasoning, "
    "r.cost, r.latency_us, r.ttft_us, r.overhead_us";

struct RequestCell {
    explicit RequestCell(SqliteRow& row);
    RequestCell(const RequestCell&) = delete;
    RequestCell& operator=(const RequestCell&) = delete;

    std::int64_t atMs;
    std::int64_t dimension;
    SumRow sums;

private:
    Histogram::SampleBytes m_latency;
    Histogram::SampleBytes m_ttft;
    Histogram::SampleBytes m_overhead;
};

} // namespace tollgate
