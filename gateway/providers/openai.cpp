// OpenAI and servers that speak its Chat Completions API.

#include "gateway/providers/adapters.h"
#include "gateway/providers/openai_api.h"
#include "gateway/providers/openai_encode.h"
#include "gateway/providers/openai_family.h"
#include "gateway/providers/openai_reply.h"
#include "gateway/providers/openai_responses_encode.h"
#include "gateway/providers/openai_responses_reply.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

HttpHeaders headersFor(std::string_view apiKey, bool stream) {
    HttpHeaders headers;
    headers.reserve(8); // with the dialect's own, and the trace
    if (!apiKey.empty())
        headers.add("authorization", "Bearer " + std::string(apiKey));
    headers.add("accept", stream ? "text/event-stream" : "application/json");
    headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
    return headers;
}

/// What says how the caller's own body is to be read: opt-ins to betas, and Codex CLI's mark of bodies whose
/// tools stand among the input (seen with 0.169.0).
void addOptIns(HttpHeaders& headers, const OutgoingCall& call) {
    if (call.format == WireFormat::None || call.callerHeaders == nullptr)
        return;
    for (const auto& [name, value] : call.callerHeaders->entries()) {
        if (name == "openai-beta" || name == "x-openai-internal-codex-responses-lite")
            headers.add(name, value);
    }
}

std::string memberText(const json::value& object, std::string_view name) {
    if (!object.is_object())
        return {};
    const json::value* value = object.as_object().if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

/// OpenAI has a code for it; servers of the compatible kind only say it.
bool saysTooLong(int status, const ProviderFault& fault) {
    if (fault.code == "context_length_exceeded")
        return true;
    // vLLM, llama.cpp, Mistral; text-generation-inference ("`inputs` tokens + `max_new_tokens` must be <=
    // …").
    constexpr std::array<std::string_view, 5> kWords{"maximum context length", "context window",
                                                     "context size", "context length",
                                                     "tokens + `max_new_tokens` must be"};
    return (status == 400 || status == 413 || status == 422) &&
           std::ranges::any_of(kWords, [&](std::string_view words) {
               return fault.message.find(words) != std::string::npos;
           });
}

std::string_view pathOf(const OutgoingCall& call) {
    if (call.operation == Operation::Embeddings)
        return "/embeddings";
    if (call.format == WireFormat::OpenAiCompletions)
        return "/completions";
    return isInResponses(call) ? "/responses" : "/chat/completions";
}

class OpenAiAdapter final : public ProviderAdapter {
public:
    bool accepts(WireFormat format, const Provider& provider) const override {
        switch (format) {
        case WireFormat::OpenAiChat:
        case WireFormat::OpenAiCompletions:
        case WireFormat::OpenAiEmbeddings:
            return true;
        case WireFormat::OpenAiResponses: {
            // Few servers of the compatible kind have it: options.responses says so.
            const json::value* has = provider.options.if_contains("responses");
            return has != nullptr && has->is_bool()
                       ? has->as_bool()
                       : provider.kind == ProviderKind::OpenAi || speaksOnlyResponses(provider);
        }
        case WireFormat::None:
        case WireFormat::AnthropicMessages:
        case WireFormat::AnthropicCountTokens:
        case WireFormat::Gemini:
            break;
        }
        return false;
    }

    bool serves(Operation operation) const override { return operation != Operation::CountTokens; }

    tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                            TranslationLog& log) const override {
        if (request.operation == Operation::Embeddings)
            return encodeOpenAiEmbeddings(request, target, log);
        return openAiApiFor(request, target) == OpenAiApi::Responses
                   ? encodeOpenAiResponses(request, target, target.model, log)
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
        ProviderRequest request{target.provider.baseUrl + std::string(pathOf(call)),
                                headersFor(target.apiKey, call.stream), std::move(body)};
        request.headers.add("content-type", "application/json");
        addOptIns(request.headers, call);
        return request;
    }

    std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const override {
        return makeOpenAiDecoder(call, std::move(hints));
    }

    ProviderFault readFault(int status, const HttpHeaders&, std::string_view body) const override {
        return readOpenAiFault(status, body);
    }

    ProviderRequest modelsRequest(const CallTarget& target, std::int64_t) const override {
        return {target.provider.baseUrl + "/models", headersFor(target.apiKey, false), {}, "GET"};
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        return readModelIds(body, "data", "id");
    }
};

} // namespace

std::unique_ptr<ReplyDecoder> makeOpenAiDecoder(const OutgoingCall& call, ReplyHints hints) {
    if (call.operation == Operation::Embeddings)
        return makeOpenAiEmbeddingDecoder();
    if (isInResponses(call))
        return makeOpenAiResponsesReplyDecoder(std::move(hints));
    return makeOpenAiReplyDecoder(std::move(hints));
}

ProviderFault readOpenAiFault(int status, std::string_view body) {
    ProviderFault fault;
    boost::system::error_code failure;
    const json::value root = json::parse({body.data(), body.size()}, failure);
    if (!failure && root.is_object()) {
        if (const json::value* error = root.as_object().if_contains("error"); error != nullptr) {
            fault.message =
                error->is_string() ? std::string(error->as_string()) : memberText(*error, "message");
            fault.code = memberText(*error, "code");
            fault.param = memberText(*error, "param");
        }
        if (fault.message.empty())
            fault.message = memberText(root, "message");
    }
    if (fault.message.empty())
        fault.message = "The upstream answered " + std::to_string(status) + ".";
    fault.contextLength = saysTooLong(status, fault);
    return fault;
}

std::vector<std::string> readModelIds(std::string_view body, std::string_view list, std::string_view id) {
    std::vector<std::string> models;
    boost::system::error_code failure;
    const json::value root = json::parse({body.data(), body.size()}, failure);
    const json::value* data = !failure && root.is_object() ? root.as_object().if_contains(list) : nullptr;
    if (data == nullptr || !data->is_array())
        return models;
    for (const json::value& model : data->as_array()) {
        if (std::string name = memberText(model, id); !name.empty())
            models.push_back(std::move(name));
    }
    return models;
}

const ProviderAdapter& openAiAdapter() {
    static const OpenAiAdapter adapter;
    return adapter;
}

} // namespace tollgate
