#pragma once
// A ledger with as many requests as wanted, written by the ledger's own writer, so that rows, rollups and
// dictionaries are what they would be.

#include "tests/bench/traffic.h"

#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/database.h"
#include "gateway/store/migrations.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace tollgate::bench {

[[noreturn]] inline void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

/// Spread evenly over the `days` before `endMs`.
inline void fillLedger(const std::string& path, std::int64_t rows, std::int64_t endMs, std::int64_t days) {
    constexpr int kBatch = 20'000;
    auto opened = Database::open(path);
    auto steps = storeMigrations();
    for (const Migration& migration : ledgerMigrations())
        steps.push_back(migration);
    if (!opened || !migrate(**opened, std::move(steps)))
        stop("cannot make a database in " + path);
    LedgerDatabase writer(path);
    if (auto done = writer.open(); !done)
        stop(done.error());
    Traffic traffic;
    const std::int64_t begin = endMs - days * kMsPerDay;
    for (std::int64_t row = 0; row < rows;) {
        if (auto begun = writer.begin(); !begun)
            stop(begun.error());
        for (int count = 0; count < kBatch && row < rows; ++count, ++row) {
            const RequestRecord record = traffic.next(begin + days * kMsPerDay * row / rows);
            if (auto done = writer.insert(record, detailJson(record)); !done)
                stop(done.error());
        }
        if (auto done = writer.commit(); !done)
            stop(done.error());
    }
}

} // namespace tollgate::bench
