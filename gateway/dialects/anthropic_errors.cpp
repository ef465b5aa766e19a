#include "gateway/dialects/anthropic_errors.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

std::string anthropicErrorBody(const Error& error, std::string_view requestId) {
    json::object inner;
    inner["type"] = json::string_view(error.anthropicType());
    inner["message"] = error.message;
    json::object body;
    body["type"] = "error";
    body["error"] = std::move(inner);
    if (!requestId.empty())
        body["request_id"] = json::string_view(requestId);
    return json::serialize(body);
}

} // namespace tollgate
