#include "gateway/config/catalogue.h"

#include <array>
#include <span>

namespace tollgate {

namespace {

constexpr std::int64_t kValidFromMs = 1'767'225'600'000; // 2026-01-01
constexpr double kUnknown = -1;

enum Capability : unsigned {
    kStream = 1U << 0U,
    kTools = 1U << 1U,
    kVision = 1U << 2U,
    kSchema = 1U << 3U,
    kReasoning = 1U << 4U,
    kPdf = 1U << 5U,
    kAudio = 1U << 6U,
    kEmbed = 1U << 7U,
};
constexpr unsigned kFull = kStream | kTools | kVision | kSchema;

/// USD per million tokens.
struct Row {
    std::string_view model;
    double input;
    double output;
    double cacheRead;
    double cacheWrite;
    std::int64_t window;
    std::int64_t maxOutput;
    unsigned capabilities;
    std::string_view tier;
};

// platform.openai.com/docs/pricing. Writing to the cache costs nothing extra.
constexpr std::array kOpenAi{
    Row{"gpt-5", 1.25, 10, 0.125, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5-mini", 0.25, 2, 0.025, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5-nano", 0.05, 0.4, 0.005, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-4.1", 2, 8, 0.5, kUnknown, 1'047'576, 32'768, kFull | kPdf, "complex"},
    Row{"gpt-4.1-mini", 0.4, 1.6, 0.1, kUnknown, 1'047'576, 32'768, kFull | kPdf, "medium"},
    Row{"gpt-4.1-nano", 0.1, 0.4, 0.025, kUnknown, 1'047'576, 32'768, kFull | kPdf, "simple"},
    Row{"gpt-4o", 2.5, 10, 1.25, kUnknown, 128'000, 16'384, kFull | kPdf, "complex"},
    Row{"gpt-4o-mini", 0.15, 0.6, 0.075, kUnknown, 128'000, 16'384, kFull | kPdf, "simple"},
    Row{"o3", 2, 8, 0.5, kUnknown, 200'000, 100'000, kFull | kReasoning | kPdf, "complex"},
    Row{"o4-mini", 1.1, 4.4, 0.275, kUnknown, 200'000, 100'000, kFull | kReasoning | kPdf, "medium"},
    Row{"text-embedding-3-small", 0.02, 0, kUnknown, kUnknown, 8'191, 0, kEmbed, ""},
    Row{"text-embedding-3-large", 0.13, 0, kUnknown, kUnknown, 8'191, 0, kEmbed, ""},
};

// docs.anthropic.com/en/docs/about-claude/pricing; cache writes at the five-minute price.
constexpr std::array kAnthropic{
    Row{"claude-opus-4-5", 5, 25, 0.5, 6.25, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-1", 15, 75, 1.5, 18.75, 200'000, 32'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-4-5", 3, 15, 0.3, 3.75, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-haiku-4-5", 1, 5, 0.1, 1.25, 200'000, 64'000, kFull | kReasoning | kPdf, "medium"},
};

// ai.google.dev/gemini-api/docs/pricing; prompts up to 200,000 tokens.
constexpr std::array kGemini{
    Row{"gemini-2.5-pro", 1.25, 10, 0.125, kUnknown, 1'048'576, 65'536, kFull | kReasoning | kPdf | kAudio,
        "complex"},
    Row{"gemini-2.5-flash", 0.3, 2.5, 0.03, kUnknown, 1'048'576, 65'536, kFull | kReasoning | kPdf | kAudio,
        "medium"},
    Row{"gemini-2.5-flash-lite", 0.1, 0.4, 0.01, kUnknown, 1'048'576, 65'536,
        kFull | kReasoning | kPdf | kAudio, "simple"},
    Row{"gemini-embedding-001", 0.15, 0, kUnknown, kUnknown, 2'048, 0, kEmbed, ""},
};

std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of(":/"));
}

std::span<const Row> rowsFor(const Provider& provider) {
    const std::string_view host = hostOf(provider.baseUrl);
    switch (provider.kind) {
    case ProviderKind::OpenAi:
        return host == "api.openai.com" ? std::span<const Row>(kOpenAi) : std::span<const Row>();
    case ProviderKind::AzureOpenAi:
        return host.ends_with(".openai.azure.com") ? std::span<const Row>(kOpenAi) : std::span<const Row>();
    case ProviderKind::Anthropic:
        return host == "api.anthropic.com" ? std::span<const Row>(kAnthropic) : std::span<const Row>();
    case ProviderKind::Gemini:
        return host == "generativelanguage.googleapis.com" ? std::span<const Row>(kGemini)
                                                           : std::span<const Row>();
    case ProviderKind::Bedrock: // prices differ by region
    case ProviderKind::OpenAiCompatible:
    case ProviderKind::Simulated:
        break;
    }
    return {};
}

std::optional<TokenPrice> price(double usd) {
    return usd < 0 ? std::nullopt : std::optional(TokenPrice::fromUsdPerMtok(usd));
}

std::vector<std::string> capabilityNames(unsigned capabilities) {
    std::vector<std::string> names;
    if ((capabilities & kEmbed) != 0)
        return {"embeddings"};
    names.emplace_back("chat");
    constexpr std::array kNames{
        std::pair{kStream, "streaming"},   std::pair{kTools, "tools"},         std::pair{kVision, "vision"},
        std::pair{kSchema, "json_schema"}, std::pair{kReasoning, "reasoning"}, std::pair{kPdf, "pdf"},
        std::pair{kAudio, "audio"},
    };
    for (const auto& [bit, name] : kNames) {
        if ((capabilities & bit) != 0)
            names.emplace_back(name);
    }
    return names;
}

} // namespace

std::vector<Model> builtInModels(const Provider& provider) {
    std::vector<Model> models;
    for (const Row& row : rowsFor(provider)) {
        Model model;
        model.provider = provider.name;
        model.model = row.model;
        model.input = price(row.input);
        model.output = price(row.output);
        model.cacheRead = price(row.cacheRead);
        model.cacheWrite = price(row.cacheWrite);
        model.contextWindow = row.window;
        if (row.maxOutput > 0)
            model.maxOutputTokens = row.maxOutput;
        model.capabilities = capabilityNames(row.capabilities);
        model.tier = row.tier;
        model.source = kBuiltInSource;
        model.validFromMs = kValidFromMs;
        models.push_back(std::move(model));
    }
    return models;
}

} // namespace tollgate
