#include "gateway/dialects/json_read.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

const json::value* valueOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string textOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<double> numberOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    return value->to_number<double>();
}

std::optional<std::int64_t> integerOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    if (value == nullptr)
        return std::nullopt;
    boost::system::error_code inexact;
    const auto number = value->to_number<std::int64_t>(inexact);
    return inexact ? std::nullopt : std::optional(number);
}

std::optional<bool> boolOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_bool() ? std::optional(value->as_bool()) : std::nullopt;
}

const json::object* objectOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr ? value->if_object() : nullptr;
}

const json::array* arrayOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr ? value->if_array() : nullptr;
}

tl::expected<json::object, Error> parseObject(std::string_view body) {
    boost::system::error_code failure;
    json::value parsed = parsedJson(body, failure);
    if (failure || !parsed.is_object())
        return tl::unexpected(invalidField({}, "The body is not a JSON object."));
    return std::move(parsed.as_object());
}

tl::expected<std::string, Error> checkedArguments(std::string arguments, const std::string& param) {
    if (arguments.find_first_not_of(" \t\r\n") == std::string::npos)
        return "{}";
    boost::system::error_code failure;
    const json::value parsed = parsedJson(arguments, failure);
    if (failure || !parsed.is_object())
        return tl::unexpected(invalidField(param, param + " must be the text of a JSON object."));
    return arguments;
}

void readStop(const json::object& root, ChatRequest& request) {
    const json::value* stop = valueOf(root, "stop");
    if (stop == nullptr)
        return;
    if (stop->is_string()) {
        request.stop.emplace_back(stop->as_string());
    } else if (stop->is_array()) {
        for (const json::value& one : stop->as_array()) {
            if (one.is_string())
                request.stop.emplace_back(one.as_string());
        }
    }
}

} // namespace tollgate
