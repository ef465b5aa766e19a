#include "gateway/ledger/pricing.h"

#include "gateway/config/price_versions.h"

#include <algorithm>
#include <string_view>

namespace tollgate {

namespace {

/// Anthropic asks twice the input price for writing to the one-hour cache (platform.claude.com/docs, "Prompt
/// caching", Pricing); where only the five-minute price is known, that is the guess.
constexpr std::int64_t kLongCacheFactor = 2;

using Rate = std::optional<TokenPrice>;

/// The rates that hold for one request, and how sure that is.
struct RateCard {
    TokenRates rates;
    std::string name; ///< "", ">200000", "flex", "flex>272000"
    bool exact = true;
};

std::string nameOf(const PriceTier& tier) {
    std::string name =
        tier.service == ServiceTier::Standard ? std::string() : std::string(toString(tier.service));
    if (tier.aboveInputTokens > 0)
        name += ">" + std::to_string(tier.aboveInputTokens);
    return name;
}

/// The highest tier of that service that so much input reaches.
const PriceTier* tierFor(const Prices& prices, ServiceTier service, std::int64_t inputTokens) {
    const PriceTier* found = nullptr;
    for (const PriceTier& tier : prices.tiers) {
        const bool reached = tier.aboveInputTokens == 0 || inputTokens > tier.aboveInputTokens;
        if (tier.service == service && reached &&
            (found == nullptr || found->aboveInputTokens < tier.aboveInputTokens))
            found = &tier;
    }
    return found;
}

/// A tier that says nothing of input or output charges for them what stands below it. Nothing else is
/// inherited: what a tier does not say of its caches is as unknown as anywhere.
void inherit(TokenRates& rates, const TokenRates& below) {
    if (!rates.input)
        rates.input = below.input;
    if (!rates.output)
        rates.output = below.output;
}

RateCard cardFor(const Prices& prices, ServiceTier service, std::int64_t inputTokens) {
    const PriceTier* standard = tierFor(prices, ServiceTier::Standard, inputTokens);
    RateCard card;
    if (standard != nullptr) {
        card.rates = standard->rates;
        card.name = nameOf(*standard);
        inherit(card.rates, prices);
    } else {
        card.rates = prices;
    }
    if (service == ServiceTier::Standard || service == ServiceTier::Unsaid)
        return card;
    const PriceTier* served = tierFor(prices, service, inputTokens);
    if (served == nullptr) {
        card.exact = false;
        return card;
    }
    // A long prompt that costs more by the standard terms hardly costs the short price by others.
    const std::int64_t longFrom = standard != nullptr ? standard->aboveInputTokens : 0;
    RateCard special{served->rates, nameOf(*served), served->aboveInputTokens >= longFrom};
    special.exact = special.exact && served->rates.input.has_value();
    inherit(special.rates, card.rates);
    return special;
}

class Pricer {
public:
    Pricer(const Prices& prices, RateCard card, PricedCost& result)
        : m_prices(prices)
        , m_card(std::move(card))
        , m_result(result) {}

    /// One bucket at `own` price, or else at `fallback`; the fallback is an estimate unless it is the rule.
    void charge(std::string_view bucket, std::int64_t tokens, const Rate& own, const Rate& fallback = {},
                bool fallbackIsRule = false) {
        if (tokens <= 0)
            return;
        const Rate& price = own ? own : fallback;
        if (!price) {
            m_known = false;
            return;
        }
        m_sum.add(tokens, *price);
        const bool estimated = !m_card.exact || (!own && !fallbackIsRule);
        m_result.lines.push_back(
            {std::string(bucket), tokens, *price, m_prices.source, estimated, m_card.name});
    }

