// What the ledger keeps of flags: arms, experiments, copies.
#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/ledger_reader.h"

#include <boost/json/array.hpp>

#include <set>

using namespace tollgate;
using namespace tollgate::test;

namespace json = boost::json;

namespace {

template <typename T>
T need(Answer<T> answer) {
    if (!answer)
        qFatal("%s: %s", answer.error().param.c_str(), answer.error().message.c_str());
    return *std::move(answer);
}

Flag canaryFlag() {
    Flag flag;
    flag.key = "chat-canary";
    return flag;
}

} // namespace

class FlagLedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mirrorTrafficIsNobodysSpending() {
        LedgerHome home;
        const auto ledger = home.start();
        RequestRecord record = RecordSource().next(kNow);
        record.user = "alice";
        record.provider = "openai";
        record.arm = "mirror";
        record.cost = Money::fromUsd(1);
        ledger->append(std::move(record));
        QVERIFY(ledger->flush());
        LedgerReader reader(home.database(), home.clock, nullptr);
        const std::int64_t end = kNow + 1;
        for (const Spend& spend : need(reader.spend({{BudgetScope::User, "alice", 0, end},
                                                     {BudgetScope::Global, "", 0, end},
                                                     {BudgetScope::Provider, "openai", 0, end}})))
            QCOMPARE(spend.cost.usd(), 0.0);
        QCOMPARE(ledger->spentToday().usd(), 0.0);
        const auto rows = [&](const char* by, const char* filter) {
            UsageQuery query;
            if (*by != 0)
                query.groupBy = {by};
            query.filter = filter;
            return need(reader.usage(query)).at("data").as_array();
        };
        QCOMPARE(rows("user", "").size(), std::size_t(0));
        QVERIFY(rows("", "").at(0).at("requests") == 0);
        QVERIFY(rows("arm", "").at(0).at("cost_usd") == 1.0);
        QVERIFY(rows("", "arm:mirror").at(0).at("cost_usd") == 1.0);
        // Another process says the same.
        ledger->stop();
        const auto again = home.start();
        QCOMPARE(again->spentToday().usd(), 0.0);
    }

    void aCopyHidesNothingBehindItsTrace() {
        LedgerHome home;
        const auto ledger = home.start();
        RecordSource source;
        RequestRecord real = source.next(kNow);
        real.traceId = "shared-trace";
        RequestRecord copy = source.next(kNow + 5);
        copy.traceId = "shared-trace";
        copy.arm = "mirror";
        const std::string realId = real.id;
        const std::string copyId = copy.id;
        ledger->append(std::move(real));
        ledger->append(std::move(copy));
        QVERIFY(ledger->flush());
        LedgerReader reader(home.database(), home.clock, nullptr);
        const auto idOf = [&](const std::string& wanted) {
            return std::string(need(reader.request(wanted))->at("id").as_string());
        };
        QCOMPARE(idOf("shared-trace"), realId);
        QCOMPARE(idOf(copyId), copyId);
    }

    void armsThatFailedAreKept() {
        LedgerHome home;
        const auto ledger = home.start();
        RecordSource source;
        for (int i = 0; i < 4; ++i) {
            RequestRecord record = source.next(kNow - 1000);
            record.outcome = RequestOutcome::Ok;
            record.status = 200;
            record.flag = "chat-canary";
            record.arm = i == 0 ? "canary" : "stable";
            record.failedArm = i == 1 ? "canary" : "";
            record.promptVersion = i < 2 ? "v1" : "v2";
            record.promptFlag = i == 3 ? "" : "tone"; // the last was chosen by its caller
            ledger->append(std::move(record));
        }
        QVERIFY(ledger->flush());
        LedgerReader reader(home.database(), home.clock, nullptr);
        const ArmCells arms = need(reader.arms(canaryFlag(), kNow - kMsPerHour));
        QCOMPARE(arms.at("canary").totals.requests, std::int64_t(2));
        QCOMPARE(arms.at("canary").totals.errors, std::int64_t(1));
        QCOMPARE(arms.at("stable").totals.requests, std::int64_t(2));
        Flag tone;
        tone.key = "tone";
        tone.type = FlagType::Prompt;
        const ArmCells versions = need(reader.arms(tone, kNow - kMsPerHour));
        QCOMPARE(versions.at("v1").totals.requests, std::int64_t(2));
        QCOMPARE(versions.at("v2").totals.requests, std::int64_t(1));
        const json::object row = need(reader.requests({"arm:stable", 10, ""}));
        std::multiset<std::string> failed;
        for (const json::value& one : row.at("data").as_array())
            failed.insert(one.at("failed_arm").is_null() ? "" : one.at("failed_arm").as_string().c_str());
        QCOMPARE(failed, (std::multiset<std::string>{"", "", "canary"}));
    }

    void dimensionsGainArmsAndKeepTheirIds() {
        QTemporaryDir directory;
        auto opened = Database::open(directory.filePath(QStringLiteral("old.db")).toStdString());
        QVERIFY(opened.has_value());
        std::vector<Migration> steps = ledgerMigrations();
        const std::vector<Migration> first{steps.front()};
        QVERIFY(migrate(**opened, first).has_value());
        QVERIFY((*opened)
                    ->execute(
                        QStringLiteral("INSERT INTO ledger_dims VALUES(7, 'alice', 'p', 'k', 'o', 'm', 'a', "
                                       "'f', 'canary', 'v1', 200)"))
                    .has_value());
        QVERIFY(migrate(**opened, steps).has_value());
        auto read =
            (*opened)->prepare(QStringLiteral("SELECT id, user, arm, status, failed_arm FROM ledger_dims"));
        QVERIFY(read.has_value() && Database::run(*read).has_value() && read->next());
        QCOMPARE(read->value(0).toInt(), 7);
        QCOMPARE(read->value(1).toString(), QStringLiteral("alice"));
        QCOMPARE(read->value(2).toString(), QStringLiteral("canary"));
        QCOMPARE(read->value(3).toInt(), 200);
        QCOMPARE(read->value(4).toString(), QString(QLatin1String("")));
    }
};

QTEST_GUILESS_MAIN(FlagLedgerTest)
#include "tst_flag_ledger.moc"
