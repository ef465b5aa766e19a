// What goes up to OpenAI's Responses API when the caller spoke something else.

#include "gateway/providers/openai_responses_encode.h"

#include "tests/gateway/providers/request_parts.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;
using Kind = ContentPart::Kind;

namespace {

Encoded encode(const ChatRequest& request, const std::string& model = "gpt-6.1-sol",
               const Provider& provider = {}, UnsupportedParams policy = UnsupportedParams::Drop) {
    TranslationLog log(policy);
    auto call = encodeOpenAiResponses(request, {provider, model}, model, log);
    if (!call)
        return {boost::json::string("refused " + call.error().param), log.take(), {}};
    return {boost::json::parse(call->body), log.take(), std::move(call->hints)};
}

ChatRequest saying(std::vector<Message> messages) {
    ChatRequest request;
    request.messages = std::move(messages);
    return request;
}

ContentPart reasoning(std::string_view text, std::string_view signature) {
    return thoughtPart(text, signature, Origin::OpenAi);
}

} // namespace

class OpenAiResponsesEncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestSaysNothingElse();
    void systemTextsBecomeInstructions();
    void instructionsAloneAreSomebodysWords();
    void partsHaveTheExactShape();
    void turnsOfTheModelKeepTheirOrder();
    void phasesStayWithTheirMessages();
    void thoughtsOfOthersAreLeftOut();
    void aThoughtThatNothingFollowsIsLeftOut();
    void resultsHaveTheExactShape();
    void brokenHistoriesAreMadeWhole();
    void idsAreShortAndDiffer();
    void freeTextStaysFreeText();
    void toolsHaveTheExactShape();
    void toolChoicesHaveTheExactShape_data();
    void toolChoicesHaveTheExactShape();
    void answersHaveTheirShape();
    void modelsThatReasonPickTheirWords();
    void modelsThatDoNotReasonAreGivenTheirs();
    void effortsFitTheModel_data();
    void effortsFitTheModel();
    void summariesAreAskedForOnlyOnWish();
    void whatTheApiDoesNotKnowIsTold();
    void itsOwnParametersAreKept();
    void fewTokensAreTooFew();
    void whatOpenAiDidGoesBack();
    void recordingsAreRefused();
};

void OpenAiResponsesEncodeTest::theSmallestRequestSaysNothingElse() {
    TranslationLog log;
    const Provider provider;
    const std::string model = "gpt-4o";
    const auto call = encodeOpenAiResponses(ask("hi \"żółć\"\n"), {provider, model}, "deployed", log);
    QVERIFY(call.has_value());
    QCOMPARE(call->body, std::string("{\"model\":\"deployed\",\"input\":[{\"type\":\"message\",\"role\":"
                                     "\"user\",\"content\":\"hi \\\"żółć\\\"\\n\"}],\"store\":false}"));
    QCOMPARE(call->written, WireFormat::OpenAiResponses);
    ChatRequest streamed = ask();
    streamed.stream = true;
    QCOMPARE(encode(streamed).at("/stream"), std::string("true"));
}

void OpenAiResponsesEncodeTest::systemTextsBecomeInstructions() {
    const Encoded sent =
        encode(saying({message(Role::System, {textPart("a"), textPart("b")}), message(Role::System, "c"),
                       message(Role::Developer, "d"), message(Role::User, "u"), message(Role::System, "e")}));
    QCOMPARE(sent.at("/instructions"), std::string("\"a\\n\\nb\\n\\nc\""));
    QCOMPARE(sent.at("/input/0"),
             std::string("{\"type\":\"message\",\"role\":\"developer\",\"content\":\"d\"}"));
    QCOMPARE(sent.at("/input/1/role"), std::string("\"user\""));
    QCOMPARE(sent.at("/input/2"),
             std::string("{\"type\":\"message\",\"role\":\"system\",\"content\":\"e\"}"));
}

void OpenAiResponsesEncodeTest::instructionsAloneAreSomebodysWords() {
    const Encoded sent = encode(saying({message(Role::System, "a")}));
    QCOMPARE(sent.at("/instructions"), std::string("absent"));
    QCOMPARE(sent.at("/input"),
             std::string("[{\"type\":\"message\",\"role\":\"system\",\"content\":\"a\"}]"));
}

