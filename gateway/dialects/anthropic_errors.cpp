#include "gateway/dialects/anthropic_errors.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

std::string anthropicErrorBody(const Error& error, std::string_view requestId) {
    json::object inner;
    inner["type"] = json::string_view(error.anthropicType());
    inner["message"] = error.message;
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

} // namespace tollgate
