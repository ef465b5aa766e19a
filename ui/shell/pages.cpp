#include "ui/shell/page_registry.h"

#include <QCoreApplication>

#if __has_include("ui/pages/overview/overview_page.h")
#include "ui/pages/overview/overview_page.h"
#endif
#if __has_include("ui/pages/traffic/traffic_page.h")
#include "ui/pages/traffic/traffic_page.h"
#endif
#if __has_include("ui/pages/providers/providers_page.h")
#include "ui/pages/providers/providers_page.h"
#endif
#if __has_include("ui/pages/aliases/aliases_page.h")
#include "ui/pages/aliases/aliases_page.h"
#endif
#if __has_include("ui/pages/flags/flags_page.h")
#include "ui/pages/flags/flags_page.h"
#endif
#if __has_include("ui/pages/projects/projects_page.h")
#include "ui/pages/projects/projects_page.h"
#endif
#if __has_include("ui/pages/budgets/budgets_page.h")
#include "ui/pages/budgets/budgets_page.h"
#endif

namespace tollgate::ui {

void registerPages(PageRegistry& registry) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("Pages", text); };
#if __has_include("ui/pages/overview/overview_page.h")
    registry.add<OverviewPage>(u"overview"_qs, tr("Overview"), PageGroup::Observe, u"overview"_qs);
#endif
#if __has_include("ui/pages/traffic/traffic_page.h")
    registry.add<TrafficPage>(u"traffic"_qs, tr("Traffic"), PageGroup::Observe, u"traffic"_qs);
#endif
#if __has_include("ui/pages/providers/providers_page.h")
    registry.add<ProvidersPage>(u"providers"_qs, tr("Providers"), PageGroup::Route, u"providers"_qs);
#endif
#if __has_include("ui/pages/aliases/aliases_page.h")
    registry.add<AliasesPage>(u"aliases"_qs, tr("Aliases"), PageGroup::Route, u"aliases"_qs);
#endif
#if __has_include("ui/pages/flags/flags_page.h")
    registry.add<FlagsPage>(u"flags"_qs, tr("Flags"), PageGroup::Route, u"flags"_qs);
#endif
#if __has_include("ui/pages/projects/projects_page.h")
    registry.add<ProjectsPage>(u"projects"_qs, tr("Projects & keys"), PageGroup::Govern, u"projects"_qs);
#endif
#if __has_include("ui/pages/budgets/budgets_page.h")
    registry.add<BudgetsPage>(u"budgets"_qs, tr("Budgets"), PageGroup::Govern, u"budgets"_qs);
#endif
    Q_UNUSED(registry)
}

} // namespace tollgate::ui