void OpenAiResponsesEncodeTest::partsHaveTheExactShape() {
    ContentPart kept = mediaPart(Kind::Image, "");
    kept.fileId = "file-1";
    kept.detail = "low";
    ContentPart file = mediaPart(Kind::Document, "data:application/pdf;base64,AAAA");
    file.name = "a.pdf";
    ContentPart plain;
    plain.kind = Kind::Document;
    plain.name = "t.txt";
    plain.text = "text";
    const Encoded sent =
        encode(saying({message(Role::User, {textPart("look"), mediaPart(Kind::Image, "https://x/a.png"), kept,
                                            file, mediaPart(Kind::Document, "https://x/a.pdf"), plain})}));
    const std::string at = "/input/0/content/";
    QCOMPARE(sent.at(at + "0"), std::string("{\"type\":\"input_text\",\"text\":\"look\"}"));
    QCOMPARE(sent.at(at + "1"), std::string("{\"type\":\"input_image\",\"image_url\":\"https://x/a.png\","
                                            "\"detail\":\"auto\"}"));
    QCOMPARE(sent.at(at + "2"),
             std::string("{\"type\":\"input_image\",\"file_id\":\"file-1\",\"detail\":\"low\"}"));
    QCOMPARE(sent.at(at + "3"), std::string("{\"type\":\"input_file\",\"filename\":\"a.pdf\",\"file_data\":"
                                            "\"data:application/pdf;base64,AAAA\"}"));
    QCOMPARE(sent.at(at + "4"), std::string("{\"type\":\"input_file\",\"file_url\":\"https://x/a.pdf\"}"));
    QCOMPARE(sent.at(at + "5"), std::string("{\"type\":\"input_text\",\"text\":\"t.txt\\n\\ntext\"}"));
    ContentPart elsewhere = mediaPart(Kind::Image, "");
    elsewhere.fileId = "file_of_another";
    QCOMPARE(encode(saying({message(Role::User, {elsewhere})})).body.as_string(),
             "refused messages[0].content");
}

void OpenAiResponsesEncodeTest::turnsOfTheModelKeepTheirOrder() {
    ContentPart refusal = textPart("no");
    refusal.kind = Kind::Refusal;
    const Encoded sent =
        encode(saying({message(Role::User, "q"),
                       message(Role::Assistant,
                               {reasoning("why", "enc1"), textPart("a"), textPart("b"), reasoning("", "enc2"),
                                callPart("c1", "f", "{\"x\":1}"), callPart("c2", "g", "")}),
                       message(Role::Tool, {resultPart("c2", "two")}),
                       message(Role::Tool, {resultPart("c1", "one")}), message(Role::Assistant, {refusal})}));
    QCOMPARE(sent.at("/input/1"),
             std::string("{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\","
                         "\"text\":\"why\"}],\"encrypted_content\":\"enc1\"}"));
    QCOMPARE(sent.at("/input/2"), std::string("{\"type\":\"message\",\"role\":\"assistant\",\"content\":["
                                              "{\"type\":\"output_text\",\"text\":\"a\"},"
                                              "{\"type\":\"output_text\",\"text\":\"b\"}]}"));
    QCOMPARE(sent.at("/input/3"),
             std::string("{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"enc2\"}"));
    QCOMPARE(sent.at("/input/4"), std::string("{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"f\","
                                              "\"arguments\":\"{\\\"x\\\":1}\"}"));
    QCOMPARE(sent.at("/input/5/arguments"), std::string("\"{}\""));
    QCOMPARE(sent.at("/input/6"),
             std::string("{\"type\":\"function_call_output\",\"call_id\":\"c2\",\"output\":\"two\"}"));
    QCOMPARE(sent.at("/input/7/call_id"), std::string("\"c1\""));
    QCOMPARE(sent.at("/input/8/content"), std::string("[{\"type\":\"refusal\",\"refusal\":\"no\"}]"));
    QCOMPARE(sent.summary(), std::string());
}

