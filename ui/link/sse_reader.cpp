#include "ui/link/sse_reader.h"

namespace tollgate::ui {
namespace {

constexpr qsizetype kLongestEvent = 16 * 1024 * 1024;

} // namespace

bool SseReader::feed(const QByteArray& bytes, const Sink& sink) {
    m_rest += bytes;
    qsizetype begin = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        line(m_rest.mid(begin, end - begin), sink);
        begin = end + 1;
    }
    m_rest.remove(0, begin);
    return m_rest.size() + m_data.size() <= kLongestEvent;
}

void SseReader::restart() {
    m_rest.clear();
    m_type.clear();
    m_data.clear();
    m_id = m_lastId;
}

void SseReader::line(QByteArray text, const Sink& sink) {
    if (text.endsWith('\r'))
        text.chop(1);
    if (text.isEmpty()) {
        m_lastId = m_id;
        const QByteArray type = std::exchange(m_type, {});
        const QByteArray data = std::exchange(m_data, {});
        if (!data.isEmpty())
            sink(type, data);
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon == 0)
        return; // a comment: the gateway is still there
    const QByteArray field = colon < 0 ? text : text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "data") {
        if (!m_data.isEmpty())
            m_data += '\n';
        m_data += value;
    } else if (field == "event") {
        m_type = value;
    } else if (field == "id") {
        m_id = value;
    }
}

} // namespace tollgate::ui
