// What goes up to an OpenAI server when the caller spoke something else.

#include "gateway/providers/openai_encode.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

Message message(Role role, const char* text) {
    Message result;
    result.role = role;
    result.parts.emplace_back().text = text;
    return result;
}

struct Encoded {
    std::string body;
    std::vector<TranslationNote> notes;
    ReplyHints hints;
};

Encoded encode(const ChatRequest& request, ProviderKind kind = ProviderKind::OpenAi,
               const std::string& model = "gpt-5-mini") {
    Provider provider;
    provider.kind = kind;
    TranslationLog log;
    auto call = encodeOpenAiChat(request, {provider, model}, log);
    if (!call)
        return {call.error().param + ": " + call.error().message, {}, {}};
    return {std::move(call->body), log.take(), std::move(call->hints)};
}

json::value encoded(const ChatRequest& request) {
    return json::parse(encode(request).body);
}

std::string member(const ChatRequest& request, const char* name) {
    const json::value body = encoded(request);
    const json::value* found = body.as_object().if_contains(name);
    return found == nullptr ? "absent" : json::serialize(*found);
}

} // namespace

class OpenAiEncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestSaysNothingElse();
    void messagesHaveTheExactShape();
    void partsHaveTheExactShape();
    void toolsHaveTheExactShape();
    void toolChoicesHaveTheExactShape_data();
    void toolChoicesHaveTheExactShape();
    void parametersKeepTheirNames();
    void streamsAskForUsage();
    void compatibleServersGetTheOlderWords();
    void resultsComeBeforeTheUsersText();
    void reasoningIsAskedOnlyOfModelsThatReason();
    void longToolNamesAreShortenedAndRemembered();
    void whatOthersRunIsLeftOutAndTold();
    void documentsByAddressAreRefused();
    void freeTextIsNativeSinceGpt5();
};

void OpenAiEncodeTest::theSmallestRequestSaysNothingElse() {
    ChatRequest request;
    request.model = "the caller's word";
    request.messages = {message(Role::User, "hi \"żółć\"\n")};
    const std::string expected =
        R"({"model":"gpt-5-mini","messages":[{"role":"user","content":"hi \"żółć\"\n"}]})";
    QCOMPARE(encode(request).body, expected);
}

void OpenAiEncodeTest::messagesHaveTheExactShape() {
    ChatRequest request;
    Message call = message(Role::Assistant, "Wait.");
    ContentPart part;
    part.kind = ContentPart::Kind::ToolCall;
    part.id = "call_1";
    part.name = "weather";
    part.arguments = R"({"city":"x"})";
    call.parts.push_back(part);
    Message silent;
    silent.role = Role::Assistant;
    silent.parts = {part};
    Message result;
    result.role = Role::Tool;
    part.kind = ContentPart::Kind::ToolResult;
    part.parts.emplace_back().text = "7";
    result.parts = {part};
    Message named = message(Role::User, "c");
    named.name = "eve";
    request.messages = {
        message(Role::System, "a"), message(Role::Developer, "b"), named, call, silent, result};
    const std::string calls = R"("tool_calls":[{"id":"call_1","type":"function","function":)"
                              R"({"name":"weather","arguments":"{\"city\":\"x\"}"}}])";
    QCOMPARE(member(request, "messages"),
             R"([{"role":"system","content":"a"},{"role":"developer","content":"b"},)"
             R"({"role":"user","name":"eve","content":"c"},)"
             R"({"role":"assistant","content":"Wait.",)" +
                 calls + R"(},{"role":"assistant","content":null,)" + calls +
                 R"(},{"role":"tool","tool_call_id":"call_1","content":"7"}])");
}

