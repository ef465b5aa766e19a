// What routing learns of a Responses body, what is refused, and what rewriting leaves alone.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

HttpRequest request(std::string body) {
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/responses";
    request.body = std::move(body);
    return request;
}

RequestEnvelope inspected(std::string body) {
    const auto envelope = openAiResponsesDialect().inspect(request(std::move(body)));
    return envelope ? *envelope : RequestEnvelope{};
}

std::string rewritten(const std::string& body, const Rewrite& rewrite) {
    const HttpRequest one = request(body);
    const auto envelope = openAiResponsesDialect().inspect(one);
    return envelope ? openAiResponsesDialect().rewritten(one, *envelope, rewrite)
                    : "refused: " + envelope.error().message;
}

} // namespace

class OpenAiResponsesInspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesItself();
    void readsWhatRoutingNeeds();
    void storesUnlessToldNotTo();
    void findsImagesWhereverTheyAre();
    void collectsReferences();
    void countsTheTextThatTheModelReads();
    void takesTheUserInOrder();
    void takesWhatCodexSends();
    void refusesAndNamesTheField_data();
    void refusesAndNamesTheField();
    void rewritesOnlyWhatRoutingDecided();
    void putsSystemTextInFrontOfInstructions();
    void takesOutWhatTheGatewaySealed();
    void errorsHaveOpenAisShape();
    void aFailedStreamSaysSoByItself();
};

void OpenAiResponsesInspectTest::namesItself() {
    QCOMPARE(openAiResponsesDialect().name(), std::string_view("openai_responses"));
    QVERIFY(openAiResponsesDialect().wireFormat() == WireFormat::OpenAiResponses);
}

void OpenAiResponsesInspectTest::readsWhatRoutingNeeds() {
    const RequestEnvelope envelope =
        inspected(R"({"model":"gpt-5","input":"hello","stream":true,"max_output_tokens":99,)"
                  R"("previous_response_id":"resp_1","tools":[{"type":"web_search"}],"user":"ada"})");
    QCOMPARE(envelope.model, "gpt-5");
    QVERIFY(envelope.stream);
    QCOMPARE(envelope.maxTokens, std::optional<std::int64_t>(99));
    QCOMPARE(envelope.previousResponseId, "resp_1");
    QVERIFY(envelope.hasTools);
    QVERIFY(!envelope.hasImages);
    QCOMPARE(envelope.user, "ada");
    const std::string text = R"({"model":"m","previous_response_id":"resp_1"})";
    QVERIFY(inspected(text).previousResponseId == "resp_1");
}

void OpenAiResponsesInspectTest::storesUnlessToldNotTo() {
    const std::string text = R"({"model":"m","input":"x"})";
    QVERIFY(inspected(text).store);
    const std::string text2 = R"({"model":"m","input":"x","store":null})";
    QVERIFY(inspected(text2).store);
    const std::string text3 = R"({"model":"m","input":"x","store":true})";
    QVERIFY(inspected(text3).store);
    const std::string text4 = R"({"model":"m","input":"x","store":false})";
    QVERIFY(!inspected(text4).store);
}

void OpenAiResponsesInspectTest::findsImagesWhereverTheyAre() {
    const std::string text = R"({"model":"m","input":[{"role":"user","content":[)"
                             R"({"type":"input_image","image_url":"https://x/y.png"}]}]})";
    QVERIFY(inspected(text).hasImages);
    const std::string text2 =
        R"({"model":"m","input":[{"type":"function_call_output","call_id":"c","output":[)"
        R"({"type":"input_image","image_url":"data:image/png;base64,AA"}]}]})";
    QVERIFY(inspected(text2).hasImages);
}

void OpenAiResponsesInspectTest::collectsReferences() {
    const RequestEnvelope envelope =
        inspected(R"({"model":"m","input":[{"type":"item_reference","id":"msg_1"},{"id":"rs_2"},)"
                  R"({"role":"user","content":"x"}]})");
    QCOMPARE(envelope.references, (std::vector<std::string>{"msg_1", "rs_2"}));
}

void OpenAiResponsesInspectTest::countsTheTextThatTheModelReads() {
    const std::string text = R"({"model":"m","instructions":"12345","input":"1234567"})";
    QCOMPARE(inspected(text).promptBytes, 12U);
    const RequestEnvelope image = inspected(
        R"({"model":"m","input":[{"role":"user","content":[{"type":"input_text","text":"123"},)"
        R"({"type":"input_image","image_url":"data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAA"}]}]})");
    QCOMPARE(image.promptBytes, 3U);
}

