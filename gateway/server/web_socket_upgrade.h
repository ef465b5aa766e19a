#pragma once
// From a request for a WebSocket to the WebSocket (RFC 6455, section 4.2). Qt does the handshake and the
// frames; which connection asked is told by a ticket in the address that Qt is given.

#include "gateway/server/edge_context.h"

#include <QWebSocket>

namespace tollgate {

/// Refuses what is no sound request for an upgrade.
void acceptUpgrade(const ExchangePtr& exchange, WebSocketReady ready);
/// Qt has done the handshake.
void upgraded(EdgeContext& context, std::unique_ptr<QWebSocket> socket);

} // namespace tollgate
