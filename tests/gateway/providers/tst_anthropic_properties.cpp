// What must hold for any conversation that is sent to Claude, and for any bytes that come back.

#include "gateway/providers/adapters.h"

#include "reply_lines.h"
#include "request_parts.h"

#include <QTest>

#include <array>
#include <random>
#include <set>

using namespace tollgate;
using namespace tollgate::test;

namespace {

namespace json = boost::json;

class Dice {
public:
    explicit Dice(unsigned seed)
        : m_engine(seed) {}
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    bool oneIn(std::size_t limit) { return below(limit) == 0; }
    template <std::size_t N>
    const char* of(const std::array<const char*, N>& words) {
        return words[below(N)];
    }

private:
    std::mt19937 m_engine;
};

ContentPart randomPart(Dice& dice) {
    constexpr std::array kIds{"1", "2", "call:3", ""};
    constexpr std::array kTexts{"", " \n", "a", "words \n", "\xC5\xBC"};
    switch (dice.below(6)) {
    case 0:
        return callPart(dice.of(kIds), "f", dice.oneIn(3) ? "[1]" : "{}");
    case 1:
        return resultPart(dice.of(kIds), dice.of(kTexts));
    case 2:
        return thoughtPart(dice.of(kTexts), dice.oneIn(2) ? "sig" : "",
                           dice.oneIn(2) ? Origin::Anthropic : Origin::Bedrock);
    case 3: {
        ContentPart opaque;
        opaque.kind = ContentPart::Kind::Opaque;
        opaque.origin = dice.oneIn(2) ? Origin::Anthropic : Origin::OpenAi;
        opaque.opaque = json::parse(R"({"type":"server_tool_use","id":"s","name":"n","input":{}})");
        return opaque;
    }
    default:
        return textPart(dice.of(kTexts));
    }
}

/// Calls stand in turns of the assistant, results in the others: no dialect reads anything else.
bool fits(Role role, const ContentPart& part) {
    using Kind = ContentPart::Kind;
    if (role == Role::Assistant)
        return part.kind != Kind::ToolResult;
    return part.kind == Kind::Text || (part.kind == Kind::ToolResult && role != Role::System);
}

ChatRequest randomRequest(unsigned seed) {
    constexpr std::array kRoles{Role::User, Role::Assistant, Role::Tool, Role::System};
    constexpr std::array kEfforts{"", "none", "low", "high", "max"};
    Dice dice(seed);
    ChatRequest request;
    for (std::size_t i = dice.below(9); i > 0; --i) {
        Message message;
        message.role = kRoles[dice.below(kRoles.size())];
        for (std::size_t j = dice.below(4); j > 0; --j) {
            if (ContentPart part = randomPart(dice); fits(message.role, part))
                message.parts.push_back(std::move(part));
        }
        request.messages.push_back(std::move(message));
    }
    if (dice.oneIn(2))
        request.tools = {tool("f"), tool("g")};
    request.toolChoice = {static_cast<ToolChoice::Mode>(dice.below(5)), "f"};
    if (dice.oneIn(2))
        request.maxTokens = static_cast<std::int64_t>(dice.below(40'000));
    request.reasoning.effort = dice.of(kEfforts);
    request.reasoning.mode = request.reasoning.effort.empty()     ? ReasoningWish::Mode::Unset
                             : request.reasoning.effort == "none" ? ReasoningWish::Mode::Off
                                                                  : ReasoningWish::Mode::On;
    if (dice.oneIn(3))
        request.temperature = static_cast<double>(dice.below(21)) / 10;
    if (dice.oneIn(3)) {
        request.format.kind = ResponseFormat::Kind::JsonSchema;
        request.format.schema = json::parse(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    }
    return request;
}

/// The mistake in the messages of a body, or nothing.
std::string mistakeIn(const json::array& messages) {
    bool user = true;
    std::set<std::string> open;
    std::set<std::string> used;
    if (messages.empty())
        return "no messages";
    for (const json::value& message : messages) {
        if (message.at("role") != (user ? "user" : "assistant"))
            return "roles do not alternate";
        const json::array& blocks = message.at("content").as_array();
        if (blocks.empty())
            return "an empty turn";
        bool resultsOver = false;
        std::set<std::string> calls;
        for (const json::value& block : blocks) {
            const std::string_view type = block.at("type").as_string();
            if (type == "text" && std::string_view(block.at("text").as_string()).find_first_not_of(" \n") ==
                                      std::string_view::npos)
                return "a blank text";
            if (type == "tool_use" && (!used.insert(std::string(block.at("id").as_string())).second ||
                                       !block.at("input").is_object()))
                return "a call with a used id or odd input";
            if (type == "tool_use")
                calls.insert(std::string(block.at("id").as_string()));
            if (type == "tool_result" &&
                (resultsOver || open.erase(std::string(block.at("tool_use_id").as_string())) == 0))
                return "a result too late or without its call";
            resultsOver = resultsOver || type != "tool_result";
        }
        if (user && !open.empty())
            return "a call without its result";
        open = std::move(calls);
        user = !user;
    }
    return {};
}

/// What excludes each other in the rest of a body.
std::string mistakeIn(const Encoded& encoded) {
    const bool thinks = encoded.at("/thinking/type") == R"("enabled")";
    const std::string choice = encoded.at("/tool_choice/type");
    if (encoded.at("/max_tokens") == "absent")
        return "no room for a reply";
    if (encoded.at("/tools") == "absent" && choice != "absent")
        return "a choice without tools";
    if (thinks && (choice == R"("any")" || choice == R"("tool")"))
        return "forced while thinking";
    if (thinks && encoded.at("/temperature") != "absent")
        return "temperature while thinking";
    if (thinks && (encoded.body.at_pointer("/thinking/budget_tokens").as_int64() < 1'024 ||
                   encoded.body.at_pointer("/thinking/budget_tokens").as_int64() >=
                       encoded.body.at("max_tokens").as_int64()))
        return "a budget out of bounds";
    const json::array& messages = encoded.body.at("messages").as_array();
    const json::value& first = messages.back().at("content").at(0);
    if (thinks && first.at("type") == "tool_result" &&
        messages[messages.size() - 2].at("content").at(0).at("type") != "thinking")
        return "thinking begins amid calls";
    return mistakeIn(messages);
}

/// Converse's messages with Anthropic's words.
json::array retold(const json::array& messages) {
    json::array out;
    for (const json::value& message : messages) {
        json::array blocks;
        for (const json::value& block : message.at("content").as_array()) {
            const json::object& from = block.as_object();
            json::object to;
            if (const json::value* call = from.if_contains("toolUse"))
                to = {{"type", "tool_use"}, {"id", call->at("toolUseId")}, {"input", call->at("input")}};
            else if (const json::value* result = from.if_contains("toolResult"))
                to = {{"type", "tool_result"}, {"tool_use_id", result->at("toolUseId")}};
            else if (const json::value* text = from.if_contains("text"))
                to = {{"type", "text"}, {"text", *text}};
            else
                to = {{"type", "other"}};
            blocks.push_back(std::move(to));
        }
        json::object object;
        object["role"] = message.at("role");
        object["content"] = std::move(blocks);
        out.push_back(std::move(object));
    }
    return out;
}

} // namespace

class AnthropicPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyConversationKeepsTheRules();
    void anyConversationKeepsTheRulesOfConverse();
    void anyBytesAreReadWithoutHarm();
};

void AnthropicPropertiesTest::anyConversationKeepsTheRules() {
    for (const char* model :
         {"claude-3-5-haiku-latest", "claude-sonnet-4-5", "claude-opus-4-6", "claude-opus-5-5"}) {
        for (unsigned seed = 0; seed < 1500; ++seed) {
            const Encoded encoded = encodeWith(anthropicAdapter(), randomRequest(seed), model);
            QVERIFY(encoded.body.is_object());
            const std::string mistake = mistakeIn(encoded);
            QVERIFY2(mistake.empty(), (mistake + " " + model + " " + std::to_string(seed) + " " +
                                       json::serialize(encoded.body))
                                          .c_str());
        }
    }
}

void AnthropicPropertiesTest::anyConversationKeepsTheRulesOfConverse() {
    for (const char* model : {"us.anthropic.claude-sonnet-4-5-v1:0", "mistral.large", "meta.llama3"}) {
        for (unsigned seed = 0; seed < 1500; ++seed) {
            const Encoded encoded = encodeWith(bedrockAdapter(), randomRequest(seed), model);
            QVERIFY(encoded.body.is_object());
            const std::string body = json::serialize(encoded.body);
            const std::string mistake = mistakeIn(retold(encoded.body.at("messages").as_array()));
            QVERIFY2(mistake.empty(),
                     (mistake + " " + model + " " + std::to_string(seed) + " " + body).c_str());
            const bool calls = body.find("\"toolUseId\"") != std::string::npos;
            QVERIFY2(!calls || encoded.body.as_object().contains("toolConfig"), body.c_str());
        }
    }
}

void AnthropicPropertiesTest::anyBytesAreReadWithoutHarm() {
    const std::vector<std::string> pieces{
        R"({"type":"message_start","message":{"id":"m","usage":{"input_tokens":1}}})",
        R"({"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}})",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}})",
        R"({"type":"content_block_start","index":1,"content_block":{"type":"server_tool_use","input":[]}})",
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}})",
        R"({"content":[{"type":"text","text":"a","citations":[{"url":"http:x"}]}],"usage":{"cache_creation":{}}})",
        R"({"contentBlockIndex":0,"delta":{"toolUse":{"input":"{}"}}})",
        R"({"contentBlockIndex":0,"start":{"toolResult":{"toolUseId":"t"}}})",
        R"({"output":{"message":{"content":[{"toolUse":{"name":"f","input":{}}},{"image":{}}]}},"stopReason":"x"})",
        R"({"stopReason":"end_turn","additionalModelResponseFields":{"delta":7}})"};
    constexpr std::array kNames{"contentBlockDelta", "contentBlockStart", "contentBlockStop", "messageStop",
                                "metadata",          "exception:x",       "message"};
    constexpr std::array kBytes{"{", "}", "[", "]", "null", "7", "\"", ",", ":", "-1", "{}", "\xFF"};
    std::size_t told = 0;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        Dice dice(seed);
        ReplyHints hints;
        if (dice.oneIn(2))
            hints.unwrapTool = "f";
        const ProviderAdapter& adapter = dice.oneIn(2) ? anthropicAdapter() : bedrockAdapter();
        const auto decoder = adapter.decoder({}, hints);
        std::vector<ChatEvent> events;
        for (int i = 0; i < 6; ++i) {
            std::string text = pieces[dice.below(pieces.size())];
            for (std::size_t j = dice.below(3); j > 0; --j)
                text.replace(dice.below(text.size()), dice.below(8), dice.of(kBytes));
            if (dice.oneIn(4))
                decoder->body(text, events);
            else
                decoder->event(dice.of(kNames), text, events);
        }
        told += linesOf(events).size();
    }
    QVERIFY2(told > 2000, std::to_string(told).c_str()); // it was not all refused
}

QTEST_GUILESS_MAIN(AnthropicPropertiesTest)
#include "tst_anthropic_properties.moc"