void OpenAiResponsesInspectTest::takesTheUserInOrder() {
    const std::string text =
        R"({"model":"m","input":"x","safety_identifier":"s","metadata":{"user_id":"u"}})";
    QCOMPARE(inspected(text).user, "u");
    const std::string text2 = R"({"model":"m","input":"x","safety_identifier":"s"})";
    QCOMPARE(inspected(text2).user, "s");
}

void OpenAiResponsesInspectTest::takesWhatCodexSends() {
    const auto envelope = openAiResponsesDialect().inspect(request(
        R"({"model":"gpt-5-codex","instructions":"You are Codex.","input":[{"type":"message","role":"developer",)"
        R"("content":[{"type":"input_text","text":"<permissions>"}]},{"type":"message","role":"user","content":)"
        R"([{"type":"input_text","text":"fix it"}]},{"type":"reasoning","id":"rs_1","summary":[],"content":null,)"
        R"("encrypted_content":"gAAA"},{"type":"custom_tool_call","status":"completed","call_id":"c1",)"
        R"("name":"apply_patch","input":"*** Begin Patch"},{"type":"custom_tool_call_output","call_id":"c1",)"
        R"("output":"ok"},{"type":"additional_tools","role":"developer","tools":[{"type":"custom","name":"exec"}]}],)"
        R"("tools":[],"tool_choice":"auto","parallel_tool_calls":false,"reasoning":{"effort":"medium",)"
        R"("summary":"auto"},"store":false,"stream":true,"include":["reasoning.encrypted_content"],)"
        R"("prompt_cache_key":"0199","text":{"verbosity":"low"},"client_metadata":{"x":"y"}})"));
    QVERIFY2(envelope, envelope ? "" : envelope.error().message.c_str());
    QVERIFY(envelope->stream);
    QVERIFY(!envelope->store);
    QVERIFY(envelope->hasTools);
}

void OpenAiResponsesInspectTest::refusesAndNamesTheField_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const char* name, const char* body, const char* param) {
        QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(param);
    };
    row("no JSON", "{", "");
    row("an array", "[]", "");
    row("no input", R"({"model":"m"})", "input");
    row("input null", R"({"model":"m","input":null})", "input");
    row("input number", R"({"model":"m","input":3})", "input");
    row("no items", R"({"model":"m","input":[]})", "input");
    row("item no object", R"({"model":"m","input":["x"]})", "input[0]");
    row("item without type", R"({"model":"m","input":[{"content":"x"}]})", "input[0].type");
    row("item type number", R"({"model":"m","input":[{"type":1}]})", "input[0].type");
    row("role", R"({"model":"m","input":[{"role":"tool","content":"x"}]})", "input[0].role");
    row("no content", R"({"model":"m","input":[{"role":"user"}]})", "input[0].content");
    row("content number", R"({"model":"m","input":[{"role":"user","content":1}]})", "input[0].content");
    row("part without type", R"({"model":"m","input":[{"role":"user","content":[{"text":"x"}]}]})",
        "input[0].content");
    row("reference without id", R"({"model":"m","input":[{"type":"item_reference"}]})", "input[0].id");
    row("model number", R"({"model":1,"input":"x"})", "model");
    row("stream text", R"({"model":"m","input":"x","stream":"yes"})", "stream");
    row("store text", R"({"model":"m","input":"x","store":"no"})", "store");
    row("instructions list", R"({"model":"m","input":"x","instructions":[]})", "instructions");
    row("previous number", R"({"model":"m","input":"x","previous_response_id":7})", "previous_response_id");
    row("background", R"({"model":"m","input":"x","background":true})", "background");
    row("conversation", R"({"model":"m","input":"x","conversation":"conv_1"})", "conversation");
    row("no tokens", R"({"model":"m","input":"x","max_output_tokens":0})", "max_output_tokens");
    row("hot", R"({"model":"m","input":"x","temperature":2.5})", "temperature");
    row("top_p", R"({"model":"m","input":"x","top_p":-1})", "top_p");
    row("top_logprobs", R"({"model":"m","input":"x","top_logprobs":21})", "top_logprobs");
    row("tools object", R"({"model":"m","input":"x","tools":{}})", "tools");
    row("text string", R"({"model":"m","input":"x","text":"json"})", "text");
    row("include string", R"({"model":"m","input":"x","include":"x"})", "include");
    row("model twice", R"({"model":"m","input":"x","model":"n"})", "model");
    row("input twice", R"({"input":"x","input":"y"})", "input");
}

