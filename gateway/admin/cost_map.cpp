#include "gateway/admin/cost_map.h"

#include "gateway/admin/cost_map_prices.h"
#include "gateway/config/catalogue.h"
#include "gateway/config/codec.h"

#include <array>
#include <cmath>

namespace tollgate {

namespace {

/// The file's own name for itself.
constexpr std::string_view kSample = "sample_spec";

std::string textAt(const boost::json::object& row, std::string_view key) {
    const auto* value = row.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool yes(const boost::json::object& row, std::string_view key) {
    const auto* value = row.if_contains(key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::optional<std::int64_t> tokensAt(const boost::json::object& row, std::string_view key) {
    const auto* value = row.if_contains(key);
    if (value == nullptr || !value->is_number()) // some rows say "see the documentation" here
        return std::nullopt;
    const double count = value->to_number<double>();
    return count >= 1 && count <= 1e9 ? std::optional<std::int64_t>(std::llround(count)) : std::nullopt;
}

std::vector<std::string> capabilitiesOf(const boost::json::object& row, const std::string& mode) {
    if (mode == "embedding")
        return {"embeddings"};
    std::vector<std::string> capabilities{"chat", "streaming"};
    constexpr std::array kFlags{
        std::pair{"supports_function_calling", "tools"},
        std::pair{"supports_vision", "vision"},
        std::pair{"supports_response_schema", "json_schema"},
        std::pair{"supports_reasoning", "reasoning"},
        std::pair{"supports_pdf_input", "pdf"},
        std::pair{"supports_audio_input", "audio"},
    };
    for (const auto& [flag, capability] : kFlags) {
        if (yes(row, flag))
            capabilities.emplace_back(capability);
    }
    return capabilities;
}

/// "bedrock/x", "azure/x" and "groq/x" are x there.
std::string modelNameOf(const std::string& name, const std::string& vendor) {
    for (const std::string& prefix : {vendor + "/", std::string("bedrock/"), std::string("azure/")}) {
        if (name.starts_with(prefix) && name.size() > prefix.size())
            return name.substr(prefix.size());
    }
    return name;
}

std::string reasonToSkip(const CostMapEntry& entry, const std::string& mode, const CostMapPrices& read) {
    if (entry.vendor.empty())
        return "no litellm_provider";
    constexpr std::array kModes{"", "chat", "completion", "responses", "embedding"};
    if (std::ranges::find(kModes, mode) == kModes.end())
        return "mode " + mode;
    if (!read.mistake.empty())
        return read.mistake;
    return read.any ? std::string() : "no price per token";
}

CostMapEntry read(const std::string& name, const boost::json::object& row, CostMap& map) {
    CostMapEntry entry;
    entry.name = name;
    entry.vendor = textAt(row, "litellm_provider");
    const std::string mode = textAt(row, "mode");
    CostMapPrices prices = readCostMapPrices(row);
    entry.skip = reasonToSkip(entry, mode, prices);
    if (entry.skip.empty()) {
        for (const std::string& field : prices.ignored)
            ++map.ignored[field];
    }
    Model& model = entry.model;
    static_cast<Prices&>(model) = std::move(prices.prices);
    model.model = modelNameOf(name, entry.vendor);
    model.source = "litellm";
    model.reference = textAt(row, "source").substr(0, 500);
    model.contextWindow = tokensAt(row, "max_input_tokens");
    model.maxOutputTokens = tokensAt(row, "max_output_tokens");
    model.capabilities = capabilitiesOf(row, mode);
    // Vectors are not billed, which rows of embeddings say with a zero or not at all.
    if (mode == "embedding" && !model.output)
        model.output = TokenPrice{};
    return entry;
}

} // namespace

CostMap readCostMap(const boost::json::object& file) {
    CostMap map;
    for (const auto& row : file) {
        std::string name(row.key());
        if (name == kSample)
            continue;
        if (row.value().is_object()) {
            map.entries.push_back(read(name, row.value().get_object(), map));
            continue;
        }
        CostMapEntry entry;
        entry.name = std::move(name);
        entry.skip = "must be an object";
        map.entries.push_back(std::move(entry));
    }
    return map;
}

bool vendorMeans(const std::string& vendor, const Provider& provider) {
    if (vendor == provider.name || vendor == toString(provider.kind))
        return true;
    switch (provider.kind) {
    case ProviderKind::OpenAi:
        return vendor == "text-completion-openai";
    case ProviderKind::AzureOpenAi:
        return vendor == "azure" || vendor == "azure_text";
    case ProviderKind::Bedrock:
        return vendor == "bedrock_converse";
    case ProviderKind::OpenAiCompatible:
        return vendor == vendorOf(provider);
    case ProviderKind::Anthropic:
    case ProviderKind::Gemini:
    case ProviderKind::Simulated:
        break;
    }
    return false;
}

} // namespace tollgate
