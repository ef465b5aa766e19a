// Responses bodies as every provider is to understand them.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/sealed_reasoning.h"

#include <QTest>

#include <boost/json.hpp>

#include <array>

using namespace tollgate;
namespace json = boost::json;
using Kind = ContentPart::Kind;

namespace {

tl::expected<ChatRequest, Error> decode(const std::string& members) {
    HttpRequest request;
    request.body = R"({"model":"m",)" + members + "}";
    return openAiResponsesDialect().decode(request);
}

ChatRequest decoded(const std::string& members) {
    const auto request = decode(members);
    if (!request)
        qWarning("refused: %s", request.error().message.c_str());
    return request ? *request : ChatRequest{};
}

ChatRequest ofInput(const std::string& items) {
    return decoded("\"input\":[" + items + "]");
}

/// "user:text assistant:text+call(c1) tool:result(c1)": who says what.
std::string outline(const ChatRequest& request) {
    constexpr std::array kRoles{"system", "developer", "user", "assistant", "tool"};
    constexpr std::array kKinds{"text",   "image",   "document",  "audio", "call",
                                "result", "refusal", "reasoning", "opaque"};
    std::string text;
    for (const Message& message : request.messages) {
        text += (text.empty() ? "" : " ") + std::string(kRoles[static_cast<std::size_t>(message.role)]) + ":";
        for (std::size_t i = 0; i < message.parts.size(); ++i) {
            const ContentPart& part = message.parts[i];
            text += (i > 0 ? "+" : "") + std::string(kKinds[static_cast<std::size_t>(part.kind)]);
            if (part.kind == Kind::ToolCall || part.kind == Kind::ToolResult)
                text += "(" + part.id + ")";
        }
    }
    return text;
}

std::string call(const std::string& id) {
    return R"({"type":"function_call","call_id":")" + id + R"(","name":"f","arguments":"{}"})";
}
std::string output(const std::string& id) {
    return R"({"type":"function_call_output","call_id":")" + id + R"(","output":"ok"})";
}

} // namespace

class OpenAiResponsesDecodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textInputIsTheUsersMessage();
    void messagesInBothForms();
    void partsOfEveryKind();
    void whatTheModelSaidIsOneTurn();
    void phasesAreKept();
    void resultsFollowTheirCallsInOrder();
    void resultsWithPictures();
    void unmatchedCallsAndResultsAreRefused();
    void aResultThatNamesItsToolMayStandAlone();
    void brokenArgumentsNameTheirField();
    void unresolvedReferencesAreRefused();
    void whatOnlyOpenAiHoldsIsRefused();
    void customCallsBecomeFunctionsOfOneText();
    void shellCallsBecomeFunctions();
    void reasoningGoesBackToWhoSignedIt();
    void itemsOfHostedToolsStayOpaque();
    void toolsOfEveryKind();
    void toolsMayComeAsAnItem();
    void namespacesAreFlattenedTheSameWayEverywhere();
    void grammarsAreToldToModelsThatCannotBeHeldToThem();
    void toolChoices_data();
    void toolChoices();
    void allowedToolsTakeTheOthersOut();
    void formatsAndVerbosity();
    void reasoningWishes();
    void samplingAndTheRest();
    void unknownMembersAreKeptAside();
    void sealsSurviveAndForeignTextIsOpenAis();
};

void OpenAiResponsesDecodeTest::textInputIsTheUsersMessage() {
    const ChatRequest request = decoded(R"("instructions":"Be brief.","input":"hello")");
    QCOMPARE(outline(request), "system:text user:text");
    QCOMPARE(request.systemText(), "Be brief.");
    QCOMPARE(request.lastUserText(), "hello");
    QCOMPARE(request.model, "m");
}

