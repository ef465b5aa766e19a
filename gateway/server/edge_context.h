#pragma once
// What the connections of one worker share. Used in that worker's thread only.

#include "gateway/server/access_policy.h"
#include "gateway/server/edge_options.h"
#include "gateway/server/qt_http_compat.h"
#include "gateway/server/response_text.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/exchange.h"
#include "gateway/wire/trace_id.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tollgate {

class EdgeConnection;

class EdgeContext {
public:
    EdgeContext(const EdgeOptions& edgeOptions, const Clock& edgeClock, ExchangeHandler exchangeHandler);

    /// The rules of now; cheap.
    const AccessRules& rules();

    void add(EdgeConnection& connection);
    void remove(EdgeConnection& connection);
    bool full() const {
        return options.connections->open.load(std::memory_order_relaxed) >= options.maxConnections;
    }

    EdgeOptions options;
    const Clock& clock;
    ExchangeHandler handler;
    HttpDate date;
    std::vector<char> input; ///< one read
    std::string output;      ///< one head, or head and short body
    std::vector<EdgeConnection*> connections;
    UlidSource ids{randomSeed()}; ///< of answers that never reach the handler
    int activeExchanges = 0;
    bool stopping = false;
    std::function<void()> changed; ///< a connection has gone or an exchange has ended

    /// Set by the handler that QHttpServer calls from within a connection's readyRead.
    bool dispatched = false;
    ResponderHoldPtr hold;

    /// Upgrades whose handshake is under way, by ticket.
    struct Upgrade {
        EdgeConnection* connection;
        WebSocketReady ready;
    };
    std::unordered_map<std::uint64_t, Upgrade> upgrades;
    std::uint64_t lastTicket = 0;

private:
    std::shared_ptr<const AccessRules> m_rules;
    std::uint64_t m_rulesVersion = 0;
};

} // namespace tollgate
