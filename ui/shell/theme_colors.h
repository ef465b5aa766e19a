#pragma once
// The table of semantic colours: one row a role, one column a theme. Kept apart so that a test can read it.

#include "ui/shell/theme.h"

namespace tollgate::ui {

QColor themeColor(ColorRole role, bool dark);

/// Name of the role ("TextMuted"); empty past the last role.
QString colorRoleName(ColorRole role);
constexpr int kColorRoleCount = static_cast<int>(ColorRole::GridLine) + 1;

/// Known names have a fixed colour; any other name is hashed over the palette and so keeps its colour too.
QColor seriesColorFor(const QString& name, bool dark);
/// What is left over, in charts: the one name whose colour no other name gets by chance.
QString othersName();

} // namespace tollgate::ui
