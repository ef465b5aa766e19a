// Response objects and streams of OpenAI as events: usage, finish and the reply for the store.

#include "gateway/providers/openai_family.h"
#include "gateway/providers/openai_responses_reply.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

constexpr const char* kUsage = R"("usage":{"input_tokens":30,"input_tokens_details":{"cached_tokens":10,)"
                               R"("cache_write_tokens":5},"output_tokens":20,"output_tokens_details":)"
                               R"({"reasoning_tokens":8},"total_tokens":50})";

std::string response(const std::string& status, const std::string& output, const std::string& more = {}) {
    return R"({"id":"resp_1","object":"response","model":"gpt-5","status":")" + status +
           R"(","error":null,)" + R"("output":[)" + output + "]," + kUsage + more + "}";
}

/// What was understood, one word per event: "start text(hi) finish(stop)".
struct Read {
    std::unique_ptr<ReplyDecoder> decoder = makeOpenAiResponsesReplyDecoder({});
    std::vector<ChatEvent> events;

    Read& body(const std::string& bytes) {
        decoder->body(bytes, events);
        return *this;
    }
    Read& say(const std::string& data) {
        boost::system::error_code failure;
        const json::value parsed = json::parse(data, failure);
        const bool named = !failure && parsed.is_object() && parsed.as_object().contains("type");
        decoder->event(named ? std::string(parsed.at("type").as_string()) : std::string(), data, events);
        return *this;
    }
    std::string outline() const {
        std::string text;
        for (const ChatEvent& event : events)
            text += (text.empty() ? "" : " ") + std::visit([](const auto& e) { return word(e); }, event);
        return text;
    }
    Usage usage() const {
        for (const ChatEvent& event : events) {
            if (const auto* report = std::get_if<event::UsageReport>(&event))
                return report->usage;
        }
        return {};
    }

    static std::string word(const event::Start& e) { return "start(" + e.id + "," + e.model + ")"; }
    static std::string word(const event::TextDelta& e) { return "text(" + e.text + ")"; }
    static std::string word(const event::ReasoningDelta& e) { return "think(" + e.text + ")"; }
    static std::string word(const event::ReasoningSignature& e) {
        return std::string(e.redacted ? "hidden(" : "signed(") + e.id + "," + e.signature + ")";
    }
    static std::string word(const event::RefusalDelta& e) { return "refuse(" + e.text + ")"; }
    static std::string word(const event::ToolCallStart& e) {
        return "call(" + std::to_string(e.index) + "," + e.id + "," + e.name + ")";
    }
    static std::string word(const event::ToolArgumentsDelta& e) {
        return "args(" + std::to_string(e.index) + "," + e.json + ")";
    }
    static std::string word(const event::Citation& e) { return "cite(" + json::serialize(e.value) + ")"; }
    static std::string word(const event::Logprobs& e) { return "logprobs(" + json::serialize(e.value) + ")"; }
    static std::string word(const event::OpaqueBlock& e) {
        return "opaque(" + json::serialize(e.block) + ")";
    }
    static std::string word(const event::Embedding&) { return "embedding"; }
    static std::string word(const event::TokenCount&) { return "count"; }
    static std::string word(const event::UsageReport&) { return "usage"; }
    static std::string word(const event::Finish& e) {
        return "finish(" + std::to_string(static_cast<int>(e.reason)) + ")";
    }
};

std::string finish(FinishReason reason) {
    return "finish(" + std::to_string(static_cast<int>(reason)) + ")";
}

std::string ended(const std::string& status, const std::string& more = {}) {
    return R"({"type":"response.)" + status + R"(","sequence_number":9,"response":)" +
           response(status, "", more) + "}";
}

constexpr const char* kCreated =
    R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_1","model":"gpt-5"}})";

} // namespace

class OpenAiResponsesReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAUnaryReply();
    void countsEveryTokenOnce();
    void readsAStreamOfText();
    void readsCallsThatStream();
    void readsCallsThatComeWhole();
    void readsFreeTextPieceByPiece();
    void messagesBeginOnceWithTheirPhase();
    void readsReasoningAndItsSeal();
    void readsRefusals();
    void readsCitationsAndLogprobs();
    void showsHostedToolsWhole();
    void tellsWhyAReplyIsIncomplete();
    void aFailedResponseIsAnError();
    void errorEventsAreErrors();
    void aStreamThatStopsIsNotFinished();
    void whatIsNoResponseIsMalformed();
    void keepsTheFinalReplyForTheStore();
    void isTheReaderOfThatFormat();
};

