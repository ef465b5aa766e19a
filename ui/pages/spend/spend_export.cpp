#include "ui/pages/spend/spend_export.h"

#include "ui/pages/traffic/traffic_export.h"

#include <QJsonObject>

namespace tollgate::ui::spend {

namespace {

QString cellText(const QString& column, const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return value.toString();
    const bool money = column == QLatin1String("cost_usd");
    return money ? QString::number(value.toDouble(), 'f', 9) : QString::number(value.toDouble(), 'g', 15);
}

} // namespace

QByteArray csvRow(const SpendQuery& query, const QJsonArray& usage, qsizetype line) {
    QStringList columns{query.rows};
    if (query.hasSplit())
        columns << query.split;
    if (columns.contains(QStringLiteral("key")))
        columns << QStringLiteral("key_name");
    for (const char* name :
         {"requests", "errors", "input_tokens", "cache_read_tokens", "cache_write_tokens", "output_tokens",
          "reasoning_tokens", "cost_usd", "unpriced_requests", "estimated"})
        columns << QString::fromLatin1(name);
    if (line == 0)
        return csvLine(columns);
    const QJsonObject row = usage.at(line - 1).toObject();
    QStringList cells;
    for (const QString& column : columns)
        cells << cellText(column, row.value(column));
    return csvLine(cells);
}

} // namespace tollgate::ui::spend
