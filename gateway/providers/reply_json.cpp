#include "gateway/providers/reply_json.h"

#include "gateway/wire/json_text.h"

#include <algorithm>
#include <string>

namespace tollgate::reply {

using simdjson::SUCCESS;
using simdjson::dom::element;

bool parse(std::string_view bytes, element& root) {
    // One per thread, not per reply: its tables are dear to allocate, and nothing of a parse is kept.
    thread_local simdjson::dom::parser parser;
    thread_local std::string text;
    text.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
    text.assign(bytes);
    return parser.parse(text.data(), text.size(), false).get(root) == SUCCESS &&
           (root.is_object() || root.is_array());
}

bool parseObject(std::string_view bytes, element& root) {
    return parse(bytes, root) && root.is_object();
}

std::string_view text(element object, const char* name) {
    std::string_view value;
    return object[name].get(value) == SUCCESS ? value : std::string_view{};
}

std::int64_t integer(element object, const char* name) {
    std::int64_t value = 0;
    return object[name].get(value) == SUCCESS ? std::max<std::int64_t>(0, value) : 0;
}

bool inside(element object, const char* name, element& member) {
    return object[name].get(member) == SUCCESS && member.is_object();
}

boost::json::value converted(element value) {
    boost::system::error_code failure;
    return parsedJson(simdjson::minify(value), failure);
}

} // namespace tollgate::reply
