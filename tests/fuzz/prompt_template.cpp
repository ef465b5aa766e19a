// A template and, behind the first NUL, its variables as JSON: it renders exactly when it is one.

#include "gateway/prompts/prompt_template.h"
#include "tests/fuzz/fuzz.h"

#include <boost/json/parse.hpp>

using namespace tollgate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = bytes.find('\0');
    const std::string_view source = bytes.substr(0, cut);
    boost::json::object variables{{"a", boost::json::array{1, "x", true}}, {"b", "text"}, {"c", false}};
    if (cut != std::string_view::npos) {
        boost::system::error_code failure;
        boost::json::value given = boost::json::parse(
            boost::json::string_view(bytes.data() + cut + 1, bytes.size() - cut - 1), failure);
        if (!failure && given.is_object())
            variables = std::move(given.get_object());
    }
    const auto rendered = renderTemplate(source, variables);
    const bool tooLong = !rendered && rendered.error().starts_with("would be longer");
    mustHold(rendered.has_value() || tooLong || templateMistake(source).has_value(),
             "what is a template renders", bytes);
    mustHold(!rendered || !templateMistake(source).has_value(), "what renders is a template", bytes);
    return 0;
}
