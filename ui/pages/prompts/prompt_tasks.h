#pragma once
// A prompts.yaml as a task for DryRunPanel: what it would change, then done. Main thread (translations).

#include "ui/pages/models/dry_run_panel.h"

namespace tollgate::ui::promptTasks {

DryRunPanel::Task import(const QString& file, const QString& text);

} // namespace tollgate::ui::promptTasks
