#include "gateway/dialects/anthropic_inspect.h"

#include "gateway/dialects/anthropic_user.h"
#include "gateway/dialects/field_checks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace {

using simdjson::dom::element;

/// Members of blocks that no model reads as text.
constexpr std::array<std::string_view, 8> kUnread{
    "type",           "id", "tool_use_id", "cache_control", "signature", "encrypted_content", "citations",
    "encrypted_index"};

tl::unexpected<Error> refused(std::string param, std::string message) {
    return tl::unexpected(invalidField(std::move(param), std::move(message)));
}

/// Adds up what the model reads of a block and whatever is in it: no base64, no proofs.
void weigh(element value, RequestEnvelope& envelope) {
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        envelope.promptBytes += text.size();
        return;
    }
    if (simdjson::dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (element item : items)
            weigh(item, envelope);
        return;
    }
    simdjson::dom::object members;
    if (value.get(members) != simdjson::SUCCESS)
        return;
    std::string_view type;
    if (members["type"].get(type) != simdjson::SUCCESS)
        type = {};
    if (type == "image") {
        envelope.hasImages = true;
        ++envelope.attached.images;
        return;
    }
    if (std::string_view data; type == "base64" && members["data"].get(data) == simdjson::SUCCESS) {
        ++envelope.attached.documents;
        envelope.attached.documentBytes += data.size();
    }
    const bool opaqueData = type == "base64" || type == "redacted_thinking";
    for (const auto& member : members) {
        if (member.key == "cache_control")
            noteCacheWish(member.value, envelope);
        if (std::ranges::find(kUnread, member.key) != kUnread.end() || (opaqueData && member.key == "data"))
            continue;
        if (member.key == "input") // a tool's arguments: their names are read too
            envelope.promptBytes += textBytes(member.value);
        else
            weigh(member.value, envelope);
    }
}

Check checkBlocks(element content, const std::string& at, RequestEnvelope& envelope);

Check checkBlock(element block, const std::string& at, RequestEnvelope& envelope) {
    simdjson::dom::object members;
    if (block.get(members) != simdjson::SUCCESS)
        return refused(at, at + " must be an object.");
    std::string_view type;
    if (members["type"].get(type) != simdjson::SUCCESS)
        return refused(at + ".type", at + " needs a type.");
    if (type == "text" && !members["text"].is_string())
        return refused(at + ".text", at + ".text must be a string.");
    if (element inner; type == "tool_result" && members["content"].get(inner) == simdjson::SUCCESS &&
                       !inner.is_null() && !inner.is_string()) {
        return checkBlocks(inner, at + ".content", envelope);
    }
    weigh(block, envelope);
    return {};
}

Check checkBlocks(element content, const std::string& at, RequestEnvelope& envelope) {
    simdjson::dom::array blocks;
    if (content.get(blocks) != simdjson::SUCCESS)
        return refused(at, at + " must be a string or an array of content blocks.");
    std::size_t index = 0;
    for (element block : blocks) {
        if (auto checked = checkBlock(block, at + "[" + std::to_string(index++) + "]", envelope); !checked)
            return checked;
    }
    return {};
}

Check checkContent(element content, const std::string& at, RequestEnvelope& envelope) {
    if (std::string_view text; content.get(text) == simdjson::SUCCESS) {
        envelope.promptBytes += text.size();
        return {};
    }
    return checkBlocks(content, at, envelope);
}

Check checkMessage(element message, const std::string& at, RequestEnvelope& envelope) {
    simdjson::dom::object members;
    if (message.get(members) != simdjson::SUCCESS)
        return refused(at, at + " must be an object.");
    std::string_view role;
    if (members["role"].get(role) != simdjson::SUCCESS)
        return refused(at + ".role", at + " needs a role.");
    if (role != "user" && role != "assistant" && role != "system")
        return refused(at + ".role",
                       at + ".role \"" + std::string(role) +
                           "\" is not one of user, assistant. The system prompt has its own parameter.");
    bool hasContent = false;
    for (const auto& member : members) {
        if (member.key != "content")
            continue;
        if (std::exchange(hasContent, true))
            return refused(at + ".content", at + ".content is there twice.");
        if (auto checked = checkContent(member.value, at + ".content", envelope); !checked)
            return checked;
    }
    if (!hasContent)
        return refused(at + ".content", at + " needs content.");
    return {};
}

Check checkMessages(element root, RequestEnvelope& envelope) {
    simdjson::dom::array messages;
    if (root["messages"].get(messages) != simdjson::SUCCESS)
        return refused("messages", "messages must be an array.");
    std::size_t index = 0;
    for (element message : messages) {
        const std::string at = "messages[" + std::to_string(index++) + "]";
        if (auto checked = checkMessage(message, at, envelope); !checked)
            return checked;
    }
    if (index == 0 && !envelope.continuesThread) // a paused turn of a thread goes on without a word
        return refused("messages", "messages must hold at least one message.");
    return {};
}

/// Absent and null members are not given.
bool given(element root, const char* name, element& value) {
    return root[name].get(value) == simdjson::SUCCESS && !value.is_null();
}

Check checkSystem(element root, RequestEnvelope& envelope) {
    element system;
    return given(root, "system", system) ? checkContent(system, "system", envelope) : Check();
}

