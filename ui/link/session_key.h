#pragma once
// The client key with which the console itself tries the gateway out: one key named "console", whose secret
// is known to this process only. Every start gives it a new secret, so that nothing has to be stored.

#include <QObject>
#include <QString>

#include <functional>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

/// Main thread. One per link.
class SessionKey : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(const QString& secret, const QString& problem)>;

    static SessionKey& of(GatewayLink& link);

    /// The secret, made or renewed when this is asked for the first time; `problem` says for people why there
    /// is none. Answers in a later turn of the event loop, while `context` lives.
    void ask(QObject* context, Handler handler);
    void forget() { m_secret.clear(); } ///< the gateway refused it

private:
    explicit SessionKey(GatewayLink& link);
    void find();
    void create();
    void received(const GatewayReply& reply);
    void answer(const QString& problem);

    GatewayLink& m_link;
    QString m_secret;
    bool m_asking = false;
    std::vector<std::function<void(const QString&, const QString&)>> m_waiting;
};

} // namespace tollgate::ui
