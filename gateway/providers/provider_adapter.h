#pragma once
// How one kind of upstream speaks HTTP: write a request for it, read its reply.

#include "gateway/config/snapshot.h"
#include "gateway/wire/chat_event.h"
#include "gateway/wire/chat_request.h"
#include "gateway/wire/http.h"
#include "gateway/wire/translation.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

struct ProviderRequest {
    std::string url;
    HttpHeaders headers;
    std::string body;
    std::string method = "POST";
};

/// Where one attempt goes. Borrowed from the snapshot for the time of a call.
struct CallTarget {
    const Provider& provider;
    const std::string& model;         ///< as the upstream names it
    const Model* catalogue = nullptr; ///< null: not in the catalogue
    std::string_view apiKey = {};     ///< the one whose turn it is; empty: none
    const Credentials* credentials = nullptr;
};

/// How the body was made and is to be sent.
struct OutgoingCall {
    /// Of a caller's own body; None: encode() wrote it.
    WireFormat format = WireFormat::None;
    Operation operation = Operation::Chat;
    bool stream = false;
    const HttpHeaders* callerHeaders = nullptr; ///< for versions and opt-ins to betas; may be null
    std::int64_t unixMs = 0;                    ///< for signatures
    WireFormat written = WireFormat::None;      ///< EncodedCall::written
};

/// What the reply's reader must know of the request.
struct ReplyHints {
    std::string unwrapTool; ///< the forced tool whose arguments are the answer's text
    std::vector<std::pair<std::string, std::string>> toolNames; ///< as sent → as the caller named it
};

struct EncodedCall {
    std::string body;
    ReplyHints hints;
    std::int64_t replyTokens = 0; ///< the most the upstream may write; 0: the body does not say
    WireFormat written =
        WireFormat::None; ///< which one, of a kind of upstream that has several; None: its usual
};

/// What an upstream's error reply says.
struct ProviderFault {
    std::string message;
    std::string code;
    std::string param;
    std::string details;            ///< Anthropic's error.details, a JSON object as text; empty: none
    bool contextLength = false;     ///< the prompt does not fit this model's window
    bool badCredential = false;     ///< the key is not accepted, whatever the status says (Gemini: 400)
    std::int64_t retryAfterMs = -1; ///< where the body tells it
};

/// What becomes of a caller's own body of a format that the kind of upstream takes.
enum class OwnWords {
    Sent,
    Translated,    ///< this model takes other words only
    UnlessRefused, ///< refuses() knows when all of the request is read
};

enum class Framing { Sse, AwsEventStream };

/// Reads one reply. Unary: body() once. Streaming: event() for each server-sent event (or each AWS event,
/// whose `name` is then ":event-type" or, for exceptions, "exception:" and ":exception-type"). Appends what
/// it understood.
class ReplyDecoder {
public:
    virtual ~ReplyDecoder() = default;
    virtual void body(std::string_view bytes, std::vector<ChatEvent>& events) = 0;
    virtual void event(std::string_view name, std::string_view data, std::vector<ChatEvent>& events) = 0;

    virtual Framing framing() const { return Framing::Sse; }
    virtual bool finished() const = 0; ///< a finish reason has been seen
    virtual bool
    sawTerminator() const = 0;          ///< the stream's own end mark ([DONE], message_stop) has been seen
    virtual bool malformed() const = 0; ///< what came is not this provider's format
    /// The upstream reported an error inside a stream that had begun well; empty: none.
    virtual const std::string& streamError() const = 0;
    /// The event just read carried nothing but usage that the gateway asked for.
    virtual bool wasUsageOnly() const { return false; }
    /// OpenAI Responses: the finished response object as JSON text, for the local store; empty: none.
    virtual std::string_view finalReply() const { return {}; }
};

/// Stateless and thread-safe.
class ProviderAdapter {
public:
    virtual ~ProviderAdapter() = default;

    /// A caller's own body of that format can be sent on, and the reply's bytes handed back.
    virtual bool accepts(WireFormat format, const Provider& provider) const = 0;

    /// Of a body that accepts() takes, by the model it is for.
    virtual OwnWords ownWords(WireFormat, const CallTarget&, bool /*hasTools*/) const {
        return OwnWords::Sent;
    }
    /// After UnlessRefused: the model would not serve this request in the caller's own format.
    virtual bool refuses(const ChatRequest&, const CallTarget&) const { return false; }

    /// What this kind of upstream can be asked at all.
    virtual bool serves(Operation operation) const { return operation == Operation::Chat; }

    /// The body of a call in the upstream's own words. What it cannot say goes to the log. Errors:
    /// InvalidRequest with the caller's field, where there is no way to say something that must be said.
    virtual tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                                    TranslationLog& log) const = 0;
    /// URL and headers around a body.
    virtual ProviderRequest request(const CallTarget& target, const OutgoingCall& call,
                                    std::string body) const = 0;
    virtual std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const = 0;
    virtual ProviderFault readFault(int status, const HttpHeaders& headers, std::string_view body) const = 0;

    /// The upstream wants long answers streamed even to a caller who waits for the whole.
    virtual bool streamsLongReplies() const { return false; }

    /// GET that lists the models, for health checks.
    virtual ProviderRequest modelsRequest(const CallTarget& target, std::int64_t unixMs) const = 0;
    virtual std::vector<std::string> readModels(std::string_view body) const = 0;
};

/// Null for kinds without HTTP (simulated).
const ProviderAdapter* adapterFor(ProviderKind kind);

} // namespace tollgate
