#pragma once
// Keeps requests coming while the demo runs: real HTTP to the gateway's own address, by the people of the
// history with their projects' keys, about three a second. Some stream, some fail, a few are nonsense.

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace tollgate {

/// Lives in one thread with an event loop; never blocks it. At most kMaxInFlight requests wait for their
/// answer at any time, and a machine that slept does not catch up on what it missed.
class DemoTraffic final : public QObject {
    Q_OBJECT
public:
    static constexpr int kMaxInFlight = 24;

    /// The secrets of the demo's keys are read from DATA_DIR/keys/<name>.
    explicit DemoTraffic(QString dataDirectory, QObject* parent = nullptr);
    ~DemoTraffic() override;

    /// `gateway`: "http://127.0.0.1:8655". False (and a warning) when no key can be read.
    bool start(const QUrl& gateway);
    /// Lets go of what is under way. Idempotent.
    void stop();
    bool isRunning() const { return m_network != nullptr; }
    qint64 sentCount() const { return m_sent; }

private:
    struct Dice;
    void scheduleNext();
    void sendOne();
    void sendJob();
    void post(const QString& path, const QByteArray& secret, const QByteArray& user, const QByteArray& body,
              bool leavesEarly);

    const QString m_dataDirectory;
    std::unique_ptr<Dice> m_dice;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QHash<QByteArray, QByteArray> m_secrets; ///< by project
    QTimer m_timer;
    QTimer m_jobs;
    QUrl m_gateway;
    int m_inFlight = 0;
    qint64 m_sent = 0;
};

} // namespace tollgate
