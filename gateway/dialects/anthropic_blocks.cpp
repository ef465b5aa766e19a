#include "gateway/dialects/anthropic_blocks.h"

#include "gateway/dialects/anthropic_seal.h"
#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/json_read.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

/// Says nothing: absent, null, false, or empty.
bool isSilent(const json::value& value) {
    return value.is_null() || (value.is_bool() && !value.get_bool()) ||
           (value.is_array() && value.get_array().empty()) ||
           (value.is_object() && value.get_object().empty());
}

std::string dataUri(const json::object& source, std::string_view otherwise) {
    std::string type = textOf(source, "media_type");
    if (type.empty())
        type = otherwise;
    return "data:" + type + ";base64," + textOf(source, "data");
}

ContentPart textPart(std::string text) {
    ContentPart part;
    part.text = std::move(text);
    return part;
}

bool allTexts(const std::vector<ContentPart>& parts) {
    return std::ranges::all_of(parts, [](const ContentPart& part) { return part.kind == Kind::Text; });
}

std::string joined(const std::vector<ContentPart>& parts) {
    std::string text;
    for (const ContentPart& part : parts)
        text.append(text.empty() ? "" : "\n\n").append(part.text);
    return text;
}

} // namespace

std::optional<CacheMark> anthropicCacheMark(const json::object& object) {
    const json::object* mark = objectOf(object, "cache_control");
    return mark != nullptr ? std::optional(CacheMark{textOf(*mark, "ttl")}) : std::nullopt;
}

void AnthropicBlockReader::leave(const json::object& object, const std::string& at,
                                 std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const json::value* value = object.if_contains(name); value != nullptr && !isSilent(*value))
            m_leftovers.push_back({at + "." + std::string(name), *value});
    }
}

tl::expected<std::vector<ContentPart>, Error> AnthropicBlockReader::read(const json::value& content,
                                                                         const std::string& at) {
    Parts parts;
    if (content.is_string()) {
        parts.push_back(textPart(std::string(content.get_string())));
        return parts;
    }
    const json::array* blocks = content.if_array();
    std::size_t index = 0;
    for (std::size_t i = 0; blocks != nullptr && i < blocks->size(); ++i) {
        const std::string here = at + "[" + std::to_string(index++) + "]";
        const json::object* object = (*blocks)[i].if_object();
        if (object == nullptr)
            return tl::unexpected(invalidField(here, here + " must be an object."));
        if (auto done = block(*object, here, parts); !done)
            return tl::unexpected(std::move(done.error()));
    }
    return parts;
}

AnthropicBlockReader::Read AnthropicBlockReader::block(const json::object& object, const std::string& at,
                                                       Parts& parts) {
    const std::string type = textOf(object, "type");
    const std::size_t before = parts.size();
    Read done;
    if (type == "text") {
        parts.push_back(textPart(textOf(object, "text")));
        leave(object, at, {"citations"});
    } else if (type == "image") {
        done = image(object, at, parts);
    } else if (type == "document") {
        done = document(object, at, parts);
    } else if (type == "tool_use") {
        done = toolUse(object, at, parts);
    } else if (type == "tool_result") {
        done = toolResult(object, at, parts);
    } else if (type == "thinking" || type == "redacted_thinking") {
        thinking(object, type != "thinking", parts);
    } else if (type == "search_result") {
        searchResult(object, parts);
        leave(object, at, {"citations"});
    } else if (type == "tool_reference") { // what Claude Code's search for tools finds; they are declared now
        parts.push_back(textPart("The tool " + textOf(object, "tool_name") + " can be called now."));
    } else {
        ContentPart& part = parts.emplace_back();
        part.kind = Kind::Opaque;
        part.origin = Origin::Anthropic;
        part.opaque = object;
    }
    if (done && parts.size() > before) // a mark covers everything up to its block's end
        parts.back().cache = anthropicCacheMark(object);
    return done;
}

AnthropicBlockReader::Read AnthropicBlockReader::image(const json::object& object, const std::string& at,
                                                       Parts& parts) {
    const json::object* source = objectOf(object, "source");
    const std::string type = source != nullptr ? textOf(*source, "type") : std::string();
    ContentPart part;
    part.kind = Kind::Image;
    if (type == "base64")
        part.url = dataUri(*source, "image/png");
    else if (type == "url")
        part.url = textOf(*source, "url");
    else if (type == "file")
        part.fileId = textOf(*source, "file_id");
    if (part.url.empty() && part.fileId.empty())
        return tl::unexpected(invalidField(at + ".source", at + ".source must be base64, url or file."));
    parts.push_back(std::move(part));
    leave(object, at, {"transformations"});
    return {};
}

