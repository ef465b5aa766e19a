// The Prometheus page: the contract's names, right sums, bounded labels.

#include "gateway/telemetry/metrics.h"

#include <QTest>

#include <set>
#include <sstream>
#include <thread>

using namespace tollgate;

namespace {

RequestRecord answered(const std::string& provider = "openai", const std::string& model = "gpt-4o-mini") {
    RequestRecord record;
    record.provider = provider;
    record.model = model;
    record.status = 200;
    record.latencyUs = 1'500'000;
    record.overheadUs = 300;
    record.ttftUs = 200'000;
    record.usage.inputUncached = 10;
    record.usage.cacheRead = 5;
    record.usage.outputText = 20;
    record.usage.reasoning = 2;
    record.cost = Money::fromUsd(0.25);
    AttemptRecord attempt;
    attempt.provider = provider;
    attempt.model = model;
    attempt.outcome = "ok";
    record.attempts = {attempt};
    return record;
}

/// The value of that series, or "absent".
std::string value(const Metrics& metrics, const std::string& series) {
    std::istringstream lines(metrics.exposition());
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(series + " "))
            return line.substr(series.size() + 1);
    }
    return "absent";
}

long count(const Metrics& metrics, const std::string& beginning) {
    std::istringstream lines(metrics.exposition());
    long found = 0;
    for (std::string line; std::getline(lines, line);)
        found += line.starts_with(beginning) ? 1 : 0;
    return found;
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameOfTheContractIsThere_data();
    void everyNameOfTheContractIsThere();
    void everyNameIsThereFromTheStart();
    void requestsAreCounted();
    void histogramsHaveTheContractsBuckets();
    void anUnknownPriceCostsNothing();
    void rejectedRequestsHaveNoTarget();
    void brokenStreamsAreCountedBesideTheirStatus();
    void fallbacksAreCounted();
    void gaugesAreSet();
    void gaugesOfWhatIsGoneAreGone();
    void callersAreCountedForTheArmTheyWereGiven();
    void armsAreBounded();
    void labelsAreEscaped();
    void modelsAreBounded();
    void fallbacksAreBounded();
    void usersAreBoundedAndReplaced();
    void aUserNamedOtherIsCountedOnce();
    void manyThreadsLoseNothing();
};

void MetricsTest::everyNameOfTheContractIsThere_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("type");
    const auto row = [](const char* name, const char* type) {
        QTest::newRow(name) << std::string(name) << std::string(type);
    };
    row("ai_requests_total", "counter");
    row("ai_request_duration_seconds", "histogram");
    row("ai_tokens_total", "counter");
    row("ai_cost_dollars_total", "counter");
    row("gateway_requests_total", "counter");
    row("gateway_request_latency_ms", "histogram");
    row("gateway_tokens_processed_total", "counter");
    row("gateway_user_monthly_cost_usd", "gauge");
    row("tollgate_overhead_seconds", "histogram");
    row("tollgate_time_to_first_token_seconds", "histogram");
    row("tollgate_active_requests", "gauge");
    row("tollgate_circuit_state", "gauge");
    row("tollgate_budget_used_ratio", "gauge");
    row("tollgate_fallbacks_total", "counter");
    row("tollgate_ledger_lag_records", "gauge");
}

void MetricsTest::everyNameOfTheContractIsThere() {
    QFETCH(std::string, name);
    QFETCH(std::string, type);
    Metrics metrics;
    RequestRecord record = answered();
    record.attempts.insert(record.attempts.begin(), AttemptRecord());
    record.attempts.front().provider = "azure";
    metrics.record(record);
    metrics.setCircuitStates({{"openai", 0}});
    metrics.setBudgetsUsed({{"bud_1", 0}});
    metrics.setUserMonthlyCosts({{"alice", 1}});
    QCOMPARE(value(metrics, "# TYPE " + name), type);
    QVERIFY(count(metrics, name) > 0);
}

