#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/record_json.h"
#include "gateway/store/sqlite.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <thread>

using namespace tollgate;
using namespace tollgate::test;

namespace {

struct Sums {
    std::int64_t requests = 0;
    std::int64_t errors = 0;
    std::int64_t unpriced = 0;
    std::int64_t cost = 0;
    std::int64_t input = 0;

    void add(const RequestRecord& record) {
        ++requests;
        errors += isFailed(record);
        unpriced += !record.cost;
        cost += record.cost.value_or(Money{}).nanodollars;
        input += record.usage.inputTotal();
    }
};

void compareSums(const LedgerHome& home, const Sums& sums) {
    QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), sums.requests);
    QCOMPARE(home.number(u"SELECT count(*) FROM request_details"_qs), sums.requests);
    QCOMPARE(home.number(u"SELECT value FROM ledger_meta WHERE name = 'rows'"_qs), sums.requests);
    QCOMPARE(home.number(u"SELECT coalesce(sum(cost), 0) FROM requests"_qs), sums.cost);
    for (const QString& table : {u"rollup_hour"_qs, u"rollup_day"_qs}) {
        const auto sum = [&](const QString& column) {
            return home.number(u"SELECT coalesce(sum(%1), 0) FROM %2"_qs.arg(column, table));
        };
        QCOMPARE(sum(u"requests"_qs), sums.requests);
        QCOMPARE(sum(u"errors"_qs), sums.errors);
        QCOMPARE(sum(u"unpriced"_qs), sums.unpriced);
        QCOMPARE(sum(u"cost"_qs), sums.cost);
        QCOMPARE(sum(u"input"_qs), sums.input);
    }
}

/// Live rows published so far; lets the next batch of them be due.
std::size_t rowsPublished(LedgerHome& home, const RecordingSink& sink) {
    home.clock.advanceMs(100);
    std::size_t rows = 0;
    for (const auto& [type, data] : sink.events())
        rows += data.at("rows").as_array().size();
    return rows;
}

/// What a process killed after answering leaves behind: lines in the journal, nothing in the database.
void writeJournal(const LedgerHome& home, const QString& name, const std::vector<RequestRecord>& records,
                  const QByteArray& tail = {}) {
    QDir().mkpath(QString::fromStdString(home.journal()));
    QFile file(QString::fromStdString(home.journal()) + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const RequestRecord& record : records)
        file.write(QByteArray::fromStdString(journalLine(record, detailJson(record))));
    file.write(tail);
}

} // namespace

