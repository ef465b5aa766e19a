#include "gateway/dialects/openai_responses_inspect.h"

#include "gateway/dialects/attachments.h"

#include "gateway/dialects/field_checks.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 4> kRoles{"user", "assistant", "system", "developer"};

std::string_view textOf(simdjson::dom::object object, const char* name) {
    std::string_view text;
    return object[name].get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

bool isSet(element root, const char* name) {
    element value;
    return root[name].get(value) == simdjson::SUCCESS && !value.is_null();
}

/// A string or an array of parts: of messages and of the outputs of tools.
Check checkContent(element content, const std::string& at, RequestEnvelope& envelope) {
    if (std::string_view text; content.get(text) == simdjson::SUCCESS) {
        envelope.promptBytes += text.size();
        return {};
    }
    simdjson::dom::array parts;
    if (content.get(parts) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at, at + " must be a string or an array of parts."));
    for (element one : parts) {
        simdjson::dom::object part;
        std::string_view type;
        if (one.get(part) != simdjson::SUCCESS || part["type"].get(type) != simdjson::SUCCESS)
            return tl::unexpected(invalidField(at, "Every content part needs a type."));
        noteAttachment(type, part, envelope.attached);
        envelope.hasImages = envelope.hasImages || type == "input_image";
        envelope.hasAudio = envelope.hasAudio || type == "input_audio";
        envelope.promptBytes += textOf(part, "text").size() + textOf(part, "refusal").size();
    }
    return {};
}

Check checkMessage(simdjson::dom::object item, const std::string& at, RequestEnvelope& envelope) {
    const std::string_view role = textOf(item, "role");
    if (std::ranges::find(kRoles, role) == kRoles.end())
        return tl::unexpected(invalidField(at + ".role", "Role \"" + std::string(role) +
                                                             "\" is not one of user, assistant, system, "
                                                             "developer."));
    element content;
    if (item["content"].get(content) != simdjson::SUCCESS || content.is_null())
        return tl::unexpected(invalidField(at + ".content", at + " needs content."));
    return checkContent(content, at + ".content", envelope);
}

/// Items of other types are the provider's to judge.
Check checkOther(simdjson::dom::object item, std::string_view type, const std::string& at,
                 RequestEnvelope& envelope) {
    if (type.ends_with("_call_output")) {
        element output;
        if (item["output"].get(output) == simdjson::SUCCESS && (output.is_array() || output.is_string()) &&
            type != "shell_call_output")
            return checkContent(output, at + ".output", envelope);
        return {};
    }
    for (const char* name : {"arguments", "input", "action", "summary", "content", "tools"}) {
        if (element value; item[name].get(value) == simdjson::SUCCESS && !value.is_null())
            envelope.promptBytes += textBytes(value);
    }
    envelope.hasTools = envelope.hasTools || type == "additional_tools";
    return {};
}

Check checkItem(element one, std::size_t index, RequestEnvelope& envelope) {
    const std::string at = "input[" + std::to_string(index) + "]";
    simdjson::dom::object item;
    if (one.get(item) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at, at + " must be an object."));
    std::string_view type;
    if (element given; item["type"].get(given) == simdjson::SUCCESS && !given.is_null() &&
                       given.get(type) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at + ".type", at + ".type must be a string."));
    // Both kinds may leave their type out.
    const bool isMessage = type == "message" || (type.empty() && !item["role"].error());
    if (isMessage)
        return checkMessage(item, at, envelope);
    if (type == "item_reference" || type.empty()) {
        const std::string_view id = textOf(item, "id");
        if (id.empty())
            return tl::unexpected(invalidField(at + (type.empty() ? ".type" : ".id"),
                                               at + " needs " + (type.empty() ? "a type." : "an id.")));
        envelope.references.emplace_back(id);
        return {};
    }
    return checkOther(item, type, at, envelope);
}

Check checkInput(element root, RequestEnvelope& envelope) {
    element input;
    if (root["input"].get(input) != simdjson::SUCCESS || input.is_null()) {
        if (isSet(root, "prompt") || isSet(root, "previous_response_id"))
            return {};
        return tl::unexpected(invalidField("input", "input must be a string or an array of items."));
    }
    if (std::string_view text; input.get(text) == simdjson::SUCCESS) {
        envelope.promptBytes += text.size();
        return {};
    }
    simdjson::dom::array items;
    if (input.get(items) != simdjson::SUCCESS)
        return tl::unexpected(invalidField("input", "input must be a string or an array of items."));
    std::size_t index = 0;
    for (element item : items) {
        if (auto checked = checkItem(item, index++, envelope); !checked)
            return checked;
    }
    if (index == 0 && !isSet(root, "prompt") && !isSet(root, "previous_response_id"))
        return tl::unexpected(invalidField("input", "input must hold at least one item."));
    return {};
}

