// Guardrails, ramps and roll-backs: what is written, when, by whom.

#include "gateway/ledger/ledger.h"
#include "gateway/wire/trace_id.h"
#include "tests/gateway/admin/admin_fixture.h"

using namespace tollgate;

namespace {

constexpr std::int64_t kMinute = 60'000;
const char* const kFlag =
    "{'key':'c','type':'canary','alias':'base','stable':'base/m','canary':'base/n','rollout_percent':10,"
    "'guardrails':{'min_requests':20,'max_error_rate':0.1},"
    "'ramp':{'step_percent':10,'every_minutes':30,'max_percent':25}}";

} // namespace

class FlagAutomationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBadCanaryIsRolledBackOnce();
    void theReasonIsInAuditEventAndFlag();
    void aCanaryThatStableSavesIsBadAllTheSame();
    void tooFewRequestsRollNothingBack();
    void aChangeBeginsANewObservation();
    void aRampGoesOnWhenTimeAndSampleAreThere();
    void aRampEndsAtItsMaximum();
    void aManualChangeRestartsTheRamp();
    void aRampFromZeroTakesItsFirstStepByTime();
    void aDisabledFlagIsLeftAlone();
    void theTimerAndTheSampleSurviveARestart();
    void aDocumentDoesNotUndoAnIntervention();
    void aDocumentThatSaysSomethingElseDoes();
    void rollbackByHandIsAnInterventionToo();
    void timesAreReadOnly();
    void aBadVersionOfAPromptIsRolledBackToTheDefault();

private:
    /// So many requests of an arm, so many of them failed.
    static void serve(AdminFixture& fixture, const char* arm, int requests, int failures,
                      const char* failedArm = "") {
        for (int i = 0; i < requests; ++i)
            fixture.arms.record(request(fixture, arm, i < failures, failedArm));
    }
    static RequestRecord request(AdminFixture& fixture, const char* arm, bool fails,
                                 const char* failedArm = "") {
        RequestRecord record;
        record.atMs = fixture.clock.unixMs();
        record.flag = "c";
        record.arm = arm;
        record.failedArm = failedArm;
        record.status = fails ? 502 : 200;
        record.outcome = fails ? RequestOutcome::Error : RequestOutcome::Ok;
        record.latencyUs = 1000;
        return record;
    }
    static double rollout(const AdminFixture& fixture) {
        return fixture.snapshot()->flags.at("c").rolloutPercent;
    }
    static void pass(AdminFixture& fixture, std::int64_t ms) {
        fixture.clock.advanceMs(ms);
        fixture.service->tick();
    }
    static boost::json::value newest(AdminFixture& fixture) { return fixture.get("/audit").data().front(); }
};

void FlagAutomationTest::aBadCanaryIsRolledBackOnce() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "stable", 100, 0);
    serve(fixture, "canary", 20, 3);
    const std::size_t before = fixture.auditCount();
    fixture.service->tick(); // long since the last look
    QCOMPARE(rollout(fixture), 0.0);
    QVERIFY(!fixture.snapshot()->flags.at("c").ramp);
    QCOMPARE(fixture.auditCount(), before + 1);
    serve(fixture, "canary", 50, 50); // what was under way
    for (int i = 0; i < 10; ++i)
        pass(fixture, 10'000);
    QCOMPARE(fixture.auditCount(), before + 1);
}

void FlagAutomationTest::theReasonIsInAuditEventAndFlag() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    auto subscription = fixture.events.subscribe([] {});
    serve(fixture, "canary", 20, 3);
    fixture.service->tick();
    const std::string reason = "error rate 15 % is above 10 % after 20 requests";
    const boost::json::value entry = newest(fixture);
    QVERIFY2(entry.at("actor") == "guardrail" && entry.at("action") == "rollback" &&
                 entry.at("kind") == "flag" && entry.at("subject") == "c",
             boost::json::serialize(entry).c_str());
    QVERIFY(entry.at("before").at("rollout_percent").to_number<double>() == 10);
    QVERIFY(entry.at("after").at("rollout_percent").to_number<double>() == 0);
    QVERIFY(entry.at("after").at("reason").as_string() == reason);
    const Reading flag = fixture.get("/flags/c");
    QVERIFY(flag.at("intervention").at("by") == "guardrail");
    QVERIFY(flag.at("intervention").at("reason").as_string() == reason);
    QVERIFY(flag.at("intervention").at("at").as_string() == toRfc3339(fixture.clock.unixMs()));
    bool told = false;
    for (const FeedEvent& event : subscription.take()) {
        if (event.type != "flag")
            continue;
        const boost::json::value data = boost::json::parse(*event.data);
        told = data.at("key") == "c" && data.at("actor") == "guardrail" &&
               data.at("reason").as_string() == reason;
    }
    QVERIFY(told);
}

