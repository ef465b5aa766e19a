// Parameters, tools, thinking and JSON answers as Anthropic's Messages API wants them.

#include "gateway/providers/adapters.h"

#include "request_parts.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

namespace json = boost::json;

constexpr const char* kOld = "claude-3-5-haiku-latest";
constexpr const char* kBudget = "claude-sonnet-4-5-20250929";
constexpr const char* kAdaptive = "claude-opus-4-6";
constexpr const char* kNewest = "claude-opus-5-5";

Encoded encode(const ChatRequest& request, const std::string& model = kBudget,
               UnsupportedParams policy = UnsupportedParams::Drop) {
    return encodeWith(anthropicAdapter(), request, model, nullptr, policy);
}

ChatRequest limited(std::int64_t maxTokens = 100) {
    ChatRequest request = ask();
    request.maxTokens = maxTokens;
    return request;
}

ChatRequest thinking(std::string_view effort, std::optional<std::int64_t> maxTokens = std::nullopt) {
    ChatRequest request = ask();
    request.maxTokens = maxTokens;
    request.reasoning.effort = effort;
    request.reasoning.mode = effort == "none" ? ReasoningWish::Mode::Off : ReasoningWish::Mode::On;
    return request;
}

ChatRequest withSchema(std::string_view schema) {
    ChatRequest request = limited();
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.name = "answer";
    request.format.schema = json::parse(schema);
    return request;
}

constexpr const char* kPlainSchema =
    R"({"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],"additionalProperties":false})";

} // namespace

class AnthropicEncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestSaysNothingElse();
    void roomForTheReplyIsAlwaysSaid();
    void schemasAreNeverIncomplete();
    void toolChoicesHaveTheExactShape_data();
    void toolChoicesHaveTheExactShape();
    void parallelCallsAreInverted();
    void choicesWithoutToolsAreDropped();
    void strictToolsStayStrictWhereTheyCan();
    void ownServerToolsGoAsTheyAre();
    void toolsOfTheHistoryAreDeclared();
    void temperatureIsClamped();
    void newModelsTakeNoSampling();
    void newerModelsTakeOneOfTwo();
    void stopsOfWhitespaceAreDropped();
    void usersBecomeMetadata();
    void unknownParametersFollowThePolicy();
    void effortsBecomeBudgets_data();
    void effortsBecomeBudgets();
    void budgetsStayBelowTheLimit();
    void thinkingAndSampling();
    void forcedToolsEndThinking();
    void callsMadeWithoutThoughtEndThinking();
    void adaptiveModelsTakeEfforts_data();
    void adaptiveModelsTakeEfforts();
    void effortAloneIsNoThinking();
    void thinkingIsTurnedOff_data();
    void thinkingIsTurnedOff();
    void schemasGoNativeWhereTheModelHasThem();
    void limitsThatCannotBeEnforcedAreTold();
    void otherSchemasBecomeAForcedTool_data();
    void otherSchemasBecomeAForcedTool();
    void schemasBesideToolsLeaveTheModelTheChoice();
    void schemasWhileThinkingAreAskedForInWords();
    void jsonObjectsAreAskedForInWords();
    void countingLeavesTheRestOut();
    void embeddingsAreRefused();
};

void AnthropicEncodeTest::theSmallestRequestSaysNothingElse() {
    const Encoded encoded = encode(limited());
    QCOMPARE(json::serialize(encoded.body),
             std::string(R"({"model":"claude-sonnet-4-5-20250929","max_tokens":100,)"
                         R"("messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]})"));
    QVERIFY(encoded.notes.empty());
    ChatRequest stream = limited();
    stream.stream = true;
    QCOMPARE(encode(stream).at("/stream"), std::string("true"));
}