Check readState(element root, RequestEnvelope& envelope) {
    envelope.store = true;
    if (auto read = optionalField(root, "store", "true or false", envelope.store); !read)
        return read;
    std::string_view previous;
    if (auto read = optionalField(root, "previous_response_id", "a string", previous); !read)
        return read;
    envelope.previousResponseId = previous;
    bool background = false;
    if (auto read = optionalField(root, "background", "true or false", background); !read)
        return read;
    if (background)
        return tl::unexpected(
            invalidField("background", "Background responses are not served here; leave background out."));
    if (isSet(root, "conversation"))
        return tl::unexpected(invalidField("conversation", "Conversations are not kept here; use "
                                                           "previous_response_id."));
    return {};
}

Check readLimits(element root, RequestEnvelope& envelope) {
    if (auto read = readMaxTokens(root, "max_output_tokens", envelope); !read)
        return read;
    if (auto read = checkNumber(root, "temperature", 0, 2); !read)
        return read;
    if (auto read = checkNumber(root, "top_p", 0, 1); !read)
        return read;
    return checkNumber(root, "top_logprobs", 0, 20);
}

Check readShapes(element root, RequestEnvelope& envelope) {
    for (const char* name : {"text", "reasoning", "metadata", "stream_options"}) {
        element value;
        if (root[name].get(value) == simdjson::SUCCESS && !value.is_null() && !value.is_object())
            return tl::unexpected(invalidField(name, std::string(name) + " must be an object."));
    }
    for (const char* name : {"tools", "include"}) {
        element value;
        if (root[name].get(value) == simdjson::SUCCESS && !value.is_null() && !value.is_array())
            return tl::unexpected(invalidField(name, std::string(name) + " must be an array."));
    }
    if (element tools; root["tools"].get(tools) == simdjson::SUCCESS && tools.is_array()) {
        envelope.hasTools = envelope.hasTools || tools.get_array().size() > 0;
        envelope.promptBytes += textBytes(tools);
    }
    if (element text; root["text"].get(text) == simdjson::SUCCESS && text.is_object())
        envelope.promptBytes += textBytes(text);
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view text;
    if (auto read = optionalField(root, "model", "a string", text); !read)
        return read;
    envelope.model = text;
    text = {};
    if (auto read = optionalField(root, "instructions", "a string", text); !read)
        return read;
    envelope.promptBytes += text.size();
    if (auto read = optionalField(root, "stream", "true or false", envelope.stream); !read)
        return read;
    envelope.service = serviceAskedFor(root);
    for (const auto& step : {readUserField, readState, readLimits, checkInput, readShapes}) {
        if (auto done = step(root, envelope); !done)
            return done;
    }
    return {};
}

/// Top-level members that the gateway acts on.
constexpr std::array<std::string_view, 15> kActedOn{
    "model",      "input",        "instructions",      "stream", "store",    "previous_response_id",
    "background", "conversation", "max_output_tokens", "user",   "metadata", "safety_identifier",
    "tools",      "text",         "service_tier"};

Check locate(std::string_view body, RequestEnvelope& envelope) {
    envelope.objectStart = body.find('{') + 1;
    return locateMembers(body, kActedOn, [&](std::string_view key, BodySpan place) {
        if (key == "model")
            envelope.modelValue = place;
        else if (key == "stream")
            envelope.streamValue = place;
        else if (key == "instructions")
            envelope.systemValue = place;
        else if (key == "input")
            envelope.messagesStart = place.offset + 1;
    });
}

} // namespace

tl::expected<RequestEnvelope, Error> inspectOpenAiResponses(std::string_view body) {
    const auto root = parseBody(body);
    if (!root)
        return tl::unexpected(root.error());
    RequestEnvelope envelope;
    if (auto read = readMembers(*root, envelope); !read)
        return tl::unexpected(std::move(read.error()));
    if (auto located = locate(body, envelope); !located)
        return tl::unexpected(std::move(located.error()));
    return envelope;
}

} // namespace tollgate
