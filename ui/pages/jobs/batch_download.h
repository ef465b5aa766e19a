#pragma once
// The results of a batch as a JSONL file: part after part from the gateway to the disk, each asked for when
// the one before is written, so that no batch is too large. Main thread.

#include "ui/models/file_export.h"

namespace tollgate::ui {

class GatewayLink;

class BatchDownload : public QObject {
    Q_OBJECT
public:
    BatchDownload(GatewayLink& link, QObject* parent);

    bool isRunning() const { return m_running; }
    /// items: how many lines there will be at most, for the progress.
    void start(const QString& batchId, qint64 items, const QString& path);
    void cancel();

Q_SIGNALS:
    void progress(int percent);
    /// error is empty when the file is complete.
    void finished(const QString& path, qint64 lines, const QString& error);

private:
    void ask();
    void end(const QString& path, const QString& error);

    GatewayLink& m_link;
    FileExport m_file;
    QString m_batch;
    QString m_cursor;
    QString m_failure;
    qint64 m_items = 0;
    qint64 m_lines = 0;
    int m_generation = 0;
    bool m_running = false;
};

} // namespace tollgate::ui
