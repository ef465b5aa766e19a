// The decision for a request that is not sent.

#include "gateway/pipeline/explain.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

class ExplainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theAnswerHasTheContractsShape();
    void costsAreEstimatedAtTheWorst();
    void aKeyBringsItsUserAndProject();
    void headersDecideAsTheyDoOnTheWire();
    void theNotebookFallsBackToItsAlias();
    void aStoredPromptIsPartOfTheRequest();
    void refusalsAreAnswers();
    void nothingIsUsedUp();
    void badQuestionsNameTheField_data();
    void badQuestionsNameTheField();

private:
    Parsed<json::object> explain(const char* question) {
        return explainRoute(*m_router, m_snapshot, json::parse(question).as_object());
    }
    static std::string text(const json::value& value) { return json::serialize(value); }

    ConfigSnapshot m_snapshot;
    ManualClock m_clock;
    std::unique_ptr<HealthBoard> m_health;
    std::unique_ptr<Router> m_router;
};

void ExplainTest::init() {
    m_snapshot = {};
    m_health = std::make_unique<HealthBoard>(m_clock);
    m_router = std::make_unique<Router>(*m_health);
    for (const char* name : {"a", "b"})
        m_snapshot.providers[name].name = name;
    Alias& chat = m_snapshot.aliases["chat-default"];
    chat.alias = "chat-default";
    chat.targets = {{"a", "one", 3}, {"b", "two", 1}};
    Flag& canary = m_snapshot.flags["chat-canary"];
    canary.key = "chat-canary";
    canary.alias = "chat-default";
    canary.stable = "a/one";
    canary.canary = "a/new";
    canary.rolloutPercent = 15;
}

void ExplainTest::theAnswerHasTheContractsShape() {
    for (int i = 0; i < 3; ++i)
        m_health->failed("b/two", "boom");
    const auto answer = explain(
        R"({"body":{"model":"chat-default","user":"carol","messages":[{"role":"user","content":"hi"}]}})");
    QCOMPARE(text(answer->at("alias")), std::string(R"("chat-default")"));
    QCOMPARE(text(answer->at("flag")), std::string(R"("chat-canary=stable")"));
    const std::string candidates =
        R"([{"provider":"a","model":"one","chosen":true,"reason":"chosen","estimated_cost_usd":null},)"
        R"({"provider":"b","model":"two","chosen":false,"reason":"skipped: circuit open","estimated_cost_usd":null}])";
    QCOMPARE(text(answer->at("candidates")), candidates);
    QCOMPARE(text(answer->at("decision").at(0)),
             std::string(R"({"code":"alias.strategy","text":"alias chat-default → strategy simple"})"));
    QVERIFY(!answer->contains("error"));
    const auto direct = explain(R"({"body":{"model":"a/one","messages":[{"role":"user","content":"hi"}]}})");
    QVERIFY(direct->at("alias").is_null() && direct->at("flag").is_null());
}

void ExplainTest::costsAreEstimatedAtTheWorst() {
    Model& model = m_snapshot.models["a/one"];
    model.provider = "a";
    model.model = "one";
    model.input = TokenPrice::fromUsdPerMtok(1);
    model.output = TokenPrice::fromUsdPerMtok(2);
    const auto answer = explain(
        R"({"body":{"model":"a/one","n":2,"max_tokens":1000,"messages":[{"role":"user","content":"123456789"}]}})");
    // 9 / 3 + 16 tokens of input at 1 USD, two answers of 1,000 tokens at 2 USD a million.
    QCOMPARE(answer->at("candidates").at(0).at("estimated_cost_usd").as_double(), 0.004019);
}

void ExplainTest::aKeyBringsItsUserAndProject() {
    ClientKey& key = m_snapshot.keys["key_1"];
    key.id = "key_1";
    key.user = "alice";
    key.project = "checkout";
    const char* question =
        R"({"key_id":"key_1","headers":{"X-User-Id":"carol"},"body":{"model":"chat-default","messages":[{"role":"user","content":"hi"}]}})";
    QCOMPARE(text(explain(question)->at("flag")), std::string(R"("chat-canary=canary")"));
    m_snapshot.flags["chat-canary"].rules = {{{{"project", {"checkout"}}, {"key", {"key_*"}}}, "stable"}};
    QCOMPARE(text(explain(question)->at("flag")), std::string(R"("chat-canary=stable")"));
}

void ExplainTest::headersDecideAsTheyDoOnTheWire() {
    const auto named = explain(
        R"({"headers":{"X-MODEL":"b:two"},"body":{"model":"chat-default","messages":[{"role":"user","content":"hi"}]}})");
    QCOMPARE(text(named->at("candidates").at(0).at("provider")), std::string(R"("b")"));
    const auto user = explain(
        R"({"headers":{"x-user-id":"alice"},"body":{"model":"chat-default","user":"carol","messages":[{"role":"user","content":"hi"}]}})");
    QCOMPARE(text(user->at("flag")), std::string(R"("chat-canary=canary")"));
    const auto nobody =
        explain(R"({"body":{"model":"chat-default","messages":[{"role":"user","content":"hi"}]}})");
    const int bucket = flagBucket("anonymous", "");
    QCOMPARE(text(nobody->at("flag")),
             std::string(bucket < 15 ? R"("chat-canary=canary")" : R"("chat-canary=stable")"));
}

