// Response objects and their streams, as official clients parse them.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/sealed_reasoning.h"
#include "tests/gateway/dialects/responses_fixture.h"

#include <QTest>

#include <random>

using namespace tollgate;
using namespace responses;

namespace {

ReplyFacts facts() {
    ReplyFacts facts;
    facts.replyId = "01ABC";
    facts.model = "claude";
    facts.createdSeconds = 1'795'305'600;
    return facts;
}

ChatRequest asked(const std::string& members = {}) {
    HttpRequest request;
    request.body = R"({"model":"m","input":"hi")" + members + "}";
    const auto decoded = openAiResponsesDialect().decode(request);
    return decoded ? *decoded : ChatRequest{};
}

std::unique_ptr<ReplyEncoder> encoder(bool stream, const ChatRequest& request = asked(), bool store = true) {
    RequestEnvelope envelope;
    envelope.stream = stream;
    envelope.store = store;
    return openAiResponsesDialect().encoder(envelope, facts(), request);
}

using Script = std::vector<ChatEvent>;

std::vector<Event> streamed(const Script& script, const ChatRequest& request = asked()) {
    const auto reply = encoder(true, request);
    std::string bytes;
    for (const ChatEvent& event : script) {
        reply->add(event);
        bytes += reply->takeBytes();
    }
    return eventsOf(bytes + reply->end(facts()));
}

json::object whole(const Script& script, const ChatRequest& request = asked()) {
    const auto reply = encoder(false, request);
    for (const ChatEvent& event : script)
        reply->add(event);
    return json::parse(reply->body(facts())).as_object();
}

const json::value& lastResponse(const std::vector<Event>& events) {
    return events.back().data.at("response");
}

Script plain() {
    return {event::Start{"up", "claude-x"}, event::TextDelta{"Hel"}, event::TextDelta{"lo"},
            event::Finish{FinishReason::Stop}};
}

/// Reasoning, text, two calls.
Script busy() {
    return {event::Start{"up", "claude-x"},
            event::ReasoningDelta{"let me"},
            event::ReasoningDelta{" think"},
            event::ReasoningSignature{"SIG", Origin::Anthropic},
            event::TextDelta{"I look."},
            event::ToolCallStart{0, "c1", "look"},
            event::ToolArgumentsDelta{0, R"({"at":)"},
            event::ToolArgumentsDelta{0, R"("x"})"},
            event::ToolCallStart{1, "c2", "look"},
            event::ToolArgumentsDelta{1, R"({"at":"y"})"},
            event::Finish{FinishReason::ToolCalls}};
}

constexpr const char* kPatchTool =
    R"(,"tools":[{"type":"custom","name":"apply_patch","format":{"type":"grammar","syntax":"lark",)"
    R"("definition":"start: x"}},{"type":"local_shell"},{"type":"namespace","name":"mcp__fs__","description":"d",)"
    R"("tools":[{"type":"function","name":"read","parameters":{"type":"object"}}]}])";

} // namespace

class OpenAiResponsesEncoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyHasEveryFieldThatClientsRequire();
    void aReplyTellsItsRequestAgain();
    void usageIsAddedUpOpenAisWay();
    void aStreamOfTextHasTheExactOrder();
    void everyStreamKeepsTheOrder_data();
    void everyStreamKeepsTheOrder();
    void anyMixOfEventsKeepsTheOrder();
    void streamsEndInWhatAUnaryReplySays();
    void signedReasoningComesBackAsItWas();
    void redactedReasoningStandsAlone();
    void reasoningOfOpenAiKeepsItsOwnBytes();
    void unsignedReasoningIsNeverTakenForOpenAis();
    void callsCarryGeminisSignature();
    void parallelCallsThatInterleaveLoseNothing();
    void aCallWithoutArgumentsHasAnEmptyObject();
    void customToolsGetTheirTextPieceByPiece();
    void messagesOfOneTurnKeepTheirPhases();
    void argumentsOfAnotherShapeAreTheText();
    void toolsOfANamespaceAreCalledInIt();
    void theLocalShellGetsAnAction();
    void refusalsHaveTheirOwnPart();
    void citationsBecomeAnnotations();
    void logprobsGoWithTheirText();
    void whatWasCutShortSaysWhy_data();
    void whatWasCutShortSaysWhy();
    void aFailureGoesOnFromWhatWasSent();
    void aFailureBeforeAnythingIsAStreamAllTheSame();
    void hostedToolsOfOpenAiAreShown();
    void blocksOfOthersAreReported();
    void theStoreGetsTheWholeReply();
};

