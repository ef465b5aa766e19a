#include "gateway/config/codec_parts.h"
#include "gateway/config/codec_prices.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 9> kCapabilities{
    "chat", "streaming", "tools", "vision", "json_schema", "reasoning", "embeddings", "pdf", "audio"};

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

} // namespace

Parsed<Model> modelFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Model model;
    in.text("provider", model.provider, kProviderName);
    in.text("model", model.model, kModelName);
    readPrices(in, model);
    readHistory(in, model);
    in.integer("context_window", model.contextWindow, 1, 1'000'000'000);
    in.integer("max_output_tokens", model.maxOutputTokens, 1, 1'000'000'000);
    in.texts("capabilities", model.capabilities, {true, 32, capabilityMistake});
    in.text("tier", model.tier, {false, 16, tierMistake});
    in.readOnly({"warnings"});
    return in.finish(std::move(model));
}

boost::json::object toJson(const Model& model) {
    boost::json::object out;
    out["provider"] = model.provider;
    out["model"] = model.model;
    writePrices(model, out);
    out["context_window"] = valueOrNull(model.contextWindow);
    out["max_output_tokens"] = valueOrNull(model.maxOutputTokens);
    out["capabilities"] = toJsonList(model.capabilities);
    out["tier"] = textOrNull(model.tier);
    writeHistory(model, out);
    return out;
}

} // namespace tollgate
