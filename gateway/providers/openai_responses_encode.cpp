#include "gateway/providers/openai_responses_encode.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/openai_api.h"
#include "gateway/providers/openai_messages.h"
#include "gateway/providers/openai_reasoning.h"
#include "gateway/providers/openai_responses_input.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::int64_t kFewestTokens = 16; ///< "Expected a value >= 16"

/// Parameters of this API that the canonical form leaves among the extras.
constexpr std::array<std::string_view, 9> kOwnExtras{
    "prompt_cache_key", "prompt_cache_retention", "prompt_cache_options", "safety_identifier",
    "metadata",         "max_tool_calls",         "truncation",           "moderation",
    "include"};

class BodyWriter {
public:
    BodyWriter(const ChatRequest& request, const CallTarget& target, TranslationLog& log)
        : m_request(request)
        , m_target(target)
        , m_log(log) {}

    tl::expected<EncodedCall, Error> write(std::string_view model) {
        m_body["model"] = model;
        auto input = openAiResponsesInput(m_request, m_log, m_call.hints);
        if (!input)
            return tl::unexpected(std::move(input.error()));
        text("instructions", input->instructions);
        m_body["input"] = std::move(input->items);
        tools();
        sampling();
        format();
        bookkeeping();
        extras();
        if (!m_include.empty())
            m_body["include"] = std::move(m_include);
        m_call.body = toJsonText(m_body);
        m_call.written = WireFormat::OpenAiResponses;
        return std::move(m_call);
    }

private:
    void text(const char* name, const std::string& value) {
        if (!value.empty())
            m_body[name] = value;
    }

    void tools() {
        json::array tools;
        for (std::size_t i = 0; i < m_request.tools.size(); ++i) {
            const ToolDefinition& tool = m_request.tools[i];
            if (tool.kind == ToolDefinition::Kind::Function)
                tools.push_back(function(tool));
            else if (tool.kind == ToolDefinition::Kind::Custom)
                tools.push_back(
                    customToolForResponses(tool, sentToolName(tool.name, kOpenAiToolName, m_call.hints)));
            else if (isOpenAiHosted(tool) && tool.raw.is_object())
                tools.push_back(tool.raw);
            else
                m_log.unsupported("tools[" + std::to_string(i) + "]",
                                  "\"" + tool.name + "\" is run by another provider");
        }
        if (tools.empty())
            return;
        m_body["tools"] = std::move(tools);
        toolChoice();
        if (m_request.parallelToolCalls)
            m_body["parallel_tool_calls"] = *m_request.parallelToolCalls;
    }

    json::object function(const ToolDefinition& tool) {
        json::object object;
        object["type"] = "function";
        object["name"] = sentToolName(tool.name, kOpenAiToolName, m_call.hints);
        if (!tool.description.empty())
            object["description"] = tool.description;
        object["parameters"] = toolSchema(tool);
        object["strict"] = tool.strict.value_or(false); // unlike elsewhere it is strict unless told not to be
        return object;
    }

    void toolChoice() {
        switch (m_request.toolChoice.mode) {
        case ToolChoice::Mode::Unset:
            break;
        case ToolChoice::Mode::Auto:
            m_body["tool_choice"] = "auto";
            break;
        case ToolChoice::Mode::None:
            m_body["tool_choice"] = "none";
            break;
        case ToolChoice::Mode::Required:
            m_body["tool_choice"] = "required";
            break;
        case ToolChoice::Mode::Named:
            m_body["tool_choice"] = namedChoice(m_request.toolChoice.name);
            break;
        }
    }

    json::object namedChoice(const std::string& name) {
        const auto tool = std::ranges::find(m_request.tools, name, &ToolDefinition::name);
        const auto kind = tool != m_request.tools.end() ? tool->kind : ToolDefinition::Kind::Function;
        json::object choice;
        if (kind == ToolDefinition::Kind::Server) {
            choice["type"] = name;
            return choice;
        }
        choice["type"] = kind == ToolDefinition::Kind::Custom ? "custom" : "function";
        choice["name"] = sentToolName(name, kOpenAiToolName, m_call.hints);
        return choice;
    }

