#include "ui/models/file_export.h"

#include <QSaveFile>

namespace tollgate::ui {

FileExport::~FileExport() {
    cancel();
    if (m_thread)
        m_thread->wait();
}

void FileExport::cancel() {
    if (m_thread)
        m_thread->requestInterruption();
}

bool FileExport::start(const QString& path, qsizetype count, Line line) {
    if (isRunning())
        return false;
    auto error = std::make_shared<QString>();
    m_thread.reset(QThread::create(
        [this, path, count, error, line = std::move(line)] { *error = write(path, count, line); }));
    connect(m_thread.get(), &QThread::finished, this, [this, path, error] { Q_EMIT finished(path, *error); });
    m_thread->start();
    return true;
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