void OpenAiResponsesDecodeTest::messagesInBothForms() {
    const ChatRequest request =
        ofInput(R"({"role":"developer","content":"d"},{"type":"message","role":"user","content":[)"
                R"({"type":"input_text","text":"u"}]},{"type":"message","id":"msg_1","status":"completed",)"
                R"("role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]},)"
                R"({"type":"refusal","refusal":"no"}]},{"role":"system","content":"s"})");
    QCOMPARE(outline(request), "developer:text user:text assistant:text+refusal system:text");
    QCOMPARE(request.messages[2].parts[1].text, "no");
}

void OpenAiResponsesDecodeTest::partsOfEveryKind() {
    const ChatRequest request = ofInput(
        R"({"role":"user","content":[{"type":"input_image","image_url":"https://x/y.png","detail":"low"},)"
        R"({"type":"input_image","file_id":"file-1","detail":"original"},)"
        R"({"type":"input_file","file_data":"data:application/pdf;base64,JVBE","filename":"a.pdf"},)"
        R"({"type":"input_file","file_data":"JVBE"},{"type":"input_file","file_url":"https://x/b.pdf"},)"
        R"({"type":"input_file","file_id":"file-2"},)"
        R"({"type":"input_audio","input_audio":{"data":"UklG","format":"wav"}},)"
        R"({"type":"input_text","text":"t","prompt_cache_breakpoint":{"mode":"explicit"}}]})");
    const std::vector<ContentPart>& parts = request.messages.at(0).parts;
    QCOMPARE(parts.size(), 8U);
    QCOMPARE(parts[0].url, "https://x/y.png");
    QCOMPARE(parts[0].detail, "low");
    QCOMPARE(parts[1].fileId, "file-1");
    QCOMPARE(parts[1].detail, "high");
    QVERIFY(parts[2].kind == Kind::Document);
    QCOMPARE(parts[2].name, "a.pdf");
    QCOMPARE(parts[3].url, "data:application/pdf;base64,JVBE");
    QCOMPARE(parts[4].url, "https://x/b.pdf");
    QCOMPARE(parts[5].fileId, "file-2");
    QCOMPARE(parts[6].url, "data:audio/wav;base64,UklG");
    QVERIFY(parts[7].cache.has_value());
}

void OpenAiResponsesDecodeTest::whatTheModelSaidIsOneTurn() {
    const std::string reasoning = R"({"type":"reasoning","id":"rs","summary":[]},)";
    const ChatRequest request =
        ofInput(R"({"role":"user","content":"x"},)" + reasoning + R"({"role":"assistant","content":"a"},)" +
                call("c1") + "," + reasoning + call("c2") + "," + output("c1") + "," + output("c2"));
    QCOMPARE(outline(request), "user:text assistant:reasoning+text+call(c1)+reasoning+call(c2) "
                               "tool:result(c1) tool:result(c2)");
}

void OpenAiResponsesDecodeTest::phasesAreKept() {
    const ChatRequest request = ofInput(
        R"({"role":"user","content":"x","phase":"final_answer"},)"
        R"({"type":"message","role":"assistant","phase":"commentary","content":"a"},)"
        R"({"role":"assistant","phase":"final_answer","content":[{"type":"output_text","text":"b"}]},)"
        R"({"role":"assistant","phase":null,"content":"c"})");
    QVERIFY(request.messages[0].parts[0].phase == Phase::Unsaid); // nobody else has one
    const auto& parts = request.messages[1].parts;
    QCOMPARE(parts.size(), 3U);
    QVERIFY(parts[0].phase == Phase::Commentary && parts[1].phase == Phase::FinalAnswer &&
            parts[2].phase == Phase::Unsaid);
}

void OpenAiResponsesDecodeTest::resultsFollowTheirCallsInOrder() {
    QCOMPARE(outline(ofInput(call("a") + "," + call("b") + "," + output("b") + "," + output("a"))),
             "assistant:call(a)+call(b) tool:result(a) tool:result(b)");
    const std::string user = R"({"role":"user","content":"x"})";
    QCOMPARE(outline(ofInput(call("a") + "," + user + "," + output("a"))),
             "assistant:call(a) tool:result(a) user:text");
    QCOMPARE(outline(ofInput(call("a") + "," + output("a") + "," + call("b") + "," + output("b"))),
             "assistant:call(a) tool:result(a) assistant:call(b) tool:result(b)");
}

