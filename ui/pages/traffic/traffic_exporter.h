#pragma once
// Every request that matches a filter, as a file: page after page from the gateway to the disk, each asked
// for when the one before is written. An archive also asks for each request itself, whose headers and bodies
// no list has. Main thread.

#include "ui/models/file_export.h"
#include "ui/pages/traffic/traffic_export.h"

#include <vector>

namespace tollgate::ui {

class GatewayLink;

class TrafficExporter : public QObject {
    Q_OBJECT
public:
    static constexpr int kPageSize = 500;
    /// An archive is read into memory as a whole by whoever opens it.
    static constexpr int kMostInArchive = 2000;

    TrafficExporter(GatewayLink& link, QObject* parent);

    bool isRunning() const { return m_running; }
    /// False while another one runs.
    bool start(const QString& path, ExportFormat format, const QString& filter);
    void cancel();
    int rows() const { return m_rows; }            ///< found so far
    bool isCut() const { return m_cut; }           ///< there were more than an archive takes
    qint64 backToMs() const { return m_backToMs; } ///< when the oldest of them came; 0: none yet

Q_SIGNALS:
    void progressed();
    /// error is empty when the file is complete.
    void finished(const QString& path, const QString& error);

private:
    void ask();
    void takePage(std::vector<RequestRow> rows);
    void askDetail();
    void takeDetail(std::size_t at, QByteArray entry);
    void writePage();
    void end(const QString& path, const QString& error);

    GatewayLink& m_link;
    FileExport m_file;
    TrafficLines m_lines;
    QString m_filter;
    QString m_cursor;
    QString m_failure;
    std::vector<RequestRow> m_page;
    std::vector<QByteArray> m_entries; ///< of an archive, one for each row of the page
    std::size_t m_nextDetail = 0;
    std::size_t m_missing = 0; ///< entries that are asked for or will be
    qint64 m_backToMs = 0;
    int m_rows = 0;
    int m_generation = 0; ///< answers to an older export are dropped
    bool m_running = false;
    bool m_begun = false; ///< the head is written
    bool m_cut = false;
};

} // namespace tollgate::ui
