#pragma once
// One request to the gateway's data path, as an application would send it: over its address, with a client
// key. For the pages that try the gateway out; everything else goes through GatewayLink.

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QString>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace tollgate::ui {

class GatewayLink;

struct DataRequest {
    QByteArray method = "POST";
    QString path; ///< "/v1/chat/completions"
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QString secret;         ///< of a client key; empty sends none
    int timeoutMs = 120000; ///< for the whole of it
};

struct DataReply {
    int status = 0; ///< 0: no answer, see error
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QString error;                                ///< for people; empty when an answer came whole
    double firstByteMs = -1;                      ///< of the body
    double totalMs = 0;
    bool cancelled = false;

    bool ok() const { return status >= 200 && status < 300 && error.isEmpty(); }
    QString header(const QByteArray& name) const; ///< name in lower case
    /// What went wrong, in the words of the gateway's own error body where there is one.
    QString problem() const;
};

/// Main thread, never blocks. Deleting it cancels it silently.
class DataCall : public QObject {
    Q_OBJECT
public:
    /// The manager outlives the call.
    DataCall(QNetworkAccessManager& network, GatewayLink& link, const DataRequest& request,
             QObject* parent = nullptr);
    ~DataCall() override;

    void cancel();

    /// A URL to call: every-interface addresses are reached over loopback.
    static QString reachable(const QString& url);

Q_SIGNALS:
    void chunk(const QByteArray& bytes);
    void finished(const tollgate::ui::DataReply& reply);

private:
    void read();
    void end();

    QPointer<QNetworkReply> m_reply;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    DataReply m_result;
    bool m_timedOut = false;
};

} // namespace tollgate::ui
