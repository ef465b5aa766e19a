#pragma once
// How one kind of upstream speaks HTTP: write a request for it, read its reply.

#include "gateway/config/snapshot.h"
#include "gateway/wire/chat_event.h"
#include "gateway/wire/chat_request.h"
#include "gateway/wire/http.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct ProviderRequest {
    std::string url;
    HttpHeaders headers;
    std::string body;
};

/// What an upstream's error reply says.
struct ProviderFault {
    std::string message;
    std::string code;
    std::string param;
    bool contextLength = false; ///< the prompt does not fit this model's window
};

/// Reads one reply. Unary: body() once. Streaming: event() for each server-sent event. Appends what it
/// understood.
class ReplyDecoder {
public:
    virtual ~ReplyDecoder() = default;
    virtual void body(std::string_view bytes, std::vector<ChatEvent>& events) = 0;
    virtual void event(std::string_view name, std::string_view data, std::vector<ChatEvent>& events) = 0;

    virtual bool finished() const = 0;      ///< a finish reason has been seen
    virtual bool sawTerminator() const = 0; ///< the stream's own end mark ([DONE]) has been seen
    virtual bool malformed() const = 0;     ///< what came is not this provider's format
    /// The upstream reported an error inside a stream that had begun well; empty: none.
    virtual const std::string& streamError() const = 0;
    /// The event just read carried nothing but usage that the gateway asked for.
    virtual bool wasUsageOnly() const = 0;
};

/// Stateless and thread-safe.
class ProviderAdapter {
public:
    virtual ~ProviderAdapter() = default;

    /// The caller's own body can be sent on with only the model changed.
    virtual bool acceptsOpenAiChat() const = 0;
    /// URL and headers of a chat call; the body is the caller's (already spliced) or what encode() gave.
    virtual ProviderRequest chatRequest(const Provider& provider, std::string_view apiKey,
                                        const std::string& model, std::string body, bool stream) const = 0;
    virtual std::string encode(const ChatRequest& request, const std::string& model) const = 0;
    virtual std::unique_ptr<ReplyDecoder> decoder() const = 0;
    virtual ProviderFault readFault(int status, std::string_view body) const = 0;

    /// GET that lists the models, for health checks.
    virtual ProviderRequest modelsRequest(const Provider& provider, std::string_view apiKey) const = 0;
    virtual std::vector<std::string> readModels(std::string_view body) const = 0;
};

/// Null for kinds without HTTP (simulated) and kinds not served.
const ProviderAdapter* adapterFor(ProviderKind kind);

} // namespace tollgate