void OpenAiResponsesDecodeTest::resultsWithPictures() {
    const ChatRequest request = ofInput(
        call("a") + R"(,{"type":"function_call_output","call_id":"a","output":[)" +
        R"({"type":"input_text","text":"see"},{"type":"input_image","image_url":"data:image/png;base64,AA"}]})");
    const ContentPart& result = request.messages.at(1).parts.at(0);
    QCOMPARE(result.parts.size(), 2U);
    QCOMPARE(result.resultText(), "see");
    QVERIFY(result.parts[1].kind == Kind::Image);
}

void OpenAiResponsesDecodeTest::unmatchedCallsAndResultsAreRefused() {
    auto request = decode("\"input\":[" + call("a") + "]");
    QVERIFY(!request);
    QCOMPARE(request.error().message, "No tool output found for function call a.");
    request = decode("\"input\":[" + output("a") + "]");
    QVERIFY(!request);
    QCOMPARE(request.error().param, "input[0].call_id");
    QCOMPARE(request.error().httpStatus(), 400);
    request = decode("\"input\":[" + call("a") + "," + output("a") + "," + output("a") + "]");
    QVERIFY(!request);
    QCOMPARE(request.error().param, "input[2].call_id");
}

void OpenAiResponsesDecodeTest::aResultThatNamesItsToolMayStandAlone() {
    const ChatRequest request = ofInput(
        R"({"type":"function_call_output","call_id":"c","namespace":"app","name":"make","output":"x"})");
    QCOMPARE(outline(request), "assistant:call(c) tool:result(c)");
    QCOMPARE(request.messages[0].parts[0].name, "app__make");
}

void OpenAiResponsesDecodeTest::brokenArgumentsNameTheirField() {
    const auto request =
        decode(R"("input":[{"type":"function_call","call_id":"c","name":"f","arguments":"{oops"}])");
    QVERIFY(!request);
    QCOMPARE(request.error().param, "input[0].arguments");
}

void OpenAiResponsesDecodeTest::unresolvedReferencesAreRefused() {
    for (const std::string item : {R"({"type":"item_reference","id":"msg_7"})", R"({"id":"msg_7"})"}) {
        const auto request = decode("\"input\":[" + item + "]");
        QVERIFY(!request);
        QCOMPARE(request.error().param, "input[0].id");
        QCOMPARE(request.error().message, "Item with id 'msg_7' not found.");
    }
}

void OpenAiResponsesDecodeTest::whatOnlyOpenAiHoldsIsRefused() {
    auto request = decode("\"input\":\"x\",\"previous_response_id\":\"resp_1\"");
    QVERIFY(!request);
    QCOMPARE(request.error().param, "previous_response_id");
    request = decode("\"prompt\":{\"id\":\"pmpt_1\"}");
    QVERIFY(!request);
    QCOMPARE(request.error().param, "prompt");
    QCOMPARE(request.error().httpStatus(), 400);
}

void OpenAiResponsesDecodeTest::customCallsBecomeFunctionsOfOneText() {
    const ChatRequest request =
        ofInput(R"({"type":"custom_tool_call","call_id":"c","name":"apply_patch","input":"a\n\"b\""},)"
                R"({"type":"custom_tool_call_output","call_id":"c","output":"done"})");
    const ContentPart& part = request.messages.at(0).parts.at(0);
    QCOMPARE(part.name, "apply_patch");
    QVERIFY(json::parse(part.arguments).at("input") == "a\n\"b\"");
    QCOMPARE(request.messages.at(1).parts.at(0).resultText(), "done");
}

