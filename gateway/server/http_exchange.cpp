#include "gateway/server/http_exchange.h"

#include "gateway/server/edge_connection.h"

#include <QTimer>

#include <utility>

namespace tollgate {

HttpExchange::HttpExchange(EdgeConnection& connection, HttpRequest request)
    : m_connection(&connection)
    , m_request(std::move(request)) {}

HttpExchange::~HttpExchange() {
    if (m_connection)
        detach()->exchangeAborted();
}

/// Ends the bond from both sides; the connection is free for its next request.
EdgeConnection* HttpExchange::detach() {
    m_state = State::Ended;
    EdgeConnection* connection = std::exchange(m_connection, nullptr);
    connection->exchangeDetached();
    m_onClientGone = nullptr;
    m_onDrained = nullptr;
    return connection;
}

void HttpExchange::answer(int status, const HttpHeaders& headers, std::string_view body) {
    if (!m_connection || m_state != State::Open)
        return;
    m_connection->sendAnswer(status, headers, body);
    detach()->exchangeEnded();
}

void HttpExchange::beginStream(int status, const HttpHeaders& headers) {
    if (!m_connection || m_state != State::Open)
        return;
    m_state = State::Streaming;
    m_connection->sendStreamHead(status, headers);
}

void HttpExchange::write(std::string_view bytes) {
    if (!m_connection || m_state != State::Streaming || bytes.empty())
        return;
    m_connection->sendChunk(bytes);
    m_aboveHighWater = m_aboveHighWater || m_connection->unsentBytes() > kHighWater;
}

void HttpExchange::endStream() {
    if (!m_connection || m_state != State::Streaming)
        return;
    m_connection->sendStreamEnd();
    detach()->exchangeEnded();
}

void HttpExchange::abortStream() {
    if (m_connection)
        detach()->exchangeAborted();
}

void HttpExchange::becomeWebSocket(std::function<void(std::unique_ptr<QWebSocket>)> ready) {
    if (m_connection && m_state == State::Open)
        detach()->becomeWebSocket(m_request, std::move(ready));
}

std::size_t HttpExchange::unsentBytes() const {
    return m_connection ? m_connection->unsentBytes() : 0;
}

void HttpExchange::onClientGone(std::function<void()> callback) {
    if (m_connection) {
        m_onClientGone = std::move(callback);
    } else if (m_gone) {
        // It left before anyone asked; whoever asks now must still learn of it, but not from inside the
        // asking.
        QTimer::singleShot(0, [self = weak_from_this(), callback = std::move(callback)] {
            if (const auto alive = self.lock())
                callback();
        });
    }
}

void HttpExchange::onDrained(std::function<void()> callback) {
    if (m_connection)
        m_onDrained = std::move(callback);
}

void HttpExchange::connectionLost() {
    m_connection = nullptr;
    m_state = State::Ended;
    m_gone = true;
    m_onDrained = nullptr;
    const std::function<void()> callback = std::exchange(m_onClientGone, nullptr);
    if (callback)
        callback(); // may drop the last reference to this
}

void HttpExchange::connectionProgress() {
    if (!m_aboveHighWater || unsentBytes() > kLowWater)
        return;
    m_aboveHighWater = false;
    const std::function<void()> callback = m_onDrained; // it may replace itself, or end the exchange
    if (callback)
        callback();
}

} // namespace tollgate
