#include "gateway/config/catalogue.h"

#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tollgate {

namespace catalogue {

std::optional<TokenPrice> usd(double perMtok) {
    return perMtok < 0 ? std::nullopt : std::optional(TokenPrice::fromUsdPerMtok(perMtok));
}

TokenRates times(const TokenRates& rates, double input, double output) {
    const auto by = [](const std::optional<TokenPrice>& rate, double factor) {
        return rate ? std::optional(
                          TokenPrice{std::llround(static_cast<double>(rate->nanodollarsPerMtok) * factor)})
                    : std::nullopt;
    };
    TokenRates result;
    for (const auto rate : {&TokenRates::input, &TokenRates::cacheRead, &TokenRates::cacheWrite,
                            &TokenRates::cacheWrite1h, &TokenRates::audioInput, &TokenRates::audioCacheRead})
        result.*rate = by(rates.*rate, input);
    for (const auto rate :
         {&TokenRates::output, &TokenRates::reasoning, &TokenRates::audioOutput, &TokenRates::imageOutput})
        result.*rate = by(rates.*rate, output);
    return result;
}

void addTier(Model& model, std::int64_t above, ServiceTier service, const TokenRates& rates) {
    if (rates.input || rates.output)
        model.tiers.push_back({above, service, rates});
}

void addTerms(Model& model, ServiceTier service, double factor) {
    const std::vector<PriceTier> standard = model.tiers;
    addTier(model, 0, service, times(model, factor, factor));
    for (const PriceTier& tier : standard) {
        if (tier.service == ServiceTier::Standard)
            addTier(model, tier.aboveInputTokens, service, times(tier.rates, factor, factor));
    }
}

} // namespace catalogue

namespace {

using catalogue::Row;
using catalogue::Table;

constexpr std::int64_t kValidFromMs = 1'767'225'600'000; // 2026-01-01

std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of(":/"));
}

std::optional<Table> tableFor(const Provider& provider) {
    const std::string_view host = hostOf(provider.baseUrl);
    const auto only = [](bool there, Table (*table)()) {
        return there ? std::optional(table()) : std::nullopt;
    };
    switch (provider.kind) {
    case ProviderKind::OpenAi:
        return only(host == "api.openai.com", catalogue::openAi);
    case ProviderKind::AzureOpenAi:
        return only(host.ends_with(".openai.azure.com"), catalogue::azure);
    case ProviderKind::Anthropic:
        return only(host == "api.anthropic.com", catalogue::anthropic);
    case ProviderKind::Gemini:
        return only(host == "generativelanguage.googleapis.com", catalogue::gemini);
    case ProviderKind::Bedrock:
        return only(host.starts_with("bedrock-runtime.") && host.ends_with(".amazonaws.com"),
                    catalogue::bedrock);
    case ProviderKind::OpenAiCompatible: {
        const std::string_view vendor = vendorOf(provider);
        if (vendor == "groq")
            return catalogue::groq();
        if (vendor == "deepseek")
            return catalogue::deepSeek();
        return only(vendor == "xai", catalogue::xAi);
    }
    case ProviderKind::Simulated:
        break;
    }
    return std::nullopt;
}

std::vector<std::string> capabilityNames(unsigned capabilities) {
    std::vector<std::string> names;
    if ((capabilities & catalogue::kEmbed) != 0)
        return {"embeddings"};
    names.emplace_back("chat");
    constexpr std::array kNames{
        std::pair{catalogue::kStream, "streaming"},    std::pair{catalogue::kTools, "tools"},
        std::pair{catalogue::kVision, "vision"},       std::pair{catalogue::kSchema, "json_schema"},
        std::pair{catalogue::kReasoning, "reasoning"}, std::pair{catalogue::kPdf, "pdf"},
        std::pair{catalogue::kAudio, "audio"},
    };
    for (const auto& [bit, name] : kNames) {
        if ((capabilities & bit) != 0)
            names.emplace_back(name);
    }
    return names;
}

Model modelOf(const Row& row, const Table& table, const std::string& provider) {
    Model model;
    model.provider = provider;
    model.model = row.model;
    model.input = catalogue::usd(row.input);
    model.output = catalogue::usd(row.output);
    model.cacheRead = catalogue::usd(row.cacheRead);
    model.cacheWrite = catalogue::usd(row.cacheWrite);
    table.extend(model, row);
    std::ranges::stable_sort(model.tiers, {}, [](const PriceTier& tier) {
        return std::pair(tier.service, tier.aboveInputTokens);
    });
    model.contextWindow = row.window;
    if (row.maxOutput > 0)
        model.maxOutputTokens = row.maxOutput;
    model.capabilities = capabilityNames(row.capabilities);
    model.tier = row.tier;
    model.source = kBuiltInSource;
    model.reference = table.reference;
    model.validFromMs = kValidFromMs;
    return model;
}

} // namespace

std::string_view vendorOf(const Provider& provider) {
    constexpr std::array kVendors{
        std::pair{"api.groq.com", "groq"},
        std::pair{"api.mistral.ai", "mistral"},
        std::pair{"api.deepseek.com", "deepseek"},
        std::pair{"api.x.ai", "xai"},
        std::pair{"openrouter.ai", "openrouter"},
        std::pair{"api.together.xyz", "together_ai"},
        std::pair{"api.fireworks.ai", "fireworks_ai"},
        std::pair{"api.cerebras.ai", "cerebras"},
        std::pair{"api.perplexity.ai", "perplexity"},
    };
    if (provider.kind != ProviderKind::OpenAiCompatible)
        return {};
    const std::string_view host = hostOf(provider.baseUrl);
    for (const auto& [address, vendor] : kVendors) {
        if (host == address)
            return vendor;
    }
    return {};
}

bool isBuiltIn(const Model& model) {
    return model.source == kBuiltInSource &&
           std::ranges::all_of(model.otherVersions,
                               [](const Prices& version) { return version.source == kBuiltInSource; });
}

std::vector<Model> builtInModels(const Provider& provider) {
    std::vector<Model> models;
    if (const auto table = tableFor(provider)) {
        for (const Row& row : table->rows)
            models.push_back(modelOf(row, *table, provider.name));
    }
    return models;
}

} // namespace tollgate
