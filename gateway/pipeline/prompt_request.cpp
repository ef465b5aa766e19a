#include "gateway/pipeline/prompt_request.h"

#include "gateway/wire/json_text.h"

#include <boost/json/array.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

Error invalidMember(std::string_view name, const std::string& must) {
    return {ErrorCode::InvalidRequest, std::string(name) + " " + must + ".", std::string(name)};
}

std::string textAt(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// user, metadata.user_id, safety_identifier: the contract's order.
std::string userOf(const json::object& body) {
    if (std::string user = textAt(body, "user"); !user.empty())
        return user;
    if (const json::value* metadata = body.if_contains("metadata");
        metadata != nullptr && metadata->is_object()) {
        if (std::string user = textAt(metadata->get_object(), "user_id"); !user.empty())
            return user;
    }
    return textAt(body, "safety_identifier");
}

bool has(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && !value->is_null();
}

json::object message(std::string_view role, std::string_view content) {
    json::object said;
    said["role"] = role;
    said["content"] = content;
    return said;
}

} // namespace

tl::expected<PromptRequest, Error> readPromptRequest(std::string_view body) {
    PromptRequest request;
    boost::system::error_code failure;
    json::value root = body.empty() ? json::value(json::object()) : parsedJson(body, failure);
    if (failure || !root.is_object())
        return tl::unexpected(Error{ErrorCode::InvalidRequest, "The body must be a JSON object."});
    request.rest = std::move(root.get_object());
    request.user = userOf(request.rest);
    if (has(request.rest, "variables")) {
        json::value& variables = request.rest.at("variables");
        if (!variables.is_object())
            return tl::unexpected(invalidMember("variables", "must be an object"));
        request.variables = std::move(variables.get_object());
    }
    if (has(request.rest, "version")) {
        if (!request.rest.at("version").is_string())
            return tl::unexpected(invalidMember("version", "must be a string such as \"v2\""));
        request.version = request.rest.at("version").get_string();
    }
    if (has(request.rest, "messages") && !request.rest.at("messages").is_array())
        return tl::unexpected(invalidMember("messages", "must be an array"));
    request.rest.erase("variables");
    request.rest.erase("version");
    return request;
}

std::string chatBody(PromptRequest request, const PromptVersion& version, const RenderedPrompt& rendered,
                     std::string_view defaultModel) {
    json::object& given = request.rest;
    json::object body;
    if (has(given, "model"))
        body["model"] = given.at("model");
    else
        body["model"] = version.model ? std::string_view(*version.model) : defaultModel;
    json::array messages;
    if (!rendered.system.empty())
        messages.push_back(message("system", rendered.system));
    if (!rendered.user.empty())
        messages.push_back(message("user", rendered.user));
    if (has(given, "messages")) {
        for (json::value& one : given.at("messages").get_array())
            messages.push_back(std::move(one));
    }
    body["messages"] = std::move(messages);
    if (!has(given, "temperature") && version.temperature)
        body["temperature"] = *version.temperature;
    if (!has(given, "max_tokens") && !has(given, "max_completion_tokens") && version.maxTokens)
        body["max_tokens"] = *version.maxTokens;
    for (auto& entry : given) {
        if (entry.key() != "messages" && entry.key() != "model" && !body.contains(entry.key()))
            body.emplace(entry.key(), std::move(entry.value()));
    }
    return toJsonText(body);
}

} // namespace tollgate