void MetricsTest::everyNameIsThereFromTheStart() {
    const Metrics metrics;
    std::istringstream lines(metrics.exposition());
    std::set<std::string> described;
    std::set<std::string> typed;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string mark, kind, name;
        words >> mark >> kind >> name;
        if (mark == "#")
            QVERIFY2((kind == "HELP" ? described : typed).insert(name).second, name.c_str());
    }
    QVERIFY(described == typed);
    for (const char* name :
         {"ai_requests_total", "ai_request_duration_seconds", "ai_tokens_total", "ai_cost_dollars_total",
          "gateway_requests_total", "gateway_request_latency_ms", "gateway_tokens_processed_total",
          "gateway_user_monthly_cost_usd", "tollgate_overhead_seconds",
          "tollgate_time_to_first_token_seconds", "tollgate_active_requests", "tollgate_circuit_state",
          "tollgate_budget_used_ratio", "tollgate_fallbacks_total", "tollgate_ledger_lag_records"})
        QVERIFY2(typed.contains(name), name);
}

void MetricsTest::requestsAreCounted() {
    Metrics metrics;
    metrics.record(answered());
    metrics.record(answered());
    RequestRecord failed = answered();
    failed.status = 502;
    metrics.record(failed);
    const auto is = [&](const char* series, const char* expected) {
        QCOMPARE(value(metrics, series), std::string(expected));
    };
    is(R"(ai_requests_total{model="gpt-4o-mini",provider="openai",status="200"})", "2");
    is(R"(ai_requests_total{model="gpt-4o-mini",provider="openai",status="502"})", "1");
    is(R"(gateway_requests_total{model="gpt-4o-mini",provider="openai",status="200"})", "2");
    is(R"(ai_tokens_total{model="gpt-4o-mini",provider="openai",type="input"})", "45");
    is(R"(ai_tokens_total{model="gpt-4o-mini",provider="openai",type="output"})", "66");
    is(R"(gateway_tokens_processed_total{provider="openai",token_type="input"})", "45");
    is(R"(gateway_tokens_processed_total{provider="openai",token_type="output"})", "66");
    is(R"(ai_cost_dollars_total{model="gpt-4o-mini",provider="openai"})", "0.75");
}

void MetricsTest::histogramsHaveTheContractsBuckets() {
    Metrics metrics;
    metrics.record(answered());
    const std::string duration =
        R"(ai_request_duration_seconds_bucket{model="gpt-4o-mini",provider="openai",le=")";
    for (const auto& [edge, seen] :
         {std::pair{"0.1", "0"}, std::pair{"0.5", "0"}, std::pair{"1", "0"}, std::pair{"2", "1"},
          std::pair{"5", "1"}, std::pair{"10", "1"}, std::pair{"30", "1"}, std::pair{"+Inf", "1"}})
        QCOMPARE(value(metrics, duration + edge + "\"}"), std::string(seen));
    QCOMPARE(count(metrics, duration), 8);
    const std::string latency = R"(gateway_request_latency_ms_bucket{provider="openai",le=")";
    for (const auto& [edge, seen] : {std::pair{"100", "0"}, std::pair{"500", "0"}, std::pair{"1000", "0"},
                                     std::pair{"2000", "1"}, std::pair{"5000", "1"}, std::pair{"10000", "1"}})
        QCOMPARE(value(metrics, latency + edge + "\"}"), std::string(seen));
    QCOMPARE(value(metrics, R"(gateway_request_latency_ms_sum{provider="openai"})"), std::string("1500"));
    QCOMPARE(value(metrics, "tollgate_time_to_first_token_seconds_count"), std::string("1"));
    RequestRecord unary = answered();
    unary.ttftUs = -1;
    metrics.record(unary);
    QCOMPARE(value(metrics, "tollgate_time_to_first_token_seconds_count"), std::string("1"));
    QCOMPARE(value(metrics, "tollgate_overhead_seconds_count"), std::string("2"));
}

void MetricsTest::anUnknownPriceCostsNothing() {
    Metrics metrics;
    RequestRecord record = answered();
    record.cost.reset();
    metrics.record(record);
    QCOMPARE(value(metrics, R"(ai_cost_dollars_total{model="gpt-4o-mini",provider="openai"})"),
             std::string("0"));
}

void MetricsTest::rejectedRequestsHaveNoTarget() {
    Metrics metrics;
    RequestRecord record;
    record.status = 401;
    metrics.record(record);
    QCOMPARE(value(metrics, R"(ai_requests_total{model="none",provider="none",status="401"})"),
             std::string("1"));
}