void OpenAiResponsesEncodeTest::phasesStayWithTheirMessages() {
    Message turn = message(Role::Assistant, {textPart("a"), textPart("b"), textPart("c"), textPart("d")});
    turn.parts[0].phase = turn.parts[1].phase = Phase::Commentary;
    turn.parts[2].phase = Phase::FinalAnswer;
    const Encoded sent = encode(saying({message(Role::User, "x"), turn}));
    QCOMPARE(sent.at("/input/1"),
             std::string("{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":"
                         "\"output_text\",\"text\":\"a\"},{\"type\":\"output_text\",\"text\":"
                         "\"b\"}],\"phase\":\"commentary\"}"));
    QCOMPARE(sent.at("/input/2/phase"), std::string("\"final_answer\""));
    QCOMPARE(sent.at("/input/3"),
             std::string("{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"d\"}"));
    QVERIFY(sent.notes.empty());
}

void OpenAiResponsesEncodeTest::thoughtsOfOthersAreLeftOut() {
    const Encoded sent =
        encode(saying({message(Role::User, "q"),
                       message(Role::Assistant, {thoughtPart("t", "sig", Origin::Anthropic), textPart("a")}),
                       message(Role::User, "q")}));
    QCOMPARE(sent.at("/input/1/content"), std::string("\"a\""));
    QCOMPARE(sent.summary(), std::string("dropped=messages[1].thinking"));
}

void OpenAiResponsesEncodeTest::aThoughtThatNothingFollowsIsLeftOut() {
    const Encoded sent =
        encode(saying({message(Role::User, "q"), message(Role::Assistant, {reasoning("", "e")}),
                       message(Role::User, "again")}));
    QCOMPARE(sent.at("/input/1/role"), std::string("\"user\""));
    QCOMPARE(sent.summary(), std::string("dropped=messages[1].thinking"));
}

void OpenAiResponsesEncodeTest::resultsHaveTheExactShape() {
    ContentPart failed = resultPart("c1", "no such city");
    failed.isError = true;
    ContentPart shown = resultPart("c2", "a map");
    shown.parts.push_back(mediaPart(Kind::Image, "https://x/m.png"));
    const Encoded sent = encode(saying({message(Role::User, "q"),
                                        message(Role::Assistant, {callPart("c1", "f"), callPart("c2", "f")}),
                                        message(Role::User, {failed, shown, textPart("go on")})}));
    QCOMPARE(sent.at("/input/3/output"), std::string("\"Error: no such city\""));
    QCOMPARE(
        sent.at("/input/4/output"),
        std::string("[{\"type\":\"input_text\",\"text\":\"a map\"},{\"type\":\"input_image\",\"image_url\":"
                    "\"https://x/m.png\",\"detail\":\"auto\"}]"));
    QCOMPARE(sent.at("/input/5/content"), std::string("\"go on\""));
}

void OpenAiResponsesEncodeTest::brokenHistoriesAreMadeWhole() {
    const Encoded sent =
        encode(saying({message(Role::User, "q"), message(Role::Assistant, {callPart("c1", "f")}),
                       message(Role::User, "b"), message(Role::Tool, {resultPart("x", "y")})}));
    QCOMPARE(sent.at("/input/2/output"), std::string("\"Error: No result was given.\""));
    QCOMPARE(sent.at("/input/3/content"), std::string("\"b\""));
    QCOMPARE(sent.at("/input/4"), std::string("absent"));
    QCOMPARE(sent.summary(), std::string("dropped=messages[3].content; synthesised=messages[1].tool_calls"));
}

void OpenAiResponsesEncodeTest::idsAreShortAndDiffer() {
    const std::string longId(70, 'x');
    const Encoded sent = encode(saying(
        {message(Role::User, "q"), message(Role::Assistant, {callPart(longId, "f"), callPart("c", "f")}),
         message(Role::Tool, {resultPart(longId, "1")}), message(Role::Tool, {resultPart("c", "2")}),
         message(Role::Assistant, {callPart("c", "f")}), message(Role::Tool, {resultPart("c", "3")})}));
    QCOMPARE(sent.at("/input/1/call_id"), sent.at("/input/3/call_id"));
    QVERIFY(sent.at("/input/1/call_id").size() <= 66);
    QCOMPARE(sent.at("/input/4/call_id"), std::string("\"c\""));
    QCOMPARE(sent.at("/input/5/call_id"), std::string("\"c#2\""));
    QCOMPARE(sent.at("/input/6/call_id"), std::string("\"c#2\""));
}