void OpenAiResponsesEncoderTest::aReplyHasEveryFieldThatClientsRequire() {
    const json::object reply = whole(plain());
    // Required members of Response in the official client's types (openai-node, responses.d.ts).
    for (const char* name : {"id",
                             "created_at",
                             "error",
                             "incomplete_details",
                             "instructions",
                             "metadata",
                             "model",
                             "object",
                             "output",
                             "parallel_tool_calls",
                             "temperature",
                             "tool_choice",
                             "tools",
                             "top_p",
                             "status",
                             "usage",
                             "text",
                             "reasoning",
                             "truncation",
                             "store",
                             "previous_response_id",
                             "max_output_tokens",
                             "user"})
        QVERIFY2(reply.contains(name), name);
    QVERIFY(reply.at("id") == "resp_01ABC");
    QVERIFY(reply.at("object") == "response");
    QVERIFY(reply.at("status") == "completed");
    QVERIFY(reply.at("created_at") == 1'795'305'600);
    QVERIFY(reply.at("model") == "claude-x");
    QVERIFY(reply.at("error").is_null());
    QVERIFY(reply.at("metadata").is_object());
    const std::string text =
        R"([{"id":"msg_01ABC00","type":"message","status":"completed","role":"assistant","content":)"
        R"([{"type":"output_text","annotations":[],"logprobs":[],"text":"Hello"}]}])";
    QCOMPARE(json::serialize(reply.at("output")), text);
}

void OpenAiResponsesEncoderTest::aReplyTellsItsRequestAgain() {
    const ChatRequest request = asked(
        R"(,"tools":[{"type":"function","name":"f","parameters":{"type":"object"},"strict":true},)"
        R"({"type":"web_search"}],"tool_choice":{"type":"function","name":"f"},"temperature":0.5,)"
        R"("max_output_tokens":77,"reasoning":{"effort":"low","summary":"auto"},"user":"ada",)"
        R"("metadata":{"k":"v"},"parallel_tool_calls":false,"text":{"format":{"type":"json_schema","name":"n",)"
        R"("schema":{"type":"object"},"strict":true},"verbosity":"low"})");
    const json::object reply = whole(plain(), request);
    const std::string text =
        R"([{"type":"function","name":"f","description":null,"parameters":{"type":"object"},"strict":true},)"
        R"({"type":"web_search"}])";
    QCOMPARE(json::serialize(reply.at("tools")), text);
    const std::string text2 = R"({"type":"function","name":"f"})";
    QCOMPARE(json::serialize(reply.at("tool_choice")), text2);
    const std::string text3 = R"({"effort":"low","summary":"auto"})";
    QCOMPARE(json::serialize(reply.at("reasoning")), text3);
    QVERIFY(reply.at("max_output_tokens") == 77);
    QVERIFY(reply.at("parallel_tool_calls") == false);
    QVERIFY(reply.at("user") == "ada");
    const std::string text4 = R"({"k":"v"})";
    QCOMPARE(json::serialize(reply.at("metadata")), text4);
    const std::string text5 =
        R"({"type":"json_schema","name":"n","description":null,"schema":{"type":"object"},"strict":true})";
    QCOMPARE(json::serialize(reply.at("text").at("format")), text5);
}

void OpenAiResponsesEncoderTest::usageIsAddedUpOpenAisWay() {
    Usage usage;
    usage.inputUncached = 10;
    usage.cacheRead = 4;
    usage.cacheWrite5m = 2;
    usage.outputText = 20;
    usage.reasoning = 6;
    Script script = plain();
    script.emplace_back(event::UsageReport{usage});
    const std::string text =
        R"({"input_tokens":16,"input_tokens_details":{"cached_tokens":4,"cache_write_tokens":2},)"
        R"("output_tokens":26,"output_tokens_details":{"reasoning_tokens":6},"total_tokens":42})";
    QCOMPARE(json::serialize(whole(script).at("usage")), text);
    QVERIFY(lastResponse(streamed(script)).at("usage").at("total_tokens") == 42);
}

void OpenAiResponsesEncoderTest::aStreamOfTextHasTheExactOrder() {
    const std::vector<Event> events = streamed(plain());
    QCOMPARE(namesOf(events),
             (std::vector<std::string>{"response.created", "response.in_progress",
                                       "response.output_item.added", "response.content_part.added",
                                       "response.output_text.delta", "response.output_text.delta",
                                       "response.output_text.done", "response.content_part.done",
                                       "response.output_item.done", "response.completed"}));
    QVERIFY(events[0].data.at("response").at("status") == "in_progress");
    QVERIFY(events[0].data.at("response").at("usage").is_null());
    const std::string text =
        R"({"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_01ABC00",)"
        R"("output_index":0,"content_index":0,"delta":"Hel","logprobs":[]})";
    QCOMPARE(json::serialize(events[4].data), text);
}

void OpenAiResponsesEncoderTest::everyStreamKeepsTheOrder_data() {
    QTest::addColumn<Script>("script");
    QTest::newRow("text") << plain();
    QTest::newRow("everything") << busy();
    QTest::newRow("nothing") << Script{event::Start{}, event::Finish{}};
    QTest::newRow("no start, no finish") << Script{event::TextDelta{"x"}};
    QTest::newRow("text around calls") << Script{event::TextDelta{"a"}, event::ToolCallStart{0, "c", "f"},
                                                 event::TextDelta{"b"}, event::Finish{}};
    QTest::newRow("reasoning between texts")
        << Script{event::TextDelta{"a"}, event::ReasoningDelta{"b"}, event::TextDelta{"c"}, event::Finish{}};
    QTest::newRow("reasoning never signed") << Script{event::ReasoningDelta{"b"}, event::Finish{}};
    QTest::newRow("text then refusal") << Script{event::TextDelta{"a"}, event::RefusalDelta{"no"},
                                                 event::RefusalDelta{" way"}, event::Finish{}};
    QTest::newRow("signature alone") << Script{event::ReasoningSignature{"S", Origin::Anthropic},
                                               event::TextDelta{"a"}, event::Finish{}};
    QTest::newRow("redacted twice") << Script{event::ReasoningSignature{"S", Origin::Anthropic, true},
                                              event::ReasoningSignature{"T", Origin::Anthropic, true},
                                              event::Finish{}};
    QTest::newRow("signed call") << Script{event::TextDelta{"a"}, event::ToolCallStart{0, "c", "f", "SIG"},
                                           event::ToolArgumentsDelta{0, "{}"},
                                           event::ToolCallStart{1, "d", "f", "SIG2"}, event::Finish{}};
}

void OpenAiResponsesEncoderTest::everyStreamKeepsTheOrder() {
    QFETCH(const Script, script);
    QCOMPARE(OrderCheck().check(streamed(script)), "");
}

/// Whatever a provider says, in whatever order: the grammar holds and unary says the same.
void OpenAiResponsesEncoderTest::anyMixOfEventsKeepsTheOrder() {
    const ChatRequest request = asked(kPatchTool);
    std::mt19937 random(20261122);
    for (int round = 0; round < 300; ++round) {
        Script script;
        int calls = 0;
        const auto length = random() % 14;
        for (std::size_t i = 0; i < length; ++i) {
            switch (random() % 9) {
            case 0:
            case 1:
                script.emplace_back(event::TextDelta{"t" + std::to_string(i)});
                break;
            case 2:
                script.emplace_back(event::ReasoningDelta{"r" + std::to_string(i)});
                break;
            case 3:
                script.emplace_back(event::ReasoningSignature{"S", Origin::Anthropic, random() % 2 == 0});
                break;
            case 4:
                script.emplace_back(event::RefusalDelta{"no"});
                break;
            case 5:
                script.emplace_back(event::ToolCallStart{calls++, "c" + std::to_string(i),
                                                         random() % 2 == 0 ? "apply_patch" : "f"});
                break;
            case 6:
                script.emplace_back(event::ToolArgumentsDelta{calls - 1, R"({"input":"a\n\"b\""})"});
                break;
            case 7:
                script.emplace_back(
                    event::ToolArgumentsDelta{static_cast<int>(random() % 3), R"({"input":)"});
                break;
            default:
                script.emplace_back(event::UsageReport{});
            }
        }
        if (random() % 4 != 0)
            script.emplace_back(event::Finish{random() % 2 == 0 ? FinishReason::Stop : FinishReason::Length});
        const std::vector<Event> events = streamed(script, request);
        QCOMPARE(OrderCheck().check(events), "");
        QVERIFY(lastResponse(events) == json::value(whole(script, request)));
    }
}

void OpenAiResponsesEncoderTest::streamsEndInWhatAUnaryReplySays() {
    QCOMPARE(json::serialize(lastResponse(streamed(busy()))), json::serialize(whole(busy())));
}

void OpenAiResponsesEncoderTest::signedReasoningComesBackAsItWas() {
    const json::object reply = whole(busy());
    const json::object& item = reply.at("output").at(0).as_object();
    QVERIFY(item.at("type") == "reasoning");
    const std::string text = R"([{"type":"summary_text","text":"let me think"}])";
    QCOMPARE(json::serialize(item.at("summary")), text);
    HttpRequest next;
    next.body = R"({"model":"m","input":[)" + json::serialize(item) + R"(,{"role":"user","content":"x"}]})";
    const auto decoded = openAiResponsesDialect().decode(next);
    QVERIFY(decoded);
    const ContentPart& part = decoded->messages.front().parts.front();
    QVERIFY(part.kind == ContentPart::Kind::Reasoning);
    QCOMPARE(part.text, "let me think");
    QCOMPARE(part.signature, "SIG");
    QVERIFY(part.origin == Origin::Anthropic);
    QVERIFY(!part.redacted);
}

void OpenAiResponsesEncoderTest::redactedReasoningStandsAlone() {
    const json::object reply = whole(
        {event::ReasoningDelta{"a"}, event::ReasoningSignature{"S", Origin::Anthropic},
         event::ReasoningSignature{"BLOB", Origin::Anthropic, true}, event::TextDelta{"x"}, event::Finish{}});
    QCOMPARE(reply.at("output").as_array().size(), 3U);
    const json::value& item = reply.at("output").at(1);
    QVERIFY(item.at("summary").as_array().empty());
    const SealedReasoning opened = unsealReasoning(item.at("encrypted_content").as_string());
    QCOMPARE(opened.signature, "BLOB");
    QVERIFY(opened.redacted);
    QVERIFY(opened.origin == Origin::Anthropic);
}

void OpenAiResponsesEncoderTest::reasoningOfOpenAiKeepsItsOwnBytes() {
    const json::object reply =
        whole({event::ReasoningSignature{"gAAAA=", Origin::OpenAi, true, "rs_77"}, event::Finish{}});
    QVERIFY(reply.at("output").at(0).at("encrypted_content") == "gAAAA=");
    QVERIFY(reply.at("output").at(0).at("id") == "rs_77");
}

/// OpenAI would look for an item of that id.
void OpenAiResponsesEncoderTest::unsignedReasoningIsNeverTakenForOpenAis() {
    const json::object reply =
        whole({event::ReasoningDelta{"hm"}, event::TextDelta{"x"}, event::Finish{FinishReason::Stop}});
    HttpRequest next;
    json::array input = reply.at("output").as_array();
    input.push_back(json::parse(R"({"role":"user","content":"go on"})"));
    next.body = R"({"model":"m","input":)" + json::serialize(input) + "}";
    const auto envelope = openAiResponsesDialect().inspect(next);
    QVERIFY(envelope);
    Rewrite rewrite;
    rewrite.model = "gpt-5";
    const json::value body = json::parse(openAiResponsesDialect().rewritten(next, *envelope, rewrite));
    QCOMPARE(body.at("input").as_array().size(), 2U);
    QVERIFY(body.at("input").at(0).at("type") == "message");
    const auto decoded = openAiResponsesDialect().decode(next);
    QVERIFY(decoded);
    QCOMPARE(decoded->messages[0].parts[0].text, "hm");
    QVERIFY(decoded->messages[0].parts[0].signature.empty());
    QVERIFY(decoded->messages[0].parts[0].origin == Origin::Unknown);
}

void OpenAiResponsesEncoderTest::callsCarryGeminisSignature() {
    const json::object reply = whole({event::ToolCallStart{0, "c1", "f", std::string("\xC3\xA9 sig")},
                                      event::ToolArgumentsDelta{0, R"({"a":1})"}, event::Finish{}});
    HttpRequest next;
    json::array input = reply.at("output").as_array();
    input.push_back(json::parse(R"({"type":"function_call_output","call_id":"c1","output":"ok"})"));
    next.body = R"({"model":"m","input":)" + json::serialize(input) + "}";
    const auto decoded = openAiResponsesDialect().decode(next);
    QVERIFY(decoded);
    QCOMPARE(decoded->messages.size(), 2U);
    QCOMPARE(decoded->messages[0].parts.size(), 1U);
    QCOMPARE(decoded->messages[0].parts[0].signature, "\xC3\xA9 sig");
    QVERIFY(decoded->messages[0].parts[0].origin == Origin::Gemini);
}

void OpenAiResponsesEncoderTest::parallelCallsThatInterleaveLoseNothing() {
    const Script script{event::ToolCallStart{0, "c0", "f"},         event::ToolArgumentsDelta{0, R"({"a":)"},
                        event::ToolCallStart{1, "c1", "g"},         event::ToolArgumentsDelta{1, R"({"b":)"},
                        event::ToolArgumentsDelta{0, R"("}\"{"})"}, event::ToolArgumentsDelta{1, "2}"},
                        event::Finish{FinishReason::ToolCalls}};
    const std::vector<Event> events = streamed(script);
    QCOMPARE(OrderCheck().check(events), "");
    const json::array& output = lastResponse(events).at("output").as_array();
    const std::string text = R"({"a":"}\"{"})";
    QVERIFY(output[0].at("arguments") == json::value(text));
    const std::string text2 = R"({"b":2})";
    QVERIFY(output[1].at("arguments") == json::value(text2));
    QVERIFY(output[1].at("call_id") == "c1");
}

