#include "gateway/providers/anthropic_plan.h"

#include "gateway/providers/anthropic_schema.h"
#include "gateway/providers/encode_common.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

using Thinking = ClaudePlan::Thinking;

constexpr std::int64_t kRoomBesideThoughts = 4'096;
constexpr std::int64_t kLeastBudget = 1'024;
constexpr double kLeastTopPWhileThinking = 0.95;
constexpr std::size_t kToolName = 64;

class Planner {
public:
    Planner(const ChatRequest& request, const CallTarget& target, const ClaudeTraits& traits,
            const Conversation& conversation, PlanRules rules, json::object& body, TranslationLog& log)
        : m_rules(rules)
        , m_request(request)
        , m_target(target)
        , m_traits(traits)
        , m_conversation(conversation)
        , m_body(body)
        , m_log(log) {}

    ClaudePlan plan() {
        m_plan.choice = m_request.tools.empty() ? ToolChoice{} : m_request.toolChoice;
        if (m_request.tools.empty() && m_request.toolChoice.mode != ToolChoice::Mode::Unset &&
            m_request.toolChoice.mode != ToolChoice::Mode::None)
            m_log.dropped("tool_choice", "there are no tools to choose from");
        if (forced() && !(m_traits.takesForcedTools && m_rules.forcedTools)) {
            m_plan.choice.mode = ToolChoice::Mode::Auto;
            m_log.clamped("tool_choice", "this model is never forced to call a tool");
        }
        planThinking();
        planRoom();
        planSampling();
        planJson();
        return std::move(m_plan);
    }

private:
    bool forced() const {
        return m_plan.choice.mode == ToolChoice::Mode::Required ||
               m_plan.choice.mode == ToolChoice::Mode::Named;
    }
    bool thinks() const {
        return m_plan.thinking == Thinking::Budget || m_plan.thinking == Thinking::Adaptive;
    }
    const char* thinkingParam() const {
        return m_request.reasoning.effort.empty() ? "thinking" : "reasoning_effort";
    }

    void planThinking() {
        const ReasoningWish& wish = m_request.reasoning;
        if (wish.mode == ReasoningWish::Mode::Off || wish.effort == "none") {
            planNoThinking();
            return;
        }
        if (wish.mode == ReasoningWish::Mode::Unset && !wish.budget) {
            planEffort(wish.effort);
            return;
        }
        if (!m_traits.thinks) {
            m_log.dropped(thinkingParam(), "this model does not think aloud");
        } else if (forced()) {
            m_log.dropped(thinkingParam(), "a model that must call a tool may not think before it");
        } else if (m_traits.adaptive && !(wish.budget && m_traits.takesBudget)) {
            planAdaptive(wish);
        } else if (m_conversation.answersUnthoughtCalls()) {
            m_log.dropped(thinkingParam(), "thinking cannot begin while calls are answered that were made "
                                           "without it");
        } else {
            planBudget(wish);
        }
    }

    void planNoThinking() {
        if (!m_traits.adaptive)
            return; // it is off unless asked for
        if (m_traits.canStopThinking) {
            m_plan.thinking = Thinking::Disabled;
            return;
        }
        m_log.clamped(thinkingParam(), "this model always thinks; it is asked for the least");
        if (m_traits.thinksBetweenTools)
            m_plan.thinking = Thinking::BetweenTools;
        else
            m_plan.effort = "low";
    }

    /// How much care goes into a reply that nobody asked to be thought over.
    void planEffort(const std::string& effort) {
        if (m_traits.takesEffort)
            setEffort(effort);
        else if (!effort.empty())
            m_log.dropped("output_config.effort", "this model has no such parameter");
    }

    void setEffort(const std::string& effort) {
        m_plan.effort = effort;
        if (effort == "minimal") {
            m_plan.effort = "low";
            m_log.clamped("reasoning_effort", "the least effort here is low");
        } else if ((effort == "xhigh" && !m_traits.extraEffort) || (effort == "max" && !m_traits.adaptive)) {
            m_plan.effort = "high";
            m_log.clamped("reasoning_effort", "this model has no such effort");
        }
    }

