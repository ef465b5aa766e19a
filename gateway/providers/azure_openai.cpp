// Azure OpenAI: OpenAI's bodies under a deployment's address
// (learn.microsoft.com/azure/ai-services/openai/reference).

#include "gateway/providers/adapters.h"
#include "gateway/providers/openai_api.h"
#include "gateway/providers/openai_encode.h"
#include "gateway/providers/openai_family.h"
#include "gateway/providers/openai_responses_encode.h"
#include "gateway/providers/url_path.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

/// The latest generally available data-plane version of dated addresses.
constexpr std::string_view kApiVersion = "2024-10-21";

HttpHeaders headersFor(std::string_view apiKey, bool stream) {
    HttpHeaders headers;
    headers.reserve(8); // with the dialect's own, and the trace
    if (!apiKey.empty())
        headers.add("api-key", std::string(apiKey));
    headers.add("accept", stream ? "text/event-stream" : "application/json");
    headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
    return headers;
}

std::string optionText(const json::object& options, std::string_view name) {
    const json::value* value = options.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// options.deployments maps models to deployments; a deployment is often called as its model.
std::string deploymentOf(const CallTarget& target) {
    const json::value* deployments = target.provider.options.if_contains("deployments");
    std::string deployment;
    if (deployments != nullptr && deployments->is_object())
        deployment = optionText(deployments->get_object(), target.model);
    return deployment.empty() ? target.model : deployment;
}

std::string versionQuery(const Provider& provider) {
    const std::string version = optionText(provider.options, "api_version");
    return "?api-version=" + urlSegment(version.empty() ? kApiVersion : std::string_view(version));
}

/// People paste the address with or without it.
std::string rootOf(const Provider& provider) {
    return provider.baseUrl.ends_with("/openai") ? provider.baseUrl : provider.baseUrl + "/openai";
}

std::string_view pathOf(const OutgoingCall& call) {
    if (call.operation == Operation::Embeddings)
        return "/embeddings";
    return call.format == WireFormat::OpenAiCompletions ? "/completions" : "/chat/completions";
}

/// Responses stand outside of deployments and dated versions: POST /openai/v1/responses, the deployment named
/// as the model (learn.microsoft.com/azure/foundry/openai/how-to/responses, …/api-version-lifecycle).
std::string deploymentUrl(const CallTarget& target, const OutgoingCall& call) {
    std::string url = rootOf(target.provider) + "/deployments/" + urlSegment(deploymentOf(target));
    url += pathOf(call);
    return url + versionQuery(target.provider);
}

/// Which filter refused the prompt: error.innererror.content_filter_result.{hate: {filtered, severity}, …}
/// (learn.microsoft.com/azure/ai-services/openai/concepts/content-filter).
std::string filterWords(std::string_view body) {
    boost::system::error_code failure;
    const json::value root = json::parse({body.data(), body.size()}, failure);
    if (failure)
        return {};
    boost::system::error_code absent;
    const json::value* result = root.find_pointer("/error/innererror/content_filter_result", absent);
    if (result == nullptr || !result->is_object())
        return {};
    std::string words;
    for (const auto& filter : result->get_object()) {
        const json::object* verdict = filter.value().if_object();
        const json::value* filtered = verdict != nullptr ? verdict->if_contains("filtered") : nullptr;
        if (filtered == nullptr || !filtered->is_bool() || !filtered->get_bool())
            continue;
        words += (words.empty() ? "" : ", ") + std::string(filter.key());
        if (const std::string severity = optionText(*verdict, "severity"); !severity.empty())
            words += " (" + severity + ")";
    }
    return words;
}

class AzureAdapter final : public ProviderAdapter {
public:
    bool accepts(WireFormat format, const Provider&) const override {
        return format == WireFormat::OpenAiChat || format == WireFormat::OpenAiCompletions ||
               format == WireFormat::OpenAiEmbeddings;
    }

    bool serves(Operation operation) const override { return operation != Operation::CountTokens; }

    tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                            TranslationLog& log) const override {
        if (request.operation == Operation::Embeddings)
            return encodeOpenAiEmbeddings(request, target, log);
        return openAiApiFor(request, target) == OpenAiApi::Responses
                   ? encodeOpenAiResponses(request, target, deploymentOf(target), log)
                   : encodeOpenAiChat(request, target, log);
    }

    OwnWords ownWords(WireFormat format, const CallTarget& target, bool hasTools) const override {
        return openAiOwnWords(format, target, hasTools);
    }

    bool refuses(const ChatRequest& request, const CallTarget& target) const override {
        return openAiApiFor(request, target) == OpenAiApi::Responses;
    }

    ProviderRequest request(const CallTarget& target, const OutgoingCall& call,
                            std::string body) const override {
        ProviderRequest request{isInResponses(call) ? rootOf(target.provider) + "/v1/responses"
                                                    : deploymentUrl(target, call),
                                headersFor(target.apiKey, call.stream), std::move(body)};
        request.headers.add("content-type", "application/json");
        return request;
    }

    std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const override {
        return makeOpenAiDecoder(call, std::move(hints));
    }

    ProviderFault readFault(int status, const HttpHeaders&, std::string_view body) const override {
        ProviderFault fault = readOpenAiFault(status, body);
        if (fault.code == "content_filter") {
            if (const std::string words = filterWords(body); !words.empty())
                fault.message += " Filtered: " + words + ".";
        } else if (fault.code == "DeploymentNotFound") {
            fault.message += " Deployments are told to Tollgate in the provider's options.";
        }
        return fault;
    }

    ProviderRequest modelsRequest(const CallTarget& target, std::int64_t) const override {
        return {rootOf(target.provider) + "/models" + versionQuery(target.provider),
                headersFor(target.apiKey, false),
                {},
                "GET"};
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        return readModelIds(body, "data", "id");
    }
};

} // namespace

const ProviderAdapter& azureAdapter() {
    static const AzureAdapter adapter;
    return adapter;
}

} // namespace tollgate
