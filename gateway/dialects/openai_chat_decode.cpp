#include "gateway/dialects/openai_chat_decode.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/free_text_tool.h"
#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Every member that has a place in ChatRequest, or is no parameter of the model.
constexpr std::array<std::string_view, 27> kKnown{"model",
                                                  "messages",
                                                  "tools",
                                                  "tool_choice",
                                                  "parallel_tool_calls",
                                                  "functions",
                                                  "function_call",
                                                  "max_tokens",
                                                  "max_completion_tokens",
                                                  "temperature",
                                                  "top_p",
                                                  "top_k",
                                                  "stop",
                                                  "seed",
                                                  "n",
                                                  "presence_penalty",
                                                  "frequency_penalty",
                                                  "logprobs",
                                                  "top_logprobs",
                                                  "logit_bias",
                                                  "response_format",
                                                  "reasoning_effort",
                                                  "verbosity",
                                                  "service_tier",
                                                  "user",
                                                  "stream",
                                                  "stream_options"};

Role roleOf(std::string_view role) {
    if (role == "system")
        return Role::System;
    if (role == "developer")
        return Role::Developer;
    if (role == "assistant")
        return Role::Assistant;
    return role == "tool" || role == "function" ? Role::Tool : Role::User;
}

Origin originOf(std::string_view name) {
    if (name.starts_with("anthropic"))
        return Origin::Anthropic;
    if (name.starts_with("openai"))
        return Origin::OpenAi;
    if (name.starts_with("gemini") || name.starts_with("google"))
        return Origin::Gemini;
    return name.starts_with("bedrock") ? Origin::Bedrock : Origin::Unknown;
}

std::optional<CacheMark> cacheMarkOf(const json::object& object) {
    const json::object* mark = objectOf(object, "cache_control");
    return mark != nullptr ? std::optional(CacheMark{textOf(*mark, "ttl")}) : std::nullopt;
}

/// {"file_data": data URI, "filename"} or {"file_id"} (platform.openai.com/docs/guides/pdf-files).
void readFile(const json::object& file, ContentPart& part) {
    part.kind = ContentPart::Kind::Document;
    part.name = textOf(file, "filename");
    part.url = textOf(file, "file_data");
    part.fileId = textOf(file, "file_id");
}

ContentPart partOf(const json::object& object) {
    ContentPart part;
    const std::string type = textOf(object, "type");
    if (type == "image_url") {
        part.kind = ContentPart::Kind::Image;
        if (const json::object* image = objectOf(object, "image_url")) {
            part.url = textOf(*image, "url");
            part.detail = textOf(*image, "detail");
        } else {
            part.url = textOf(object, "image_url"); // some clients leave the object out
        }
    } else if (type == "file") {
        if (const json::object* file = objectOf(object, "file"))
            readFile(*file, part);
    } else if (type == "input_audio") {
        part.kind = ContentPart::Kind::Audio;
        if (const json::object* audio = objectOf(object, "input_audio"))
            part.url = "data:audio/" + textOf(*audio, "format") + ";base64," + textOf(*audio, "data");
    } else if (type == "refusal") {
        part.kind = ContentPart::Kind::Refusal;
        part.text = textOf(object, "refusal");
    } else {
        part.text = textOf(object, "text");
    }
    part.cache = cacheMarkOf(object);
    return part;
}

void appendContent(const json::value& content, std::vector<ContentPart>& parts) {
    if (content.is_string()) {
        parts.emplace_back().text = content.as_string();
    } else if (content.is_array()) {
        for (const json::value& one : content.as_array()) {
            if (one.is_object())
                parts.push_back(partOf(one.as_object()));
        }
    }
}

/// What the encoder wrote for signed reasoning, else the bare text of servers that show it.
void appendReasoning(const json::object& object, std::vector<ContentPart>& parts) {
    const json::array* details = arrayOf(object, "reasoning_details");
    for (const json::value& one : details != nullptr ? *details : json::array()) {
        if (!one.is_object())
            continue;
        const json::object& detail = one.as_object();
        ContentPart part;
        part.kind = ContentPart::Kind::Reasoning;
        part.redacted = textOf(detail, "type") == "reasoning.encrypted";
        part.text = textOf(detail, "text");
        part.signature = textOf(detail, part.redacted ? "data" : "signature");
        part.origin = originOf(textOf(detail, "format"));
        parts.push_back(std::move(part));
    }
    if (!parts.empty())
        return;
    if (std::string text = textOf(object, "reasoning_content"); !text.empty()) {
        ContentPart& part = parts.emplace_back();
        part.kind = ContentPart::Kind::Reasoning;
        part.text = std::move(text);
    }
}

using Decoded = tl::expected<void, Error>;

