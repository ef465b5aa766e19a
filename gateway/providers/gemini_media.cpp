#include "gateway/providers/gemini_contents.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

struct MediaType {
    std::string_view ending;
    std::string_view type;
};
// ai.google.dev/gemini-api/docs: image, document and audio understanding.
constexpr std::array<MediaType, 15> kTypes{{{"png", "image/png"},
                                            {"jpg", "image/jpeg"},
                                            {"jpeg", "image/jpeg"},
                                            {"webp", "image/webp"},
                                            {"gif", "image/gif"},
                                            {"heic", "image/heic"},
                                            {"heif", "image/heif"},
                                            {"pdf", "application/pdf"},
                                            {"txt", "text/plain"},
                                            {"wav", "audio/wav"},
                                            {"mp3", "audio/mp3"},
                                            {"aac", "audio/aac"},
                                            {"ogg", "audio/ogg"},
                                            {"flac", "audio/flac"},
                                            {"aiff", "audio/aiff"}}};

/// By the ending of the path; empty when it tells nothing.
std::string_view typeOfAddress(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t dot = url.find_last_of("./");
    if (dot == std::string_view::npos || url[dot] == '/')
        return {};
    std::string ending(url.substr(dot + 1));
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto* known = std::ranges::find(kTypes, std::string_view(ending), &MediaType::ending);
    return known == kTypes.end() ? std::string_view{} : known->type;
}

/// The same recording by the names that Gemini lists.
std::string_view geminiType(std::string_view type) {
    if (type == "audio/mpeg")
        return "audio/mp3";
    return type == "audio/x-wav" || type == "audio/wave" ? "audio/wav" : type;
}

json::object inlineData(std::string_view type, std::string_view base64) {
    json::object data;
    data["mimeType"] = geminiType(type);
    data["data"] = base64;
    json::object part;
    part["inlineData"] = std::move(data);
    return part;
}

json::object fileData(std::string_view type, std::string_view uri) {
    json::object data;
    if (!type.empty())
        data["mimeType"] = type;
    data["fileUri"] = uri;
    json::object part;
    part["fileData"] = std::move(data);
    return part;
}

} // namespace

json::value geminiMedia(const ContentPart& part, const CallTarget& target, const GeminiModel& model) {
    if (!part.fileId.empty()) {
        // Only its own files have names of this form; those of others mean nothing to it.
        if (!part.fileId.starts_with("files/"))
            return nullptr;
        return fileData(typeOfAddress(part.name), target.provider.baseUrl + "/" + part.fileId);
    }
    if (const DataUri data = parseDataUri(part.url))
        return inlineData(data.mediaType, data.base64);
    // Public and signed addresses: ai.google.dev/gemini-api/docs/file-input-methods; not before 2.5.
    if (model.old() || !(part.url.starts_with("https://") || part.url.starts_with("http://")))
        return nullptr;
    std::string_view type = typeOfAddress(part.url);
    if (type.empty() && part.kind == Kind::Document)
        type = "application/pdf";
    return fileData(type, part.url);
}

} // namespace tollgate