void MetricsTest::brokenStreamsAreCountedBesideTheirStatus() {
    Metrics metrics;
    metrics.record(answered());
    const std::string broken = R"(tollgate_streams_broken_total{model="gpt-4o-mini",provider="openai"})";
    QCOMPARE(value(metrics, broken), std::string("0"));
    RequestRecord record = answered();
    record.outcome = RequestOutcome::Aborted;
    metrics.record(record);
    QCOMPARE(value(metrics, broken), std::string("1"));
    QCOMPARE(value(metrics, R"(ai_requests_total{model="gpt-4o-mini",provider="openai",status="200"})"),
             std::string("2"));
}

void MetricsTest::fallbacksAreCounted() {
    Metrics metrics;
    metrics.record(answered()); // needed none
    RequestRecord record = answered("oss", "mock");
    record.attempts.insert(record.attempts.begin(), AttemptRecord());
    record.attempts.front().provider = "openai";
    record.attempts.front().outcome = "timeout";
    metrics.record(record);
    QCOMPARE(value(metrics, R"(tollgate_fallbacks_total{from="openai",reason="timeout",to="oss"})"),
             std::string("1"));
    record.outcome = RequestOutcome::Error; // nobody answered
    metrics.record(record);
    QCOMPARE(value(metrics, R"(tollgate_fallbacks_total{from="openai",reason="timeout",to="oss"})"),
             std::string("1"));
    QCOMPARE(count(metrics, "tollgate_fallbacks_total{"), 1);
}

void MetricsTest::gaugesAreSet() {
    Metrics metrics;
    metrics.setActiveRequests(7);
    metrics.setLedgerLag(3);
    metrics.setCircuitStates({{"openai", 1}});
    metrics.setCircuitStates({{"openai", 2}});
    metrics.setBudgetsUsed({{"bud_1", 0.5}});
    QCOMPARE(value(metrics, "tollgate_active_requests"), std::string("7"));
    QCOMPARE(value(metrics, "tollgate_ledger_lag_records"), std::string("3"));
    QCOMPARE(value(metrics, R"(tollgate_circuit_state{provider="openai"})"), std::string("2"));
    QCOMPARE(value(metrics, R"(tollgate_budget_used_ratio{budget="bud_1"})"), std::string("0.5"));
}

void MetricsTest::gaugesOfWhatIsGoneAreGone() {
    Metrics metrics;
    metrics.setCircuitStates({{"openai", 2}, {"oss", 0}});
    metrics.setBudgetsUsed({{"bud_1", 0.5}, {"bud_2", 1}});
    metrics.setCircuitStates({{"oss", 1}});
    metrics.setBudgetsUsed({{"bud_2", 0.25}});
    QCOMPARE(count(metrics, "tollgate_circuit_state{"), 1);
    QCOMPARE(value(metrics, R"(tollgate_circuit_state{provider="oss"})"), std::string("1"));
    QCOMPARE(count(metrics, "tollgate_budget_used_ratio{"), 1);
    QCOMPARE(value(metrics, R"(tollgate_budget_used_ratio{budget="bud_2"})"), std::string("0.25"));
    metrics.setBudgetsUsed({{"bud_1", 0.75}}); // and may come back
    QCOMPARE(value(metrics, R"(tollgate_budget_used_ratio{budget="bud_1"})"), std::string("0.75"));
}

void MetricsTest::callersAreCountedForTheArmTheyWereGiven() {
    Metrics metrics;
    metrics.record(answered()); // under no flag
    RequestRecord record = answered();
    record.flag = "chat-canary";
    record.arm = "canary";
    metrics.record(record);
    record.arm = "stable"; // saved the canary's caller
    record.failedArm = "canary";
    metrics.record(record);
    record.failedArm.clear();
    record.promptFlag = "greeting";
    record.promptVersion = "v2";
    metrics.record(record);
    const auto is = [&](const char* labels, const char* expected) {
        QCOMPARE(value(metrics, std::string("tollgate_flag_requests_total") + labels), std::string(expected));
    };
    is(R"({arm="canary",flag="chat-canary"})", "2");
    is(R"({arm="stable",flag="chat-canary"})", "1");
    is(R"({arm="v2",flag="greeting"})", "1");
    QCOMPARE(count(metrics, "tollgate_flag_requests_total{"), 3);
}