void OpenAiResponsesReplyTest::readsAUnaryReply() {
    Read read;
    read.body(response("completed",
                       R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"a"},)"
                       R"({"type":"summary_text","text":"b"}],"encrypted_content":"gAA"},)"
                       R"({"type":"message","id":"msg_1","content":[{"type":"output_text","text":"hi"}]},)"
                       R"({"type":"function_call","call_id":"c1","name":"f","arguments":"{\"x\":1}"})"));
    const std::string wanted = "start(resp_1,gpt-5) think(a) think(\n\n) think(b) signed(rs_1,gAA) text(hi) "
                               "call(0,c1,f) args(0,{\"x\":1}) usage " +
                               finish(FinishReason::ToolCalls);
    QCOMPARE(read.outline(), wanted);
    QVERIFY(read.decoder->finished());
    QVERIFY(!read.decoder->malformed());
}

void OpenAiResponsesReplyTest::countsEveryTokenOnce() {
    Read read;
    const Usage usage = read.body(response("completed", "")).usage();
    QCOMPARE(usage.inputUncached, 15);
    QCOMPARE(usage.cacheRead, 10);
    QCOMPARE(usage.cacheWrite5m, 5);
    QCOMPARE(usage.outputText, 12);
    QCOMPARE(usage.reasoning, 8);
    QCOMPARE(usage.total(), 50);
}

void OpenAiResponsesReplyTest::readsAStreamOfText() {
    Read read;
    const std::string delta = R"({"type":"response.output_text.delta","output_index":0,"delta":"Hel"})";
    const std::string delta2 = R"({"type":"response.output_text.delta","output_index":0,"delta":"lo"})";
    const std::string done =
        R"({"type":"response.output_item.done","output_index":0,"item":{"type":"message",)"
        R"("content":[{"type":"output_text","text":"Hello"}]}})";
    const std::string progress = R"({"type":"response.in_progress","response":{"id":"resp_1"}})";
    read.say(kCreated).say(progress).say(delta).say(delta2).say(done);
    QVERIFY(!read.decoder->sawTerminator());
    read.say(ended("completed"));
    QCOMPARE(read.outline(), "start(resp_1,gpt-5) text(Hel) text(lo) usage " + finish(FinishReason::Stop));
    QVERIFY(read.decoder->sawTerminator());
    QVERIFY(read.decoder->finished());
}

void OpenAiResponsesReplyTest::readsCallsThatStream() {
    Read read;
    read.say(kCreated);
    read.say(R"({"type":"response.output_item.added","output_index":1,"item":{"type":"function_call",)"
             R"("id":"fc_1","call_id":"c1","name":"f","namespace":"mcp__a__","arguments":""}})");
    read.say(R"({"type":"response.function_call_arguments.delta","output_index":1,"delta":"{\"a\""})");
    read.say(R"({"type":"response.function_call_arguments.delta","output_index":1,"delta":":1}"})");
    read.say(R"({"type":"response.function_call_arguments.done","output_index":1,"arguments":"{\"a\":1}"})");
    read.say(R"({"type":"response.output_item.done","output_index":1,"item":{"type":"function_call",)"
             R"("id":"fc_1","call_id":"c1","name":"f","namespace":"mcp__a__","arguments":"{\"a\":1}"}})");
    read.say(ended("completed"));
    QCOMPARE(read.outline(), "start(resp_1,gpt-5) call(0,c1,mcp__a__f) args(0,{\"a\") args(0,:1}) usage " +
                                 finish(FinishReason::ToolCalls));
}

void OpenAiResponsesReplyTest::readsCallsThatComeWhole() {
    Read read;
    read.say(R"({"type":"response.output_item.done","output_index":0,"item":{"type":"function_call",)"
             R"("call_id":"c1","name":"f","arguments":"{}"}})");
    read.say(R"({"type":"response.output_item.done","output_index":1,"item":{"type":"custom_tool_call",)"
             R"("call_id":"c2","name":"patch","input":"a\nb"}})");
    const std::string wanted = "call(0,c1,f) args(0,{}) call(1,c2,patch) args(1,{\"input\":\"a\\nb\"})";
    QCOMPARE(read.outline(), wanted);
}

