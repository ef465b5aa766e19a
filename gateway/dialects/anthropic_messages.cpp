// Anthropic Messages and its token counting, as callers speak them: POST /v1/messages and
// /v1/messages/count_tokens (platform.claude.com/docs/en/api/messages, …/messages-count-tokens).

#include "gateway/dialects/anthropic_decode.h"
#include "gateway/dialects/anthropic_encoder.h"
#include "gateway/dialects/anthropic_errors.h"
#include "gateway/dialects/anthropic_inspect.h"
#include "gateway/dialects/anthropic_seal.h"
#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/dialect.h"

namespace tollgate {

namespace {

/// The caller's system prompt with a text of ours before it.
void putInFront(BodyEdits& edits, const RequestEnvelope& envelope, std::string_view text) {
    const BodySpan place = envelope.systemValue;
    const std::string_view system = edits.at(place);
    if (system.starts_with('[')) {
        const bool empty = system.find_first_not_of(" \t\r\n", 1) == system.size() - 1;
        edits.insert(place.offset + 1, R"({"type":"text","text":)" + quotedJson(text) + (empty ? "}" : "},"));
    } else if (system.starts_with('"') && system.size() > 2) {
        std::string both = quotedJson(std::string(text) + "\n\n");
        both.pop_back();
        edits.replace(place, both.append(system.substr(1)));
    } else if (place.length > 0) { // "" or null
        edits.replace(place, quotedJson(text));
    } else {
        edits.insert(envelope.objectStart, "\"system\":" + quotedJson(text) + ",");
    }
}

class AnthropicDialect : public Dialect {
public:
    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        return inspectAnthropic(request.body, operation() == Operation::CountTokens);
    }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        return decodeAnthropic(request.body, operation());
    }

    std::string rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                          const Rewrite& rewrite) const override {
        BodyEdits edits(request.body);
        const auto set = [&](BodySpan place, const char* name, const std::string& value) {
            if (place.length > 0)
                edits.replace(place, value);
            else // members that were absent go to the start of the object
                edits.insert(envelope.objectStart, "\"" + std::string(name) + "\":" + value + ",");
        };
        set(envelope.modelValue, "model", quotedJson(rewrite.model));
        if (rewrite.forceStream)
            set(envelope.streamValue, "stream", "true");
        if (!rewrite.systemText.empty())
            putInFront(edits, envelope, rewrite.systemText);
        dropSealedBlocks(request.body, edits);
        return edits.applied();
    }

    std::string errorBody(const Error& error, std::string_view requestId) const override {
        return anthropicErrorBody(error, requestId);
    }
    std::string streamError(const Error& error, std::string_view requestId) const override {
        return "event: error\ndata: " + anthropicErrorBody(error, requestId) + "\n\n";
    }
};

class AnthropicMessagesDialect final : public AnthropicDialect {
public:
    std::string_view name() const override { return "anthropic_messages"; }
    WireFormat wireFormat() const override { return WireFormat::AnthropicMessages; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest&) const override {
        return makeAnthropicEncoder(envelope.stream, facts);
    }

    std::string_view missingEnd() const override {
        return "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    }
};

class TokenCountEncoder final : public ReplyEncoder {
public:
    void add(const ChatEvent& event) override {
        if (const auto* count = std::get_if<event::TokenCount>(&event))
            m_tokens = count->inputTokens;
    }
    std::string takeBytes() override { return {}; }
    std::string end(const ReplyFacts&) override { return {}; }
    /// An upstream that counts nothing leaves our own estimate.
    std::string body(const ReplyFacts& facts) override {
        return R"({"input_tokens":)" + std::to_string(m_tokens.value_or(facts.promptTokens)) + "}";
    }

private:
    std::optional<std::int64_t> m_tokens;
};

class AnthropicCountTokensDialect final : public AnthropicDialect {
public:
    std::string_view name() const override { return "anthropic_count_tokens"; }
    WireFormat wireFormat() const override { return WireFormat::AnthropicCountTokens; }
    Operation operation() const override { return Operation::CountTokens; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest&) const override {
        return std::make_unique<TokenCountEncoder>();
    }
};

} // namespace

const Dialect& anthropicMessagesDialect() {
    static const AnthropicMessagesDialect dialect;
    return dialect;
}

const Dialect& anthropicCountTokensDialect() {
    static const AnthropicCountTokensDialect dialect;
    return dialect;
}

} // namespace tollgate
