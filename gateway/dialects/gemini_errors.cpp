#include "gateway/dialects/gemini_errors.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cctype>

namespace tollgate {

namespace json = boost::json;

namespace {

/// google.rpc.Code by HTTP status (github.com/googleapis/googleapis, google/rpc/code.proto).
json::string_view statusName(int http) {
    switch (http) {
    case 401:
        return "UNAUTHENTICATED";
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 402:
    case 429:
        return "RESOURCE_EXHAUSTED";
    case 405:
        return "UNIMPLEMENTED";
    case 502:
    case 503:
        return "UNAVAILABLE";
    case 504:
        return "DEADLINE_EXCEEDED";
    default:
        return http >= 400 && http < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
    }
}

json::object detail(json::string_view type) {
    json::object object;
    object["@type"] = "type.googleapis.com/google.rpc." + std::string(type);
    return object;
}

} // namespace

std::string geminiErrorBody(const Error& error) {
    std::string reason(error.openAiCode());
    std::ranges::transform(reason, reason.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    json::array details;
    json::object info = detail("ErrorInfo");
    info["reason"] = reason;
    info["domain"] = "tollgate";
    details.push_back(std::move(info));
    if (!error.param.empty()) {
        json::object violation;
        violation["field"] = error.param;
        violation["description"] = error.message;
        json::object bad = detail("BadRequest");
        bad["fieldViolations"] = json::array{std::move(violation)};
        details.push_back(std::move(bad));
    }
    if (error.retryAfterMs >= 0) {
        json::object retry = detail("RetryInfo");
        retry["retryDelay"] = std::to_string((error.retryAfterMs + 999) / 1000) + "s";
        details.push_back(std::move(retry));
    }
    json::object inner;
    inner["code"] = error.httpStatus();
    inner["message"] = error.message;
    inner["status"] = statusName(error.httpStatus());
    inner["details"] = std::move(details);
    json::object body;
    body["error"] = std::move(inner);
    return json::serialize(body);
}

} // namespace tollgate
