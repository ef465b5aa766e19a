#pragma once
// How one kind of caller speaks: read its request, write its reply, put our errors into its words.

#include "gateway/wire/chat_event.h"
#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"
#include "gateway/wire/http.h"
#include "gateway/wire/money.h"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// What a provider must speak so that the caller's own bytes can be passed on.
enum class WireFormat { None, OpenAiChat };

/// Byte ranges of a JSON body, for changing a value without touching the rest.
struct BodySpan {
    std::size_t offset = 0;
    std::size_t length = 0; ///< 0: the member is not there
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
    bool hasTools = false;
    bool hasImages = false;
    // Places in the body; only of WireFormat bodies.
    std::size_t objectStart = 0;   ///< just behind the opening brace
    std::size_t messagesStart = 0; ///< just behind the opening bracket
    BodySpan modelValue;
    BodySpan streamOptionsValue;
};

/// What the reply must say that no provider event tells.
struct ReplyFacts {
    std::string replyId; ///< when the provider named none
    std::string model;   ///< "gpt-4o-mini"
    std::string provider;
    std::string promptVersion;
    bool fallback = false;
    std::int64_t createdSeconds = 0;
    std::int64_t latencyMs = 0;
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
};

/// Stateless and thread-safe, but for the scratch parser a worker lends it.
class Dialect {
public:
    virtual ~Dialect() = default;

    virtual std::string_view name() const = 0;
    virtual WireFormat wireFormat() const = 0;

    virtual tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const = 0;
    virtual tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const = 0;

    virtual std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope,
                                                  const ReplyFacts& facts) const = 0;

    virtual std::string errorBody(const Error& error) const = 0;
    /// The event that ends a stream which went wrong.
    virtual std::string streamError(const Error& error) const = 0;
};

const Dialect& openAiChatDialect();
const Dialect& notebookDialect();

} // namespace tollgate