void AnthropicEncodeTest::roomForTheReplyIsAlwaysSaid() {
    const Encoded unknown = encode(ask(), "someones-own-model");
    QCOMPARE(unknown.at("/max_tokens"), std::string("4096"));
    QCOMPARE(unknown.summary(), std::string("synthesised=max_tokens"));
    QCOMPARE(encode(ask(), kOld).at("/max_tokens"), std::string("8192"));
    QCOMPARE(encode(ask()).at("/max_tokens"), std::string("32000"));
    Model model;
    model.maxOutputTokens = 64'000;
    QCOMPARE(encodeWith(anthropicAdapter(), ask(), kBudget, &model).at("/max_tokens"), std::string("64000"));
    const Encoded clamped = encodeWith(anthropicAdapter(), limited(70'000), kBudget, &model);
    QCOMPARE(clamped.at("/max_tokens"), std::string("64000"));
    QCOMPARE(clamped.summary(), std::string("clamped=max_tokens"));
}

void AnthropicEncodeTest::schemasAreNeverIncomplete() {
    ChatRequest request = limited();
    request.tools = {tool("a"), tool("b")};
    request.tools[0].description = "does";
    request.tools[0].cache = CacheMark{"1h"};
    request.tools[1].schema = json::parse(R"({"properties":{"x":{}}})");
    const Encoded encoded = encode(request);
    QCOMPARE(
        encoded.at("/tools"),
        std::string(R"([{"name":"a","description":"does","input_schema":{"type":"object","properties":{}},)"
                    R"("cache_control":{"type":"ephemeral","ttl":"1h"}},)"
                    R"({"name":"b","input_schema":{"properties":{"x":{}},"type":"object"}}])"));
    QCOMPARE(encoded.at("/tool_choice"), std::string("absent"));
    request.tools[0].kind = ToolDefinition::Kind::Custom;
    QCOMPARE(encode(request).at("/tools/0/input_schema/required"), std::string(R"(["input"])"));
}

void AnthropicEncodeTest::toolChoicesHaveTheExactShape_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, ToolChoice::Mode mode, const char* model, const char* text) {
        QTest::newRow(name) << static_cast<int>(mode) << std::string(model) << std::string(text);
    };
    row("auto", ToolChoice::Mode::Auto, kBudget, R"({"type":"auto"})");
    row("none", ToolChoice::Mode::None, kBudget, R"({"type":"none"})");
    row("required", ToolChoice::Mode::Required, kBudget, R"({"type":"any"})");
    row("named", ToolChoice::Mode::Named, kBudget, R"({"type":"tool","name":"f"})");
    row("not to be forced", ToolChoice::Mode::Required, kNewest, R"({"type":"auto"})");
}

void AnthropicEncodeTest::toolChoicesHaveTheExactShape() {
    QFETCH(int, mode);
    QFETCH(std::string, model);
    QFETCH(std::string, text);
    ChatRequest request = limited();
    request.tools = {tool("f")};
    request.toolChoice = {static_cast<ToolChoice::Mode>(mode), "f"};
    const Encoded encoded = encode(request, model);
    QCOMPARE(encoded.at("/tool_choice"), text);
    QCOMPARE(encoded.summary(), std::string(model == kNewest ? "clamped=tool_choice" : ""));
}

void AnthropicEncodeTest::parallelCallsAreInverted() {
    ChatRequest request = limited();
    request.tools = {tool("f")};
    request.parallelToolCalls = false;
    QCOMPARE(encode(request).at("/tool_choice"),
             std::string(R"({"type":"auto","disable_parallel_tool_use":true})"));
    request.toolChoice.mode = ToolChoice::Mode::Required;
    QCOMPARE(encode(request).at("/tool_choice"),
             std::string(R"({"type":"any","disable_parallel_tool_use":true})"));
    request.toolChoice.mode = ToolChoice::Mode::None;
    QCOMPARE(encode(request).at("/tool_choice"), std::string(R"({"type":"none"})"));
    request.toolChoice.mode = ToolChoice::Mode::Unset;
    request.parallelToolCalls = true;
    QCOMPARE(encode(request).at("/tool_choice"), std::string("absent"));
}

void AnthropicEncodeTest::choicesWithoutToolsAreDropped() {
    ChatRequest request = limited();
    request.toolChoice.mode = ToolChoice::Mode::Required;
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/tool_choice"), std::string("absent"));
    QCOMPARE(encoded.summary(), std::string("dropped=tool_choice"));
}

