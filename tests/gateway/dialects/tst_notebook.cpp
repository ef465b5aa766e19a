// The notebook's own words and numbers.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

namespace {

HttpRequest post(std::string body) {
    HttpRequest request;
    request.body = std::move(body);
    return request;
}

} // namespace

class NotebookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreRead();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void theReplyIsTheNotebooks();
    void moneyIsRoundedToSixPlaces_data();
    void moneyIsRoundedToSixPlaces();
    void anUnknownPriceIsNull();
    void aFallbackIsNotOk();
    void errorsAreOneSentence();
};

void NotebookTest::messagesAreRead() {
    const auto envelope =
        notebookDialect().inspect(post(R"({"message":"za\u017c\u00f3\u0142\u0107","extra":1})"));
    QCOMPARE(envelope->promptBytes, 10U);
    QVERIFY(envelope->model.empty() && !envelope->stream && !envelope->maxTokens);
    const auto chat = notebookDialect().decode(post(R"({"message":"za\u017c\u00f3\u0142\u0107"})"));
    QCOMPARE(chat->messages.size(), 1U);
    QVERIFY(chat->messages[0].role == Role::User);
    QCOMPARE(chat->lastUserText(), std::string("zażółć"));
    QVERIFY(notebookDialect().inspect(post(R"({"message":""})")).has_value());
    QVERIFY(notebookDialect().wireFormat() == WireFormat::None);
}

void NotebookTest::badBodiesAreRefused_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("list") << std::string("[]") << std::string();
    QTest::newRow("cut") << std::string(R"({"message":"a")") << std::string();
    QTest::newRow("no message") << std::string("{}") << std::string("message");
    QTest::newRow("null") << std::string(R"({"message":null})") << std::string("message");
    QTest::newRow("number") << std::string(R"({"message":7})") << std::string("message");
}

void NotebookTest::badBodiesAreRefused() {
    QFETCH(std::string, body);
    QFETCH(std::string, param);
    const auto envelope = notebookDialect().inspect(post(body));
    QVERIFY(!envelope.has_value());
    QCOMPARE(envelope.error().param, param);
    QCOMPARE(envelope.error().httpStatus(), 400);
    QVERIFY(!notebookDialect().decode(post(body)).has_value());
}

void NotebookTest::theReplyIsTheNotebooks() {
    ReplyFacts facts;
    facts.provider = "openai";
    facts.model = "gpt-4o-mini";
    facts.promptVersion = "v1";
    facts.latencyMs = 65;
    facts.cost = Money{145'000};
    facts.spentToday = Money{800'000};
    const auto reply = notebookDialect().encoder({}, facts, {});
    reply->add(event::Start{"up", "other-name"});
    reply->add(event::TextDelta{"[openai:gpt-4o-mini] "});
    reply->add(event::TextDelta{"Answer"});
    reply->add(event::Finish{});
    QCOMPARE(reply->body(facts),
             std::string(
                 R"({"model":"openai:gpt-4o-mini","ok":true,"latency_ms":65,"cost_usd":0.000145,)"
                 R"("prompt_version":"v1","answer":"[openai:gpt-4o-mini] Answer","daily_cost_usd":0.0008})"));
    QVERIFY(reply->takeBytes().empty() && reply->end(facts).empty());
}

void NotebookTest::moneyIsRoundedToSixPlaces_data() {
    QTest::addColumn<qint64>("nanodollars");
    QTest::addColumn<double>("cost");
    QTest::newRow("nothing") << qint64(0) << 0.0;
    QTest::newRow("canary") << qint64(180'000) << 0.00018;
    QTest::newRow("below six places") << qint64(499) << 0.0;
    QTest::newRow("just six places") << qint64(500) << 0.000001;
    QTest::newRow("large") << qint64(50'123'456'789) << 50.123457;
}

void NotebookTest::moneyIsRoundedToSixPlaces() {
    QFETCH(qint64, nanodollars);
    QFETCH(double, cost);
    ReplyFacts facts;
    facts.cost = Money{nanodollars};
    facts.spentToday = Money{nanodollars};
    const boost::json::value body = boost::json::parse(notebookDialect().encoder({}, facts, {})->body(facts));
    QCOMPARE(body.at("cost_usd").to_number<double>(), cost);
    QCOMPARE(body.at("daily_cost_usd").to_number<double>(), cost);
}

void NotebookTest::anUnknownPriceIsNull() {
    const ReplyFacts facts;
    QVERIFY(
        boost::json::parse(notebookDialect().encoder({}, facts, {})->body(facts)).at("cost_usd").is_null());
}

void NotebookTest::aFallbackIsNotOk() {
    ReplyFacts facts;
    facts.fallback = true;
    QCOMPARE(boost::json::parse(notebookDialect().encoder({}, facts, {})->body(facts)).at("ok").as_bool(),
             false);
}

void NotebookTest::errorsAreOneSentence() {
    Error error;
    error.message = "Unknown model: unknown:model";
    QCOMPARE(notebookDialect().errorBody(error, "t-1"),
             std::string(R"({"error":"Unknown model: unknown:model"})"));
}

QTEST_GUILESS_MAIN(NotebookTest)
#include "tst_notebook.moc"
