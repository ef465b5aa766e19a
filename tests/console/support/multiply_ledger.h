#pragma once
// Makes a ledger of a million requests out of one of some ten thousand in a few seconds, for tests that want
// the size; what benchmarks measure is written by the ledger itself (tests/bench/fill_ledger.h).

#include "tests/bench/fill_ledger.h"

#include <QSqlQuery>
#include <QVariant>

namespace tollgate::bench {

/// `times` copies of each request, a few milliseconds apart, and sums to match.
inline void multiplyLedger(const std::string& path, int times) {
    auto database = openMigrated(path);
    if (!database)
        stop(database.error());
    const auto run = [&](const QString& statement) {
        if (const auto done = (*database)->execute(statement); !done)
            stop(done.error() + " in " + statement.toStdString());
    };
    QStringList indices;
    QStringList columns;
    {
        QSqlQuery query((*database)->connection());
        query.exec(
            QStringLiteral("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'requests' AND type = "
                           "'index' AND sql IS NOT NULL"));
        QStringList names;
        while (query.next()) {
            names << query.value(0).toString();
            indices << query.value(1).toString();
        }
        query.finish();
        for (const QString& name : std::as_const(names))
            run(QStringLiteral("DROP INDEX ") + name);
        query.exec(QStringLiteral("SELECT name FROM pragma_table_info('requests')"));
        while (query.next())
            columns << query.value(0).toString();
    }
    QStringList copied = columns;
    copied.replace(copied.indexOf(QStringLiteral("at_ms")), QStringLiteral("b.at_ms + n.value"));
    copied.replace(copied.indexOf(QStringLiteral("id")), QStringLiteral("b.id || '-' || n.value"));
    run(QStringLiteral("CREATE TEMP TABLE base AS SELECT * FROM requests"));
    run(QStringLiteral("DELETE FROM requests"));
    run(QStringLiteral(
            "WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < %1) "
            "INSERT INTO requests(%2) SELECT %3 FROM base b, n")
            .arg(times - 1)
            .arg(columns.join(u','), copied.join(u',')));
    run(QStringLiteral("DROP TABLE base"));
    for (const QString& index : std::as_const(indices))
        run(index);
    for (const char* table : {"rollup_hour", "rollup_day"})
        run(QStringLiteral(
                "UPDATE %1 SET requests = requests * %2, errors = errors * %2, input = input * %2, "
                "output = output * %2, cost = cost * %2")
                .arg(QLatin1String(table))
                .arg(times));
    run(QStringLiteral("UPDATE ledger_meta SET value = (SELECT count(*) FROM requests) WHERE name = 'rows'"));
}

} // namespace tollgate::bench
