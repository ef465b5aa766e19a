#pragma once
// Sums of requests per hour or day and dimension set, gathered in memory before they go to the database.

#include "gateway/ledger/histogram.h"
#include "gateway/ledger/live_stats.h"
#include "gateway/wire/request_record.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace tollgate {

/// Sums as the database holds them: of one cell, or of one request.
struct SumRow {
    Totals totals;
    double costSquares = 0;
    std::string_view latency; ///< as Histogram::serialise() says it; this and the next two
    std::string_view ttft;
    std::string_view overhead;
};

struct RollupCell {
    Totals totals;
    Histogram latency;
    Histogram ttft;
    Histogram overhead;
    double costSquares = 0; ///< sum of cost² in USD²: for the spread of the cost per request

    void add(const RequestRecord& record);
    void add(const SumRow& row);
    void merge(const RollupCell& other);
};

/// Bucket (hours or days since the epoch) and dimension id → sums.
using Rollup = std::map<std::pair<std::int64_t, std::int64_t>, RollupCell>;

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

} // namespace tollgate
