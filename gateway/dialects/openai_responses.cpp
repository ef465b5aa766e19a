// OpenAI Responses (platform.openai.com/docs/api-reference/responses): the dialect. Requests are read in
// openai_responses_inspect.cpp and openai_responses_decode.cpp, replies written in
// openai_responses_encoder.cpp.

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/dialect.h"
#include "gateway/dialects/openai_errors.h"
#include "gateway/dialects/openai_responses_decode.h"
#include "gateway/dialects/openai_responses_encoder.h"
#include "gateway/dialects/openai_responses_inspect.h"
#include "gateway/dialects/openai_responses_store.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

/// The system text in front of the caller's instructions.
std::string instructionsWith(std::string_view systemText, std::string_view written) {
    boost::system::error_code failure;
    const json::value own = written.empty() ? json::value() : json::parse(written, failure);
    std::string text(systemText);
    if (!failure && own.is_string() && !own.get_string().empty())
        text.append("\n\n").append(std::string_view(own.get_string()));
    return quotedJson(text);
}

/// Of the response object a body or an event holds: the upstream knows nothing of the response that the
/// gateway put in front of the request. Empty: the member is not there, or says something itself.
std::string withPrevious(std::string_view bytes, std::string_view id) {
    constexpr std::string_view kName = "\"previous_response_id\":"; // inside a text the quotes are escaped
    constexpr std::string_view kNull = "null";
    const std::size_t name = id.empty() ? std::string_view::npos : bytes.find(kName);
    if (name == std::string_view::npos)
        return {};
    const std::size_t value = bytes.find_first_not_of(" \t\r\n", name + kName.size());
    if (value == std::string_view::npos || !bytes.substr(value).starts_with(kNull))
        return {};
    BodyEdits edits(bytes);
    edits.replace({value, kNull.size()}, quotedJson(id));
    return edits.applied();
}

class OpenAiResponsesDialect final : public Dialect {
public:
    std::string_view name() const override { return "openai_responses"; }
    WireFormat wireFormat() const override { return WireFormat::OpenAiResponses; }

    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        return inspectOpenAiResponses(request.body);
    }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        return decodeOpenAiResponses(request.body);
    }

    std::string rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                          const Rewrite& rewrite) const override {
        BodyEdits edits(request.body);
        const auto set = [&](BodySpan place, const char* name, std::string value) {
            if (place.length > 0)
                edits.replace(place, std::move(value));
            else // members that were absent go to the start of the object
                edits.insert(envelope.objectStart, "\"" + std::string(name) + "\":" + value + ",");
        };
        set(envelope.modelValue, "model", quotedJson(rewrite.model));
        if (rewrite.forceStream)
            set(envelope.streamValue, "stream", "true");
        if (!rewrite.systemText.empty())
            set(envelope.systemValue, "instructions",
                instructionsWith(rewrite.systemText, edits.at(envelope.systemValue)));
        std::string body = edits.applied();
        std::string own = withoutSealedItems(body);
        return own.empty() ? body : own;
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest& request) const override {
        return makeOpenAiResponsesEncoder(envelope, facts, request);
    }

    std::string touchedUp(std::string_view reply, const RequestEnvelope& envelope) const override {
        return withPrevious(reply, envelope.previousResponseId);
    }
    std::string touchedUpStart(std::string_view event, const RequestEnvelope& envelope) const override {
        return withPrevious(event, envelope.previousResponseId);
    }

    std::string errorBody(const Error& error, std::string_view) const override {
        return openAiErrorBody(error);
    }

    /// Of streams that were passed through: what was sent before is not known here. Where an encoder wrote
    /// it, ReplyEncoder::failed() goes on from there.
    std::string streamError(const Error& error, std::string_view requestId) const override {
        return openAiResponsesFailure(error, requestId);
    }
};

} // namespace

const Dialect& openAiResponsesDialect() {
    static const OpenAiResponsesDialect dialect;
    return dialect;
}

} // namespace tollgate
