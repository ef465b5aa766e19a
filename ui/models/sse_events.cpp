#include "ui/models/sse_events.h"

#include "ui/models/format.h"

#include <QStringBuilder>

#include <algorithm>

namespace tollgate::ui {

namespace {

QStringView withoutReturn(QStringView line) {
    return line.endsWith(u'\r') ? line.chopped(1) : line;
}

/// The value of "field: value" when the line is that field.
bool takesField(QStringView line, QStringView field, QStringView& value) {
    if (!line.startsWith(field) || line.size() <= field.size() || line[field.size()] != u':')
        return false;
    value = line.mid(field.size() + 1);
    if (value.startsWith(u' '))
        value = value.mid(1);
    return true;
}

void addLine(SseEvent& event, QStringView line) {
    event.text += (event.text.isEmpty() ? QString() : QStringLiteral("\n")) % line;
    QStringView value;
    if (takesField(line, u"data", value))
        event.data += (event.data.isEmpty() ? QByteArray() : QByteArray("\n")) + value.toUtf8();
    else if (takesField(line, u"event", value))
        event.name = value.toString();
}

} // namespace

QList<SseEvent> sseEvents(const QString& body) {
    QList<SseEvent> events;
    bool inEvent = false;
    for (const QStringView part : QStringView(body).split(u'\n')) {
        const QStringView line = withoutReturn(part);
        if (line.isEmpty()) {
            inEvent = false;
            continue;
        }
        if (!inEvent)
            events.append(SseEvent());
        inEvent = true;
        addLine(events.last(), line);
    }
    return events;
}

bool looksLikeSse(const QString& body) {
    const QStringView start = QStringView(body).left(200).trimmed();
    return start.startsWith(u"data:") || start.startsWith(u"event:") || start.startsWith(u"id:") ||
           start.startsWith(u":") || start.startsWith(u"retry:");
}

QString timedEvents(const QString& body, const QList<qint64>& timesMs) {
    QStringList shown;
    qsizetype width = 0;
    for (const qint64 time : timesMs)
        shown << format::wholeMilliseconds(time);
    for (const QString& time : shown)
        width = std::max(width, time.size());
    QString text;
    const QList<SseEvent> events = sseEvents(body);
    const QString blank(width + 2, u' ');
    for (qsizetype at = 0; at < events.size(); ++at) {
        QString lines = events[at].text;
        text += (at < shown.size() ? shown[at].rightJustified(width) : QString(width, u' ')) %
                QStringLiteral("  ") % lines.replace(u'\n', QString(u'\n' % blank)) % u'\n';
    }
    return text;
}

} // namespace tollgate::ui
