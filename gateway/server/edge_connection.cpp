// Reading: from bytes to an exchange. Answering and closing are in edge_connection_answer.cpp.

#include "gateway/server/edge_connection.h"

#include "gateway/server/edge_context.h"
#include "gateway/server/http_exchange.h"

#include <QHostAddress>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace tollgate {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kNever = INT64_MAX;
constexpr std::int64_t kLingerMs = 2'000;

constexpr Refusal kHeadTimeout{408, "request_timeout", "the request head did not arrive in time", {}};
constexpr Refusal kBodyTimeout{408, "request_timeout", "the request body stopped arriving", {}};
constexpr Refusal kUnknownMethod{501, "not_implemented", "that method is not known here", {}};
constexpr Refusal kHandlerFailed{500, "internal_error", "the request could not be handled", {}};

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::int64_t after(std::int64_t sinceNs, int ms) {
    return ms > 0 ? sinceNs + ms * kNsPerMs : kNever;
}

} // namespace

EdgeConnection::EdgeConnection(int descriptor, EdgeContext& context, QObject* parent)
    : QTcpSocket(parent)
    , m_context(context)
    , m_pipe(descriptor, *this)
    , m_reader(*this, context.options.maxHeadBytes, context.options.maxBodyBytes)
    , m_sinceNs(context.clock.monotonicNs()) {
    context.add(*this);
    learnPeer();
    setSocketState(QAbstractSocket::ConnectedState);
    setOpenMode(QIODevice::ReadWrite);
}

EdgeConnection::~EdgeConnection() {
    setSocketState(QAbstractSocket::UnconnectedState); // there is nothing for the base class to shut
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_context.remove(*this);
    if (HttpExchange* exchange = std::exchange(m_exchange, nullptr)) {
        --m_context.activeExchanges;
        exchange->connectionLost();
    }
}

void EdgeConnection::learnPeer() {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    auto* address = static_cast<sockaddr*>(static_cast<void*>(&storage));
    if (::getpeername(m_pipe.descriptor(), address, &length) != 0)
        return;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (storage.ss_family == AF_INET6) {
        const auto* v6 = static_cast<const sockaddr_in6*>(static_cast<const void*>(&storage));
        if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr))
            ::inet_ntop(AF_INET, &v6->sin6_addr.s6_addr[12], text.data(), text.size());
        else
            ::inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
        setPeerPort(ntohs(v6->sin6_port));
    } else {
        const auto* v4 = static_cast<const sockaddr_in*>(static_cast<const void*>(&storage));
        ::inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
        setPeerPort(ntohs(v4->sin_port));
    }
    m_peer = text.data();
    m_loopback = m_peer == "::1" || m_peer.starts_with("127.");
    setPeerAddress(QHostAddress(address));
}

void EdgeConnection::pipeReadable() {
    std::vector<char>& buffer = m_context.input;
    const std::ptrdiff_t count = m_pipe.receive(buffer.data(), buffer.size());
    if (count < 0)
        return;
    if (count == 0) {
        ended();
        return;
    }
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Reading:
        if (m_ahead.empty())
            consume(bytes);
        else
            keepAhead(bytes);
        break;
    case Phase::Active:
        keepAhead(bytes);
        break;
    case Phase::Upgraded:
        passToSocket(bytes);
        if (m_pipe.unsent() > Exchange::kHighWater) // whoever does not read gets nothing more answered
            m_pipe.setReading(false);
        break;
    case Phase::Flushing:
    case Phase::Lingering:
    case Phase::Closed:
        break; // read so that closing is not a reset, and dropped
    }
}

/// The client has ended its side. An answer that is complete is still sent to the end: it may only have said
/// that it asks nothing more. In the middle of an exchange it means that nobody waits for the answer.
void EdgeConnection::ended() {
    const bool answered = m_phase == Phase::Idle || m_phase == Phase::Flushing;
    if (!answered || m_pipe.unsent() == 0) {
        closeNow();
        return;
    }
    m_pipe.setReading(false);
    closeWhenSent(false);
}

void EdgeConnection::keepAhead(std::string_view bytes) {
    m_ahead.append(bytes);
    if (m_ahead.size() > m_context.options.maxPipelinedBytes)
        m_pipe.setReading(false);
}

void EdgeConnection::consume(std::string_view input) {
    m_consuming = true;
    while (!input.empty() && (m_phase == Phase::Idle || m_phase == Phase::Reading) &&
           m_pipe.unsent() <= Exchange::kHighWater) {
        switch (m_reader.feed(input)) {
        case RequestReader::State::Empty:
            break;
        case RequestReader::State::Head:
            if (m_phase == Phase::Idle)
                m_sinceNs = m_context.clock.monotonicNs(); // the head as a whole has its time, not each piece
            m_phase = Phase::Reading;
            break;
        case RequestReader::State::Body:
            m_phase = Phase::Reading;
            m_sinceNs = m_context.clock.monotonicNs();
            if (m_reader.takeContinueWanted())
                m_pipe.send("HTTP/1.1 100 Continue\r\n\r\n");
            break;
        case RequestReader::State::Complete:
            requestComplete();
            break;
        case RequestReader::State::Refused:
            refuse(m_reader.refusal());
            break;
        }
    }
    m_consuming = false;
    if (!input.empty() && (m_phase == Phase::Active || m_phase == Phase::Idle))
        keepAhead(input);
    else if (!input.empty() && m_phase == Phase::Upgraded)
        passToSocket(input);
}

