#pragma once
// The collections of the admin contract that the console edits.

#include "ui/models/resource_row.h"

namespace tollgate::ui::specs {

const ResourceSpec& providers();
const ResourceSpec& aliases();
const ResourceSpec& flags();
const ResourceSpec& budgets();
const ResourceSpec& projects();
const ResourceSpec& keys();
const ResourceSpec& models();
const ResourceSpec& prompts();

/// By the name of the audit log: "alias". Null for what is no resource.
const ResourceSpec* byKind(const QString& kind);

} // namespace tollgate::ui::specs