void OpenAiResponsesDecodeTest::shellCallsBecomeFunctions() {
    const ChatRequest request =
        ofInput(R"({"type":"local_shell_call","id":"lsh_1","call_id":"c","status":"completed","action":)"
                R"({"type":"exec","command":["ls"],"env":{}}},{"type":"local_shell_call_output","id":"c",)"
                R"("output":"a.txt"})");
    QCOMPARE(outline(request), "assistant:call(c) tool:result(c)");
    const std::string wanted = R"({"command":["ls"],"env":{}})";
    QCOMPARE(request.messages[0].parts[0].arguments, wanted);
}

void OpenAiResponsesDecodeTest::reasoningGoesBackToWhoSignedIt() {
    SealedReasoning sealed;
    sealed.origin = Origin::Bedrock;
    sealed.signature = "SIG";
    const ChatRequest request =
        ofInput(R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"a"},)"
                R"({"type":"summary_text","text":"b"}],"encrypted_content":")" +
                sealReasoning(sealed) +
                R"("},{"role":"user","content":"x"},{"type":"reasoning","id":"rs_2","summary":[],)"
                R"("encrypted_content":"gAAA"})");
    const ContentPart& ours = request.messages.at(0).parts.at(0);
    QCOMPARE(ours.text, "a\n\nb");
    QCOMPARE(ours.signature, "SIG");
    QVERIFY(ours.origin == Origin::Bedrock);
    const ContentPart& theirs = request.messages.at(2).parts.at(0);
    QCOMPARE(theirs.id, "rs_2");
    QCOMPARE(theirs.signature, "gAAA");
    QVERIFY(theirs.origin == Origin::OpenAi);
    QVERIFY(theirs.redacted);
}

void OpenAiResponsesDecodeTest::itemsOfHostedToolsStayOpaque() {
    const ChatRequest request =
        ofInput(R"({"type":"web_search_call","id":"ws_1","status":"completed"},)"
                R"({"type":"computer_call_output","call_id":"c","output":{"type":"computer_screenshot"}})");
    QCOMPARE(outline(request), "assistant:opaque user:opaque");
    QVERIFY(request.messages[0].parts[0].origin == Origin::OpenAi);
    QVERIFY(request.messages[0].parts[0].opaque.at("id") == "ws_1");
}

void OpenAiResponsesDecodeTest::toolsOfEveryKind() {
    const ChatRequest request = decoded(
        R"("input":"x","tools":[{"type":"function","name":"f","description":"d","parameters":{"z":1,"a":2},)"
        R"("strict":false},{"type":"custom","name":"c"},{"type":"web_search","filters":{}},{"type":"local_shell"}])");
    QCOMPARE(request.tools.size(), 4U);
    QVERIFY(request.tools[0].kind == ToolDefinition::Kind::Function);
    QCOMPARE(json::serialize(request.tools[0].schema), std::string("{\"z\":1,\"a\":2}"));
    QCOMPARE(request.tools[0].strict, std::optional(false));
    QVERIFY(request.tools[1].kind == ToolDefinition::Kind::Custom);
    QVERIFY(request.tools[2].kind == ToolDefinition::Kind::Server);
    QCOMPARE(request.tools[2].name, "web_search");
    QVERIFY(request.tools[2].raw.at("filters").is_object());
    QVERIFY(request.tools[3].kind == ToolDefinition::Kind::Function);
    QVERIFY(request.tools[3].schema.at("properties").as_object().contains("command"));
}

void OpenAiResponsesDecodeTest::toolsMayComeAsAnItem() {
    const ChatRequest request = decoded(
        R"("tools":[{"type":"function","name":"f"}],"input":[{"type":"additional_tools",)"
        R"("role":"developer","tools":[{"type":"custom","name":"exec"}]},{"role":"user","content":"x"}])");
    QCOMPARE(outline(request), "user:text");
    QCOMPARE(request.tools.size(), 2U);
    QCOMPARE(request.tools[1].name, "exec");
}

