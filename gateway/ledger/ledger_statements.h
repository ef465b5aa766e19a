#pragma once
// The writer's prepared statements.

#include "gateway/ledger/ledger_database.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <array>

namespace tollgate {

struct LedgerDatabase::Statements {
    explicit Statements(const QSqlDatabase& database);
    /// Names of the two statements that every request runs: binding by position costs Qt a new name per
    /// value.
    std::array<QString, 25> requestColumns;

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
