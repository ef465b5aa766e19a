#pragma once
// The catalogue's tables, one file per vendor. Only catalogue.cpp includes this outside of them.

#include "gateway/config/resources.h"

#include <span>
#include <string_view>

namespace tollgate::catalogue {

constexpr double kUnknown = -1;

enum Capability : unsigned {
    kStream = 1U << 0U,
    kTools = 1U << 1U,
    kVision = 1U << 2U,
    kSchema = 1U << 3U,
    kReasoning = 1U << 4U,
    kPdf = 1U << 5U,
    kAudio = 1U << 6U,
    kEmbed = 1U << 7U,
};
constexpr unsigned kFull = kStream | kTools | kVision | kSchema;

/// USD per million tokens.
struct Row {
    std::string_view model;
    double input;
    double output;
    double cacheRead;
    double cacheWrite;
    std::int64_t window;
    std::int64_t maxOutput;
    unsigned capabilities;
    std::string_view tier;
};

/// The rows, where they were read and when, and what the vendor charges otherwise: `extend` adds tiers and
/// further rates to a model made from a row.
struct Table {
    std::span<const Row> rows;
    std::string_view reference;
    void (*extend)(Model&, const Row&);
};

Table openAi();
Table azure();
Table anthropic();
Table gemini();
Table bedrock();
Table groq();
Table deepSeek();
Table xAi();

/// Unset when unknown.
std::optional<TokenPrice> usd(double perMtok);
/// Every rate there is, multiplied: by that much for input and caches, by that for the output.
TokenRates times(const TokenRates& rates, double input, double output);
void addTier(Model& model, std::int64_t above, ServiceTier service, const TokenRates& rates);
/// A tier on other terms for each length of prompt there is: standard ones must have been added.
void addTerms(Model& model, ServiceTier service, double factor);

} // namespace tollgate::catalogue
