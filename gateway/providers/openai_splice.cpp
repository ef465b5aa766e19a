#include "gateway/providers/openai_splice.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

std::string quoted(std::string_view text) {
    return json::serialize(json::string_view(text.data(), text.size()));
}

std::string withUsageAsked(std::string_view options) {
    boost::system::error_code failure;
    json::value parsed = json::parse({options.data(), options.size()}, failure);
    json::object object = !failure && parsed.is_object() ? std::move(parsed.as_object()) : json::object();
    object["include_usage"] = true;
    return json::serialize(object);
}

struct Edit {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
};

} // namespace

std::string spliceOpenAiBody(std::string_view body, const OpenAiSplice& splice) {
    std::array<Edit, 3> edits;
    std::size_t count = 0;
    std::string front; // members that were absent go to the start of the object
    if (splice.modelLength > 0)
        edits[count++] = {splice.modelOffset, splice.modelLength, quoted(splice.model)};
    else
        front += "\"model\":" + quoted(splice.model) + ",";
    if (splice.askForUsage && splice.streamOptionsLength > 0) {
        edits[count++] = {
            splice.streamOptionsOffset, splice.streamOptionsLength,
            withUsageAsked(body.substr(splice.streamOptionsOffset, splice.streamOptionsLength))};
    } else if (splice.askForUsage) {
        front += R"("stream_options":{"include_usage":true},)";
    }
    if (!splice.systemText.empty()) {
        edits[count++] = {splice.messagesStart, 0,
                          R"({"role":"system","content":)" + quoted(splice.systemText) + "},"};
    }
    std::sort(edits.begin(), edits.begin() + static_cast<std::ptrdiff_t>(count),
              [](const Edit& a, const Edit& b) { return a.offset < b.offset; });

    std::string result;
    result.reserve(body.size() + front.size() + splice.systemText.size() * 2 + 128);
    result.append(body.substr(0, splice.objectStart)).append(front);
    std::size_t at = splice.objectStart;
    for (std::size_t i = 0; i < count; ++i) {
        result.append(body.substr(at, edits[i].offset - at)).append(edits[i].text);
        at = edits[i].offset + edits[i].length;
    }
    result.append(body.substr(at));
    return result;
}

} // namespace tollgate
