#pragma once
// A request that may take long: it goes out with an id of its own (?operation=ID), so that the gateway can be
// asked how far it is and told to stop. Stopped, the request itself is answered (409, code "cancelled"). Main
// thread.

#include "ui/link/gateway_link.h"

#include <QTimer>

namespace tollgate::ui {

class LongWork : public QObject {
    Q_OBJECT
public:
    explicit LongWork(GatewayLink& link, QObject* parent = nullptr);

    /// One at a time: what runs is stopped first, and its answer is not waited for.
    void start(const QByteArray& method, const QString& path, const QJsonObject& body,
               GatewayLink::ReplyHandler onReply);
    /// Asks the gateway to stop; the answer comes to `onReply`.
    void cancel();

    bool isRunning() const { return m_running; }
    bool isStopping() const { return m_stopping; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; } ///< 0: not known

    static bool wasCancelled(const GatewayReply& reply);

Q_SIGNALS:
    void changed(); ///< running, done or total

private:
    void ask();
    void end();

    GatewayLink& m_link;
    QTimer m_poll;
    QString m_id;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace tollgate::ui
