#include "gateway/pipeline/explain.h"

#include "gateway/dialects/dialect_routes.h"
#include "gateway/pipeline/prompt_request.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/routing/prompt_choice.h"
#include "gateway/wire/url_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cctype>
#include <optional>

namespace tollgate {

namespace json = boost::json;

namespace {

const json::value* member(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

Parsed<HttpRequest> readRequest(const json::object& question) {
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1/chat/completions";
    if (const json::value* path = member(question, "path")) {
        if (!path->is_string())
            return tl::unexpected(FieldError{"path", "path must be a string."});
        request.path = path->as_string();
    }
    if (const json::value* headers = member(question, "headers")) {
        if (!headers->is_object())
            return tl::unexpected(FieldError{"headers", "headers must be an object of strings."});
        for (const auto& [name, value] : headers->as_object()) {
            if (!value.is_string())
                return tl::unexpected(FieldError{"headers." + std::string(name),
                                                 "headers." + std::string(name) + " must be a string."});
            std::string lower(name);
            std::ranges::transform(lower, lower.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            request.headers.add(std::move(lower), std::string(value.as_string()));
        }
    }
    const json::value* body = member(question, "body");
    if (body == nullptr || !body->is_object())
        return tl::unexpected(FieldError{"body", "body must be the JSON object that would be sent."});
    request.body = json::serialize(*body);
    return request;
}

/// The name in /v1/prompts/{name}/completions; empty: it is another path.
std::string promptOfPath(std::string_view path) {
    constexpr std::string_view kBefore = "/v1/prompts/";
    constexpr std::string_view kBehind = "/completions";
    if (!path.starts_with(kBefore) || !path.ends_with(kBehind) ||
        path.size() <= kBefore.size() + kBehind.size())
        return {};
    path.remove_prefix(kBefore.size());
    path.remove_suffix(kBehind.size());
    return urlDecoded(path);
}

/// As ChatCall does it: the prompt's messages before the caller's, a Chat Completions request from there on.
Parsed<DecisionStep> fillPrompt(HttpRequest& request, const std::string& name, const ConfigSnapshot& snapshot,
                                const ClientKey* key) {
    auto asked = readPromptRequest(request.body);
    if (!asked)
        return tl::unexpected(FieldError{
            "body" + (asked.error().param.empty() ? "" : "." + asked.error().param), asked.error().message});
    const Prompt* prompt = ConfigSnapshot::find(snapshot.prompts, name);
    if (prompt == nullptr)
        return tl::unexpected(FieldError{"path", "There is no prompt named \"" + name + "\"."});
    if (!asked->version.empty() && std::ranges::find(prompt->versions, asked->version,
                                                     &PromptVersion::version) == prompt->versions.end())
        return tl::unexpected(FieldError{"body.version", "body.version names no version of this prompt."});
    std::string user =
        key != nullptr && key->user ? *key->user : std::string(request.headers.value("x-user-id"));
    if (user.empty())
        user = asked->user.empty() ? "anonymous" : asked->user;
    const FlagSubject subject{user, key != nullptr ? std::string_view(key->project) : std::string_view(),
                              key != nullptr ? std::string_view(key->id) : std::string_view()};
    const std::string_view wanted =
        asked->version.empty() ? request.headers.value("x-prompt-version") : std::string_view(asked->version);
    const PromptChoice choice = choosePrompt(snapshot, name, wanted, subject);
    const std::string reason = asked->version.empty() ? choice.reason : "the request's own";
    const auto rendered = renderComplete(*prompt, *choice.version, asked->variables);
    if (!rendered)
        return tl::unexpected(FieldError{"body." + rendered.error().param, rendered.error().message});
    DecisionStep step{"prompt", "prompt " + name + " " + choice.version->version + " (" + reason + ")"};
    request.path = "/v1/chat/completions";
    request.body = chatBody(*std::move(asked), *choice.version, *rendered, snapshot.settings.defaultAlias);
    return step;
}

json::array decisionOf(const Plan& plan, const std::optional<DecisionStep>& prompt) {
    json::array steps;
    if (prompt)
        steps.push_back({{"code", prompt->code}, {"text", prompt->text}});
    for (const DecisionStep& step : plan.decision)
        steps.push_back({{"code", step.code}, {"text", step.text}});
    return steps;
}

/// In the order in which they were considered.
json::array candidatesOf(const Plan& plan) {
    json::array list(plan.candidates.size() + plan.skipped.size());
    const auto put = [&list](const auto& one, bool chosen, const std::string& reason) {
        json::object item;
        item["provider"] = one.target.provider;
        item["model"] = one.target.model;
        item["chosen"] = chosen;
        item["reason"] = reason;
        item["estimated_cost_usd"] =
            one.estimatedCost ? json::value(one.estimatedCost->usd()) : json::value(nullptr);
        list.at(one.position) = std::move(item);
    };
    for (std::size_t i = 0; i < plan.candidates.size(); ++i)
        put(plan.candidates[i], i == 0, plan.candidates[i].reason);
    for (const SkippedCandidate& one : plan.skipped)
        put(one, false, "skipped: " + one.reason);
    return list;
}

json::object refusal(const Error& error) {
    return {{"alias", nullptr},
            {"flag", nullptr},
            {"candidates", json::array()},
            {"decision",
             json::array{json::object{{"code", json::string(error.openAiCode())}, {"text", error.message}}}},
            {"error",
             {{"status", error.httpStatus()},
              {"code", json::string(error.openAiCode())},
              {"message", error.message}}}};
}

} // namespace

Parsed<json::object> explainRoute(Router& router, const ConfigSnapshot& snapshot,
                                  const json::object& question, const ProviderQuota* quota) {
    auto request = readRequest(question);
    if (!request)
        return tl::unexpected(request.error());
    const ClientKey* key = nullptr;
    if (const json::value* id = member(question, "key_id")) {
        key = id->is_string() ? ConfigSnapshot::find(snapshot.keys, std::string_view(id->as_string()))
                              : nullptr;
        if (key == nullptr)
            return tl::unexpected(FieldError{"key_id", "There is no such key."});
    }
    std::optional<DecisionStep> prompt;
    if (const std::string name = promptOfPath(request->path); !name.empty()) {
        auto filled = fillPrompt(*request, name, snapshot, key);
        if (!filled)
            return tl::unexpected(filled.error());
        prompt = *std::move(filled);
    }
    const Dialect* spoken = dialectAt(request->path);
    if (spoken == nullptr)
        return tl::unexpected(FieldError{
            "path", "path must be a route that asks a model, such as /v1/chat/completions or /v1/messages."});
    const Dialect& dialect = *spoken;
    const auto envelope = dialect.inspect(*request);
    if (!envelope)
        return tl::unexpected(
            FieldError{"body" + (envelope.error().param.empty() ? "" : "." + envelope.error().param),
                       envelope.error().message});

    std::string user =
        key != nullptr && key->user ? *key->user : std::string(request->headers.value("x-user-id"));
    if (user.empty())
        user = envelope->user.empty() ? "anonymous" : envelope->user;
    const std::string model = modelNameOf(dialect, *request, *envelope, snapshot.settings);
    const FlagSubject subject{user, key != nullptr ? std::string_view(key->project) : std::string_view(),
                              key != nullptr ? std::string_view(key->id) : std::string_view()};
    RouteRequest wanted = routeRequestFor(dialect, *envelope, model, subject, snapshot.settings);
    const ChatTask task(dialect, *request);
    wanted.tags = request->headers.value("x-tollgate-tags");
    wanted.quota = quota;
    wanted.task = &task;
    wanted.dryRun = true;
    const auto plan = router.plan(snapshot, wanted);
    if (!plan)
        return refusal(plan.error());
    json::object answer;
    answer["alias"] = plan->alias != nullptr ? json::value(plan->alias->alias) : json::value(nullptr);
    answer["flag"] = plan->flag.empty() ? json::value(nullptr) : json::value(plan->flag + "=" + plan->arm);
    answer["candidates"] = candidatesOf(*plan);
    answer["decision"] = decisionOf(*plan, prompt);
    return answer;
}

} // namespace tollgate
