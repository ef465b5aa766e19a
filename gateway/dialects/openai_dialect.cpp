#include "gateway/dialects/openai_dialect.h"

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/openai_errors.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

std::string withUsageAsked(std::string_view options) {
    boost::system::error_code failure;
    json::value parsed = json::parse({options.data(), options.size()}, failure);
    json::object object = !failure && parsed.is_object() ? std::move(parsed.as_object()) : json::object();
    object["include_usage"] = true;
    return json::serialize(object);
}

} // namespace

tl::expected<RequestEnvelope, Error> OpenAiDialect::inspect(const HttpRequest& request) const {
    const auto root = parseBody(request.body);
    if (!root)
        return tl::unexpected(root.error());
    RequestEnvelope envelope;
    if (auto done = read(*root, envelope); !done)
        return tl::unexpected(std::move(done.error()));
    envelope.objectStart = request.body.find('{') + 1;
    auto located = locateMembers(request.body, actedOn(), [&](std::string_view key, BodySpan place) {
        if (key == "model")
            envelope.modelValue = place;
        else if (key == "messages")
            envelope.messagesStart = place.offset + 1;
        else if (key == "stream")
            envelope.streamValue = place;
        else if (key == "stream_options")
            envelope.streamOptionsValue = place;
    });
    if (!located)
        return tl::unexpected(std::move(located.error()));
    return envelope;
}

std::string OpenAiDialect::rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                                     const Rewrite& rewrite) const {
    BodyEdits edits(request.body);
    setMember(edits, envelope, envelope.modelValue, "model", quotedJson(rewrite.model));
    if (rewrite.forceStream)
        setMember(edits, envelope, envelope.streamValue, "stream", "true");
    if (rewrite.askForUsage)
        setMember(edits, envelope, envelope.streamOptionsValue, "stream_options",
                  withUsageAsked(edits.at(envelope.streamOptionsValue)));
    // A bare text to go on from has no place for instructions: only messages do.
    if (!rewrite.systemText.empty() && envelope.messagesStart > 0)
        edits.insert(envelope.messagesStart,
                     R"({"role":"system","content":)" + quotedJson(rewrite.systemText) + "},");
    return edits.applied();
}

std::string OpenAiDialect::errorBody(const Error& error, std::string_view) const {
    return openAiErrorBody(error);
}

std::string OpenAiDialect::streamError(const Error& error, std::string_view) const {
    return "data: " + openAiErrorBody(error) + "\n\n";
}

} // namespace tollgate
