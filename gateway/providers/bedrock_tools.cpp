#include "gateway/providers/bedrock_tools.h"

#include "gateway/providers/anthropic_encode.h"
#include "gateway/providers/bedrock_betas.h"
#include "gateway/providers/claude_words.h"
#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

using Mode = ToolChoice::Mode;

class ToolWriter {
public:
    explicit ToolWriter(const BedrockDraft& draft)
        : m_draft(draft) {}

    void add(const Conversation& conversation) {
        const bool refused =
            m_draft.plan.choice.mode == Mode::None && m_draft.plan.json != ClaudePlan::Json::Tool;
        if (refused && !hasCalls(conversation))
            return; // Converse has no "none": what is not declared is not called
        json::array tools;
        for (std::size_t i = 0; i < m_draft.request.tools.size(); ++i)
            addTool(m_draft.request.tools[i], "tools[" + std::to_string(i) + "]", tools);
        std::vector<ToolDefinition> missing;
        if (tools.empty())
            missing = toolsOfHistory(conversation, m_draft.log);
        for (const ToolDefinition& tool : missing)
            addTool(tool, "tools", tools);
        if (m_draft.plan.json == ClaudePlan::Json::Tool)
            addAnswerTool(tools);
        if (tools.empty())
            return;
        json::object config;
        config["tools"] = std::move(tools);
        ToolChoice choice = m_draft.plan.choice;
        if (!missing.empty() && m_draft.plan.json != ClaudePlan::Json::Tool)
            choice.mode = Mode::None; // nobody would run them
        addChoice(choice, config);
        m_draft.body["toolConfig"] = std::move(config);
    }

private:
    static bool hasCalls(const Conversation& conversation) {
        return std::ranges::any_of(conversation.turns, [](const Turn& turn) {
            return std::ranges::any_of(turn.parts, [](const TurnPart& one) {
                return one.part->kind == ContentPart::Kind::ToolCall;
            });
        });
    }

    static json::object toolSpec(std::string_view name, std::string_view description, json::object schema) {
        json::object spec;
        spec["name"] = name;
        if (!description.empty())
            spec["description"] = description;
        json::object input;
        input["json"] = std::move(schema);
        spec["inputSchema"] = std::move(input);
        json::object tool;
        tool["toolSpec"] = std::move(spec);
        return tool;
    }

    void addTool(const ToolDefinition& tool, const std::string& at, json::array& tools) {
        if (tool.kind == ToolDefinition::Kind::Server) {
            if (m_draft.family.claude && addClaudesTool(tool))
                return;
            m_draft.log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
            return;
        }
        reportFreeText(tool, at, m_draft.log);
        if (tool.strict.value_or(false))
            m_draft.log.dropped(at + ".strict", "Bedrock's models are not held to schemas alike");
        tools.push_back(toolSpec(sentToolName(tool.name, kBedrockName, m_draft.call.hints), tool.description,
                                 toolSchema(tool)));
        if (tool.cache && m_draft.family.claude)
            tools.push_back(cachePoint(*tool.cache));
        else if (tool.cache)
            m_draft.log.dropped(at + ".cache_control", "this model does not cache tools");
    }

    /// Tools that Claude was taught and the caller runs go beside Converse's own
    /// (docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html).
    bool addClaudesTool(const ToolDefinition& tool) {
        constexpr std::array<std::string_view, 4> kKinds{"bash_", "computer_", "memory_", "text_editor_"};
        if (!tool.raw.is_object() ||
            std::ranges::none_of(kKinds, [&](std::string_view kind) { return tool.name.starts_with(kind); }))
            return false;
        json::value& own = m_draft.more["tools"];
        if (!own.is_array())
            own = json::array();
        own.get_array().push_back(tool.raw);
        if (tool.name == "computer_20241022")
            need("computer-use-2024-10-22");
        else if (tool.name == "computer_20250124")
            need("computer-use-2025-01-24");
        else if (tool.name == "computer_20251124")
            need("computer-use-2025-11-24");
        else if (tool.name.starts_with("memory_"))
            need("context-management-2025-06-27");
        return true;
    }

    void addAnswerTool(json::array& tools) {
        tools.push_back(toolSpec(m_draft.plan.answerTool, answerToolDescription(m_draft.request.format),
                                 m_draft.plan.schema));
        m_draft.call.hints.unwrapTool = m_draft.plan.answerTool;
    }

    /// Converse knows auto, any and tool; for the rest Claude reads its own tool_choice
    /// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html).
    void addChoice(const ToolChoice& wanted, json::object& config) {
        const bool oneAtATime =
            !m_draft.request.parallelToolCalls.value_or(true) && wanted.mode != Mode::None;
        if (m_draft.family.claude && (oneAtATime || wanted.mode == Mode::None)) {
            json::object choice;
            choice["type"] = wanted.mode == Mode::None       ? "none"
                             : wanted.mode == Mode::Required ? "any"
                             : wanted.mode == Mode::Named    ? "tool"
                                                             : "auto";
            if (wanted.mode == Mode::Named)
                choice["name"] = nameOf(wanted);
            if (oneAtATime)
                choice["disable_parallel_tool_use"] = true;
            m_draft.more["tool_choice"] = std::move(choice);
            return;
        }
        if (oneAtATime)
            m_draft.log.dropped("parallel_tool_calls",
                                "this model decides itself how many tools it calls at once");
        json::object choice;
        switch (wanted.mode) {
        case Mode::Unset:
            return;
        case Mode::None:
            m_draft.log.clamped("tool_choice",
                                "tools of the conversation stay declared; the model may call them");
            return;
        case Mode::Auto:
            choice["auto"] = json::object();
            break;
        case Mode::Required:
            choice["any"] = json::object();
            break;
        case Mode::Named:
            if (m_draft.family.mistral) { // knows only any
                choice["any"] = json::object();
            } else {
                json::object tool;
                tool["name"] = nameOf(wanted);
                choice["tool"] = std::move(tool);
            }
            break;
        }
        config["toolChoice"] = std::move(choice);
    }

    std::string nameOf(const ToolChoice& wanted) {
        return m_draft.plan.json == ClaudePlan::Json::Tool
                   ? m_draft.plan.answerTool
                   : sentToolName(wanted.name, kBedrockName, m_draft.call.hints);
    }

    void need(std::string_view beta) { addNeededBeta(m_draft.more, beta, m_draft.target.model); }

    const BedrockDraft& m_draft;
};

} // namespace

void addBedrockTools(const BedrockDraft& draft, const Conversation& conversation) {
    ToolWriter(draft).add(conversation);
}

} // namespace tollgate
