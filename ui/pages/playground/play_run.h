#pragma once
// One question to one target and its answer, with what it took: time to the first token, total, tokens, cost.

#include "ui/link/data_call.h"
#include "ui/pages/playground/play_request.h"
#include "ui/pages/playground/play_stream.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace tollgate::ui {

class GatewayLink;

/// What goes out: to which of the three APIs, and how the answer comes.
struct PlayCall {
    PlayDialect dialect = PlayDialect::Chat;
    QByteArray body;
    bool stream = true;
    QList<QPair<QByteArray, QByteArray>> headers = {};
};

/// Main thread; never blocks. Deleting it cancels it.
class PlayRun : public QObject {
    Q_OBJECT
public:
    enum class State { Waiting, Streaming, Done, Failed, Cancelled };

    PlayRun(GatewayLink* link, QNetworkAccessManager* network, PlayCall call, QObject* parent = nullptr);

    void cancel();
    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Waiting || m_state == State::Streaming; }
    PlayDialect dialect() const { return m_asked.dialect; }
    const PlayStream& answer() const { return m_answer; }
    QString problem() const { return m_problem; }
    QString traceId() const { return m_reply.header("x-request-id"); }
    QString servedBy() const; ///< "openai/gpt-4o-mini"
    int attempts() const { return m_reply.header("x-tollgate-attempts").toInt(); }
    double firstTokenMs() const { return m_firstTokenMs; } ///< -1 while there is none
    double totalMs() const;                                ///< so far
    std::optional<double> costUsd() const;

Q_SIGNALS:
    void changed(); ///< as bytes come
    void ended();

private:
    void start(const QString& secret);
    void received(const DataReply& reply);
    void end(State state, const QString& problem);

    GatewayLink* m_link;
    QNetworkAccessManager* m_network;
    const PlayCall m_asked;
    PlayStream m_answer;
    DataReply m_reply;
    QPointer<DataCall> m_call;
    QElapsedTimer m_clock;
    State m_state = State::Waiting;
    QString m_problem;
    double m_firstTokenMs = -1;
    double m_totalMs = 0;
};

} // namespace tollgate::ui
