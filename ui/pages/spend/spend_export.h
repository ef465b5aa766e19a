#pragma once
// The rows of GET /usage as CSV: one line per pair of values, amounts to the last nanodollar. Pure, any
// thread.

#include "ui/pages/spend/spend_query.h"

#include <QByteArray>
#include <QJsonArray>

namespace tollgate::ui::spend {

/// Line 0 names the columns; line n is row n - 1 of `usage`.
QByteArray csvRow(const SpendQuery& query, const QJsonArray& usage, qsizetype line);

} // namespace tollgate::ui::spend
