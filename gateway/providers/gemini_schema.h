#pragma once
// JSON Schema as Gemini takes it: all references resolved, only keywords it knows.
// Sources: ai.google.dev/api/generate-content (GenerationConfig.responseJsonSchema: the list of keywords) and
// ai.google.dev/api/caching#Schema (the OpenAPI subset that older models take instead).

#include <boost/json/value.hpp>

#include <set>
#include <string>

namespace tollgate {

enum class GeminiSchemaKind {
    JsonSchema, ///< parametersJsonSchema, responseJsonSchema
    OpenApi,    ///< parameters, responseSchema
};

/// Keywords that could not be said are added to `lost`.
boost::json::value geminiSchema(const boost::json::value& schema, GeminiSchemaKind kind,
                                std::set<std::string>& lost);

} // namespace tollgate
