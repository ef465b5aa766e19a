#include "gateway/providers/bedrock_encode.h"

#include "gateway/providers/anthropic_encode.h"
#include "gateway/providers/anthropic_plan.h"
#include "gateway/providers/bedrock_betas.h"
#include "gateway/providers/bedrock_messages.h"
#include "gateway/providers/bedrock_tools.h"
#include "gateway/providers/claude_words.h"
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
        addBedrockTools({m_request, m_target, m_family, m_plan, m_body, m_more, m_call, m_log}, conversation);
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

    /// Those of the caller, beside those that tools need.
    void addBetas() {
        if (!m_family.claude) {
            reportBetas(m_request, m_log);
            return;
        }
        for (const std::string& beta : m_request.betas) {
            if (bedrockTakesBeta(beta, m_target.model))
                addBeta(m_more, beta);
            else if (!hasBeta(m_more, beta))
                m_log.dropped("anthropic-beta." + beta, "Bedrock does not take it for this model");
        }
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
        addNeededBeta(m_more, kEffort, m_target.model);
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
            else if (extra.name == "context_management" && hasBeta(m_more, kContextManagement))
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
