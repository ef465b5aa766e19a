#pragma once
// Bounded traffic to look at failover with: streamed chat requests at a steady pace, a few at a time, so many
// and no more.

#include "ui/link/data_call.h"
#include "ui/pages/playground/play_stream.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;

struct TrafficOutcome {
    int number = 0;
    bool ok = false;
    int status = 0;
    QString servedBy; ///< "openai/gpt-4o-mini"; empty when nobody did
    int attempts = 0;
    double totalMs = 0;
    QString problem;
    qint64 atMs = 0;
};

/// Main thread.
class TestTraffic : public QObject {
    Q_OBJECT
public:
    static constexpr int kMostAtOnce = 4;
    static constexpr int kMostPerSecond = 10;
    static constexpr int kMostInAll = 300;
    static constexpr int kKept = 120; ///< outcomes

    explicit TestTraffic(GatewayLink* link, QObject* parent = nullptr);

    void start(const QString& model, int perSecond, int inAll);
    void stop(); ///< what runs is cancelled
    bool isRunning() const { return m_running; }

    const QList<TrafficOutcome>& outcomes() const { return m_outcomes; } ///< oldest first
    int sent() const { return m_sent; }
    int succeeded() const { return m_succeeded; }
    int failed() const { return m_failed; }
    int saved() const { return m_saved; } ///< answered after more than one attempt

Q_SIGNALS:
    void changed();
    void stopped(const QString& problem);

private:
    void sendOne(const QString& secret);
    void received(int number, PlayStream* stream, const DataReply& reply);
    void finish(const QString& problem);

    GatewayLink* m_link;
    QNetworkAccessManager m_network;
    QTimer m_pace;
    QString m_model;
    QString m_secret;
    QList<TrafficOutcome> m_outcomes;
    QList<QPointer<DataCall>> m_calls;
    bool m_running = false;
    int m_active = 0;
    int m_wanted = 0;
    int m_sent = 0;
    int m_succeeded = 0;
    int m_failed = 0;
    int m_saved = 0;
};

} // namespace tollgate::ui
