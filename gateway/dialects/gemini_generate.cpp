// Google's generateContent and countTokens, as callers speak them: POST /v1beta/models/{model}:{method}
// (ai.google.dev/api/generate-content, …/api/tokens).

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/dialect.h"
#include "gateway/dialects/gemini_decode.h"
#include "gateway/dialects/gemini_encoder.h"
#include "gateway/dialects/gemini_errors.h"
#include "gateway/dialects/gemini_inspect.h"
#include "gateway/dialects/gemini_parts.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/gemini_seal.h"
#include "gateway/dialects/token_count_encoder.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

/// {"parts":[{"text":ours},{"text":theirs}]}
std::string systemBoth(std::string_view ours, std::string_view theirs) {
    boost::system::error_code failure;
    const json::value known = parsedJson(theirs, failure);
    json::array parts;
    for (const std::string& text :
         {std::string(ours), failure ? std::string() : GeminiContentReader::systemText(known)}) {
        if (text.empty())
            continue;
        json::object part;
        part["text"] = text;
        parts.push_back(std::move(part));
    }
    json::object content;
    content["parts"] = std::move(parts);
    return json::serialize(content);
}

class GeminiDialect : public Dialect {
public:
    WireFormat wireFormat() const override { return WireFormat::Gemini; }

    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        return inspectGemini(request);
    }
    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        return decodeGemini(request, operation());
    }

    /// The model stands in the path.
    std::string rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                          const Rewrite& rewrite) const override {
        BodyEdits edits(request.body);
        if (!rewrite.systemText.empty())
            setMember(edits, envelope, envelope.systemValue, "systemInstruction",
                      systemBoth(rewrite.systemText, edits.at(envelope.systemValue)));
        dropSealedThoughts(request.body, edits);
        return edits.applied();
    }

    std::string errorBody(const Error& error, std::string_view) const override {
        return geminiErrorBody(error);
    }
    std::string streamError(const Error& error, std::string_view) const override {
        return "data: " + geminiErrorBody(error) + "\r\n\r\n";
    }
};

class GeminiGenerateDialect final : public GeminiDialect {
public:
    std::string_view name() const override { return "gemini_generate"; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest& request) const override {
        return makeGeminiEncoder(envelope, facts, request);
    }

    std::string touchedUp(std::string_view reply, const RequestEnvelope& envelope) const override {
        return envelope.wantsArray ? "[" + std::string(reply) + "]" : std::string();
    }
    /// Nobody who asked for an array is answered in pieces.
    std::string touchedUpStart(std::string_view, const RequestEnvelope&) const override { return {}; }
};

class GeminiCountTokensDialect final : public GeminiDialect {
public:
    std::string_view name() const override { return "gemini_count_tokens"; }
    Operation operation() const override { return Operation::CountTokens; }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest&) const override {
        return makeTokenCountEncoder("totalTokens");
    }
};

} // namespace

const Dialect& geminiGenerateDialect() {
    static const GeminiGenerateDialect dialect;
    return dialect;
}

const Dialect& geminiCountTokensDialect() {
    static const GeminiCountTokensDialect dialect;
    return dialect;
}

} // namespace tollgate
