#pragma once
// Who really calls: the last request of each client program and key, as the gateway remembers it and then
// live. Bounded. Main thread.

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;
struct ClientKind;

class ClientsSeen : public QObject {
    Q_OBJECT
public:
    struct Seen {
        QString agent;
        QString key; ///< name, or id of one that is gone; empty for none
        QString user;
        QString target; ///< "chat-default → openai/gpt-4o-mini"
        QString traceId;
        qint64 atMs = 0;
        int status = 0;
    };
    static constexpr int kMost = 500;

    explicit ClientsSeen(GatewayLink* link, QObject* parent = nullptr);

    void setActive(bool active);
    QList<Seen> all() const;                      ///< newest first
    QList<Seen> of(const ClientKind& kind) const; ///< newest first

Q_SIGNALS:
    void changed(); ///< at most twice a second

private:
    void read();
    void add(const QJsonObject& row);

    GatewayLink* m_link;
    QHash<QString, Seen> m_seen;
    QTimer m_tell;
    bool m_active = false;
};

} // namespace tollgate::ui
