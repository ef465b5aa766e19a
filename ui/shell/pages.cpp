#include "ui/shell/page_registry.h"

#include "ui/pages/aliases/aliases_page.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/budgets/budgets_page.h"
#include "ui/pages/connect/connect_page.h"
#include "ui/pages/faultlab/faultlab_page.h"
#include "ui/pages/flags/flags_page.h"
#include "ui/pages/jobs/jobs_page.h"
#include "ui/pages/models/models_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/projects/projects_page.h"
#include "ui/pages/prompts/prompts_page.h"
#include "ui/pages/providers/providers_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/spend/spend_page.h"
#include "ui/pages/traffic/traffic_page.h"

#include <QCoreApplication>

namespace tollgate::ui {

void registerPages(PageRegistry& registry) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("tollgate::ui", text); };
    registry.add<OverviewPage>(u"overview"_qs, tr("Overview"), PageGroup::Observe, u"overview"_qs);
    registry.add<TrafficPage>(u"traffic"_qs, tr("Traffic"), PageGroup::Observe, u"traffic"_qs);
    registry.add<SpendPage>(u"spend"_qs, tr("Spend"), PageGroup::Observe, u"spend"_qs);
    registry.add<JobsPage>(u"jobs"_qs, tr("Jobs"), PageGroup::Observe, u"jobs"_qs);
    registry.add<ProvidersPage>(u"providers"_qs, tr("Providers"), PageGroup::Route, u"providers"_qs);
    registry.add<ModelsPage>(u"models"_qs, tr("Models"), PageGroup::Route, u"models"_qs);
    registry.add<AliasesPage>(u"aliases"_qs, tr("Aliases"), PageGroup::Route, u"aliases"_qs);
    registry.add<FlagsPage>(u"flags"_qs, tr("Flags"), PageGroup::Route, u"flags"_qs);
    registry.add<PromptsPage>(u"prompts"_qs, tr("Prompts"), PageGroup::Route, u"prompts"_qs);
    registry.add<ProjectsPage>(u"projects"_qs, tr("Projects & keys"), PageGroup::Govern, u"projects"_qs);
    registry.add<BudgetsPage>(u"budgets"_qs, tr("Budgets"), PageGroup::Govern, u"budgets"_qs);
    registry.add<AuditPage>(u"audit"_qs, tr("Audit log"), PageGroup::Govern, u"audit"_qs);
    registry.add<PlaygroundPage>(u"playground"_qs, tr("Playground"), PageGroup::Tools, u"playground"_qs);
    registry.add<ConnectPage>(u"connect"_qs, tr("Connect an app"), PageGroup::Tools, u"connect"_qs);
    registry.add<FaultLabPage>(u"faultlab"_qs, tr("Fault lab"), PageGroup::Tools, u"fault"_qs);
    registry.add<SettingsPage>(u"settings"_qs, tr("Settings"), PageGroup::Tools, u"settings"_qs);
}

} // namespace tollgate::ui