    void planAdaptive(const ReasoningWish& wish) {
        m_plan.thinking = Thinking::Adaptive;
        setEffort(wish.effort);
        if (m_plan.effort.empty() && wish.budget) {
            m_plan.effort = effortOfBudget(*wish.budget);
            m_log.clamped("thinking", "this model sets its own budget; effort " + m_plan.effort +
                                          " stands for "
                                          "it");
        }
        m_plan.summarized = m_traits.hidesThinking && !wish.summary.empty();
    }

    /// 1,024 ≤ budget_tokens < max_tokens (platform.claude.com/docs/en/api/messages, thinking).
    void planBudget(const ReasoningWish& wish) {
        m_plan.thinking = Thinking::Budget;
        if (wish.mode == ReasoningWish::Mode::Adaptive)
            m_log.clamped("thinking", "this model thinks within a budget instead");
        m_plan.budget = wish.budget ? *wish.budget : budgetOfEffort(wish.effort);
        if (m_plan.budget < kLeastBudget) {
            m_plan.budget = kLeastBudget;
            m_log.clamped(thinkingParam(), "the least budget is 1,024 tokens");
        }
        std::optional<std::int64_t> room = m_request.maxTokens;
        if (const auto most = longestReply(); most && room.value_or(*most) >= *most)
            room = most;
        if (!room || m_plan.budget < *room)
            return;
        if (*room <= kLeastBudget) {
            m_plan.thinking = Thinking::Unsaid;
            m_log.dropped(thinkingParam(), "max_tokens leaves no room for 1,024 tokens of thinking");
            return;
        }
        m_plan.budget = std::max(kLeastBudget, *room / 2);
        m_log.clamped(thinkingParam(), "the budget must be below max_tokens");
    }

    std::optional<std::int64_t> longestReply() const {
        return m_target.catalogue != nullptr ? m_target.catalogue->maxOutputTokens : std::nullopt;
    }

    void planRoom() {
        const std::optional<std::int64_t> most = longestReply();
        if (m_request.maxTokens) {
            m_plan.maxTokens = m_request.maxTokens;
            if (most && *m_request.maxTokens > *most) {
                m_plan.maxTokens = most;
                m_log.clamped("max_tokens", "the longest reply of this model is " + std::to_string(*most));
            }
            return;
        }
        if (!m_rules.needsRoom && m_plan.thinking != Thinking::Budget)
            return;
        std::int64_t room = most.value_or(m_traits.longReply);
        if (!most && thinks()) { // thinking counts
            const std::int64_t thoughts =
                m_plan.thinking == Thinking::Budget
                    ? m_plan.budget
                    : budgetOfEffort(m_plan.effort.empty() ? "high" : m_plan.effort);
            room = std::max(room, thoughts + kRoomBesideThoughts);
        }
        m_plan.maxTokens = room;
        if (m_request.operation == Operation::Chat)
            m_log.synthesised("max_tokens", "this API wants one: " + std::to_string(room));
    }

    void planSampling() {
        if (!m_traits.takesSampling) {
            refuseSampling();
            return;
        }
        m_plan.temperature = m_request.temperature;
        m_plan.topP = m_request.topP;
        m_plan.topK = m_request.topK;
        if (m_plan.temperature.value_or(0) > 1) {
            m_plan.temperature = 1;
            m_log.clamped("temperature", "the highest here is 1");
        }
        if (thinks() && (m_traits.claude || m_traits.takesBudget)) {
            if (m_plan.temperature.value_or(1) != 1)
                m_log.dropped("temperature", "it is 1 while the model thinks");
            m_plan.temperature.reset();
            if (std::exchange(m_plan.topK, std::nullopt))
                m_log.dropped("top_k", "it cannot be set while the model thinks");
            if (m_plan.topP.value_or(1) < kLeastTopPWhileThinking) {
                m_plan.topP = kLeastTopPWhileThinking;
                m_log.clamped("top_p", "it is at least 0.95 while the model thinks");
            }
        } else if (m_plan.temperature && m_plan.topP && m_traits.oneSampling) {
            if (*m_plan.topP != 1) // which changes nothing
                m_log.dropped("top_p", "this model takes temperature or top_p, not both");
            m_plan.topP.reset();
        }
    }

