#include "gateway/config/enum_names.h"

namespace tollgate {

std::string_view toString(ProviderKind kind) {
    return nameOf(kind, kProviderKinds);
}
std::string_view toString(Strategy strategy) {
    return nameOf(strategy, kStrategies);
}
std::string_view toString(BudgetScope scope) {
    return nameOf(scope, kBudgetScopes);
}
std::string_view toString(BudgetPeriod period) {
    return nameOf(period, kBudgetPeriods);
}
std::string_view toString(BudgetAction action) {
    return nameOf(action, kBudgetActions);
}
std::string_view toString(FlagType type) {
    return nameOf(type, kFlagTypes);
}
std::string_view toString(StickyBy by) {
    return nameOf(by, kStickyBys);
}

} // namespace tollgate
