#pragma once
// One client connection, as QHttpServer and as the guard see it.
//
// To QHttpServer it is a QTcpSocket whose only readable bytes are the request line of a request that is
// complete and allowed: everything before that (limits, framing, time-outs, Host and Origin) happens here,
// where 6.4 has nothing and later releases have some of it. The bytes on the wire go through SocketPipe.
// Requests on one connection are handled one after the other; what a client sends ahead waits.

#include "gateway/server/qt_http_compat.h"
#include "gateway/server/request_reader.h"
#include "gateway/server/response_text.h"
#include "gateway/server/socket_pipe.h"
#include "gateway/wire/http.h"

#include <QTcpSocket>

#include <cstdint>
#include <string>

namespace tollgate {

class EdgeContext;
class HttpExchange;

class EdgeConnection final : public QTcpSocket, private SocketPipe::Owner, private RequestReader::Judge {
public:
    /// Takes the descriptor over.
    EdgeConnection(int descriptor, EdgeContext& context, QObject* parent);
    ~EdgeConnection() override;

    // For the exchange.
    void sendAnswer(int status, const HttpHeaders& headers, std::string_view body);
    void sendStreamHead(int status, const HttpHeaders& headers);
    void sendChunk(std::string_view bytes);
    void sendStreamEnd();
    std::size_t unsentBytes() const { return m_pipe.unsent() + m_corked.size(); }
    void exchangeDetached();
    void exchangeEnded();
    void exchangeAborted();
    void becomeWebSocket(const HttpRequest& request, WebSocketReady ready);
    void handshakeDone();

    // For the worker.
    std::int64_t deadlineNs() const;
    void timedOut();
    void stop();     ///< no further request; closes now if none is under way
    void abortNow(); ///< closes in the middle of whatever it is
    bool hasWork() const;
    std::size_t listIndex() const { return m_listIndex; }
    void setListIndex(std::size_t index) { m_listIndex = index; }

    // As QHttpServer sees it.
    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override;
    qintptr socketDescriptor() const override;
    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    /// Upgraded: what goes to and fro is the WebSocket's, which is now the connection's owner.
    enum class Phase { Idle, Reading, Active, Upgraded, Flushing, Lingering, Closed };

    void pipeReadable() override;
    void pipeProgress() override;
    Refusal judge(const RequestHead& head) override;

    // Reading.
    void learnPeer();
    void ended();
    void keepAhead(std::string_view bytes);
    void consume(std::string_view input);
    void consumeLater();
    void passToSocket(std::string_view bytes);
    void socketProgress();
    void requestComplete();
    bool tellQt();
    HttpRequest takeRequest();
    void handle(HttpRequest request);

    // Answering.
    bool answersPreflight();
    void refuse(const Refusal& refusal);
    void transmit(std::span<const std::string_view> parts);
    void flushCork();
    bool keepsAlive() const;
    std::string_view writeHead(int status, const HttpHeaders& headers, BodyFraming framing,
                               std::size_t length);

    // Ending.
    void becomeIdle();
    void closeWhenSent(bool linger);
    void allSent();
    enum class Farewell { End, Reset };
    void closeNow(Farewell farewell = Farewell::End);

    EdgeContext& m_context;
    SocketPipe m_pipe;
    RequestReader m_reader;
    Phase m_phase = Phase::Idle;
    std::int64_t m_sinceNs = 0;    ///< when the phase, or the part of it that a time-out measures, began
    std::int64_t m_progressNs = 0; ///< when the kernel last took something, while something waits
    std::string m_ahead;           ///< sent by the client before its turn
    std::string m_corked;          ///< a stream's head, waiting for its first bytes
    std::string m_peer;
    bool m_loopback = false;
    HttpExchange* m_exchange = nullptr;
    ResponderHoldPtr m_hold;
    std::string m_forQt; ///< what QHttpServer may read
    std::size_t m_forQtRead = 0;
    std::size_t m_listIndex = 0;
    std::uint64_t m_ticket = 0; ///< of the upgrade; 0: none
    bool m_consuming = false;
    bool m_consumeQueued = false;
    bool m_lingers = false; ///< after the last byte, wait for the client to notice

    // Of the request under way.
    int m_minorVersion = 1;
    bool m_keepAlive = true;
    bool m_headRequest = false;
    BodyFraming m_framing = BodyFraming::Length;
    std::string m_corsOrigin;
};

} // namespace tollgate
