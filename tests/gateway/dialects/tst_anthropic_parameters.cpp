// What stands beside the messages of an Anthropic body, in the canonical form.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

tl::expected<ChatRequest, Error> decode(std::string body,
                                        const Dialect& dialect = anthropicMessagesDialect()) {
    HttpRequest request;
    request.body = std::move(body);
    return dialect.decode(request);
}

ChatRequest decoded(const std::string& members) {
    const auto request = decode(R"({"model":"m","max_tokens":16,)" + members + "}");
    if (!request)
        qFatal("%s", request.error().message.c_str());
    return *request;
}

/// "name=value" of every extra, in order.
std::vector<std::string> extrasOf(const ChatRequest& request) {
    std::vector<std::string> found;
    for (const ExtraParam& extra : request.extras)
        found.push_back(extra.name + "=" + json::serialize(extra.value));
    return found;
}

const std::string kHello = R"("messages":[{"role":"user","content":"hi"}])";

} // namespace

class AnthropicParametersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toolsAreReadByKind();
    void toolChoiceIsRead_data();
    void toolChoiceIsRead();
    void samplingIsRead();
    void thinkingWishesAreRead_data();
    void thinkingWishesAreRead();
    void outputFormatsAreRead_data();
    void outputFormatsAreRead();
    void membersNobodyKnowsAreNoted();
    void countingIsDecodedLikewise();
    void whatClaudeCodeSendsIsUnderstood();
};

void AnthropicParametersTest::toolsAreReadByKind() {
    const ChatRequest request = decoded(
        kHello + R"(,"tools":[{"name":"f","description":"d","strict":true,"input_schema":{"type":"object"}},)"
                 R"({"type":"custom","name":"g","input_schema":{"type":"object","properties":{}}},)"
                 R"({"type":"web_search_20250305","name":"web_search","max_uses":3},)"
                 R"({"type":"bash_20250124","name":"bash"}])");
    QCOMPARE(request.tools.size(), std::size_t{4});
    QVERIFY(request.tools[0].kind == ToolDefinition::Kind::Function);
    QCOMPARE(request.tools[0].name, std::string("f"));
    QCOMPARE(request.tools[0].description, std::string("d"));
    QVERIFY(request.tools[0].strict == true);
    QCOMPARE(json::serialize(request.tools[0].schema), std::string(R"({"type":"object"})"));
    QVERIFY(request.tools[1].kind == ToolDefinition::Kind::Function && !request.tools[1].strict);
    QVERIFY(request.tools[2].kind == ToolDefinition::Kind::Server);
    QCOMPARE(request.tools[2].name, std::string("web_search_20250305"));
    QCOMPARE(json::serialize(request.tools[2].raw),
             std::string(R"({"type":"web_search_20250305","name":"web_search","max_uses":3})"));
    QVERIFY(request.tools[3].kind == ToolDefinition::Kind::Server);
    QCOMPARE(request.tools[3].name, std::string("bash_20250124"));
}

void AnthropicParametersTest::toolChoiceIsRead_data() {
    QTest::addColumn<std::string>("choice");
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("parallel");
    using Mode = ToolChoice::Mode;
    const auto row = [](const char* choice, Mode mode, const char* name, int parallel) {
        QTest::newRow(choice) << std::string(choice) << static_cast<int>(mode) << std::string(name)
                              << parallel;
    };
    row(R"({"type":"auto"})", Mode::Auto, "", -1);
    row(R"({"type":"any","disable_parallel_tool_use":true})", Mode::Required, "", 0);
    row(R"({"type":"tool","name":"f","disable_parallel_tool_use":false})", Mode::Named, "f", 1);
    row(R"({"type":"none"})", Mode::None, "", -1);
    row("null", Mode::Unset, "", -1);
}

void AnthropicParametersTest::toolChoiceIsRead() {
    QFETCH(std::string, choice);
    const ChatRequest request = decoded(kHello + R"(,"tool_choice":)" + choice);
    QTEST(static_cast<int>(request.toolChoice.mode), "mode");
    QTEST(request.toolChoice.name, "name");
    QTEST(request.parallelToolCalls ? static_cast<int>(*request.parallelToolCalls) : -1, "parallel");
}

void AnthropicParametersTest::samplingIsRead() {
    const ChatRequest request =
        decoded(kHello + R"(,"temperature":0.25,"top_p":1,"top_k":40,"stop_sequences":["A","\n\nB"],)"
                         R"("stream":true,"service_tier":"auto","metadata":{"user_id":"u"})");
    QCOMPARE(request.maxTokens.value_or(0), std::int64_t{16});
    QCOMPARE(request.temperature.value_or(9), 0.25);
    QCOMPARE(request.topP.value_or(9), 1.0);
    QCOMPARE(request.topK.value_or(0), std::int64_t{40});
    QCOMPARE(request.stop, (std::vector<std::string>{"A", "\n\nB"}));
    QVERIFY(request.stream);
    QCOMPARE(request.serviceTier, std::string("auto"));
    QCOMPARE(request.user, std::string("u"));
    QCOMPARE(decoded(kHello + R"(,"service_tier":"standard_only")").serviceTier, std::string("default"));
}