void AnthropicEncodeTest::strictToolsStayStrictWhereTheyCan() {
    ChatRequest request = limited();
    request.tools = {tool("f")};
    request.tools[0].strict = true;
    request.tools[0].schema = json::parse(kPlainSchema);
    QCOMPARE(encode(request).at("/tools/0/strict"), std::string("true"));
    const Encoded old = encode(request, kOld);
    QCOMPARE(old.at("/tools/0/strict"), std::string("absent"));
    QCOMPARE(old.summary(), std::string("dropped=tools[0].strict"));
    request.tools[0].schema =
        json::parse(R"({"type":"object","properties":{"a":{"type":"integer","minimum":1}}})");
    const Encoded limits = encode(request);
    QCOMPARE(limits.at("/tools/0/strict"), std::string("absent"));
    QCOMPARE(limits.at("/tools/0/input_schema/properties/a/minimum"), std::string("1"));
}

void AnthropicEncodeTest::ownServerToolsGoAsTheyAre() {
    ChatRequest request = limited();
    const std::string own = R"({"type":"web_search_20250305","name":"web_search","max_uses":3})";
    request.tools = {tool("web_search_20250305"), tool("web_search_preview")};
    request.tools[0].kind = request.tools[1].kind = ToolDefinition::Kind::Server;
    request.tools[0].raw = json::parse(own);
    request.tools[1].raw = json::parse(R"({"type":"web_search_preview"})");
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/tools"), "[" + own + "]");
    QCOMPARE(encoded.summary(), std::string("dropped=tools[1]"));
}

void AnthropicEncodeTest::toolsOfTheHistoryAreDeclared() {
    ChatRequest request = limited();
    request.messages = {message(Role::User, "a"),
                        message(Role::Assistant, {callPart("1", "f"), callPart("2", "f")}),
                        message(Role::Tool, {resultPart("1", "x"), resultPart("2", "y")})};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/tools/0/name"), std::string(R"("f")"));
    QCOMPARE(encoded.at("/tools/1"), std::string("absent"));
    QCOMPARE(encoded.at("/tool_choice"), std::string(R"({"type":"none"})"));
    QCOMPARE(encoded.summary(), std::string("synthesised=tools"));
}

void AnthropicEncodeTest::temperatureIsClamped() {
    ChatRequest request = limited();
    request.temperature = 1.5;
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body.at("temperature").to_number<double>(), 1.0);
    QCOMPARE(encoded.summary(), std::string("clamped=temperature"));
    request.temperature = 0.5;
    request.topK = 5;
    const Encoded kept = encode(request);
    QCOMPARE(kept.body.at("temperature").as_double(), 0.5);
    QCOMPARE(kept.at("/top_k"), std::string("5"));
    QVERIFY(kept.notes.empty());
}

void AnthropicEncodeTest::newModelsTakeNoSampling() {
    ChatRequest request = limited();
    request.temperature = 0.5;
    request.topP = 0.5;
    request.topK = 5;
    const Encoded dropped = encode(request, kNewest);
    for (const char* name : {"/temperature", "/top_p", "/top_k"})
        QCOMPARE(dropped.at(name), std::string("absent"));
    QCOMPARE(dropped.summary(), std::string("dropped=temperature,top_p,top_k"));
    QCOMPARE(encode(request, kNewest, UnsupportedParams::Pass).at("/top_k"), std::string("5"));
}

void AnthropicEncodeTest::newerModelsTakeOneOfTwo() {
    ChatRequest request = limited();
    request.temperature = 0.5;
    request.topP = 0.5;
    const Encoded newer = encode(request, kBudget);
    QCOMPARE(newer.at("/top_p"), std::string("absent"));
    QCOMPARE(newer.summary(), std::string("dropped=top_p"));
    QVERIFY(encode(request, kOld).at("/top_p") != "absent");
    QVERIFY(encode(request, "MiniMax-M2").at("/top_p") != "absent");
}

void AnthropicEncodeTest::stopsOfWhitespaceAreDropped() {
    ChatRequest request = limited();
    request.stop = {"END", "\n", ""};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/stop_sequences"), std::string(R"(["END"])"));
    QCOMPARE(encoded.summary(), std::string("dropped=stop"));
}