Decoded appendToolCalls(const json::array& calls, const std::string& at, std::vector<ContentPart>& parts) {
    std::size_t index = 0;
    for (const json::value& one : calls) {
        const std::string here = at + ".tool_calls[" + std::to_string(index++) + "]";
        if (!one.is_object())
            return tl::unexpected(invalidField(here, here + " must be an object."));
        const json::object& call = one.as_object();
        ContentPart part;
        part.kind = ContentPart::Kind::ToolCall;
        part.id = textOf(call, "id");
        if (const json::object* function = objectOf(call, "function")) {
            part.name = textOf(*function, "name");
            auto arguments = checkedArguments(textOf(*function, "arguments"), here + ".function.arguments");
            if (!arguments)
                return tl::unexpected(arguments.error());
            part.arguments = *std::move(arguments);
        } else if (const json::object* custom = objectOf(call, "custom")) {
            part.name = textOf(*custom, "name");
            part.arguments = json::serialize(json::object{{"input", textOf(*custom, "input")}});
        }
        const json::object* extra = objectOf(call, "extra_content");
        if (const json::object* google = extra != nullptr ? objectOf(*extra, "google") : nullptr) {
            part.signature = textOf(*google, "thought_signature");
            part.origin = Origin::Gemini;
        }
        parts.push_back(std::move(part));
    }
    return {};
}

tl::expected<Message, Error> messageOf(const json::object& object, const std::string& at) {
    Message message;
    const std::string role = textOf(object, "role");
    message.role = roleOf(role);
    message.name = textOf(object, "name");
    if (message.role == Role::Assistant)
        appendReasoning(object, message.parts);
    if (const json::value* content = object.if_contains("content"))
        appendContent(*content, message.parts);
    if (std::string refusal = textOf(object, "refusal"); !refusal.empty()) {
        ContentPart& part = message.parts.emplace_back();
        part.kind = ContentPart::Kind::Refusal;
        part.text = std::move(refusal);
    }
    if (const json::array* calls = arrayOf(object, "tool_calls")) {
        if (auto done = appendToolCalls(*calls, at, message.parts); !done)
            return tl::unexpected(done.error());
    }
    if (const json::object* call = objectOf(object, "function_call")) {
        // Functions before tools had no ids: the name stands for it on both sides.
        auto arguments = checkedArguments(textOf(*call, "arguments"), at + ".function_call.arguments");
        if (!arguments)
            return tl::unexpected(arguments.error());
        ContentPart& part = message.parts.emplace_back();
        part.kind = ContentPart::Kind::ToolCall;
        part.name = textOf(*call, "name");
        part.id = "call_" + part.name;
        part.arguments = *std::move(arguments);
    }
    if (message.role == Role::Tool) {
        ContentPart result;
        result.kind = ContentPart::Kind::ToolResult;
        result.id = role == "function" ? "call_" + message.name : textOf(object, "tool_call_id");
        result.parts = std::move(message.parts);
        message.parts.clear();
        message.parts.push_back(std::move(result));
    }
    return message;
}

void readFunction(const json::object& function, ToolDefinition& tool) {
    tool.name = textOf(function, "name");
    tool.description = textOf(function, "description");
    if (const json::value* schema = valueOf(function, "parameters"))
        tool.schema = *schema;
    tool.strict = boolOf(function, "strict");
}

void readTool(const json::object& object, ChatRequest& request) {
    ToolDefinition tool;
    if (const json::object* function = objectOf(object, "function")) {
        readFunction(*function, tool);
    } else if (const json::object* custom = objectOf(object, "custom")) {
        tool.kind = ToolDefinition::Kind::Custom;
        tool.name = textOf(*custom, "name");
        tool.description = withGrammar(*custom);
        tool.raw = object;
    } else {
        tool.kind = ToolDefinition::Kind::Server;
        tool.name = textOf(object, "type");
        tool.raw = object;
    }
    tool.cache = cacheMarkOf(object);
    request.tools.push_back(std::move(tool));
}

/// allowed_tools: the others are not offered.
void keepAllowed(const json::value& choice, std::vector<ToolDefinition>& tools) {
    const json::object* object = choice.if_object();
    const json::object* allowed = object != nullptr ? objectOf(*object, "allowed_tools") : nullptr;
    const json::array* list = allowed != nullptr ? arrayOf(*allowed, "tools") : nullptr;
    if (list == nullptr)
        return;
    std::erase_if(tools, [&](const ToolDefinition& tool) {
        return std::ranges::none_of(*list, [&](const json::value& one) {
            const json::object* entry = one.if_object();
            const json::object* named = entry != nullptr ? objectOf(*entry, "function") : nullptr;
            if (entry != nullptr && named == nullptr)
                named = objectOf(*entry, "custom");
            return named != nullptr && textOf(*named, "name") == tool.name;
        });
    });
}

