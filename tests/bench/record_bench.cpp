// What one request costs the ledger: append() in the caller's thread (the journal), and the ledger's own
// thread that moves records into SQLite. CPU of each from the system's clocks; under callgrind the
// difference of two counts of records is the price in instructions.
//
//   record_bench [RECORDS] [BATCH] [team|one]     "one": every record of one user and model
#include "tests/bench/traffic.h"

#include "gateway/ledger/ledger.h"
#include "gateway/ledger/pricing.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/database.h"
#include "gateway/store/migrations.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace tollgate;

namespace {

constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z

double cpuUs(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

/// With the receipt that the gateway makes of every request.
RequestRecord recordOf(bench::Traffic& traffic, std::int64_t atMs, bool one) {
    static const Model kModel = [] {
        Model model;
        model.input = TokenPrice{150'000'000};
        model.output = TokenPrice{600'000'000};
        model.source = "built-in";
        return model;
    }();
    RequestRecord record = traffic.next(atMs);
    if (one) {
        record.user = "alice";
        record.project = "bench";
        record.keyId = "key_bench";
        record.provider = record.attempts.front().provider = "openai";
        record.model = record.attempts.front().model = "gpt-4o-mini";
    }
    PricedCost cost = price(&kModel, record.usage);
    record.cost = cost.cost;
    record.costLines = std::move(cost.lines);
    record.decision.push_back({"alias.strategy", "alias chat-default → strategy weighted"});
    record.decision.push_back({"target.chosen", record.provider + "/" + record.model + " (weight 1 of 1)"});
    return record;
}

void makeDatabase(const std::string& path) {
    auto opened = Database::open(path);
    auto steps = storeMigrations();
    for (const Migration& migration : ledgerMigrations())
        steps.push_back(migration);
    if (!opened || !migrate(**opened, std::move(steps)))
        stop("cannot make a database in " + path);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int records = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int batch = argc > 2 ? std::atoi(argv[2]) : 250;
    const bool one = argc > 3 && std::string_view(argv[3]) == "one";
    const QTemporaryDir directory;
    LedgerOptions options;
    options.databasePath = directory.filePath(QStringLiteral("tollgate.db")).toStdString();
    options.journalDirectory = directory.filePath(QStringLiteral("journal")).toStdString();
    options.batchMs = 60'000; // only a flush writes, so that batches are what was asked for
    makeDatabase(options.databasePath);
    ManualClock clock(kNow);
    LiveStats live(clock);
    Ledger ledger(options, clock, &live, nullptr);
    if (auto started = ledger.start(); !started)
        stop(started.error());

    bench::Traffic traffic;
    double appendUs = 0;
    double ledgerUs = 0;
    for (int done = 0; done < records;) {
        std::vector<RequestRecord> made;
        for (int i = 0; i < batch && done < records; ++i, ++done)
            made.push_back(recordOf(traffic, kNow + done / 5, one));
        const double before = cpuUs(CLOCK_PROCESS_CPUTIME_ID);
        const double mine = cpuUs(CLOCK_THREAD_CPUTIME_ID);
        for (RequestRecord& record : made)
            ledger.append(std::move(record));
        const double appended = cpuUs(CLOCK_THREAD_CPUTIME_ID) - mine;
        if (!ledger.flush(60'000))
            stop("the ledger does not write");
        appendUs += appended;
        ledgerUs += cpuUs(CLOCK_PROCESS_CPUTIME_ID) - before - appended;
    }
    std::printf("%d records in batches of %d: append %.2f us, ledger's thread %.2f us of CPU per record\n",
                records, batch, appendUs / records, ledgerUs / records);
    ledger.stop();
    return 0;
}
