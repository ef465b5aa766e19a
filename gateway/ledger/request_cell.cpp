#include "gateway/ledger/request_cell.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/sql_text.h"

namespace tollgate {

RollupCell requestCell(const QSqlQuery& query) {
    RollupCell cell;
    Totals& totals = cell.totals;
    const auto bits = numberAt(query, 2);
    totals.requests = 1;
    totals.errors = (bits & kFailedBit) != 0;
    totals.savedByFallback = (bits & kSavedBit) != 0;
    totals.estimated = (bits & kEstimatedBit) != 0;
    totals.inputTokens = numberAt(query, 3);
    totals.cacheReadTokens = numberAt(query, 4);
    totals.cacheWriteTokens = numberAt(query, 5);
    totals.outputTokens = numberAt(query, 6);
    totals.reasoningTokens = numberAt(query, 7);
    totals.unpriced = query.value(8).isNull();
    totals.cost.nanodollars = numberAt(query, 8);
    cell.costSquares = totals.cost.usd() * totals.cost.usd();
    cell.overhead.add(numberAt(query, 11));
    if (bits & kAnsweredBit) {
        cell.latency.add(numberAt(query, 9));
        if (!query.value(10).isNull())
            cell.ttft.add(numberAt(query, 10));
    }
    return cell;
}

} // namespace tollgate
