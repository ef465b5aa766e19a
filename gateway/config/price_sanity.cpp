#include "gateway/config/price_sanity.h"

#include "gateway/config/codec_prices.h"
#include "gateway/wire/clock.h"

#include <algorithm>

namespace tollgate {

namespace {

// The dearest listed are the outputs of o1-pro at 600 USD and of pictures at some 120, the cheapest
// embeddings at one cent and cache reads of small models at half a cent.
constexpr TokenPrice kDear{1'000'000'000'000}; ///< 1000 USD per million
constexpr TokenPrice kCheap{1'000'000};        ///< 0.001 USD per million
constexpr std::int64_t kLeap = 20;

std::string inUsd(TokenPrice price) {
    return Money{price.nanodollarsPerMtok}.toString() + " USD per million tokens";
}

class Judge {
public:
    explicit Judge(std::vector<std::string>& warnings)
        : m_warnings(warnings) {}

    void rates(const TokenRates& rates, const std::string& where) {
        forEachRate(rates, [&](std::string_view name, const TokenPrice& price) {
            if (price > kDear)
                say(where, name, inUsd(price) + " is more than any published price: is it per million?");
            else if (price.nanodollarsPerMtok > 0 && price < kCheap)
                say(where, name, inUsd(price) + " is less than any published price: is it per token?");
        });
        if (rates.input && rates.cacheRead && *rates.cacheRead > *rates.input)
            say(where, "cache_read_usd_per_mtok", "reading from the cache costs more than not doing so");
        if (rates.input && rates.output && rates.output->nanodollarsPerMtok > 0 &&
            *rates.output < *rates.input)
            say(where, "output_usd_per_mtok", "output costs less than input");
    }

    void leap(const TokenRates& before, const TokenRates& after, const std::string& where) {
        const auto judge = [&](std::string_view name, const std::optional<TokenPrice>& from,
                               const std::optional<TokenPrice>& to) {
            if (!from || !to || from->nanodollarsPerMtok == 0 || to->nanodollarsPerMtok == 0)
                return;
            const auto low = std::min(from->nanodollarsPerMtok, to->nanodollarsPerMtok);
            const auto high = std::max(from->nanodollarsPerMtok, to->nanodollarsPerMtok);
            if (high / low >= kLeap)
                say(where, name, "leaps from " + inUsd(*from) + " to " + inUsd(*to));
        };
        judge("input_usd_per_mtok", before.input, after.input);
        judge("output_usd_per_mtok", before.output, after.output);
        judge("cache_read_usd_per_mtok", before.cacheRead, after.cacheRead);
    }

private:
    void say(const std::string& where, std::string_view name, const std::string& what) {
        std::string text = where;
        text.append(name).append(": ").append(what);
        m_warnings.push_back(std::move(text));
    }
    std::vector<std::string>& m_warnings;
};

std::string nameOf(const Model& model, const Prices& version) {
    if (&version == &static_cast<const Prices&>(model))
        return {};
    return "history " +
           (version.validFromMs == 0 ? std::string("since ever") : toRfc3339(version.validFromMs)) + " ";
}

} // namespace

std::vector<std::string> priceWarnings(const Model& model) {
    std::vector<const Prices*> versions{&model};
    for (const Prices& version : model.otherVersions)
        versions.push_back(&version);
    std::ranges::stable_sort(versions, {}, &Prices::validFromMs);
    std::vector<std::string> warnings;
    Judge judge(warnings);
    const Prices* before = nullptr;
    for (const Prices* version : versions) {
        const std::string where = nameOf(model, *version);
        judge.rates(*version, where);
        for (std::size_t index = 0; index < version->tiers.size(); ++index)
            judge.rates(version->tiers[index].rates, where + "tiers[" + std::to_string(index) + "].");
        if (before != nullptr)
            judge.leap(*before, *version, where);
        before = version;
    }
    return warnings;
}

} // namespace tollgate
