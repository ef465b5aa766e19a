#pragma once
// A transfer over HTTP/1.1 in the clear, with the socket in our own hands: a third of what libcurl takes for
// it.

#include "gateway/upstream/http1_reply.h"
#include "gateway/upstream/plain_connections.h"
#include "gateway/upstream/plain_connector.h"
#include "gateway/upstream/transfer.h"

#include <memory>
#include <string>

namespace tollgate {

class Clock;
struct PlainUrl;

class PlainTransfer final : public Transfer,
                            private PlainConnection::User,
                            private PlainConnector::Listener,
                            private Http1Reply::Sink {
public:
    PlainTransfer(CurlLoop& loop, PlainConnections& connections, const Clock& clock, Owner& owner);
    ~PlainTransfer() override;

    /// Whether this lane can take it.
    static bool takes(const UpstreamRequest& request);

    void start() override;
    void stop() override;
    void hold(bool on) override;
    void recycle() override;

private:
    void connectionReady(PlainConnection& connection, bool readable, bool writable) override;
    void connectionMade(int descriptor, std::int64_t tookUs) override;
    void connectionFailed(CURLcode code, std::string message) override;
    void replyHead(int code, HttpHeaders fields) override;
    void replyBody(std::string_view bytes) override;
    std::int64_t connectTookUs() const override { return m_connectTookUs; }

    void writeHead(const PlainUrl& url);
    void connect();
    void use(std::unique_ptr<PlainConnection> connection, bool kept);
    void send();
    void read();
    void closed(int error);
    void finish(UpstreamOutcome outcome, std::string message);
    bool wasStale() const;

    CurlLoop& m_loop;
    PlainConnections& m_connections;
    const Clock& m_clock;
    std::unique_ptr<PlainConnection> m_connection;
    std::unique_ptr<PlainConnector> m_connector;
    Http1Reply m_reply;
    std::string m_origin;
    std::string m_head;     ///< request line and headers
    std::size_t m_sent = 0; ///< of head and body
    std::int64_t m_nowNs = 0;
    std::int64_t m_connectTookUs = 0;
    bool m_kept = false;       ///< the connection has served before
    bool m_sendFailed = false; ///< what the peer has said before it closed may still be read
};

} // namespace tollgate
