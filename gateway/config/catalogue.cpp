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

// developers.openai.com/api/docs/pricing and /models, as of 2026-09-23 (6.1 and 6.2: as of 2026-11); prompts
// up to 272,000 tokens. Before 5.6, writing to the cache cost nothing extra.
constexpr std::array kOpenAi{
    Row{"gpt-6.2-sol", 2, 10, kUnknown, kUnknown, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6.1-sol", 2, 10, kUnknown, kUnknown, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-astra", 10, 50, 1, 12.5, 1'050'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-sol", 2, 10, 0.2, 2.5, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-luna", 0.1, 0.5, 0.01, 0.125, 1'050'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.6-sol", 4, 20, 0.4, 5, 1'050'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.6-terra", 2, 12, 0.2, 2.5, 1'050'000, 0, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5.6-luna", 0.2, 1.2, 0.02, 0.25, 1'050'000, 0, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.5", 5, 30, 0.5, kUnknown, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.4", 2.5, 15, 0.25, kUnknown, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.4-mini", 0.75, 4.5, 0.075, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5.4-nano", 0.2, 1.25, 0.02, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.2", 1.75, 14, 0.175, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.1", 1.25, 10, 0.125, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
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

// platform.claude.com/docs/en/about-claude/pricing and /models, as of 2026-10; cache writes at the
// five-minute price, Haiku 5.5 for prompts up to 100,000 tokens.
constexpr std::array kAnthropic{
    Row{"claude-fable-5-1", 10, 50, 0.25, 12.5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-5-5", 4, 20, 0.2, 5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-5-5", 2, 10, 0.1, 2.5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-haiku-5-5", 0.1, 0.5, 0.01, 0.125, 1'000'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"claude-fable-5", 10, 50, 1, 12.5, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-5", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-5", 2, 10, 0.2, 2.5, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-8", 5, 25, 0.5, 6.25, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-7", 5, 25, 0.5, 6.25, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-6", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-4-6", 3, 15, 0.3, 3.75, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-5", 5, 25, 0.5, 6.25, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-1", 15, 75, 1.5, 18.75, 200'000, 32'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-4-5", 3, 15, 0.3, 3.75, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-haiku-4-5", 1, 5, 0.1, 1.25, 200'000, 64'000, kFull | kReasoning | kPdf, "medium"},
};

constexpr unsigned kGeminiFull = kFull | kReasoning | kPdf | kAudio;

// ai.google.dev/gemini-api/docs/pricing and /models, as of 2026-09-23 (4 Hydrogen: 2026-11-14); Pro for
// prompts up to 200,000 tokens, 3.6 to 3.8 Flash at the price that holds until the end of 2026.
constexpr std::array kGemini{
    Row{"gemini-4-hydrogen", 1.5, 7.5, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.8-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.7-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.6-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.5-flash", 1.5, 9, 0.15, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.5-flash-lite", 0.3, 2.5, 0.03, kUnknown, 1'048'576, 65'536, kGeminiFull, "simple"},
    Row{"gemini-3.1-pro-preview", 2, 12, 0.2, kUnknown, 1'048'576, 65'536, kGeminiFull, "complex"},
    Row{"gemini-3.1-flash-lite", 0.25, 1.5, 0.025, kUnknown, 1'000'000, 0, kGeminiFull, "simple"},
    Row{"gemini-3-flash-preview", 0.5, 3, 0.05, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-2.5-pro", 1.25, 10, 0.125, kUnknown, 1'048'576, 65'536, kGeminiFull, "complex"},
    Row{"gemini-2.5-flash", 0.3, 2.5, 0.03, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-2.5-flash-lite", 0.1, 0.4, 0.01, kUnknown, 1'048'576, 65'536, kGeminiFull, "simple"},
    Row{"gemini-embedding-2", 0.2, 0, kUnknown, kUnknown, 8'192, 0, kEmbed, ""},
    Row{"gemini-embedding-001", 0.15, 0, kUnknown, kUnknown, 2'048, 0, kEmbed, ""},
};

// aws.amazon.com/bedrock/pricing, as of 2026-09-23: global inference profiles cost the same from every
// region. What a single region charges is not assumed.
constexpr std::array kBedrock{
    Row{"global.anthropic.claude-opus-5-5", 4, 20, 0.2, 5, 1'000'000, 128'000, kFull | kReasoning | kPdf,
        "complex"},
    Row{"global.anthropic.claude-opus-5", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf,
        "complex"},
    Row{"global.anthropic.claude-opus-4-5-20251101-v1:0", 5, 25, 0.5, 6.25, 200'000, 64'000,
        kFull | kReasoning | kPdf, "complex"},
    Row{"global.anthropic.claude-sonnet-4-5-20250929-v1:0", 3, 15, 0.3, 3.75, 200'000, 64'000,
        kFull | kReasoning | kPdf, "complex"},
    Row{"global.anthropic.claude-haiku-4-5-20251001-v1:0", 1, 5, 0.1, 1.25, 200'000, 64'000,
        kFull | kReasoning | kPdf, "medium"},
    Row{"amazon.nova-premier-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 1'000'000, 0,
        kStream | kTools | kVision | kPdf, "complex"},
    Row{"amazon.nova-pro-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 300'000, 0,
        kStream | kTools | kVision | kPdf, "medium"},
    Row{"amazon.nova-lite-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 300'000, 0,
        kStream | kTools | kVision | kPdf, "simple"},
    Row{"amazon.nova-micro-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 128'000, 0, kStream | kTools,
        "simple"},
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
    case ProviderKind::Bedrock:
        return host.starts_with("bedrock-runtime.") && host.ends_with(".amazonaws.com")
                   ? std::span<const Row>(kBedrock)
                   : std::span<const Row>();
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