void OpenAiResponsesEncodeTest::freeTextStaysFreeText() {
    ChatRequest request = saying({message(Role::User, "q"),
                                  message(Role::Assistant, {callPart("c", "patch", "{\"input\":\"a\\nb\"}")}),
                                  message(Role::Tool, {resultPart("c", "done")})});
    ToolDefinition patch = tool("patch");
    patch.kind = ToolDefinition::Kind::Custom;
    patch.raw =
        boost::json::parse("{\"type\":\"custom\",\"custom\":{\"name\":\"patch\",\"description\":\"d\","
                           "\"format\":{\"type\":\"grammar\",\"grammar\":{\"syntax\":\"lark\","
                           "\"definition\":\"x\"}}}}");
    request.tools = {patch};
    request.toolChoice = {ToolChoice::Mode::Named, "patch"};
    const Encoded sent = encode(request);
    QCOMPARE(sent.at("/input/1"),
             std::string("{\"type\":\"custom_tool_call\",\"call_id\":\"c\",\"name\":\"patch\","
                         "\"input\":\"a\\nb\"}"));
    QCOMPARE(sent.at("/input/2/type"), std::string("\"custom_tool_call_output\""));
    QCOMPARE(
        sent.at("/tools/0"),
        std::string("{\"type\":\"custom\",\"name\":\"patch\",\"description\":\"d\",\"format\":{\"syntax\":"
                    "\"lark\",\"definition\":\"x\",\"type\":\"grammar\"}}"));
    QCOMPARE(sent.at("/tool_choice"), std::string("{\"type\":\"custom\",\"name\":\"patch\"}"));
}

void OpenAiResponsesEncodeTest::toolsHaveTheExactShape() {
    ChatRequest request = ask();
    request.tools = {tool("f"), tool("my.tool"), tool("web_search"), tool("bash_20250124")};
    request.tools[0].description = "d";
    request.tools[0].strict = true;
    request.tools[2].kind = request.tools[3].kind = ToolDefinition::Kind::Server;
    request.tools[2].raw = boost::json::parse("{\"type\":\"web_search\",\"search_context_size\":\"low\"}");
    request.parallelToolCalls = false;
    const Encoded sent = encode(request);
    QCOMPARE(
        sent.at("/tools/0"),
        std::string("{\"type\":\"function\",\"name\":\"f\",\"description\":\"d\",\"parameters\":{\"type\":"
                    "\"object\",\"properties\":{}},\"strict\":true}"));
    QCOMPARE(sent.at("/tools/1/strict"), std::string("false"));
    QCOMPARE(sent.hints.toolNames.size(), std::size_t(1));
    QCOMPARE(sent.at("/tools/2"), std::string("{\"type\":\"web_search\",\"search_context_size\":\"low\"}"));
    QCOMPARE(sent.at("/tools/3"), std::string("absent"));
    QCOMPARE(sent.at("/parallel_tool_calls"), std::string("false"));
    QCOMPARE(sent.summary(), std::string("dropped=tools[3]"));
}

void OpenAiResponsesEncodeTest::toolChoicesHaveTheExactShape_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("sent");
    const auto row = [](const char* name, ToolChoice::Mode mode, const char* sent) {
        QTest::newRow(name) << static_cast<int>(mode) << std::string(sent);
    };
    row("unset", ToolChoice::Mode::Unset, "absent");
    row("auto", ToolChoice::Mode::Auto, "\"auto\"");
    row("none", ToolChoice::Mode::None, "\"none\"");
    row("required", ToolChoice::Mode::Required, "\"required\"");
    row("named", ToolChoice::Mode::Named, "{\"type\":\"function\",\"name\":\"f\"}");
}

void OpenAiResponsesEncodeTest::toolChoicesHaveTheExactShape() {
    QFETCH(int, mode);
    QFETCH(std::string, sent);
    ChatRequest request = ask();
    request.toolChoice = {static_cast<ToolChoice::Mode>(mode), "f"};
    QCOMPARE(encode(request).at("/tool_choice"), std::string("absent")); // nothing to choose from
    request.tools = {tool("f")};
    QCOMPARE(encode(request).at("/tool_choice"), sent);
}

