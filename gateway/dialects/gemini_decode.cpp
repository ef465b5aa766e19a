#include "gateway/dialects/gemini_decode.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/gemini_parts.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

using Read = tl::expected<void, Error>;

std::optional<double> numberIn(const json::object& object, std::string_view name) {
    const json::value* value = geminiMember(object, name);
    return value != nullptr && value->is_number() ? std::optional(value->to_number<double>()) : std::nullopt;
}

std::optional<std::int64_t> integerIn(const json::object& object, std::string_view name) {
    const json::value* value = geminiMember(object, name);
    if (value == nullptr)
        return std::nullopt;
    boost::system::error_code inexact;
    const auto number = value->to_number<std::int64_t>(inexact);
    return inexact ? std::nullopt : std::optional(number);
}

std::optional<bool> boolIn(const json::object& object, std::string_view name) {
    const json::value* value = geminiMember(object, name);
    return value != nullptr && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
}

/// Members that stand in the canonical request; the others become its extras.
void keepOthers(const json::object& object, std::span<const std::string_view> known, std::string_view prefix,
                ChatRequest& request) {
    for (const auto& member : object) {
        const std::string_view key = member.key();
        const bool taken = std::ranges::any_of(
            known, [&](std::string_view name) { return key == name || key == geminiSnakeName(name); });
        if (!taken && !member.value().is_null())
            request.extras.push_back({std::string(prefix) + std::string(key), member.value()});
    }
}

void readThinking(const json::object& config, ChatRequest& request) {
    const json::object* thinking = geminiObject(config, "thinkingConfig");
    if (thinking == nullptr)
        return;
    ReasoningWish& wish = request.reasoning;
    if (const auto budget = integerIn(*thinking, "thinkingBudget")) {
        wish.mode = *budget == 0  ? ReasoningWish::Mode::Off
                    : *budget < 0 ? ReasoningWish::Mode::Adaptive
                                  : ReasoningWish::Mode::On;
        if (*budget > 0)
            wish.budget = *budget;
    }
    std::string level = geminiText(*thinking, "thinkingLevel"); // LOW, low
    std::ranges::transform(level, level.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (!level.empty() && level != "thinking_level_unspecified") {
        wish.mode = ReasoningWish::Mode::On;
        wish.effort = level;
    }
    if (boolIn(*thinking, "includeThoughts").value_or(false))
        wish.summary = "auto";
}

void readFormat(const json::object& config, ChatRequest& request) {
    const json::value* plain = geminiMember(config, "responseJsonSchema");
    const json::value* openApi = geminiMember(config, "responseSchema");
    ResponseFormat& format = request.format;
    if (plain != nullptr || openApi != nullptr) {
        format.kind = ResponseFormat::Kind::JsonSchema;
        format.name = "response";
        format.schema = plain != nullptr ? *plain : schemaFromGemini(*openApi);
    } else if (geminiText(config, "responseMimeType") == "application/json") {
        format.kind = ResponseFormat::Kind::JsonObject;
    }
}

void readConfig(const json::object& root, ChatRequest& request) {
    const json::object* config = geminiObject(root, "generationConfig");
    if (config == nullptr)
        return;
    request.maxTokens = integerIn(*config, "maxOutputTokens");
    request.temperature = numberIn(*config, "temperature");
    request.topP = numberIn(*config, "topP");
    if (const auto topK = numberIn(*config, "topK")) // an integer, but SDKs write 40.0
        request.topK = static_cast<std::int64_t>(*topK);
    request.seed = integerIn(*config, "seed");
    request.n = integerIn(*config, "candidateCount");
    request.presencePenalty = numberIn(*config, "presencePenalty");
    request.frequencyPenalty = numberIn(*config, "frequencyPenalty");
    request.logprobs = boolIn(*config, "responseLogprobs");
    request.topLogprobs = integerIn(*config, "logprobs");
    if (const json::array* stops = geminiArray(*config, "stopSequences")) {
        for (const json::value& stop : *stops) {
            if (stop.is_string())
                request.stop.emplace_back(stop.get_string());
        }
    }
    readThinking(*config, request);
    readFormat(*config, request);
    constexpr std::array<std::string_view, 15> kKnown{"maxOutputTokens",
                                                      "temperature",
                                                      "topP",
                                                      "topK",
                                                      "seed",
                                                      "candidateCount",
                                                      "presencePenalty",
                                                      "frequencyPenalty",
                                                      "responseLogprobs",
                                                      "logprobs",
                                                      "stopSequences",
                                                      "thinkingConfig",
                                                      "responseSchema",
                                                      "responseJsonSchema",
                                                      "responseMimeType"};
    keepOthers(*config, kKnown, "generationConfig.", request);
}

void readFunction(const json::object& declared, ChatRequest& request) {
    ToolDefinition tool;
    tool.name = geminiText(declared, "name");
    tool.description = geminiText(declared, "description");
    if (const json::value* schema = geminiMember(declared, "parametersJsonSchema"))
        tool.schema = *schema;
    else if (const json::value* openApi = geminiMember(declared, "parameters"))
        tool.schema = schemaFromGemini(*openApi);
    request.tools.push_back(std::move(tool));
}

/// {"functionDeclarations":[…]}, and tools that Google runs: {"googleSearch":{}}, {"codeExecution":{}}.
void readTools(const json::object& root, ChatRequest& request) {
    const json::array* tools = geminiArray(root, "tools");
    if (tools == nullptr)
        return;
    for (const json::value& one : *tools) {
        const json::object* tool = one.if_object();
        if (tool == nullptr)
            continue;
        if (const json::array* functions = geminiArray(*tool, "functionDeclarations")) {
            for (const json::value& declared : *functions) {
                if (declared.is_object())
                    readFunction(declared.get_object(), request);
            }
        }
        for (const auto& member : *tool) {
            if (member.key() == "functionDeclarations" || member.key() == "function_declarations")
                continue;
            ToolDefinition server;
            server.kind = ToolDefinition::Kind::Server;
            server.name = member.key();
            json::object raw;
            raw[member.key()] = member.value();
            server.raw = std::move(raw);
            request.tools.push_back(std::move(server));
        }
    }
}

void readToolChoice(const json::object& root, ChatRequest& request) {
    const json::object* config = geminiObject(root, "toolConfig");
    if (config == nullptr)
        return;
    constexpr std::array<std::string_view, 1> kKnown{"functionCallingConfig"};
    keepOthers(*config, kKnown, "toolConfig.", request);
    const json::object* calling = geminiObject(*config, "functionCallingConfig");
    if (calling == nullptr)
        return;
    const std::string mode = geminiText(*calling, "mode");
    ToolChoice& choice = request.toolChoice;
    if (mode == "ANY")
        choice.mode = ToolChoice::Mode::Required;
    else if (mode == "NONE")
        choice.mode = ToolChoice::Mode::None;
    else if (mode == "AUTO" || mode == "VALIDATED")
        choice.mode = ToolChoice::Mode::Auto;
    const json::array* allowed = geminiArray(*calling, "allowedFunctionNames");
    if (allowed == nullptr || allowed->empty())
        return;
    if (choice.mode == ToolChoice::Mode::Required && allowed->size() == 1 && allowed->front().is_string()) {
        choice.mode = ToolChoice::Mode::Named;
        choice.name = allowed->front().get_string();
    } else {
        request.extras.push_back({"allowedFunctionNames", *allowed});
    }
}

Read readContents(const json::object& root, ChatRequest& request) {
    if (const json::value* system = geminiMember(root, "systemInstruction")) {
        if (std::string text = GeminiContentReader::systemText(*system); !text.empty()) {
            Message message;
            message.role = Role::System;
            message.parts.emplace_back().text = std::move(text);
            request.messages.push_back(std::move(message));
        }
    }
    GeminiContentReader reader;
    const json::value* contents = geminiMember(root, "contents");
    const auto add = [&](const json::value& content, const std::string& at) -> Read {
        if (!content.is_object())
            return {};
        auto message = reader.message(content.get_object(), at);
        if (!message)
            return tl::unexpected(std::move(message.error()));
        request.messages.push_back(*std::move(message));
        return {};
    };
    if (contents != nullptr && contents->is_object())
        return add(*contents, "contents");
    if (contents == nullptr || !contents->is_array())
        return {};
    std::size_t index = 0;
    for (const json::value& content : contents->get_array()) {
        if (auto read = add(content, "contents[" + std::to_string(index++) + "]"); !read)
            return read;
    }
    return {};
}

/// Numbers that are 64 bits wide are strings in Google's JSON.
json::value plainNumber(const json::value& value) {
    if (!value.is_string())
        return value;
    boost::system::error_code failure;
    json::value number = json::parse(value.get_string(), failure);
    return !failure && number.is_number() ? number : value;
}

json::value loweredType(const json::value& type) {
    if (!type.is_string())
        return type;
    std::string name(type.get_string());
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return json::value(name);
}

} // namespace

