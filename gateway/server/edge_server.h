#pragma once
// The edge of one worker: listens, guards, and hands every complete and allowed request to one handler.

#include "gateway/server/edge_options.h"
#include "gateway/server/listen_address.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/exchange.h"

#include <functional>
#include <memory>

class QWebSocket;

namespace tollgate {

/// Made, used and destroyed in one worker thread with a Qt event loop, and not destroyed from within its
/// handler. Exchanges may outlive it: they then behave as if their clients had left.
class EdgeServer {
public:
    EdgeServer(const EdgeOptions& options, const Clock& clock, ExchangeHandler handler);
    ~EdgeServer();
    EdgeServer(const EdgeServer&) = delete;
    EdgeServer& operator=(const EdgeServer&) = delete;

    /// Listens on the reserved port beside the other workers. The reservation may go once all of them do.
    tl::expected<void, ListenError> listen(const ReservedPort& port);

    /// No new connection and no further request on the ones there are; what is under way goes on to its end.
    void stopAccepting();
    /// Called once, after stopAccepting(), when nothing is under way any more; never from within
    /// stopAccepting().
    void onIdle(std::function<void()> callback);

    /// Answers a request for a WebSocket (RFC 6455): `ready` gets it when its handshake is done, and never
    /// when the client leaves before; a request that asks wrongly is refused.
    void acceptWebSocket(const ExchangePtr& exchange, std::function<void(std::unique_ptr<QWebSocket>)> ready);

    int activeExchanges() const;
    int openConnections() const;

    /// Ends every connection in the middle of whatever it is doing.
    void closeAll();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tollgate
