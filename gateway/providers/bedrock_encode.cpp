#include "gateway/providers/bedrock_encode.h"

#include "gateway/providers/anthropic_encode.h"
#include "gateway/providers/anthropic_plan.h"
#include "gateway/providers/bedrock_betas.h"
#include "gateway/providers/bedrock_messages.h"
#include "gateway/providers/claude_words.h"
#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace tollgate {

namespace json = boost::json;

namespace {

using Thinking = ClaudePlan::Thinking;
using Mode = ToolChoice::Mode;

constexpr std::string_view kContextManagement = "context-management-2025-06-27";
constexpr std::string_view kEffort = "effort-2025-11-24";
constexpr std::size_t kLongestMetadata = 256;

/// Members of Converse that callers may add as they are.
constexpr std::array<std::string_view, 4> kNative{"guardrailConfig", "performanceConfig", "promptVariables",
                                                  "requestMetadata"};

ClaudeTraits traitsOf(const std::string& model, const BedrockFamily& family) {
    ClaudeTraits traits = claudeTraits(model);
    if (!family.claude) {
        traits.thinks = family.nova2 || family.gptOss;
        traits.takesBudget = false;
        traits.adaptive = traits.thinks; // an effort, no budget
        traits.canStopThinking = !family.gptOss;
    }
    return traits;
}

class Encoder {
public:
    Encoder(const ChatRequest& request, const CallTarget& target, TranslationLog& log)
        : m_request(request)
        , m_target(target)
        , m_log(log)
        , m_family(bedrockFamily(target.model))
        , m_traits(traitsOf(target.model, m_family)) {}

    tl::expected<EncodedCall, Error> encode() {
        Conversation conversation = arrangeTurns(
            m_request, [this](const ContentPart& part) { return bedrockTakesBack(part, m_family); }, m_log);
        const PlanRules rules{false, false, m_family.forcesTools()};
        m_plan = planForClaude(m_request, m_target, m_traits, conversation, rules, m_more, m_log);
        const bool thinks = m_plan.thinking == Thinking::Budget || m_plan.thinking == Thinking::Adaptive;
        if (m_family.claude && (!m_traits.takesPrefill || thinks))
            closeWithUser(conversation, m_log);
        auto messages = bedrockMessages(conversation, m_family, m_log, m_call.hints);
        if (!messages)
            return tl::unexpected(std::move(messages.error()));
        m_body["messages"] = *std::move(messages);
        if (json::array system = bedrockSystem(conversation, m_family, m_plan.instruction, m_log);
            !system.empty())
            m_body["system"] = std::move(system);
        addTools(conversation);
        addThinking();
        addBetas();
        if (m_request.operation == Operation::CountTokens) {
            m_call.body = counted();
            return std::move(m_call);
        }
        addInference();
        addRest();
        if (!m_more.empty())
            m_body["additionalModelRequestFields"] = std::move(m_more);
        m_call.body = toJsonText(m_body);
        return std::move(m_call);
    }

private:
    std::string counted() {
        if (!m_more.empty())
            m_body["additionalModelRequestFields"] = std::move(m_more);
        json::object input;
        input["converse"] = std::move(m_body);
        json::object body;
        body["input"] = std::move(input);
        return toJsonText(body);
    }

