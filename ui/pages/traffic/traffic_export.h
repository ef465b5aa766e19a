#pragma once
// The rows on screen as a file: what each of its lines says. FileExport writes them.

#include "ui/models/file_export.h"
#include "ui/models/request_row.h"

#include <QStringList>

#include <vector>

namespace tollgate::ui {

enum class ExportFormat { Csv, JsonLines, Har };

/// One line of a CSV file (RFC 4180). A text a spreadsheet would run as a formula gets an apostrophe in
/// front.
QByteArray csvLine(const QStringList& cells);

struct TrafficFile {
    ExportFormat format = ExportFormat::Csv;
    QString gateway; ///< its URL, for HAR
    std::vector<RequestRow> rows;

    qsizetype lines() const; ///< with what stands before and after the rows
    QByteArray line(qsizetype number) const;
};

} // namespace tollgate::ui
