#include "gateway/dialects/attachments.h"

namespace tollgate {

namespace {

std::string_view textOf(simdjson::dom::object object, const char* name) {
    std::string_view text;
    return object[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

void noteFile(simdjson::dom::object file, Attachments& attached) {
    const std::string_view data = textOf(file, "file_data");
    if (data.empty()) {
        ++attached.images;
        return;
    }
    ++attached.documents;
    attached.documentBytes += data.size();
}

} // namespace

void noteAttachment(std::string_view type, simdjson::dom::object part, Attachments& attached) {
    simdjson::dom::object inner;
    if (type == "image_url" || type == "input_image")
        ++attached.images;
    else if (type == "input_file")
        noteFile(part, attached);
    else if (type == "file" && part["file"].get(inner) == simdjson::SUCCESS)
        noteFile(inner, attached);
    else if (type == "input_audio" && part["input_audio"].get(inner) == simdjson::SUCCESS)
        attached.soundBytes += textOf(inner, "data").size();
}

} // namespace tollgate
