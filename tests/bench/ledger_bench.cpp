// How long the usage by user and day takes over a ledger of a million requests, on the reader's own
// connection. Fills a database in a temporary directory through the ledger's own writer, so that rows,
// rollups and dictionaries are what they would be, and asks it the console's questions.
//
//   ledger_bench [ROWS]
#include "tests/bench/fill_ledger.h"

#include "gateway/ledger/ledger_reader.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace tollgate;
using tollgate::bench::stop;

namespace {

using Clocked = std::chrono::steady_clock;

constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z
constexpr std::int64_t kDays = 30;
constexpr double kAimMs = 50;
constexpr int kRounds = 15;

double msSince(Clocked::time_point then) {
    return std::chrono::duration<double, std::milli>(Clocked::now() - then).count();
}

struct Question {
    const char* name;
    UsageQuery query;
};

/// Milliseconds: the median, and the worst after the first.
void ask(LedgerReader& reader, const Question& question, bool& good) {
    std::vector<double> taken;
    std::size_t groups = 0;
    for (int round = 0; round < kRounds; ++round) {
        const auto then = Clocked::now();
        const auto answer = reader.usage(question.query);
        taken.push_back(msSince(then));
        if (!answer)
            stop(answer.error().message);
        groups = answer->at("data").as_array().size();
    }
    const double first = taken.front();
    std::sort(taken.begin(), taken.end());
    const double median = taken[taken.size() / 2];
    good = good && median <= kAimMs;
    std::printf("%-44s %7zu rows %9.1f ms median %9.1f ms cold\n", question.name, groups, median, first);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const QTemporaryDir directory;
    const std::string path = directory.filePath(QStringLiteral("tollgate.db")).toStdString();
    const auto then = Clocked::now();
    bench::fillLedger(path, rows, kNow, kDays);
    std::printf("ledger of %lld requests over %lld days, written in %.1f s\n", static_cast<long long>(rows),
                static_cast<long long>(kDays), msSince(then) / 1000);
    ManualClock clock(kNow);
    LedgerReader reader(path, clock, nullptr);
    const std::int64_t from = kNow - kDays * kMsPerDay;
    const std::vector<Question> questions{
        {"usage by user and day, all of it", {{}, {}, {"day", "user"}, {}}},
        {"usage by user and day, last 30 days to now", {from, kNow, {"day", "user"}, {}}},
        {"the same, of one model", {from, kNow, {"day", "user"}, "model:gpt-4o"}},
        {"usage by model and day", {from, kNow, {"day", "model"}, {}}},
        {"usage by hour, last 7 days", {kNow - 7 * kMsPerDay, kNow, {"hour"}, {}}},
    };
    bool good = true;
    for (const Question& question : questions)
        ask(reader, question, good);
    std::printf("aim: %.0f ms: %s\n", kAimMs, good ? "met" : "missed");
    reader.close();
    return 0;
}
