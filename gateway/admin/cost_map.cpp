#include "gateway/admin/cost_map.h"

#include "gateway/config/codec.h"

#include <array>
#include <cmath>

namespace tollgate {

namespace {

constexpr double kTokensPerMtok = 1e6;
constexpr double kDearestPerMtok = 100'000;

/// The file's own name for itself.
constexpr std::string_view kSample = "sample_spec";

class EntryReader {
public:
    EntryReader(std::string name, const boost::json::object& fields)
        : m_name(std::move(name))
        , m_fields(fields) {}

    std::string text(std::string_view key) {
        const auto* value = m_fields.if_contains(key);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    }
    bool yes(std::string_view key) {
        const auto* value = m_fields.if_contains(key);
        return value != nullptr && value->is_bool() && value->get_bool();
    }
    std::optional<TokenPrice> price(std::string_view key) {
        const auto perToken = number(key);
        if (!perToken)
            return std::nullopt;
        const double perMtok = *perToken * kTokensPerMtok;
        if (perMtok < 0 || perMtok > kDearestPerMtok) {
            fail(key, "is no plausible price in USD per token");
            return std::nullopt;
        }
        return TokenPrice::fromUsdPerMtok(perMtok);
    }
    std::optional<std::int64_t> tokens(std::string_view key) {
        const auto* value = m_fields.if_contains(key);
        if (value == nullptr || !value->is_number()) // some rows say "see the documentation" here
            return std::nullopt;
        const auto count = static_cast<std::int64_t>(std::llround(value->to_number<double>()));
        return count > 0 ? std::optional(count) : std::nullopt;
    }
    const std::optional<ApiError>& error() const { return m_error; }

private:
    std::optional<double> number(std::string_view key) {
        const auto* value = m_fields.if_contains(key);
        if (value == nullptr || value->is_null())
            return std::nullopt;
        if (value->is_number())
            return value->to_number<double>();
        fail(key, "must be a number");
        return std::nullopt;
    }
    void fail(std::string_view key, std::string message) {
        if (!m_error)
            m_error = invalid(m_name + "." + std::string(key), std::move(message));
    }

    std::string m_name;
    const boost::json::object& m_fields;
    std::optional<ApiError> m_error;
};

std::vector<std::string> capabilitiesOf(EntryReader& in, const std::string& mode) {
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
        if (in.yes(flag))
            capabilities.emplace_back(capability);
    }
    return capabilities;
}

CostMapEntry read(EntryReader& in, const std::string& name) {
    CostMapEntry entry;
    entry.name = name;
    entry.vendor = in.text("litellm_provider");
    const std::string mode = in.text("mode");
    Model& model = entry.model;
    model.model = name.starts_with(entry.vendor + "/") ? name.substr(entry.vendor.size() + 1) : name;
    model.input = in.price("input_cost_per_token");
    model.output = in.price("output_cost_per_token");
    model.cacheRead = in.price("cache_read_input_token_cost");
    model.cacheWrite = in.price("cache_creation_input_token_cost");
    model.contextWindow = in.tokens("max_input_tokens");
    model.maxOutputTokens = in.tokens("max_output_tokens");
    model.capabilities = capabilitiesOf(in, mode);
    model.source = "litellm";
    if (entry.vendor.empty())
        entry.skip = "no litellm_provider";
    else if (!mode.empty() && mode != "chat" && mode != "completion" && mode != "responses" &&
             mode != "embedding")
        entry.skip = "mode " + mode;
    else if (!model.input && !model.output && !in.error())
        entry.skip = "no price per token";
    return entry;
}

} // namespace

Outcome<std::vector<CostMapEntry>> readCostMap(const boost::json::object& file) {
    std::vector<CostMapEntry> entries;
    for (const auto& row : file) {
        std::string name(row.key());
        if (name == kSample)
            continue;
        if (!row.value().is_object())
            return tl::unexpected(invalid(std::move(name), "must be an object"));
        EntryReader in(name, row.value().get_object());
        CostMapEntry entry = read(in, name);
        if (entry.skip.empty() && in.error())
            return tl::unexpected(*in.error());
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool vendorMeans(const std::string& vendor, const Provider& provider) {
    if (vendor == provider.name || vendor == toString(provider.kind))
        return true;
    if (provider.kind == ProviderKind::AzureOpenAi)
        return vendor == "azure";
    if (provider.kind == ProviderKind::Bedrock)
        return vendor == "bedrock_converse";
    return false;
}

} // namespace tollgate
