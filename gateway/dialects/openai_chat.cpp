// OpenAI Chat Completions (platform.openai.com/docs/api-reference/chat): reading requests. Replies are in
// openai_chat_encoder.cpp.

#include "gateway/dialects/attachments.h"
#include "gateway/dialects/dialect.h"
#include "gateway/dialects/openai_chat_decode.h"
#include "gateway/dialects/openai_chat_encoder.h"
#include "gateway/dialects/openai_dialect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 6> kRoles{"system",    "developer", "user",
                                                 "assistant", "tool",      "function"};

Check checkPart(element part, const std::string& at, RequestEnvelope& envelope) {
    simdjson::dom::object members;
    std::string_view type;
    if (part.get(members) != simdjson::SUCCESS || members["type"].get(type) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at + ".content", "Every content part needs a type."));
    noteAttachment(type, members, envelope.attached);
    envelope.hasImages = envelope.hasImages || type == "image_url";
    envelope.hasAudio = envelope.hasAudio || type == "input_audio";
    for (const auto& member : members) {
        if (member.key == "text" || member.key == "refusal")
            envelope.promptBytes += textBytes(member.value);
        else if (member.key == "cache_control")
            noteCacheWish(member.value, envelope);
    }
    return {};
}

Check checkContent(element content, const std::string& at, RequestEnvelope& envelope) {
    if (std::string_view text; content.get(text) == simdjson::SUCCESS) {
        envelope.promptBytes += text.size();
        return {};
    }
    simdjson::dom::array parts;
    if (content.get(parts) != simdjson::SUCCESS)
        return tl::unexpected(
            invalidField(at + ".content", at + ".content must be a string or an array of parts."));
    for (element part : parts) {
        if (auto checked = checkPart(part, at, envelope); !checked)
            return checked;
    }
    return {};
}

Check checkMessage(element message, std::size_t index, RequestEnvelope& envelope) {
    const std::string at = "messages[" + std::to_string(index) + "]";
    simdjson::dom::object members;
    if (message.get(members) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at, at + " must be an object."));
    std::string_view role;
    if (members["role"].get(role) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(at + ".role", at + " needs a role."));
    if (std::ranges::find(kRoles, role) == kRoles.end())
        return tl::unexpected(
            invalidField(at + ".role", "Role \"" + std::string(role) +
                                           "\" is not one of system, developer, user, assistant, tool."));
    bool hasContent = false;
    for (const auto& member : members) {
        if (member.key == "tool_calls" || member.key == "function_call") {
            envelope.promptBytes += textBytes(member.value);
        } else if (member.key == "content") {
            if (std::exchange(hasContent, true))
                return tl::unexpected(invalidField(at + ".content", at + ".content is there twice."));
            if (member.value.is_null())
                continue;
            if (auto checked = checkContent(member.value, at, envelope); !checked)
                return checked;
        }
    }
    const bool silent = !hasContent || members["content"].is_null();
    if (silent && role != "assistant" && role != "function")
        return tl::unexpected(invalidField(at + ".content", at + " needs content."));
    return {};
}

Check checkMessages(element root, RequestEnvelope& envelope) {
    simdjson::dom::array messages;
    if (root["messages"].get(messages) != simdjson::SUCCESS)
        return tl::unexpected(invalidField("messages", "messages must be an array."));
    std::size_t index = 0;
    for (element message : messages) {
        if (auto checked = checkMessage(message, index++, envelope); !checked)
            return checked;
    }
    if (index == 0)
        return tl::unexpected(invalidField("messages", "messages must hold at least one message."));
    return {};
}

Check readLimits(element root, RequestEnvelope& envelope) {
    for (const char* name : {"max_completion_tokens", "max_tokens"}) {
        if (auto read = readMaxTokens(root, name, envelope); !read)
            return read;
    }
    if (auto read = optionalField(root, "n", "an integer", envelope.choices); !read)
        return read;
    if (envelope.choices < 1 || envelope.choices > 128)
        return tl::unexpected(invalidField("n", "n must lie between 1 and 128."));
    if (auto read = checkNumber(root, "temperature", 0, 2); !read)
        return read;
    if (auto read = checkNumber(root, "top_p", 0, 1); !read)
        return read;
    for (const char* name : {"presence_penalty", "frequency_penalty"}) {
        if (auto read = checkNumber(root, name, -2, 2); !read)
            return read;
    }
    return {};
}

Check readStreamOptions(element root, RequestEnvelope& envelope) {
    if (auto read = optionalField(root, "stream", "true or false", envelope.stream); !read)
        return read;
    element options;
    if (root["stream_options"].get(options) != simdjson::SUCCESS || options.is_null())
        return {};
    if (!options.is_object())
        return tl::unexpected(invalidField("stream_options", "stream_options must be an object."));
    if (!envelope.stream)
        return tl::unexpected(
            invalidField("stream_options", "stream_options is only allowed when stream is true."));
    bool include = false;
    element flag;
    if (options["include_usage"].get(flag) == simdjson::SUCCESS && !flag.is_null() &&
        flag.get(include) != simdjson::SUCCESS)
        return tl::unexpected(invalidField("stream_options.include_usage",
                                           "stream_options.include_usage must be true or false."));
    envelope.includeUsage = include;
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view model;
    if (auto read = optionalField(root, "model", "a string", model); !read)
        return read;
    envelope.model = model;
    envelope.service = serviceAskedFor(root);
    for (const auto& step : {readUserField, readStreamOptions, readLimits, checkMessages}) {
        if (auto done = step(root, envelope); !done)
            return done;
    }
    element tools;
    if (root["tools"].get(tools) == simdjson::SUCCESS && !tools.is_null()) {
        if (!tools.is_array())
            return tl::unexpected(invalidField("tools", "tools must be an array."));
        envelope.hasTools = tools.get_array().size() > 0;
        envelope.promptBytes += textBytes(tools);
    }
    for (const char* name : {"functions", "response_format"}) {
        if (element shape; root[name].get(shape) == simdjson::SUCCESS && !shape.is_null())
            envelope.promptBytes += textBytes(shape);
    }
    return {};
}

/// Top-level members that the gateway acts on.
constexpr std::array<std::string_view, 14> kActedOn{"model",
                                                    "messages",
                                                    "stream",
                                                    "stream_options",
                                                    "max_tokens",
                                                    "max_completion_tokens",
                                                    "n",
                                                    "user",
                                                    "metadata",
                                                    "safety_identifier",
                                                    "tools",
                                                    "functions",
                                                    "response_format",
                                                    "service_tier"};

class OpenAiChatDialect final : public OpenAiDialect {
public:
    std::string_view name() const override { return "openai_chat"; }
    WireFormat wireFormat() const override { return WireFormat::OpenAiChat; }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        return decodeOpenAiChat(request.body);
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest& request) const override {
        return makeOpenAiChatEncoder(envelope, facts, request);
    }

    std::string_view missingEnd() const override { return "data: [DONE]\n\n"; }

protected:
    Check read(element root, RequestEnvelope& envelope) const override { return readMembers(root, envelope); }
    std::span<const std::string_view> actedOn() const override { return kActedOn; }
};

} // namespace

const Dialect& openAiChatDialect() {
    static const OpenAiChatDialect dialect;
    return dialect;
}

} // namespace tollgate
