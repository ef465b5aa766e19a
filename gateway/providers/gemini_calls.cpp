#include "gateway/providers/gemini_calls.h"

#include "gateway/providers/encode_common.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kToolName = 64;

} // namespace

std::string geminiToolName(std::string_view name, ReplyHints& hints) {
    const bool goodStart = !name.empty() && (name.front() < '0' || name.front() > '9') && name.front() != '-';
    if (goodStart)
        return sentToolName(name, kToolName, hints);
    std::string sent = "_" + safeIdentifier(name, kToolName - 1);
    if (callersToolName(sent, hints) == sent)
        hints.toolNames.emplace_back(sent, std::string(name));
    return sent;
}

bool isForeignToGemini(std::string_view id) {
    constexpr std::array<std::string_view, 6> kPrefixes{"call_",     "toolu_", "tooluse_",
                                                        "srvtoolu_", "fc_",    "chatcmpl-tool-"};
    return id.empty() ||
           std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return id.starts_with(prefix); });
}

json::object geminiToolResponse(const ContentPart& part) {
    const std::string text = part.resultText();
    boost::system::error_code failure;
    json::value value = parsedJson(text, failure);
    const bool isJson = !failure && (value.is_object() || value.is_array());
    if (isJson && value.is_object() && !part.isError)
        return std::move(value.get_object());
    json::object response;
    const char* key = part.isError ? "error" : "output";
    if (isJson)
        response[key] = std::move(value);
    else
        response[key] = text;
    return response;
}

} // namespace tollgate