void FlagAutomationTest::aCanaryThatStableSavesIsBadAllTheSame() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "canary", 17, 0);
    serve(fixture, "stable", 3, 0, "canary");
    fixture.service->tick();
    QCOMPARE(rollout(fixture), 0.0);
}

void FlagAutomationTest::tooFewRequestsRollNothingBack() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "canary", 19, 19);
    pass(fixture, 10'000);
    QCOMPARE(rollout(fixture), 10.0);
    serve(fixture, "canary", 1, 1);
    pass(fixture, 10'000); // at least every 10 s
    QCOMPARE(rollout(fixture), 0.0);
}

void FlagAutomationTest::aChangeBeginsANewObservation() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "canary", 20, 20);
    fixture.clock.advanceMs(1000);
    QCOMPARE(fixture.call("PATCH", "/flags/c", "{'rollout_percent':12}").status, 200);
    pass(fixture, 10'000);
    QCOMPARE(rollout(fixture), 12.0);
    serve(fixture, "canary", 20, 20);
    pass(fixture, 10'000);
    QCOMPARE(rollout(fixture), 0.0);
}

void FlagAutomationTest::aRampGoesOnWhenTimeAndSampleAreThere() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "canary", 19, 0);
    pass(fixture, 40 * kMinute);
    QCOMPARE(rollout(fixture), 10.0); // time alone is not enough
    serve(fixture, "canary", 1, 0);
    pass(fixture, 10'000);
    QCOMPARE(rollout(fixture), 20.0);
    const boost::json::value entry = newest(fixture);
    QVERIFY(entry.at("actor") == "ramp" && entry.at("action") == "ramp");
    QCOMPARE(std::string(entry.at("after").at("reason").as_string()),
             std::string("10 % → 20 %: within its guardrails after 20 requests"));
    serve(fixture, "canary", 20, 0);
    pass(fixture, 29 * kMinute); // nor is the sample alone
    QCOMPARE(rollout(fixture), 20.0);
}

void FlagAutomationTest::aRampEndsAtItsMaximum() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    for (const double wanted : {20.0, 25.0, 25.0}) {
        serve(fixture, "canary", 20, 0);
        pass(fixture, 30 * kMinute);
        QCOMPARE(rollout(fixture), wanted);
    }
    const std::size_t before = fixture.auditCount();
    serve(fixture, "canary", 20, 0);
    pass(fixture, 300 * kMinute);
    QCOMPARE(fixture.auditCount(), before);
}

void FlagAutomationTest::aManualChangeRestartsTheRamp() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    pass(fixture, 29 * kMinute);
    QCOMPARE(fixture.call("PATCH", "/flags/c", "{'rollout_percent':5}").status, 200);
    serve(fixture, "canary", 20, 0);
    pass(fixture, 29 * kMinute);
    QCOMPARE(rollout(fixture), 5.0);
    pass(fixture, kMinute);
    QCOMPARE(rollout(fixture), 15.0);
}

void FlagAutomationTest::aRampFromZeroTakesItsFirstStepByTime() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    QCOMPARE(fixture.call("PATCH", "/flags/c", "{'rollout_percent':0}").status, 200);
    pass(fixture, 30 * kMinute);
    QCOMPARE(rollout(fixture), 10.0);
    pass(fixture, 30 * kMinute); // from here on with a sample only
    QCOMPARE(rollout(fixture), 10.0);
}

void FlagAutomationTest::aDisabledFlagIsLeftAlone() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    QCOMPARE(fixture.call("PATCH", "/flags/c", "{'enabled':false}").status, 200);
    serve(fixture, "canary", 20, 20);
    const std::size_t before = fixture.auditCount();
    pass(fixture, 60 * kMinute);
    QCOMPARE(fixture.auditCount(), before);
}

void FlagAutomationTest::theTimerAndTheSampleSurviveARestart() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    fixture.clock.advanceMs(20 * kMinute);
    {
        LedgerOptions options;
        options.databasePath = fixture.path("tollgate.db");
        options.journalDirectory = fixture.path("journal");
        Ledger ledger(options, fixture.clock, nullptr, nullptr);
        QVERIFY(ledger.start());
        UlidSource ids(1);
        for (int i = 0; i < 20; ++i) {
            RequestRecord record = request(fixture, "canary", false);
            record.id = ids.next(record.atMs);
            ledger.append(std::move(record));
        }
        QVERIFY(ledger.flush());
    }
    fixture.restart();
    QCOMPARE(fixture.arms.of("c").at("canary").totals.requests, std::int64_t{20});
    pass(fixture, 9 * kMinute);
    QCOMPARE(rollout(fixture), 10.0);
    pass(fixture, kMinute);
    QCOMPARE(rollout(fixture), 20.0);
}

