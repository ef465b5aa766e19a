#include "gateway/providers/anthropic_encode.h"

#include "gateway/providers/anthropic_messages.h"
#include "gateway/providers/anthropic_plan.h"
#include "gateway/providers/anthropic_schema.h"
#include "gateway/providers/claude_words.h"
#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

using Thinking = ClaudePlan::Thinking;

constexpr std::size_t kLongestUserId = 256;

/// Members of the Messages API that callers of other dialects may add as they are.
constexpr std::array<std::string_view, 6> kNative{"cache_control", "container",   "context_management",
                                                  "inference_geo", "mcp_servers", "speed"};

/// "web_search_20250305": the API's own tools carry their date, toolsets of MCP servers do not.
bool isAnthropicType(std::string_view type) {
    if (type == "mcp_toolset")
        return true;
    constexpr std::size_t kDate = 8;
    return type.size() > kDate + 1 && type[type.size() - kDate - 1] == '_' &&
           std::ranges::all_of(type.substr(type.size() - kDate),
                               [](unsigned char c) { return std::isdigit(c) != 0; });
}

class Encoder {
public:
    Encoder(const ChatRequest& request, const CallTarget& target, TranslationLog& log)
        : m_request(request)
        , m_target(target)
        , m_log(log)
        , m_traits(claudeTraits(target.model)) {}

    tl::expected<EncodedCall, Error> encode() {
        Conversation conversation = arrangeTurns(m_request, anthropicTakesBack, m_log);
        m_plan = planForClaude(m_request, m_target, m_traits, conversation, {}, m_body, m_log);
        const bool thinks = m_plan.thinking == Thinking::Budget || m_plan.thinking == Thinking::Adaptive;
        if ((m_traits.claude && !m_traits.takesPrefill) || thinks)
            closeWithUser(conversation, m_log);
        auto messages = anthropicMessages(conversation, m_log, m_call.hints);
        if (!messages)
            return tl::unexpected(std::move(messages.error()));
        const json::object passed = std::exchange(m_body, {});
        m_body["model"] = m_target.model;
        const bool counts = m_request.operation == Operation::CountTokens;
        if (!counts)
            m_body["max_tokens"] = m_call.replyTokens = m_plan.maxTokens.value_or(0);
        if (json::array system = anthropicSystem(conversation, m_plan.instruction); !system.empty())
            m_body["system"] = std::move(system);
        m_body["messages"] = *std::move(messages);
        addTools(conversation);
        addThinking();
        if (!counts)
            addRest(passed);
        m_call.body = toJsonText(m_body);
        return std::move(m_call);
    }

private:
    void addTools(const Conversation& conversation) {
        json::array tools;
        for (std::size_t i = 0; i < m_request.tools.size(); ++i)
            addTool(m_request.tools[i], "tools[" + std::to_string(i) + "]", tools);
        std::vector<ToolDefinition> missing;
        if (tools.empty())
            missing = toolsOfHistory(conversation, m_log);
        for (const ToolDefinition& tool : missing)
            addTool(tool, "tools", tools);
        if (m_plan.json == ClaudePlan::Json::Tool) {
            json::object tool;
            tool["name"] = m_plan.answerTool;
            tool["description"] = answerToolDescription(m_request.format);
            tool["input_schema"] = m_plan.schema;
            tools.push_back(std::move(tool));
            m_call.hints.unwrapTool = m_plan.answerTool;
        }
        if (tools.empty())
            return;
        m_body["tools"] = std::move(tools);
        ToolChoice choice = m_plan.choice;
        if (!missing.empty() && m_plan.json != ClaudePlan::Json::Tool)
            choice.mode = ToolChoice::Mode::None; // nobody would run them
        addChoice(choice);
    }

    void addTool(const ToolDefinition& tool, const std::string& at, json::array& tools) {
        if (tool.kind == ToolDefinition::Kind::Server) {
            if (tool.raw.is_object() && isAnthropicType(tool.name))
                tools.push_back(tool.raw);
            else
                m_log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
            return;
        }
        reportFreeText(tool, at, m_log);
        json::object object;
        object["name"] = sentToolName(tool.name, kAnthropicName, m_call.hints);
        if (!tool.description.empty())
            object["description"] = tool.description;
        json::object schema = toolSchema(tool);
        if (tool.strict.value_or(false)) {
            const auto strict = m_traits.jsonSchema ? grammarSchema(schema) : std::nullopt;
            if (strict && !strict->relaxed) {
                schema = strict->schema;
                object["strict"] = true;
            } else {
                m_log.dropped(at + ".strict", "this model cannot be held to that schema");
            }
        }
        object["input_schema"] = std::move(schema);
        addCacheControl(object, tool.cache);
        tools.push_back(std::move(object));
    }

