#pragma once
// The words of the contract for each enumeration.

#include "gateway/config/field_reader.h"

#include <array>

namespace tollgate {

inline constexpr std::array kProviderKinds{
    EnumName<ProviderKind>{"openai", ProviderKind::OpenAi},
    EnumName<ProviderKind>{"anthropic", ProviderKind::Anthropic},
    EnumName<ProviderKind>{"azure_openai", ProviderKind::AzureOpenAi},
    EnumName<ProviderKind>{"gemini", ProviderKind::Gemini},
    EnumName<ProviderKind>{"bedrock", ProviderKind::Bedrock},
    EnumName<ProviderKind>{"openai_compatible", ProviderKind::OpenAiCompatible},
    EnumName<ProviderKind>{"simulated", ProviderKind::Simulated},
};
inline constexpr std::array kStrategies{
    EnumName<Strategy>{"simple", Strategy::Simple},
    EnumName<Strategy>{"weighted", Strategy::Weighted},
    EnumName<Strategy>{"least_latency", Strategy::LeastLatency},
    EnumName<Strategy>{"least_cost", Strategy::LeastCost},
    EnumName<Strategy>{"auto", Strategy::Auto},
};
inline constexpr std::array kUnsupportedParams{
    EnumName<UnsupportedParams>{"drop", UnsupportedParams::Drop},
    EnumName<UnsupportedParams>{"reject", UnsupportedParams::Reject},
    EnumName<UnsupportedParams>{"pass", UnsupportedParams::Pass},
};
inline constexpr std::array kBudgetScopes{
    EnumName<BudgetScope>{"global", BudgetScope::Global},
    EnumName<BudgetScope>{"project", BudgetScope::Project},
    EnumName<BudgetScope>{"key", BudgetScope::Key},
    EnumName<BudgetScope>{"user", BudgetScope::User},
    EnumName<BudgetScope>{"provider", BudgetScope::Provider},
};
inline constexpr std::array kBudgetPeriods{
    EnumName<BudgetPeriod>{"day", BudgetPeriod::Day},
    EnumName<BudgetPeriod>{"week", BudgetPeriod::Week},
    EnumName<BudgetPeriod>{"month", BudgetPeriod::Month},
    EnumName<BudgetPeriod>{"rolling_30d", BudgetPeriod::Rolling30d},
};
inline constexpr std::array kBudgetActions{
    EnumName<BudgetAction>{"block", BudgetAction::Block},
    EnumName<BudgetAction>{"warn", BudgetAction::Warn},
    EnumName<BudgetAction>{"downgrade", BudgetAction::Downgrade},
};
inline constexpr std::array kFlagTypes{
    EnumName<FlagType>{"canary", FlagType::Canary},
    EnumName<FlagType>{"prompt", FlagType::Prompt},
    EnumName<FlagType>{"kill_switch", FlagType::KillSwitch},
    EnumName<FlagType>{"mirror", FlagType::Mirror},
};
inline constexpr std::array kStickyBys{
    EnumName<StickyBy>{"user", StickyBy::User},
    EnumName<StickyBy>{"project", StickyBy::Project},
    EnumName<StickyBy>{"key", StickyBy::Key},
};
inline constexpr std::array kAuthModes{
    EnumName<AuthMode>{"required", AuthMode::Required},
    EnumName<AuthMode>{"optional_on_loopback", AuthMode::OptionalOnLoopback},
};
inline constexpr std::array kCaptureModes{
    EnumName<CaptureBodies>{"off", CaptureBodies::Off},
    EnumName<CaptureBodies>{"errors", CaptureBodies::Errors},
    EnumName<CaptureBodies>{"all", CaptureBodies::All},
};

template <typename E, std::size_t N>
std::string_view nameOf(E value, const std::array<EnumName<E>, N>& names) {
    for (const auto& entry : names) {
        if (entry.value == value)
            return entry.name;
    }
    return {};
}

} // namespace tollgate
