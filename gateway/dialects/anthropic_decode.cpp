#include "gateway/dialects/anthropic_decode.h"

#include "gateway/dialects/anthropic_blocks.h"
#include "gateway/dialects/anthropic_user.h"
#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

using Decoded = tl::expected<void, Error>;

/// Every member that has a place in ChatRequest, or is no parameter of the model.
constexpr std::array<std::string_view, 17> kKnown{
    "model",         "messages", "system",         "max_tokens", "temperature", "top_p",
    "top_k",         "stream",   "stop_sequences", "tools",      "tool_choice", "thinking",
    "output_config", "metadata", "output_format",  "user",       "service_tier"};

/// Claude Code's first system block tells Anthropic whom to bill, and changes with every request: for
/// everyone else it is noise that spoils prompt caching (anthropics/claude-code#68900).
bool isBillingHeader(const ContentPart& part) {
    return part.text.starts_with("x-anthropic-billing-header:");
}

/// The header may also stand on the first line of a longer text.
void stripBillingHeader(std::vector<ContentPart>& parts) {
    for (ContentPart& part : parts) {
        if (!isBillingHeader(part))
            continue;
        const std::size_t line = part.text.find('\n');
        const std::size_t rest = line == std::string::npos ? line : part.text.find_first_not_of("\r\n", line);
        part.text.erase(0, rest); // npos: all of it
    }
    std::erase_if(parts, [](const ContentPart& part) {
        return part.kind == ContentPart::Kind::Text && part.text.empty();
    });
}

class Decoder {
public:
    explicit Decoder(const json::object& root)
        : m_root(root)
        , m_blocks(m_request.extras) {}

    tl::expected<ChatRequest, Error> run(Operation operation) {
        m_request.operation = operation;
        m_request.model = textOf(m_root, "model");
        for (const auto step :
             {&Decoder::system, &Decoder::messages, &Decoder::tools, &Decoder::toolChoice}) {
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(std::move(done.error()));
        }
        sampling();
        thinking();
        output();
        metadata();
        for (const auto& [name, value] : m_root) {
            if (std::ranges::find(kKnown, std::string_view(name)) == kKnown.end() && !value.is_null())
                m_request.extras.push_back({std::string(name), value});
        }
        return std::move(m_request);
    }

private:
    Decoded system() {
        const json::value* text = valueOf(m_root, "system");
        if (text == nullptr)
            return {};
        auto parts = m_blocks.read(*text, "system");
        if (!parts)
            return tl::unexpected(std::move(parts.error()));
        stripBillingHeader(*parts);
        if (!parts->empty())
            m_request.messages.push_back({Role::System, {}, *std::move(parts)});
        return {};
    }