ToolChoice choiceOf(const json::value& value) {
    ToolChoice choice;
    if (value.is_string()) {
        const std::string_view mode = value.as_string();
        choice.mode = mode == "none"       ? ToolChoice::Mode::None
                      : mode == "required" ? ToolChoice::Mode::Required
                                           : ToolChoice::Mode::Auto;
    } else if (const json::object* object = value.if_object()) {
        choice.mode = ToolChoice::Mode::Named;
        for (const char* kind : {"function", "custom"}) {
            if (const json::object* named = objectOf(*object, kind))
                choice.name = textOf(*named, "name");
        }
        if (choice.name.empty())
            choice.name = textOf(*object, "name"); // function_call's form
        if (const json::object* allowed = objectOf(*object, "allowed_tools"))
            choice.mode =
                textOf(*allowed, "mode") == "required" ? ToolChoice::Mode::Required : ToolChoice::Mode::Auto;
    }
    return choice;
}

void readTools(const json::object& root, ChatRequest& request) {
    if (const json::array* tools = arrayOf(root, "tools")) {
        for (const json::value& tool : *tools) {
            if (tool.is_object())
                readTool(tool.as_object(), request);
        }
    }
    if (const json::array* functions = arrayOf(root, "functions")) {
        for (const json::value& function : *functions) {
            if (function.is_object())
                readFunction(function.as_object(), request.tools.emplace_back());
        }
    }
    for (const char* name : {"tool_choice", "function_call"}) {
        if (const json::value* choice = valueOf(root, name)) {
            request.toolChoice = choiceOf(*choice);
            keepAllowed(*choice, request.tools);
        }
    }
    request.parallelToolCalls = boolOf(root, "parallel_tool_calls");
}

ResponseFormat formatOf(const json::object& root) {
    ResponseFormat format;
    const json::object* object = objectOf(root, "response_format");
    if (object == nullptr)
        return format;
    const std::string type = textOf(*object, "type");
    if (type == "json_object")
        format.kind = ResponseFormat::Kind::JsonObject;
    if (const json::object* schema = objectOf(*object, "json_schema");
        type == "json_schema" && schema != nullptr) {
        format.kind = ResponseFormat::Kind::JsonSchema;
        format.name = textOf(*schema, "name");
        format.description = textOf(*schema, "description");
        if (const json::value* shape = valueOf(*schema, "schema"))
            format.schema = *shape;
        format.strict = boolOf(*schema, "strict");
    }
    return format;
}

void readSampling(const json::object& root, ChatRequest& request) {
    request.maxTokens = integerOf(root, "max_completion_tokens");
    if (!request.maxTokens)
        request.maxTokens = integerOf(root, "max_tokens");
    request.temperature = numberOf(root, "temperature");
    request.topP = numberOf(root, "top_p");
    request.topK = integerOf(root, "top_k");
    request.seed = integerOf(root, "seed");
    request.presencePenalty = numberOf(root, "presence_penalty");
    request.frequencyPenalty = numberOf(root, "frequency_penalty");
    request.n = integerOf(root, "n");
    request.logprobs = boolOf(root, "logprobs");
    request.topLogprobs = integerOf(root, "top_logprobs");
    if (const json::value* bias = valueOf(root, "logit_bias"))
        request.logitBias = *bias;
    request.reasoning.effort = textOf(root, "reasoning_effort");
    if (!request.reasoning.effort.empty())
        request.reasoning.mode =
            request.reasoning.effort == "none" ? ReasoningWish::Mode::Off : ReasoningWish::Mode::On;
    request.verbosity = textOf(root, "verbosity");
    request.serviceTier = textOf(root, "service_tier");
    request.user = textOf(root, "user");
    request.stream = boolOf(root, "stream").value_or(false);
}

} // namespace

tl::expected<ChatRequest, Error> decodeOpenAiChat(std::string_view body) {
    const auto root = parseObject(body);
    if (!root)
        return tl::unexpected(root.error());
    ChatRequest request;
    request.model = textOf(*root, "model");
    if (const json::array* messages = arrayOf(*root, "messages")) {
        std::size_t index = 0;
        for (const json::value& one : *messages) {
            const std::string at = "messages[" + std::to_string(index++) + "]";
            if (!one.is_object())
                continue;
            auto message = messageOf(one.as_object(), at);
            if (!message)
                return tl::unexpected(std::move(message.error()));
            request.messages.push_back(std::move(*message));
        }
    }
    readTools(*root, request);
    readStop(*root, request);
    readSampling(*root, request);
    request.format = formatOf(*root);
    for (const auto& [name, value] : *root) {
        if (std::ranges::find(kKnown, std::string_view(name)) == kKnown.end() && !value.is_null())
            request.extras.push_back({std::string(name), value});
    }
    return request;
}

} // namespace tollgate
