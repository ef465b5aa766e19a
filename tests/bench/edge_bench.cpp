// The two I/O rooms by themselves, for measuring: no keys, no routing, no ledger.
//
//   edge_bench answer             answers every request with a short 200
//   edge_bench qt                 the same by QHttpServer alone, for comparison
//   edge_bench proxy URL          forwards every request to URL + path and streams the answer back
//
// Prints its address, serves until it gets SIGTERM or SIGINT, then prints requests and CPU time per request.

#include "gateway/server/edge_server.h"
#include "gateway/server/qt_http_compat.h"
#include "gateway/upstream/upstream_client.h"

#include <QCoreApplication>
#include <QHttpServerResponse>
#include <QSocketNotifier>
#include <QTcpServer>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace tollgate;

std::array<int, 2> stopPipe{};

void onSignal(int) {
    if (::write(stopPipe[1], "x", 1) < 0)
        std::_Exit(1);
}

double cpuSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

bool listenPlainly(QHttpServer& server, const ReservedPort& port) {
    const auto descriptor = port.openListener();
    auto* listener = new QTcpServer(&server);
    return descriptor && listener->setSocketDescriptor(*descriptor) && bindListening(server, listener);
}

/// One request on its way through.
class Forward final : public UpstreamListener {
public:
    Forward(UpstreamClient& client, const std::string& base, ExchangePtr exchange)
        : m_exchange(std::move(exchange)) {
        const HttpRequest& request = m_exchange->request();
        UpstreamRequest upstream;
        upstream.method = request.method;
        upstream.url = base + request.path;
        upstream.headers.add("content-type", "application/json");
        upstream.headers.add("authorization", "Bearer sk-upstream");
        upstream.body = request.body;
        m_call = client.send(std::move(upstream), *this);
        m_exchange->onClientGone([this] { delete this; });
        m_exchange->onDrained([this] { m_call->resume(); });
    }

    void upstreamHeaders(int status, const HttpHeaders& headers) override {
        m_status = status;
        m_headers.add("content-type", std::string(headers.value("content-type")));
        m_whole = headers.contains("content-length");
        if (!m_whole)
            m_exchange->beginStream(status, m_headers);
    }
    void upstreamBody(std::string_view bytes) override {
        if (m_whole) {
            m_body.append(bytes);
            return;
        }
        m_exchange->write(bytes);
        if (m_exchange->unsentBytes() > Exchange::kHighWater)
            m_call->pause();
    }
    void upstreamDone(const UpstreamResult& result) override {
        if (result.outcome != UpstreamOutcome::Completed && m_status == 0)
            m_exchange->answer(502, {}, result.message);
        else if (m_whole)
            m_exchange->answer(m_status, m_headers, m_body);
        else
            m_exchange->endStream();
        delete this;
    }

private:
    ExchangePtr m_exchange;
    std::unique_ptr<UpstreamCall> m_call;
    HttpHeaders m_headers;
    std::string m_body;
    int m_status = 0;
    bool m_whole = false;
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const std::string mode = argc > 1 ? argv[1] : "";
    const std::string base = argc > 2 ? argv[2] : "";
    if (mode != "answer" && mode != "qt" && (mode != "proxy" || base.empty())) {
        std::fprintf(stderr, "usage: edge_bench answer | edge_bench qt | edge_bench proxy URL\n");
        return 2;
    }

    UpstreamClient client;
    std::int64_t requests = 0;
    const auto handler = [&](const ExchangePtr& exchange) {
        ++requests;
        if (mode == "answer")
            exchange->answer(200, {{"content-type", "application/json"}}, R"({"ok":true})");
        else
            new Forward(client, base, exchange); // ends itself
    };
    EdgeServer edge(EdgeOptions(), Clock::system(), handler);
    QHttpServer plain;
    plain.route(QStringLiteral("/v1/chat/completions"), [&requests] {
        ++requests;
        return QHttpServerResponse("application/json", R"({"ok":true})");
    });
    const auto port = ReservedPort::reserve(ListenAddress());
    const bool listens =
        port && (mode == "qt" ? listenPlainly(plain, *port) : edge.listen(*port).has_value());
    if (!listens || ::pipe(stopPipe.data()) != 0) {
        std::fprintf(stderr, "cannot listen\n");
        return 1;
    }

    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    QSocketNotifier stop(stopPipe[0], QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, &QCoreApplication::quit);

    std::printf("http://%s\n", port->address().toString().c_str());
    std::fflush(stdout);
    const double before = cpuSeconds();
    app.exec();
    const double spent = cpuSeconds() - before;
    std::printf("%lld requests, %.1f us CPU per request\n", static_cast<long long>(requests),
                requests > 0 ? spent * 1e6 / static_cast<double>(requests) : 0.0);
    return 0;
}