    Decoded messages() {
        const json::array* all = arrayOf(m_root, "messages");
        for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
            const std::string at = "messages[" + std::to_string(i) + "]";
            const json::object* object = (*all)[i].if_object();
            const json::value* content = object != nullptr ? valueOf(*object, "content") : nullptr;
            if (content == nullptr)
                return tl::unexpected(invalidField(at + ".content", at + " needs content."));
            auto parts = m_blocks.read(*content, at + ".content");
            if (!parts)
                return tl::unexpected(std::move(parts.error()));
            const std::string role = textOf(*object, "role");
            if (role == "system")
                stripBillingHeader(*parts);
            m_request.messages.push_back({role == "assistant" ? Role::Assistant
                                          : role == "system"  ? Role::System
                                                              : Role::User,
                                          {},
                                          *std::move(parts)});
        }
        return {};
    }

    Decoded tools() {
        const json::array* all = arrayOf(m_root, "tools");
        for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
            const std::string at = "tools[" + std::to_string(i) + "]";
            const json::object* object = (*all)[i].if_object();
            if (object == nullptr)
                return tl::unexpected(invalidField(at, at + " must be an object."));
            if (auto done = tool(*object, at); !done)
                return done;
        }
        return {};
    }

    Decoded tool(const json::object& object, const std::string& at) {
        ToolDefinition tool;
        const std::string type = textOf(object, "type");
        tool.cache = anthropicCacheMark(object);
        if (type.empty() || type == "custom") {
            tool.name = textOf(object, "name");
            if (tool.name.empty())
                return tl::unexpected(invalidField(at + ".name", at + " needs a name."));
            tool.description = textOf(object, "description");
            if (const json::value* schema = valueOf(object, "input_schema"))
                tool.schema = *schema;
            tool.strict = boolOf(object, "strict");
            // eager_input_streaming is not among them: it changes how the bytes come, not what they say.
            m_blocks.leave(object, at, {"allowed_callers", "defer_loading", "input_examples"});
        } else { // Anthropic runs it, or its model was taught its schema (bash, text_editor, computer)
            tool.kind = ToolDefinition::Kind::Server;
            tool.name = type;
            tool.raw = object;
        }
        m_request.tools.push_back(std::move(tool));
        return {};
    }

    Decoded toolChoice() {
        const json::object* object = objectOf(m_root, "tool_choice");
        if (object == nullptr)
            return {};
        ToolChoice& choice = m_request.toolChoice;
        const std::string type = textOf(*object, "type");
        if (type == "auto") {
            choice.mode = ToolChoice::Mode::Auto;
        } else if (type == "any") {
            choice.mode = ToolChoice::Mode::Required;
        } else if (type == "none") {
            choice.mode = ToolChoice::Mode::None;
        } else if (type == "tool") {
            choice.mode = ToolChoice::Mode::Named;
            choice.name = textOf(*object, "name");
            if (choice.name.empty())
                return tl::unexpected(invalidField("tool_choice.name", "tool_choice.name is required."));
        } else {
            return tl::unexpected(
                invalidField("tool_choice.type", "tool_choice.type must be one of auto, any, tool, none."));
        }
        if (const auto alone = boolOf(*object, "disable_parallel_tool_use"))
            m_request.parallelToolCalls = !*alone;
        return {};
    }

    void sampling() {
        m_request.maxTokens = integerOf(m_root, "max_tokens");
        m_request.temperature = numberOf(m_root, "temperature");
        m_request.topP = numberOf(m_root, "top_p");
        m_request.topK = integerOf(m_root, "top_k");
        m_request.stream = m_request.operation == Operation::Chat && boolOf(m_root, "stream").value_or(false);
        if (const json::array* stops = arrayOf(m_root, "stop_sequences")) {
            for (const json::value& stop : *stops) {
                if (stop.is_string())
                    m_request.stop.emplace_back(stop.get_string());
            }
        }
        // "standard_only" forgoes priority capacity: what OpenAI calls the default tier.
        m_request.serviceTier = textOf(m_root, "service_tier");
        if (m_request.serviceTier == "standard_only")
            m_request.serviceTier = "default";
    }

    /// platform.claude.com/docs/en/build-with-claude/extended-thinking and …/adaptive-thinking
    void thinking() {
        const json::object* object = objectOf(m_root, "thinking");
        if (object == nullptr)
            return;
        ReasoningWish& wish = m_request.reasoning;
        const std::string type = textOf(*object, "type");
        if (type == "disabled") {
            wish.mode = ReasoningWish::Mode::Off;
        } else if (type == "enabled") {
            wish.mode = ReasoningWish::Mode::On;
            wish.budget = integerOf(*object, "budget_tokens");
        } else {
            wish.mode = ReasoningWish::Mode::Adaptive;
            if (type != "adaptive")
                m_blocks.leave(*object, "thinking", {"type"});
        }
        for (const auto& [name, value] : *object) {
            if (name != "type" && name != "budget_tokens")
                m_blocks.leave(*object, "thinking", {std::string_view(name)});
        }
    }

    void format(const json::object& object, const std::string& at) {
        const json::value* schema = valueOf(object, "schema");
        if (textOf(object, "type") == "json_schema" && schema != nullptr) {
            m_request.format.kind = ResponseFormat::Kind::JsonSchema;
            m_request.format.schema = *schema;
            m_request.format.name = textOf(object, "name");
        } else {
            m_request.extras.push_back({at, object});
        }
    }

    /// platform.claude.com/docs/en/build-with-claude/structured-outputs: output_format became
    /// output_config.format.
    void output() {
        if (const json::object* older = objectOf(m_root, "output_format"))
            format(*older, "output_format");
        const json::object* config = objectOf(m_root, "output_config");
        if (config == nullptr)
            return;
        for (const auto& [name, value] : *config) {
            if (name == "effort" && value.is_string())
                m_request.reasoning.effort = value.get_string();
            else if (name == "format" && value.is_object())
                format(value.get_object(), "output_config.format");
            else
                m_blocks.leave(*config, "output_config", {std::string_view(name)});
        }
    }

    void metadata() {
        m_request.user = textOf(m_root, "user");
        const json::object* object = objectOf(m_root, "metadata");
        if (object == nullptr)
            return;
        if (m_request.user.empty())
            m_request.user = anthropicPerson(textOf(*object, "user_id"));
        for (const auto& [name, value] : *object) {
            if (name != "user_id")
                m_blocks.leave(*object, "metadata", {std::string_view(name)});
        }
    }

    const json::object& m_root;
    ChatRequest m_request;
    AnthropicBlockReader m_blocks;
};

} // namespace

tl::expected<ChatRequest, Error> decodeAnthropic(std::string_view body, Operation operation) {
    const auto root = parseObject(body);
    if (!root)
        return tl::unexpected(root.error());
    return Decoder(*root).run(operation);
}

} // namespace tollgate
