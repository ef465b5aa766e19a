#include "gateway/upstream/plain_transfer.h"

#include "gateway/upstream/curl_transfer.h"
#include "gateway/upstream/plain_url.h"
#include "gateway/upstream/sent_headers.h"
#include "gateway/wire/clock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace tollgate {

namespace {

void appendNumber(std::string& text, std::size_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

bool isForLater(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

PlainTransfer::PlainTransfer(CurlLoop& loop, PlainConnections& connections, const Clock& clock, Owner& owner)
    : Transfer(owner, Lane::Plain)
    , m_loop(loop)
    , m_connections(connections)
    , m_clock(clock) {}

PlainTransfer::~PlainTransfer() = default;

bool PlainTransfer::takes(const UpstreamRequest& request) {
    return !request.guard && plainUrl(request.url);
}

void PlainTransfer::start() {
    const PlainUrl url = *plainUrl(request().url);
    m_origin.assign(url.authority);
    m_nowNs = lastByteNs;
    writeHead(url);
    m_reply.begin(request().method == "HEAD");
    if (auto connection = m_connections.take(m_origin, m_nowNs))
        use(std::move(connection), true);
    else
        connect();
}

void PlainTransfer::writeHead(const PlainUrl& url) {
    const UpstreamRequest& asked = request();
    m_head.clear();
    m_head.append(asked.method).append(" ").append(url.target.empty() ? "/" : url.target);
    m_head.append(" HTTP/1.1\r\nHost: ").append(url.host).append("\r\n");
    forEachSentHeader(asked.headers, [this](std::string_view name, std::string_view value) {
        m_head.append(name).append(value.empty() ? ":" : ": ").append(value).append("\r\n");
    });
    if (asked.method == "POST" || !asked.body.empty()) {
        m_head.append("Content-Length: ");
        appendNumber(m_head, asked.body.size());
        m_head.append("\r\n");
    }
    m_head.append("\r\n");
}

void PlainTransfer::connect() {
    setConnected(false);
    PlainConnector::Listener& self = *this;
    m_connector = std::make_unique<PlainConnector>(m_loop, request().url, self);
    m_connector->start();
}

void PlainTransfer::connectionMade(int descriptor, std::int64_t tookUs) {
    m_connector.reset();
    m_nowNs = m_loop.nowNs();
    m_connectTookUs = tookUs > 0 ? tookUs : 1;
    use(std::make_unique<PlainConnection>(descriptor, m_origin), false);
}

void PlainTransfer::connectionFailed(CURLcode code, std::string message) {
    m_connector.reset();
    m_nowNs = m_loop.nowNs();
    const UpstreamOutcome outcome = outcomeOf(code);
    finish(outcome == UpstreamOutcome::TotalTimeout ? UpstreamOutcome::ConnectFailed : outcome,
           std::move(message));
}

void PlainTransfer::use(std::unique_ptr<PlainConnection> connection, bool kept) {
    m_connection = std::move(connection);
    m_connection->setUser(*this);
    if (paused)
        m_connection->watchReading(false);
    m_kept = kept;
    m_sent = 0;
    m_sendFailed = false;
    setConnected(true);
    send();
}

void PlainTransfer::send() {
    const std::string& content = request().body;
    const std::size_t total = m_head.size() + content.size();
    const std::string_view head = std::string_view(m_head).substr(std::min(m_sent, m_head.size()));
    const std::string_view rest = std::string_view(content).substr(m_sent - std::min(m_sent, m_head.size()));
    const ssize_t sent = m_connection->send(head, rest);
    if (sent < 0 && !isForLater(errno))
        m_sendFailed = true;
    else if (sent > 0)
        m_sent += static_cast<std::size_t>(sent);
    m_connection->watchWriting(!m_sendFailed && m_sent < total);
}

void PlainTransfer::connectionReady(PlainConnection&, bool readable, bool writable) {
    m_nowNs = m_clock.monotonicNs();
    if (writable && !m_sendFailed && m_sent < m_head.size() + request().body.size())
        send();
    if (readable)
        read();
    owner().turnOver(); // which may recycle this
}

void PlainTransfer::read() {
    const std::span<char> buffer = m_connections.buffer();
    const ssize_t count = m_connection->receive(buffer);
    if (count <= 0) {
        const int error = count < 0 ? errno : 0;
        if (!isForLater(error))
            closed(error);
        return;
    }
    received(m_nowNs);
    switch (m_reply.take({buffer.data(), static_cast<std::size_t>(count)}, *this)) {
    case Http1Reply::State::More:
        return;
    case Http1Reply::State::Done:
        if (m_reply.keepsConnection() && m_sent == m_head.size() + request().body.size())
            m_connections.give(std::move(m_connection), m_nowNs);
        finish(UpstreamOutcome::Completed, {});
        return;
    case Http1Reply::State::Bad:
        finish(m_reply.headComplete() ? UpstreamOutcome::Reset : UpstreamOutcome::Failed,
               "the answer is not HTTP/1.1 as RFC 9112 has it");
        return;
    }
}

/// A server may end a kept connection just when the next request is on its way: that one is sent again.
bool PlainTransfer::wasStale() const {
    return m_kept && !anythingReceived();
}

void PlainTransfer::closed(int error) {
    m_connection.reset();
    if (wasStale()) {
        owner().touched(*this); // its time to connect begins to count
        connect();
        return;
    }
    if (error == 0 && m_reply.close(*this) == Http1Reply::State::Done) {
        finish(UpstreamOutcome::Completed, {});
        return;
    }
    if (anythingReceived() && !m_reply.looksLikeHttp()) {
        finish(UpstreamOutcome::Failed, "the answer is not HTTP");
        return;
    }
    const char* when = !anythingReceived()      ? "before an answer came"
                       : m_reply.headComplete() ? "within the answer"
                                                : "within the head of the answer";
    std::string message = std::string("the connection was closed ") + when;
    if (error != 0)
        message += ": " + std::generic_category().message(error);
    finish(UpstreamOutcome::Reset, std::move(message));
}

void PlainTransfer::replyHead(int code, HttpHeaders fields) {
    status = code;
    headers = std::move(fields);
    headersComplete = true;
    owner().touched(*this);
}

void PlainTransfer::replyBody(std::string_view bytes) {
    body.append(bytes);
    owner().touched(*this);
}

void PlainTransfer::finish(UpstreamOutcome outcome, std::string message) {
    end(outcome, std::move(message), m_nowNs);
    owner().ended(*this); // which stops it
}

void PlainTransfer::stop() {
    m_connector.reset();
    m_connection.reset();
}

void PlainTransfer::hold(bool on) {
    if (m_connection)
        m_connection->watchReading(!on);
}

void PlainTransfer::recycle() {
    Transfer::recycle();
    m_connectTookUs = 0;
}

} // namespace tollgate
