// What the ledger does when the disk takes nothing. A file size limit of zero fails every write as a full
// disk does, for root as well.
#include <QtTest>

#include "ledger_fixture.h"

#include <csignal>

#include <sys/resource.h>

using namespace tollgate;
using namespace tollgate::test;

namespace {

class FullDisk {
public:
    FullDisk() {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { hasRoomAgain(); }
    void hasRoomAgain() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

QStringList s_said; // by the ledger's thread, read when it has ended
std::mutex s_saidMutex;

void listen(QtMsgType, const QMessageLogContext&, const QString& text) {
    const std::scoped_lock lock(s_saidMutex);
    s_said << text;
}

qsizetype timesSaid(const QString& words) {
    const std::scoped_lock lock(s_saidMutex);
    return s_said.filter(words).size();
}

} // namespace

class TestLedgerDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void init() {
        s_said.clear();
        m_before = qInstallMessageHandler(listen);
    }
    void cleanup() { qInstallMessageHandler(m_before); }

    void whatAFullDiskRefusesWaitsInMemory() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        ledger->append(source.next(kNow));
        QVERIFY(ledger->flush());
        QVERIFY(ledger->writable());
        {
            FullDisk disk;
            for (int i = 0; i < 20; ++i)
                ledger->append(source.next(kNow));
            QVERIFY(!ledger->writable());
            QVERIFY(!ledger->flush(100));
            const LedgerHealth health = ledger->health();
            QVERIFY(!health.writable);
            QVERIFY(!health.lastError.empty());
            QCOMPARE(health.pending, 20);
            QCOMPARE(health.lost, 0);
        }
        // By itself: no record comes to find out.
        QTRY_VERIFY((home.clock.advanceMs(300), ledger->writable()));
        QVERIFY(ledger->flush());
        QCOMPARE(ledger->health().rows, 21);
        QCOMPARE(home.number(u"SELECT sum(requests) FROM rollup_day"_qs), 21);
        QTRY_COMPARE(timesSaid(u"is written again"_qs), 1);
        QCOMPARE(timesSaid(u"cannot be written"_qs), 1);
    }

    void whatMemoryCannotHoldIsCountedAsLost() {
        LedgerHome home;
        RecordSource source;
        LedgerOptions options = home.options();
        options.maxPendingInMemory = 5;
        const auto ledger = home.start(options);
        {
            FullDisk disk;
            for (int i = 0; i < 8; ++i)
                ledger->append(source.next(kNow));
            QCOMPARE(ledger->health().lost, 3);
            QTRY_COMPARE(timesSaid(u"lost 3 records for good"_qs), 1);
        }
        QTRY_VERIFY((home.clock.advanceMs(300), ledger->writable()));
        QVERIFY(ledger->flush());
        QCOMPARE(ledger->health().rows, 5);
        QCOMPARE(ledger->health().lost, 3);
        QCOMPARE(ledger->health().pending, 0);
        QTRY_COMPARE(timesSaid(u"3 were lost"_qs), 1);
        QCOMPARE(timesSaid(u"for good"_qs), 1);
    }

    void memoryIsBoundedInBytesToo() {
        LedgerHome home;
        RecordSource source;
        LedgerOptions options = home.options();
        options.maxPendingBytes = 1 << 20;
        const auto ledger = home.start(options);
        {
            FullDisk disk;
            for (int i = 0; i < 8; ++i) {
                RequestRecord record = source.next(kNow);
                record.requestBody.assign(100'000, 'x');
                ledger->append(std::move(record));
            }
            QCOMPARE(ledger->health().lost, 3); // each counts about twice
        }
        QTRY_VERIFY((home.clock.advanceMs(300), ledger->writable()));
        QVERIFY(ledger->flush());
        // What was written makes room again.
        RequestRecord record = source.next(kNow);
        record.requestBody.assign(400'000, 'x');
        ledger->append(std::move(record));
        QVERIFY(ledger->flush());
        QCOMPARE(ledger->health().rows, 6);
        QCOMPARE(ledger->health().lost, 3);
    }

    void anIdleLedgerNoticesByItself() {
        LedgerHome home;
        const auto ledger = home.start();
        FullDisk disk;
        QTRY_VERIFY((home.clock.advanceMs(3'000), !ledger->writable()));
        QVERIFY(ledger->health().lastError.find("probe") != std::string::npos);
        disk.hasRoomAgain();
        QTRY_VERIFY((home.clock.advanceMs(300), ledger->writable()));
        QCOMPARE(home.journalFiles(), QStringList());
    }

    void aJournalThatIsGoneIsAFailureAlthoughTheDatabaseTakesTheRow() {
        LedgerHome home;
        RecordSource source;
        const auto ledger = home.start();
        const QString journal = QString::fromStdString(home.journal());
        QVERIFY(QDir().rename(journal, journal + u"-away"_qs));
        ledger->append(source.next(kNow));
        QVERIFY(!ledger->writable());
        QVERIFY(ledger->flush());
        QCOMPARE(ledger->health().rows, 1);
        QVERIFY(!ledger->health().writable);
        QVERIFY(QDir().rename(journal + u"-away"_qs, journal));
        QTRY_VERIFY((home.clock.advanceMs(300), ledger->writable()));
    }

    void aLineThatWasCutShortSpoilsNoOther() {
        LedgerHome home;
        RecordSource source;
        LedgerOptions options = home.options();
        options.batchMs = 60'000; // nothing goes to the database: the journal is all there is
        std::string torn;
        {
            const auto ledger = home.start(options);
            ledger->append(source.next(kNow));
            const QString file = QString::fromStdString(home.journal()) + u'/' + home.journalFiles().first();
            rlimit before{};
            ::getrlimit(RLIMIT_FSIZE, &before);
            rlimit tight = before;
            tight.rlim_cur = static_cast<rlim_t>(QFileInfo(file).size() + 100);
            ::setrlimit(RLIMIT_FSIZE, &tight);
            RequestRecord record = source.next(kNow);
            torn = record.id;
            ledger->append(std::move(record));
            ::setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(!ledger->writable());
            ledger->append(source.next(kNow));
            QVERIFY(ledger->writable());
            std::size_t lines = 0;
            for (const QString& name : home.journalFiles()) {
                QFile journal(QString::fromStdString(home.journal()) + u'/' + name);
                QVERIFY(journal.open(QIODevice::ReadOnly));
                const QByteArray text = journal.readAll();
                QVERIFY(text.endsWith('\n'));
                QVERIFY(!text.contains(torn.c_str()));
                lines += static_cast<std::size_t>(text.count('\n'));
            }
            QCOMPARE(lines, std::size_t{2});
            QVERIFY(ledger->flush());
            QCOMPARE(ledger->health().rows, 3);
        }
    }

private:
    QtMessageHandler m_before = nullptr;
};

QTEST_GUILESS_MAIN(TestLedgerDisk)
#include "tst_ledger_disk.moc"
