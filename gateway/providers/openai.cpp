// OpenAI and servers that speak its Chat Completions API.

#include "gateway/providers/openai_encode.h"
#include "gateway/providers/openai_reply.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

HttpHeaders headersFor(std::string_view apiKey, bool stream) {
    HttpHeaders headers;
    if (!apiKey.empty())
        headers.add("authorization", "Bearer " + std::string(apiKey));
    headers.add("accept", stream ? "text/event-stream" : "application/json");
    headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
    return headers;
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
    constexpr std::array<std::string_view, 4> kWords{"maximum context length", "context window",
                                                     "context size", "context length"};
    return (status == 400 || status == 413 || status == 422) &&
           std::ranges::any_of(kWords, [&](std::string_view words) {
               return fault.message.find(words) != std::string::npos;
           });
}

class OpenAiAdapter final : public ProviderAdapter {
public:
    bool acceptsOpenAiChat() const override { return true; }

    ProviderRequest chatRequest(const Provider& provider, std::string_view apiKey, const std::string&,
                                std::string body, bool stream) const override {
        ProviderRequest request{provider.baseUrl + "/chat/completions", headersFor(apiKey, stream),
                                std::move(body)};
        request.headers.add("content-type", "application/json");
        return request;
    }

    std::string encode(const ChatRequest& request, const std::string& model) const override {
        return encodeOpenAiChat(request, model);
    }

    std::unique_ptr<ReplyDecoder> decoder() const override { return makeOpenAiReplyDecoder(); }

    ProviderFault readFault(int status, std::string_view body) const override {
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

    ProviderRequest modelsRequest(const Provider& provider, std::string_view apiKey) const override {
        return {provider.baseUrl + "/models", headersFor(apiKey, false), {}};
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        std::vector<std::string> models;
        boost::system::error_code failure;
        const json::value root = json::parse({body.data(), body.size()}, failure);
        const json::value* data =
            !failure && root.is_object() ? root.as_object().if_contains("data") : nullptr;
        if (data == nullptr || !data->is_array())
            return models;
        for (const json::value& model : data->as_array()) {
            if (std::string id = memberText(model, "id"); !id.empty())
                models.push_back(std::move(id));
        }
        return models;
    }
};

} // namespace

const ProviderAdapter* adapterFor(ProviderKind kind) {
    static const OpenAiAdapter openAi;
    if (kind == ProviderKind::OpenAi || kind == ProviderKind::OpenAiCompatible)
        return &openAi;
    return nullptr;
}

} // namespace tollgate
