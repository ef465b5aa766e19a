// Every page over a ledger of a million requests: it opens, says what the ledger holds, and finds what is
// asked for. How long that takes is measured by console_bench.

#include "tests/console/support/console_states.h"
#include "tests/console/support/multiply_ledger.h"

#include "ui/pages/traffic/traffic_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <limits>

using namespace tollgate;
using namespace tollgate::ui;

namespace {
constexpr int kWritten = 25'000;
constexpr int kTimes = 40;
constexpr int kRows = kWritten * kTimes;
} // namespace

class TestConsoleLarge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const std::string path = House::databasePath(m_directory.path().toStdString());
        bench::fillLedger(path, kWritten, Clock::system().unixMs() - kMsPerDay / 24, 30);
        bench::multiplyLedger(path, kTimes);
        m_console = std::make_unique<LiveConsole>(m_theme, QSize(1280, 720), m_directory.path());
        QVERIFY(m_console->listen());
        QTRY_COMPARE_WITH_TIMEOUT(m_console->request("GET", "/status").json[u"ledger_rows"].toInt(), kRows,
                                  LiveConsole::kPatienceMs);
    }
    void cleanupTestCase() { m_console.reset(); }

    void everyPageOpens_data() {
        QTest::addColumn<QString>("id");
        PageRegistry all;
        registerPages(all);
        for (const PageEntry& entry : all.pages())
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }
    void everyPageOpens() {
        QFETCH(QString, id);
        Page* page = m_console->show(id);
        QVERIFY(page && page->isVisible());
        QCOMPARE(m_console->window.currentPageId(), id);
        QVERIFY2(!m_console->window.messages()->isVisible(),
                 qPrintable(m_console->window.messages()->text())); // nothing to complain about
        QVERIFY(!m_console->window.grab().isNull());
    }

    void overviewCountsThemAll() {
        const QJsonObject overview = m_console->request("GET", "/overview?window=30d").json;
        const qint64 total = overview[u"requests"][u"total"].toInteger();
        QVERIFY2(total > kRows * 95 / 100 && total <= kRows, qPrintable(QString::number(total)));
    }

    void trafficPagesThroughThem() {
        auto* page = qobject_cast<TrafficPage*>(m_console->show(u"traffic"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), TrafficFeed::kPageSize, LiveConsole::kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(page->feed().ledgerRows(), qint64(kRows), LiveConsole::kPatienceMs);
        for (int pages = 2; pages < 5; ++pages) {
            QVERIFY(page->model().canFetchMore({}));
            page->model().fetchMore({});
            QTRY_COMPARE_WITH_TIMEOUT(page->model().rowCount(), pages * TrafficFeed::kPageSize,
                                      LiveConsole::kPatienceMs);
        }
    }

    void aSearchIsBoundedAndGoesOnWhereItStopped() {
        QByteArray cursor;
        QSet<QString> seen;
        qint64 before = std::numeric_limits<qint64>::max();
        int answers = 0;
        do {
            const QJsonObject page =
                m_console->request("GET", "/requests?limit=1000&filter=latency:%3E2078ms&cursor=" + cursor)
                    .json;
            const QJsonArray rows = page[u"data"].toArray();
            for (const auto& row : rows) {
                QVERIFY(row[u"at_ms"].toInteger() <= before);
                before = row[u"at_ms"].toInteger();
                QVERIFY(!seen.contains(row[u"id"].toString()));
                seen << row[u"id"].toString();
            }
            cursor = page[u"next_cursor"].toString().toUtf8();
            ++answers;
        } while (!cursor.isEmpty() && answers < 100);
        QVERIFY(cursor.isEmpty());
        QVERIFY2(answers >= 10, "a million rows were looked through in fewer answers than that bounds");
        QVERIFY(!seen.isEmpty() && seen.size() % kTimes == 0); // every copy of each
    }

    void trafficFindsTheFewAndSaysWhenThereAreNone() {
        auto* page = qobject_cast<TrafficPage*>(m_console->show(u"traffic"_qs));
        page->open(u"user:user-7 status:502"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(page->feed().hasAnswer() && !page->feed().isLoading() &&
                                     page->model().rowCount() > 0,
                                 LiveConsole::kPatienceMs);
        for (int row = 0; row < qMin(50, page->model().rowCount()); ++row) {
            QCOMPARE(page->model().at(row).status, 502);
            QCOMPARE(page->model().text(row, TrafficModel::User), u"user-7"_qs);
        }
        page->open(u"latency:>10s"_qs); // all of them have to be looked at
        QTRY_VERIFY_WITH_TIMEOUT(page->feed().hasAnswer() && !page->feed().isLoading() &&
                                     page->model().isEmpty() && !page->model().canFetchMore({}),
                                 LiveConsole::kPatienceMs);
        page->open(u"user:nobody"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(page->feed().hasAnswer() && !page->feed().isLoading() &&
                                     page->model().isEmpty(),
                                 LiveConsole::kPatienceMs);
        QVERIFY(page->feed().failure().isEmpty());
        page->open(QString());
    }

private:
    QTemporaryDir m_directory;
    Theme m_theme;
    std::unique_ptr<LiveConsole> m_console;
};

QTEST_MAIN(TestConsoleLarge)
#include "tst_console_large.moc"