void OpenAiEncodeTest::partsHaveTheExactShape() {
    ChatRequest request;
    Message user = message(Role::User, "look");
    ContentPart image;
    image.kind = ContentPart::Kind::Image;
    image.url = "https://x/y.png";
    user.parts.push_back(image);
    image.detail = "low";
    user.parts.push_back(image);
    Message refusal;
    refusal.role = Role::Assistant;
    refusal.parts.emplace_back().kind = ContentPart::Kind::Refusal;
    refusal.parts.front().text = "no";
    request.messages = {user, refusal};
    QCOMPARE(member(request, "messages"),
             std::string(R"([{"role":"user","content":[{"type":"text","text":"look"},)"
                         R"({"type":"image_url","image_url":{"url":"https://x/y.png"}},)"
                         R"({"type":"image_url","image_url":{"url":"https://x/y.png","detail":"low"}}]},)"
                         R"({"role":"assistant","content":[{"type":"refusal","refusal":"no"}]}])"));
}

void OpenAiEncodeTest::toolsHaveTheExactShape() {
    ChatRequest request;
    QCOMPARE(member(request, "tools"), std::string("absent"));
    request.tools = {{"f", "does", json::object{{"type", "object"}}, true}};
    QCOMPARE(member(request, "tools"),
             std::string(R"([{"type":"function","function":{"name":"f","description":"does",)"
                         R"("parameters":{"type":"object","properties":{}},"strict":true}}])"));
    request.tools.push_back({"g", {}, nullptr, std::nullopt});
    QCOMPARE(json::serialize(encoded(request).at("tools").at(1)),
             std::string(R"({"type":"function","function":{"name":"g",)"
                         R"("parameters":{"type":"object","properties":{}}}})"));
    request.parallelToolCalls = false;
    QCOMPARE(member(request, "parallel_tool_calls"), std::string("false"));
}

void OpenAiEncodeTest::toolChoicesHaveTheExactShape_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("text");
    const auto row = [](ToolChoice::Mode mode, const char* text) {
        QTest::newRow(text) << static_cast<int>(mode) << std::string(text);
    };
    row(ToolChoice::Mode::Unset, "absent");
    row(ToolChoice::Mode::Auto, R"("auto")");
    row(ToolChoice::Mode::None, R"("none")");
    row(ToolChoice::Mode::Required, R"("required")");
    row(ToolChoice::Mode::Named, R"({"type":"function","function":{"name":"f"}})");
}

void OpenAiEncodeTest::toolChoicesHaveTheExactShape() {
    QFETCH(int, mode);
    QFETCH(std::string, text);
    ChatRequest request;
    request.toolChoice = {static_cast<ToolChoice::Mode>(mode), "f"};
    QCOMPARE(member(request, "tool_choice"), std::string("absent")); // no tools to choose from
    request.tools = {{"f", {}, nullptr, std::nullopt}};
    QCOMPARE(member(request, "tool_choice"), text);
}

void OpenAiEncodeTest::parametersKeepTheirNames() {
    ChatRequest request;
    request.maxTokens = 9;
    request.temperature = 0.5;
    request.topP = 1;
    request.seed = -9223372036854775807LL;
    request.presencePenalty = -2;
    request.frequencyPenalty = 0.25;
    request.n = 2;
    request.stop = {"END"};
    request.format.kind = ResponseFormat::Kind::JsonObject;
    request.reasoning.effort = "low";
    request.user = "alice";
    const json::value body = json::parse(encode(request, ProviderKind::OpenAi, "gpt-4o").body);
    QCOMPARE(body.at("max_completion_tokens").as_int64(), 9);
    QCOMPARE(body.at("temperature").as_double(), 0.5);
    QCOMPARE(body.at("top_p").to_number<double>(), 1.0);
    QCOMPARE(body.at("seed").as_int64(), -9223372036854775807LL);
    QCOMPARE(body.at("presence_penalty").to_number<double>(), -2.0);
    QCOMPARE(body.at("frequency_penalty").as_double(), 0.25);
    QCOMPARE(body.at("n").as_int64(), 2);
    QCOMPARE(json::serialize(body.at("stop")), std::string(R"(["END"])"));
    QCOMPARE(json::serialize(body.at("response_format")), std::string(R"({"type":"json_object"})"));
    QCOMPARE(member(request, "reasoning_effort"), std::string(R"("low")"));
    QCOMPARE(member(request, "user"), std::string(R"("alice")"));
    QCOMPARE(member(request, "stream"), std::string("absent"));
}

