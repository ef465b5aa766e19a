#include "gateway/dialects/free_text_tool.h"

#include "gateway/dialects/json_read.h"

namespace tollgate {

namespace json = boost::json;

std::string withGrammar(const json::object& tool) {
    std::string description = textOf(tool, "description");
    const json::object* format = objectOf(tool, "format");
    if (format == nullptr || textOf(*format, "type") != "grammar")
        return description;
    if (const json::object* nested = objectOf(*format, "grammar"))
        format = nested;
    if (!description.empty())
        description += "\n\n";
    return description + "The input follows this " + textOf(*format, "syntax") + " grammar:\n" +
           textOf(*format, "definition");
}

} // namespace tollgate
