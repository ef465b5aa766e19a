#pragma once
// Writes the rows on screen to a file, in a thread of its own: the window stays responsive while it does.

#include "ui/models/request_row.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace tollgate::ui {

enum class ExportFormat { Csv, JsonLines };

/// One line of a CSV file (RFC 4180). A text a spreadsheet would run as a formula gets an apostrophe in
/// front.
QByteArray csvLine(const QStringList& cells);
QByteArray exportHead(ExportFormat format); ///< CSV column names; empty for JSON lines
QByteArray exportLine(ExportFormat format, const RequestRow& row);

class TrafficExport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~TrafficExport() override;

    bool isRunning() const { return m_thread && m_thread->isRunning(); }
    void start(const QString& path, ExportFormat format, std::vector<RequestRow> rows);

Q_SIGNALS:
    /// error is empty when all rows are in the file; a failed export leaves no file.
    void finished(const QString& path, int rows, const QString& error);

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace tollgate::ui
