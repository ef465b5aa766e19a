#pragma once
// JSON schemas as Claude's constrained decoder takes them
// (platform.claude.com/docs/en/build-with-claude/structured-outputs, JSON schema limitations).

#include <boost/json/object.hpp>

#include <optional>

namespace tollgate {

struct GrammarSchema {
    boost::json::object schema;
    bool relaxed = false; ///< limits of numbers, lengths and patterns became words in descriptions
};

/// Nothing when the decoder cannot hold it: free-form objects, schemas that contain themselves, too many
/// members that may be left out.
std::optional<GrammarSchema> grammarSchema(const boost::json::value& schema);

} // namespace tollgate
