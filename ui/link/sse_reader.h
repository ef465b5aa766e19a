#pragma once
// The lines of GET /admin/v1/events as events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html, as far as the gateway uses it: one data
// line or several, an id, an event name, comments).

#include <QByteArray>

#include <functional>

namespace tollgate::ui {

class SseReader {
public:
    using Sink = std::function<void(const QByteArray& type, const QByteArray& data)>;

    /// Bytes as they come, cut anywhere. False when a line grows beyond all reason: not a gateway.
    bool feed(const QByteArray& bytes, const Sink& sink);
    /// For the next connection: the rest of the old one is no part of it. The last id stays.
    void restart();
    /// Of the last whole event; empty before the first.
    QByteArray lastId() const { return m_lastId; }

private:
    void line(QByteArray text, const Sink& sink);

    QByteArray m_rest;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_id;
    QByteArray m_lastId;
};

} // namespace tollgate::ui
