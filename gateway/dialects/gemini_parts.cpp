#include "gateway/dialects/gemini_parts.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/gemini_seal.h"
#include "gateway/dialects/json_read.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

ContentPart textPart(std::string text) {
    ContentPart part;
    part.text = std::move(text);
    return part;
}

/// Others say it in the same words: file, picture or sound, as data or by address.
ContentPart media(const std::string& type, std::string url) {
    ContentPart part;
    part.kind = type.starts_with("image/")   ? Kind::Image
                : type.starts_with("audio/") ? Kind::Audio
                                             : Kind::Document;
    part.url = std::move(url);
    return part;
}

ContentPart opaque(const json::object& object) {
    ContentPart part;
    part.kind = Kind::Opaque;
    part.origin = Origin::Gemini;
    part.opaque = object;
    return part;
}

/// Only video has no name in the common vocabulary.
bool isKnown(const std::string& type) {
    return !type.starts_with("video/");
}

/// {"output": text} and {"error": text} are what functions are asked to answer with
/// (ai.google.dev/api/caching#FunctionResponse); anything else is its own JSON.
void readResponse(const json::object& response, ContentPart& part) {
    const json::value* only = response.size() == 1 ? &response.begin()->value() : nullptr;
    const std::string_view key = response.size() == 1 ? response.begin()->key() : json::string_view();
    part.isError = key == "error";
    const bool wrapped = key == "output" || key == "error" || key == "result";
    if (wrapped && only->is_string())
        part.parts.push_back(textPart(std::string(only->get_string())));
    else if (wrapped)
        part.parts.push_back(textPart(toJsonText(*only)));
    else
        part.parts.push_back(textPart(toJsonText(response)));
}

} // namespace

std::string GeminiContentReader::systemText(const json::value& instruction) {
    if (instruction.is_string())
        return std::string(instruction.get_string());
    const json::object* content = instruction.if_object();
    std::string text;
    const auto add = [&](const json::value& part) {
        if (const json::object* object = part.if_object()) {
            if (const std::string words = geminiText(*object, "text"); !words.empty())
                text.append(text.empty() ? "" : "\n").append(words);
        }
    };
    const json::value* parts = content != nullptr ? geminiMember(*content, "parts") : nullptr;
    if (parts != nullptr && parts->is_array())
        std::ranges::for_each(parts->get_array(), add);
    else if (parts != nullptr)
        add(*parts);
    return text;
}

tl::expected<Message, Error> GeminiContentReader::message(const json::object& content,
                                                          const std::string& at) {
    Message message;
    const std::string role = geminiText(content, "role");
    message.role = role == "model" ? Role::Assistant : role == "system" ? Role::System : Role::User;
    const json::value* parts = geminiMember(content, "parts");
    if (parts == nullptr)
        return message;
    const auto one = [&](const json::value& value, const std::string& here) {
        return value.is_object() ? part(value.get_object(), here, message.parts) : Read();
    };
    if (!parts->is_array()) {
        if (auto read = one(*parts, at + ".parts"); !read)
            return tl::unexpected(std::move(read.error()));
        return message;
    }
    std::size_t index = 0;
    for (const json::value& value : parts->get_array()) {
        if (auto read = one(value, at + ".parts[" + std::to_string(index++) + "]"); !read)
            return tl::unexpected(std::move(read.error()));
    }
    return message;
}

GeminiContentReader::Read GeminiContentReader::part(const json::object& object, const std::string& at,
                                                    Parts& parts) {
    if (const json::object* asked = geminiObject(object, "functionCall"))
        return call(object, *asked, at, parts);
    if (const json::object* response = geminiObject(object, "functionResponse")) {
        result(*response, parts);
    } else if (const json::object* data = geminiObject(object, "inlineData")) {
        const std::string type = geminiText(*data, "mimeType");
        if (isKnown(type)) {
            parts.push_back(media(type, "data:" + type + ";base64," + geminiText(*data, "data")));
            parts.back().name =
                parts.back().kind == Kind::Document ? geminiText(*data, "displayName") : std::string();
        } else {
            parts.push_back(opaque(object));
        }
    } else if (const json::object* file = geminiObject(object, "fileData")) {
        const std::string uri = geminiText(*file, "fileUri");
        const std::string type = geminiText(*file, "mimeType");
        if (isKnown(type) && uri.starts_with("http"))
            parts.push_back(media(type, uri));
        else
            parts.push_back(opaque(object));
    } else if (object.contains("text")) {
        text(object, parts);
    } else if (const std::string proof = geminiText(object, "thoughtSignature");
               !proof.empty() && object.size() == 1) {
        signature(proof, parts);
    } else {
        parts.push_back(opaque(object)); // code it ran and what came of it
    }
    return {};
}

