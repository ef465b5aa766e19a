#pragma once
// What a model charges, and since when. Plain values of the configuration; what a request costs by them is
// ledger/pricing.

#include "gateway/wire/money.h"
#include "gateway/wire/usage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tollgate {

/// Of one token of each bucket. Unset is unknown, never free.
struct TokenRates {
    std::optional<TokenPrice> input;
    std::optional<TokenPrice> output;
    std::optional<TokenPrice> cacheRead;
    std::optional<TokenPrice> cacheWrite;   ///< kept for five minutes, or however long the provider does
    std::optional<TokenPrice> cacheWrite1h; ///< kept for an hour
    std::optional<TokenPrice> reasoning;    ///< unset: like output, as every vendor bills it
    std::optional<TokenPrice> audioInput;
    std::optional<TokenPrice> audioCacheRead;
    std::optional<TokenPrice> audioOutput;
    std::optional<TokenPrice> imageOutput;
    friend bool operator==(const TokenRates&, const TokenRates&) = default;
};

/// Other rates for the whole request where the condition holds: more input tokens than that, or served on
/// those terms, or both.
struct PriceTier {
    std::int64_t aboveInputTokens = 0;
    ServiceTier service = ServiceTier::Standard;
    TokenRates rates;
    friend bool operator==(const PriceTier&, const PriceTier&) = default;
};

/// One version of a model's prices, valid from an instant until the next version's.
struct Prices : TokenRates {
    std::vector<PriceTier> tiers;
    std::optional<Money> usdPerHour; ///< a local target's amortised price, shared by the requests it runs
    std::string source = "manual";
    std::string reference;        ///< where it is published, for people
    std::int64_t validFromMs = 0; ///< 0: since ever
    friend bool operator==(const Prices&, const Prices&) = default;
};

} // namespace tollgate
