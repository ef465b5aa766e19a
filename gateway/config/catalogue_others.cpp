// Vendors that speak OpenAI's protocol. Sources: docs.x.ai/developers/pricing, read 2026-10;
// console.groq.com/docs/models, read 2026-08; api-docs.deepseek.com/quick_start/pricing, read 2026-10-27.
#include "gateway/config/catalogue_rows.h"

#include <algorithm>
#include <array>

namespace tollgate::catalogue {

namespace {

// "Long context" begins with the 200,000th token and holds for the whole request.
constexpr std::array kXAi{
    Row{"grok-4.7", 2, 6, 0.5, kUnknown, 500'000, 0, kFull | kReasoning, "complex"},
    Row{"grok-4.6", 2, 6, 0.5, kUnknown, 500'000, 0, kFull | kReasoning, "complex"},
    Row{"grok-4.5", 2, 6, 0.3, kUnknown, 500'000, 0, kFull | kReasoning, "complex"},
    Row{"grok-4.3", 1.25, 2.5, 0.2, kUnknown, 1'000'000, 0, kFull | kReasoning, "medium"},
    Row{"grok-4.20-0309-reasoning", 1.25, 2.5, 0.2, kUnknown, 1'000'000, 0, kFull | kReasoning, "medium"},
    Row{"grok-4.20-0309-non-reasoning", 1.25, 2.5, 0.2, kUnknown, 1'000'000, 0, kFull, "medium"},
    Row{"grok-build-0.1", 1, 2, 0.2, kUnknown, 256'000, 0, kStream | kTools | kSchema, "medium"},
};

constexpr std::array kGroq{
    Row{"openai/gpt-oss-120b", 0.15, 0.6, kUnknown, kUnknown, 131'072, 65'536,
        kStream | kTools | kSchema | kReasoning, "medium"},
    Row{"openai/gpt-oss-20b", 0.075, 0.3, kUnknown, kUnknown, 131'072, 65'536,
        kStream | kTools | kSchema | kReasoning, "simple"},
    Row{"llama-3.3-70b-versatile", 0.59, 0.79, kUnknown, kUnknown, 131'072, 32'768, kStream | kTools,
        "medium"},
    Row{"llama-3.1-8b-instant", 0.05, 0.08, kUnknown, kUnknown, 131'072, 131'072, kStream | kTools, "simple"},
};

// DeepSeek charges twice as much in its peak hours, which no row can say: the prices are left unknown rather
// than wrong for half of the day (off-peak and peak: flash 0.15/0.60 and 0.30/1.20, v4-pro 0.66/1.98 and
// 1.32/3.96).
constexpr std::array kDeepSeek{
    Row{"deepseek-flash", kUnknown, kUnknown, kUnknown, kUnknown, 1'000'000, 384'000,
        kStream | kTools | kVision | kSchema | kReasoning, "simple"},
    Row{"deepseek-v4-pro", kUnknown, kUnknown, kUnknown, kUnknown, 1'000'000, 384'000,
        kStream | kTools | kSchema | kReasoning, "complex"},
};

void longIsTwice(Model& model, const Row&) {
    addTier(model, 199'999, ServiceTier::Standard, times(model, 2, 2));
}

void nothingElse(Model&, const Row&) {}

} // namespace

Table xAi() {
    return {kXAi, "docs.x.ai/developers/pricing, read 2026-10", longIsTwice};
}

Table groq() {
    return {kGroq, "console.groq.com/docs/models, read 2026-08", nothingElse};
}

Table deepSeek() {
    return {kDeepSeek, "api-docs.deepseek.com/quick_start/pricing, read 2026-10-27: by the hour of the day",
            nothingElse};
}

} // namespace tollgate::catalogue