    void sampling() {
        if (m_request.maxTokens) {
            m_body["max_output_tokens"] = std::max(*m_request.maxTokens, kFewestTokens);
            if (*m_request.maxTokens < kFewestTokens)
                m_log.clamped("max_tokens", "at least 16 tokens have to be allowed");
        }
        const OpenAiReasoning reasoning = openAiResponsesReasoning(m_request.reasoning, m_target, m_log);
        const bool reasons = isReasoningModel(m_target);
        if (reasons) {
            thinking(reasoning.effort);
            m_include.push_back("reasoning.encrypted_content"); // refused by models that do not reason
        }
        choice(reasoning.fixedSampling);
        constexpr std::array<std::string_view, 6> kUnknown{
            "seed", "n", "logit_bias", "presence_penalty", "frequency_penalty", "top_k"};
        reportUnsupported(m_body, m_request, kUnknown, "OpenAI's Responses API", m_log);
        if (!m_request.stop.empty())
            m_log.unsupported(m_body, "stop", json::value_from(m_request.stop),
                              "OpenAI's Responses API has no stop sequences");
    }

    void thinking(const std::string& effort) {
        json::object wish;
        if (!effort.empty())
            wish["effort"] = effort;
        std::string summary = m_request.reasoning.summary;
        const json::value* usual = m_target.provider.options.if_contains("reasoning_summary");
        if (summary.empty() && usual != nullptr && usual->is_string())
            summary = std::string_view(usual->get_string());
        // Never unasked: "Your organization must be verified to generate reasoning summaries."
        if (!summary.empty() && summary != "none" && effort != "none")
            wish["summary"] = summary;
        if (!wish.empty())
            m_body["reasoning"] = std::move(wish);
    }

    /// What changes which words a model picks: those that reason pick by themselves.
    void choice(bool fixedSampling) {
        if (fixedSampling) {
            const std::string reason = "this model reasons, and picks its words by itself";
            if (m_request.temperature.value_or(1) != 1)
                m_log.unsupported(m_body, "temperature", *m_request.temperature, reason);
            if (m_request.topP.value_or(1) != 1)
                m_log.unsupported(m_body, "top_p", *m_request.topP, reason);
            constexpr std::array<std::string_view, 2> kOthers{"logprobs", "top_logprobs"};
            reportUnsupported(m_body, m_request, kOthers, "a model that reasons", m_log);
            return;
        }
        if (m_request.temperature)
            m_body["temperature"] = *m_request.temperature;
        if (m_request.topP)
            m_body["top_p"] = *m_request.topP;
        if (m_request.logprobs.value_or(false))
            m_include.push_back("message.output_text.logprobs");
        if (m_request.topLogprobs)
            m_body["top_logprobs"] = *m_request.topLogprobs;
    }

    void format() {
        json::object words;
        const ResponseFormat& wish = m_request.format;
        if (wish.kind != ResponseFormat::Kind::Text) {
            json::object shape;
            const bool schema = wish.kind == ResponseFormat::Kind::JsonSchema;
            shape["type"] = schema ? "json_schema" : "json_object";
            if (schema) {
                shape["name"] = wish.name.empty() ? "answer" : safeIdentifier(wish.name, kOpenAiToolName);
                if (!wish.description.empty())
                    shape["description"] = wish.description;
                shape["schema"] = wish.schema;
                if (wish.strict)
                    shape["strict"] = *wish.strict;
            }
            words["format"] = std::move(shape);
        }
        if (!m_request.verbosity.empty())
            words["verbosity"] = m_request.verbosity;
        if (!words.empty())
            m_body["text"] = std::move(words);
    }

    void bookkeeping() {
        m_body["store"] = false;
        text("service_tier", m_request.serviceTier);
        text("user", m_request.user);
        if (m_request.metadata.is_object() && !m_request.metadata.get_object().empty())
            m_body["metadata"] = m_request.metadata;
        if (m_request.stream)
            m_body["stream"] = true;
    }

    void extras() {
        for (const ExtraParam& extra : m_request.extras) {
            if (std::ranges::find(kOwnExtras, std::string_view(extra.name)) == kOwnExtras.end()) {
                handleExtra(m_body, extra, m_log);
            } else if (extra.name != "include") {
                m_body[extra.name] = extra.value;
            } else if (const json::array* more = extra.value.if_array()) {
                m_include.insert(m_include.end(), more->begin(), more->end());
            }
        }
        reportBetas(m_request, m_log);
    }

    const ChatRequest& m_request;
    const CallTarget& m_target;
    TranslationLog& m_log;
    json::object m_body;
    json::array m_include;
    EncodedCall m_call;
};

} // namespace

tl::expected<EncodedCall, Error> encodeOpenAiResponses(const ChatRequest& request, const CallTarget& target,
                                                       std::string_view model, TranslationLog& log) {
    return BodyWriter(request, target, log).write(model);
}

} // namespace tollgate
