#pragma once
// The edge's Exchange: a request, and the connection to answer it on for as long as there is one.

#include "gateway/wire/exchange.h"

class QWebSocket;

namespace tollgate {

class EdgeConnection;

class HttpExchange final : public Exchange, public std::enable_shared_from_this<HttpExchange> {
public:
    HttpExchange(EdgeConnection& connection, HttpRequest request);
    ~HttpExchange() override;

    const HttpRequest& request() const override { return m_request; }
    void answer(int status, const HttpHeaders& headers, std::string_view body) override;
    void beginStream(int status, const HttpHeaders& headers) override;
    void write(std::string_view bytes) override;
    void endStream() override;
    void abortStream() override;
    std::size_t unsentBytes() const override;
    bool clientGone() const override { return m_gone; }
    void onClientGone(std::function<void()> callback) override;
    void onDrained(std::function<void()> callback) override;

    /// Instead of an answer: the connection becomes a WebSocket, unless the client has left.
    void becomeWebSocket(std::function<void(std::unique_ptr<QWebSocket>)> ready);

    /// From the connection.
    void connectionLost();
    void connectionProgress();

private:
    enum class State { Open, Streaming, Ended };

    EdgeConnection* detach();

    EdgeConnection* m_connection; ///< null once the answer has ended or the client has left
    HttpRequest m_request;
    State m_state = State::Open;
    bool m_gone = false;
    bool m_aboveHighWater = false;
    std::function<void()> m_onClientGone;
    std::function<void()> m_onDrained;
};

} // namespace tollgate
