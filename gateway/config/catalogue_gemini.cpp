// Sources: ai.google.dev/gemini-api/docs/pricing and /models, read 2026-09-23 (4 Hydrogen: 2026-11-14);
// …/docs/optimization for flex and batches. Pro charges more for the whole request above 200,000 tokens; 3.6
// to 3.8 Flash are at the price that holds until the end of 2026. Where no price for sound is given, it is
// not known.
#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>

namespace tollgate::catalogue {

namespace {

constexpr unsigned kGeminiFull = kFull | kReasoning | kPdf | kAudio;

constexpr std::array kGemini{
    Row{"gemini-4-hydrogen", 1.5, 7.5, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.8-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.7-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.6-flash", 0.75, 3.75, 0.075, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.5-flash", 1.5, 9, 0.15, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-3.5-flash-lite", 0.3, 2.5, 0.03, kUnknown, 1'048'576, 65'536, kGeminiFull, "simple"},
    Row{"gemini-3.1-pro-preview", 2, 12, 0.2, kUnknown, 1'048'576, 65'536, kGeminiFull, "complex"},
    Row{"gemini-3.1-flash-lite", 0.25, 1.5, 0.025, kUnknown, 1'000'000, 0, kGeminiFull, "simple"},
    Row{"gemini-3-flash-preview", 0.5, 3, 0.05, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-2.5-pro", 1.25, 10, 0.125, kUnknown, 1'048'576, 65'536, kGeminiFull, "complex"},
    Row{"gemini-2.5-flash", 0.3, 2.5, 0.03, kUnknown, 1'048'576, 65'536, kGeminiFull, "medium"},
    Row{"gemini-2.5-flash-lite", 0.1, 0.4, 0.01, kUnknown, 1'048'576, 65'536, kGeminiFull, "simple"},
    Row{"gemini-embedding-2", 0.2, 0, kUnknown, kUnknown, 8'192, 0, kEmbed, ""},
    Row{"gemini-embedding-001", 0.15, 0, kUnknown, kUnknown, 2'048, 0, kEmbed, ""},
};

struct Sound {
    std::string_view model;
    double input;
    double cacheRead;
};
constexpr std::array kSound{
    Sound{"gemini-2.5-pro", 1.25, 0.125},      Sound{"gemini-2.5-flash", 1, 0.1},
    Sound{"gemini-2.5-flash-lite", 0.3, 0.03}, Sound{"gemini-3-flash-preview", 1, 0.1},
    Sound{"gemini-3.1-flash-lite", 0.5, 0.05},
};

/// Input twice, output one and a half times as much: 2.5 Pro at 2.50 and 15, 3.1 Pro at 4 and 18.
constexpr std::int64_t kLongPrompt = 200'000;

void extend(Model& model, const Row& row) {
    for (const Sound& sound : kSound) {
        if (sound.model == row.model) {
            model.audioInput = usd(sound.input);
            model.audioCacheRead = usd(sound.cacheRead);
        }
    }
    if (row.model.find("-pro") != std::string_view::npos)
        addTier(model, kLongPrompt, ServiceTier::Standard, times(model, 2, 1.5));
    addTerms(model, ServiceTier::Batch, 0.5);
    if ((row.capabilities & kEmbed) == 0)
        addTerms(model, ServiceTier::Flex, 0.5);
    // Half of input and output; what reading from the cache then costs is not said.
    for (PriceTier& tier : model.tiers) {
        if (tier.service == ServiceTier::Standard)
            continue;
        tier.rates.cacheRead.reset();
        tier.rates.audioCacheRead.reset();
    }
}

} // namespace

Table gemini() {
    return {kGemini, "ai.google.dev/gemini-api/docs/pricing, read 2026-09-23", extend};
}

} // namespace tollgate::catalogue
