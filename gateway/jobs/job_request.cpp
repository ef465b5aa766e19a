#include "gateway/jobs/job_request.h"

#include "gateway/dialects/dialect_routes.h"
#include "gateway/wire/json_text.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kChat = "/v1/chat/completions";
constexpr std::string_view kResponses = "/v1/responses";
constexpr std::string_view kMessages = "/v1/messages";

struct DialectName {
    std::string_view name;
    std::string_view path;
};
constexpr std::array kNames{
    DialectName{"openai_chat", kChat},
    DialectName{"chat", kChat},
    DialectName{"openai_responses", kResponses},
    DialectName{"responses", kResponses},
    DialectName{"anthropic_messages", kMessages},
    DialectName{"messages", kMessages},
    DialectName{"anthropic", kMessages},
    DialectName{"openai_completions", "/v1/completions"},
};

/// What only Anthropic's Messages has at the top.
constexpr std::array<std::string_view, 4> kAnthropicOnly{"system", "stop_sequences", "thinking",
                                                         "anthropic_version"};

std::string_view memberText(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->as_string()) : std::string_view();
}

void take(json::object& body, std::string_view name) {
    if (const auto it = body.find(name); it != body.end())
        body.stable_erase(it); // erase() would move the last member to its place
}

tl::expected<std::string, Error> pathOf(const json::object& body, const HttpHeaders& headers,
                                        const std::string& where) {
    for (const std::string_view member : {"path", "url"}) {
        if (!body.contains(member))
            continue;
        const std::string_view path = memberText(body, member);
        if (dialectAt(path) == nullptr)
            return tl::unexpected(mistakeIn(
                where + std::string(member),
                "must be a route that asks a model, such as /v1/chat/completions or /v1/messages."));
        return std::string(path);
    }
    if (body.contains("dialect")) {
        const std::string_view name = memberText(body, "dialect");
        const auto* const found = std::ranges::find(kNames, name, &DialectName::name);
        if (found == kNames.end())
            return tl::unexpected(mistakeIn(
                where + "dialect",
                "must be openai_chat, openai_responses, anthropic_messages or openai_completions."));
        return std::string(found->path);
    }
    if (body.contains("messages")) {
        const bool anthropic =
            headers.contains("anthropic-version") ||
            std::ranges::any_of(kAnthropicOnly, [&](std::string_view name) { return body.contains(name); });
        return std::string(anthropic ? kMessages : kChat);
    }
    if (body.contains("input"))
        return std::string(kResponses);
    if (body.contains("prompt"))
        return std::string(kChat);
    return tl::unexpected(
        Error{ErrorCode::InvalidRequest, "There must be messages, input or prompt.", where + "messages"});
}

/// {"prompt":"Hi","model":…} → {"model":…,"messages":[…]}, the rest of its members behind them.
tl::expected<void, Error> spellOut(json::object& body, const std::string& where) {
    const json::value* prompt = body.if_contains("prompt");
    if (prompt == nullptr || body.contains("messages"))
        return {};
    if (!prompt->is_string() || prompt->as_string().empty())
        return tl::unexpected(mistakeIn(where + "prompt", "must be a text that is not empty."));
    json::object message;
    message["role"] = "user";
    message["content"] = *prompt;
    json::array messages;
    messages.push_back(std::move(message));
    take(body, "prompt");
    body["messages"] = std::move(messages);
    return {};
}

} // namespace

Error mistakeIn(std::string param, std::string_view message) {
    Error error{ErrorCode::InvalidRequest, param + " ", std::move(param)};
    error.message += message;
    return error;
}

tl::expected<json::object, Error> objectOf(std::string_view body) {
    boost::system::error_code failure;
    json::value parsed = parsedJson(body, failure);
    if (failure)
        return tl::unexpected(
            Error{ErrorCode::InvalidRequest, "The body is not valid JSON: " + failure.message()});
    if (!parsed.is_object())
        return tl::unexpected(Error{ErrorCode::InvalidRequest, "The body must be a JSON object."});
    return std::move(parsed.get_object());
}

tl::expected<DeferredRequest, Error> deferredRequest(json::object body, const HttpHeaders& headers,
                                                     std::string_view defaultModel,
                                                     const std::string& where) {
    auto path = pathOf(body, headers, where);
    if (!path)
        return tl::unexpected(std::move(path.error()));
    for (const std::string_view ours : {"path", "url", "dialect", "webhook_url", "webhook_secret",
                                        "ttl_seconds", "stream", "stream_options", "background"})
        take(body, ours);
    if (*path == kChat) {
        if (auto done = spellOut(body, where); !done)
            return tl::unexpected(std::move(done.error()));
    }
    const json::value* named = body.if_contains("model");
    if (named != nullptr && named->is_string() && named->as_string().empty() &&
        headers.value("x-model").empty())
        return tl::unexpected(mistakeIn(where + "model", "must be a text that is not empty."));
    if (!body.contains("model") && !defaultModel.empty())
        body["model"] = defaultModel;
    const std::string_view header = headers.value("x-model");
    std::string model = header.empty() ? std::string(memberText(body, "model")) : std::string(header);
    if (model.size() > 256)
        model.clear(); // no name that anybody knows
    DeferredRequest deferred{*std::move(path), toJsonText(std::move(body)), std::move(model)};
    HttpRequest request;
    request.method = "POST";
    request.path = deferred.path;
    request.headers = headers;
    request.body = deferred.body;
    if (auto looked = dialectAt(deferred.path)->inspect(request); !looked) {
        Error error = std::move(looked.error());
        if (!error.param.empty())
            error.param.insert(0, where);
        return tl::unexpected(std::move(error));
    }
    return deferred;
}

HttpHeaders keptHeaders(const HttpHeaders& headers) {
    constexpr std::array<std::string_view, 10> kKept{
        "x-model",           "x-prompt-version", "x-user-id",       "x-trace-id",
        "traceparent",       "tracestate",       "x-tollgate-tags", "x-tollgate-timeout-ms",
        "anthropic-version", "anthropic-beta"};
    HttpHeaders kept;
    for (const auto& [name, value] : headers.entries()) {
        if (std::ranges::find(kKept, name) != kKept.end())
            kept.add(name, value);
    }
    return kept;
}

std::string textOfReply(std::string_view reply) {
    boost::system::error_code failure;
    const json::value body = parsedJson(reply, failure);
    if (failure)
        return {};
    const json::value* content = body.find_pointer("/choices/0/message/content", failure);
    return content != nullptr && content->is_string() ? std::string(content->as_string()) : std::string();
}

tl::expected<void, Error> checkRepeated(std::size_t count, const boost::json::object& common) {
    constexpr std::size_t kMostBytes = 64U << 20U;
    if (count > kMostBytes / boost::json::serialize(common).size())
        return tl::unexpected(
            mistakeIn("prompts", "are too many for what is to go into each of them (64 MiB in all)."));
    return {};
}

} // namespace tollgate
