// Sources: platform.claude.com/docs/en/about-claude/pricing and /models, read 2026-10: cache writes kept for
// an hour at twice the input, batches at half of everything; …/en/api/service-tiers: US-only inference at 1.1
// from Opus 4.6 on, and long prompts of Sonnet 4.5; …/models/haiku-5-5/overview, read 2026-11-22: five times
// as much above 100,000 tokens; …/build-with-claude/fast-mode for Opus 4.6, and the price of Opus 5 and 5.5
// as resellers quote that page, read 2026-11-22 (10 and 50, 8 and 40).
#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>

namespace tollgate::catalogue {

namespace {

constexpr std::array kAnthropic{
    Row{"claude-fable-5-1", 10, 50, 0.25, 12.5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-5-5", 4, 20, 0.2, 5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-5-5", 2, 10, 0.1, 2.5, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-haiku-5-5", 0.1, 0.5, 0.01, 0.125, 1'000'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"claude-fable-5", 10, 50, 1, 12.5, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-5", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-5", 2, 10, 0.2, 2.5, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-8", 5, 25, 0.5, 6.25, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-7", 5, 25, 0.5, 6.25, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-6", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-4-6", 3, 15, 0.3, 3.75, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-5", 5, 25, 0.5, 6.25, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-opus-4-1", 15, 75, 1.5, 18.75, 200'000, 32'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-sonnet-4-5", 3, 15, 0.3, 3.75, 200'000, 64'000, kFull | kReasoning | kPdf, "complex"},
    Row{"claude-haiku-4-5", 1, 5, 0.1, 1.25, 200'000, 64'000, kFull | kReasoning | kPdf, "medium"},
};

struct Fast {
    std::string_view model;
    double factor;
};
constexpr std::array kFast{Fast{"claude-opus-4-6", 6}, Fast{"claude-opus-5", 2}, Fast{"claude-opus-5-5", 2}};

/// From before it could be asked for that inference stays in the US.
constexpr std::array<std::string_view, 4> kNowhereApart{"claude-opus-4-5", "claude-opus-4-1",
                                                        "claude-sonnet-4-5", "claude-haiku-4-5"};

void extend(Model& model, const Row& row) {
    if (model.input)
        model.cacheWrite1h = TokenPrice{model.input->nanodollarsPerMtok * 2};
    if (row.model == "claude-haiku-5-5")
        addTier(model, 100'000, ServiceTier::Standard, times(model, 5, 5));
    if (row.model == "claude-sonnet-4-5")
        addTier(model, 200'000, ServiceTier::Standard, times(model, 2, 1.5));
    addTerms(model, ServiceTier::Batch, 0.5);
    if (std::ranges::find(kNowhereApart, row.model) == kNowhereApart.end())
        addTerms(model, ServiceTier::UsOnly, 1.1);
    for (const Fast& fast : kFast) {
        if (fast.model == row.model)
            addTerms(model, ServiceTier::Fast, fast.factor);
    }
}

} // namespace

Table anthropic() {
    return {kAnthropic, "platform.claude.com/docs/en/about-claude/pricing, read 2026-10", extend};
}

} // namespace tollgate::catalogue
