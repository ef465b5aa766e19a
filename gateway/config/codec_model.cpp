#include "gateway/config/codec_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 9> kCapabilities{
    "chat", "streaming", "tools", "vision", "json_schema", "reasoning", "embeddings", "pdf", "audio"};

// The dearest published prices are some hundred dollars per million; more is a price per token gone wrong.
constexpr double kDearestPerMtok = 100'000;

std::optional<std::string> capabilityMistake(std::string_view text) {
    if (std::ranges::find(kCapabilities, text) != kCapabilities.end())
        return std::nullopt;
    std::string allowed;
    for (const auto capability : kCapabilities)
        allowed += (allowed.empty() ? "" : ", ") + std::string(capability);
    return "must be one of: " + allowed;
}

std::optional<std::string> tierMistake(std::string_view text) {
    if (text == "simple" || text == "medium" || text == "complex")
        return std::nullopt;
    return "must be one of: simple, medium, complex";
}

void readPrice(FieldReader& in, std::string_view key, std::optional<TokenPrice>& out) {
    std::optional<double> usd;
    in.number(key, usd, 0, kDearestPerMtok);
    if (usd)
        out = TokenPrice::fromUsdPerMtok(*usd);
}

boost::json::value priceOrNull(const std::optional<TokenPrice>& price) {
    return price ? boost::json::value(price->usdPerMtok()) : boost::json::value(nullptr);
}

} // namespace

Parsed<Model> modelFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Model model;
    in.text("provider", model.provider, kProviderName);
    in.text("model", model.model, kModelName);
    readPrice(in, "input_usd_per_mtok", model.input);
    readPrice(in, "output_usd_per_mtok", model.output);
    readPrice(in, "cache_read_usd_per_mtok", model.cacheRead);
    readPrice(in, "cache_write_usd_per_mtok", model.cacheWrite);
    std::optional<double> perHour;
    in.number("usd_per_hour", perHour, 0, 1e6);
    if (perHour)
        model.usdPerHour = Money::fromUsd(*perHour);
    in.integer("context_window", model.contextWindow, 1, 1'000'000'000);
    in.integer("max_output_tokens", model.maxOutputTokens, 1, 1'000'000'000);
    in.texts("capabilities", model.capabilities, {true, 32, capabilityMistake});
    in.text("tier", model.tier, {false, 16, tierMistake});
    in.text("source", model.source, {false, 200, nullptr});
    in.time("valid_from", model.validFromMs);
    return in.finish(std::move(model));
}

boost::json::object toJson(const Model& model) {
    return {
        {"provider", model.provider},
        {"model", model.model},
        {"input_usd_per_mtok", priceOrNull(model.input)},
        {"output_usd_per_mtok", priceOrNull(model.output)},
        {"cache_read_usd_per_mtok", priceOrNull(model.cacheRead)},
        {"cache_write_usd_per_mtok", priceOrNull(model.cacheWrite)},
        {"usd_per_hour",
         model.usdPerHour ? boost::json::value(model.usdPerHour->usd()) : boost::json::value(nullptr)},
        {"context_window", valueOrNull(model.contextWindow)},
        {"max_output_tokens", valueOrNull(model.maxOutputTokens)},
        {"capabilities", toJsonList(model.capabilities)},
        {"tier", textOrNull(model.tier)},
        {"source", model.source},
        {"valid_from", model.validFromMs == 0 ? boost::json::value(nullptr) : timeOrNull(model.validFromMs)}};
}

} // namespace tollgate