void OpenAiResponsesDecodeTest::namespacesAreFlattenedTheSameWayEverywhere() {
    const ChatRequest request = decoded(
        R"("tools":[{"type":"namespace","name":"weather","tools":[{"type":"function","name":"today"},)"
        R"({"type":"custom","name":"note"}]}],"tool_choice":{"type":"function","namespace":"weather",)"
        R"("name":"today"},"input":[{"type":"function_call","call_id":"c","namespace":"weather",)"
        R"("name":"today","arguments":""},{"type":"function_call_output","call_id":"c","output":"sun"}])");
    QCOMPARE(request.tools.size(), 2U);
    QCOMPARE(request.tools[0].name, "weather__today");
    QCOMPARE(request.tools[1].name, "weather__note");
    QVERIFY(request.tools[1].kind == ToolDefinition::Kind::Custom);
    QCOMPARE(request.messages[0].parts[0].name, "weather__today");
    QCOMPARE(request.messages[0].parts[0].arguments, "{}");
    QCOMPARE(request.toolChoice.name, "weather__today");
}

void OpenAiResponsesDecodeTest::grammarsAreToldToModelsThatCannotBeHeldToThem() {
    const ChatRequest request =
        decoded(R"("input":"x","tools":[{"type":"custom","name":"apply_patch","description":"Edits.",)"
                R"("format":{"type":"grammar","syntax":"lark","definition":"start: patch"}}])");
    QCOMPARE(request.tools[0].description, "Edits.\n\nThe input follows this lark grammar:\nstart: patch");
}

void OpenAiResponsesDecodeTest::toolChoices_data() {
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("name");
    using Mode = ToolChoice::Mode;
    const auto row = [](const char* title, const char* choice, Mode mode, const char* name = "") {
        QTest::newRow(title) << QString::fromUtf8(choice) << static_cast<int>(mode)
                             << QString::fromUtf8(name);
    };
    row("auto", "\"auto\"", Mode::Auto);
    row("none", "\"none\"", Mode::None);
    row("required", "\"required\"", Mode::Required);
    row("null", "null", Mode::Unset);
    row("function", R"({"type":"function","name":"f"})", Mode::Named, "f");
    row("custom", R"({"type":"custom","name":"c"})", Mode::Named, "c");
    row("hosted", R"({"type":"web_search_preview"})", Mode::Named, "web_search_preview");
    row("allowed", R"({"type":"allowed_tools","mode":"required","tools":[]})", Mode::Required);
}

void OpenAiResponsesDecodeTest::toolChoices() {
    QFETCH(const QString, choice);
    QFETCH(const int, mode);
    QFETCH(const QString, name);
    const ChatRequest request = decoded("\"input\":\"x\",\"tool_choice\":" + choice.toStdString());
    QCOMPARE(static_cast<int>(request.toolChoice.mode), mode);
    QCOMPARE(request.toolChoice.name, name.toStdString());
}

void OpenAiResponsesDecodeTest::allowedToolsTakeTheOthersOut() {
    const ChatRequest request =
        decoded(R"("input":"x","tools":[{"type":"function","name":"f"},{"type":"function","name":"g"},)"
                R"({"type":"web_search"}],"tool_choice":{"type":"allowed_tools","mode":"auto","tools":[)"
                R"({"type":"function","name":"g"},{"type":"web_search"}]})");
    QCOMPARE(request.tools.size(), 2U);
    QCOMPARE(request.tools[0].name, "g");
    QCOMPARE(request.tools[1].name, "web_search");
    QVERIFY(request.toolChoice.mode == ToolChoice::Mode::Auto);
}

void OpenAiResponsesDecodeTest::formatsAndVerbosity() {
    const ChatRequest request =
        decoded(R"("input":"x","text":{"verbosity":"high","format":{"type":"json_schema","name":"n",)"
                R"("description":"d","schema":{"type":"object"},"strict":true}})");
    QVERIFY(request.format.kind == ResponseFormat::Kind::JsonSchema);
    QCOMPARE(request.format.name, "n");
    QCOMPARE(request.format.description, "d");
    QCOMPARE(request.format.strict, std::optional(true));
    QVERIFY(request.format.schema.at("type") == "object");
    QCOMPARE(request.verbosity, "high");
    const ChatRequest object = decoded(R"("input":"x","text":{"format":{"type":"json_object"}})");
    QVERIFY(object.format.kind == ResponseFormat::Kind::JsonObject);
}

