#pragma once
// Short words for the parts of a request.

#include "gateway/providers/provider_adapter.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate::test {

inline ContentPart textPart(std::string_view text) {
    ContentPart part;
    part.text = text;
    return part;
}

inline ContentPart callPart(std::string_view id, std::string_view name, std::string_view arguments = "{}") {
    ContentPart part;
    part.kind = ContentPart::Kind::ToolCall;
    part.id = id;
    part.name = name;
    part.arguments = arguments;
    return part;
}

inline ContentPart resultPart(std::string_view id, std::string_view text) {
    ContentPart part;
    part.kind = ContentPart::Kind::ToolResult;
    part.id = id;
    part.parts.push_back(textPart(text));
    return part;
}

inline ContentPart thoughtPart(std::string_view text, std::string_view signature, Origin origin) {
    ContentPart part;
    part.kind = ContentPart::Kind::Reasoning;
    part.text = text;
    part.signature = signature;
    part.origin = origin;
    return part;
}

inline ContentPart mediaPart(ContentPart::Kind kind, std::string_view url) {
    ContentPart part;
    part.kind = kind;
    part.url = url;
    return part;
}

inline Message message(Role role, std::vector<ContentPart> parts) {
    Message result;
    result.role = role;
    result.parts = std::move(parts);
    return result;
}

inline Message message(Role role, std::string_view text) {
    return message(role, std::vector<ContentPart>{textPart(text)});
}

inline ToolDefinition tool(std::string_view name) {
    ToolDefinition definition;
    definition.name = name;
    return definition;
}

inline ChatRequest ask(std::string_view text = "hi") {
    ChatRequest request;
    request.messages = {message(Role::User, text)};
    return request;
}

/// What an adapter wrote: its body, or "refused PARAM".
struct Encoded {
    boost::json::value body;
    std::vector<TranslationNote> notes;
    ReplyHints hints;

    /// A member by JSON pointer as text, or "absent".
    std::string at(std::string_view pointer) const {
        boost::system::error_code failure;
        const boost::json::value* found = body.find_pointer(pointer, failure);
        return found == nullptr ? "absent" : boost::json::serialize(*found);
    }
    /// "dropped=seed; clamped=temperature"
    std::string summary() const { return summaryOf(notes); }
};

inline Encoded encodeWith(const ProviderAdapter& adapter, const ChatRequest& request,
                          const std::string& model, const Model* catalogue = nullptr,
                          UnsupportedParams policy = UnsupportedParams::Drop) {
    const Provider provider;
    TranslationLog log(policy);
    CallTarget target{provider, model};
    target.catalogue = catalogue;
    auto call = adapter.encode(request, target, log);
    if (!call)
        return {boost::json::string("refused " + call.error().param), log.take(), {}};
    return {boost::json::parse(call->body), log.take(), std::move(call->hints)};
}

} // namespace tollgate::test
