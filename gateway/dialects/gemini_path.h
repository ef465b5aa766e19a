#pragma once
// What a path of Google's API asks for: /v1beta/models/{model}:{method}, or /v1/…
// (ai.google.dev/api/generate-content, "API versions").

#include "gateway/wire/http.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

inline constexpr std::string_view kGeminiPrefix = "/v1beta/";

struct GeminiPath {
    std::string model;       ///< decoded; may hold slashes
    std::string_view method; ///< "generateContent"; of the path that was given
};

/// Nothing when the path is no such call.
std::optional<GeminiPath> geminiPath(std::string_view path);

/// streamGenerateContent without alt=sse answers with one array of the same objects.
bool geminiWantsArray(const HttpRequest& request);

/// Google's JSON takes "inlineData" and "inline_data" alike (protobuf.dev, "ProtoJSON Format").
std::string geminiSnakeName(std::string_view camelName);
/// Null when absent or null, by either name.
const boost::json::value* geminiMember(const boost::json::object& object, std::string_view camelName);
const boost::json::object* geminiObject(const boost::json::object& object, std::string_view camelName);
const boost::json::array* geminiArray(const boost::json::object& object, std::string_view camelName);
std::string geminiText(const boost::json::object& object, std::string_view camelName);

} // namespace tollgate
