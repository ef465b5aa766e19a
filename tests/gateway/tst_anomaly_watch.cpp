// Users who spend far above their own habit are told of once per user and day.

#include "gateway/anomaly_watch.h"
#include "tests/gateway/ledger/ledger_fixture.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

class AnomalyWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<LedgerHome>();
        m_ledger = m_home->start();
        m_reader = std::make_unique<LedgerReader>(m_home->database(), m_home->clock, nullptr);
        m_sink = std::make_unique<RecordingSink>();
        // Two weeks in which alice and bob spent a fifth of a dollar an hour.
        for (std::int64_t hour = 1; hour <= 14 * 24; ++hour) {
            spend("alice", 0.2, hour * kMsPerHour);
            spend("bob", 0.2, hour * kMsPerHour);
        }
        QVERIFY(m_ledger->flush());
        startWatch();
    }
    void cleanup() {
        m_reader->close();
        m_ledger->stop();
    }

    void nobodyStandsOutByHabit() {
        m_watch->look();
        QVERIFY(told().empty());
    }

    void whoSpendsFarAboveTheirHabitIsToldOfOnceADay() {
        m_watch->look();
        spend("alice", 5);
        lookAfterAMinute();
        QCOMPARE(told(), QStringList{QStringLiteral("alice")});
        spend("alice", 5);
        lookAfterAMinute();
        QCOMPARE(told().size(), 1);
        spend("bob", 9);
        lookAfterAMinute();
        QCOMPARE(told(), (QStringList{QStringLiteral("alice"), QStringLiteral("bob")}));
        m_home->clock.advanceMs(kMsPerDay);
        spend("alice", 9);
        lookAfterAMinute();
        QCOMPARE(told().size(), 3);
        const boost::json::object event = m_sink->events().back().second.as_object();
        QVERIFY(event.at("ratio").as_double() > 2.5);
        QVERIFY(event.at("recent_usd").as_double() >= 9);
        QVERIFY(event.at("usual_usd").as_double() < 1);
        QVERIFY(event.at("since").is_string());
    }

    void itLooksAtMostOnceAMinute() {
        m_watch->look();
        spend("alice", 5);
        QVERIFY(m_ledger->flush());
        m_home->clock.advanceMs(59'000);
        m_watch->look();
        QVERIFY(told().empty());
        m_home->clock.advanceMs(1'000);
        m_watch->look();
        QCOMPARE(told().size(), 1);
    }

    void aRestartDoesNotTellAgain() {
        m_watch->look();
        spend("alice", 5);
        lookAfterAMinute();
        QCOMPARE(told().size(), 1);
        startWatch();
        m_watch->look();
        spend("alice", 5);
        lookAfterAMinute();
        QCOMPARE(told().size(), 1);
        spend("bob", 5);
        lookAfterAMinute();
        QCOMPARE(told().size(), 2);
    }

private:
    void startWatch() { m_watch = std::make_unique<AnomalyWatch>(*m_reader, *m_sink, m_home->clock); }
    void spend(const char* user, double usd, std::int64_t agoMs = 0) {
        RequestRecord record = m_records.next(m_home->clock.unixMs() - agoMs);
        record.user = user;
        record.arm.clear();
        record.cost = Money::fromUsd(usd);
        m_ledger->append(std::move(record));
    }
    void lookAfterAMinute() {
        QVERIFY(m_ledger->flush());
        m_home->clock.advanceMs(60'000);
        m_watch->look();
    }
    QStringList told() const {
        QStringList users;
        for (const auto& [type, event] : m_sink->events()) {
            if (type == "anomaly")
                users << QString::fromUtf8(event.at("user").as_string().c_str());
        }
        return users;
    }

    RecordSource m_records;
    std::unique_ptr<LedgerHome> m_home;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerReader> m_reader;
    std::unique_ptr<RecordingSink> m_sink;
    std::unique_ptr<AnomalyWatch> m_watch;
};

QTEST_GUILESS_MAIN(AnomalyWatchTest)
#include "tst_anomaly_watch.moc"
