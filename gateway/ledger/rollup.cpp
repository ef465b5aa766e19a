#include "gateway/ledger/rollup.h"

#include "gateway/ledger/ledger_row.h"

namespace tollgate {

void RollupCell::add(const RequestRecord& record) {
    totals += totalsOf(record);
    const double cost = record.cost.value_or(Money{}).usd();
    costSquares += cost * cost;
    overhead.add(record.overheadUs);
    if (!isAnswered(record))
        return;
    latency.add(record.latencyUs);
    if (record.ttftUs >= 0)
        ttft.add(record.ttftUs);
}

void RollupCell::add(const SumRow& row) {
    totals += row.totals;
    costSquares += row.costSquares;
    latency.mergeSerialised(row.latency);
    ttft.mergeSerialised(row.ttft);
    overhead.mergeSerialised(row.overhead);
}

void RollupCell::merge(const RollupCell& other) {
    totals += other.totals;
    costSquares += other.costSquares;
    latency.merge(other.latency);
    ttft.merge(other.ttft);
    overhead.merge(other.overhead);
}

} // namespace tollgate
