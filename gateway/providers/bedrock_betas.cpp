#include "gateway/providers/bedrock_betas.h"

#include "gateway/providers/anthropic_models.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kMember = "anthropic_beta";

constexpr int kNewest = std::numeric_limits<int>::max();

struct BetaRule {
    std::string_view beta;
    int from;
    int to;
    std::string_view family = {}; ///< empty: every one
};

/// From Claude 4.7 on most of them are part of the model, and refused
/// (github.com/anthropics/claude-code/issues/49370).
constexpr std::array<BetaRule, 15> kRules{{
    {"computer-use-2024-10-22", 35, 35, "sonnet"},
    {"computer-use-2025-01-24", 37, 45},
    {"computer-use-2025-11-24", 45, 45, "opus"},
    {"computer-use-2025-11-24", 46, kNewest},
    {"token-efficient-tools-2025-02-19", 37, 46},
    {"output-128k-2025-02-19", 37, 37},
    {"interleaved-thinking-2025-05-14", 40, kNewest},
    {"dev-full-thinking-2025-05-14", 40, 46},
    {"fine-grained-tool-streaming-2025-05-14", 40, 45},
    {"context-1m-2025-08-07", 40, 40, "sonnet"},
    {"context-1m-2025-08-07", 45, 45, "sonnet"},
    {"context-1m-2025-08-07", 46, 46},
    {"context-management-2025-06-27", 45, 45, "sonnet"},
    {"context-management-2025-06-27", 45, 45, "haiku"},
    {"effort-2025-11-24", 45, 45, "opus"},
}};

} // namespace

bool bedrockTakesBeta(std::string_view beta, std::string_view model) {
    const ClaudeName name = claudeName(model);
    return std::ranges::any_of(kRules, [&](const BetaRule& rule) {
        return rule.beta == beta && name.version >= rule.from && name.version <= rule.to &&
               (rule.family.empty() || rule.family == name.family);
    });
}

bool hasBeta(const json::object& more, std::string_view beta) {
    const json::value* list = more.if_contains(kMember);
    return list != nullptr &&
           std::ranges::find(list->get_array(), json::value(beta)) != list->get_array().end();
}

void addBeta(json::object& more, std::string_view beta) {
    if (hasBeta(more, beta))
        return;
    json::value& list = more[kMember];
    if (!list.is_array())
        list = json::array();
    list.get_array().emplace_back(beta);
}

void addNeededBeta(json::object& more, std::string_view beta, std::string_view model) {
    if (bedrockTakesBeta(beta, model))
        addBeta(more, beta);
}

} // namespace tollgate
