#include "gateway/providers/openai_encode.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/openai_messages.h"
#include "gateway/providers/openai_reasoning.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostStops = 4;

bool isCompatible(const CallTarget& target) {
    return target.provider.kind == ProviderKind::OpenAiCompatible;
}

json::object namedTool(const ChatRequest& request, const CallTarget& target, ReplyHints& hints) {
    const std::string& name = request.toolChoice.name;
    const bool custom = takesCustomToolsInChat(target) && customToolNames(request).contains(name);
    const char* kind = custom ? "custom" : "function";
    json::object choice{{"type", kind}};
    choice[kind] = json::object{{"name", sentToolName(name, kOpenAiToolName, hints)}};
    return choice;
}

void addTools(json::object& body, const ChatRequest& request, const CallTarget& target, TranslationLog& log,
              ReplyHints& hints) {
    json::array tools;
    for (std::size_t i = 0; i < request.tools.size(); ++i) {
        const ToolDefinition& tool = request.tools[i];
        const std::string at = "tools[" + std::to_string(i) + "]";
        if (tool.kind == ToolDefinition::Kind::Server) {
            log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
            continue;
        }
        const std::string name = sentToolName(tool.name, kOpenAiToolName, hints);
        if (tool.kind == ToolDefinition::Kind::Custom && takesCustomToolsInChat(target)) {
            tools.push_back(customToolForChat(tool, name));
            continue;
        }
        reportFreeText(tool, at, log);
        json::object function;
        function["name"] = name;
        if (!tool.description.empty())
            function["description"] = tool.description;
        function["parameters"] = toolSchema(tool);
        if (tool.strict)
            function["strict"] = *tool.strict;
        json::object object{{"type", "function"}};
        object["function"] = std::move(function);
        tools.push_back(std::move(object));
    }
    if (tools.empty())
        return;
    body["tools"] = std::move(tools);
    switch (request.toolChoice.mode) {
    case ToolChoice::Mode::Unset:
        break;
    case ToolChoice::Mode::Auto:
        body["tool_choice"] = "auto";
        break;
    case ToolChoice::Mode::None:
        body["tool_choice"] = "none";
        break;
    case ToolChoice::Mode::Required:
        body["tool_choice"] = "required";
        break;
    case ToolChoice::Mode::Named:
        body["tool_choice"] = namedTool(request, target, hints);
        break;
    }
    if (request.parallelToolCalls)
        body["parallel_tool_calls"] = *request.parallelToolCalls;
}

void addFormat(json::object& body, const ResponseFormat& format) {
    if (format.kind == ResponseFormat::Kind::JsonObject) {
        body["response_format"] = json::object{{"type", "json_object"}};
    } else if (format.kind == ResponseFormat::Kind::JsonSchema) {
        json::object schema;
        schema["name"] = format.name.empty() ? "answer" : safeIdentifier(format.name, kOpenAiToolName);
        if (!format.description.empty())
            schema["description"] = format.description;
        schema["schema"] = format.schema;
        if (format.strict)
            schema["strict"] = *format.strict;
        json::object object{{"type", "json_schema"}};
        object["json_schema"] = std::move(schema);
        body["response_format"] = std::move(object);
    }
}

template <typename T>
void addOptional(json::object& body, const char* name, const std::optional<T>& value) {
    if (value)
        body[name] = *value;
}

void addText(json::object& body, const char* name, const std::string& value) {
    if (!value.empty())
        body[name] = value;
}

void addStops(json::object& body, const ChatRequest& request, const CallTarget& target, TranslationLog& log) {
    if (request.stop.empty())
        return;
    std::vector<std::string> stops = request.stop;
    if (!isCompatible(target) && stops.size() > kMostStops) {
        stops.resize(kMostStops);
        log.clamped("stop", "at most 4 stop sequences are taken");
    }
    body["stop"] = json::value_from(stops);
}

