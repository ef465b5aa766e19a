#pragma once
// The writer's prepared statements.

#include "gateway/ledger/ledger_database.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace tollgate {

struct LedgerDatabase::Statements {
    explicit Statements(const QSqlDatabase& database);
    /// Empty when every statement is understood, else the error.
    std::string prepare();

    QSqlQuery insertDimension;
    QSqlQuery selectDimension;
    QSqlQuery insertShape;
    QSqlQuery selectShape;
    QSqlQuery insertRequest;
    QSqlQuery insertDetail;
    QSqlQuery selectHour;
    QSqlQuery upsertHour;
    QSqlQuery selectDay;
    QSqlQuery upsertDay;
    QSqlQuery upsertPosition;
    QSqlQuery deletePosition;
    QSqlQuery addRows;
};

} // namespace tollgate