json::value schemaFromGemini(const json::value& schema) {
    if (const json::array* all = schema.if_array()) {
        json::array converted;
        for (const json::value& one : *all)
            converted.push_back(schemaFromGemini(one));
        return converted;
    }
    const json::object* object = schema.if_object();
    if (object == nullptr)
        return schema;
    json::object converted;
    const bool nullable = boolIn(*object, "nullable").value_or(false);
    for (const auto& member : *object) {
        const std::string_view key = member.key();
        if (key == "type") {
            json::value type = loweredType(member.value());
            if (type == "type_unspecified")
                continue;
            converted[key] = nullable ? json::value(json::array{std::move(type), "null"}) : std::move(type);
        } else if (key == "properties" && member.value().is_object()) {
            json::object properties;
            for (const auto& property : member.value().get_object())
                properties[property.key()] = schemaFromGemini(property.value());
            converted[key] = std::move(properties);
        } else if (key == "items" || key == "anyOf" || key == "any_of" || key == "prefixItems") {
            converted[key == "any_of" ? "anyOf" : key] = schemaFromGemini(member.value());
        } else if (key.starts_with("min") || key.starts_with("max")) {
            converted[key] = plainNumber(member.value());
        } else if (key != "nullable" && key != "propertyOrdering" && key != "property_ordering" &&
                   key != "example") {
            converted[key] = member.value();
        }
    }
    return converted;
}

tl::expected<ChatRequest, Error> decodeGemini(const HttpRequest& http, Operation operation) {
    auto body = parseObject(http.body);
    if (!body)
        return tl::unexpected(std::move(body.error()));
    const auto path = geminiPath(http.path);
    ChatRequest request;
    request.operation = operation;
    request.model = path ? path->model : std::string();
    request.stream = path && path->method == "streamGenerateContent" && !geminiWantsArray(http);
    const json::object* whole = geminiObject(*body, "generateContentRequest");
    const json::object& root = operation == Operation::CountTokens && whole != nullptr ? *whole : *body;
    if (auto read = readContents(root, request); !read)
        return tl::unexpected(std::move(read.error()));
    readConfig(root, request);
    readTools(root, request);
    readToolChoice(root, request);
    constexpr std::array<std::string_view, 7> kKnown{
        "contents",         "systemInstruction",     "tools", "toolConfig", "model",
        "generationConfig", "generateContentRequest"};
    keepOthers(root, kKnown, {}, request);
    return request;
}

} // namespace tollgate
