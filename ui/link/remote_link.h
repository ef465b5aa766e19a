#pragma once
// The link to a tollgated elsewhere: the admin API over HTTP or TLS, with the admin token. GET /events is
// what tells whether the gateway is there; when it ends, the link tries again, with growing pauses, and goes
// on behind the last event it has seen.

#include "ui/link/gateway_link.h"
#include "ui/link/remote_address.h"
#include "ui/link/sse_reader.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

#include <vector>

namespace tollgate::ui {

/// A certificate that did not verify, for a person to judge.
struct CertificateDoubt {
    QSslCertificate certificate = QSslCertificate();
    QStringList reasons;  ///< in the words of the TLS library
    bool changed = false; ///< another one was trusted for this gateway before
};

/// Main thread.
class RemoteLink final : public GatewayLink {
    Q_OBJECT
public:
    enum class Trouble {
        None,
        Unreachable, ///< tried again by itself, as is Foreign
        Foreign,     ///< something answers, but not as a gateway does
        Token,       ///< none, or refused: waits for setToken()
        Certificate, ///< waits for setPin()
    };

    explicit RemoteLink(const RemoteAddress& address, QObject* parent = nullptr);
    ~RemoteLink() override;

    /// Without one, start() says tokenWanted().
    void setToken(const QString& token);
    /// SHA-256 of a certificate that a person has accepted for this gateway, though it does not verify.
    void setPin(const QByteArray& sha256);
    /// The first pause and the longest one before it tries again.
    void setPauses(int firstMs, int longestMs);
    /// How long the event stream, which ticks every second, may be silent before it counts as lost.
    void setPatience(int milliseconds) { m_silence.setInterval(milliseconds); }

    void send(const QByteArray& method, const QString& path, const QJsonObject& body, QObject* context,
              ReplyHandler onReply) override;
    LinkState state() const override { return m_state; }
    QString address() const override { return m_address.name; }
    QString stateDetail() const override { return m_detail; }
    bool canControl() const override { return false; }
    void start() override; ///< tries at once
    void stop() override;  ///< leaves the gateway alone until start()
    QString url(const QString& path = {}) const override { return m_address.base.toString() + path; }
    void vouchFor(QNetworkReply& reply) override;
    QDateTime lastHeard() const override { return m_lastHeard; }

    Trouble trouble() const { return m_trouble; }
    int msToNextTry() const override { return m_retry.isActive() ? m_retry.remainingTime() : -1; }

Q_SIGNALS:
    void tokenWanted(bool refused, const QString& said);
    void certificateDoubted(const tollgate::ui::CertificateDoubt& doubt);

private:
    QNetworkRequest request(const QString& path) const;
    void heard();
    void ended();
    void connected();
    void fail(Trouble trouble, const QString& detail);
    void judge(QNetworkReply& reply, const QList<QSslError>& errors);
    void answerWaiting();

    const RemoteAddress m_address;
    QNetworkAccessManager m_network;
    QNetworkAccessManager m_eventNetwork; ///< six connections per host: the stream takes none of the others'
    QPointer<QNetworkReply> m_events;
    SseReader m_reader;
    QTimer m_retry;
    QTimer m_silence;
    QString m_token;
    QByteArray m_pin;
    QDateTime m_lastHeard;
    CertificateDoubt m_doubt;
    std::vector<std::function<void()>> m_waiting;
    QString m_detail;
    LinkState m_state = LinkState::Starting;
    Trouble m_trouble = Trouble::None;
    int m_firstPauseMs = 500;
    int m_longestPauseMs = 15'000;
    int m_failures = 0;
};

} // namespace tollgate::ui
