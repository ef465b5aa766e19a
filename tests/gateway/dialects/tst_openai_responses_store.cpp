// Taking conversations apart for keeping, and putting them together again byte by byte.

#include "gateway/dialects/openai_responses_store.h"

#include <QTest>

using namespace tollgate;

class OpenAiResponsesStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void priorItemsGoInFront_data();
    void priorItemsGoInFront();
    void referencesBecomeWhatTheyName();
    void everythingElseStaysAsItWas();
    void ownItemsAreKept();
    void outputIsTakenFromTheReply();
    void failedRepliesAreNotKept();
    void whatIsNotThereIsTheCallersFault();
};

void OpenAiResponsesStoreTest::priorItemsGoInFront_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("resolved");
    const auto row = [](const char* name, const char* body, const char* resolved) {
        QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(resolved);
    };
    row("a string", R"({"model":"m","previous_response_id":"r","input":"hi \"x\""})",
        R"({"model":"m","input":[{"p":1},{"p":2},{"type":"message","role":"user","content":"hi \"x\""}]})");
    row("items", R"({"input":[{"q":1}],"previous_response_id":"r"})",
        R"({"input":[{"p":1},{"p":2},{"q":1}]})");
    row("no items", R"({"previous_response_id" : "r" , "input":[ ] })", R"({ "input":[{"p":1},{"p":2} ] })");
    row("null", R"({"previous_response_id":"r","input":null})", R"({"input":[{"p":1},{"p":2}]})");
    row("no input", R"({"previous_response_id":"r","model":"m"})",
        R"({"input":[{"p":1},{"p":2}],"model":"m"})");
    row("nothing else", R"({"previous_response_id":"r"})", R"({"input":[{"p":1},{"p":2}]})");
    row("at the end", R"({"input":"a", "previous_response_id":"r"})",
        R"({"input":[{"p":1},{"p":2},{"type":"message","role":"user","content":"a"}]})");
}

void OpenAiResponsesStoreTest::priorItemsGoInFront() {
    QFETCH(const QString, body);
    QFETCH(const QString, resolved);
    const std::string prior1 = "{\"p\":1}";
    const std::string prior2 = "{\"p\":2}";
    QCOMPARE(withResolvedInput(body.toStdString(), {prior1, prior2}, {}), resolved.toStdString());
}

void OpenAiResponsesStoreTest::referencesBecomeWhatTheyName() {
    const std::string body =
        R"({"input":[{"type":"item_reference","id":"a"}, {"id":"b"},{"type":"message","id":"a","role":"user",)"
        R"("content":"x"},{"type":"item_reference","id":"z"}]})";
    const std::string wanted = R"({"input":[{"is":"a"}, {"is":"b"},{"type":"message","id":"a","role":"user",)"
                               R"("content":"x"},{"type":"item_reference","id":"z"}]})";
    const std::string first = "{\"is\":\"a\"}";
    const std::string second = "{\"is\":\"b\"}";
    QCOMPARE(withResolvedInput(body, {}, {{"a", first}, {"b", second}}), wanted);
}

void OpenAiResponsesStoreTest::everythingElseStaysAsItWas() {
    const std::string body =
        R"( { "z":1.50, "previous_response_id":"r", "deep":{"input":["]"],)"
        R"("previous_response_id":"no"},"input":[{"a":"]}"} , {"b":[[],{}]}] , "x":"\u00e9" } )";
    const std::string wanted =
        R"( { "z":1.50,  "deep":{"input":["]"],)"
        R"("previous_response_id":"no"},"input":[{"p":1},{"a":"]}"} , {"b":[[],{}]}] , "x":"\u00e9" } )";
    const std::string prior = "{\"p\":1}";
    QCOMPARE(withResolvedInput(body, {prior}, {}), wanted);
    const std::string plain = R"({"input":"x","model":"m"})";
    QCOMPARE(withResolvedInput(plain, {}, {}), plain);
}

void OpenAiResponsesStoreTest::ownItemsAreKept() {
    const std::string text = R"({"input":"a\"b","previous_response_id":"r"})";
    const std::string message = R"({"type":"message","role":"user","content":"a\"b"})";
    QVERIFY(storedItems(text) == (std::vector<ReplyItem>{{"", message}}));
    const std::string list = R"({"input":[ {"type":"message","id":"i1","content":[{"id":"inner"}]} ,)"
                             R"({"type":"item_reference","id":"ref"}]})";
    const std::vector<ReplyItem> items = storedItems(list, {{"ref", "{}"}});
    QCOMPARE(items.size(), 2U);
    const std::string first = R"({"type":"message","id":"i1","content":[{"id":"inner"}]})";
    QCOMPARE(items[0].id, "i1");
    QCOMPARE(items[0].json, first);
    QCOMPARE(items[1].json, "{}");
    QVERIFY(storedItems("{}").empty());
}

void OpenAiResponsesStoreTest::outputIsTakenFromTheReply() {
    const std::string reply = R"({"id":"resp_1","status":"completed","tools":[{"id":"no"}],"output":[)"
                              R"({"id":"rs_1","type":"reasoning"},{"type":"message","id":"msg_1"}]})";
    const FinishedReply read = readFinishedReply(reply);
    QCOMPARE(read.id, "resp_1");
    QCOMPARE(read.output.size(), 2U);
    QCOMPARE(read.output[0].id, "rs_1");
    const std::string second = R"({"type":"message","id":"msg_1"})";
    QCOMPARE(read.output[1].json, second);
}

void OpenAiResponsesStoreTest::failedRepliesAreNotKept() {
    const std::string failed = R"({"id":"resp_1","status":"failed","output":[]})";
    QVERIFY(readFinishedReply(failed).id.empty());
    QVERIFY(readFinishedReply("").id.empty());
    QVERIFY(readFinishedReply("no json").id.empty());
    const std::string incomplete = R"({"id":"resp_1","status":"incomplete","output":[]})";
    QCOMPARE(readFinishedReply(incomplete).id, "resp_1");
}

void OpenAiResponsesStoreTest::whatIsNotThereIsTheCallersFault() {
    const Error previous = unknownPreviousResponse("resp_1");
    QCOMPARE(previous.httpStatus(), 400);
    QCOMPARE(previous.param, "previous_response_id");
    QVERIFY(previous.message.find("'resp_1'") != std::string::npos);
    QCOMPARE(unknownReference("msg_1").param, "input");
    QVERIFY(unknownReference("msg_1").message.find("'msg_1'") != std::string::npos);
    QCOMPARE(conversationTooLong().httpStatus(), 400);
}

QTEST_GUILESS_MAIN(OpenAiResponsesStoreTest)
#include "tst_openai_responses_store.moc"
