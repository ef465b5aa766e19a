#include "gateway/providers/openai_encode.h"

#include "gateway/providers/encode_common.h"
#include "gateway/providers/openai_messages.h"

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

/// Others answer reasoning_effort with 400.
bool canReason(const CallTarget& target) {
    if (target.catalogue != nullptr && std::ranges::find(target.catalogue->capabilities, "reasoning") !=
                                           target.catalogue->capabilities.end())
        return true;
    constexpr std::array<std::string_view, 5> kFamilies{"o1", "o3", "o4", "gpt-5", "gpt-oss"};
    return std::ranges::any_of(kFamilies,
                               [&](std::string_view family) { return target.model.starts_with(family); });
}

void addTools(json::object& body, const ChatRequest& request, TranslationLog& log, ReplyHints& hints) {
    json::array tools;
    for (std::size_t i = 0; i < request.tools.size(); ++i) {
        const ToolDefinition& tool = request.tools[i];
        const std::string at = "tools[" + std::to_string(i) + "]";
        if (tool.kind == ToolDefinition::Kind::Server) {
            log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
            continue;
        }
        if (tool.kind == ToolDefinition::Kind::Custom)
            log.synthesised(at, "a tool of free text is sent as a function of one text");
        json::object function;
        function["name"] = sentToolName(tool.name, kOpenAiToolName, hints);
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
    case ToolChoice::Mode::Named: {
        json::object choice{{"type", "function"}};
        choice["function"] =
            json::object{{"name", sentToolName(request.toolChoice.name, kOpenAiToolName, hints)}};
        body["tool_choice"] = std::move(choice);
        break;
    }
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

void addReasoning(json::object& body, const ChatRequest& request, const CallTarget& target,
                  TranslationLog& log) {
    const ReasoningWish& wish = request.reasoning;
    std::string effort = wish.effort;
    if (effort.empty() && wish.mode == ReasoningWish::Mode::On)
        effort = wish.budget ? effortOfBudget(*wish.budget) : "medium";
    if (effort.empty() && wish.mode == ReasoningWish::Mode::Adaptive)
        effort = "medium";
    if (effort.empty())
        return;
    if (!canReason(target)) {
        if (effort != "none")
            log.dropped("thinking", "this model does not reason");
        return;
    }
    if (effort == "max") {
        effort = "xhigh";
        log.clamped("thinking", "the highest effort here is xhigh");
    }
    body["reasoning_effort"] = effort;
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

void addSampling(json::object& body, const ChatRequest& request, const CallTarget& target,
                 TranslationLog& log) {
    // Servers of the compatible kind often know only the older name.
    addOptional(body, isCompatible(target) ? "max_tokens" : "max_completion_tokens", request.maxTokens);
    addOptional(body, "temperature", request.temperature);
    addOptional(body, "top_p", request.topP);
    addOptional(body, "seed", request.seed);
    addOptional(body, "presence_penalty", request.presencePenalty);
    addOptional(body, "frequency_penalty", request.frequencyPenalty);
    addOptional(body, "n", request.n);
    addOptional(body, "logprobs", request.logprobs);
    addOptional(body, "top_logprobs", request.topLogprobs);
    if (!request.logitBias.is_null())
        body["logit_bias"] = request.logitBias;
    if (isCompatible(target)) {
        addOptional(body, "top_k", request.topK);
    } else {
        constexpr std::array<std::string_view, 1> kOthers{"top_k"};
        reportUnsupported(body, request, kOthers, "OpenAI", log);
        addText(body, "verbosity", request.verbosity);
        addText(body, "service_tier", request.serviceTier);
    }
    addStops(body, request, target, log);
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
    addTools(body, request, log, call.hints);
    addSampling(body, request, target, log);
    addFormat(body, request.format);
    addReasoning(body, request, target, log);
    addText(body, "user", request.user);
    constexpr std::array<std::string_view, 1> kOfStored{"metadata"}; // taken with store only
    reportUnsupported(body, request, kOfStored, "a reply that is not stored", log);
    if (request.stream) {
        body["stream"] = true;
        body["stream_options"] = json::object{{"include_usage", true}};
    }
    handleExtras(body, request, log);
    call.body = json::serialize(body);
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
    call.body = json::serialize(body);
    return call;
}

} // namespace tollgate
