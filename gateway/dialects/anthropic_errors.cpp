#include "gateway/dialects/anthropic_errors.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

/// platform.claude.com/docs/en/api/errors, "HTTP errors".
constexpr std::array<std::string_view, 10> kTypes{
    "invalid_request_error", "authentication_error", "billing_error", "permission_error", "not_found_error",
    "request_too_large",     "rate_limit_error",     "api_error",     "timeout_error",    "overloaded_error"};

std::string bodyOf(const Error& error, std::string_view type, std::string_view message,
                   std::string_view requestId) {
    json::object inner;
    inner["type"] = type;
    inner["message"] = message;
    boost::system::error_code failure;
    if (json::value details = json::parse(error.details, failure); !failure && details.is_object())
        inner["details"] = std::move(details);
    json::object body;
    body["type"] = "error";
    body["error"] = std::move(inner);
    if (!requestId.empty())
        body["request_id"] = json::string_view(requestId);
    return json::serialize(body);
}

} // namespace

std::string anthropicErrorBody(const Error& error, std::string_view requestId) {
    return bodyOf(error, error.anthropicType(), error.message, requestId);
}

std::string anthropicStreamErrorBody(const Error& error, std::string_view requestId) {
    const std::string_view message = error.message;
    const std::size_t end = message.find(": ");
    if (error.code == ErrorCode::UpstreamError && end != std::string_view::npos &&
        std::ranges::find(kTypes, message.substr(0, end)) != kTypes.end())
        return bodyOf(error, message.substr(0, end), message.substr(end + 2), requestId);
    return anthropicErrorBody(error, requestId);
}

} // namespace tollgate
