#include "gateway/config/codec_prices.h"

#include "gateway/config/codec_parts.h"
#include "gateway/config/price_versions.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

// The dearest published prices are some hundred dollars per million; more is a price per token gone wrong.
constexpr double kDearestPerMtok = 100'000;
constexpr std::size_t kMaxTiers = 32;
constexpr std::int64_t kMaxTokens = 1'000'000'000;

struct RateField {
    std::string_view name;
    std::optional<TokenPrice> TokenRates::*rate;
};

constexpr std::array<RateField, 10> kRates{{
    {"input_usd_per_mtok", &TokenRates::input},
    {"output_usd_per_mtok", &TokenRates::output},
    {"cache_read_usd_per_mtok", &TokenRates::cacheRead},
    {"cache_write_usd_per_mtok", &TokenRates::cacheWrite},
    {"cache_write_1h_usd_per_mtok", &TokenRates::cacheWrite1h},
    {"reasoning_usd_per_mtok", &TokenRates::reasoning},
    {"audio_input_usd_per_mtok", &TokenRates::audioInput},
    {"audio_cache_read_usd_per_mtok", &TokenRates::audioCacheRead},
    {"audio_output_usd_per_mtok", &TokenRates::audioOutput},
    {"image_output_usd_per_mtok", &TokenRates::imageOutput},
}};
/// Those of the admin contract are always there, null when unset.
constexpr std::size_t kAlways = 4;

constexpr std::array<EnumName<ServiceTier>, 6> kServices{{
    {"standard", ServiceTier::Standard},
    {"batch", ServiceTier::Batch},
    {"flex", ServiceTier::Flex},
    {"priority", ServiceTier::Priority},
    {"fast", ServiceTier::Fast},
    {"us", ServiceTier::UsOnly},
}};

void readRates(FieldReader& in, TokenRates& out) {
    for (const RateField& field : kRates) {
        std::optional<double> usd;
        in.number(field.name, usd, 0, kDearestPerMtok);
        if (usd)
            out.*field.rate = TokenPrice::fromUsdPerMtok(*usd);
    }
}

void writeRates(const TokenRates& rates, std::size_t always, boost::json::object& out) {
    for (std::size_t index = 0; index < kRates.size(); ++index) {
        const auto& rate = rates.*kRates[index].rate;
        if (rate)
            out[kRates[index].name] = rate->usdPerMtok();
        else if (index < always)
            out[kRates[index].name] = nullptr;
    }
}

void readTier(FieldReader& in, Prices& prices) {
    PriceTier tier;
    in.integer("above_input_tokens", tier.aboveInputTokens, 0, kMaxTokens);
    in.choice("service_tier", tier.service, std::span<const EnumName<ServiceTier>>(kServices));
    readRates(in, tier.rates);
    if (tier.aboveInputTokens == 0 && tier.service == ServiceTier::Standard)
        in.fail("above_input_tokens", "must be more than 0 where there is no service_tier: else the tier is "
                                      "the price itself");
    if (tier.rates == TokenRates{})
        in.fail("input_usd_per_mtok", "or another price must be there: a tier says at least one");
    const bool twice = std::ranges::any_of(prices.tiers, [&](const PriceTier& other) {
        return other.aboveInputTokens == tier.aboveInputTokens && other.service == tier.service;
    });
    if (twice)
        in.fail("above_input_tokens", "is the same as another tier's");
    if (prices.tiers.size() >= kMaxTiers)
        in.fail("above_input_tokens", "is of one tier too many: there may be " + std::to_string(kMaxTiers));
    prices.tiers.push_back(tier);
}

boost::json::array tiersJson(const std::vector<PriceTier>& tiers) {
    boost::json::array list;
    for (const PriceTier& tier : tiers) {
        boost::json::object item;
        if (tier.aboveInputTokens > 0)
            item["above_input_tokens"] = tier.aboveInputTokens;
        if (tier.service != ServiceTier::Standard)
            item["service_tier"] = toString(tier.service);
        writeRates(tier.rates, 0, item);
        list.push_back(std::move(item));
    }
    return list;
}

} // namespace

std::span<const std::string_view> priceFieldNames() {
    static const std::vector<std::string_view> kNames = [] {
        std::vector<std::string_view> names{"tiers", "usd_per_hour", "source", "reference"};
        for (const RateField& field : kRates)
            names.push_back(field.name);
        return names;
    }();
    return kNames;
}

void forEachRate(const TokenRates& rates,
                 const std::function<void(std::string_view name, const TokenPrice&)>& take) {
    for (const RateField& field : kRates) {
        if (const auto& rate = rates.*field.rate)
            take(field.name, *rate);
    }
}

void readPrices(FieldReader& in, Prices& out) {
    readRates(in, out);
    in.each("tiers", [&](FieldReader& tier) { readTier(tier, out); });
    std::ranges::stable_sort(
        out.tiers, {}, [](const PriceTier& tier) { return std::pair(tier.service, tier.aboveInputTokens); });
    std::optional<double> perHour;
    in.number("usd_per_hour", perHour, 0, 1e6);
    if (perHour)
        out.usdPerHour = Money::fromUsd(*perHour);
    in.text("source", out.source, {false, 200, nullptr});
    in.text("reference", out.reference, {false, 500, nullptr});
    std::optional<std::int64_t> from;
    in.time("valid_from", from); // null: since ever
    out.validFromMs = from.value_or(0);
    if (out.validFromMs < 0)
        in.fail("valid_from", "must not be before 1970");
}

void readHistory(FieldReader& in, Model& model) {
    in.each("history", [&](FieldReader& item) {
        Prices version;
        readPrices(item, version);
        const bool twice = std::ranges::any_of(model.otherVersions, [&](const Prices& other) {
            return other.validFromMs == version.validFromMs;
        });
        if (twice)
            item.fail("valid_from", "is the same as another version's");
        if (model.otherVersions.size() + 1 >= kMaxPriceVersions)
            item.fail("valid_from",
                      "is of one version too many: there may be " + std::to_string(kMaxPriceVersions));
        model.otherVersions.push_back(std::move(version));
    });
    std::ranges::stable_sort(model.otherVersions, {}, &Prices::validFromMs);
}

void writePrices(const Prices& prices, boost::json::object& out) {
    writeRates(prices, kAlways, out);
    if (!prices.tiers.empty())
        out["tiers"] = tiersJson(prices.tiers);
    out["usd_per_hour"] =
        prices.usdPerHour ? boost::json::value(prices.usdPerHour->usd()) : boost::json::value(nullptr);
    out["source"] = prices.source;
    if (!prices.reference.empty())
        out["reference"] = prices.reference;
    out["valid_from"] =
        prices.validFromMs == 0 ? boost::json::value(nullptr) : timeOrNull(prices.validFromMs);
}

/// Written even when there is none: whoever puts back what was read says so.
void writeHistory(const Model& model, boost::json::object& out) {
    boost::json::array history;
    for (const Prices& version : model.otherVersions) {
        boost::json::object item;
        writePrices(version, item);
        history.push_back(std::move(item));
    }
    out["history"] = std::move(history);
}

} // namespace tollgate
