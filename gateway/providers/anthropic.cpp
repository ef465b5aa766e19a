// Anthropic's Messages API.

#include "gateway/providers/adapters.h"
#include "gateway/providers/anthropic_encode.h"
#include "gateway/providers/anthropic_reply.h"
#include "gateway/providers/openai_family.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kVersion = "2023-06-01";

/// Some write the address with the version that every path begins with.
std::string rootOf(const Provider& provider) {
    std::string_view root = provider.baseUrl;
    if (root.ends_with("/v1"))
        root.remove_suffix(3);
    return std::string(root);
}

HttpHeaders headersFor(const CallTarget& target, bool stream) {
    HttpHeaders headers;
    headers.reserve(8); // with the dialect's own, and the trace
    if (!target.apiKey.empty())
        headers.add("x-api-key", std::string(target.apiKey));
    headers.add("accept", stream ? "text/event-stream" : "application/json");
    headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
    return headers;
}

std::string memberText(const json::value* object, std::string_view name) {
    if (object == nullptr || !object->is_object())
        return {};
    const json::value* value = object->get_object().if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// "messages.1.content: Field required" names the field first.
std::string fieldIn(std::string_view message) {
    const std::size_t end = message.find(": ");
    if (end == std::string_view::npos || end == 0 ||
        !std::ranges::all_of(message.substr(0, end),
                             [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '.'; }))
        return {};
    return std::string(message.substr(0, end));
}

/// There is no code for it, only words.
bool saysTooLong(int status, std::string_view message) {
    constexpr std::array<std::string_view, 4> kWords{"prompt is too long", "exceed context limit",
                                                     "context window", "context length"};
    return (status == 400 || status == 413) && std::ranges::any_of(kWords, [&](std::string_view words) {
               return message.find(words) != std::string_view::npos;
           });
}

/// SDKs act on it: a thread that was not found is told anew (platform.claude.com/docs, message threads).
std::string detailsOf(const json::value* error) {
    const json::object* object = error != nullptr ? error->if_object() : nullptr;
    const json::value* details = object != nullptr ? object->if_contains("details") : nullptr;
    return details != nullptr && details->is_object() ? json::serialize(*details) : std::string();
}

class AnthropicAdapter final : public ProviderAdapter {
public:
    bool accepts(WireFormat format, const Provider&) const override {
        return format == WireFormat::AnthropicMessages || format == WireFormat::AnthropicCountTokens;
    }

    bool serves(Operation operation) const override { return operation != Operation::Embeddings; }

    tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                            TranslationLog& log) const override {
        return encodeAnthropic(request, target, log);
    }

    ProviderRequest request(const CallTarget& target, const OutgoingCall& call,
                            std::string body) const override {
        const bool counts = call.operation == Operation::CountTokens;
        ProviderRequest request{rootOf(target.provider) +
                                    (counts ? "/v1/messages/count_tokens" : "/v1/messages"),
                                headersFor(target, call.stream), std::move(body)};
        request.headers.add("content-type", "application/json");
        addVersion(request.headers, call);
        return request;
    }

    std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const override {
        if (call.operation == Operation::CountTokens)
            return makeAnthropicCountDecoder();
        return makeAnthropicReplyDecoder(std::move(hints));
    }

    ProviderFault readFault(int status, const HttpHeaders&, std::string_view body) const override {
        ProviderFault fault;
        boost::system::error_code failure;
        const json::value root = json::parse({body.data(), body.size()}, failure);
        if (!failure && root.is_object()) {
            const json::value* error = root.get_object().if_contains("error");
            fault.message = memberText(error, "message");
            fault.code = memberText(error, "type");
            fault.details = detailsOf(error);
            if (fault.message.empty())
                fault.message = memberText(&root, "message");
        }
        if (fault.message.empty())
            fault.message = "The upstream answered " + std::to_string(status) + ".";
        fault.param = fieldIn(fault.message);
        fault.contextLength = saysTooLong(status, fault.message);
        // Another key may be of another account.
        fault.badCredential = fault.code == "authentication_error" || fault.code == "billing_error" ||
                              fault.message.find("credit balance is too low") != std::string::npos;
        return fault;
    }

    bool streamsLongReplies() const override { return true; }

    ProviderRequest modelsRequest(const CallTarget& target, std::int64_t) const override {
        ProviderRequest request{
            rootOf(target.provider) + "/v1/models?limit=1000", headersFor(target, false), {}, "GET"};
        request.headers.add("anthropic-version", std::string(kVersion));
        return request;
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        return readModelIds(body, "data", "id");
    }

private:
    /// The caller's own body may be of another version than the bodies that are written here.
    static void addVersion(HttpHeaders& headers, const OutgoingCall& call) {
        const bool callersBody = call.format != WireFormat::None && call.callerHeaders != nullptr;
        const std::string_view version =
            callersBody ? call.callerHeaders->value("anthropic-version") : std::string_view();
        headers.add("anthropic-version", std::string(version.empty() ? kVersion : version));
        if (call.callerHeaders == nullptr)
            return;
        for (const auto& [name, value] : call.callerHeaders->entries()) {
            if (name == "anthropic-beta" && !value.empty())
                headers.add(name, value);
        }
    }
};

} // namespace

const ProviderAdapter& anthropicAdapter() {
    static const AnthropicAdapter adapter;
    return adapter;
}

} // namespace tollgate