void OpenAiEncodeTest::streamsAskForUsage() {
    ChatRequest request;
    request.stream = true;
    QCOMPARE(member(request, "stream"), std::string("true"));
    QCOMPARE(member(request, "stream_options"), std::string(R"({"include_usage":true})"));
}

void OpenAiEncodeTest::compatibleServersGetTheOlderWords() {
    ChatRequest request;
    request.messages = {message(Role::Developer, "b")};
    request.maxTokens = 5;
    request.topK = 3;
    const json::value body = json::parse(encode(request, ProviderKind::OpenAiCompatible).body);
    QCOMPARE(json::serialize(body.at("messages")), std::string(R"([{"role":"system","content":"b"}])"));
    QCOMPARE(body.at("max_tokens").as_int64(), 5);
    QCOMPARE(body.at("top_k").as_int64(), 3);
}

void OpenAiEncodeTest::resultsComeBeforeTheUsersText() {
    ChatRequest request;
    Message user;
    user.role = Role::User;
    for (const char* id : {"call_1", "call_2"}) {
        ContentPart& result = user.parts.emplace_back();
        result.kind = ContentPart::Kind::ToolResult;
        result.id = id;
        result.parts.emplace_back().text = "no";
        result.isError = id == std::string("call_2");
    }
    ContentPart& picture = user.parts.front().parts.emplace_back();
    picture.kind = ContentPart::Kind::Image;
    picture.url = "data:image/png;base64,AA==";
    user.parts.emplace_back().text = "Go on.";
    request.messages = {user};
    const Encoded done = encode(request);
    QCOMPARE(json::serialize(json::parse(done.body).at("messages")),
             std::string(R"([{"role":"tool","tool_call_id":"call_1","content":"no"},)"
                         R"({"role":"tool","tool_call_id":"call_2","content":"Error: no"},)"
                         R"({"role":"user","content":[{"type":"text","text":)"
                         R"("Attached to the results of the tools above:"},)"
                         R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]},)"
                         R"({"role":"user","content":"Go on."}])"));
    QCOMPARE(done.notes.at(0).action, std::string("synthesised"));
    user.parts.front().parts.back().kind = ContentPart::Kind::Opaque;
    request.messages = {user};
    QCOMPARE(summaryOf(encode(request).notes), std::string("dropped=messages[0].content"));
}

void OpenAiEncodeTest::reasoningIsAskedOnlyOfModelsThatReason() {
    ChatRequest request;
    request.reasoning.mode = ReasoningWish::Mode::On;
    request.reasoning.budget = 20'000;
    QCOMPARE(json::parse(encode(request).body).at("reasoning_effort"), json::value("high"));
    const Encoded other = encode(request, ProviderKind::OpenAi, "gpt-4o-mini");
    QVERIFY(!json::parse(other.body).as_object().contains("reasoning_effort"));
    QCOMPARE(other.notes.at(0).param, std::string("thinking"));
}

void OpenAiEncodeTest::longToolNamesAreShortenedAndRemembered() {
    ChatRequest request;
    const std::string name = "mcp__server." + std::string(80, 'x');
    request.tools = {{name, {}, nullptr, std::nullopt}};
    const Encoded done = encode(request);
    const json::value body = json::parse(done.body);
    const std::string sent(body.at("tools").at(0).at("function").at("name").as_string());
    QVERIFY(sent.size() <= 64 && sent != name);
    QCOMPARE(done.hints.toolNames.size(), std::size_t{1});
    QCOMPARE(done.hints.toolNames[0].first, sent);
    QCOMPARE(done.hints.toolNames[0].second, name);
}

