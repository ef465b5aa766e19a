#include "gateway/server/qt_http_compat.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

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

bool bindListening(QHttpServer& server, QTcpServer* listener) {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    server.bind(listener);
    return listener->isListening();
#else
    return server.bind(listener);
#endif
}

} // namespace tollgate