void OpenAiResponsesEncoderTest::aCallWithoutArgumentsHasAnEmptyObject() {
    const std::vector<Event> events =
        streamed({event::ToolCallStart{0, "c0", "f"}, event::Finish{FinishReason::ToolCalls}});
    QCOMPARE(OrderCheck().check(events), "");
    const std::string text =
        R"({"id":"fc_01ABC00","type":"function_call","status":"completed","call_id":"c0","name":"f",)"
        R"("arguments":"{}"})";
    QCOMPARE(json::serialize(lastResponse(events).at("output").at(0)), text);
}

void OpenAiResponsesEncoderTest::messagesOfOneTurnKeepTheirPhases() {
    const Script script{event::Start{"up", "gpt"},      event::TextDelta{"a", 0, true, Phase::Commentary},
                        event::TextDelta{"b"},          event::TextDelta{"c", 0, true, Phase::FinalAnswer},
                        event::TextDelta{"d", 0, true}, event::Finish{FinishReason::Stop}};
    const auto events = streamed(script);
    QCOMPARE(OrderCheck().check(events), std::string());
    const json::object unary = whole(script);
    for (const json::value& output : {lastResponse(events).at("output"), unary.at("output")}) {
        QCOMPARE(output.as_array().size(), 3U);
        QCOMPARE(output.at(0).at("phase"), json::value("commentary"));
        QCOMPARE(output.at(0).at("content").at(0).at("text"), json::value("ab"));
        QCOMPARE(output.at(1).at("phase"), json::value("final_answer"));
        QVERIFY(!output.at(2).as_object().contains("phase"));
    }
}