Check checkSampling(element root, RequestEnvelope& envelope) {
    if (auto read = readMaxTokens(root, "max_tokens", envelope); !read)
        return read;
    for (const char* name : {"temperature", "top_p"}) {
        if (auto read = checkNumber(root, name, 0, 1); !read)
            return read;
    }
    std::int64_t topK = 0;
    if (auto read = optionalField(root, "top_k", "an integer", topK); !read)
        return read;
    if (topK < 0)
        return refused("top_k", "top_k must be at least 0.");
    element sequences;
    if (!given(root, "stop_sequences", sequences))
        return {};
    simdjson::dom::array stops;
    if (sequences.get(stops) != simdjson::SUCCESS)
        return refused("stop_sequences", "stop_sequences must be an array of strings.");
    for (element stop : stops) {
        if (!stop.is_string())
            return refused("stop_sequences", "stop_sequences must be an array of strings.");
    }
    return {};
}

Check checkTools(element root, RequestEnvelope& envelope) {
    element tools;
    if (given(root, "tools", tools)) {
        simdjson::dom::array all;
        if (tools.get(all) != simdjson::SUCCESS)
            return refused("tools", "tools must be an array.");
        std::size_t index = 0;
        for (element tool : all) {
            const std::string at = "tools[" + std::to_string(index++) + "]";
            if (!tool.is_object())
                return refused(at, at + " must be an object.");
            if (element wish; tool["cache_control"].get(wish) == simdjson::SUCCESS)
                noteCacheWish(wish, envelope);
        }
        envelope.hasTools = index > 0;
        envelope.promptBytes += textBytes(tools);
    }
    if (element choice; given(root, "tool_choice", choice) && !choice["type"].is_string())
        return refused("tool_choice", "tool_choice must be an object with a type.");
    return {};
}

Check readUser(element root, RequestEnvelope& envelope) {
    if (auto read = readUserField(root, envelope); !read)
        return read;
    envelope.user = anthropicPerson(envelope.user);
    return {};
}

Check checkObjects(element root, RequestEnvelope& envelope) {
    for (const char* name : {"thinking", "metadata", "output_config", "output_format"}) {
        if (element value; given(root, name, value) && !value.is_object())
            return refused(name, std::string(name) + " must be an object.");
    }
    for (const char* name : {"output_config", "output_format"}) {
        if (element value; given(root, name, value))
            weigh(value, envelope);
    }
    return {};
}

/// platform.claude.com/docs/en/build-with-claude/message-threads
Check readThread(element root, RequestEnvelope& envelope) {
    element thread;
    if (!given(root, "thread", thread))
        return {};
    std::string_view type;
    if (thread["type"].get(type) != simdjson::SUCCESS)
        return refused("thread", "thread must be an object with a type.");
    envelope.continuesThread = type == "continue";
    return {};
}

/// What changes the price: how fast, where, and how long the prompt is kept (docs, "Pricing").
Check readTerms(element root, RequestEnvelope& envelope) {
    envelope.service = serviceAskedFor(root);
    std::string_view word;
    if (root["speed"].get(word) == simdjson::SUCCESS && word == "fast")
        envelope.service = ServiceTier::Fast;
    else if (root["inference_geo"].get(word) == simdjson::SUCCESS && word == "us")
        envelope.service = ServiceTier::UsOnly;
    if (element wish; given(root, "cache_control", wish))
        noteCacheWish(wish, envelope);
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view model;
    if (auto read = optionalField(root, "model", "a string", model); !read)
        return read;
    envelope.model = model;
    if (auto read = optionalField(root, "stream", "true or false", envelope.stream); !read)
        return read;
    for (const auto& step : {readUser, readThread, readTerms, checkSampling, checkSystem, checkMessages,
                             checkTools, checkObjects}) {
        if (auto done = step(root, envelope); !done)
            return done;
    }
    return {};
}

/// Top-level members that the gateway acts on.
constexpr std::array<std::string_view, 13> kActedOn{
    "model",       "messages", "stream",        "max_tokens",   "system", "tools",        "metadata",
    "temperature", "user",     "output_config", "service_tier", "speed",  "inference_geo"};

Check locate(std::string_view body, RequestEnvelope& envelope) {
    envelope.objectStart = body.find('{') + 1;
    return locateMembers(body, kActedOn, [&](std::string_view key, BodySpan place) {
        if (key == "model")
            envelope.modelValue = place;
        else if (key == "messages")
            envelope.messagesStart = place.offset + 1;
        else if (key == "stream")
            envelope.streamValue = place;
        else if (key == "system")
            envelope.systemValue = place;
    });
}

} // namespace

tl::expected<RequestEnvelope, Error> inspectAnthropic(std::string_view body, bool counting) {
    const auto root = parseBody(body);
    if (!root)
        return tl::unexpected(root.error());
    RequestEnvelope envelope;
    if (auto read = readMembers(*root, envelope); !read)
        return tl::unexpected(std::move(read.error()));
    if (counting)
        envelope.stream = false;
    else if (!envelope.maxTokens)
        return refused("max_tokens", "max_tokens is required: how many tokens the answer may have.");
    if (auto located = locate(body, envelope); !located)
        return tl::unexpected(std::move(located.error()));
    return envelope;
}

} // namespace tollgate