void OpenAiResponsesInspectTest::refusesAndNamesTheField() {
    QFETCH(const QString, body);
    QFETCH(const QString, param);
    const auto envelope = openAiResponsesDialect().inspect(request(body.toStdString()));
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().httpStatus(), 400);
    QCOMPARE(envelope.error().param, param.toStdString());
    QVERIFY(!envelope.error().message.empty());
}

void OpenAiResponsesInspectTest::rewritesOnlyWhatRoutingDecided() {
    Rewrite rewrite;
    rewrite.model = "gpt-5.1";
    const std::string text = R"({ "model" : "alias",  "input":"x", "future":{"b":1,"a":2.50} })";
    const std::string text2 = R"({ "model" : "gpt-5.1",  "input":"x", "future":{"b":1,"a":2.50} })";
    QCOMPARE(rewritten(text, rewrite), text2);
    rewrite.forceStream = true;
    const std::string text3 = R"({"input":"x"})";
    const std::string text4 = R"({"model":"gpt-5.1","stream":true,"input":"x"})";
    QCOMPARE(rewritten(text3, rewrite), text4);
    const std::string text5 = R"({"model":"a","stream":false,"input":"x"})";
    const std::string text6 = R"({"model":"gpt-5.1","stream":true,"input":"x"})";
    QCOMPARE(rewritten(text5, rewrite), text6);
}

void OpenAiResponsesInspectTest::putsSystemTextInFrontOfInstructions() {
    Rewrite rewrite;
    rewrite.model = "m";
    rewrite.systemText = "Be \"brief\".";
    const std::string text = R"({"model":"m","instructions":"Speak\nDutch.","input":"x"})";
    const std::string text2 = R"({"model":"m","instructions":"Be \"brief\".\n\nSpeak\nDutch.","input":"x"})";
    QCOMPARE(rewritten(text, rewrite), text2);
    const std::string text3 = R"({"model":"m","instructions":null,"input":"x"})";
    const std::string text4 = R"({"model":"m","instructions":"Be \"brief\".","input":"x"})";
    QCOMPARE(rewritten(text3, rewrite), text4);
    const std::string text5 = R"({"model":"m","input":"x"})";
    const std::string text6 = R"({"instructions":"Be \"brief\".","model":"m","input":"x"})";
    QCOMPARE(rewritten(text5, rewrite), text6);
}

void OpenAiResponsesInspectTest::takesOutWhatTheGatewaySealed() {
    Rewrite rewrite;
    rewrite.model = "m";
    const std::string text =
        R"({"model":"m","input":[{"role":"user","content":"say \"tg1.\""},)"
        R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"tg1.eyJ9"},)"
        R"({"type":"reasoning","id":"rs_2","summary":[],"encrypted_content":"gAAA"}],"x":1})";
    const std::string text2 =
        R"({"model":"m","input":[{"role":"user","content":"say \"tg1.\""},)"
        R"({"type":"reasoning","id":"rs_2","summary":[],"encrypted_content":"gAAA"}],"x":1})";
    QCOMPARE(rewritten(text, rewrite), text2);
}

void OpenAiResponsesInspectTest::errorsHaveOpenAisShape() {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    error.message = "no";
    error.param = "input";
    const json::value body = json::parse(openAiResponsesDialect().errorBody(error, "t"));
    QVERIFY(body.at("error").at("param") == "input");
    QVERIFY(body.at("error").at("type") == "invalid_request_error");
}

void OpenAiResponsesInspectTest::aFailedStreamSaysSoByItself() {
    Error error;
    error.code = ErrorCode::UpstreamTimeout;
    error.message = "too late";
    const std::string event = openAiResponsesDialect().streamError(error, "trace");
    QVERIFY(event.starts_with("event: response.failed\ndata: {"));
    QVERIFY(event.ends_with("}\n\n"));
    const json::value data = json::parse(event.substr(event.find("data: ") + 6));
    QVERIFY(data.at("type") == "response.failed");
    QVERIFY(data.at("response").at("status") == "failed");
    QVERIFY(data.at("response").at("error").at("message") == "too late");
    QVERIFY(data.at("response").at("error").at("code") == "server_error");
}

QTEST_GUILESS_MAIN(OpenAiResponsesInspectTest)
#include "tst_openai_responses_inspect.moc"