void OpenAiResponsesReplyTest::messagesBeginOnceWithTheirPhase() {
    const auto item = [](const char* type, int index, const char* phase) {
        return R"({"type":"response.output_item.)" + std::string(type) + R"(","output_index":)" +
               std::to_string(index) + R"(,"item":{"type":"message","role":"assistant","phase":)" + phase +
               R"(,"content":[{"type":"output_text","text":"whole"}]}})";
    };
    const auto delta = [](int index) {
        return R"({"type":"response.output_text.delta","output_index":)" + std::to_string(index) +
               R"(,"delta":"x"})";
    };
    Read read;
    read.say(item("added", 0, "\"commentary\"")).say(delta(0)).say(delta(0));
    read.say(item("done", 0, "\"commentary\""));
    read.say(item("done", 1, "\"final_answer\"")).say(delta(2));
    std::vector<event::TextDelta> texts;
    for (const ChatEvent& event : read.events) {
        if (const auto* text = std::get_if<event::TextDelta>(&event))
            texts.push_back(*text);
    }
    QCOMPARE(texts.size(), 4U);
    QVERIFY(texts[0].begins && texts[0].phase == Phase::Commentary);
    QVERIFY(!texts[1].begins);
    QVERIFY(texts[2].begins && texts[2].text == "whole" && texts[2].phase == Phase::FinalAnswer);
    QVERIFY(texts[3].begins && texts[3].phase == Phase::Unsaid);
}

void OpenAiResponsesReplyTest::readsFreeTextPieceByPiece() {
    Read read;
    const std::string item = R"("item":{"type":"custom_tool_call","call_id":"c1","name":"patch","input":")";
    read.say(R"({"type":"response.output_item.added","output_index":0,)" + item + "\"}}");
    for (const char* piece : {"a\\n", "\\\"b"}) {
        read.say(R"({"type":"response.custom_tool_call_input.delta","output_index":0,"delta":")" +
                 std::string(piece) + "\"}");
    }
    read.say(R"({"type":"response.custom_tool_call_input.done","output_index":0,"input":"a\n\"b"})");
    read.say(R"({"type":"response.output_item.done","output_index":0,)" + item + "a\\n\\\"b\"}}");
    const std::string wanted = R"(call(0,c1,patch) args(0,{"input":"a\n) args(0,\"b) args(0,"}))";
    QCOMPARE(read.outline(), wanted);
}

void OpenAiResponsesReplyTest::readsReasoningAndItsSeal() {
    Read read;
    const auto delta = [](int part, const char* text) {
        return R"({"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":)" +
               std::to_string(part) + R"(,"delta":")" + text + "\"}";
    };
    read.say(delta(0, "a")).say(delta(0, "b")).say(delta(1, "c"));
    read.say(R"({"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","id":"rs_1",)"
             R"("summary":[{"type":"summary_text","text":"ab"}],"encrypted_content":"gAA"}})");
    read.say(R"({"type":"response.output_item.done","output_index":1,"item":{"type":"reasoning","id":"rs_2",)"
             R"("summary":[],"encrypted_content":"gBB"}})");
    read.say(R"({"type":"response.output_item.done","output_index":2,"item":{"type":"reasoning","id":"rs_3",)"
             R"("summary":[]}})");
    QCOMPARE(read.outline(), "think(a) think(b) think(\n\n) think(c) signed(rs_1,gAA) hidden(rs_2,gBB)");
}

void OpenAiResponsesReplyTest::readsRefusals() {
    Read read;
    read.say(R"({"type":"response.refusal.delta","output_index":0,"delta":"no"})");
    read.say(R"({"type":"response.output_item.done","output_index":0,"item":{"type":"message",)"
             R"("content":[{"type":"refusal","refusal":"no"}]}})");
    read.say(ended("completed"));
    QCOMPARE(read.outline(), "refuse(no) start(resp_1,gpt-5) usage " + finish(FinishReason::Refusal));
}

