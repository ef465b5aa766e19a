#pragma once
// Writes lines to a file in a thread of its own, with progress and a way to stop: the window stays responsive
// whatever the disk does. A file is there whole or, after a failure or a stop, as it was before.

#include <QByteArray>
#include <QMutex>
#include <QObject>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <functional>
#include <memory>

namespace tollgate::ui {

/// Main thread.
class FileExport : public QObject {
    Q_OBJECT
public:
    /// Line number 0…count-1 → its bytes; called in the export's thread, so with values of its own.
    using Line = std::function<QByteArray(qsizetype)>;

    using QObject::QObject;
    ~FileExport() override;

    bool isRunning() const { return m_thread && m_thread->isRunning(); }
    /// False while another one runs.
    bool start(const QString& path, qsizetype count, Line line);
    void cancel();

    /// For what comes in pieces: open(), then append() each; pieceWritten() asks for the next one, so that
    /// never more than one is held. False while another one runs.
    bool open(const QString& path);
    void append(QByteArray piece, bool last);

Q_SIGNALS:
    void progress(int percent);
    void pieceWritten();
    /// error is empty when the file is complete.
    void finished(const QString& path, const QString& error);

private:
    void run(const QString& path, std::function<QString()> work);
    QString write(const QString& path, qsizetype count, const Line& line);
    QString writePieces(const QString& path);

    std::unique_ptr<QThread> m_thread;
    QMutex m_mutex;
    QWaitCondition m_news;
    QByteArray m_piece;
    bool m_hasPiece = false;
    bool m_isLast = false;
};

} // namespace tollgate::ui
