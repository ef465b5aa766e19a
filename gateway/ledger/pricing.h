#pragma once
// The one function that says what a request costs. The reservation before a call and the settlement after it
// use the same prices, the same tiers and the same rounding; so does re-rating. Pure; any thread.

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
    /// Some bucket was charged at another bucket's price, or at another tier's, because its own is not known.
    bool estimated() const;
};

/// What besides its tokens decides a request's price.
struct PricedWhen {
    std::int64_t atMs = kPublished; ///< when it arrived: the version of that instant holds
    /// Its share of the target's busy time in microseconds (hour_meter.h): matters only to a model with a
    /// price per hour and none per token, where it becomes one line in the bucket "time".
    std::int64_t busyUs = 0;

    /// The model's own version, whenever that is.
    static constexpr std::int64_t kPublished = -1;
};

/// Prices what was used. `model` may be null (not in the catalogue). A bucket without tokens needs no price.
/// The tier is chosen by all input tokens and by how the provider served the request, and holds for the whole
/// request. Unset cache, audio and image prices fall back to the input and output price of the same tier, and
/// their lines say so; an unset input or output price makes the whole cost unknown. Where no price is known
/// for the way it was served, the standard one stands in and every line says it is estimated.
PricedCost price(const Model* model, const Usage& usage, PricedWhen when = {});

/// What a call might come to use, before it is made.
struct Demand {
    std::int64_t inputTokens = 0; ///< at most
    std::int64_t outputTokens = 0;
    ServiceTier service = ServiceTier::Unsaid; ///< as asked for
    bool audio = false;                        ///< there is sound in the prompt
    bool longCache = false;                    ///< the prompt is to be kept for an hour
    std::int64_t atMs = PricedWhen::kPublished;
};

/// The most a call can plausibly cost: the input at the dearest way to read it in any tier it may reach, the
/// output at its full length. A price that is not known counts at kUnknownInputPrice or kUnknownOutputPrice,
/// so that a budget is never walked around by a model without a price.
Money worstCase(const Model& model, const Demand& demand);
Money worstCase(const Model& model, std::int64_t inputTokens, std::int64_t maxOutputTokens);

constexpr TokenPrice kUnknownInputPrice{1'000'000'000};  ///< 1 USD per million tokens
constexpr TokenPrice kUnknownOutputPrice{5'000'000'000}; ///< 5 USD per million tokens
/// How slowly a model paid by the hour is taken to write when its worst case is reserved.
constexpr std::int64_t kSlowTokensPerSecond = 20;

} // namespace tollgate
