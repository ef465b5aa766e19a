#include "ui/pages/traffic/traffic_exporter.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/traffic/request_detail.h"
#include "ui/pages/traffic/traffic_har.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tollgate::ui {

namespace {

constexpr int kDetailsAtOnce = 4;

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

TrafficExporter::TrafficExporter(GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    connect(&m_file, &FileExport::pieceWritten, this, &TrafficExporter::ask);
    connect(&m_file, &FileExport::finished, this, &TrafficExporter::end);
}

bool TrafficExporter::start(const QString& path, ExportFormat format, const QString& filter) {
    if (m_running || !m_file.open(path))
        return false;
    m_running = true;
    ++m_generation;
    m_lines = {format, m_link.url()};
    m_filter = filter;
    m_cursor.clear();
    m_failure.clear();
    m_backToMs = 0;
    m_rows = 0;
    m_begun = false;
    m_cut = false;
    Q_EMIT progressed();
    ask();
    return true;
}

void TrafficExporter::cancel() {
    ++m_generation; // an answer that is under way is not wanted any more
    m_file.cancel();
}

void TrafficExporter::ask() {
    if (!m_running)
        return;
    QString path = u"/requests?limit=" % QString::number(kPageSize);
    if (!m_filter.isEmpty())
        path += u"&filter=" % encoded(m_filter);
    if (!m_cursor.isEmpty())
        path += u"&cursor=" % encoded(m_cursor);
    m_link.get(path, this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation || !m_running)
            return;
        if (!reply.ok()) {
            m_failure = reply.status == 0 ? tr("The gateway does not answer.") : reply.errorMessage();
            cancel();
            return;
        }
        m_cursor = reply.json.value(QLatin1String("next_cursor")).toString();
        TextPool pool;
        std::vector<RequestRow> rows;
        for (const QJsonValue& row : reply.json.value(QLatin1String("data")).toArray())
            rows.push_back(RequestRow::fromJson(row.toObject(), pool));
        takePage(std::move(rows));
    });
}

void TrafficExporter::takePage(std::vector<RequestRow> rows) {
    if (m_lines.format == ExportFormat::Har) {
        const auto room = static_cast<std::size_t>(kMostInArchive - m_rows);
        m_cut = rows.size() > room || (rows.size() == room && !m_cursor.isEmpty());
        if (m_cut) {
            rows.resize(room);
            m_cursor.clear();
        }
    }
    m_page = std::move(rows);
    if (!m_page.empty())
        m_backToMs = m_page.back().atMs;
    if (m_lines.format != ExportFormat::Har || m_page.empty()) {
        writePage();
        return;
    }
    m_entries.assign(m_page.size(), {});
    m_missing = m_page.size();
    m_nextDetail = 0;
    for (int asked = 0; asked < kDetailsAtOnce; ++asked)
        askDetail();
}

void TrafficExporter::askDetail() {
    if (m_nextDetail >= m_page.size())
        return;
    const std::size_t at = m_nextDetail++;
    const RequestRow& row = m_page[at];
    const QString path = u"/requests/" % encoded(row.id.isEmpty() ? row.traceId : row.id);
    m_link.get(path, this, [this, at, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation || !m_running)
            return;
        // What the ledger let go meanwhile stands there as its row.
        takeDetail(at, reply.ok() ? harEntry(RequestDetail::fromJson(reply.json, {}), m_lines.gateway)
                                  : harEntry(m_page[at], m_lines.gateway));
    });
}

void TrafficExporter::takeDetail(std::size_t at, QByteArray entry) {
    m_entries[at] = std::move(entry);
    if (--m_missing == 0)
        writePage();
    else
        askDetail();
}

void TrafficExporter::writePage() {
    QByteArray piece = std::exchange(m_begun, true) ? QByteArray() : m_lines.head();
    for (std::size_t at = 0; at < m_page.size(); ++at) {
        const bool first = m_rows++ == 0;
        piece += m_lines.format == ExportFormat::Har ? (first ? "" : ",\n") + m_entries[at]
                                                     : m_lines.row(m_page[at]);
    }
    const bool last = m_cursor.isEmpty();
    if (last)
        piece += m_lines.foot();
    m_page.clear();
    m_entries.clear();
    Q_EMIT progressed();
    m_file.append(std::move(piece), last);
}

void TrafficExporter::end(const QString& path, const QString& error) {
    m_running = false;
    ++m_generation;
    m_page.clear();
    m_entries.clear();
    Q_EMIT finished(path, m_failure.isEmpty() ? error : m_failure);
}

} // namespace tollgate::ui
