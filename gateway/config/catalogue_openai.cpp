// Sources: developers.openai.com/api/docs/pricing and /models, read 2026-09-23 (6.1 and 6.2: 2026-11);
// …/models/gpt-6-sol and /gpt-6-luna, read 2026-10-01, and /gpt-6.1-sol, read 2026-11-22, for the cache and
// for prompts above 272,000 tokens (the same rule as for 5.4 to 5.6; for 6-astra and 6.2 it is taken from the
// family); …/guides/flex-processing for flex and batch; openai.com/api-priority-processing for priority.
#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>

namespace tollgate::catalogue {

namespace {

// Before 5.6, writing to the cache cost nothing extra.
constexpr std::array kOpenAi{
    Row{"gpt-6.2-sol", 2, 10, kUnknown, kUnknown, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6.1-sol", 2, 10, 0.1, 2.5, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-astra", 10, 50, 1, 12.5, 1'050'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-sol", 2, 10, 0.2, 2.5, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-6-luna", 0.1, 0.5, 0.01, 0.125, 1'050'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.6-sol", 4, 20, 0.4, 5, 1'050'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.6-terra", 2, 12, 0.2, 2.5, 1'050'000, 0, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5.6-luna", 0.2, 1.2, 0.02, 0.25, 1'050'000, 0, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.5", 5, 30, 0.5, kUnknown, 1'000'000, 0, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.4", 2.5, 15, 0.25, kUnknown, 1'050'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.4-mini", 0.75, 4.5, 0.075, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5.4-nano", 0.2, 1.25, 0.02, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-5.2", 1.75, 14, 0.175, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5.1", 1.25, 10, 0.125, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5", 1.25, 10, 0.125, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "complex"},
    Row{"gpt-5-mini", 0.25, 2, 0.025, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "medium"},
    Row{"gpt-5-nano", 0.05, 0.4, 0.005, kUnknown, 400'000, 128'000, kFull | kReasoning | kPdf, "simple"},
    Row{"gpt-4.1", 2, 8, 0.5, kUnknown, 1'047'576, 32'768, kFull | kPdf, "complex"},
    Row{"gpt-4.1-mini", 0.4, 1.6, 0.1, kUnknown, 1'047'576, 32'768, kFull | kPdf, "medium"},
    Row{"gpt-4.1-nano", 0.1, 0.4, 0.025, kUnknown, 1'047'576, 32'768, kFull | kPdf, "simple"},
    Row{"gpt-4o", 2.5, 10, 1.25, kUnknown, 128'000, 16'384, kFull | kPdf, "complex"},
    Row{"gpt-4o-mini", 0.15, 0.6, 0.075, kUnknown, 128'000, 16'384, kFull | kPdf, "simple"},
    Row{"o3", 2, 8, 0.5, kUnknown, 200'000, 100'000, kFull | kReasoning | kPdf, "complex"},
    Row{"o4-mini", 1.1, 4.4, 0.275, kUnknown, 200'000, 100'000, kFull | kReasoning | kPdf, "medium"},
    Row{"text-embedding-3-small", 0.02, 0, kUnknown, kUnknown, 8'191, 0, kEmbed, ""},
    Row{"text-embedding-3-large", 0.13, 0, kUnknown, kUnknown, 8'191, 0, kEmbed, ""},
};

/// Input, cached input and output with priority processing; what is not listed there is not known here.
constexpr std::array kPriority{
    Row{"gpt-5.5", 12.5, 75, 1.25, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5.4", 5, 30, 0.5, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5.4-mini", 1.5, 9, 0.15, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5.2", 3.5, 28, 0.35, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5.1", 2.5, 20, 0.25, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5", 2.5, 20, 0.25, kUnknown, 0, 0, 0, ""},
    Row{"gpt-5-mini", 0.45, 3.6, 0.045, kUnknown, 0, 0, 0, ""},
    Row{"gpt-4.1", 3.5, 14, 0.875, kUnknown, 0, 0, 0, ""},
};

/// Models that read a million tokens charge more for the whole request above this: twice the input, one and a
/// half times the output.
constexpr std::int64_t kLongPrompt = 272'000;

bool hasLongPrompts(const Row& row) {
    return row.window >= 1'000'000 && (row.capabilities & kReasoning) != 0;
}

void extend(Model& model, const Row& row) {
    if (hasLongPrompts(row))
        addTier(model, kLongPrompt, ServiceTier::Standard, times(model, 2, 1.5));
    addTerms(model, ServiceTier::Batch, 0.5);
    if ((row.capabilities & kEmbed) == 0)
        addTerms(model, ServiceTier::Flex, 0.5);
    for (const Row& priority : kPriority) {
        if (priority.model != row.model)
            continue;
        TokenRates rates;
        rates.input = usd(priority.input);
        rates.output = usd(priority.output);
        rates.cacheRead = usd(priority.cacheRead);
        addTier(model, 0, ServiceTier::Priority, rates);
    }
}

void extendAzure(Model& model, const Row& row) {
    if (hasLongPrompts(row))
        addTier(model, kLongPrompt, ServiceTier::Standard, times(model, 2, 1.5));
}

} // namespace

Table openAi() {
    return {kOpenAi, "developers.openai.com/api/docs/pricing, read 2026-09-23", extend};
}

Table azure() {
    return {kOpenAi, "OpenAI's list, as global standard deployments are billed; regions may add to it",
            extendAzure};
}

} // namespace tollgate::catalogue
