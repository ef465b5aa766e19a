#pragma once
// How one kind of caller speaks: read its request, write its reply, put our errors into its words.

#include "gateway/wire/chat_event.h"
#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"
#include "gateway/wire/http.h"
#include "gateway/wire/money.h"
#include "gateway/wire/translation.h"
#include "gateway/wire/usage.h"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Byte ranges of a JSON body, for changing a value without touching the rest.
struct BodySpan {
    std::size_t offset = 0;
    std::size_t length = 0; ///< 0: the member is not there
};

/// What of a prompt is no text, as far as it says what it may cost.
struct Attachments {
    std::int64_t images = 0;    ///< and files that are only named
    std::int64_t documents = 0; ///< in the body
    std::size_t documentBytes = 0;
    std::size_t soundBytes = 0; ///< like those of documents, in base64
};

/// What the gateway must know of a request to route, admit and pass it on, read without building the whole.
struct RequestEnvelope {
    std::string model; ///< as the caller wrote it; empty: none
    std::string user;  ///< of the body, by the contract's order; empty: none
    bool stream = false;
    bool includeUsage = false; ///< the caller asked for the usage chunk
    std::optional<std::int64_t> maxTokens;
    std::size_t promptBytes = 0;
    std::int64_t choices = 1;
    Attachments attached;
    bool hasTools = false;
    bool hasImages = false;
    bool hasAudio = false;
    bool longCache = false;                    ///< some of the prompt is to be cached for an hour
    ServiceTier service = ServiceTier::Unsaid; ///< how the caller asks to be served
    bool wantsArray = false;                   ///< Gemini: a stream's objects, but in one array
    bool continuesThread = false;              ///< Anthropic: only its upstream knows what was said before
    bool wantsOwnModelName = false;            ///< the reply is to call the model what the caller called it
    // OpenAI Responses.
    bool store = false;                  ///< the reply is to be kept for previous_response_id
    std::string previousResponseId;      ///< empty: none
    std::vector<std::string> references; ///< of input items of type item_reference
    // Places in the body, as far as the dialect needs them for rewritten().
    std::size_t objectStart = 0;   ///< just behind the opening brace
    std::size_t messagesStart = 0; ///< just behind the opening bracket
    BodySpan modelValue;
    BodySpan streamValue;
    BodySpan streamOptionsValue;
    BodySpan systemValue; ///< Anthropic's system, Responses' instructions
};

/// What routing changes in a body that is passed on.
struct Rewrite {
    std::string_view model;
    std::string_view systemText = {}; ///< put in front as the system text; empty: nothing
    bool askForUsage = false;         ///< OpenAI chat: set stream_options.include_usage
    bool forceStream = false;         ///< stream although the caller did not ask for it
};

/// What the reply must say that no provider event tells.
struct ReplyFacts {
    std::string replyId; ///< a ULID, for when the provider named none; the dialect puts its prefix before it
    std::string model;   ///< "gpt-4o-mini"
    std::string provider;
    std::string promptVersion;
    bool fallback = false;
    std::int64_t createdSeconds = 0;
    std::int64_t latencyMs = 0;
    std::int64_t promptTokens = 0; ///< estimated; for what must be said before the upstream has counted
    std::optional<Money> cost;
    Money spentToday;
};

/// Turns provider events into the caller's reply. One per attempt; not thread-safe.
class ReplyEncoder {
public:
    virtual ~ReplyEncoder() = default;
    virtual void add(const ChatEvent& event) = 0;
    /// Streaming: the bytes to send for all events added since the last call.
    virtual std::string takeBytes() = 0;
    /// Streaming: the bytes that end a good stream.
    virtual std::string end(const ReplyFacts& facts) = 0;
    /// Unary: the whole body.
    virtual std::string body(const ReplyFacts& facts) = 0;
    /// Streaming: the event that ends a stream which went wrong, when it depends on what was sent before;
    /// empty: Dialect::streamError() says it.
    virtual std::string failed(const Error&) { return {}; }
    /// OpenAI Responses, after end() or body(): the response object as JSON text, for the local store.
    virtual std::string_view finalReply() const { return {}; }
    /// What of the reply this dialect could not say.
    virtual std::vector<TranslationNote> notes() const { return {}; }
};

/// Stateless and thread-safe, but for the scratch parser a worker lends it.
class Dialect {
public:
    virtual ~Dialect() = default;

    virtual std::string_view name() const = 0;
    virtual WireFormat wireFormat() const = 0;
    virtual Operation operation() const { return Operation::Chat; }

    virtual tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const = 0;
    virtual tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const = 0;
    /// The caller's own body with only what routing decided changed; every other byte stays as it was.
    virtual std::string rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                                  const Rewrite& rewrite) const = 0;

    virtual std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                                  const ChatRequest& request) const = 0;

    /// Ends a passed-through stream that was complete but did not say so itself.
    virtual std::string_view missingEnd() const { return {}; }
    /// A unary reply of the upstream as the caller is to have it; empty: untouched.
    virtual std::string touchedUp(std::string_view, const RequestEnvelope&) const { return {}; }
    /// The same of the event that begins a passed-through stream; where the request goes on from an earlier
    /// response, of every event.
    virtual std::string touchedUpStart(std::string_view, const RequestEnvelope&) const { return {}; }

    /// `requestId` is the trace id.
    virtual std::string errorBody(const Error& error, std::string_view requestId) const = 0;
    /// The event that ends a stream which went wrong.
    virtual std::string streamError(const Error& error, std::string_view requestId) const = 0;
};

const Dialect& openAiChatDialect();
const Dialect& openAiResponsesDialect();
const Dialect& openAiCompletionsDialect();
const Dialect& openAiEmbeddingsDialect();
const Dialect& anthropicMessagesDialect();
const Dialect& anthropicCountTokensDialect();
/// POST /v1beta/models/{model}:generateContent, :streamGenerateContent and :countTokens.
const Dialect& geminiGenerateDialect();
const Dialect& geminiCountTokensDialect();
const Dialect& notebookDialect();
/// GET /v1/stream?prompt=: server-sent events {"content","done"}.
const Dialect& promptStreamDialect();
/// One prompt of a chat over WebSocket, as a body {"prompt"}: every line of the reply is one message.
const Dialect& promptSocketDialect();

} // namespace tollgate
