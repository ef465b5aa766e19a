#pragma once
// What the tests of Gemini share: requests in few words, and what became of them.

#include "gateway/providers/gemini_encode.h"

#include <boost/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tollgate::gemini_kit {

inline ContentPart text(std::string words) {
    ContentPart part;
    part.text = std::move(words);
    return part;
}

inline ContentPart file(ContentPart::Kind kind, std::string url) {
    ContentPart part;
    part.kind = kind;
    part.url = std::move(url);
    return part;
}

inline ContentPart toolCall(std::string id, std::string name, std::string arguments = "{}",
                            std::string signature = {}) {
    ContentPart part;
    part.kind = ContentPart::Kind::ToolCall;
    part.id = std::move(id);
    part.name = std::move(name);
    part.arguments = std::move(arguments);
    part.origin = signature.empty() ? Origin::Unknown : Origin::Gemini;
    part.signature = std::move(signature);
    return part;
}

inline ContentPart toolResult(std::string id, std::vector<ContentPart> parts, bool isError = false) {
    ContentPart part;
    part.kind = ContentPart::Kind::ToolResult;
    part.id = std::move(id);
    part.parts = std::move(parts);
    part.isError = isError;
    return part;
}

inline Message message(Role role, std::vector<ContentPart> parts) {
    Message result;
    result.role = role;
    result.parts = std::move(parts);
    return result;
}

inline ToolDefinition function(std::string name, const char* schema = nullptr) {
    ToolDefinition tool;
    tool.name = std::move(name);
    tool.description = "does";
    if (schema != nullptr)
        tool.schema = boost::json::parse(schema);
    return tool;
}

/// One attempt at a model, and its receipt.
class Attempt {
public:
    explicit Attempt(std::string model = "gemini-3-flash", UnsupportedParams policy = UnsupportedParams::Drop)
        : m_model(std::move(model))
        , m_log(policy) {
        m_provider.kind = ProviderKind::Gemini;
        m_provider.baseUrl = "https://gemini.test/v1beta";
    }

    using Encode = tl::expected<EncodedCall, Error> (*)(const ChatRequest&, const CallTarget&,
                                                        TranslationLog&);

    /// The body; null when it was refused.
    boost::json::value body(const ChatRequest& request, Encode encode = encodeGeminiChat) {
        auto call = encode(request, {m_provider, m_model}, m_log);
        if (!call) {
            error = std::move(call.error());
            return nullptr;
        }
        hints = std::move(call->hints);
        return boost::json::parse(call->body);
    }
    /// What stands at a JSON pointer of the body, as text; "absent" when nothing does.
    std::string at(const ChatRequest& request, const char* pointer, Encode encode = encodeGeminiChat) {
        const boost::json::value whole = body(request, encode);
        boost::system::error_code failure;
        const boost::json::value* found = whole.find_pointer(pointer, failure);
        return found == nullptr ? "absent" : boost::json::serialize(*found);
    }
    std::string notes() const { return summaryOf(m_log.notes()); }
    const TranslationLog& log() const { return m_log; }

    Error error;
    ReplyHints hints;

private:
    const std::string m_model;
    Provider m_provider;
    TranslationLog m_log;
};

} // namespace tollgate::gemini_kit
