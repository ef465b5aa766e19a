#include "gateway/wire/usage.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace {

/// OpenAI: default, flex, priority, scale (platform.openai.com/docs/api-reference/chat/object, service_tier).
/// Anthropic: standard, priority, batch (platform.claude.com/docs/en/api/service-tiers). Bedrock: default,
/// flex, priority, reserved (API_runtime_ServiceTier). Google's trafficType: ON_DEMAND, ON_DEMAND_FLEX,
/// ON_DEMAND_PRIORITY, PROVISIONED_THROUGHPUT.
constexpr std::array kNames{
    std::pair{std::string_view("default"), ServiceTier::Standard},
    std::pair{std::string_view("standard"), ServiceTier::Standard},
    std::pair{std::string_view("standard_only"), ServiceTier::Standard},
    std::pair{std::string_view("on_demand"), ServiceTier::Standard},
    std::pair{std::string_view("batch"), ServiceTier::Batch},
    std::pair{std::string_view("flex"), ServiceTier::Flex},
    std::pair{std::string_view("on_demand_flex"), ServiceTier::Flex},
    std::pair{std::string_view("priority"), ServiceTier::Priority},
    std::pair{std::string_view("on_demand_priority"), ServiceTier::Priority},
    std::pair{std::string_view("fast"), ServiceTier::Fast},
    std::pair{std::string_view("us"), ServiceTier::UsOnly},
};

bool sameWord(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
    });
}

} // namespace

std::string_view toString(ServiceTier tier) {
    switch (tier) {
    case ServiceTier::Unsaid:
    case ServiceTier::Standard:
        return "standard";
    case ServiceTier::Batch:
        return "batch";
    case ServiceTier::Flex:
        return "flex";
    case ServiceTier::Priority:
        return "priority";
    case ServiceTier::Fast:
        return "fast";
    case ServiceTier::UsOnly:
        return "us";
    case ServiceTier::Other:
        break;
    }
    return "other";
}

ServiceTier serviceTierNamed(std::string_view name) {
    if (name.empty())
        return ServiceTier::Unsaid;
    const auto* const found =
        std::ranges::find_if(kNames, [&](const auto& entry) { return sameWord(name, entry.first); });
    return found == kNames.end() ? ServiceTier::Other : found->second;
}

} // namespace tollgate
