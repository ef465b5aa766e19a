#include "gateway/ledger/record_row.h"

#include "gateway/ledger/record_json.h"

namespace tollgate {

UsageRow readUsage(SqliteRow& row) {
    UsageRow read;
    Usage& usage = read.usage;
    read.bits = row.number();
    usage.tier = tierOfBits(read.bits);
    for (std::int64_t Usage::*tokens :
         {&Usage::inputUncached, &Usage::cacheRead, &Usage::cacheWrite5m, &Usage::cacheWrite1h,
          &Usage::audioInput, &Usage::outputText, &Usage::reasoning, &Usage::audioOutput,
          &Usage::audioCacheRead, &Usage::imageOutput})
        usage.*tokens = row.number();
    return read;
}

RequestRecord readRecord(SqliteRow& row, RowBit estimatedBits) {
    RequestRecord record;
    record.atMs = row.number();
    record.id = row.text();
    record.attempts.resize(static_cast<std::size_t>(row.number()));
    record.busyUs = row.number();
    if (const auto cost = row.numberOrNull())
        record.cost = Money{*cost};
    record.latencyUs = row.number();
    record.ttftUs = row.numberOrNull().value_or(-1);
    record.overheadUs = row.number();
    record.project = row.text();
    record.provider = row.text();
    record.model = row.text();
    record.arm = row.text();
    record.status = static_cast<int>(row.number());
    record.outcome = outcomeFromString(row.bytes()).value_or(RequestOutcome::Error);
    const UsageRow read = readUsage(row);
    record.usage = read.usage;
    record.usage.estimated = (read.bits & estimatedBits) != 0;
    record.streaming = (read.bits & kStreamingBit) != 0;
    return record;
}

} // namespace tollgate
