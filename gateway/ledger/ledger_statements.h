#pragma once
// The writer's prepared statements.

#include "gateway/ledger/ledger_database.h"

namespace tollgate {

struct LedgerDatabase::Statements {
    Result<> prepare(SqliteConnection& connection);

    SqliteStatement insertDimension;
    SqliteStatement selectDimension;
    SqliteStatement insertShape;
    SqliteStatement selectShape;
    SqliteStatement insertRequest;
    SqliteStatement insertDetail;
    SqliteStatement selectHour;
    SqliteStatement upsertHour;
    SqliteStatement selectDay;
    SqliteStatement upsertDay;
    SqliteStatement upsertPosition;
    SqliteStatement deletePosition;
    SqliteStatement addRows;
};

} // namespace tollgate
