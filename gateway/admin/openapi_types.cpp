#include "gateway/admin/openapi_types.h"

#include <boost/json/array.hpp>

#include <sstream>

namespace tollgate {

boost::json::object typeSchema(std::string type) {
    const bool nullable = type.ends_with('?');
    if (nullable)
        type.pop_back();
    if (type.ends_with("[]")) {
        type.resize(type.size() - 2);
        return {{"type", "array"}, {"items", typeSchema(type)}};
    }
    if (type == "any")
        return {};
    if (type.front() == '"') {
        boost::json::array words;
        std::istringstream list(type.substr(1, type.size() - 2));
        for (std::string word; std::getline(list, word, '|');)
            words.emplace_back(word);
        return {{"type", "string"}, {"enum", std::move(words)}};
    }
    if (type.front() >= 'A' && type.front() <= 'Z') {
        boost::json::object reference{{"$ref", "#/components/schemas/" + type}};
        if (!nullable)
            return reference;
        return {{"anyOf", {std::move(reference), {{"type", "null"}}}}};
    }
    if (nullable)
        return {{"type", boost::json::array{type, "null"}}};
    return {{"type", type}};
}

boost::json::object shapeSchema(std::string_view fields) {
    boost::json::object properties;
    boost::json::array required;
    std::istringstream lines{std::string(fields)};
    for (std::string name, type; lines >> name >> type;) {
        if (name.ends_with('!')) {
            name.pop_back();
            required.emplace_back(name);
        }
        properties.emplace(name, typeSchema(type));
    }
    boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty())
        schema.emplace("required", std::move(required));
    return schema;
}

} // namespace tollgate
