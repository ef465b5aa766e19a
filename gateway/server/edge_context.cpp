#include "gateway/server/edge_context.h"

#include "gateway/server/edge_connection.h"

#include <utility>

namespace tollgate {

namespace {
constexpr std::size_t kReadSize = 64 * 1024;
}

EdgeContext::EdgeContext(const EdgeOptions& edgeOptions, const Clock& edgeClock,
                         ExchangeHandler exchangeHandler)
    : options(edgeOptions)
    , clock(edgeClock)
    , handler(std::move(exchangeHandler))
    , date(edgeClock)
    , input(kReadSize) {
    if (!options.access)
        options.access = std::make_shared<AccessPolicy>();
    if (!options.connections)
        options.connections = std::make_shared<ConnectionCount>();
}

const AccessRules& EdgeContext::rules() {
    const std::uint64_t version = options.access->version();
    if (version != m_rulesVersion) {
        m_rules = options.access->rules();
        m_rulesVersion = version;
    }
    return *m_rules;
}

void EdgeContext::add(EdgeConnection& connection) {
    connection.setListIndex(connections.size());
    connections.push_back(&connection);
    options.connections->open.fetch_add(1, std::memory_order_relaxed);
}

void EdgeContext::remove(EdgeConnection& connection) {
    EdgeConnection* last = connections.back();
    connections[connection.listIndex()] = last;
    last->setListIndex(connection.listIndex());
    connections.pop_back();
    options.connections->open.fetch_sub(1, std::memory_order_relaxed);
}

} // namespace tollgate