    void finish() {
        if (m_known)
            m_result.cost = m_sum.total();
    }

private:
    const Prices& m_prices;
    const RateCard m_card;
    PricedCost& m_result;
    CostSum m_sum;
    bool m_known = true;
};

bool paidByTheHour(const Prices& prices) {
    return prices.usdPerHour && !prices.input && !prices.output;
}

/// Per million microseconds, that is per second.
TokenPrice timePrice(Money usdPerHour) {
    return {(usdPerHour.nanodollars + 1800) / 3600};
}

/// Longer-lived cache entries cost more to write where writing is charged at all.
Rate longCachePrice(const TokenRates& rates) {
    if (!rates.cacheWrite || !rates.input)
        return rates.cacheWrite ? rates.cacheWrite : rates.input;
    return std::max(*rates.cacheWrite, TokenPrice{rates.input->nanodollarsPerMtok * kLongCacheFactor});
}

void chargeTokens(Pricer& pricer, const TokenRates& rates, const Usage& usage) {
    pricer.charge("input", usage.inputUncached, rates.input);
    pricer.charge("cache_read", usage.cacheRead, rates.cacheRead, rates.input);
    pricer.charge("cache_write", usage.cacheWrite5m, rates.cacheWrite, rates.input);
    pricer.charge("cache_write_1h", usage.cacheWrite1h, rates.cacheWrite1h, longCachePrice(rates));
    pricer.charge("audio_input", usage.audioInput, rates.audioInput, rates.input);
    pricer.charge("audio_cache_read", usage.audioCacheRead, rates.audioCacheRead,
                  rates.audioInput ? rates.audioInput : rates.input);
    pricer.charge("output", usage.outputText, rates.output);
    pricer.charge("reasoning", usage.reasoning, rates.reasoning, rates.output, true);
    pricer.charge("audio_output", usage.audioOutput, rates.audioOutput, rates.output);
    pricer.charge("image_output", usage.imageOutput, rates.imageOutput, rates.output);
}

const Prices& versionAt(const Model& model, std::int64_t atMs) {
    return atMs == PricedWhen::kPublished ? model : pricesAt(model, atMs);
}

TokenPrice dearestInput(const TokenRates& rates, const Demand& demand) {
    TokenPrice dearest = rates.input.value_or(kUnknownInputPrice);
    const auto orMore = [&](const Rate& rate) { dearest = std::max(dearest, rate.value_or(TokenPrice{})); };
    orMore(rates.cacheWrite);
    if (demand.longCache)
        orMore(rates.cacheWrite1h ? rates.cacheWrite1h : longCachePrice(rates));
    if (demand.audio)
        orMore(rates.audioInput);
    return dearest;
}

TokenPrice dearestOutput(const TokenRates& rates) {
    TokenPrice dearest = rates.output.value_or(kUnknownOutputPrice);
    for (const Rate* other : {&rates.reasoning, &rates.audioOutput, &rates.imageOutput})
        dearest = std::max(dearest, other->value_or(TokenPrice{}));
    return dearest;
}

Money worstBy(const TokenRates& rates, const Demand& demand, std::int64_t inputTokens) {
    CostSum sum;
    sum.add(std::max<std::int64_t>(inputTokens, 0), dearestInput(rates, demand));
    sum.add(std::max<std::int64_t>(demand.outputTokens, 0), dearestOutput(rates));
    return sum.total();
}

} // namespace

bool PricedCost::estimated() const {
    return std::any_of(lines.begin(), lines.end(), [](const CostLine& line) { return line.estimated; });
}

PricedCost price(const Model* model, const Usage& usage, PricedWhen when) {
    PricedCost result;
    if (!model) {
        if (usage.total() <= 0)
            result.cost = Money{};
        return result;
    }
    const Prices& prices = versionAt(*model, when.atMs);
    if (paidByTheHour(prices)) {
        Pricer pricer(prices, {}, result);
        pricer.charge("time", when.busyUs, timePrice(*prices.usdPerHour));
        pricer.finish();
        return result;
    }
    RateCard card = cardFor(prices, usage.tier, usage.inputTotal());
    const TokenRates rates = card.rates;
    Pricer pricer(prices, std::move(card), result);
    chargeTokens(pricer, rates, usage);
    pricer.finish();
    return result;
}

Money worstCase(const Model& model, const Demand& demand) {
    const Prices& prices = versionAt(model, demand.atMs);
    if (paidByTheHour(prices)) {
        CostSum sum;
        const std::int64_t seconds = (demand.outputTokens + kSlowTokensPerSecond - 1) / kSlowTokensPerSecond;
        sum.add(std::max<std::int64_t>(seconds, 1) * 1'000'000, timePrice(*prices.usdPerHour));
        return sum.total();
    }
    // The prompt may turn out shorter than feared and stay below a tier, and not every tier is a dearer one.
    const auto worstOf = [&](std::int64_t inputTokens) {
        return worstBy(cardFor(prices, demand.service, inputTokens).rates, demand, inputTokens);
    };
    Money worst = worstOf(demand.inputTokens);
    for (const PriceTier& tier : prices.tiers) {
        if (tier.aboveInputTokens < demand.inputTokens)
            worst = std::max(worst, worstOf(tier.aboveInputTokens));
    }
    return worst;
}

Money worstCase(const Model& model, std::int64_t inputTokens, std::int64_t maxOutputTokens) {
    Demand demand;
    demand.inputTokens = inputTokens;
    demand.outputTokens = maxOutputTokens;
    return worstCase(model, demand);
}

} // namespace tollgate
