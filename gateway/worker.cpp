#include "gateway/worker.h"

#include "gateway/chat_socket.h"
#include "gateway/dialects/dialect_routes.h"
#include "gateway/event_stream.h"
#include "gateway/job_routes.h"
#include "gateway/wire/url_text.h"

#include <openssl/crypto.h>

namespace tollgate {

namespace {

constexpr std::string_view kAdminBase = "/admin/v1";

void answerAdmin(Exchange& exchange, const AdminResponse& response) {
    HttpHeaders headers;
    if (!response.body.empty())
        headers.add("content-type", response.contentType);
    exchange.answer(response.status, headers, response.body);
}

} // namespace

enum class Worker::Route : std::size_t {
    Models,
    Model,
    Health,
    Ready,
    Prompt,
    Metrics,
    Chat,
    Events,
    Admin,
    Jobs,    ///< tasks, batches, webhooks
    Gemini,  ///< its path names model and method
    Dialects ///< and all behind it: one per dialect route
};

bool AdminPort::isToken(std::string_view secret) const {
    return secret.size() == token.size() && !token.empty() &&
           CRYPTO_memcmp(secret.data(), token.data(), token.size()) == 0;
}

Worker::Worker(const WorkerShared& shared, std::uint64_t seed)
    : m_shared(shared)
    , m_pipeline(shared.services, seed)
    , m_jobs(std::make_unique<JobRoutes>(shared.services, m_pipeline, shared.jobs)) {
    m_mailbox->worker = this;
    addRoutes();
    m_edge = std::make_unique<EdgeServer>(shared.edge, shared.services.clock,
                                          [this](const ExchangePtr& exchange) { serve(exchange); });
}

Worker::~Worker() {
    const std::scoped_lock lock(m_mailbox->mutex);
    m_mailbox->worker = nullptr;
}

void Worker::addRoutes() {
    const auto add = [this](Route route, std::string_view method, std::string_view pattern) {
        m_paths.add(method, pattern);
        m_routes.push_back(route);
    };
    std::size_t number = 0;
    for (const DialectRoute& route : dialectRoutes())
        add(static_cast<Route>(static_cast<std::size_t>(Route::Dialects) + number++), route.method,
            route.path);
    add(Route::Gemini, "POST", "/v1beta/models/{call*}");
    add(Route::Gemini, "POST", "/v1/models/{call*}");
    add(Route::Models, "GET", "/v1beta/models");
    add(Route::Model, "GET", "/v1beta/models/{id*}");
    add(Route::Models, "GET", "/v1/models");
    add(Route::Model, "GET", "/v1/models/{id*}");
    add(Route::Health, "GET", "/healthz");
    add(Route::Ready, "GET", "/readyz");
    add(Route::Prompt, "POST", "/v1/prompts/{name}/completions");
    add(Route::Metrics, "GET", "/metrics");
    add(Route::Chat, "GET", "/ws/chat");
    add(Route::Events, "GET", "/admin/v1/events");
    for (const JobRoute& route : jobRoutes())
        add(Route::Jobs, route.method, route.pattern);
    for (const std::string_view method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
        add(Route::Admin, method, "/admin/v1/{rest*}");
}

tl::expected<void, ListenError> Worker::listen(const ReservedPort& port) {
    auto listening = m_edge->listen(port);
    if (listening)
        m_jobs->begin();
    return listening;
}

void Worker::drain(std::function<void()> idle) {
    m_draining = true;
    // Two kinds of work may be under way; whoever ends last says so.
    const auto left = std::make_shared<int>(2);
    const auto oneIdle = [left, idle = std::move(idle)] {
        if (--*left == 0)
            idle();
    };
    m_edge->onIdle(oneIdle);
    m_edge->stopAccepting();
    m_jobs->drain(oneIdle);
    for (const auto& stream : m_streams)
        stream->end();
    for (const auto& chat : m_chats)
        chat->end();
}

void Worker::closeAll() {
    m_jobs->closeAll();
    m_edge->closeAll();
}

void Worker::serve(const ExchangePtr& exchange) {
    const HttpRequest& request = exchange->request();
    const PathTable::Match match = m_paths.match(request.method, request.path);
    if (match.kind == PathTable::Match::Kind::NotFound) {
        refuse(exchange, {ErrorCode::NotFound, "There is no " + request.path + " here."});
        return;
    }
    if (match.kind == PathTable::Match::Kind::MethodNotAllowed) {
        refuse(exchange,
               {ErrorCode::MethodNotAllowed, request.path + " does not take " + request.method + "."},
               {{"allow", m_paths.allowed(request.path)}});
        return;
    }
    const Route route = m_routes[match.route];
    if (route >= Route::Dialects && request.method == "HEAD") { // it would be asked and paid for nothing
        refuse(exchange, {ErrorCode::MethodNotAllowed, request.path + " does not take HEAD."},
               {{"allow", "GET"}});
        return;
    }
    if (route >= Route::Dialects) {
        const auto number = static_cast<std::size_t>(route) - static_cast<std::size_t>(Route::Dialects);
        m_pipeline.handle(exchange, dialectRoutes()[number].dialect());
        return;
    }
    switch (route) {
    case Route::Gemini:
        if (const Dialect* dialect = geminiDialectAt(request.path))
            m_pipeline.handle(exchange, *dialect);
        else
            refuse(exchange, {ErrorCode::NotFound, "There is no " + request.path + " here."});
        break;
    case Route::Models:
        m_pipeline.listModels(exchange, {});
        break;
    case Route::Model:
        m_pipeline.listModels(exchange, urlDecoded(match.param("id")));
        break;
    case Route::Health:
        exchange->answer(200, {{"content-type", "application/json"}}, R"({"status":"ok"})");
        break;
    case Route::Ready: {
        const bool ready = m_shared.ready();
        exchange->answer(ready ? 200 : 503, {{"content-type", "application/json"}},
                         ready ? R"({"status":"ready"})" : R"({"status":"not ready"})");
        break;
    }
    case Route::Prompt:
        m_pipeline.completePrompt(exchange, urlDecoded(match.param("name")));
        break;
    case Route::Metrics:
        serveMetrics(exchange);
        break;
    case Route::Chat:
        openChat(exchange);
        break;
    case Route::Jobs:
        m_jobs->serve(exchange);
        break;
    case Route::Events:
    case Route::Admin:
    case Route::Dialects:
        serveAdmin(exchange);
        break;
    }
}

void Worker::refuse(const ExchangePtr& exchange, const Error& error, HttpHeaders headers) {
    headers.add("content-type", "application/json");
    exchange->answer(error.httpStatus(), headers, refusalBody(exchange->request(), error));
}

void Worker::serveMetrics(const ExchangePtr& exchange) {
    const auto answer = [this, exchange] {
        exchange->answer(200, {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}},
                         m_shared.services.metrics.exposition());
    };
    if (m_shared.admin.isToken(secretOf(exchange->request().headers))) {
        answer();
        return;
    }
    identify(m_shared.services, m_shared.services.snapshots.load(), exchange->request(), this,
             [this, exchange, answer](const Identified& who) {
                 if (who)
                     answer();
                 else
                     refuse(exchange, who.error());
             });
}

/// Who has no key hears it before there is a WebSocket, as with any other route.
void Worker::openChat(const ExchangePtr& exchange) {
    const auto opened = [this, request = exchange->request()](std::unique_ptr<QWebSocket> socket) {
        auto chat = std::make_unique<ChatSocket>(
            m_pipeline, m_shared.services.clock, request, std::move(socket), [this](ChatSocket* gone) {
                std::erase_if(m_chats, [gone](const auto& one) { return one.get() == gone; });
            });
        if (m_draining)
            chat->end();
        m_chats.insert(std::move(chat));
    };
    identify(m_shared.services, m_shared.services.snapshots.load(), exchange->request(), this,
             [this, exchange, opened](const Identified& who) {
                 if (who)
                     m_edge->acceptWebSocket(exchange, opened);
                 else
                     refuse(exchange, who.error());
             });
}

void Worker::serveAdmin(const ExchangePtr& exchange) {
    const std::string_view secret = secretOf(exchange->request().headers);
    if (m_shared.admin.isToken(secret)) {
        if (exchange->request().path == "/admin/v1/events")
            streamEvents(exchange);
        else
            forwardToAdmin(exchange);
        return;
    }
    // A client key is known but has no business here: 403. Everything else is 401.
    const SnapshotPtr snapshot = m_shared.services.snapshots.load();
    if (secret.empty()) {
        refuse(exchange, {ErrorCode::InvalidApiKey, "The admin API needs the admin token."});
        return;
    }
    identify(m_shared.services, snapshot, exchange->request(), this, [this, exchange](const Identified& who) {
        if (who && *who != nullptr)
            answerAdmin(*exchange,
                        errorResponse(
                            {403, "admin_token_required", "A client key does not open the admin API.", {}}));
        else
            refuse(exchange, {ErrorCode::InvalidApiKey, "The admin API needs the admin token."});
    });
}

void Worker::forwardToAdmin(const ExchangePtr& exchange) {
    const HttpRequest& request = exchange->request();
    AdminRequest admin;
    admin.method = request.method;
    admin.path = request.path.substr(kAdminBase.size());
    admin.query = request.query;
    admin.contentType = request.headers.value("content-type");
    admin.body = request.body;
    admin.actor = "admin-token";
    m_shared.admin.send(std::move(admin), [mailbox = m_mailbox, exchange](AdminResponse response) {
        // We are in the control thread; the exchange belongs to the worker's.
        const std::scoped_lock lock(mailbox->mutex);
        if (mailbox->worker == nullptr)
            return;
        QMetaObject::invokeMethod(
            mailbox->worker, [exchange, response = std::move(response)] { answerAdmin(*exchange, response); },
            Qt::QueuedConnection);
    });
}

void Worker::streamEvents(const ExchangePtr& exchange) {
    m_streams.insert(
        std::make_unique<EventStream>(m_shared.admin.events, exchange, [this](EventStream* gone) {
            std::erase_if(m_streams, [gone](const auto& one) { return one.get() == gone; });
        }));
}

} // namespace tollgate