void OpenAiResponsesEncodeTest::answersHaveTheirShape() {
    ChatRequest request = ask();
    request.verbosity = "low";
    QCOMPARE(encode(request).at("/text"), std::string("{\"verbosity\":\"low\"}"));
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.name = "a b";
    request.format.schema = boost::json::object{{"type", "object"}};
    request.format.strict = true;
    const Encoded sent = encode(request);
    QCOMPARE(sent.at("/text/format/type"), std::string("\"json_schema\""));
    QVERIFY(sent.at("/text/format/name").starts_with("\"a_b_"));
    QCOMPARE(sent.at("/text/format/schema"), std::string("{\"type\":\"object\"}"));
    QCOMPARE(sent.at("/text/format/strict"), std::string("true"));
    request.format.kind = ResponseFormat::Kind::JsonObject;
    QCOMPARE(encode(request).at("/text/format"), std::string("{\"type\":\"json_object\"}"));
}

void OpenAiResponsesEncodeTest::modelsThatReasonPickTheirWords() {
    ChatRequest request = ask();
    request.temperature = 0.5;
    request.topP = 0.25;
    request.logprobs = true;
    request.topLogprobs = 2;
    const Encoded sent = encode(request);
    for (const char* name : {"/temperature", "/top_p", "/top_logprobs"})
        QCOMPARE(sent.at(name), std::string("absent"));
    QCOMPARE(sent.at("/include"), std::string("[\"reasoning.encrypted_content\"]"));
    QCOMPARE(sent.summary(), std::string("dropped=temperature,top_p,logprobs,top_logprobs"));
}

void OpenAiResponsesEncodeTest::modelsThatDoNotReasonAreGivenTheirs() {
    ChatRequest request = ask();
    request.temperature = 0.5;
    request.topP = 0.25;
    request.logprobs = true;
    request.topLogprobs = 2;
    request.reasoning.effort = "low";
    const Encoded sent = encode(request, "gpt-4o");
    QCOMPARE(sent.at("/temperature"), std::string("5E-1"));
    QCOMPARE(sent.at("/top_logprobs"), std::string("2"));
    QCOMPARE(sent.at("/include"), std::string("[\"message.output_text.logprobs\"]"));
    QCOMPARE(sent.at("/reasoning"), std::string("absent"));
    QCOMPARE(sent.summary(), std::string("dropped=thinking"));
}

void OpenAiResponsesEncodeTest::effortsFitTheModel_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("wanted");
    QTest::addColumn<std::string>("sent");
    const auto row = [](const char* model, const char* wanted, const char* sent) {
        QTest::addRow("%s %s", model, wanted)
            << std::string(model) << std::string(wanted) << std::string(sent);
    };
    row("gpt-6.1-sol", "max", "max");
    row("gpt-6.1-sol", "none", "low");
    row("gpt-6-luna", "none", "none");
    row("gpt-5.4", "low", "low");
    row("gpt-5-pro", "low", "high");
    row("o3-pro", "xhigh", "high");
}

void OpenAiResponsesEncodeTest::effortsFitTheModel() {
    QFETCH(std::string, model);
    QFETCH(std::string, wanted);
    QFETCH(std::string, sent);
    ChatRequest request = ask();
    request.tools = {tool("f")}; // they go together here
    request.reasoning.effort = wanted;
    const Encoded body = encode(request, model);
    QCOMPARE(body.at("/reasoning"), "{\"effort\":\"" + sent + "\"}");
    QCOMPARE(body.summary(), std::string(wanted == sent ? "" : "clamped=thinking"));
}

void OpenAiResponsesEncodeTest::summariesAreAskedForOnlyOnWish() {
    ChatRequest request = ask();
    QCOMPARE(encode(request).at("/reasoning"), std::string("absent"));
    request.reasoning.summary = "detailed";
    QCOMPARE(encode(request).at("/reasoning"), std::string("{\"summary\":\"detailed\"}"));
    request.reasoning.summary.clear();
    Provider provider;
    provider.options["reasoning_summary"] = "auto";
    QCOMPARE(encode(request, "gpt-6.1-sol", provider).at("/reasoning"),
             std::string("{\"summary\":\"auto\"}"));
    request.reasoning.effort = "none";
    QCOMPARE(encode(request, "gpt-6-luna", provider).at("/reasoning"), std::string("{\"effort\":\"none\"}"));
    provider.options["reasoning_summary"] = "none";
    request.reasoning.effort.clear();
    QCOMPARE(encode(request, "gpt-6.1-sol", provider).at("/reasoning"), std::string("absent"));
}

