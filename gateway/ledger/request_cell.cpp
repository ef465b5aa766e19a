#include "gateway/ledger/request_cell.h"

#include "gateway/ledger/ledger_row.h"

namespace tollgate {

RequestCell::RequestCell(SqliteRow& row)
    : atMs(row.number())
    , dimension(row.number()) {
    Totals& totals = sums.totals;
    const std::int64_t bits = row.number();
    totals.requests = 1;
    totals.errors = (bits & kFailedBit) != 0;
    totals.savedByFallback = (bits & kSavedBit) != 0;
    totals.estimated = (bits & kEstimatedBit) != 0;
    totals.inputTokens = row.number();
    totals.cacheReadTokens = row.number();
    totals.cacheWriteTokens = row.number();
    totals.outputTokens = row.number();
    totals.reasoningTokens = row.number();
    const auto cost = row.numberOrNull();
    totals.unpriced = !cost;
    totals.cost.nanodollars = cost.value_or(0);
    sums.costSquares = totals.cost.usd() * totals.cost.usd();
    const std::int64_t latencyUs = row.number();
    const auto ttftUs = row.numberOrNull();
    sums.overhead = Histogram::serialised(row.number(), m_overhead);
    if ((bits & kAnsweredBit) == 0)
        return;
    sums.latency = Histogram::serialised(latencyUs, m_latency);
    if (ttftUs)
        sums.ttft = Histogram::serialised(*ttftUs, m_ttft);
}

} // namespace tollgate