void GeminiContentReader::text(const json::object& object, Parts& parts) {
    const bool thought = boolOf(object, "thought").value_or(false);
    std::string words = textOf(object, "text");
    if (!words.empty()) {
        // A stream's pieces that a client kept apart are one thought again.
        const bool goesOn = thought && !parts.empty() && parts.back().kind == Kind::Reasoning &&
                            parts.back().signature.empty();
        if (goesOn)
            parts.back().text += words;
        else
            parts.push_back(textPart(std::move(words)));
        if (thought)
            parts.back().kind = Kind::Reasoning;
    }
    if (std::string proof = geminiText(object, "thoughtSignature"); !proof.empty())
        signature(proof, parts);
}

/// Of the thought before it, or of the answer: that stands in a part of its own.
void GeminiContentReader::signature(const std::string& bytes, Parts& parts) {
    const bool ofThought =
        !parts.empty() && parts.back().kind == Kind::Reasoning && parts.back().signature.empty();
    ContentPart& part = ofThought ? parts.back() : parts.emplace_back();
    part.kind = Kind::Reasoning;
    if (auto foreign = openedFromGemini(bytes)) {
        part.origin = foreign->origin;
        part.signature = std::move(foreign->signature);
        part.id = std::move(foreign->id);
    } else {
        part.origin = Origin::Gemini;
        part.signature = bytes;
    }
}

GeminiContentReader::Read GeminiContentReader::call(const json::object& object, const json::object& call,
                                                    const std::string& at, Parts& parts) {
    ContentPart part;
    part.kind = Kind::ToolCall;
    part.name = geminiText(call, "name");
    part.id = geminiText(call, "id");
    if (part.id.empty())
        part.id = "call_" + std::to_string(++m_made);
    const json::value* arguments = geminiMember(call, "args");
    if (arguments != nullptr && !arguments->is_object())
        return tl::unexpected(
            invalidField(at + ".functionCall.args", at + ".functionCall.args must be an object."));
    part.arguments = arguments != nullptr ? toJsonText(*arguments) : "{}";
    if (const std::string proof = geminiText(object, "thoughtSignature");
        !proof.empty() && !openedFromGemini(proof)) {
        part.signature = proof;
        part.origin = Origin::Gemini;
    }
    m_open.push_back({part.name, part.id});
    parts.push_back(std::move(part));
    return {};
}

std::string GeminiContentReader::idOfResult(const json::object& response, const std::string& name) {
    std::string id = geminiText(response, "id");
    const auto open = std::ranges::find_if(
        m_open, [&](const OpenCall& call) { return id.empty() ? call.name == name : call.id == id; });
    if (open != m_open.end()) {
        id = open->id;
        m_open.erase(open);
    }
    return id.empty() ? "call_" + std::to_string(++m_made) : id;
}

void GeminiContentReader::result(const json::object& response, Parts& parts) {
    ContentPart part;
    part.kind = Kind::ToolResult;
    part.name = geminiText(response, "name");
    part.id = idOfResult(response, part.name);
    if (const json::object* value = geminiObject(response, "response"))
        readResponse(*value, part);
    if (const json::array* shown = geminiArray(response, "parts")) {
        for (const json::value& one : *shown) {
            const json::object* data =
                one.is_object() ? geminiObject(one.get_object(), "inlineData") : nullptr;
            if (data == nullptr)
                continue;
            const std::string type = geminiText(*data, "mimeType");
            part.parts.push_back(media(type, "data:" + type + ";base64," + geminiText(*data, "data")));
        }
    }
    parts.push_back(std::move(part));
}

} // namespace tollgate