void AnthropicEncodeTest::usersBecomeMetadata() {
    ChatRequest request = limited();
    request.user = "alice";
    QCOMPARE(encode(request).at("/metadata"), std::string(R"({"user_id":"alice"})"));
    request.user = std::string(300, 'x');
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body.at_pointer("/metadata/user_id").as_string().size(), std::size_t(256));
    QCOMPARE(encoded.summary(), std::string("clamped=user"));
}

void AnthropicEncodeTest::unknownParametersFollowThePolicy() {
    ChatRequest request = limited();
    request.seed = 7;
    request.n = 2;
    request.presencePenalty = 0.5;
    request.logprobs = true;
    request.serviceTier = "priority";
    request.extras = {{"mcp_servers", json::array{}}, {"store", true}, {"prediction", json::object{}}};
    const Encoded dropped = encode(request);
    QCOMPARE(dropped.at("/mcp_servers"), std::string("[]"));
    QCOMPARE(dropped.at("/seed"), std::string("absent"));
    QCOMPARE(dropped.summary(),
             std::string("dropped=service_tier,seed,n,logprobs,presence_penalty,store,prediction"));
    const Encoded passed = encode(request, kBudget, UnsupportedParams::Pass);
    QCOMPARE(passed.at("/seed"), std::string("7"));
    QCOMPARE(passed.at("/prediction"), std::string("{}"));
    request.serviceTier = "default";
    QCOMPARE(encode(request).at("/service_tier"), std::string(R"("standard_only")"));
}

