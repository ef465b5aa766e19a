#include "gateway/admin/openapi.h"

#include <algorithm>

namespace tollgate {

namespace {

using boost::json::array;
using boost::json::object;

object reference(const std::string& schema) {
    if (schema.empty())
        return {{"type", "object"}};
    return {{"$ref", "#/components/schemas/" + schema}};
}

object content(const std::string& mediaType, object schema) {
    return {{mediaType, object{{"schema", std::move(schema)}}}};
}

object answerSchema(const RouteDoc& doc) {
    if (!doc.list)
        return reference(doc.responseSchema);
    return {
        {"type", "object"},
        {"properties", object{{"data", object{{"type", "array"}, {"items", reference(doc.responseSchema)}}},
                              {"next_cursor", object{{"type", array{"string", "null"}}}}}}};
}

/// "/models/{provider}/{model...}" → "/models/{provider}/{model}"
std::string pathOf(std::string pattern) {
    if (const std::size_t dots = pattern.find("...}"); dots != std::string::npos)
        pattern.erase(dots, 3);
    return pattern;
}

array parametersOf(const Route& route, const std::string& path) {
    array parameters;
    for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        parameters.push_back({{"name", path.substr(open + 1, path.find('}', open) - open - 1)},
                              {"in", "path"},
                              {"required", true},
                              {"schema", {{"type", "string"}}}});
    }
    for (const auto& [name, description] : route.doc.query) {
        parameters.push_back({{"name", name},
                              {"in", "query"},
                              {"required", false},
                              {"description", description},
                              {"schema", {{"type", "string"}}}});
    }
    return parameters;
}

std::string operationId(const Route& route) {
    std::string id = route.method;
    std::ranges::transform(id, id.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    for (const char c : pathOf(route.pattern))
        id += (c >= 'a' && c <= 'z') ? c : '_';
    return id;
}

object responsesOf(const Route& route) {
    object success{{"description", route.doc.success == 201 ? "Created" : "Done"}};
    if (route.pattern == "/events")
        success.emplace("content", content("text/event-stream", {{"type", "string"}}));
    else if (route.doc.success != 204)
        success.emplace("content", content("application/json", answerSchema(route.doc)));
    const object failure{{"description", "Refused: why, and which field is at fault"},
                         {"content", content("application/json", reference("Error"))}};
    return {{std::to_string(route.doc.success), std::move(success)}, {"default", failure}};
}

object operationOf(const Route& route) {
    object operation{{"operationId", operationId(route)},
                     {"summary", route.doc.summary},
                     {"tags", array{route.doc.tag}},
                     {"parameters", parametersOf(route, pathOf(route.pattern))}};
    if (!route.doc.requestSchema.empty()) {
        object body = content(route.method == "PATCH" ? "application/merge-patch+json" : "application/json",
                              reference(route.doc.requestSchema));
        if (route.pattern == "/config")
            body.emplace("application/yaml", object{{"schema", {{"type", "string"}}}});
        operation.emplace("requestBody", object{{"required", true}, {"content", std::move(body)}});
    }
    operation.emplace("responses", responsesOf(route));
    return operation;
}

} // namespace

object openApiDocument(const RouteTable& table) {
    object paths;
    for (const Route& route : table.routes()) {
        std::string method = route.method;
        std::ranges::transform(method, method.begin(),
                               [](char c) { return static_cast<char>(c - 'A' + 'a'); });
        boost::json::value& path = paths[pathOf(route.pattern)];
        if (path.is_null())
            path = object();
        path.get_object().emplace(method, operationOf(route));
    }
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "Tollgate admin API"}, {"version", TOLLGATE_VERSION}}},
            {"servers", array{object{{"url", "/admin/v1"}}}},
            {"security", array{object{{"adminToken", array()}}}},
            {"paths", std::move(paths)},
            {"components",
             {{"securitySchemes", {{"adminToken", {{"type", "http"}, {"scheme", "bearer"}}}}},
              {"schemas", openApiSchemas()}}}};
}

} // namespace tollgate
