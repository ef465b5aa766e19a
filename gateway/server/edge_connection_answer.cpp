// Answering and closing; reading is in edge_connection.cpp.

#include "gateway/server/edge_connection.h"

#include "gateway/server/edge_context.h"
#include "gateway/server/http_exchange.h"

#include <array>
#include <charconv>

namespace tollgate {

namespace {

constexpr std::size_t kCopiedBody = 16 * 1024; ///< below this one copy is cheaper than a second vector
constexpr std::string_view kAllowedMethods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

bool isBodiless(int status) {
    return status == 204 || status == 304;
}

} // namespace

bool EdgeConnection::keepsAlive() const {
    return m_keepAlive && !m_context.stopping;
}

std::string_view EdgeConnection::writeHead(int status, const HttpHeaders& headers, BodyFraming framing,
                                           std::size_t length) {
    ResponseShape shape;
    shape.framing = framing;
    shape.contentLength = length;
    shape.minorVersion = m_minorVersion;
    shape.keepAlive = keepsAlive();
    shape.corsOrigin = m_corsOrigin;
    shape.date = m_context.date.now();
    m_context.output.clear();
    appendResponseHead(m_context.output, status, headers, shape);
    return m_context.output;
}

void EdgeConnection::transmit(std::span<const std::string_view> parts) {
    const bool waited = m_pipe.unsent() > 0;
    m_pipe.send(parts);
    if (!waited && m_pipe.unsent() > 0)
        m_progressNs = m_context.clock.monotonicNs();
}

void EdgeConnection::sendAnswer(int status, const HttpHeaders& headers, std::string_view body) {
    m_keepAlive = keepsAlive(); // what the head says is what happens
    writeHead(status, headers, BodyFraming::Length, body.size());
    if (m_headRequest || isBodiless(status))
        body = {};
    if (body.size() <= kCopiedBody) {
        m_context.output.append(body);
        body = {};
    }
    const std::array<std::string_view, 2> parts{m_context.output, body};
    transmit(parts);
}

void EdgeConnection::sendStreamHead(int status, const HttpHeaders& headers) {
    m_framing = isBodiless(status)    ? BodyFraming::Length
                : m_minorVersion == 1 ? BodyFraming::Chunked
                                      : BodyFraming::UntilClose;
    m_keepAlive = keepsAlive() && m_framing != BodyFraming::UntilClose;
    m_headRequest = m_headRequest || isBodiless(status);
    // The head leaves together with the first bytes when they come in this turn of the event loop, as they
    // mostly do.
    m_corked = writeHead(status, headers, m_framing, 0);
    QMetaObject::invokeMethod(
        this, [this] { flushCork(); }, Qt::QueuedConnection);
}

void EdgeConnection::flushCork() {
    if (m_corked.empty())
        return;
    const std::array<std::string_view, 1> parts{m_corked};
    transmit(parts);
    m_corked.clear();
}

void EdgeConnection::sendChunk(std::string_view bytes) {
    if (m_headRequest)
        return;
    if (m_framing == BodyFraming::Chunked) {
        std::array<char, 20> size{};
        char* end = std::to_chars(size.data(), size.data() + 16, bytes.size(), 16).ptr;
        *end++ = '\r';
        *end++ = '\n';
        const std::array<std::string_view, 4> parts{
            m_corked, std::string_view(size.data(), static_cast<std::size_t>(end - size.data())), bytes,
            "\r\n"};
        transmit(parts);
    } else {
        const std::array<std::string_view, 2> parts{m_corked, bytes};
        transmit(parts);
    }
    m_corked.clear();
}

void EdgeConnection::sendStreamEnd() {
    const std::string_view last = m_framing == BodyFraming::Chunked && !m_headRequest ? "0\r\n\r\n" : "";
    const std::array<std::string_view, 2> parts{m_corked, last};
    transmit(parts);
    m_corked.clear();
}

/// OPTIONS from a browser that asks whether it may call. The origin has been judged already.
bool EdgeConnection::answersPreflight() {
    const RequestHead& head = m_reader.head();
    if (head.method != "OPTIONS" || head.origin.empty() || head.preflightMethod.empty())
        return false;
    HttpHeaders headers{{"access-control-allow-methods", std::string(kAllowedMethods)},
                        {"access-control-max-age", "600"}};
    if (!head.preflightHeaders.empty())
        headers.add("access-control-allow-headers", std::string(head.preflightHeaders));
    if (head.preflightPrivateNetwork)
        headers.add("access-control-allow-private-network", "true");
    sendAnswer(204, headers, {});
    m_reader.reset();
    becomeIdle();
    return true;
}

/// Says why, then ends the connection: after a request that was not understood or not read there is no next
/// one.
void EdgeConnection::refuse(const Refusal& refusal) {
    m_keepAlive = false;
    m_minorVersion = 1;
    m_headRequest = false;
    const std::string id = m_context.ids.next(m_context.clock.unixMs());
    const HttpHeaders headers{{"content-type", "application/json"}, {"x-request-id", id}, {"request-id", id}};
    sendAnswer(refusal.status, headers, refusalBody(refusal, m_reader.path(), id));
    m_reader.reset();
    closeWhenSent(true);
}

void EdgeConnection::exchangeDetached() {
    m_exchange = nullptr;
    --m_context.activeExchanges;
}

void EdgeConnection::exchangeEnded() {
    becomeIdle();
}

/// An answer that will not be finished. What was written before still goes out, because it may say why.
void EdgeConnection::exchangeAborted() {
    const bool endLooksComplete = m_framing == BodyFraming::UntilClose;
    flushCork();
    if (endLooksComplete)
        closeNow(Farewell::Reset);
    else
        closeWhenSent(false);
}

void EdgeConnection::becomeIdle() {
    m_hold.reset();
    m_framing = BodyFraming::Length;
    if (!keepsAlive() || !m_keepAlive) {
        closeWhenSent(!m_ahead.empty());
        return;
    }
    m_phase = Phase::Idle;
    m_sinceNs = m_context.clock.monotonicNs();
    if (!m_ahead.empty() && !m_consuming)
        consumeLater();
}

void EdgeConnection::closeWhenSent(bool linger) {
    m_lingers = linger;
    m_phase = Phase::Flushing;
    if (m_pipe.unsent() == 0)
        allSent();
}

void EdgeConnection::allSent() {
    if (!m_lingers) {
        closeNow();
        return;
    }
    // Closing while the client still sends would reset the connection, and with it the answer it has not read
    // yet.
    m_phase = Phase::Lingering;
    m_sinceNs = m_context.clock.monotonicNs();
    m_pipe.endWriting();
    m_pipe.setReading(true);
}

void EdgeConnection::pipeProgress() {
    m_progressNs = m_context.clock.monotonicNs();
    if (m_phase == Phase::Flushing && m_pipe.unsent() == 0)
        allSent();
    else if (m_exchange)
        m_exchange->connectionProgress();
    else if (m_phase == Phase::Upgraded)
        socketProgress();
    else if (m_phase == Phase::Idle && !m_ahead.empty() && m_pipe.unsent() <= Exchange::kLowWater)
        consumeLater();
    else if (m_phase == Phase::Idle && m_context.stopping && m_pipe.unsent() == 0)
        closeNow();
}

void EdgeConnection::stop() {
    if (m_phase == Phase::Idle)
        closeWhenSent(false);
}

void EdgeConnection::abortNow() {
    closeNow(Farewell::Reset);
}

bool EdgeConnection::hasWork() const {
    return m_phase == Phase::Reading || m_phase == Phase::Active || m_phase == Phase::Upgraded ||
           m_pipe.unsent() > 0;
}

void EdgeConnection::closeNow(Farewell farewell) {
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    if (farewell == Farewell::Reset)
        m_pipe.reset();
    else
        m_pipe.close();
    m_context.remove(*this);
    HttpExchange* exchange = std::exchange(m_exchange, nullptr);
    if (exchange)
        --m_context.activeExchanges;

    // QHttpServer is told before the responder goes (from 6.5 it tidies up with it), the exchange's owner
    // last.
    setSocketState(QAbstractSocket::UnconnectedState);
    setOpenMode(QIODevice::NotOpen);
    m_forQt.clear();
    m_forQtRead = 0;
    if (m_ticket != 0) {
        m_context.upgrades.erase(m_ticket);
        Q_EMIT stateChanged(QAbstractSocket::UnconnectedState); // what a QWebSocket listens to
    }
    Q_EMIT disconnected();
    m_hold.reset();
    deleteLater();
    if (exchange)
        exchange->connectionLost();
    if (m_context.changed)
        m_context.changed();
}

} // namespace tollgate
