#include "gateway/dialects/openai_responses_parts.h"

#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

void readImage(const json::object& object, ContentPart& part) {
    part.kind = Kind::Image;
    part.url = textOf(object, "image_url");
    if (const json::object* nested = objectOf(object, "image_url"))
        part.url = textOf(*nested, "url"); // as Chat Completions writes it; clients mix them up
    part.fileId = textOf(object, "file_id");
    part.detail = textOf(object, "detail");
    if (part.detail == "original") // Responses alone has it
        part.detail = "high";
}

void readFile(const json::object& object, ContentPart& part) {
    part.kind = Kind::Document;
    part.name = textOf(object, "filename");
    part.fileId = textOf(object, "file_id");
    part.url = textOf(object, "file_url");
    if (const std::string data = textOf(object, "file_data"); !data.empty()) {
        // The documentation shows data URIs; bare base64 is taken, too, and means a PDF.
        part.url = data.starts_with("data:") ? data : "data:application/pdf;base64," + data;
    }
}

void readAudio(const json::object& object, ContentPart& part) {
    part.kind = Kind::Audio;
    if (const json::object* audio = objectOf(object, "input_audio"))
        part.url = "data:audio/" + textOf(*audio, "format") + ";base64," + textOf(*audio, "data");
}

ContentPart partOf(const json::object& object) {
    ContentPart part;
    const std::string type = textOf(object, "type");
    if (type == "input_image" || type == "image_url") {
        readImage(object, part);
    } else if (type == "input_file") {
        readFile(object, part);
    } else if (type == "input_audio") {
        readAudio(object, part);
    } else if (type == "refusal") {
        part.kind = Kind::Refusal;
        part.text = textOf(object, "refusal");
    } else if (object.contains("text")) {
        part.text = textOf(object, "text");
    } else {
        part.kind = Kind::Opaque;
        part.origin = Origin::OpenAi;
        part.opaque = object;
    }
    if (const json::object* mark = objectOf(object, "cache_control"))
        part.cache = CacheMark{textOf(*mark, "ttl")};
    else if (objectOf(object, "prompt_cache_breakpoint") != nullptr)
        part.cache = CacheMark{};
    return part;
}

} // namespace

std::vector<ContentPart> responsesContent(const json::value& content) {
    std::vector<ContentPart> parts;
    if (content.is_string()) {
        parts.emplace_back().text = content.get_string();
    } else if (const json::array* list = content.if_array()) {
        for (const json::value& one : *list) {
            if (const json::object* object = one.if_object())
                parts.push_back(partOf(*object));
        }
    } else if (!content.is_null()) { // some clients give a tool's answer as it is
        parts.emplace_back().text = json::serialize(content);
    }
    return parts;
}

} // namespace tollgate