void OpenAiEncodeTest::whatOthersRunIsLeftOutAndTold() {
    ChatRequest request;
    ToolDefinition search;
    search.kind = ToolDefinition::Kind::Server;
    search.name = "web_search_20250305";
    request.tools = {search};
    request.extras = {{"context_management", json::object()}, {"store", false}};
    request.stop = {"a", "b", "c", "d", "e"};
    const Encoded done = encode(request, ProviderKind::OpenAi, "gpt-4o");
    const json::value body = json::parse(done.body);
    QVERIFY(!body.as_object().contains("tools") && !body.as_object().contains("context_management"));
    QCOMPARE(body.at("stop").as_array().size(), std::size_t{4});
    QCOMPARE(summaryOf(done.notes), std::string("dropped=tools[0],context_management,store; clamped=stop"));
}

void OpenAiEncodeTest::documentsByAddressAreRefused() {
    ChatRequest request;
    Message user = message(Role::User, "read");
    ContentPart& document = user.parts.emplace_back();
    document.kind = ContentPart::Kind::Document;
    document.url = "https://x/y.pdf";
    request.messages = {user};
    QVERIFY(encode(request).body.starts_with("messages[0].content: "));
}

void OpenAiEncodeTest::freeTextIsNativeSinceGpt5() {
    // As Responses declares it.
    ToolDefinition patch;
    patch.kind = ToolDefinition::Kind::Custom;
    patch.name = "patch";
    patch.description = "d, and the grammar";
    patch.raw = json::parse(R"({"type":"custom","name":"patch","description":"d",)"
                            R"("format":{"type":"grammar","syntax":"lark","definition":"g"}})");
    ChatRequest request;
    request.tools = {patch};
    request.toolChoice = {ToolChoice::Mode::Named, "patch"};
    Message turn;
    turn.role = Role::Assistant;
    ContentPart& call = turn.parts.emplace_back();
    call.kind = ContentPart::Kind::ToolCall;
    call.id = "c1";
    call.name = "patch";
    call.arguments = R"({"input":"x"})";
    request.messages = {turn};

    const Encoded native = encode(request);
    json::value body = json::parse(native.body);
    const std::string tool = R"([{"type":"custom","custom":{"name":"patch","description":"d","format":)"
                             R"({"type":"grammar","grammar":{"syntax":"lark","definition":"g"}}}}])";
    QCOMPARE(json::serialize(body.at("tools")), json::serialize(json::parse(tool)));
    QCOMPARE(json::serialize(body.at("tool_choice")),
             std::string(R"({"type":"custom","custom":{"name":"patch"}})"));
    QCOMPARE(json::serialize(body.at("messages").at(0).at("tool_calls")),
             std::string(R"([{"id":"c1","type":"custom","custom":{"name":"patch","input":"x"}}])"));
    QVERIFY(native.notes.empty());

    for (const auto& [kind, model] :
         {std::pair(ProviderKind::OpenAi, "gpt-4.1"), std::pair(ProviderKind::OpenAiCompatible, "gpt-5"),
          std::pair(ProviderKind::AzureOpenAi, "gpt-5")}) {
        const Encoded other = encode(request, kind, model);
        body = json::parse(other.body);
        QCOMPARE(body.at("tools").at(0).at("function").at("description"), json::value("d, and the grammar"));
        QCOMPARE(body.at("tool_choice").at("type"), json::value("function"));
        QCOMPARE(body.at("messages").at(0).at("tool_calls").at(0).at("function").at("arguments"),
                 json::value(R"({"input":"x"})"));
        QCOMPARE(summaryOf(other.notes), std::string("dropped=tools[0].format; synthesised=tools[0]"));
    }
}

QTEST_GUILESS_MAIN(OpenAiEncodeTest)
#include "tst_openai_encode.moc"
