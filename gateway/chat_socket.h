#pragma once
// /ws/chat: a WebSocket on which prompts come one after the other, each a request like any other: {"prompt"}
// in,
// {"type":"chunk","content"}… {"type":"done"} or one {"type":"error"} out.

#include "gateway/wire/clock.h"
#include "gateway/wire/exchange.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <deque>
#include <functional>
#include <memory>

namespace tollgate {

class Pipeline;

/// Lives in its worker's thread.
class ChatSocket final : public QObject {
    Q_OBJECT
public:
    /// `upgrade` is the request that asked for the socket: its headers go with every prompt. `onGone` is
    /// called once, from the event loop, when the socket is closed.
    ChatSocket(Pipeline& pipeline, const Clock& clock, const HttpRequest& upgrade,
               std::unique_ptr<QWebSocket> socket, std::function<void(ChatSocket*)> onGone);
    ~ChatSocket() override;

    void end(); ///< the gateway stops: what is being answered is answered to its end

private:
    class Answer;

    void received(const QString& text);
    void answerNext();
    void answered();
    void say(std::string_view message);
    void keepAlive();
    void closed();

    Pipeline& m_pipeline;
    const Clock& m_clock;
    HttpRequest m_template;
    std::unique_ptr<QWebSocket> m_socket;
    std::function<void(ChatSocket*)> m_onGone;
    std::deque<QByteArray> m_waiting;
    qsizetype m_waitingBytes = 0;
    Answer* m_answer = nullptr; ///< the pipeline's while a prompt is being answered
    QTimer m_ping;
    bool m_heard = true; ///< anything at all, or something taken, since the last ping
    bool m_ending = false;
};

} // namespace tollgate
