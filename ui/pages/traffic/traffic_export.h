#pragma once
// Requests as a file: what each of its lines says. TrafficExporter writes them.

#include "ui/models/request_row.h"

#include <QByteArray>
#include <QStringList>

namespace tollgate::ui {

enum class ExportFormat { Csv, JsonLines, Har };

/// One line of a CSV file (RFC 4180). A text a spreadsheet would run as a formula gets an apostrophe in
/// front.
QByteArray csvLine(const QStringList& cells);

/// Around the rows and of each of them; an archive has its entries from traffic_har.h.
struct TrafficLines {
    ExportFormat format = ExportFormat::Csv;
    QString gateway; ///< its URL, for HAR

    QByteArray head() const;
    QByteArray row(const RequestRow& row) const;
    QByteArray foot() const;
};

} // namespace tollgate::ui
