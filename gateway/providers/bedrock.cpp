// Amazon Bedrock's Converse API.

#include "gateway/providers/adapters.h"
#include "gateway/providers/bedrock_encode.h"
#include "gateway/providers/bedrock_reply.h"
#include "gateway/providers/openai_family.h"
#include "gateway/providers/provider_adapter.h"
#include "gateway/providers/sigv4.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kService = "bedrock";
constexpr std::string_view kRuntime = "bedrock-runtime";

std::string_view optionText(const Provider& provider, std::string_view name) {
    const json::value* value = provider.options.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                  : std::string_view();
}

/// options.region, else the one in "bedrock-runtime.eu-west-1.amazonaws.com" or its FIPS sibling.
std::string regionOf(const Provider& provider) {
    if (const std::string_view given = optionText(provider, "region"); !given.empty())
        return std::string(given);
    std::string_view host = hostOf(provider.baseUrl);
    if (const std::size_t at = host.find(kRuntime); at != std::string_view::npos) {
        host.remove_prefix(at);
        const std::size_t dot = host.find('.');
        if (dot != std::string_view::npos && host.find(".amazonaws.") != std::string_view::npos) {
            host.remove_prefix(dot + 1);
            return std::string(host.substr(0, host.find('.')));
        }
    }
    return "us-east-1";
}

std::string_view fieldOf(const CallTarget& target, std::string_view name) {
    if (target.credentials == nullptr)
        return {};
    const auto it = target.credentials->fields.find(name);
    return it == target.credentials->fields.end() ? std::string_view() : std::string_view(it->second);
}

/// A bearer key wins over a pair of keys; without either the request goes as it is.
void authorize(ProviderRequest& request, const CallTarget& target, std::int64_t unixMs) {
    if (!target.apiKey.empty()) {
        request.headers.add("authorization", "Bearer " + std::string(target.apiKey));
        return;
    }
    const AwsKeys keys{fieldOf(target, "access_key_id"), fieldOf(target, "secret_access_key"),
                       fieldOf(target, "session_token")};
    if (!keys.accessKeyId.empty() && !keys.secretAccessKey.empty())
        signRequest(request, keys, regionOf(target.provider), kService, unixMs);
}

/// Models are listed where AWS manages things: bedrock.eu-west-1.… beside bedrock-runtime.eu-west-1.…
std::string controlPlane(std::string base) {
    const std::size_t host = base.find("://") == std::string::npos ? 0 : base.find("://") + 3;
    if (base.compare(host, kRuntime.size(), kRuntime) == 0)
        base.replace(host, kRuntime.size(), kService);
    return base;
}

std::string memberText(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// "ValidationException:http://internal.amazon.com/…" and "com.amazon.coral.service#ValidationException".
std::string bareType(std::string_view type) {
    type = type.substr(0, type.find(':'));
    if (const std::size_t mark = type.rfind('#'); mark != std::string_view::npos)
        type.remove_prefix(mark + 1);
    return std::string(type);
}

bool saysTooLong(int status, std::string_view message) {
    constexpr std::array<std::string_view, 6> kWords{"Input is too long",      "prompt is too long",
                                                     "exceed context limit",   "context window",
                                                     "maximum context length", "Too many input tokens"};
    return (status == 400 || status == 413 || status == 424) &&
           std::ranges::any_of(
               kWords, [&](std::string_view words) { return message.find(words) != std::string_view::npos; });
}

bool isKeysFault(std::string_view type) {
    constexpr std::array<std::string_view, 5> kTypes{
        "UnrecognizedClientException", "ExpiredTokenException", "InvalidSignatureException",
        "IncompleteSignatureException", "MissingAuthenticationTokenException"};
    return std::ranges::find(kTypes, type) != kTypes.end();
}

class BedrockAdapter final : public ProviderAdapter {
public:
    /// No caller speaks Converse.
    bool accepts(WireFormat, const Provider&) const override { return false; }
    bool serves(Operation operation) const override { return operation != Operation::Embeddings; }

    tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                            TranslationLog& log) const override {
        return encodeBedrock(request, target, log);
    }

    ProviderRequest request(const CallTarget& target, const OutgoingCall& call,
                            std::string body) const override {
        const char* verb = call.operation == Operation::CountTokens ? "/count-tokens"
                           : call.stream                            ? "/converse-stream"
                                                                    : "/converse";
        ProviderRequest request{
            target.provider.baseUrl + "/model/" + percentEncoded(target.model) + verb, {}, std::move(body)};
        request.headers.add("accept",
                            call.stream ? "application/vnd.amazon.eventstream" : "application/json");
        request.headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
        request.headers.add("content-type", "application/json");
        authorize(request, target, call.unixMs);
        return request;
    }

    std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const override {
        if (call.operation == Operation::CountTokens)
            return makeBedrockCountDecoder();
        return makeBedrockReplyDecoder(std::move(hints));
    }

    ProviderFault readFault(int status, const HttpHeaders& headers, std::string_view body) const override {
        ProviderFault fault;
        fault.code = bareType(headers.value("x-amzn-errortype"));
        boost::system::error_code failure;
        const json::value root = json::parse({body.data(), body.size()}, failure);
        if (!failure && root.is_object()) {
            fault.message = memberText(root.get_object(), "message");
            if (fault.message.empty())
                fault.message = memberText(root.get_object(), "Message");
            if (fault.code.empty())
                fault.code = bareType(memberText(root.get_object(), "__type"));
        }
        if (fault.message.empty())
            fault.message = "The upstream answered " + std::to_string(status) + ".";
        fault.contextLength = saysTooLong(status, fault.message);
        fault.badCredential = isKeysFault(fault.code);
        return fault;
    }

    /// Claude wants it so
    /// (docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html).
    bool streamsLongReplies() const override { return true; }

    ProviderRequest modelsRequest(const CallTarget& target, std::int64_t unixMs) const override {
        ProviderRequest request{controlPlane(target.provider.baseUrl) + "/foundation-models", {}, {}, "GET"};
        request.headers.add("accept", "application/json");
        request.headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
        authorize(request, target, unixMs);
        return request;
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        return readModelIds(body, "modelSummaries", "modelId");
    }
};

} // namespace

const ProviderAdapter& bedrockAdapter() {
    static const BedrockAdapter adapter;
    return adapter;
}

} // namespace tollgate
