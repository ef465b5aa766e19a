#pragma once
// Requests and answers of the admin API as values, and how its errors look. No sockets.

#include "gateway/config/codec.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

struct AdminRequest {
    std::string method; ///< upper case
    std::string path;   ///< below /admin/v1, still percent-encoded: "/providers/openai"
    std::string query;  ///< without the question mark
    std::string contentType;
    std::string body;
    std::string actor; ///< "console", "admin-token", "config-file"
};

struct AdminResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
};

/// Why a request is refused: `{"error":{"type","code","message","param"}}`.
struct ApiError {
    int status = 500;
    std::string code;
    std::string message;
    std::string param; ///< empty: null
};
template <typename T>
using Outcome = tl::expected<T, ApiError>;

ApiError badRequest(std::string message);                         ///< 400
ApiError notFound(std::string message);                           ///< 404
ApiError conflict(std::string message, std::string param);        ///< 409: the name is taken
ApiError inUse(std::string message);                              ///< 409: something else needs it
ApiError invalid(std::string param, std::string message);         ///< 422
ApiError invalid(FieldError error, std::string_view prefix = {}); ///< 422; the prefix stands before the param
/// 422 whose message is a whole sentence already.
ApiError invalidAsSaid(std::string param, std::string message);
ApiError unavailable(std::string message);   ///< 503
ApiError internalError(std::string message); ///< 500

AdminResponse jsonResponse(int status, const boost::json::value& body);
AdminResponse errorResponse(const ApiError& error);

/// The body as an object; 400 when it is none. An empty body is an empty object if that is allowed.
Outcome<boost::json::object> bodyObject(const AdminRequest& request, bool mayBeEmpty = false);

} // namespace tollgate
