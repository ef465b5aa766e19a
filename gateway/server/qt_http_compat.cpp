#include "gateway/server/qt_http_compat.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpServerWebSocketUpgradeResponse>
#endif
#include <QTcpServer>
#include <QWebSocket>

#include <utility>

namespace tollgate {

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

class ResponderHold {};

void setRequestHandler(QHttpServer& server, RequestParsed handler) {
    server.setMissingHandler(
        [handler = std::move(handler)](const QHttpServerRequest&, QHttpServerResponder&&) {
            handler(ResponderHoldPtr());
        });
}

#else

// From 6.5 the connection counts as busy until the responder is destroyed (in the server's thread); that also
// keeps the idle time-out of 6.10 away from answers that take long.
class ResponderHold {
public:
    explicit ResponderHold(QHttpServerResponder&& responder)
        : m_responder(std::move(responder)) {}

private:
    QHttpServerResponder m_responder;
};

void setRequestHandler(QHttpServer& server, RequestParsed handler) {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(
        [handler = std::move(handler)](const QHttpServerRequest&, QHttpServerResponder&& responder) {
            handler(ResponderHoldPtr(new ResponderHold(std::move(responder))));
        });
#else
    server.setMissingHandler(
        &server, [handler = std::move(handler)](const QHttpServerRequest&, QHttpServerResponder& responder) {
            handler(ResponderHoldPtr(new ResponderHold(std::move(responder))));
        });
#endif
}

#endif

void ResponderHoldDeleter::operator()(ResponderHold* hold) const {
    delete hold;
}

void setWebSocketHandler(QHttpServer& server, WebSocketReady accepted) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // Nothing asks for it before the guard and the worker have let the connection pass.
    server.addWebSocketUpgradeVerifier(
        &server, [](const QHttpServerRequest&) { return QHttpServerWebSocketUpgradeResponse::accept(); });
#else
    // Only a path with a route is upgraded here; whoever answers is the WebSocket.
    server.route(QString::fromLatin1(kUpgradePath), [](QHttpServerResponder&&) {});
#endif
    QObject::connect(&server, &QAbstractHttpServer::newWebSocketConnection, &server,
                     [&server, accepted = std::move(accepted)] {
                         while (server.hasPendingWebSocketConnections())
                             accepted(server.nextPendingWebSocketConnection());
                     });
}

bool bindListening(QHttpServer& server, QTcpServer* listener) {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    server.bind(listener);
    return listener->isListening();
#else
    return server.bind(listener);
#endif
}

} // namespace tollgate