void MetricsTest::armsAreBounded() {
    Metrics metrics;
    RequestRecord record = answered();
    record.arm = "canary";
    for (std::size_t i = 0; i < Metrics::kMaxSeries + 20; ++i) {
        record.flag = "f" + std::to_string(i);
        metrics.record(record);
    }
    QCOMPARE(count(metrics, "tollgate_flag_requests_total{"), static_cast<long>(Metrics::kMaxSeries) + 1);
    QCOMPARE(value(metrics, R"(tollgate_flag_requests_total{arm="other",flag="other"})"), std::string("20"));
}

void MetricsTest::labelsAreEscaped() {
    Metrics metrics;
    metrics.record(answered("openai", "a\"} 1\nforged_total 7\\"));
    QCOMPARE(value(metrics, "forged_total"), std::string("absent"));
    const std::string series =
        R"(ai_requests_total{model="a\"} 1\nforged_total 7\\",provider="openai",status="200"})";
    QCOMPARE(value(metrics, series), std::string("1"));
}

void MetricsTest::modelsAreBounded() {
    Metrics metrics;
    const int flood = static_cast<int>(Metrics::kMaxSeries) + 500;
    for (int i = 0; i < flood; ++i)
        metrics.record(answered("openai", "m" + std::to_string(i)));
    QCOMPARE(count(metrics, "ai_requests_total{"), static_cast<long>(Metrics::kMaxSeries) + 1);
    QCOMPARE(value(metrics, R"(ai_requests_total{model="other",provider="other",status="200"})"),
             std::string("500"));
    metrics.record(answered("openai", "m0")); // who was there keeps its own
    QCOMPARE(value(metrics, R"(ai_requests_total{model="m0",provider="openai",status="200"})"),
             std::string("2"));
}

void MetricsTest::fallbacksAreBounded() {
    Metrics metrics;
    RequestRecord record = answered("oss", "mock");
    record.attempts.insert(record.attempts.begin(), AttemptRecord());
    for (std::size_t i = 0; i < Metrics::kMaxSeries + 20; ++i) {
        record.attempts.front().provider = "p" + std::to_string(i);
        metrics.record(record);
    }
    QCOMPARE(count(metrics, "tollgate_fallbacks_total{"), static_cast<long>(Metrics::kMaxSeries) + 1);
    QCOMPARE(value(metrics, R"(tollgate_fallbacks_total{from="other",reason="other",to="other"})"),
             std::string("20"));
}

void MetricsTest::usersAreBoundedAndReplaced() {
    Metrics metrics;
    std::vector<std::pair<std::string, double>> users;
    for (std::size_t i = 0; i < Metrics::kMaxUsers + 4; ++i)
        users.emplace_back("u" + std::to_string(i), 0.5);
    metrics.setUserMonthlyCosts(users);
    QCOMPARE(count(metrics, "gateway_user_monthly_cost_usd{"), static_cast<long>(Metrics::kMaxUsers) + 1);
    QCOMPARE(value(metrics, R"(gateway_user_monthly_cost_usd{user_id="other"})"), std::string("2"));
    metrics.setUserMonthlyCosts({{"alice", 3}});
    QCOMPARE(count(metrics, "gateway_user_monthly_cost_usd{"), 1);
    QCOMPARE(value(metrics, R"(gateway_user_monthly_cost_usd{user_id="alice"})"), std::string("3"));
}

void MetricsTest::aUserNamedOtherIsCountedOnce() {
    Metrics metrics;
    std::vector<std::pair<std::string, double>> users{{"other", 4}};
    for (std::size_t i = 0; i < Metrics::kMaxUsers + 1; ++i)
        users.emplace_back("u" + std::to_string(i), 0.5);
    for (int i = 0; i < 2; ++i) {
        metrics.setUserMonthlyCosts(users);
        QCOMPARE(value(metrics, R"(gateway_user_monthly_cost_usd{user_id="other"})"), std::string("5"));
    }
}

void MetricsTest::manyThreadsLoseNothing() {
    Metrics metrics;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&metrics, i] {
            for (int n = 0; n < 500; ++n)
                metrics.record(answered("p" + std::to_string((n + i) % 4)));
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(value(metrics, R"(ai_requests_total{model="gpt-4o-mini",provider="p)" + std::to_string(i) +
                                    R"(",status="200"})"),
                 std::string("1000"));
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
