#include "gateway/admin/cost_map_prices.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace tollgate {

namespace {

constexpr double kTokensPerMtok = 1e6;
constexpr double kDearestPerMtok = 100'000;

struct Bucket {
    std::string_view name;
    std::optional<TokenPrice> TokenRates::*rate;
};

/// Longer names before those they begin with.
constexpr std::array<Bucket, 13> kBuckets{{
    {"input_cost_per_token", &TokenRates::input},
    {"output_cost_per_token", &TokenRates::output},
    {"cache_creation_input_token_cost_above_1hr", &TokenRates::cacheWrite1h},
    {"cache_creation_input_token_cost_1h", &TokenRates::cacheWrite1h},
    {"cache_creation_input_token_cost", &TokenRates::cacheWrite},
    {"cache_read_input_token_cost_per_audio_token", &TokenRates::audioCacheRead},
    {"cache_read_input_audio_token_cost", &TokenRates::audioCacheRead},
    {"cache_read_input_token_cost", &TokenRates::cacheRead},
    {"output_cost_per_reasoning_token", &TokenRates::reasoning},
    {"input_cost_per_audio_token", &TokenRates::audioInput},
    {"output_cost_per_audio_token", &TokenRates::audioOutput},
    {"output_cost_per_image_token", &TokenRates::imageOutput},
    {"input_audio_cost_per_token", &TokenRates::audioInput},
}};

/// What the rest of a field's name means; nothing: no condition that is known.
struct Condition {
    std::int64_t above = 0;
    ServiceTier service = ServiceTier::Standard;
};

bool drop(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool readAbove(std::string_view& rest, Condition& condition) {
    std::string_view text = rest;
    if (!drop(text, "_above_"))
        return false;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), condition.above);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (failure != std::errc() || !drop(text, "k_tokens") || condition.above <= 0 ||
        condition.above > 100'000)
        return false;
    condition.above *= 1000;
    rest = text;
    return true;
}

std::optional<Condition> conditionOf(std::string_view rest) {
    constexpr std::array kServices{
        std::pair{"_priority", ServiceTier::Priority},
        std::pair{"_flex", ServiceTier::Flex},
        std::pair{"_batches", ServiceTier::Batch},
        std::pair{"_batch", ServiceTier::Batch},
    };
    Condition condition;
    while (!rest.empty()) {
        const bool service = std::ranges::any_of(kServices, [&](const auto& known) {
            if (!drop(rest, known.first))
                return false;
            condition.service = known.second;
            return true;
        });
        if (!service && !readAbove(rest, condition))
            return std::nullopt;
    }
    return condition;
}

class RowReader {
public:
    explicit RowReader(const boost::json::object& row)
        : m_row(row) {}

    CostMapPrices read() {
        for (const auto& field : m_row)
            readField(field.key(), field.value());
        readRanges();
        readFactors();
        std::ranges::sort(m_result.prices.tiers, {}, [](const PriceTier& tier) {
            return std::pair(tier.service, tier.aboveInputTokens);
        });
        return std::move(m_result);
    }

private:
    void readField(std::string_view name, const boost::json::value& value) {
        for (const Bucket& bucket : kBuckets) {
            if (!name.starts_with(bucket.name))
                continue;
            if (const auto condition = conditionOf(name.substr(bucket.name.size()))) {
                if (const auto rate = priceOf(name, value))
                    ratesFor(*condition).*bucket.rate = rate;
                return;
            }
        }
        const bool bills = name.find("cost_per") != std::string_view::npos ||
                           name.find("token_cost") != std::string_view::npos;
        if (bills && !value.is_null() && !(value.is_number() && value.to_number<double>() == 0))
            m_result.ignored.insert(std::string(name));
    }

    /// Dashscope's: [{"range":[0,32000],"input_cost_per_token":…},{"range":[32000,128000],…}].
    void readRanges() {
        const auto* list = m_row.if_contains("tiered_pricing");
        if (list == nullptr || !list->is_array())
            return;
        for (const boost::json::value& item : list->get_array()) {
            const auto* range = item.is_object() ? item.get_object().if_contains("range") : nullptr;
            const bool good = range != nullptr && range->is_array() && !range->get_array().empty() &&
                              range->get_array()[0].is_number();
            const double from = good ? range->get_array()[0].to_number<double>() : -1;
            if (!(from >= 0 && from <= 1e9)) {
                fail("tiered_pricing", "must have ranges that begin at a number of tokens");
                return;
            }
            const Condition condition{static_cast<std::int64_t>(std::llround(from))};
            for (const auto& field : item.get_object()) {
                for (const Bucket& bucket : kBuckets) {
                    if (field.key() != bucket.name)
                        continue;
                    if (const auto rate = priceOf(bucket.name, field.value()))
                        ratesFor(condition).*bucket.rate = rate;
                }
            }
        }
    }

    /// Anthropic's: "provider_specific_entry": {"us": 1.1, "fast": 6.0}, of every price.
    void readFactors() {
        const auto* entry = m_row.if_contains("provider_specific_entry");
        if (entry == nullptr || !entry->is_object())
            return;
        for (const ServiceTier service : {ServiceTier::UsOnly, ServiceTier::Fast}) {
            const auto* factor = entry->get_object().if_contains(toString(service));
            if (factor == nullptr || !factor->is_number())
                continue;
            const double by = factor->to_number<double>();
            if (!(by > 0 && by <= 100)) {
                fail("provider_specific_entry", "must hold factors between 0 and 100");
                return;
            }
            const TokenRates base = m_result.prices;
            TokenRates& rates = ratesFor({0, service});
            for (const Bucket& bucket : kBuckets) {
                if (const auto& rate = base.*bucket.rate)
                    rates.*bucket.rate =
                        TokenPrice{std::llround(static_cast<double>(rate->nanodollarsPerMtok) * by)};
            }
        }
    }

    TokenRates& ratesFor(const Condition& condition) {
        if (condition.above == 0 && condition.service == ServiceTier::Standard)
            return m_result.prices;
        for (PriceTier& tier : m_result.prices.tiers) {
            if (tier.aboveInputTokens == condition.above && tier.service == condition.service)
                return tier.rates;
        }
        m_result.prices.tiers.push_back({condition.above, condition.service, {}});
        return m_result.prices.tiers.back().rates;
    }

    std::optional<TokenPrice> priceOf(std::string_view name, const boost::json::value& value) {
        if (value.is_null())
            return std::nullopt;
        if (!value.is_number()) {
            fail(name, "must be a number");
            return std::nullopt;
        }
        const double perMtok = value.to_number<double>() * kTokensPerMtok;
        if (!(perMtok >= 0 && perMtok <= kDearestPerMtok)) { // also what is no number
            fail(name, perMtok < 0 ? "must not be negative" : "is no plausible price in USD per token");
            return std::nullopt;
        }
        m_result.any = true;
        return TokenPrice::fromUsdPerMtok(perMtok);
    }

    void fail(std::string_view name, std::string_view what) {
        if (m_result.mistake.empty())
            m_result.mistake.append(name).append(" ").append(what);
    }

    const boost::json::object& m_row;
    CostMapPrices m_result;
};

} // namespace

CostMapPrices readCostMapPrices(const boost::json::object& row) {
    return RowReader(row).read();
}

} // namespace tollgate
