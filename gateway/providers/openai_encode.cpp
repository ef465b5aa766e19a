#include "gateway/providers/openai_encode.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

std::string_view nameOf(Role role) {
    switch (role) {
    case Role::System:
        return "system";
    case Role::Developer:
        return "developer";
    case Role::User:
        return "user";
    case Role::Assistant:
        return "assistant";
    case Role::Tool:
        return "tool";
    }
    return "user";
}

json::value contentOf(const Message& message) {
    const auto isText = [](const ContentPart& part) { return part.kind == ContentPart::Kind::Text; };
    if (message.parts.size() == 1 && isText(message.parts.front()))
        return json::value(message.parts.front().text);
    json::array parts;
    for (const ContentPart& part : message.parts) {
        if (isText(part)) {
            parts.push_back({{"type", "text"}, {"text", part.text}});
        } else if (part.kind == ContentPart::Kind::Image) {
            json::object image{{"url", part.url}};
            if (!part.detail.empty())
                image["detail"] = part.detail;
            parts.push_back({{"type", "image_url"}, {"image_url", std::move(image)}});
        } else if (part.kind == ContentPart::Kind::Refusal) {
            parts.push_back({{"type", "refusal"}, {"refusal", part.text}});
        }
    }
    return parts.empty() ? json::value(nullptr) : json::value(std::move(parts));
}

json::object messageObject(const Message& message) {
    json::object object{{"role", json::string(nameOf(message.role))}};
    if (message.role == Role::Tool && !message.parts.empty()) {
        object["tool_call_id"] = message.parts.front().id;
        object["content"] = message.parts.front().text;
        return object;
    }
    if (!message.name.empty())
        object["name"] = message.name;
    object["content"] = contentOf(message);
    json::array calls;
    for (const ContentPart& part : message.parts) {
        if (part.kind == ContentPart::Kind::ToolCall) {
            calls.push_back({{"id", part.id},
                             {"type", "function"},
                             {"function", {{"name", part.name}, {"arguments", part.arguments}}}});
        }
    }
    if (!calls.empty())
        object["tool_calls"] = std::move(calls);
    return object;
}

void addTools(json::object& body, const ChatRequest& request) {
    if (request.tools.empty())
        return;
    json::array tools;
    for (const ToolDefinition& tool : request.tools) {
        json::object function{{"name", tool.name}};
        if (!tool.description.empty())
            function["description"] = tool.description;
        if (!tool.schema.is_null())
            function["parameters"] = tool.schema;
        if (tool.strict)
            function["strict"] = *tool.strict;
        tools.push_back({{"type", "function"}, {"function", std::move(function)}});
    }
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
        body["tool_choice"] =
            json::object{{"type", "function"}, {"function", {{"name", request.toolChoice.name}}}};
        break;
    }
    if (request.parallelToolCalls)
        body["parallel_tool_calls"] = *request.parallelToolCalls;
}

template <typename T>
void addOptional(json::object& body, const char* name, const std::optional<T>& value) {
    if (value)
        body[name] = *value;
}

} // namespace

std::string encodeOpenAiChat(const ChatRequest& request, const std::string& model) {
    json::object body{{"model", model}};
    json::array messages;
    for (const Message& message : request.messages)
        messages.push_back(messageObject(message));
    body["messages"] = std::move(messages);
    addTools(body, request);
    addOptional(body, "max_completion_tokens", request.maxTokens);
    addOptional(body, "temperature", request.temperature);
    addOptional(body, "top_p", request.topP);
    addOptional(body, "seed", request.seed);
    addOptional(body, "presence_penalty", request.presencePenalty);
    addOptional(body, "frequency_penalty", request.frequencyPenalty);
    addOptional(body, "n", request.n);
    if (!request.stop.empty())
        body["stop"] = json::value_from(request.stop);
    if (!request.responseFormat.is_null())
        body["response_format"] = request.responseFormat;
    if (!request.reasoningEffort.empty())
        body["reasoning_effort"] = request.reasoningEffort;
    if (!request.user.empty())
        body["user"] = request.user;
    if (request.stream) {
        body["stream"] = true;
        body["stream_options"] = json::object{{"include_usage", true}};
    }
    return json::serialize(body);
}

} // namespace tollgate
