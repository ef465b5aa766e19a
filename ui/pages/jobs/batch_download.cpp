#include "ui/pages/jobs/batch_download.h"

#include "ui/link/gateway_link.h"

#include <QJsonArray>

#include <algorithm>

namespace tollgate::ui {

BatchDownload::BatchDownload(GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    connect(&m_file, &FileExport::pieceWritten, this, &BatchDownload::ask);
    connect(&m_file, &FileExport::finished, this, &BatchDownload::end);
}

void BatchDownload::start(const QString& batchId, qint64 items, const QString& path) {
    if (m_running || !m_file.open(path))
        return;
    m_running = true;
    ++m_generation;
    m_batch = batchId;
    m_items = std::max<qint64>(1, items);
    m_lines = 0;
    m_cursor.clear();
    m_failure.clear();
    Q_EMIT progress(0);
    ask();
}

void BatchDownload::cancel() {
    ++m_generation; // an answer that is under way is not wanted any more
    m_file.cancel();
}

void BatchDownload::ask() {
    if (!m_running)
        return;
    QString path = QStringLiteral("/batches/%1/results").arg(m_batch);
    if (!m_cursor.isEmpty())
        path += QStringLiteral("?cursor=") + m_cursor;
    m_link.get(path, this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation || !m_running)
            return;
        if (!reply.ok()) {
            m_failure = reply.errorMessage();
            m_file.cancel();
            return;
        }
        QByteArray piece;
        const QJsonArray lines = reply.json.value(u"data").toArray();
        for (const QJsonValue& line : lines)
            piece += line.toString().toUtf8() + '\n';
        m_lines += lines.size();
        m_cursor = reply.json.value(u"next_cursor").toString();
        Q_EMIT progress(static_cast<int>(std::min<qint64>(100, m_lines * 100 / m_items)));
        const bool last = m_cursor.isEmpty();
        m_file.append(std::move(piece), last);
    });
}

void BatchDownload::end(const QString& path, const QString& error) {
    m_running = false;
    Q_EMIT finished(path, m_lines, m_failure.isEmpty() ? error : m_failure);
}

} // namespace tollgate::ui
