#include "ui/pages/traffic/traffic_export.h"

#include <QJsonDocument>
#include <QSaveFile>

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

QString writeRows(const QString& path, ExportFormat format, const std::vector<RequestRow>& rows) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.write(exportHead(format));
    for (const RequestRow& row : rows) {
        if (QThread::currentThread()->isInterruptionRequested())
            return TrafficExport::tr("The export was cancelled.");
        file.write(exportLine(format, row));
    }
    return file.commit() ? QString() : file.errorString();
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

QByteArray exportHead(ExportFormat format) {
    if (format == ExportFormat::JsonLines)
        return {};
    QStringList names;
    for (const char* column : kColumns)
        names << QString::fromLatin1(column);
    return csvLine(names);
}

QByteArray exportLine(ExportFormat format, const RequestRow& row) {
    const QJsonObject object = row.toJson();
    if (format == ExportFormat::JsonLines)
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    QStringList cells;
    for (const char* column : kColumns)
        cells << cellText(object.value(QLatin1String(column)));
    return csvLine(cells);
}

TrafficExport::~TrafficExport() {
    if (!m_thread)
        return;
    m_thread->requestInterruption();
    m_thread->wait();
}

void TrafficExport::start(const QString& path, ExportFormat format, std::vector<RequestRow> rows) {
    if (isRunning())
        return;
    const int count = static_cast<int>(rows.size());
    auto error = std::make_shared<QString>();
    m_thread.reset(QThread::create(
        [path, format, error, rows = std::move(rows)] { *error = writeRows(path, format, rows); }));
    connect(m_thread.get(), &QThread::finished, this,
            [this, path, count, error] { Q_EMIT finished(path, count, *error); });
    m_thread->start();
}

} // namespace tollgate::ui