void OpenAiResponsesReplyTest::readsCitationsAndLogprobs() {
    Read read;
    read.say(
        R"({"type":"response.output_text.delta","output_index":0,"delta":"a","logprobs":[{"token":"a"}]})");
    read.say(R"({"type":"response.output_text.annotation.added","output_index":0,"annotation":)"
             R"({"type":"url_citation","url":"https://a","start_index":0}})");
    const std::string wanted =
        "text(a) logprobs({\"content\":[{\"token\":\"a\"}]}) cite({\"type\":\"url_citation\","
        "\"url_citation\":{\"url\":\"https://a\",\"start_index\":0}})";
    QCOMPARE(read.outline(), wanted);
}

void OpenAiResponsesReplyTest::showsHostedToolsWhole() {
    Read read;
    read.say(R"({"type":"response.web_search_call.searching","output_index":0,"item_id":"ws_1"})");
    read.say(
        R"({"type":"response.output_item.done","output_index":0,"item":{"type":"web_search_call","id":"ws_1"}})");
    QCOMPARE(read.outline(), std::string("opaque({\"type\":\"web_search_call\",\"id\":\"ws_1\"})"));
}

void OpenAiResponsesReplyTest::tellsWhyAReplyIsIncomplete() {
    Read length;
    length.say(ended("incomplete", R"(,"incomplete_details":{"reason":"max_output_tokens"})"));
    QVERIFY(length.outline().ends_with(finish(FinishReason::Length)));
    QVERIFY(length.decoder->sawTerminator());
    Read filter;
    filter.say(ended("incomplete", R"(,"incomplete_details":{"reason":"content_filter"})"));
    QVERIFY(filter.outline().ends_with(finish(FinishReason::ContentFilter)));
}

void OpenAiResponsesReplyTest::aFailedResponseIsAnError() {
    Read stream;
    stream.say(R"({"type":"response.failed","response":{"id":"r","status":"failed","error":{"code":)"
               R"("server_error","message":"it broke"}}})");
    QCOMPARE(stream.decoder->streamError(), "it broke");
    QVERIFY(!stream.decoder->finished());
    QVERIFY(stream.decoder->finalReply().empty());
    Read unary;
    unary.body(R"({"id":"r","status":"failed","error":{"message":"it broke"},"output":[]})");
    QCOMPARE(unary.decoder->streamError(), "it broke");
    QVERIFY(!unary.decoder->finished());
    Read queued;
    queued.body(R"({"id":"r","status":"queued","error":null,"output":[]})");
    QVERIFY(!queued.decoder->streamError().empty());
}

void OpenAiResponsesReplyTest::errorEventsAreErrors() {
    for (const std::string data :
         {R"({"type":"error","code":"x","message":"slow down","sequence_number":3})",
          R"({"type":"error","error":{"message":"slow down"}})", R"({"error":{"message":"slow down"}})"}) {
        Read read;
        read.say(data);
        QCOMPARE(read.decoder->streamError(), "slow down");
        QVERIFY(!read.decoder->finished());
    }
}

void OpenAiResponsesReplyTest::aStreamThatStopsIsNotFinished() {
    Read read;
    read.say(kCreated).say(R"({"type":"response.output_text.delta","output_index":0,"delta":"half"})");
    QVERIFY(!read.decoder->finished());
    QVERIFY(!read.decoder->sawTerminator());
    QVERIFY(read.decoder->streamError().empty());
}

void OpenAiResponsesReplyTest::whatIsNoResponseIsMalformed() {
    for (const std::string bytes : {"", "<html>", "[]", "{}", R"({"choices":[]})"}) {
        Read read;
        read.body(bytes);
        QVERIFY2(read.decoder->malformed(), bytes.c_str());
        QVERIFY(!read.decoder->finished());
    }
    Read stream;
    stream.say("{oops");
    QVERIFY(stream.decoder->malformed());
}

void OpenAiResponsesReplyTest::keepsTheFinalReplyForTheStore() {
    const std::string whole = response("completed", R"({"type":"message","id":"msg_1","content":[]})");
    Read unary;
    unary.body(whole);
    QCOMPARE(std::string(unary.decoder->finalReply()), whole);
    Read stream;
    stream.say(R"({"type":"response.completed","response":)" + whole + "}");
    QCOMPARE(std::string(stream.decoder->finalReply()), whole);
}

void OpenAiResponsesReplyTest::isTheReaderOfThatFormat() {
    OutgoingCall call;
    call.format = WireFormat::OpenAiResponses;
    const auto decoder = makeOpenAiDecoder(call, {});
    std::vector<ChatEvent> events;
    decoder->body(response("completed", ""), events);
    QVERIFY(decoder->finished());
    QVERIFY(!decoder->finalReply().empty());
}

QTEST_GUILESS_MAIN(OpenAiResponsesReplyTest)
#include "tst_openai_responses_reply.moc"
