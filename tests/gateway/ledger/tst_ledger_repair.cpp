// The journal keeps what is in the database already, and fills a database that replaces a lost one.
#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/ledger_reader.h"

#include <QFile>

using namespace tollgate;
using namespace tollgate::test;

namespace {

LedgerOptions keeping(const LedgerHome& home) {
    LedgerOptions options = home.options();
    options.keepJournalBytes = 64 << 20;
    return options;
}

std::int64_t appendSome(Ledger& ledger, RecordSource& source, int count) {
    std::int64_t cost = 0;
    for (int i = 0; i < count; ++i) {
        RequestRecord record = source.next(kNow - i);
        cost += record.cost.value_or(Money{}).nanodollars;
        ledger.append(std::move(record));
    }
    return cost;
}

/// A ledger that has run and ended; what its requests cost.
std::int64_t filled(LedgerHome& home, int count) {
    RecordSource source;
    return appendSome(*home.start(keeping(home)), source, count);
}

void repair(const LedgerHome& home, LedgerDatabase::Result<> (LedgerDatabase::*step)()) {
    LedgerDatabase database(home.database());
    QVERIFY(database.open().has_value());
    QVERIFY((database.*step)().has_value());
}

void compare(const LedgerHome& home, std::int64_t rows, std::int64_t cost) {
    QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), rows);
    QCOMPARE(home.number(u"SELECT count(*) FROM request_details"_qs), rows);
    QCOMPARE(home.number(u"SELECT value FROM ledger_meta WHERE name = 'rows'"_qs), rows);
    for (const QString& table : {u"rollup_hour"_qs, u"rollup_day"_qs}) {
        QCOMPARE(home.number(u"SELECT sum(requests) FROM %1"_qs.arg(table)), rows);
        QCOMPARE(home.number(u"SELECT sum(cost) FROM %1"_qs.arg(table)), cost);
    }
}

} // namespace

class TestLedgerRepair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLostDatabaseIsFilledFromTheJournal() {
        LedgerHome home;
        const std::int64_t cost = filled(home, 300);
        QVERIFY(!home.journalFiles().isEmpty());
        home.replaceDatabase();
        QCOMPARE(home.start(keeping(home))->health().rows, 300);
        compare(home, 300, cost);
        home.start(keeping(home)); // the next start reads nothing again
        compare(home, 300, cost);
    }

    void aRunningLedgerIsPutOnAnotherDatabase() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start(keeping(home));
        std::int64_t cost = appendSome(*ledger, source, 200);
        QVERIFY(ledger->flush());
        ledger->detach();
        cost += appendSome(*ledger, source, 50); // nobody waits for the database
        home.replaceDatabase();
        QVERIFY(ledger->attach(false).has_value());
        cost += appendSome(*ledger, source, 25);
        QVERIFY(ledger->flush());
        QVERIFY(ledger->health().writable);
        QCOMPARE(ledger->health().pending, 0);
        QCOMPARE(ledger->spentToday().nanodollars, cost);
        compare(home, 275, cost);
    }

    void rowsThatAreMissingAreFoundAgainWithoutBeingCountedTwice() {
        LedgerHome home;
        const std::int64_t cost = filled(home, 300);
        home.run(u"DELETE FROM requests WHERE at_ms % 3 = 0"_qs);
        repair(home, &LedgerDatabase::mendRows);
        QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), 200);
        {
            Ledger ledger(keeping(home), home.clock, nullptr, nullptr);
            QVERIFY(ledger.start(true).has_value());
            QCOMPARE(ledger.health().rows, 300);
        }
        compare(home, 300, cost);
    }

    void lostSumsAreMadeOfTheRows() {
        LedgerHome home;
        const std::int64_t cost = filled(home, 300);
        const std::int64_t squares = home.number(u"SELECT sum(cost_squares) * 1e9 FROM rollup_day"_qs);
        const std::int64_t unpriced = home.number(u"SELECT sum(unpriced) FROM rollup_day"_qs);
        home.run(u"DELETE FROM rollup_hour"_qs);
        home.run(u"UPDATE rollup_day SET cost = cost * 2, requests = 1"_qs);
        repair(home, &LedgerDatabase::rebuildSums);
        compare(home, 300, cost);
        QCOMPARE(home.number(u"SELECT sum(cost_squares) * 1e9 FROM rollup_day"_qs), squares);
        QCOMPARE(home.number(u"SELECT sum(unpriced) FROM rollup_day"_qs), unpriced);
        QCOMPARE(home.number(u"SELECT count(*) FROM journal_positions"_qs), 0);
    }

    void aListOfADamagedDatabaseFailsAndDoesNotJustEnd() {
        LedgerHome home;
        filled(home, 3000);
        home.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_qs);
        const std::int64_t middle = home.number(
            u"SELECT pageno FROM dbstat WHERE name = 'requests' AND pagetype = 'leaf' LIMIT 1 OFFSET 40"_qs);
        QVERIFY(middle > 1);
        QFile file(QString::fromStdString(home.database()));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((middle - 1) * 4096));
        file.write(QByteArray(4096, '\xEE'));
        file.close();
        LedgerReader reader(home.database(), home.clock, nullptr);
        RequestsQuery query;
        std::size_t rows = 0;
        auto page = reader.requests(query);
        for (; page; page = reader.requests(query)) {
            rows += page->at("data").as_array().size();
            QVERIFY2(page->at("next_cursor").is_string(), "the list ended before its damage");
            query.cursor = std::string(page->at("next_cursor").as_string());
        }
        QVERIFY(rows > 0 && rows < 3000);
        QVERIFY(reader.sawDamage());
        reader.close();
    }

    void theJournalIsKeptWithinItsBounds() {
        LedgerHome home;
        RecordSource source;
        LedgerOptions options = keeping(home);
        options.segmentBytes = 16 << 10;
        options.keepJournalBytes = 64 << 10;
        {
            const auto ledger = home.start(options);
            appendSome(*ledger, source, 1000);
            QVERIFY(ledger->flush());
        }
        qint64 bytes = 0;
        for (const QString& name : home.journalFiles())
            bytes += QFileInfo(QString::fromStdString(home.journal()) + u'/' + name).size();
        QVERIFY2(bytes > (32 << 10) && bytes <= (64 << 10), std::to_string(bytes).c_str());
        QCOMPARE(home.number(u"SELECT count(*) FROM journal_positions"_qs), home.journalFiles().size());
        // And never for longer than the database keeps what is in it.
        options.retentionDays = 1;
        home.clock.advanceMs(3 * kMsPerDay);
        home.start(options);
        QCOMPARE(home.journalFiles(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestLedgerRepair)
#include "tst_ledger_repair.moc"