void AnthropicEncodeTest::effortsBecomeBudgets_data() {
    QTest::addColumn<std::string>("effort");
    QTest::addColumn<std::int64_t>("budget");
    QTest::newRow("minimal") << std::string("minimal") << std::int64_t(1'024);
    QTest::newRow("low") << std::string("low") << std::int64_t(2'048);
    QTest::newRow("medium") << std::string("medium") << std::int64_t(8'192);
    QTest::newRow("high") << std::string("high") << std::int64_t(16'384);
}

void AnthropicEncodeTest::effortsBecomeBudgets() {
    QFETCH(std::string, effort);
    QFETCH(std::int64_t, budget);
    const Encoded encoded = encode(thinking(effort));
    QCOMPARE(encoded.at("/thinking/type"), std::string(R"("enabled")"));
    QCOMPARE(encoded.body.at_pointer("/thinking/budget_tokens").as_int64(), budget);
    // Nobody set a limit: the reply has room beside the thoughts.
    QCOMPARE(encoded.body.at("max_tokens").as_int64(), 32'000);
    QCOMPARE(encode(thinking(effort), "someones-own-model").body.at("max_tokens").as_int64(), budget + 4'096);
    QCOMPARE(encode(thinking(effort), kOld).summary(),
             std::string("dropped=reasoning_effort; synthesised=max_tokens"));
}

void AnthropicEncodeTest::budgetsStayBelowTheLimit() {
    const Encoded clamped = encode(thinking("high", 10'000));
    QCOMPARE(clamped.at("/max_tokens"), std::string("10000"));
    QCOMPARE(clamped.at("/thinking/budget_tokens"), std::string("5000"));
    QCOMPARE(clamped.summary(), std::string("clamped=reasoning_effort"));
    QCOMPARE(encode(thinking("high", 1'100)).at("/thinking/budget_tokens"), std::string("1024"));
    const Encoded none = encode(thinking("high", 1'024));
    QCOMPARE(none.at("/thinking"), std::string("absent"));
    QCOMPARE(none.summary(), std::string("dropped=reasoning_effort"));
    ChatRequest small = limited(5'000);
    small.reasoning.mode = ReasoningWish::Mode::On;
    small.reasoning.budget = 10;
    QCOMPARE(encode(small).at("/thinking/budget_tokens"), std::string("1024"));
    Model model;
    model.maxOutputTokens = 8'000;
    const Encoded catalogue = encodeWith(anthropicAdapter(), thinking("high"), kBudget, &model);
    QCOMPARE(catalogue.at("/max_tokens"), std::string("8000"));
    QCOMPARE(catalogue.at("/thinking/budget_tokens"), std::string("4000"));
}

void AnthropicEncodeTest::thinkingAndSampling() {
    ChatRequest request = thinking("low", 10'000);
    request.temperature = 0.3;
    request.topK = 5;
    request.topP = 0.5;
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/temperature"), std::string("absent"));
    QCOMPARE(encoded.at("/top_k"), std::string("absent"));
    QCOMPARE(encoded.body.at("top_p").as_double(), 0.95);
    QCOMPARE(encoded.summary(), std::string("dropped=temperature,top_k; clamped=top_p"));
    ChatRequest fine = thinking("low", 10'000);
    fine.temperature = 1;
    fine.topP = 0.97;
    QVERIFY(encode(fine).notes.empty());
    ChatRequest prefilled = thinking("low", 10'000);
    prefilled.messages.push_back(message(Role::Assistant, "It is"));
    QCOMPARE(encode(prefilled).at("/messages/2/role"), std::string(R"("user")"));
}

void AnthropicEncodeTest::forcedToolsEndThinking() {
    for (const char* model : {kBudget, kAdaptive}) {
        ChatRequest request = thinking("low", 10'000);
        request.tools = {tool("f")};
        request.toolChoice = {ToolChoice::Mode::Named, "f"};
        const Encoded encoded = encode(request, model);
        QCOMPARE(encoded.at("/thinking"), std::string("absent"));
        QCOMPARE(encoded.at("/tool_choice/type"), std::string(R"("tool")"));
        QCOMPARE(encoded.summary(), std::string("dropped=reasoning_effort"));
        request.toolChoice.mode = ToolChoice::Mode::Auto;
        QVERIFY(encode(request, model).at("/thinking") != "absent");
    }
}

void AnthropicEncodeTest::callsMadeWithoutThoughtEndThinking() {
    ChatRequest request = thinking("low", 10'000);
    request.tools = {tool("f")};
    request.messages = {message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f")}),
                        message(Role::Tool, {resultPart("1", "x")})};
    const Encoded without = encode(request);
    QCOMPARE(without.at("/thinking"), std::string("absent"));
    QCOMPARE(without.summary(), std::string("dropped=reasoning_effort"));
    QVERIFY(encode(request, kAdaptive).at("/thinking") != "absent");
    request.messages[1].parts.insert(request.messages[1].parts.begin(),
                                     thoughtPart("t", "s", Origin::Anthropic));
    QVERIFY(encode(request).at("/thinking") != "absent");
}

void AnthropicEncodeTest::adaptiveModelsTakeEfforts_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("effort");
    QTest::addColumn<std::string>("sent");
    QTest::addColumn<std::string>("notes");
    const auto row = [](const char* model, const char* effort, const char* sent, const char* notes) {
        QTest::addRow("%s %s", model, effort)
            << std::string(model) << std::string(effort) << std::string(sent) << std::string(notes);
    };
    row(kAdaptive, "minimal", R"("low")", "clamped=reasoning_effort");
    row(kAdaptive, "medium", R"("medium")", "");
    row(kAdaptive, "xhigh", R"("high")", "clamped=reasoning_effort");
    row(kAdaptive, "max", R"("max")", "");
    row(kNewest, "xhigh", R"("xhigh")", "");
}

void AnthropicEncodeTest::adaptiveModelsTakeEfforts() {
    QFETCH(std::string, model);
    QFETCH(std::string, effort);
    QFETCH(std::string, sent);
    QFETCH(std::string, notes);
    const Encoded encoded = encode(thinking(effort, 50'000), model);
    QCOMPARE(encoded.at("/thinking"), std::string(R"({"type":"adaptive"})"));
    QCOMPARE(encoded.at("/output_config/effort"), sent);
    QCOMPARE(encoded.summary(), notes);
    ChatRequest budget = limited(50'000);
    budget.reasoning.mode = ReasoningWish::Mode::On;
    budget.reasoning.budget = 5'000;
    budget.reasoning.summary = "auto";
    const Encoded own = encode(budget, model);
    QCOMPARE(own.at("/thinking"),
             std::string(model == kAdaptive ? R"({"type":"enabled","budget_tokens":5000})"
                                            : R"({"type":"adaptive","display":"summarized"})"));
}

void AnthropicEncodeTest::effortAloneIsNoThinking() {
    // Callers of Anthropic's own dialect say one without the other.
    ChatRequest request = limited();
    request.reasoning.effort = "medium";
    const Encoded adaptive = encode(request, kAdaptive);
    QCOMPARE(adaptive.at("/thinking"), std::string("absent"));
    QCOMPARE(adaptive.at("/output_config"), std::string(R"({"effort":"medium"})"));
    QCOMPARE(encode(request, kBudget).summary(), std::string("dropped=output_config.effort"));
    request.reasoning.mode = ReasoningWish::Mode::Adaptive;
    request.maxTokens = 20'000;
    const Encoded budget = encode(request, kBudget);
    QCOMPARE(budget.at("/thinking/budget_tokens"), std::string("8192"));
    QCOMPARE(budget.summary(), std::string("clamped=thinking"));
}

void AnthropicEncodeTest::thinkingIsTurnedOff_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("sent");
    QTest::addColumn<std::string>("effort");
    const auto row = [](const char* model, const char* sent, const char* effort) {
        QTest::newRow(model) << std::string(model) << std::string(sent) << std::string(effort);
    };
    row(kBudget, "absent", "absent");
    row(kAdaptive, R"({"type":"disabled"})", "absent");
    row("claude-sonnet-5", R"({"type":"disabled"})", "absent");
    row("claude-sonnet-5-5", R"({"type":"between_tools"})", "absent");
    row(kNewest, "absent", R"("low")");
}

void AnthropicEncodeTest::thinkingIsTurnedOff() {
    QFETCH(std::string, model);
    QFETCH(std::string, sent);
    QFETCH(std::string, effort);
    const Encoded encoded = encode(thinking("none", 100), model);
    QCOMPARE(encoded.at("/thinking"), sent);
    QCOMPARE(encoded.at("/output_config/effort"), effort);
}

void AnthropicEncodeTest::schemasGoNativeWhereTheModelHasThem() {
    const Encoded encoded = encode(withSchema(kPlainSchema));
    QCOMPARE(encoded.at("/output_config"),
             std::string(R"({"format":{"type":"json_schema","schema":)"
                         R"({"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],)"
                         R"("additionalProperties":false}}})"));
    QCOMPARE(encoded.at("/tools"), std::string("absent"));
    QVERIFY(encoded.hints.unwrapTool.empty() && encoded.notes.empty());
}

void AnthropicEncodeTest::limitsThatCannotBeEnforcedAreTold() {
    const Encoded encoded = encode(withSchema(
        R"({"type":"object","properties":{"a":{"type":"integer","minimum":1,"description":"count"},)"
        R"("b":{"$ref":"#/$defs/B"}},"required":["a","b"],)"
        R"("$defs":{"B":{"oneOf":[{"type":"string","format":"color"},{"type":"null"}]}}})"));
    const std::string at = "/output_config/format/schema";
    QCOMPARE(encoded.at(at + "/properties/a/description"), std::string("\"count (minimum: 1)\""));
    QCOMPARE(encoded.at(at + "/properties/a/minimum"), std::string("absent"));
    const std::string format = R"({"type":"string","description":"format: \"color\""})";
    QCOMPARE(encoded.at(at + "/$defs/B/anyOf/0"), format);
    QCOMPARE(encoded.at(at + "/additionalProperties"), std::string("false"));
    QCOMPARE(encoded.summary(), std::string("clamped=response_format"));
}

void AnthropicEncodeTest::otherSchemasBecomeAForcedTool_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("schema");
    QTest::newRow("old model") << std::string(kOld) << std::string(kPlainSchema);
    QTest::newRow("another's model") << std::string("MiniMax-M2") << std::string(kPlainSchema);
    QTest::newRow("free form") << std::string(kBudget) << std::string(R"({"type":"object"})");
    QTest::newRow("map") << std::string(kBudget)
                         << std::string(R"({"type":"object","properties":{},"additionalProperties":{}})");
    QTest::newRow("recursive")
        << std::string(kBudget)
        << std::string(R"({"type":"object","properties":{"next":{"$ref":"#"}},"required":["next"]})");
}

void AnthropicEncodeTest::otherSchemasBecomeAForcedTool() {
    QFETCH(std::string, model);
    QFETCH(std::string, schema);
    const Encoded encoded = encode(withSchema(schema), model);
    QCOMPARE(encoded.at("/output_config"), std::string("absent"));
    QCOMPARE(encoded.at("/tools/0/name"), std::string(R"("answer")"));
    QCOMPARE(encoded.at("/tools/0/input_schema"), json::serialize(json::parse(schema)));
    QCOMPARE(encoded.at("/tool_choice"), std::string(R"({"type":"tool","name":"answer"})"));
    QCOMPARE(encoded.hints.unwrapTool, std::string("answer"));
    QCOMPARE(encoded.summary(), std::string("synthesised=response_format"));
}

void AnthropicEncodeTest::schemasBesideToolsLeaveTheModelTheChoice() {
    ChatRequest request = withSchema(kPlainSchema);
    request.tools = {tool("f"), tool("answer")};
    const Encoded encoded = encode(request, kOld);
    QCOMPARE(encoded.at("/tool_choice"), std::string(R"({"type":"any"})"));
    QCOMPARE(encoded.at("/tools/2/name"), std::string(R"("answer_answer")"));
    QCOMPARE(encoded.hints.unwrapTool, std::string("answer_answer"));
    request.toolChoice = {ToolChoice::Mode::Named, "f"};
    const Encoded named = encode(request, kOld);
    QCOMPARE(named.at("/tool_choice/name"), std::string(R"("f")"));
    QVERIFY(named.hints.unwrapTool.empty());
    QVERIFY(named.at("/system/0/text").find("JSON schema") != std::string::npos);
}

void AnthropicEncodeTest::schemasWhileThinkingAreAskedForInWords() {
    ChatRequest request = withSchema(kPlainSchema);
    request.maxTokens = 10'000;
    request.reasoning.effort = "low";
    request.reasoning.mode = ReasoningWish::Mode::On;
    const Encoded encoded = encode(request, "claude-sonnet-4-20250514");
    QVERIFY(encoded.at("/thinking") != "absent");
    QCOMPARE(encoded.at("/tools"), std::string("absent"));
    QVERIFY(encoded.at("/system/0/text").find(R"(\"integer\")") != std::string::npos);
    QVERIFY(encoded.hints.unwrapTool.empty());
    QVERIFY(encode(request).at("/output_config/format") != "absent"); // the native way bears thinking
}

void AnthropicEncodeTest::jsonObjectsAreAskedForInWords() {
    ChatRequest request = limited();
    request.format.kind = ResponseFormat::Kind::JsonObject;
    request.messages.insert(request.messages.begin(), message(Role::System, "be brief"));
    const Encoded encoded = encode(request);
    QVERIFY(encoded.at("/system/1/text").find("JSON object") != std::string::npos);
    QCOMPARE(encoded.summary(), std::string("synthesised=response_format"));
}

void AnthropicEncodeTest::countingLeavesTheRestOut() {
    ChatRequest request = ask();
    request.operation = Operation::CountTokens;
    request.temperature = 0.5;
    request.stream = true;
    request.user = "alice";
    request.stop = {"END"};
    request.tools = {tool("f")};
    request.messages.insert(request.messages.begin(), message(Role::System, "s"));
    const Encoded encoded = encode(request);
    std::string names;
    for (const auto& member : encoded.body.as_object())
        names += std::string(member.key()) + " ";
    QCOMPARE(names, std::string("model system messages tools "));
    QVERIFY(encoded.notes.empty());
}

void AnthropicEncodeTest::embeddingsAreRefused() {
    ChatRequest request;
    request.operation = Operation::Embeddings;
    QCOMPARE(encode(request).body, json::value("refused model"));
    QVERIFY(!anthropicAdapter().serves(Operation::Embeddings));
    QVERIFY(anthropicAdapter().serves(Operation::CountTokens));
}

QTEST_GUILESS_MAIN(AnthropicEncodeTest)
#include "tst_anthropic_encode.moc"