void ExplainTest::theNotebookFallsBackToItsAlias() {
    m_snapshot.aliases["chat-default"].fallbacks = {{"b", "mock"}};
    const auto plain = explain(R"({"path":"/chat","body":{"message":"hi"}})");
    QCOMPARE(text(plain->at("alias")), std::string(R"("chat-default")"));
    const auto named = explain(R"({"path":"/chat","headers":{"X-Model":"a:one"},"body":{"message":"hi"}})");
    QCOMPARE(text(named->at("candidates").at(1).at("model")), std::string(R"("mock")"));
}

void ExplainTest::aStoredPromptIsPartOfTheRequest() {
    Prompt& prompt = m_snapshot.prompts["greet"];
    prompt.name = "greet";
    prompt.defaultVersion = "v2";
    for (const char* version : {"v1", "v2"}) {
        PromptVersion& one = prompt.versions.emplace_back();
        one.version = version;
        one.templateText = "Greet {{name}}.";
    }
    prompt.versions[0].model = "b/two";
    const char* asked =
        "{\"path\":\"/v1/prompts/greet/completions\",\"body\":{\"variables\":{\"name\":\"Ann\"}}}";
    const auto answer = explain(asked);
    QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
    QCOMPARE(text(answer->at("alias")), "\"chat-default\"");
    QVERIFY(text(answer->at("decision")).find("prompt greet v2 (default)") != std::string::npos);
    const auto pinned = explain("{\"path\":\"/v1/prompts/greet/completions\",\"body\":{\"version\":\"v1\","
                                "\"variables\":{\"name\":\"Ann\"}}}");
    QCOMPARE(text(pinned->at("candidates").at(0).at("provider")), "\"b\"");
    const auto missing = explain("{\"path\":\"/v1/prompts/greet/completions\",\"body\":{}}");
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().param, "body.variables");
    const auto unknown = explain("{\"path\":\"/v1/prompts/none/completions\",\"body\":{}}");
    QCOMPARE(unknown.error().param, "path");
}

void ExplainTest::refusalsAreAnswers() {
    const auto unknown =
        explain(R"({"body":{"model":"nobody/x","messages":[{"role":"user","content":"hi"}]}})");
    QCOMPARE(unknown->at("error").at("status").as_int64(), 404);
    QCOMPARE(text(unknown->at("error").at("code")), std::string(R"("model_not_found")"));
    QCOMPARE(text(unknown->at("candidates")), std::string("[]"));
    QCOMPARE(text(unknown->at("decision").at(0).at("code")), std::string(R"("model_not_found")"));
    m_snapshot.providers["a"].enabled = false;
    const auto down = explain(R"({"body":{"model":"a/one","messages":[{"role":"user","content":"hi"}]}})");
    QCOMPARE(down->at("error").at("status").as_int64(), 503);
}

void ExplainTest::nothingIsUsedUp() {
    m_snapshot.flags.clear();
    m_snapshot.aliases["chat-default"].strategy = Strategy::Weighted;
    for (int i = 0; i < 9; ++i) {
        const auto answer =
            explain(R"({"body":{"model":"chat-default","messages":[{"role":"user","content":"hi"}]}})");
        QCOMPARE(text(answer->at("candidates").at(0).at("provider")), std::string(R"("a")"));
    }
    QCOMPARE(m_health->health("a/one").checkedAtMs, 0);
}

void ExplainTest::badQuestionsNameTheField_data() {
    QTest::addColumn<std::string>("question");
    QTest::addColumn<std::string>("field");
    const auto row = [](const char* question, const char* field) {
        QTest::newRow(question) << std::string(question) << std::string(field);
    };
    row("{}", "body");
    row(R"({"body":null})", "body");
    row(R"({"body":"hi"})", "body");
    row(R"({"body":{}})", "body.messages");
    row(R"({"body":{"messages":[{"role":"user","content":"x"}],"max_tokens":0}})", "body.max_tokens");
    row(R"({"path":7,"body":{}})", "path");
    row(R"({"path":"/metrics","body":{}})", "path");
    row(R"({"path":"/chat","body":{}})", "body.message");
    row(R"({"headers":[],"body":{}})", "headers");
    row(R"({"headers":{"x":1},"body":{}})", "headers.x");
    row(R"({"key_id":"key_9","body":{}})", "key_id");
    row(R"({"key_id":7,"body":{}})", "key_id");
}

void ExplainTest::badQuestionsNameTheField() {
    QFETCH(std::string, question);
    QFETCH(std::string, field);
    const auto answer = explain(question.c_str());
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().param, field);
}

QTEST_GUILESS_MAIN(ExplainTest)
#include "tst_explain.moc"