AnthropicBlockReader::Read AnthropicBlockReader::document(const json::object& object, const std::string& at,
                                                          Parts& parts) {
    if (std::string context = textOf(object, "context"); !context.empty())
        parts.push_back(textPart(std::move(context)));
    leave(object, at, {"citations"});
    ContentPart part;
    part.kind = Kind::Document;
    part.name = textOf(object, "title");
    const json::object* source = objectOf(object, "source");
    const std::string type = source != nullptr ? textOf(*source, "type") : std::string();
    if (type == "base64") {
        part.url = dataUri(*source, "application/pdf");
    } else if (type == "url") {
        part.url = textOf(*source, "url");
    } else if (type == "file") {
        part.fileId = textOf(*source, "file_id");
    } else if (type == "text") {
        part.text = textOf(*source, "data");
    } else if (const json::value* content = type == "content" ? valueOf(*source, "content") : nullptr) {
        auto inner = read(*content, at + ".source.content");
        if (!inner)
            return tl::unexpected(std::move(inner.error()));
        if (!allTexts(*inner)) { // pictures among the texts: no longer one file
            if (!part.name.empty())
                parts.push_back(textPart(std::move(part.name)));
            std::ranges::move(*inner, std::back_inserter(parts));
            return {};
        }
        part.text = joined(*inner);
    } else {
        return tl::unexpected(
            invalidField(at + ".source", at + ".source must be base64, url, file, text or content."));
    }
    parts.push_back(std::move(part));
    return {};
}

AnthropicBlockReader::Read AnthropicBlockReader::toolUse(const json::object& object, const std::string& at,
                                                         Parts& parts) {
    ContentPart part;
    part.kind = Kind::ToolCall;
    part.id = textOf(object, "id");
    part.name = textOf(object, "name");
    const json::value* input = valueOf(object, "input");
    if (input != nullptr && !input->is_object())
        return tl::unexpected(invalidField(at + ".input", at + ".input must be an object."));
    part.arguments = input != nullptr ? toJsonText(*input) : "{}";
    const auto proof = std::ranges::find(m_callProofs, part.id, &std::pair<std::string, ContentPart>::first);
    if (proof != m_callProofs.end()) {
        part.signature = proof->second.signature;
        part.origin = proof->second.origin;
    }
    parts.push_back(std::move(part));
    leave(object, at, {"toolset_name"});
    return {};
}

AnthropicBlockReader::Read AnthropicBlockReader::toolResult(const json::object& object, const std::string& at,
                                                            Parts& parts) {
    ContentPart part;
    part.kind = Kind::ToolResult;
    part.id = textOf(object, "tool_use_id");
    if (part.id.empty())
        return tl::unexpected(invalidField(at + ".tool_use_id", at + " needs a tool_use_id."));
    part.isError = boolOf(object, "is_error").value_or(false);
    if (const json::value* content = valueOf(object, "content")) {
        auto inner = read(*content, at + ".content");
        if (!inner)
            return tl::unexpected(std::move(inner.error()));
        part.parts = *std::move(inner);
    }
    parts.push_back(std::move(part));
    leave(object, at, {"toolset_name"});
    return {};
}

void AnthropicBlockReader::thinking(const json::object& object, bool redacted, Parts& parts) {
    ContentPart part;
    part.kind = Kind::Reasoning;
    part.redacted = redacted;
    part.text = textOf(object, "thinking");
    part.signature = textOf(object, redacted ? "data" : "signature");
    if (auto foreign = openedProof(part.signature)) {
        part.signature = std::move(foreign->signature);
        part.origin = foreign->origin;
        if (foreign->ofCall) {
            m_callProofs.emplace_back(std::move(foreign->id), std::move(part));
            return;
        }
        part.id = std::move(foreign->id);
    } else if (!part.signature.empty()) {
        part.origin = Origin::Anthropic;
    }
    parts.push_back(std::move(part));
}

/// No other format has these; the model is to read them as it would here.
void AnthropicBlockReader::searchResult(const json::object& object, Parts& parts) {
    std::string text = textOf(object, "title");
    if (const std::string source = textOf(object, "source"); !source.empty())
        text.append(text.empty() ? "" : "\n").append(source);
    if (const json::array* content = arrayOf(object, "content")) {
        for (const json::value& one : *content) {
            if (one.is_object())
                text.append("\n\n").append(textOf(one.get_object(), "text"));
        }
    }
    parts.push_back(textPart(std::move(text)));
}

} // namespace tollgate
