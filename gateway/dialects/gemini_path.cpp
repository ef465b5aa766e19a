#include "gateway/dialects/gemini_path.h"

#include "gateway/wire/url_text.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

std::optional<GeminiPath> geminiPath(std::string_view path) {
    const bool beta = path.starts_with("/v1beta/models/");
    if (!beta && !path.starts_with("/v1/models/"))
        return std::nullopt;
    path.remove_prefix(path.find("models/") + std::string_view("models/").size());
    const std::size_t colon = path.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    return GeminiPath{urlDecoded(path.substr(0, colon)), path.substr(colon + 1)};
}

bool geminiWantsArray(const HttpRequest& request) {
    const auto path = geminiPath(request.path);
    if (!path || path->method != "streamGenerateContent")
        return false;
    bool events = false;
    eachQueryParam(request.query, [&](const std::string& name, const std::string& value) {
        events = events || (name == "alt" && value == "sse");
    });
    return !events;
}

std::string geminiSnakeName(std::string_view camelName) {
    std::string name;
    for (const char c : camelName) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital)
            name += '_';
        name += capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return name;
}

const json::value* geminiMember(const json::object& object, std::string_view camelName) {
    const json::value* value = object.if_contains(camelName);
    if (value == nullptr)
        value = object.if_contains(geminiSnakeName(camelName));
    return value == nullptr || value->is_null() ? nullptr : value;
}

const json::object* geminiObject(const json::object& object, std::string_view camelName) {
    const json::value* value = geminiMember(object, camelName);
    return value == nullptr ? nullptr : value->if_object();
}

const json::array* geminiArray(const json::object& object, std::string_view camelName) {
    const json::value* value = geminiMember(object, camelName);
    return value == nullptr ? nullptr : value->if_array();
}

std::string geminiText(const json::object& object, std::string_view camelName) {
    const json::value* value = geminiMember(object, camelName);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace tollgate