void OpenAiResponsesEncoderTest::customToolsGetTheirTextPieceByPiece() {
    Script script{event::ToolCallStart{0, "c0", "apply_patch"}};
    const std::string arguments = R"( { "input" : "*** Begin\n\t\"q\" \\ \u00e9\ud83d\ude00 end" } )";
    for (const char c : arguments)
        script.emplace_back(event::ToolArgumentsDelta{0, std::string(1, c)});
    script.emplace_back(event::Finish{FinishReason::ToolCalls});
    const std::vector<Event> events = streamed(script, asked(kPatchTool));
    QCOMPARE(OrderCheck().check(events), "");
    QCOMPARE(events[3].name, "response.custom_tool_call_input.delta");
    const json::value& item = lastResponse(events).at("output").at(0);
    QVERIFY(item.at("type") == "custom_tool_call");
    QVERIFY(item.at("name") == "apply_patch");
    QVERIFY(item.at("input") == "*** Begin\n\t\"q\" \\ \xC3\xA9\xF0\x9F\x98\x80 end");
}

void OpenAiResponsesEncoderTest::argumentsOfAnotherShapeAreTheText() {
    for (const std::string text : {R"({"patch":"x"})", "*** Begin Patch", R"({"input":3})"}) {
        const std::vector<Event> events =
            streamed({event::ToolCallStart{0, "c0", "apply_patch"}, event::ToolArgumentsDelta{0, text},
                      event::Finish{FinishReason::ToolCalls}},
                     asked(kPatchTool));
        QCOMPARE(OrderCheck().check(events), "");
        QVERIFY(lastResponse(events).at("output").at(0).at("input") == json::value(text));
    }
}

