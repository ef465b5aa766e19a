// OpenAI Chat Completions (platform.openai.com/docs/api-reference/chat): reading requests. Replies are in
// openai_chat_encoder.cpp.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/json_scan.h"
#include "gateway/dialects/openai_chat_decode.h"
#include "gateway/dialects/openai_chat_encoder.h"
#include "gateway/dialects/openai_errors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace {

using simdjson::dom::element;

Error invalid(std::string param, std::string message) {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    error.param = std::move(param);
    error.message = std::move(message);
    return error;
}

using Check = tl::expected<void, Error>;

/// Of an answer: far more than any model writes, and small enough that no sum made of it can overflow.
constexpr std::int64_t kMostTokens = 1'000'000'000;

constexpr std::array<std::string_view, 6> kRoles{"system",    "developer", "user",
                                                 "assistant", "tool",      "function"};

/// What the model reads of any JSON value, without the punctuation.
std::size_t textBytes(element value) {
    std::size_t bytes = 0;
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        bytes = text.size();
    } else if (simdjson::dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (element item : items)
            bytes += textBytes(item);
    } else if (simdjson::dom::object members; value.get(members) == simdjson::SUCCESS) {
        for (const auto& member : members)
            bytes += member.key.size() + textBytes(member.value);
    } else {
        bytes = sizeof "true";
    }
    return bytes;
}

Check checkPart(element part, const std::string& at, RequestEnvelope& envelope) {
    simdjson::dom::object members;
    std::string_view type;
    if (part.get(members) != simdjson::SUCCESS || members["type"].get(type) != simdjson::SUCCESS)
        return tl::unexpected(invalid(at + ".content", "Every content part needs a type."));
    envelope.hasImages = envelope.hasImages || type == "image_url";
    for (const auto& member : members) {
        if (member.key == "text" || member.key == "refusal")
            envelope.promptBytes += textBytes(member.value);
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
            invalid(at + ".content", at + ".content must be a string or an array of parts."));
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
        return tl::unexpected(invalid(at, at + " must be an object."));
    std::string_view role;
    if (members["role"].get(role) != simdjson::SUCCESS)
        return tl::unexpected(invalid(at + ".role", at + " needs a role."));
    if (std::ranges::find(kRoles, role) == kRoles.end())
        return tl::unexpected(
            invalid(at + ".role", "Role \"" + std::string(role) +
                                      "\" is not one of system, developer, user, assistant, tool."));
    bool hasContent = false;
    for (const auto& member : members) {
        if (member.key == "tool_calls" || member.key == "function_call") {
            envelope.promptBytes += textBytes(member.value);
        } else if (member.key == "content") {
            if (std::exchange(hasContent, true))
                return tl::unexpected(invalid(at + ".content", at + ".content is there twice."));
            if (member.value.is_null())
                continue;
            if (auto checked = checkContent(member.value, at, envelope); !checked)
                return checked;
        }
    }
    const bool silent = !hasContent || members["content"].is_null();
    if (silent && role != "assistant" && role != "function")
        return tl::unexpected(invalid(at + ".content", at + " needs content."));
    return {};
}

Check checkMessages(element root, RequestEnvelope& envelope) {
    simdjson::dom::array messages;
    if (root["messages"].get(messages) != simdjson::SUCCESS)
        return tl::unexpected(invalid("messages", "messages must be an array."));
    std::size_t index = 0;
    for (element message : messages) {
        if (auto checked = checkMessage(message, index++, envelope); !checked)
            return checked;
    }
    if (index == 0)
        return tl::unexpected(invalid("messages", "messages must hold at least one message."));
    return {};
}

/// An absent or null member is fine and leaves `value` alone.
template <typename T>
Check optionalField(element root, const char* name, const char* wanted, T& value) {
    element found;
    if (root[name].get(found) != simdjson::SUCCESS || found.is_null())
        return {};
    if (found.get(value) != simdjson::SUCCESS)
        return tl::unexpected(invalid(name, std::string(name) + " must be " + wanted + "."));
    return {};
}

Check checkNumber(element root, const char* name, double lowest, double highest) {
    double value = lowest;
    if (auto read = optionalField(root, name, "a number", value); !read)
        return read;
    if (value < lowest || value > highest) {
        const auto shown = [](double bound) { return std::to_string(static_cast<int>(bound)); };
        return tl::unexpected(invalid(name, std::string(name) + " must lie between " + shown(lowest) +
                                                " and " + shown(highest) + "."));
    }
    return {};
}

Check readLimits(element root, RequestEnvelope& envelope) {
    for (const char* name : {"max_completion_tokens", "max_tokens"}) {
        std::int64_t tokens = 0;
        if (auto read = optionalField(root, name, "an integer", tokens); !read)
            return read;
        if (tokens < 0 || (tokens == 0 && root[name].error() == simdjson::SUCCESS && !root[name].is_null()))
            return tl::unexpected(invalid(name, std::string(name) + " must be at least 1."));
        if (tokens > kMostTokens)
            return tl::unexpected(
                invalid(name, std::string(name) + " must be at most " + std::to_string(kMostTokens) + "."));
        // With both given servers differ in which they obey; the larger one is what may be spent.
        if (tokens > 0)
            envelope.maxTokens = std::max(envelope.maxTokens.value_or(0), tokens);
    }
    if (auto read = optionalField(root, "n", "an integer", envelope.choices); !read)
        return read;
    if (envelope.choices < 1 || envelope.choices > 128)
        return tl::unexpected(invalid("n", "n must lie between 1 and 128."));
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
        return tl::unexpected(invalid("stream_options", "stream_options must be an object."));
    if (!envelope.stream)
        return tl::unexpected(
            invalid("stream_options", "stream_options is only allowed when stream is true."));
    bool include = false;
    element flag;
    if (options["include_usage"].get(flag) == simdjson::SUCCESS && !flag.is_null() &&
        flag.get(include) != simdjson::SUCCESS)
        return tl::unexpected(
            invalid("stream_options.include_usage", "stream_options.include_usage must be true or false."));
    envelope.includeUsage = include;
    return {};
}

