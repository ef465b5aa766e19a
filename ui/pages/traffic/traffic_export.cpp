#include "ui/pages/traffic/traffic_export.h"

#include "ui/pages/traffic/traffic_har.h"

#include <QJsonDocument>

#include <array>

namespace tollgate::ui {

namespace {

constexpr std::array kColumns{"at",
                              "status",
                              "outcome",
                              "user",
                              "project",
                              "key_name",
                              "alias",
                              "provider",
                              "model",
                              "first_provider",
                              "latency_ms",
                              "ttft_ms",
                              "overhead_us",
                              "input_tokens",
                              "cache_read_tokens",
                              "output_tokens",
                              "cost_usd",
                              "attempts",
                              "flag",
                              "arm",
                              "prompt",
                              "prompt_version",
                              "note",
                              "error_code",
                              "trace_id",
                              "id"};

QString cellText(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
}

QByteArray csvHead() {
    QStringList names;
    for (const char* column : kColumns)
        names << QString::fromLatin1(column);
    return csvLine(names);
}

QByteArray csvRow(const RequestRow& row) {
    const QJsonObject object = row.toJson();
    QStringList cells;
    for (const char* column : kColumns)
        cells << cellText(object.value(QLatin1String(column)));
    return csvLine(cells);
}

} // namespace

QByteArray csvLine(const QStringList& cells) {
    QByteArray line;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        QString cell = cells[at];
        bool isNumber = false;
        cell.toDouble(&isNumber);
        if (!isNumber && !cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()))
            cell.prepend(u'\'');
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
            cell = u'"' % cell.replace(u'"', QStringLiteral("\"\"")) % u'"';
        line += cell.toUtf8();
        line += at + 1 < cells.size() ? "," : "\r\n";
    }
    return line;
}

QByteArray TrafficLines::head() const {
    switch (format) {
    case ExportFormat::Csv:
        return csvHead();
    case ExportFormat::Har:
        return harHead();
    case ExportFormat::JsonLines:
        break;
    }
    return {};
}

QByteArray TrafficLines::row(const RequestRow& row) const {
    return format == ExportFormat::Csv ? csvRow(row)
                                       : QJsonDocument(row.toJson()).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray TrafficLines::foot() const {
    return format == ExportFormat::Har ? harFoot() : QByteArray();
}

} // namespace tollgate::ui
