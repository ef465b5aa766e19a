#pragma once
// The console's only door to a gateway: requests of the admin contract out, replies and live events in.

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>

class QNetworkReply;

namespace tollgate::ui {

struct GatewayReply {
    int status = 0; ///< HTTP status; 0 when the gateway could not be reached
    QByteArray bytes;
    QJsonObject json; ///< the body when it is a JSON object
    bool ok() const { return status >= 200 && status < 300; }
    /// Of a refused request: message for people, and the field it is about ("limits.rpm"), if any.
    QString errorMessage() const;
    QString errorParam() const;
};

enum class LinkState { Stopped, Starting, Listening, Failed };

/// Main thread. Nothing here blocks: replies come later, in the main thread, and only while `context` lives.
class GatewayLink : public QObject {
    Q_OBJECT
public:
    using ReplyHandler = std::function<void(const GatewayReply&)>;

    using QObject::QObject;

    /// path is below /admin/v1, query included: "/usage?group_by=day". An empty body sends none.
    virtual void send(const QByteArray& method, const QString& path, const QJsonObject& body,
                      QObject* context, ReplyHandler onReply) = 0;

    virtual LinkState state() const = 0;
    virtual QString address() const = 0;     ///< "127.0.0.1:8655"; the last known one when stopped
    virtual QString stateDetail() const = 0; ///< why it failed, for people
    virtual bool
    canControl() const = 0; ///< whether start() and stop() do anything (not for a remote gateway)
    virtual void start() = 0;
    /// Listens on a free port instead, for when the wanted one is taken.
    virtual void startOnFreePort() { start(); }
    virtual void stop() = 0;

    /// Where applications find the gateway: "http://127.0.0.1:8655" and the path.
    virtual QString url(const QString& path = {}) const {
        return QStringLiteral("http://") + address() + path;
    }
    /// Before a request of one's own to that address is on its way: what is known about its certificate holds
    /// for this reply, too.
    virtual void vouchFor(QNetworkReply& reply) { Q_UNUSED(reply) }
    /// Of a gateway elsewhere: when it was last heard of; invalid for the one in this process.
    virtual QDateTime lastHeard() const { return {}; }
    /// A link that was lost and tries again by itself: until the next attempt; -1 when none is due.
    virtual int msToNextTry() const { return -1; }

    void get(const QString& path, QObject* context, ReplyHandler onReply) {
        send("GET", path, {}, context, std::move(onReply));
    }

Q_SIGNALS:
    void stateChanged();
    /// Types as in GET /admin/v1/events: tick, request, health, budget, flag, config, audit.
    void event(const QString& type, const QJsonObject& data);
};

} // namespace tollgate::ui
