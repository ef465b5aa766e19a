#include "ui/models/file_export.h"

#include <QSaveFile>

#include <utility>

namespace tollgate::ui {

FileExport::~FileExport() {
    cancel();
    if (m_thread)
        m_thread->wait();
}

void FileExport::cancel() {
    if (!m_thread)
        return;
    const QMutexLocker lock(&m_mutex);
    m_thread->requestInterruption();
    m_news.wakeAll();
}

void FileExport::run(const QString& path, std::function<QString()> work) {
    auto error = std::make_shared<QString>();
    m_thread.reset(QThread::create([error, work = std::move(work)] { *error = work(); }));
    connect(m_thread.get(), &QThread::finished, this, [this, path, error] { Q_EMIT finished(path, *error); });
    m_thread->start();
}

bool FileExport::start(const QString& path, qsizetype count, Line line) {
    if (isRunning())
        return false;
    run(path, [this, path, count, line = std::move(line)] { return write(path, count, line); });
    return true;
}

bool FileExport::open(const QString& path) {
    if (isRunning())
        return false;
    m_piece.clear();
    m_hasPiece = m_isLast = false;
    run(path, [this, path] { return writePieces(path); });
    return true;
}

void FileExport::append(QByteArray piece, bool last) {
    const QMutexLocker lock(&m_mutex);
    m_piece = std::move(piece);
    m_hasPiece = true;
    m_isLast = last;
    m_news.wakeAll();
}

QString FileExport::writePieces(const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    for (bool last = false; !last;) {
        QByteArray piece;
        {
            const QMutexLocker lock(&m_mutex);
            while (!m_hasPiece && !QThread::currentThread()->isInterruptionRequested())
                m_news.wait(&m_mutex);
            if (QThread::currentThread()->isInterruptionRequested())
                return tr("The export was cancelled.");
            piece = std::exchange(m_piece, {});
            m_hasPiece = false;
            last = m_isLast;
        }
        if (file.write(piece) != piece.size())
            return file.errorString();
        if (!last)
            Q_EMIT pieceWritten(); // queued: the receiver lives in another thread
    }
    return file.commit() ? QString() : file.errorString();
}

QString FileExport::write(const QString& path, qsizetype count, const Line& line) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    int told = 0;
    for (qsizetype at = 0; at < count; ++at) {
        if (QThread::currentThread()->isInterruptionRequested())
            return tr("The export was cancelled.");
        file.write(line(at));
        if (const int percent = static_cast<int>((at + 1) * 100 / count); percent > told) {
            told = percent;
            Q_EMIT progress(percent); // queued: the receiver lives in another thread
        }
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace tollgate::ui
