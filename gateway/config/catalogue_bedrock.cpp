// Source: aws.amazon.com/bedrock/pricing, read 2026-09-23: global inference profiles cost the same from every
// region. What a single region charges is not assumed.
#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>

namespace tollgate::catalogue {

namespace {

constexpr std::array kBedrock{
    Row{"global.anthropic.claude-opus-5-5", 4, 20, 0.2, 5, 1'000'000, 128'000, kFull | kReasoning | kPdf,
        "complex"},
    Row{"global.anthropic.claude-opus-5", 5, 25, 0.5, 6.25, 1'000'000, 128'000, kFull | kReasoning | kPdf,
        "complex"},
    Row{"global.anthropic.claude-opus-4-5-20251101-v1:0", 5, 25, 0.5, 6.25, 200'000, 64'000,
        kFull | kReasoning | kPdf, "complex"},
    Row{"global.anthropic.claude-sonnet-4-5-20250929-v1:0", 3, 15, 0.3, 3.75, 200'000, 64'000,
        kFull | kReasoning | kPdf, "complex"},
    Row{"global.anthropic.claude-haiku-4-5-20251001-v1:0", 1, 5, 0.1, 1.25, 200'000, 64'000,
        kFull | kReasoning | kPdf, "medium"},
    Row{"amazon.nova-premier-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 1'000'000, 0,
        kStream | kTools | kVision | kPdf, "complex"},
    Row{"amazon.nova-pro-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 300'000, 0,
        kStream | kTools | kVision | kPdf, "medium"},
    Row{"amazon.nova-lite-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 300'000, 0,
        kStream | kTools | kVision | kPdf, "simple"},
    Row{"amazon.nova-micro-v1:0", kUnknown, kUnknown, kUnknown, kUnknown, 128'000, 0, kStream | kTools,
        "simple"},
};

/// Anthropic's cache that lasts an hour costs twice the input here, too.
void extend(Model& model, const Row& row) {
    if (model.input && row.model.find("anthropic.") != std::string_view::npos)
        model.cacheWrite1h = TokenPrice{model.input->nanodollarsPerMtok * 2};
}

} // namespace

Table bedrock() {
    return {kBedrock, "aws.amazon.com/bedrock/pricing, read 2026-09-23", extend};
}

} // namespace tollgate::catalogue