void OpenAiResponsesEncoderTest::toolsOfANamespaceAreCalledInIt() {
    const json::object reply = whole(
        {event::ToolCallStart{0, "c0", "mcp__fs__read"}, event::ToolArgumentsDelta{0, "{}"}, event::Finish{}},
        asked(kPatchTool));
    const json::value& item = reply.at("output").at(0);
    QVERIFY(item.at("type") == "function_call");
    QVERIFY(item.at("name") == "read");
    QVERIFY(item.at("namespace") == "mcp__fs__");
    QVERIFY(reply.at("tools").at(2).at("type") == "namespace");
    QVERIFY(reply.at("tools").at(2).at("tools").at(0).at("name") == "read");
}

void OpenAiResponsesEncoderTest::theLocalShellGetsAnAction() {
    const std::vector<Event> events =
        streamed({event::ToolCallStart{0, "c0", "local_shell"},
                  event::ToolArgumentsDelta{0, R"({"command":["ls","-l"],"timeout_ms":5})"}, event::Finish{}},
                 asked(kPatchTool));
    QCOMPARE(OrderCheck().check(events), "");
    const std::string text =
        R"({"id":"lsh_01ABC00","type":"local_shell_call","status":"completed","call_id":"c0",)"
        R"("action":{"type":"exec","command":["ls","-l"],"timeout_ms":5,"env":{}}})";
    QCOMPARE(json::serialize(lastResponse(events).at("output").at(0)), text);
}