void OpenAiResponsesDecodeTest::reasoningWishes() {
    const ChatRequest request = decoded(R"("input":"x","reasoning":{"effort":"high","summary":"detailed"},)"
                                        R"("include":["reasoning.encrypted_content"])");
    QCOMPARE(request.reasoning.effort, "high");
    QVERIFY(request.reasoning.mode == ReasoningWish::Mode::On);
    QCOMPARE(request.reasoning.summary, "detailed");
    QVERIFY(request.reasoning.wantsEncrypted);
    QVERIFY(request.extras.empty());
    QVERIFY(decoded(R"("input":"x","reasoning":{"effort":"none"})").reasoning.mode ==
            ReasoningWish::Mode::Off);
    QVERIFY(decoded(R"("input":"x","reasoning":null)").reasoning.mode == ReasoningWish::Mode::Unset);
}

void OpenAiResponsesDecodeTest::samplingAndTheRest() {
    const ChatRequest request =
        decoded(R"("input":"x","max_output_tokens":9,"temperature":0.5,"top_p":0.25,"top_logprobs":3,)"
                R"("parallel_tool_calls":false,"service_tier":"flex","user":"ada","metadata":{"a":"b"},)"
                R"("stream":true,"truncation":"disabled","store":false)");
    QCOMPARE(request.maxTokens, std::optional<std::int64_t>(9));
    QCOMPARE(request.temperature, std::optional(0.5));
    QCOMPARE(request.topP, std::optional(0.25));
    QCOMPARE(request.topLogprobs, std::optional<std::int64_t>(3));
    QCOMPARE(request.logprobs, std::optional(true));
    QCOMPARE(request.parallelToolCalls, std::optional(false));
    QCOMPARE(request.serviceTier, "flex");
    QCOMPARE(request.user, "ada");
    QVERIFY(request.metadata.at("a") == "b");
    QVERIFY(request.stream);
    QVERIFY(request.extras.empty());
}

void OpenAiResponsesDecodeTest::unknownMembersAreKeptAside() {
    const ChatRequest request =
        decoded(R"("input":"x","truncation":"auto","prompt_cache_key":"k","future":1,"nothing":null,)"
                R"("include":["web_search_call.results","reasoning.encrypted_content"])");
    std::string names;
    for (const ExtraParam& extra : request.extras)
        names += extra.name + " ";
    QCOMPARE(names, "include truncation prompt_cache_key future ");
    QCOMPARE(request.extras[0].value.as_array().size(), 1U);
}

void OpenAiResponsesDecodeTest::sealsSurviveAndForeignTextIsOpenAis() {
    for (std::size_t length = 0; length < 40; ++length) {
        SealedReasoning sealed;
        sealed.origin = Origin::Gemini;
        sealed.redacted = length % 2 == 0;
        sealed.callId = length % 3 == 0 ? "call \"1\"" : "";
        for (std::size_t i = 0; i < length; ++i)
            sealed.signature += static_cast<char>('!' + (i * 7) % 90);
        const SealedReasoning opened = unsealReasoning(sealReasoning(sealed));
        QCOMPARE(opened.signature, sealed.signature);
        QCOMPARE(opened.redacted, sealed.redacted);
        QCOMPARE(opened.callId, sealed.callId);
        QVERIFY(opened.origin == Origin::Gemini);
    }
    QVERIFY(unsealReasoning("gAAAAA==").origin == Origin::OpenAi);
    QVERIFY(unsealReasoning("tg1.@@@").signature.empty());
    QVERIFY(unsealReasoning("tg1.").origin == Origin::Unknown);
}

QTEST_GUILESS_MAIN(OpenAiResponsesDecodeTest)
#include "tst_openai_responses_decode.moc"
