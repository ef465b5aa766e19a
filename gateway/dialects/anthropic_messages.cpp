// Anthropic Messages and its token counting, as callers speak them: POST /v1/messages and
// /v1/messages/count_tokens (platform.claude.com/docs/en/api/messages, …/messages-count-tokens).

#include "gateway/dialects/anthropic_decode.h"
#include "gateway/dialects/anthropic_encoder.h"
#include "gateway/dialects/anthropic_errors.h"
#include "gateway/dialects/anthropic_inspect.h"
#include "gateway/dialects/anthropic_seal.h"
#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/dialect.h"
#include "gateway/dialects/json_scan.h"
#include "gateway/dialects/token_count_encoder.h"

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

/// Claude Code drops every thinking block of a reply whose model is not called what it asked for (seen with
/// 2.1.197). Behind an alias the model would never see its own thoughts again: Anthropic refuses a turn with
/// tools that lost them, and Gemini's signatures travel in them.
bool comparesModels(const HttpHeaders& headers) {
    return headers.value("user-agent").starts_with("claude-cli/") ||
           headers.contains("x-claude-code-session-id");
}

/// A Message, or the event of a stream that holds one, with another word for its model; empty: there is none.
std::string renamed(std::string_view reply, std::string_view model) {
    const std::size_t open = reply.find('{');
    const std::size_t close = reply.rfind('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return {};
    namespace od = simdjson::ondemand;
    od::document document;
    od::object root;
    if (JsonScan::locate(reply.substr(open, close + 1 - open)).get(document) != simdjson::SUCCESS ||
        document.get_object().get(root) != simdjson::SUCCESS)
        return {};
    od::value named;
    od::object message;
    const auto missing = root["message"].get_object().get(message);
    if (missing != simdjson::SUCCESS && missing != simdjson::NO_SUCH_FIELD)
        return {};
    if ((missing == simdjson::SUCCESS ? message : root)["model"].get(named) != simdjson::SUCCESS)
        return {};
    const std::string_view raw = named.raw_json_token();
    if (!raw.starts_with('"'))
        return {};
    BodyEdits edits(reply);
    const auto offset = static_cast<std::size_t>(raw.data() - JsonScan::padded());
    edits.replace({open + offset, raw.rfind('"') + 1}, quotedJson(model));
    return edits.applied();
}

class AnthropicDialect : public Dialect {
public:
    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        auto envelope = inspectAnthropic(request.body, operation() == Operation::CountTokens);
        if (envelope)
            envelope->wantsOwnModelName = !envelope->model.empty() && comparesModels(request.headers);
        return envelope;
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
        if (!rewrite.systemText.empty() && !envelope.continuesThread) // the thread keeps what it began with
            putInFront(edits, envelope, rewrite.systemText);
        dropSealedBlocks(request.body, edits);
        return edits.applied();
    }

    std::string errorBody(const Error& error, std::string_view requestId) const override {
        return anthropicErrorBody(error, requestId);
    }
    std::string streamError(const Error& error, std::string_view requestId) const override {
        return "event: error\ndata: " + anthropicStreamErrorBody(error, requestId) + "\n\n";
    }
};

class AnthropicMessagesDialect final : public AnthropicDialect {
public:
    std::string_view name() const override { return "anthropic_messages"; }
    WireFormat wireFormat() const override { return WireFormat::AnthropicMessages; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest&) const override {
        return makeAnthropicEncoder(envelope.stream, facts,
                                    envelope.wantsOwnModelName ? envelope.model : std::string());
    }

    std::string touchedUp(std::string_view reply, const RequestEnvelope& envelope) const override {
        return envelope.wantsOwnModelName ? renamed(reply, envelope.model) : std::string();
    }
    std::string touchedUpStart(std::string_view event, const RequestEnvelope& envelope) const override {
        return touchedUp(event, envelope);
    }

    std::string_view missingEnd() const override {
        return "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    }
};

class AnthropicCountTokensDialect final : public AnthropicDialect {
public:
    std::string_view name() const override { return "anthropic_count_tokens"; }
    WireFormat wireFormat() const override { return WireFormat::AnthropicCountTokens; }
    Operation operation() const override { return Operation::CountTokens; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest&) const override {
        return makeTokenCountEncoder("input_tokens");
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