void OpenAiResponsesEncoderTest::refusalsHaveTheirOwnPart() {
    const json::object reply = whole(
        {event::TextDelta{"Well."}, event::RefusalDelta{"I won't."}, event::Finish{FinishReason::Refusal}});
    QVERIFY(reply.at("status") == "completed");
    const std::string text = R"({"type":"refusal","refusal":"I won't."})";
    QCOMPARE(json::serialize(reply.at("output").at(0).at("content").at(1)), text);
}

void OpenAiResponsesEncoderTest::citationsBecomeAnnotations() {
    event::Citation citation;
    citation.value = json::parse(R"({"type":"url_citation","url_citation":{"url":"https://a","title":"A"}})");
    const std::vector<Event> events = streamed({event::TextDelta{"It is."}, citation, event::Finish{}});
    QCOMPARE(OrderCheck().check(events), "");
    const std::string text =
        R"([{"type":"url_citation","url":"https://a","title":"A","start_index":0,"end_index":6}])";
    QCOMPARE(json::serialize(lastResponse(events).at("output").at(0).at("content").at(0).at("annotations")),
             text);
}

void OpenAiResponsesEncoderTest::logprobsGoWithTheirText() {
    event::Logprobs logprobs;
    logprobs.value =
        json::parse(R"({"content":[{"token":"a","logprob":-0.5,"bytes":[97],"top_logprobs":[]}]})");
    const std::vector<Event> events =
        streamed({event::TextDelta{"a"}, logprobs, event::TextDelta{"b"}, event::Finish{}},
                 asked(R"(,"top_logprobs":2)"));
    QCOMPARE(OrderCheck().check(events), "");
    const json::array& content = lastResponse(events).at("output").at(0).at("content").as_array();
    QVERIFY(content[0].at("text") == "ab");
    QCOMPARE(content[0].at("logprobs").as_array().size(), 1U);
}

void OpenAiResponsesEncoderTest::whatWasCutShortSaysWhy_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("why");
    QTest::newRow("length") << int(FinishReason::Length) << QStringLiteral("max_output_tokens");
    QTest::newRow("filter") << int(FinishReason::ContentFilter) << QStringLiteral("content_filter");
    QTest::newRow("refusal") << int(FinishReason::Refusal) << QStringLiteral("content_filter");
}