    void addTools(const Conversation& conversation) {
        const bool refused = m_plan.choice.mode == Mode::None && m_plan.json != ClaudePlan::Json::Tool;
        if (refused && !hasCalls(conversation))
            return; // Converse has no "none": what is not declared is not called
        json::array tools;
        for (std::size_t i = 0; i < m_request.tools.size(); ++i)
            addTool(m_request.tools[i], "tools[" + std::to_string(i) + "]", tools);
        std::vector<ToolDefinition> missing;
        if (tools.empty())
            missing = toolsOfHistory(conversation, m_log);
        for (const ToolDefinition& tool : missing)
            addTool(tool, "tools", tools);
        if (m_plan.json == ClaudePlan::Json::Tool)
            addAnswerTool(tools);
        if (tools.empty())
            return;
        json::object config;
        config["tools"] = std::move(tools);
        ToolChoice choice = m_plan.choice;
        if (!missing.empty() && m_plan.json != ClaudePlan::Json::Tool)
            choice.mode = Mode::None; // nobody would run them
        addChoice(choice, config);
        m_body["toolConfig"] = std::move(config);
    }

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
            if (m_family.claude && addClaudesTool(tool))
                return;
            m_log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
            return;
        }
        reportFreeText(tool, at, m_log);
        if (tool.strict.value_or(false))
            m_log.dropped(at + ".strict", "Bedrock's models are not held to schemas alike");
        tools.push_back(toolSpec(sentToolName(tool.name, kBedrockName, m_call.hints), tool.description,
                                 toolSchema(tool)));
        if (tool.cache && m_family.claude)
            tools.push_back(cachePoint(*tool.cache));
        else if (tool.cache)
            m_log.dropped(at + ".cache_control", "this model does not cache tools");
    }

    /// Tools that Claude was taught and the caller runs go beside Converse's own
    /// (docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html).
    bool addClaudesTool(const ToolDefinition& tool) {
        constexpr std::array<std::string_view, 4> kKinds{"bash_", "computer_", "memory_", "text_editor_"};
        if (!tool.raw.is_object() ||
            std::ranges::none_of(kKinds, [&](std::string_view kind) { return tool.name.starts_with(kind); }))
            return false;
        append("tools", tool.raw);
        if (tool.name == "computer_20241022")
            addNeeded("computer-use-2024-10-22");
        else if (tool.name == "computer_20250124")
            addNeeded("computer-use-2025-01-24");
        else if (tool.name == "computer_20251124")
            addNeeded("computer-use-2025-11-24");
        else if (tool.name.starts_with("memory_"))
            addNeeded(kContextManagement);
        return true;
    }

    void append(std::string_view name, json::value value) {
        json::value& list = m_more[name];
        if (!list.is_array())
            list = json::array();
        list.get_array().push_back(std::move(value));
    }

    /// For something that is a beta with some models and not with others.
    void addNeeded(std::string_view beta) {
        if (bedrockTakesBeta(beta, m_target.model))
            addBeta(beta);
    }
    void addBeta(std::string_view beta) {
        if (!hasBeta(beta))
            append("anthropic_beta", json::value(beta));
    }
    bool hasBeta(std::string_view beta) const {
        const json::value* list = m_more.if_contains("anthropic_beta");
        return list != nullptr &&
               std::ranges::find(list->get_array(), json::value(beta)) != list->get_array().end();
    }

    /// Those of the caller, beside those that tools need.
    void addBetas() {
        if (!m_family.claude) {
            reportBetas(m_request, m_log);
            return;
        }
        for (const std::string& beta : m_request.betas) {
            if (bedrockTakesBeta(beta, m_target.model))
                addBeta(beta);
            else if (!hasBeta(beta))
                m_log.dropped("anthropic-beta." + beta, "Bedrock does not take it for this model");
        }
    }

    void addAnswerTool(json::array& tools) {
        tools.push_back(toolSpec(m_plan.answerTool, answerToolDescription(m_request.format), m_plan.schema));
        m_call.hints.unwrapTool = m_plan.answerTool;
    }

    /// Converse knows auto, any and tool; for the rest Claude reads its own tool_choice
    /// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html).
    void addChoice(const ToolChoice& wanted, json::object& config) {
        const bool oneAtATime = !m_request.parallelToolCalls.value_or(true) && wanted.mode != Mode::None;
        if (m_family.claude && (oneAtATime || wanted.mode == Mode::None)) {
            json::object choice;
            choice["type"] = wanted.mode == Mode::None       ? "none"
                             : wanted.mode == Mode::Required ? "any"
                             : wanted.mode == Mode::Named    ? "tool"
                                                             : "auto";
            if (wanted.mode == Mode::Named)
                choice["name"] = nameOf(wanted);
            if (oneAtATime)
                choice["disable_parallel_tool_use"] = true;
            m_more["tool_choice"] = std::move(choice);
            return;
        }
        if (oneAtATime)
            m_log.dropped("parallel_tool_calls", "this model decides itself how many tools it calls at once");
        json::object choice;
        switch (wanted.mode) {
        case Mode::Unset:
            return;
        case Mode::None:
            m_log.clamped("tool_choice", "tools of the conversation stay declared; the model may call them");
            return;
        case Mode::Auto:
            choice["auto"] = json::object();
            break;
        case Mode::Required:
            choice["any"] = json::object();
            break;
        case Mode::Named:
            if (m_family.mistral) { // knows only any
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
        return m_plan.json == ClaudePlan::Json::Tool ? m_plan.answerTool
                                                     : sentToolName(wanted.name, kBedrockName, m_call.hints);
    }

    void addThinking() {
        if (m_family.gptOss || m_family.nova2) {
            addEffort();
            return;
        }
        if (json::object thinking = thinkingWords(m_plan); !thinking.empty())
            m_more["thinking"] = std::move(thinking);
        if (m_plan.effort.empty())
            return;
        json::object output;
        output["effort"] = m_plan.effort;
        m_more["output_config"] = std::move(output);
        addNeeded(kEffort);
    }

    /// low, medium and high are all there is.
    void addEffort() {
        std::string effort = m_plan.effort;
        if (m_plan.thinking != Thinking::Adaptive && effort.empty())
            return;
        if (effort == "max") {
            effort = "high";
            m_log.clamped("reasoning_effort", "the highest effort here is high");
        }
        if (effort.empty())
            effort = "medium";
        if (m_family.gptOss) {
            m_more["reasoning_effort"] = effort;
            return;
        }
        // Nova thinks hard only where nothing else is set (docs.aws.amazon.com/nova, extended thinking).
        if (effort == "high" && (m_plan.maxTokens || m_plan.temperature || m_plan.topP)) {
            effort = "medium";
            m_log.clamped("reasoning_effort", "high effort excludes max_tokens, temperature and top_p here");
        }
        json::object config;
        config["type"] = "enabled";
        config["maxReasoningEffort"] = effort;
        m_more["reasoningConfig"] = std::move(config);
    }

    void addInference() {
        json::object config;
        if (m_plan.maxTokens)
            config["maxTokens"] = m_call.replyTokens = *m_plan.maxTokens;
        if (m_plan.temperature)
            config["temperature"] = *m_plan.temperature;
        if (m_plan.topP)
            config["topP"] = *m_plan.topP;
        if (json::array stops = stopSequences(m_request, m_log); !stops.empty()) {
            config["stopSequences"] = std::move(stops);
            if (m_family.claude) // it tells which one it was, in replies and in streams
                m_body["additionalModelResponseFieldPaths"] =
                    json::array{"/stop_sequence", "/delta/stop_sequence"};
        }
        if (!config.empty())
            m_body["inferenceConfig"] = std::move(config);
        if (!m_plan.topK)
            return;
        if (m_family.claude || m_family.mistral) {
            m_more["top_k"] = *m_plan.topK;
        } else if (m_family.nova) {
            json::object inference;
            inference["topK"] = *m_plan.topK;
            m_more["inferenceConfig"] = std::move(inference);
        } else {
            m_log.unsupported(m_more, "top_k", *m_plan.topK, "this model has no such parameter");
        }
    }

    void addRest() {
        constexpr std::array<std::string_view, 9> kOthers{"seed",
                                                          "n",
                                                          "logprobs",
                                                          "top_logprobs",
                                                          "logit_bias",
                                                          "presence_penalty",
                                                          "frequency_penalty",
                                                          "verbosity",
                                                          "metadata"};
        reportUnsupported(m_more, m_request, kOthers, "Bedrock", m_log);
        addUser();
        const std::string& tier = m_request.serviceTier;
        if (tier == "default" || tier == "flex" || tier == "priority") {
            json::object object;
            object["type"] = tier;
            m_body["serviceTier"] = std::move(object);
        } else {
            reportUnsupported(m_more, m_request, std::array<std::string_view, 1>{"service_tier"}, "Bedrock",
                              m_log);
        }
        ChatRequest others;
        for (const ExtraParam& extra : m_request.extras) {
            if (std::ranges::find(kNative, extra.name) != kNative.end())
                m_body[extra.name] = extra.value;
            else if (const json::object* more = extra.value.if_object();
                     more != nullptr && extra.name == "additionalModelRequestFields")
                m_more.insert(more->begin(), more->end());
            else if (extra.name == "context_management" && hasBeta(kContextManagement))
                m_more[extra.name] = extra.value;
            else
                others.extras.push_back(extra);
        }
        handleExtras(m_more, others, m_log);
        reportPhases(m_request, m_log);
    }

    /// Invocation logs can be searched by it.
    void addUser() {
        const std::string& user = m_request.user;
        if (user.empty())
            return;
        const bool fits =
            user.size() <= kLongestMetadata && std::ranges::all_of(user, [](unsigned char c) {
                return std::isalnum(c) != 0 ||
                       std::string_view(" :_@$#=/+,-.").find(static_cast<char>(c)) != std::string_view::npos;
            });
        if (!fits) {
            m_log.dropped("user", "request metadata takes up to 256 letters, digits and few signs");
            return;
        }
        json::object metadata;
        metadata["user"] = user;
        m_body["requestMetadata"] = std::move(metadata);
    }

    const ChatRequest& m_request;
    const CallTarget& m_target;
    TranslationLog& m_log;
    const BedrockFamily m_family;
    const ClaudeTraits m_traits;
    ClaudePlan m_plan;
    json::object m_body;
    json::object m_more; ///< additionalModelRequestFields
    EncodedCall m_call;
};

} // namespace

tl::expected<EncodedCall, Error> encodeBedrock(const ChatRequest& request, const CallTarget& target,
                                               TranslationLog& log) {
    if (request.operation == Operation::Embeddings)
        return tl::unexpected(cannotSay("model", "embeddings are not asked for through Bedrock"));
    return Encoder(request, target, log).encode();
}

} // namespace tollgate
