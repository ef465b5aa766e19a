#pragma once
// The events of a stream of server-sent events (WHATWG HTML, 9.2.6), for whoever looks at one that was kept.
// Pure, any thread.

#include <QByteArray>
#include <QList>
#include <QString>

namespace tollgate::ui {

struct SseEvent {
    QString text;    ///< its lines as they were, without the empty one that ends it
    QString name;    ///< of "event:"; mostly empty
    QByteArray data; ///< its "data:" lines together
};

/// Lines up to an empty one are an event, comments too: each has a time in GET /requests/{id}.
QList<SseEvent> sseEvents(const QString& body);
/// Whether the body is a stream at all.
bool looksLikeSse(const QString& body);
/// "  120 ms  data: …", an event after the other; times may be fewer than events.
QString timedEvents(const QString& body, const QList<qint64>& timesMs);

} // namespace tollgate::ui