void AnthropicParametersTest::thinkingWishesAreRead_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("budget");
    QTest::addColumn<std::string>("effort");
    QTest::addColumn<std::vector<std::string>>("noted");
    using Mode = ReasoningWish::Mode;
    using Noted = std::vector<std::string>;
    const auto row = [](const char* members, Mode mode, int budget, const char* effort, Noted noted = {}) {
        QTest::newRow(members) << std::string(members) << static_cast<int>(mode) << budget
                               << std::string(effort) << std::move(noted);
    };
    row(R"("thinking":{"type":"enabled","budget_tokens":2048})", Mode::On, 2048, "");
    row(R"("thinking":{"type":"disabled"})", Mode::Off, 0, "");
    row(R"("thinking":{"type":"adaptive"},"output_config":{"effort":"xhigh"})", Mode::Adaptive, 0, "xhigh");
    row(R"("output_config":{"effort":"low"})", Mode::Unset, 0, "low");
    row(R"("thinking":{"type":"adaptive","display":"omitted"})", Mode::Adaptive, 0, "",
        {R"(thinking.display="omitted")"});
    row(R"("thinking":{"type":"between_tools"})", Mode::Adaptive, 0, "",
        {R"(thinking.type="between_tools")"});
    row(R"("output_config":{"effort":null,"task_budget":{"total":9}})", Mode::Unset, 0, "",
        {R"(output_config.task_budget={"total":9})"});
}

void AnthropicParametersTest::thinkingWishesAreRead() {
    QFETCH(std::string, members);
    const ChatRequest request = decoded(kHello + "," + members);
    QTEST(static_cast<int>(request.reasoning.mode), "mode");
    QTEST(static_cast<int>(request.reasoning.budget.value_or(0)), "budget");
    QTEST(request.reasoning.effort, "effort");
    QTEST(extrasOf(request), "noted");
}

void AnthropicParametersTest::outputFormatsAreRead_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<bool>("schema");
    QTest::addColumn<std::size_t>("noted");
    const std::string format = R"({"type":"json_schema","schema":{"type":"object","b":1,"a":2}})";
    QTest::newRow("now") << R"("output_config":{"format":)" + format + "}" << true << std::size_t{0};
    QTest::newRow("before") << R"("output_format":)" + format << true << std::size_t{0};
    QTest::newRow("null") << std::string(R"("output_config":{"format":null})") << false << std::size_t{0};
    QTest::newRow("unknown") << std::string(R"("output_config":{"format":{"type":"grammar"}})") << false
                             << std::size_t{1};
}

void AnthropicParametersTest::outputFormatsAreRead() {
    QFETCH(std::string, members);
    QFETCH(bool, schema);
    const ChatRequest request = decoded(kHello + "," + members);
    QCOMPARE(request.format.kind == ResponseFormat::Kind::JsonSchema, schema);
    if (schema)
        QCOMPARE(json::serialize(request.format.schema), std::string(R"({"type":"object","b":1,"a":2})"));
    QTEST(request.extras.size(), "noted");
}

void AnthropicParametersTest::membersNobodyKnowsAreNoted() {
    const ChatRequest request =
        decoded(kHello + R"(,"container":"c","mcp_servers":[{"url":"u"}],"context_management":{"edits":[]},)"
                         R"("speed":"fast","inference_geo":null,"cache_control":{"type":"ephemeral"},)"
                         R"("metadata":{"user_id":"u","team":"t"})");
    const std::vector<std::string> expected{
        R"(metadata.team="t")",
        R"(container="c")",
        R"(mcp_servers=[{"url":"u"}])",
        R"(context_management={"edits":[]})",
        R"(speed="fast")",
        R"(cache_control={"type":"ephemeral"})",
    };
    QCOMPARE(extrasOf(request), expected);
}

void AnthropicParametersTest::countingIsDecodedLikewise() {
    const auto request =
        decode(R"({"model":"m","stream":true,"system":"s",)" + kHello + "}", anthropicCountTokensDialect());
    QVERIFY(request);
    QVERIFY(request->operation == Operation::CountTokens);
    QVERIFY(!request->stream && !request->maxTokens);
    QCOMPARE(request->messages.size(), std::size_t{2});
}

void AnthropicParametersTest::whatClaudeCodeSendsIsUnderstood() {
    const ChatRequest request = decoded(
        R"("stream":true,"system":[{"type":"text","text":"x-anthropic-billing-header: cc_version=2.1; cch=1;"},)"
        R"({"type":"text","text":"You are Claude Code.","cache_control":{"type":"ephemeral"}}],)"
        R"("metadata":{"user_id":"user_a_account__session_b"},"thinking":{"type":"adaptive"},)"
        R"("output_config":{"effort":"medium"},"context_management":{"edits":[{"type":"clear_thinking_20251015"}]},)"
        R"("tools":[{"name":"Bash","description":"run","input_schema":{"type":"object","properties":{}}}],)"
        R"("messages":[{"role":"user","content":[{"type":"text","text":"<system-reminder>"},)"
        R"({"type":"text","text":"list files","cache_control":{"type":"ephemeral"}}]},)"
        R"({"role":"assistant","content":[{"type":"thinking","thinking":"","signature":"S"},)"
        R"({"type":"text","text":"Looking."},{"type":"tool_use","id":"toolu_1","name":"Bash","input":{"command":"ls"}}]},)"
        R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"a.txt"}]}])");
    QCOMPARE(request.messages.size(), std::size_t{4});
    QCOMPARE(request.systemText(), std::string("You are Claude Code."));
    QVERIFY(request.messages[0].parts[0].cache.has_value());
    QCOMPARE(request.messages[2].parts.size(), std::size_t{3});
    QCOMPARE(request.messages[2].parts[2].arguments, std::string(R"({"command":"ls"})"));
    QCOMPARE(request.reasoning.effort, std::string("medium"));
    QCOMPARE(request.extras.size(), std::size_t{1});
    QCOMPARE(request.extras[0].name, std::string("context_management"));
    QCOMPARE(request.user, std::string("a"));
}

QTEST_GUILESS_MAIN(AnthropicParametersTest)
#include "tst_anthropic_parameters.moc"