/// What changes which words a model picks: those that reason pick by themselves.
void addChoice(json::object& body, const ChatRequest& request, bool fixedSampling, TranslationLog& log) {
    constexpr std::string_view kReason = "this model reasons, and picks its words by itself";
    if (fixedSampling) {
        if (request.temperature.value_or(1) != 1)
            log.unsupported(body, "temperature", *request.temperature, std::string(kReason));
        if (request.topP.value_or(1) != 1)
            log.unsupported(body, "top_p", *request.topP, std::string(kReason));
        constexpr std::array<std::string_view, 5> kOthers{"presence_penalty", "frequency_penalty", "logprobs",
                                                          "top_logprobs", "logit_bias"};
        reportUnsupported(body, request, kOthers, "a model that reasons", log);
        return;
    }
    addOptional(body, "temperature", request.temperature);
    addOptional(body, "top_p", request.topP);
    addOptional(body, "presence_penalty", request.presencePenalty);
    addOptional(body, "frequency_penalty", request.frequencyPenalty);
    addOptional(body, "logprobs", request.logprobs);
    addOptional(body, "top_logprobs", request.topLogprobs);
    if (!request.logitBias.is_null())
        body["logit_bias"] = request.logitBias;
}

void addSampling(json::object& body, const ChatRequest& request, const CallTarget& target, bool fixedSampling,
                 TranslationLog& log) {
    // Servers of the compatible kind often know only the older name.
    addOptional(body, isCompatible(target) ? "max_tokens" : "max_completion_tokens", request.maxTokens);
    addChoice(body, request, fixedSampling, log);
    addOptional(body, "seed", request.seed);
    addOptional(body, "n", request.n);
    if (isCompatible(target)) {
        addOptional(body, "top_k", request.topK);
    } else {
        constexpr std::array<std::string_view, 1> kOthers{"top_k"};
        reportUnsupported(body, request, kOthers, "OpenAI", log);
        addText(body, "verbosity", request.verbosity);
        addText(body, "service_tier", request.serviceTier);
    }
    if (!fixedSampling)
        addStops(body, request, target, log);
    else if (!request.stop.empty())
        log.unsupported(body, "stop", json::value_from(request.stop),
                        "models that reason take no stop sequences");
}

} // namespace

tl::expected<EncodedCall, Error> encodeOpenAiChat(const ChatRequest& request, const CallTarget& target,
                                                  TranslationLog& log) {
    EncodedCall call;
    json::object body;
    body["model"] = target.model;
    auto messages = openAiMessages(request, target, log, call.hints);
    if (!messages)
        return tl::unexpected(std::move(messages.error()));
    body["messages"] = *std::move(messages);
    addTools(body, request, target, log, call.hints);
    const OpenAiReasoning reasoning = openAiReasoning(request.reasoning, target, body.contains("tools"), log);
    addSampling(body, request, target, reasoning.fixedSampling, log);
    addFormat(body, request.format);
    addText(body, "reasoning_effort", reasoning.effort);
    addText(body, "user", request.user);
    constexpr std::array<std::string_view, 1> kOfStored{"metadata"}; // taken with store only
    reportUnsupported(body, request, kOfStored, "a reply that is not stored", log);
    if (request.stream) {
        body["stream"] = true;
        body["stream_options"] = json::object{{"include_usage", true}};
    }
    reportPhases(request, log);
    handleExtras(body, request, log);
    call.body = toJsonText(body);
    return call;
}

tl::expected<EncodedCall, Error> encodeOpenAiEmbeddings(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log) {
    EncodedCall call;
    json::object body;
    body["model"] = target.model;
    if (request.embedding.tokens.empty())
        body["input"] = json::value_from(request.embedding.texts);
    else
        body["input"] = json::value_from(request.embedding.tokens);
    addOptional(body, "dimensions", request.embedding.dimensions);
    addText(body, "user", request.user);
    handleExtras(body, request, log);
    call.body = toJsonText(body);
    return call;
}

} // namespace tollgate