void FlagAutomationTest::aDocumentDoesNotUndoAnIntervention() {
    AdminFixture fixture;
    fixture.createBase();
    const std::string document = "{'flags':[" + std::string(kFlag) + "]}";
    QCOMPARE(fixture.call("PUT", "/config", document).status, 200);
    serve(fixture, "canary", 20, 20);
    fixture.service->tick();
    QCOMPARE(rollout(fixture), 0.0);
    fixture.restart();
    const std::size_t before = fixture.auditCount();
    QCOMPARE(fixture.call("PUT", "/config", document).status, 200);
    QCOMPARE(rollout(fixture), 0.0);
    QCOMPARE(fixture.auditCount(), before);
    QVERIFY(fixture.get("/flags/c").at("intervention").at("by") == "guardrail");
}

void FlagAutomationTest::aDocumentThatSaysSomethingElseDoes() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    serve(fixture, "canary", 20, 20);
    fixture.service->tick();
    QCOMPARE(rollout(fixture), 0.0);
    std::string other = kFlag;
    other.replace(other.find("'rollout_percent':10"), 20, "'rollout_percent':15");
    QCOMPARE(fixture.call("PUT", "/config", "{'flags':[" + other + "]}").status, 200);
    QCOMPARE(rollout(fixture), 15.0);
    QVERIFY(fixture.get("/flags/c").at("intervention").is_null());
    // And by hand it may be set back to what failed.
    serve(fixture, "canary", 20, 20);
    pass(fixture, 10'000);
    QCOMPARE(rollout(fixture), 0.0);
    QCOMPARE(fixture.call("PUT", "/flags/c", other).status, 200);
    QCOMPARE(rollout(fixture), 15.0);
}

void FlagAutomationTest::rollbackByHandIsAnInterventionToo() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    const Reading rolled = fixture.call("POST", "/flags/c/rollback");
    QCOMPARE(rolled.status, 200);
    QVERIFY(rolled.at("rollout_percent").to_number<double>() == 0);
    QVERIFY(rolled.at("intervention").at("by") == "admin-token");
    QVERIFY(newest(fixture).at("action") == "rollback");
    QCOMPARE(fixture.call("PUT", "/config", "{'flags':[" + std::string(kFlag) + "]}").status, 200);
    QCOMPARE(rollout(fixture), 0.0);
}

void FlagAutomationTest::timesAreReadOnly() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", kFlag);
    const std::string created = fixture.get("/flags/c").textAt("changed_at");
    QCOMPARE(created, toRfc3339(fixture.clock.unixMs()));
    fixture.clock.advanceMs(1000);
    const Reading flag = fixture.get("/flags/c");
    QCOMPARE(fixture.send("PUT", "/flags/c", flag.text()).status, 200); // nothing new
    QCOMPARE(fixture.get("/flags/c").textAt("changed_at"), created);
    QCOMPARE(fixture.call("PATCH", "/flags/c", "{'changed_at':'2020-01-01T00:00:00Z','salt':'x'}").status,
             200);
    QCOMPARE(fixture.get("/flags/c").textAt("changed_at"), toRfc3339(fixture.clock.unixMs()));
}

void FlagAutomationTest::aBadVersionOfAPromptIsRolledBackToTheDefault() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/prompts", "{'name':'assistant','system':'Short.','template':'{{message}}'}");
    QCOMPARE(fixture.call("POST", "/prompts/assistant/versions", "{'system':'Long.'}").status, 201);
    fixture.create("/flags", "{'key':'tone','type':'prompt','prompt':'assistant','weights':{'v1':50,'v2':50},"
                             "'default':'v1','guardrails':{'min_requests':20,'max_error_rate':0.1}}");
    const auto ask = [&](const char* version, int requests, int failures) {
        for (int i = 0; i < requests; ++i) {
            RequestRecord record = request(fixture, "", i < failures);
            record.flag.clear();
            record.promptFlag = "tone";
            record.promptVersion = version;
            fixture.arms.record(record);
        }
    };
    ask("v1", 100, 50); // the default one is not judged
    ask("v2", 19, 19);
    pass(fixture, 10'000);
    QCOMPARE(fixture.snapshot()->flags.at("tone").weights.size(), std::size_t{2});
    ask("v2", 1, 0);
    pass(fixture, 10'000);
    const Flag& flag = fixture.snapshot()->flags.at("tone");
    QCOMPARE(flag.weights.size(), std::size_t{1});
    QCOMPARE(flag.weights.front().first, std::string("v1"));
    QCOMPARE(flag.intervention->by, std::string("guardrail"));
    QVERIFY(flag.intervention->reason.find("v2: error rate 95 %") != std::string::npos);
}

QTEST_GUILESS_MAIN(FlagAutomationTest)
#include "tst_flag_automation.moc"