class TestLedger : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordsSurviveTheJournalLine() {
        RecordSource source;
        for (int i = 0; i < 200; ++i) {
            RequestRecord record = source.next(kNow + i);
            record.requestHeaders = {{"x-user-id", "älice \"q\" \\ \n\t\x01"}};
            record.requestBody = "{\"messages\":[\"\xF0\x9F\x98\x80\"]}";
            record.translation = {{"dropped", "logit_bias", "unsupported"}};
            const std::string line = journalLine(record, detailJson(record));
            QCOMPARE(line.find('\n'), line.size() - 1);
            const auto read = recordFromLine(line);
            QVERIFY(read.has_value());
            QCOMPARE(journalLine(*read, detailJson(*read)), line);
            QCOMPARE(read->usage, record.usage);
            QCOMPARE(read->requestHeaders, record.requestHeaders);
            QCOMPARE(read->attempts.size(), record.attempts.size());
        }
    }

    void badUtf8DoesNotSpoilTheLine() {
        RequestRecord record = RecordSource().next(kNow);
        record.user = "bad\xFF\xC0\xAF\xED\xA0\x80name";
        const auto read = recordFromLine(journalLine(record, detailJson(record)));
        QVERIFY(read.has_value());
        QVERIFY(read->user.starts_with("bad\xEF\xBF\xBD"));
        QVERIFY(read->user.ends_with("name"));
    }

    void rowsRollupsAndRecordsHaveTheSameSums() {
        LedgerHome home;
        RecordSource source;
        Sums sums;
        {
            const auto ledger = home.start();
            for (int i = 0; i < 3000; ++i) {
                RequestRecord record = source.next(kNow - source.below(3 * kMsPerDay));
                sums.add(record);
                ledger->append(std::move(record));
            }
            QVERIFY(ledger->flush());
            QCOMPARE(ledger->health().pending, 0);
            QCOMPARE(ledger->health().rows, 3000);
            QVERIFY(ledger->health().writable);
        }
        compareSums(home, sums);
        // All of it is in the database: nothing is left to replay.
        QCOMPARE(home.journalFiles().size(), 0);
    }

    void whatCallersSendCannotStopTheLedger() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        RequestRecord odd = source.next(kNow);
        odd.user = "two\x1Fparts \xFF";
        odd.traceId = "trace \xC0";
        odd.error = "cut \xE2\x82";
        ledger->append(std::move(odd));
        // Other parts that only look the same when they stand side by side.
        RequestRecord other = source.next(kNow);
        other.user = "two";
        other.project = "parts";
        ledger->append(std::move(other));
        QVERIFY(ledger->flush());
        QCOMPARE(ledger->health().rows, 2);
        QCOMPARE(home.number(u"SELECT count(*) FROM ledger_dims"_qs), 2);
        QCOMPARE(home.number(u"SELECT count(*) FROM requests r JOIN ledger_dims d ON d.id = r.dim WHERE "
                             "d.user = 'two' || char(31) || 'parts ' || char(65533) AND r.trace_id = "
                             "'trace ' || char(65533) AND r.error = 'cut ' || char(65533, 65533)"_qs),
                 1);
    }

    void distributionsGrowWithEveryBatch() {
        LedgerHome home;
        RecordSource source;
        LedgerOptions options = home.options();
        options.busyTimeoutMs = 0;
        Histogram latency;
        Histogram overhead;
        for (int run = 0; run < 2; ++run) {
            const auto ledger = home.start(options);
            for (int batch = 0; batch < 8; ++batch) {
                // Half of the batches fail at first: another program writes.
                const auto other = SqliteConnection::open(home.database());
                QVERIFY(other.has_value());
                if (batch % 2)
                    QVERIFY((*other)->execute("BEGIN IMMEDIATE").has_value());
                for (int i = 0; i < 40; ++i) {
                    const RequestRecord record = source.next(kNow - source.below(2 * kMsPerHour));
                    overhead.add(record.overheadUs);
                    if (isAnswered(record))
                        latency.add(record.latencyUs);
                    ledger->append(RequestRecord(record));
                }
                if (batch % 2) {
                    QVERIFY(!ledger->flush(20));
                    QVERIFY((*other)->execute("ROLLBACK").has_value());
                    home.clock.advanceMs(1'000);
                }
                QVERIFY(ledger->flush());
            }
        }
        const auto database = SqliteConnection::open(home.database());
        for (const char* table : {"rollup_hour", "rollup_day"}) {
            Histogram latencies;
            Histogram overheads;
            auto select = (*database)->prepare(std::string("SELECT latency, overhead FROM ") + table);
            QVERIFY(select->eachRow([&](SqliteRow& row) {
                latencies.mergeSerialised(row.bytes());
                overheads.mergeSerialised(row.bytes());
            }));
            QVERIFY(latencies == latency);
            QVERIFY(overheads == overhead);
        }
    }

    void manyThreadsLoseNothing() {
        LedgerHome home;
        std::atomic<std::int64_t> cost{0};
        {
            LedgerOptions options = home.options();
            options.segmentBytes = 64 << 10; // rotates often
            const auto ledger = home.start(options);
            std::vector<std::thread> workers;
            for (std::uint64_t worker = 0; worker < 4; ++worker) {
                workers.emplace_back([&, worker] {
                    RecordSource source(worker + 1);
                    for (int i = 0; i < 500; ++i) {
                        RequestRecord record = source.next(kNow);
                        cost += record.cost.value_or(Money{}).nanodollars;
                        ledger->append(std::move(record));
                    }
                });
            }
            for (std::thread& worker : workers)
                worker.join();
        } // stopping writes everything out
        QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), 2000);
        QCOMPARE(home.number(u"SELECT sum(cost) FROM rollup_hour"_qs), cost.load());
        QCOMPARE(home.journalFiles().size(), 0);
    }

    void aKilledProcessLosesNoAnsweredRequest() {
        LedgerHome home;
        RecordSource source;
        Sums sums;
        std::vector<RequestRecord> records;
        for (int i = 0; i < 1500; ++i) {
            records.push_back(source.next(kNow - i));
            sums.add(records.back());
        }
        // The last line was being written when the process died.
        writeJournal(home, u"000041.jsonl"_qs, records, "{\"id\":\"01TORN\",\"at_ms\":17");
        const auto ledger = home.start();
        QCOMPARE(ledger->health().rows, 1500);
        QCOMPARE(ledger->spentToday().nanodollars, sums.cost);
        compareSums(home, sums);
        QVERIFY(!home.journalFiles().contains(u"000041.jsonl"_qs));
    }

    void replayingTwiceCountsOnce() {
        LedgerHome home;
        RecordSource source;
        Sums sums;
        std::vector<RequestRecord> records;
        for (int i = 0; i < 300; ++i) {
            records.push_back(source.next(kNow - i));
            sums.add(records.back());
        }
        for (int round = 0; round < 3; ++round) {
            writeJournal(home, u"000001.jsonl"_qs, records);
            writeJournal(home, u"000002.jsonl"_qs, records);
            home.start();
        }
        compareSums(home, sums);
    }

    void numbersOfOldFilesAreNotUsedAgain() {
        LedgerHome home;
        RecordSource source;
        writeJournal(home, u"000007.jsonl"_qs, {source.next(kNow)});
        const auto ledger = home.start();
        ledger->append(source.next(kNow));
        QCOMPARE(home.journalFiles(), QStringList{u"000008.jsonl"_qs});
    }

    void theJournalIsPrivateAndHoldsTheLineAtOnce() {
        LedgerHome home;
        LedgerOptions options = home.options();
        options.batchMs = 10'000;
        const auto ledger = home.start(options);
        RequestRecord record = RecordSource().next(kNow);
        const std::string id = record.id;
        ledger->append(std::move(record));
        const QStringList files = home.journalFiles();
        QCOMPARE(files.size(), 1);
        QFile file(QString::fromStdString(home.journal()) + u'/' + files.first());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions{});
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(QByteArray::fromStdString(id)));
        QVERIFY(ledger->flush());
    }

    void aLockedDatabaseDelaysAndLosesNothing() {
        LedgerHome home;
        LedgerOptions options = home.options();
        options.maxPendingInMemory = 50;
        options.busyTimeoutMs = 20;
        RecordSource source;
        Sums sums;
        LiveStats live(home.clock);
        const auto ledger = home.start(options, &live);
        {
            QSqlDatabase blocker = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"blocker"_qs);
            blocker.setDatabaseName(QString::fromStdString(home.database()));
            QVERIFY(blocker.open());
            QSqlQuery query(blocker);
            QVERIFY(query.exec(u"BEGIN IMMEDIATE"_qs));
            for (int i = 0; i < 200; ++i) {
                RequestRecord record = source.next(kNow);
                sums.add(record);
                ledger->append(std::move(record));
            }
            QVERIFY(!ledger->flush(50));
            QTRY_VERIFY(!ledger->health().writable);
            QVERIFY(!ledger->health().lastError.empty());
            QCOMPARE(ledger->health().pending, 200);
            QCOMPARE(ledger->health().lost, 0);
            QVERIFY(query.exec(u"ROLLBACK"_qs));
        }
        QSqlDatabase::removeDatabase(u"blocker"_qs);
        home.clock.advanceMs(2'000); // the next try
        QVERIFY(ledger->flush());
        QVERIFY(ledger->health().writable);
        compareSums(home, sums);
        // Those that waited in the file only are in the live statistics as well.
        const auto buckets = live.buckets(kNow - kNow % LiveStats::kSlotMs, LiveStats::kSlotMs, 1);
        QCOMPARE(buckets[0].totals.requests, 200);
        QCOMPARE(buckets[0].totals.cost.nanodollars, sums.cost);
    }

    void liveRowsComeInBatches() {
        LedgerHome home;
        RecordingSink sink;
        RecordSource source;
        const auto ledger = home.start(nullptr, &sink);
        for (int i = 0; i < 100; ++i)
            ledger->append(source.next(kNow));
        QVERIFY(ledger->flush());
        QTRY_COMPARE(rowsPublished(home, sink), std::size_t{100});
        const auto events = sink.events();
        QCOMPARE(events.front().first, std::string("request"));
        QVERIFY(events.size() < 20);
        const auto& row = events.front().second.at("rows").as_array().front().as_object();
        for (const char* field :
             {"id", "trace_id", "at", "at_ms", "status", "user", "cost_usd", "latency_ms", "note"})
            QVERIFY2(row.contains(field), field);
    }

    void liveRowsAreNotMadeForNobody() {
        LedgerHome home;
        RecordingSink sink;
        RecordSource source;
        const auto ledger = home.start(nullptr, &sink);
        sink.listening = false;
        ledger->append(source.next(kNow));
        QVERIFY(ledger->flush());
        sink.listening = true;
        ledger->append(source.next(kNow));
        QVERIFY(ledger->flush());
        QTRY_COMPARE(rowsPublished(home, sink), std::size_t{1});
    }

    void spentTodayStartsAgainAtMidnight() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        RequestRecord record = source.next(kNow);
        record.cost = Money::fromUsd(1.25);
        ledger->append(std::move(record));
        QCOMPARE(ledger->spentToday().usd(), 1.25); // at once, not after the batch
        home.clock.advanceMs(kMsPerDay);
        QCOMPARE(ledger->spentToday().nanodollars, 0);
        record = source.next(kNow + kMsPerDay);
        record.cost = Money::fromUsd(0.5);
        ledger->append(std::move(record));
        QCOMPARE(ledger->spentToday().usd(), 0.5);
    }

    void retentionDeletesOldRowsAndKeepsTheirSums() {
        LedgerHome home;
        RecordSource source;
        Sums sums;
        LedgerOptions options = home.options();
        options.retentionDays = 2;
        const auto ledger = home.start(options);
        for (int i = 0; i < 1200; ++i) {
            RequestRecord record = source.next(kNow - (i % 4) * kMsPerDay - 1000);
            sums.add(record);
            ledger->append(std::move(record));
        }
        QVERIFY(ledger->flush());
        // Housekeeping runs once a minute, and only while nothing is waiting.
        QTRY_COMPARE_WITH_TIMEOUT((home.clock.advanceMs(60'000), ledger->health().rows), 600, 15'000);
        QCOMPARE(home.number(u"SELECT count(*) FROM request_details"_qs), 600);
        QCOMPARE(home.number(u"SELECT sum(cost) FROM rollup_day"_qs), sums.cost);
        QVERIFY(home.number(u"SELECT value FROM ledger_meta WHERE name = 'complete_from_ms'"_qs) > 0);
    }

    void appendingIsCheap() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        std::vector<RequestRecord> records;
        for (int i = 0; i < 5000; ++i)
            records.push_back(source.next(kNow));
        QElapsedTimer timer;
        timer.start();
        for (RequestRecord& record : records)
            ledger->append(std::move(record));
        const double each = static_cast<double>(timer.nsecsElapsed()) / 5000.0 / 1000.0;
        qInfo("append: %.1f µs per record", each);
        QVERIFY(each < 500); // far above what it takes anywhere; the bench measures
        QVERIFY(ledger->flush());
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
