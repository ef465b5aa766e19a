#pragma once
// The one place that knows how QHttpServer differs between Qt releases (6.4 … 6.8 and later).
//
// QHttpServer owns the life of connections and calls the one handler for every request; it is given requests
// that the guard has already checked and framed, and it never writes: answers go straight to our own socket.
// That keeps two holes of 6.4 shut (limits, and writing to a socket that is gone) and is the fastest way on
// every release.

#include <QHttpServer>

#include <functional>
#include <memory>

class QTcpServer;
class QWebSocket;

namespace tollgate {

/// Keeps a connection "in the middle of a request" for QHttpServer until its answer has ended. On 6.4 there
/// is nothing to hold: a responder there is a bare pointer to the socket, which is what must not be kept.
class ResponderHold;
struct ResponderHoldDeleter {
    void operator()(ResponderHold* hold) const;
};
using ResponderHoldPtr = std::unique_ptr<ResponderHold, ResponderHoldDeleter>;

/// Called from within the readyRead of the connection the request came on.
using RequestParsed = std::function<void(ResponderHoldPtr hold)>;

/// Installs the handler for every request.
void setRequestHandler(QHttpServer& server, RequestParsed handler);

/// Where QHttpServer is asked for an upgrade, whatever the caller asked.
inline constexpr const char* kUpgradePath = "/upgrade";
using WebSocketReady = std::function<void(std::unique_ptr<QWebSocket>)>;
/// Lets the server turn connections into WebSockets; `accepted` gets each when its handshake is done.
void setWebSocketHandler(QHttpServer& server, WebSocketReady accepted);

/// The server must be listening; it becomes a child of the QHttpServer.
bool bindListening(QHttpServer& server, QTcpServer* listener);

} // namespace tollgate