void EdgeConnection::consumeLater() {
    if (m_consumeQueued)
        return;
    m_consumeQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_consumeQueued = false;
            if (m_phase != Phase::Idle || m_pipe.unsent() > Exchange::kHighWater)
                return;
            m_pipe.setReading(true);
            consume(std::exchange(m_ahead, {}));
        },
        Qt::QueuedConnection);
}

Refusal EdgeConnection::judge(const RequestHead& head) {
    m_corsOrigin.clear();
    const Refusal refusal = m_context.rules().judge(head);
    if (!refusal)
        m_corsOrigin = head.origin;
    return refusal;
}

void EdgeConnection::requestComplete() {
    const RequestHead& head = m_reader.head();
    m_minorVersion = head.minorVersion;
    m_keepAlive = head.keepAlive;
    m_headRequest = head.method == "HEAD";
    if (answersPreflight())
        return;
    if (!tellQt()) {
        refuse(kUnknownMethod);
        return;
    }
    HttpRequest request = takeRequest();
    m_reader.reset();
    handle(std::move(request));
}

/// Lets QHttpServer have a request that is complete; its handler says so in the context. What it is asked for
/// is ours to route: there is one path for all, which is none of its own (kUpgradePath).
bool EdgeConnection::tellQt() {
    const std::string_view line = m_reader.requestLine();
    m_forQt.assign(line.substr(0, line.find(' '))).append(" /");
    m_forQt.append(line.substr(std::min(line.rfind(' '), line.size()))).append("\r\n\r\n");
    m_forQtRead = 0;
    m_context.dispatched = false;
    Q_EMIT readyRead();
    m_forQt.clear();
    m_forQtRead = 0;
    m_hold = std::move(m_context.hold);
    return std::exchange(m_context.dispatched, false);
}

HttpRequest EdgeConnection::takeRequest() {
    const RequestHead& head = m_reader.head();
    HttpRequest request;
    request.method = head.method;
    request.path = head.path;
    request.query = head.query;
    request.headers.reserve(head.fields.size());
    for (const HeadField& field : head.fields) {
        std::string name(field.name);
        std::transform(name.begin(), name.end(), name.begin(), lowered);
        request.headers.add(std::move(name), std::string(field.value));
    }
    request.body = std::move(m_reader.body());
    request.peer = m_peer;
    request.loopback = m_loopback && m_context.options.trustLoopback;
    request.arrivedNs = m_context.clock.monotonicNs();
    return request;
}

void EdgeConnection::handle(HttpRequest request) {
    m_phase = Phase::Active;
    ++m_context.activeExchanges;
    auto exchange = std::make_shared<HttpExchange>(*this, std::move(request));
    m_exchange = exchange.get();
    try {
        m_context.handler(std::move(exchange));
    } catch (const std::exception& error) {
        qWarning("edge: the request handler threw: %s", error.what());
    } catch (...) {
        qWarning("edge: the request handler threw");
    }
}

std::int64_t EdgeConnection::deadlineNs() const {
    const EdgeOptions& options = m_context.options;
    const bool waits = m_pipe.unsent() > 0;
    switch (m_phase) {
    case Phase::Idle:
        return waits ? after(m_progressNs, options.sendTimeoutMs)
                     : after(m_sinceNs, options.keepAliveTimeoutMs);
    case Phase::Reading:
        return after(m_sinceNs, m_reader.state() == RequestReader::State::Body ? options.bodyIdleTimeoutMs
                                                                               : options.headTimeoutMs);
    case Phase::Active:
    case Phase::Upgraded:
    case Phase::Flushing:
        return waits ? after(m_progressNs, options.sendTimeoutMs) : kNever;
    case Phase::Lingering:
        return m_sinceNs + kLingerMs * kNsPerMs;
    case Phase::Closed:
        break;
    }
    return kNever;
}

void EdgeConnection::timedOut() {
    if (m_phase == Phase::Reading)
        refuse(m_reader.state() == RequestReader::State::Body ? kBodyTimeout : kHeadTimeout);
    else
        closeNow();
}

/// A QWebSocket reads on until nothing is available, even after it has closed the device that it reads from.
qint64 EdgeConnection::bytesAvailable() const {
    if (!isOpen())
        return 0;
    return static_cast<qint64>(m_forQt.size() - m_forQtRead) + QIODevice::bytesAvailable();
}

qint64 EdgeConnection::bytesToWrite() const {
    return static_cast<qint64>(m_pipe.unsent());
}

qintptr EdgeConnection::socketDescriptor() const {
    return m_pipe.descriptor();
}

qint64 EdgeConnection::readData(char* data, qint64 maxSize) {
    const std::size_t count = std::min(m_forQt.size() - m_forQtRead, static_cast<std::size_t>(maxSize));
    std::memcpy(data, m_forQt.data() + m_forQtRead, count);
    m_forQtRead += count;
    return static_cast<qint64>(count);
}

qint64 EdgeConnection::writeData(const char* data, qint64 size) {
    const std::string_view bytes(data, static_cast<std::size_t>(size));
    transmit(std::span(&bytes, 1));
    return size;
}

/// QHttpServer's wish to end a connection, from 6.10 also because it has seen no request for 15 s while a
/// long one is still arriving here. The guard has its own time-outs and its own way to refuse.
void EdgeConnection::disconnectFromHost() {}

/// A WebSocket closes behind its closing frame, which may still be waiting here.
void EdgeConnection::close() {
    if (m_phase == Phase::Upgraded)
        closeWhenSent(true);
    else
        closeNow();
}

} // namespace tollgate