void OpenAiResponsesEncodeTest::whatTheApiDoesNotKnowIsTold() {
    ChatRequest request = ask();
    request.messages.front().name = "zoe";
    request.seed = 4;
    request.n = 2;
    request.presencePenalty = 1;
    request.frequencyPenalty = 1;
    request.topK = 3;
    request.logitBias = boost::json::object{{"5", 1}};
    request.stop = {"x"};
    request.extras = {{"prediction", boost::json::object()}, {"store", true}};
    const Encoded sent = encode(request);
    QCOMPARE(sent.summary(), std::string("dropped=messages[0].name,seed,n,logit_bias,presence_penalty,"
                                         "frequency_penalty,top_k,stop,prediction,store"));
    QCOMPARE(sent.at("/store"), std::string("false"));
    const Encoded passed = encode(request, "gpt-6.1-sol", {}, UnsupportedParams::Pass);
    QCOMPARE(passed.at("/stop"), std::string("[\"x\"]"));
    QCOMPARE(passed.at("/seed"), std::string("4"));
}

void OpenAiResponsesEncodeTest::itsOwnParametersAreKept() {
    ChatRequest request = ask();
    request.user = "u";
    request.serviceTier = "flex";
    request.metadata = boost::json::object{{"a", "b"}};
    request.extras = {{"prompt_cache_key", "k"},
                      {"safety_identifier", "s"},
                      {"truncation", "auto"},
                      {"include", boost::json::array{"web_search_call.results"}}};
    const Encoded sent = encode(request);
    QCOMPARE(sent.at("/user"), std::string("\"u\""));
    QCOMPARE(sent.at("/service_tier"), std::string("\"flex\""));
    QCOMPARE(sent.at("/metadata"), std::string("{\"a\":\"b\"}"));
    QCOMPARE(sent.at("/prompt_cache_key"), std::string("\"k\""));
    QCOMPARE(sent.at("/safety_identifier"), std::string("\"s\""));
    QCOMPARE(sent.at("/truncation"), std::string("\"auto\""));
    QCOMPARE(sent.at("/include"),
             std::string("[\"reasoning.encrypted_content\",\"web_search_call.results\"]"));
    QCOMPARE(sent.summary(), std::string());
}

void OpenAiResponsesEncodeTest::fewTokensAreTooFew() {
    ChatRequest request = ask();
    request.maxTokens = 5;
    QCOMPARE(encode(request).at("/max_output_tokens"), std::string("16"));
    QCOMPARE(encode(request).summary(), std::string("clamped=max_tokens"));
    request.maxTokens = 17;
    QCOMPARE(encode(request).at("/max_output_tokens"), std::string("17"));
    QCOMPARE(encode(request).summary(), std::string());
}

void OpenAiResponsesEncodeTest::whatOpenAiDidGoesBack() {
    ContentPart search;
    search.kind = Kind::Opaque;
    search.origin = Origin::OpenAi;
    search.opaque = boost::json::parse("{\"type\":\"web_search_call\",\"id\":\"ws_1\"}");
    ContentPart other = search;
    other.origin = Origin::Anthropic;
    const Encoded sent =
        encode(saying({message(Role::User, "q"),
                       message(Role::Assistant, {reasoning("", "e"), search, other, textPart("found")})}));
    QCOMPARE(sent.at("/input/1/type"), std::string("\"reasoning\""));
    QCOMPARE(sent.at("/input/2"), std::string("{\"type\":\"web_search_call\",\"id\":\"ws_1\"}"));
    QCOMPARE(sent.at("/input/3/content"), std::string("\"found\""));
    QCOMPARE(sent.summary(), std::string("dropped=messages[1].content"));
}

void OpenAiResponsesEncodeTest::recordingsAreRefused() {
    const Encoded sent =
        encode(saying({message(Role::User, {mediaPart(Kind::Audio, "data:audio/wav;base64,AAAA")})}));
    QCOMPARE(sent.body.as_string(), "refused messages[0].content");
}

QTEST_GUILESS_MAIN(OpenAiResponsesEncodeTest)
#include "tst_openai_responses_encode.moc"
