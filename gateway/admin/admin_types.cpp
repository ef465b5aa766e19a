#include "gateway/admin/admin_types.h"
#include "gateway/wire/json_text.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace tollgate {

namespace {

std::string_view typeOf(int status) {
    switch (status) {
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 409:
        return "conflict_error";
    case 500:
    case 503:
        return "api_error";
    default:
        return "invalid_request_error";
    }
}

} // namespace

ApiError badRequest(std::string message) {
    return {400, "invalid_json", std::move(message), {}};
}
ApiError notFound(std::string message) {
    return {404, "not_found", std::move(message), {}};
}
ApiError conflict(std::string message, std::string param) {
    return {409, "already_exists", std::move(message), std::move(param)};
}
ApiError inUse(std::string message) {
    return {409, "in_use", std::move(message), {}};
}
ApiError invalid(std::string param, std::string message) {
    if (!param.empty())
        message.insert(0, param + " ");
    return {422, "invalid_field", std::move(message), std::move(param)};
}
ApiError invalid(FieldError error, std::string_view prefix) {
    if (prefix.empty())
        return invalid(std::move(error.param), std::move(error.message));
    return invalid(error.param.empty() ? std::string(prefix) : std::string(prefix) + "." + error.param,
                   std::move(error.message));
}
ApiError invalidAsSaid(std::string param, std::string message) {
    return {422, "invalid_field", std::move(message), std::move(param)};
}
ApiError unavailable(std::string message) {
    return {503, "unavailable", std::move(message), {}};
}
ApiError internalError(std::string message) {
    return {500, "internal_error", std::move(message), {}};
}

AdminResponse jsonResponse(int status, const boost::json::value& body) {
    return {status, "application/json", toJsonText(body)};
}

AdminResponse errorResponse(const ApiError& error) {
    const boost::json::object body{
        {"type", typeOf(error.status)},
        {"code", error.code},
        {"message", error.message},
        {"param", error.param.empty() ? boost::json::value(nullptr) : boost::json::value(error.param)}};
    return jsonResponse(error.status, {{"error", body}});
}

Outcome<boost::json::object> bodyObject(const AdminRequest& request, bool mayBeEmpty) {
    if (request.body.empty() && mayBeEmpty)
        return boost::json::object();
    boost::json::error_code error;
    boost::json::value body = boost::json::parse(request.body, error);
    if (error)
        return tl::unexpected(badRequest("the body is not valid JSON: " + error.message()));
    if (!body.is_object())
        return tl::unexpected(badRequest("the body must be a JSON object"));
    return std::move(body.get_object());
}

} // namespace tollgate
