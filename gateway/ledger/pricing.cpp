#include "gateway/ledger/pricing.h"

#include <algorithm>
#include <string_view>

namespace tollgate {

namespace {

/// Anthropic asks twice the input price for writing to the one-hour cache and publishes only the five-minute
/// price in cost maps (docs "Prompt caching", Pricing).
constexpr std::int64_t kLongCacheFactor = 2;

class Pricer {
public:
    Pricer(const Model* model, PricedCost& result)
        : m_model(model)
        , m_result(result) {}

    /// One bucket at `own` price, or else at `fallback`.
    void charge(std::string_view bucket, std::int64_t tokens, const std::optional<TokenPrice>& own,
                const std::optional<TokenPrice>& fallback) {
        if (tokens <= 0)
            return;
        const auto& price = own ? own : fallback;
        if (!price) {
            m_known = false;
            return;
        }
        m_sum.add(tokens, *price);
        m_result.lines.push_back({std::string(bucket), tokens, *price, m_model->source, !own.has_value()});
    }

    void finish() {
        if (m_known)
            m_result.cost = m_sum.total();
    }
    void unknown() { m_known = false; }

private:
    const Model* m_model;
    PricedCost& m_result;
    CostSum m_sum;
    bool m_known = true;
};

bool paidByTheHour(const Model& model) {
    return model.usdPerHour && !model.input && !model.output;
}

/// Per million microseconds, that is per second.
TokenPrice timePrice(Money usdPerHour) {
    return {(usdPerHour.nanodollars + 1800) / 3600};
}

/// Longer-lived cache entries cost more to write where writing is charged at all.
std::optional<TokenPrice> longCachePrice(const Model& model) {
    if (!model.cacheWrite || !model.input)
        return model.cacheWrite ? model.cacheWrite : model.input;
    return std::max(*model.cacheWrite, TokenPrice{model.input->nanodollarsPerMtok * kLongCacheFactor});
}

} // namespace

bool PricedCost::estimated() const {
    return std::any_of(lines.begin(), lines.end(), [](const CostLine& line) { return line.estimated; });
}

PricedCost price(const Model* model, const Usage& usage, std::int64_t durationUs) {
    PricedCost result;
    Pricer pricer(model, result);
    if (!model) {
        if (usage.total() > 0)
            pricer.unknown();
        pricer.finish();
        return result;
    }
    if (paidByTheHour(*model)) {
        pricer.charge("time", durationUs, timePrice(*model->usdPerHour), std::nullopt);
        pricer.finish();
        return result;
    }
    constexpr std::nullopt_t kUnset = std::nullopt;
    pricer.charge("input", usage.inputUncached, model->input, kUnset);
    pricer.charge("cache_read", usage.cacheRead, model->cacheRead, model->input);
    pricer.charge("cache_write", usage.cacheWrite5m, model->cacheWrite, model->input);
    // Derived, not published: the line says it is an estimate.
    pricer.charge("cache_write_1h", usage.cacheWrite1h, kUnset, longCachePrice(*model));
    pricer.charge("audio_input", usage.audioInput, kUnset, model->input);
    pricer.charge("output", usage.outputText, model->output, kUnset);
    pricer.charge("reasoning", usage.reasoning, model->output, kUnset);
    pricer.charge("audio_output", usage.audioOutput, kUnset, model->output);
    pricer.finish();
    return result;
}

Money worstCase(const Model& model, std::int64_t inputTokens, std::int64_t maxOutputTokens) {
    CostSum sum;
    if (paidByTheHour(model)) {
        const std::int64_t seconds = (maxOutputTokens + kSlowTokensPerSecond - 1) / kSlowTokensPerSecond;
        sum.add(std::max<std::int64_t>(seconds, 1) * 1'000'000, timePrice(*model.usdPerHour));
        return sum.total();
    }
    TokenPrice input = model.input.value_or(kUnknownInputPrice);
    if (model.cacheWrite)
        input = std::max(input, *model.cacheWrite);
    sum.add(std::max<std::int64_t>(inputTokens, 0), input);
    sum.add(std::max<std::int64_t>(maxOutputTokens, 0), model.output.value_or(kUnknownOutputPrice));
    return sum.total();
}

} // namespace tollgate
