#include "gateway/dialects/openai_chat_decode.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

std::string textOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<double> numberOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    return value->to_number<double>();
}

std::optional<std::int64_t> integerOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr)
        return std::nullopt;
    // Not through a double: seeds use all 64 bits.
    boost::system::error_code inexact;
    const auto number = value->to_number<std::int64_t>(inexact);
    return inexact ? std::nullopt : std::optional(number);
}

Role roleOf(std::string_view role) {
    if (role == "system")
        return Role::System;
    if (role == "developer")
        return Role::Developer;
    if (role == "assistant")
        return Role::Assistant;
    return role == "tool" || role == "function" ? Role::Tool : Role::User;
}

ContentPart partOf(const json::object& part) {
    ContentPart result;
    const std::string type = textOf(part, "type");
    if (type == "image_url") {
        result.kind = ContentPart::Kind::Image;
        if (const json::value* image = part.if_contains("image_url");
            image != nullptr && image->is_object()) {
            result.url = textOf(image->as_object(), "url");
            result.detail = textOf(image->as_object(), "detail");
        }
    } else if (type == "refusal") {
        result.kind = ContentPart::Kind::Refusal;
        result.text = textOf(part, "refusal");
    } else {
        result.text = textOf(part, "text");
    }
    return result;
}

void appendContent(const json::value& content, std::vector<ContentPart>& parts) {
    if (content.is_string()) {
        ContentPart part;
        part.text = content.as_string();
        parts.push_back(std::move(part));
    } else if (content.is_array()) {
        for (const json::value& one : content.as_array()) {
            if (one.is_object())
                parts.push_back(partOf(one.as_object()));
        }
    }
}

void appendToolCalls(const json::value& calls, std::vector<ContentPart>& parts) {
    if (!calls.is_array())
        return;
    for (const json::value& call : calls.as_array()) {
        if (!call.is_object())
            continue;
        ContentPart part;
        part.kind = ContentPart::Kind::ToolCall;
        part.id = textOf(call.as_object(), "id");
        if (const json::value* function = call.as_object().if_contains("function");
            function != nullptr && function->is_object()) {
            part.name = textOf(function->as_object(), "name");
            part.arguments = textOf(function->as_object(), "arguments");
        }
        parts.push_back(std::move(part));
    }
}

Message messageOf(const json::object& object) {
    Message message;
    message.role = roleOf(textOf(object, "role"));
    message.name = textOf(object, "name");
    if (const json::value* content = object.if_contains("content"))
        appendContent(*content, message.parts);
    if (const json::value* calls = object.if_contains("tool_calls"))
        appendToolCalls(*calls, message.parts);
    if (message.role == Role::Tool) {
        ContentPart result;
        result.kind = ContentPart::Kind::ToolResult;
        result.id = textOf(object, "tool_call_id");
        for (const ContentPart& part : message.parts)
            result.text += part.text;
        message.parts = {std::move(result)};
    }
    return message;
}

void readTools(const json::object& root, ChatRequest& request) {
    if (const json::value* tools = root.if_contains("tools"); tools != nullptr && tools->is_array()) {
        for (const json::value& tool : tools->as_array()) {
            const json::value* function =
                tool.is_object() ? tool.as_object().if_contains("function") : nullptr;
            if (function == nullptr || !function->is_object())
                continue;
            const json::object& f = function->as_object();
            ToolDefinition definition{textOf(f, "name"), textOf(f, "description"), nullptr, std::nullopt};
            if (const json::value* schema = f.if_contains("parameters"))
                definition.schema = *schema;
            if (const json::value* strict = f.if_contains("strict"); strict != nullptr && strict->is_bool())
                definition.strict = strict->as_bool();
            request.tools.push_back(std::move(definition));
        }
    }
    const json::value* choice = root.if_contains("tool_choice");
    if (choice == nullptr)
        return;
    if (choice->is_string()) {
        const std::string_view mode = choice->as_string();
        request.toolChoice.mode = mode == "none"       ? ToolChoice::Mode::None
                                  : mode == "required" ? ToolChoice::Mode::Required
                                                       : ToolChoice::Mode::Auto;
    } else if (choice->is_object()) {
        request.toolChoice.mode = ToolChoice::Mode::Named;
        if (const json::value* f = choice->as_object().if_contains("function");
            f != nullptr && f->is_object())
            request.toolChoice.name = textOf(f->as_object(), "name");
    }
}

void readStop(const json::object& root, ChatRequest& request) {
    const json::value* stop = root.if_contains("stop");
    if (stop == nullptr)
        return;
    if (stop->is_string()) {
        request.stop.emplace_back(stop->as_string());
    } else if (stop->is_array()) {
        for (const json::value& one : stop->as_array()) {
            if (one.is_string())
                request.stop.emplace_back(one.as_string());
        }
    }
}

} // namespace

tl::expected<ChatRequest, Error> decodeOpenAiChat(std::string_view body) {
    boost::system::error_code failure;
    json::parse_options options;
    options.max_depth = 1024; // inspect() takes no less
    const json::value parsed = json::parse({body.data(), body.size()}, failure, {}, options);
    if (failure || !parsed.is_object()) {
        Error error;
        error.code = ErrorCode::InvalidRequest;
        error.message = "The body is not a JSON object.";
        return tl::unexpected(std::move(error));
    }
    const json::object& root = parsed.as_object();
    ChatRequest request;
    request.model = textOf(root, "model");
    request.user = textOf(root, "user");
    if (const json::value* messages = root.if_contains("messages");
        messages != nullptr && messages->is_array()) {
        for (const json::value& message : messages->as_array()) {
            if (message.is_object())
                request.messages.push_back(messageOf(message.as_object()));
        }
    }
    readTools(root, request);
    readStop(root, request);
    if (const json::value* parallel = root.if_contains("parallel_tool_calls");
        parallel != nullptr && parallel->is_bool())
        request.parallelToolCalls = parallel->as_bool();
    request.maxTokens = integerOf(root, "max_completion_tokens");
    if (!request.maxTokens)
        request.maxTokens = integerOf(root, "max_tokens");
    request.temperature = numberOf(root, "temperature");
    request.topP = numberOf(root, "top_p");
    request.seed = integerOf(root, "seed");
    request.presencePenalty = numberOf(root, "presence_penalty");
    request.frequencyPenalty = numberOf(root, "frequency_penalty");
    request.n = integerOf(root, "n");
    if (const json::value* format = root.if_contains("response_format"))
        request.responseFormat = *format;
    request.reasoningEffort = textOf(root, "reasoning_effort");
    if (const json::value* stream = root.if_contains("stream"); stream != nullptr && stream->is_bool())
        request.stream = stream->as_bool();
    return request;
}

} // namespace tollgate
