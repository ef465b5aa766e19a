#pragma once
// The one function that says what a request costs. The reservation before a call and the settlement after it
// use the same prices and the same rounding. Pure; any thread.

#include "gateway/config/resources.h"
#include "gateway/wire/money.h"
#include "gateway/wire/request_record.h"
#include "gateway/wire/usage.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tollgate {

struct PricedCost {
    std::optional<Money> cost;   ///< nothing: a price that was needed is not known
    std::vector<CostLine> lines; ///< one per bucket that has tokens and a price
    /// Some bucket was charged at another bucket's price because its own is not known.
    bool estimated() const;
};

/// Prices what was used. `model` may be null (not in the catalogue). `durationUs` matters only to a model
/// with a price per hour and none per token: it becomes one line in the bucket "time", counted in
/// microseconds. A bucket without tokens needs no price. Unset cache and audio prices fall back to the input
/// and output price and their lines say so; an unset input or output price makes the whole cost unknown.
PricedCost price(const Model* model, const Usage& usage, std::int64_t durationUs = 0);

/// The most a call can plausibly cost: the input at the dearest way to read it, the output at its full
/// length. A price that is not known counts at kUnknownInputPrice or kUnknownOutputPrice, so that a budget is
/// never walked around by a model without a price.
Money worstCase(const Model& model, std::int64_t inputTokens, std::int64_t maxOutputTokens);

constexpr TokenPrice kUnknownInputPrice{1'000'000'000};  ///< 1 USD per million tokens
constexpr TokenPrice kUnknownOutputPrice{5'000'000'000}; ///< 5 USD per million tokens
/// How slowly a model paid by the hour is taken to write when its worst case is reserved.
constexpr std::int64_t kSlowTokensPerSecond = 20;

} // namespace tollgate
