#pragma once
// What a cell of the request list says: its text, its tone, its tooltip and the filter that finds rows like
// it.

#include "ui/models/request_row.h"
#include "ui/shell/theme.h"

#include <QString>

namespace tollgate::ui::cells {

QString text(const RequestRow& row, int column);
QString toolTip(const RequestRow& row, int column);
ColorRole tone(const RequestRow& row, int column);
/// In the query language of GET /requests; empty where a column has nothing to filter by.
QString filterTerm(const RequestRow& row, int column);
/// How the request ended, in words: a colour or a code alone does not tell.
QString outcomeText(const RequestRow& row);

QString columnName(int column);
QString columnToolTip(int column);
bool isNumeric(int column);
bool isCode(int column);

/// field:value, with quotes around a value the query language would split.
QString term(const QString& field, const QString& value);

} // namespace tollgate::ui::cells
