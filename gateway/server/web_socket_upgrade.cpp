#include "gateway/server/web_socket_upgrade.h"

#include "gateway/server/edge_connection.h"
#include "gateway/server/http_exchange.h"
#include "gateway/server/http_head.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cctype>

namespace tollgate {

namespace {

constexpr std::string_view kVersion = "13"; // the one of RFC 6455

/// One of the options of a Connection header.
bool mentionsUpgrade(std::string_view connection) {
    while (!connection.empty()) {
        const std::size_t end = std::min(connection.find(','), connection.size());
        std::string_view option = connection.substr(0, end);
        connection.remove_prefix(std::min(end + 1, connection.size()));
        const std::size_t first = option.find_first_not_of(" \t");
        if (first == std::string_view::npos)
            continue;
        option = option.substr(first, option.find_last_not_of(" \t") + 1 - first);
        if (equalsIgnoringCase(option, "upgrade"))
            return true;
    }
    return false;
}

/// Sixteen bytes in base64.
bool isKey(std::string_view text) {
    constexpr std::size_t kLength = 24;
    return text.size() == kLength && text.ends_with("==") &&
           std::ranges::all_of(text.substr(0, kLength - 2),
                               [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '/'; });
}

void refuse(Exchange& exchange, int status, std::string_view body) {
    exchange.answer(status,
                    {{"content-type", "application/json"},
                     {"upgrade", "websocket"},
                     {"sec-websocket-version", std::string(kVersion)}},
                    body);
}

} // namespace

void acceptUpgrade(const ExchangePtr& exchange, WebSocketReady ready) {
    const HttpHeaders& headers = exchange->request().headers;
    if (exchange->request().method != "GET" || !mentionsUpgrade(headers.value("connection")) ||
        !equalsIgnoringCase(headers.value("upgrade"), "websocket") ||
        headers.value("sec-websocket-version") != kVersion) {
        refuse(
            *exchange, 426,
            R"({"error":{"message":"This address is a WebSocket (version 13): ask for the upgrade.","type":"invalid_request_error","param":null,"code":"upgrade_required"}})");
        return;
    }
    if (!isKey(headers.value("sec-websocket-key"))) {
        refuse(
            *exchange, 400,
            R"({"error":{"message":"Sec-WebSocket-Key must be 16 bytes in base64.","type":"invalid_request_error","param":"sec-websocket-key","code":"invalid_request"}})");
        return;
    }
    if (auto* http = dynamic_cast<HttpExchange*>(exchange.get()))
        http->becomeWebSocket(std::move(ready));
}

void upgraded(EdgeContext& context, std::unique_ptr<QWebSocket> socket) {
    const QString ticket = QUrlQuery(socket->requestUrl()).queryItemValue(QStringLiteral("ticket"));
    const auto waiting = context.upgrades.find(ticket.toULongLong());
    if (waiting == context.upgrades.end())
        return;
    const EdgeContext::Upgrade upgrade = std::move(waiting->second);
    context.upgrades.erase(waiting);
    upgrade.ready(std::move(socket));
    QMetaObject::invokeMethod(
        upgrade.connection, [connection = upgrade.connection] { connection->handshakeDone(); },
        Qt::QueuedConnection);
}

/// Qt sees a request of its own, made of what it needs to know of the caller's.
void EdgeConnection::becomeWebSocket(const HttpRequest& request, WebSocketReady ready) {
    if (m_minorVersion == 0) { // HTTP/1.0 has no upgrades
        closeNow();
        return;
    }
    m_hold.reset();
    m_phase = Phase::Upgraded;
    m_ticket = ++m_context.lastTicket;
    m_context.upgrades.emplace(m_ticket, EdgeContext::Upgrade{this, std::move(ready)});
    std::string head =
        "GET " + std::string(kUpgradePath) + "?ticket=" + std::to_string(m_ticket) + " HTTP/1.1\r\n";
    for (const std::string_view name :
         {"host", "upgrade", "sec-websocket-version", "sec-websocket-key", "origin"}) {
        if (const std::string_view value = request.headers.value(name); !value.empty())
            head.append(name).append(": ").append(value).append("\r\n");
    }
    head += "connection: Upgrade\r\n\r\n";
    m_forQt = std::move(head);
    m_forQtRead = 0;
    Q_EMIT readyRead();
}

/// What came right behind the handshake waits till now: Qt would drop it.
void EdgeConnection::handshakeDone() {
    m_pipe.setReading(true);
    if (!m_ahead.empty())
        passToSocket(std::exchange(m_ahead, {}));
}

void EdgeConnection::socketProgress() {
    if (m_pipe.unsent() <= Exchange::kLowWater)
        m_pipe.setReading(true);
    Q_EMIT bytesWritten(0); // how much waits is asked by bytesToWrite()
}

void EdgeConnection::passToSocket(std::string_view bytes) {
    if (m_context.upgrades.contains(m_ticket)) {
        keepAhead(bytes);
        return;
    }
    if (m_forQtRead == m_forQt.size()) {
        m_forQt.clear();
        m_forQtRead = 0;
    }
    m_forQt += bytes;
    Q_EMIT readyRead();
}

} // namespace tollgate
