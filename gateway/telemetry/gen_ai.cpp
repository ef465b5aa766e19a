#include "gateway/telemetry/gen_ai.h"

#include <array>
#include <charconv>
#include <utility>

namespace tollgate {

namespace {

struct KnownHost {
    std::string_view ending;
    std::string_view name;
};

/// Servers that speak OpenAI's API and have a name of their own in the conventions.
constexpr std::array kKnownHosts{
    KnownHost{"api.openai.com", "openai"},
    KnownHost{"openai.azure.com", "azure.ai.openai"},
    KnownHost{"deepseek.com", "deepseek"},
    KnownHost{"groq.com", "groq"},
    KnownHost{"mistral.ai", "mistral_ai"},
    KnownHost{"perplexity.ai", "perplexity"},
    KnownHost{"x.ai", "x_ai"},
    KnownHost{"cohere.com", "cohere"},
    KnownHost{"cohere.ai", "cohere"},
    KnownHost{"moonshot.ai", "moonshot_ai"},
    KnownHost{"moonshot.cn", "moonshot_ai"},
    KnownHost{"googleapis.com", "gcp.gemini"},
};

bool isHostOf(std::string_view host, std::string_view ending) {
    return host.ends_with(ending) &&
           (host.size() == ending.size() || host[host.size() - ending.size() - 1] == '.');
}

void readAddress(std::string_view url, GenAiProvider& out) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return;
    out.port = url.starts_with("https") ? 443 : 80;
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    const std::size_t bracket = host.find(']');
    const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon != std::string_view::npos) {
        const std::string_view port = host.substr(colon + 1);
        std::from_chars(port.data(), port.data() + port.size(), out.port);
        host = host.substr(0, colon);
    }
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    out.address = host;
}

std::string_view nameOf(const Provider& provider, std::string_view host) {
    switch (provider.kind) {
    case ProviderKind::OpenAi:
        return "openai";
    case ProviderKind::Anthropic:
        return "anthropic";
    case ProviderKind::AzureOpenAi:
        return "azure.ai.openai";
    case ProviderKind::Gemini:
        return "gcp.gemini";
    case ProviderKind::Bedrock:
        return "aws.bedrock";
    case ProviderKind::OpenAiCompatible:
        for (const KnownHost& known : kKnownHosts) {
            if (isHostOf(host, known.ending))
                return known.name;
        }
        return provider.name;
    case ProviderKind::Simulated:
        return "simulated";
    }
    return provider.name;
}

} // namespace

GenAiProvider genAiProvider(const Provider& provider) {
    GenAiProvider result;
    if (provider.kind != ProviderKind::Simulated)
        readAddress(provider.baseUrl, result);
    result.name = nameOf(provider, result.address);
    return result;
}

GenAiProviders genAiProviders(const ConfigSnapshot& snapshot) {
    GenAiProviders result;
    for (const auto& [name, provider] : snapshot.providers)
        result.emplace(name, genAiProvider(provider));
    return result;
}

std::string_view genAiOperation(std::string_view dialect) {
    if (dialect == "openai_completions")
        return "text_completion";
    if (dialect == "openai_embeddings")
        return "embeddings";
    if (dialect == "anthropic_count_tokens")
        return "count_tokens"; // the conventions know none; nothing is generated
    return "chat";
}

std::string_view httpRoute(std::string_view path) {
    constexpr std::string_view kPrompts = "/v1/prompts/";
    return path.starts_with(kPrompts) ? "/v1/prompts/{name}/completions" : path;
}

std::string_view httpMethod(std::string_view dialect) {
    return dialect == "stream" || dialect == "websocket" ? "GET" : "POST";
}

} // namespace tollgate