    void addChoice(const ToolChoice& wanted) {
        json::object choice;
        switch (wanted.mode) {
        case ToolChoice::Mode::Unset:
            if (m_request.parallelToolCalls.value_or(true))
                return;
            choice["type"] = "auto";
            break;
        case ToolChoice::Mode::Auto:
            choice["type"] = "auto";
            break;
        case ToolChoice::Mode::None:
            choice["type"] = "none";
            break;
        case ToolChoice::Mode::Required:
            choice["type"] = "any";
            break;
        case ToolChoice::Mode::Named:
            choice["type"] = "tool";
            choice["name"] = m_plan.json == ClaudePlan::Json::Tool
                                 ? m_plan.answerTool
                                 : sentToolName(wanted.name, kAnthropicName, m_call.hints);
            break;
        }
        if (wanted.mode != ToolChoice::Mode::None && m_request.parallelToolCalls)
            choice["disable_parallel_tool_use"] = !*m_request.parallelToolCalls;
        m_body["tool_choice"] = std::move(choice);
    }

    void addThinking() {
        if (json::object thinking = thinkingWords(m_plan); !thinking.empty())
            m_body["thinking"] = std::move(thinking);
        json::object output;
        if (!m_plan.effort.empty())
            output["effort"] = m_plan.effort;
        if (m_plan.json == ClaudePlan::Json::Native) {
            json::object format;
            format["type"] = "json_schema";
            format["schema"] = m_plan.schema;
            output["format"] = std::move(format);
        }
        if (!output.empty())
            m_body["output_config"] = std::move(output);
    }

    /// What is of no concern when tokens are counted.
    void addRest(const json::object& passed) {
        if (m_plan.temperature)
            m_body["temperature"] = *m_plan.temperature;
        if (m_plan.topP)
            m_body["top_p"] = *m_plan.topP;
        if (m_plan.topK)
            m_body["top_k"] = *m_plan.topK;
        if (json::array stops = stopSequences(m_request, m_log); !stops.empty())
            m_body["stop_sequences"] = std::move(stops);
        addUser();
        if (m_request.serviceTier == "default" || m_request.serviceTier == "standard_only")
            m_body["service_tier"] = "standard_only";
        else
            reportUnsupported(m_body, m_request, std::array<std::string_view, 1>{"service_tier"}, "Anthropic",
                              m_log);
        constexpr std::array<std::string_view, 8> kOthers{"seed",
                                                          "n",
                                                          "logprobs",
                                                          "top_logprobs",
                                                          "logit_bias",
                                                          "presence_penalty",
                                                          "frequency_penalty",
                                                          "verbosity"};
        reportUnsupported(m_body, m_request, kOthers, "Anthropic", m_log);
        addExtras();
        for (const auto& [name, value] : passed)
            m_body[name] = value;
        if (m_request.stream)
            m_body["stream"] = true;
    }

    void addUser() {
        std::string user = m_request.user;
        if (const json::object* given = m_request.metadata.if_object(); given != nullptr) {
            for (const auto& [name, value] : *given) {
                if (name == "user_id" && value.is_string())
                    user = user.empty() ? std::string(value.get_string()) : user;
                else
                    m_log.dropped("metadata." + std::string(name), "only user_id is taken");
            }
        }
        if (user.empty())
            return;
        if (user.size() > kLongestUserId) {
            user = safeIdentifier(user, kLongestUserId);
            m_log.clamped("user", "at most 256 characters are taken");
        }
        json::object metadata;
        metadata["user_id"] = user;
        m_body["metadata"] = std::move(metadata);
    }

    void addExtras() {
        ChatRequest others;
        for (const ExtraParam& extra : m_request.extras) {
            if (std::ranges::find(kNative, extra.name) != kNative.end())
                m_body[extra.name] = extra.value;
            else
                others.extras.push_back(extra);
        }
        handleExtras(m_body, others, m_log);
        reportPhases(m_request, m_log);
    }

    const ChatRequest& m_request;
    const CallTarget& m_target;
    TranslationLog& m_log;
    const ClaudeTraits m_traits;
    ClaudePlan m_plan;
    json::object m_body;
    EncodedCall m_call;
};

} // namespace

tl::expected<EncodedCall, Error> encodeAnthropic(const ChatRequest& request, const CallTarget& target,
                                                 TranslationLog& log) {
    if (request.operation == Operation::Embeddings)
        return tl::unexpected(cannotSay("model", "Anthropic has no embeddings"));
    return Encoder(request, target, log).encode();
}

std::vector<ToolDefinition> toolsOfHistory(const Conversation& conversation, TranslationLog& log) {
    std::vector<ToolDefinition> missing;
    for (const Turn& turn : conversation.turns) {
        for (const TurnPart& one : turn.parts) {
            if (one.part->kind != ContentPart::Kind::ToolCall ||
                std::ranges::find(missing, one.part->name, &ToolDefinition::name) != missing.end())
                continue;
            ToolDefinition& tool = missing.emplace_back();
            tool.name = one.part->name;
            tool.description = "Was called earlier in this conversation.";
        }
    }
    if (!missing.empty())
        log.synthesised("tools", "tools that the conversation used are declared, and not offered");
    return missing;
}

} // namespace tollgate