void OpenAiResponsesEncoderTest::whatWasCutShortSaysWhy() {
    QFETCH(const int, reason);
    QFETCH(const QString, why);
    const std::vector<Event> events =
        streamed({event::TextDelta{"a"}, event::Finish{static_cast<FinishReason>(reason)}});
    QCOMPARE(OrderCheck().check(events), "");
    QCOMPARE(events.back().name, "response.incomplete");
    const json::value& response = lastResponse(events);
    QVERIFY(response.at("incomplete_details").at("reason") == json::value(why.toStdString()));
    QVERIFY(response.at("output").at(0).at("status") == "incomplete");
}

void OpenAiResponsesEncoderTest::aFailureGoesOnFromWhatWasSent() {
    const auto reply = encoder(true);
    reply->add(event::Start{"up", "m"});
    reply->add(event::ReasoningDelta{"x"});
    reply->add(event::TextDelta{"half"});
    std::string bytes = reply->takeBytes();
    Error error;
    error.code = ErrorCode::UpstreamError;
    error.message = "broke";
    const std::vector<Event> events = eventsOf(bytes + reply->failed(error));
    QCOMPARE(OrderCheck().check(events), "");
    QCOMPARE(events.back().name, "response.failed");
    QVERIFY(lastResponse(events).at("error").at("message") == "broke");
    QVERIFY(lastResponse(events).at("error").at("code") == "server_error");
    QVERIFY(reply->finalReply().empty());
}

void OpenAiResponsesEncoderTest::aFailureBeforeAnythingIsAStreamAllTheSame() {
    const auto reply = encoder(true);
    Error error;
    error.code = ErrorCode::RateLimited;
    const std::vector<Event> events = eventsOf(reply->failed(error));
    QCOMPARE(OrderCheck().check(events), "");
    QCOMPARE(events.size(), 3U);
    QVERIFY(lastResponse(events).at("error").at("code") == "rate_limit_exceeded");
}

void OpenAiResponsesEncoderTest::hostedToolsOfOpenAiAreShown() {
    event::OpaqueBlock block;
    block.block = json::parse(R"({"id":"ws_1","type":"web_search_call","status":"completed"})");
    block.origin = Origin::OpenAi;
    const std::vector<Event> events = streamed({event::TextDelta{"a"}, block, event::Finish{}});
    QCOMPARE(OrderCheck().check(events), "");
    QVERIFY(lastResponse(events).at("output").at(1).at("id") == "ws_1");
}

void OpenAiResponsesEncoderTest::blocksOfOthersAreReported() {
    const auto reply = encoder(false);
    event::OpaqueBlock block;
    block.block = json::object();
    block.origin = Origin::Anthropic;
    reply->add(block);
    reply->add(event::Finish{});
    QVERIFY(json::parse(reply->body(facts())).at("output").as_array().empty());
    QCOMPARE(reply->notes().size(), 1U);
    QCOMPARE(reply->notes().front().action, "dropped");
}

void OpenAiResponsesEncoderTest::theStoreGetsTheWholeReply() {
    const auto unary = encoder(false);
    const auto stream = encoder(true);
    for (const ChatEvent& event : busy()) {
        unary->add(event);
        stream->add(event);
    }
    const std::string body = unary->body(facts());
    stream->end(facts());
    QCOMPARE(std::string(unary->finalReply()), body);
    QCOMPARE(std::string(stream->finalReply()), body);
}

QTEST_GUILESS_MAIN(OpenAiResponsesEncoderTest)
#include "tst_openai_responses_encoder.moc"