/// user, metadata.user_id, safety_identifier: the contract's order.
Check readUser(element root, RequestEnvelope& envelope) {
    std::string_view text;
    if (auto read = optionalField(root, "user", "a string", text); !read)
        return read;
    element metadata;
    if (text.empty() && root["metadata"].get(metadata) == simdjson::SUCCESS && metadata.is_object()) {
        if (metadata["user_id"].get(text) != simdjson::SUCCESS)
            text = {};
    }
    if (text.empty()) {
        if (auto read = optionalField(root, "safety_identifier", "a string", text); !read)
            return read;
    }
    envelope.user = text;
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view model;
    if (auto read = optionalField(root, "model", "a string", model); !read)
        return read;
    envelope.model = model;
    for (const auto& step : {readUser, readStreamOptions, readLimits, checkMessages}) {
        if (auto done = step(root, envelope); !done)
            return done;
    }
    element tools;
    if (root["tools"].get(tools) == simdjson::SUCCESS && !tools.is_null()) {
        if (!tools.is_array())
            return tl::unexpected(invalid("tools", "tools must be an array."));
        envelope.hasTools = tools.get_array().size() > 0;
        envelope.promptBytes += textBytes(tools);
    }
    for (const char* name : {"functions", "response_format"}) {
        if (element shape; root[name].get(shape) == simdjson::SUCCESS && !shape.is_null())
            envelope.promptBytes += textBytes(shape);
    }
    return {};
}

BodySpan spanOf(std::string_view token, const char* base) {
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return {static_cast<std::size_t>(token.data() - base), token.size()};
}

/// Top-level members that the gateway acts on.
constexpr std::array<std::string_view, 13> kActedOn{"model",
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
                                                    "response_format"};

/// Where the members stand that may have to be changed on the way up. Of a member given twice the upstream
/// may read the other one, so that is refused.
Check locateMembers(std::string_view body, RequestEnvelope& envelope) {
    namespace od = simdjson::ondemand;
    const auto malformed = [] { return tl::unexpected(invalid({}, "The body is not valid JSON.")); };
    od::document document;
    od::object root;
    if (JsonScan::locate(body).get(document) != simdjson::SUCCESS ||
        document.get_object().get(root) != simdjson::SUCCESS)
        return malformed();
    const char* base = JsonScan::padded();
    envelope.objectStart = body.find('{') + 1;
    std::array<bool, kActedOn.size()> seen{};
    for (auto field : root) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
            field.value().get(value) != simdjson::SUCCESS)
            return malformed();
        if (const auto known = std::ranges::find(kActedOn, key); known != kActedOn.end()) {
            if (std::exchange(seen[static_cast<std::size_t>(known - kActedOn.begin())], true))
                return tl::unexpected(invalid(std::string(key), std::string(key) + " is there twice."));
        }
        if (key == "model") {
            envelope.modelValue = spanOf(value.raw_json_token(), base);
        } else if (key == "messages") {
            envelope.messagesStart = spanOf(value.raw_json_token(), base).offset + 1;
        } else if (key == "stream_options") {
            od::object options;
            std::string_view raw;
            if (value.get_object().get(options) == simdjson::SUCCESS &&
                options.raw_json().get(raw) == simdjson::SUCCESS)
                envelope.streamOptionsValue = spanOf(raw, base);
            else
                envelope.streamOptionsValue = spanOf(value.raw_json_token(), base);
        }
    }
    return {};
}

class OpenAiChatDialect final : public Dialect {
public:
    std::string_view name() const override { return "openai_chat"; }
    WireFormat wireFormat() const override { return WireFormat::OpenAiChat; }

    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        element root;
        if (const auto failure = JsonScan::parse(request.body).get(root); failure != simdjson::SUCCESS)
            return tl::unexpected(invalid({}, std::string("The body is not valid JSON: ") +
                                                  simdjson::error_message(failure) + "."));
        if (!root.is_object())
            return tl::unexpected(invalid({}, "The body must be a JSON object."));
        RequestEnvelope envelope;
        if (auto read = readMembers(root, envelope); !read)
            return tl::unexpected(std::move(read.error()));
        if (auto located = locateMembers(request.body, envelope); !located)
            return tl::unexpected(std::move(located.error()));
        return envelope;
    }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        return decodeOpenAiChat(request.body);
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope,
                                          const ReplyFacts& facts) const override {
        return makeOpenAiChatEncoder(envelope, facts);
    }

    std::string errorBody(const Error& error) const override { return openAiErrorBody(error); }
    std::string streamError(const Error& error) const override {
        return "data: " + openAiErrorBody(error) + "\n\n";
    }
};

} // namespace

const Dialect& openAiChatDialect() {
    static const OpenAiChatDialect dialect;
    return dialect;
}

} // namespace tollgate
