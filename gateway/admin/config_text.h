#pragma once
// A configuration document as text: YAML or JSON in, an object out, and where in the text a field stands.

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

struct TextError {
    std::string message; ///< without the place
    int line = 0;        ///< from 1; 0: unknown
    int column = 0;
};

/// JSON is read as the YAML that it is, so both know their lines. Plain scalars become numbers, booleans and
/// null by the YAML 1.2 core schema, quoted ones are texts.
tl::expected<boost::json::object, TextError> parseConfigText(std::string_view text);

/// What keeps a text from being JSON: YAML takes more, such as a comma too many.
std::optional<TextError> jsonMistake(std::string_view text);

/// The line of "aliases[0].targets[1].weight" (or of the nearest field around it that is there); 0: unknown.
int lineOfField(std::string_view text, std::string_view param);

struct MissingVariable {
    std::string param; ///< the field
    std::string name;
};
using Environment = std::function<std::optional<std::string>(const std::string&)>;
/// The process's own, without the names of Tollgate's secrets.
Environment systemEnvironment();

/// Replaces ${NAME} in every text by the environment's value; $${ stands for a plain ${.
std::optional<MissingVariable> substituteEnvironment(boost::json::value& document,
                                                     const Environment& environment);
/// The other way: a plain ${ that means itself.
void escapeVariables(boost::json::value& document);

} // namespace tollgate