    void refuseSampling() {
        constexpr const char* kWhy = "this model takes no sampling parameters";
        if (m_request.temperature)
            m_log.unsupported(m_body, "temperature", *m_request.temperature, kWhy);
        if (m_request.topP)
            m_log.unsupported(m_body, "top_p", *m_request.topP, kWhy);
        if (m_request.topK)
            m_log.unsupported(m_body, "top_k", *m_request.topK, kWhy);
    }

    void planJson() {
        const ResponseFormat& format = m_request.format;
        if (format.kind == ResponseFormat::Kind::Text)
            return;
        if (format.kind == ResponseFormat::Kind::JsonSchema && format.schema.is_object()) {
            if (m_rules.nativeJson && m_traits.jsonSchema) {
                if (auto schema = grammarSchema(format.schema)) {
                    m_plan.json = ClaudePlan::Json::Native;
                    m_plan.schema = std::move(schema->schema);
                    if (schema->relaxed)
                        m_log.clamped("response_format", "limits in the schema are told, not enforced");
                    return;
                }
            }
            if (!thinks() && !forced() && m_traits.takesForcedTools && m_rules.forcedTools &&
                isObjectSchema()) {
                planAnswerTool();
                return;
            }
        }
        m_plan.json = ClaudePlan::Json::Words;
        m_plan.instruction = jsonInstruction(format);
        m_log.synthesised("response_format", "the model is told in words to answer in JSON");
    }

    bool isObjectSchema() const {
        const json::value* type = m_request.format.schema.get_object().if_contains("type");
        return type == nullptr || *type == "object";
    }

    /// A tool whose arguments are the answer. With tools of the caller's own the model chooses among all.
    void planAnswerTool() {
        const ResponseFormat& format = m_request.format;
        m_plan.json = ClaudePlan::Json::Tool;
        m_plan.schema = format.schema.get_object();
        m_plan.answerTool = safeIdentifier(format.name.empty() ? "json_answer" : format.name, kToolName);
        while (std::ranges::any_of(
            m_request.tools, [this](const ToolDefinition& tool) { return tool.name == m_plan.answerTool; }))
            m_plan.answerTool = safeIdentifier(m_plan.answerTool + "_answer", kToolName);
        const bool others = !m_request.tools.empty() && m_plan.choice.mode != ToolChoice::Mode::None;
        m_plan.choice = others ? ToolChoice{ToolChoice::Mode::Required, {}}
                               : ToolChoice{ToolChoice::Mode::Named, m_plan.answerTool};
        m_log.synthesised("response_format", "the answer is asked for as the arguments of a tool");
    }

    const PlanRules m_rules;
    const ChatRequest& m_request;
    const CallTarget& m_target;
    const ClaudeTraits& m_traits;
    const Conversation& m_conversation;
    json::object& m_body;
    TranslationLog& m_log;
    ClaudePlan m_plan;
};

} // namespace

ClaudePlan planForClaude(const ChatRequest& request, const CallTarget& target, const ClaudeTraits& traits,
                         const Conversation& conversation, PlanRules rules, json::object& body,
                         TranslationLog& log) {
    return Planner(request, target, traits, conversation, rules, body, log).plan();
}

std::string jsonInstruction(const ResponseFormat& format) {
    std::string text = "Answer with one JSON object and nothing else: no text around it, no code fence.";
    if (format.kind == ResponseFormat::Kind::JsonSchema && format.schema.is_object()) {
        text = "Answer with one JSON value and nothing else: no text around it, no code fence. It must match "
               "this JSON schema:\n";
        text += json::serialize(format.schema);
        if (!format.description.empty())
            text += "\nWhat it is for: " + format.description;
    }
    return text;
}

} // namespace tollgate
