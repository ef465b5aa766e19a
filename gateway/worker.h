#pragma once
// One gateway worker: a thread with its own listener, HTTP server, upstream client and pipeline.

#include "gateway/admin_port.h"
#include "gateway/pipeline/pipeline.h"
#include "gateway/server/edge_server.h"
#include "gateway/server/path_table.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace tollgate {

class ChatSocket;
class EventStream;
class JobRoutes;
class JobQueue;

/// What all workers share; outlives them.
struct WorkerShared {
    PipelineServices services;
    AdminPort& admin;
    EdgeOptions edge;
    std::function<bool()> ready; ///< for /readyz; any thread
    JobQueue& jobs;
};

/// Lives in its own thread; made and stopped by the gateway. Everything but the constructor runs in that
/// thread.
class Worker final : public QObject {
    Q_OBJECT
public:
    Worker(const WorkerShared& shared, std::uint64_t seed);
    ~Worker() override;

    /// The error is for people.
    tl::expected<void, ListenError> listen(const ReservedPort& port);
    /// Takes no new request and calls `idle` once, when what was running has ended.
    void drain(std::function<void()> idle);
    /// Ends what is still running.
    void closeAll();

private:
    /// Where answers of the control thread find this worker, or find it gone.
    struct Mailbox {
        std::mutex mutex;
        Worker* worker = nullptr;
    };
    enum class Route : std::size_t;
    void addRoutes();
    void serve(const ExchangePtr& exchange);
    void serveMetrics(const ExchangePtr& exchange);
    void serveAdmin(const ExchangePtr& exchange);
    void forwardToAdmin(const ExchangePtr& exchange);
    void streamEvents(const ExchangePtr& exchange);
    void openChat(const ExchangePtr& exchange);
    void refuse(const ExchangePtr& exchange, const Error& error, HttpHeaders headers = {});

    const WorkerShared& m_shared;
    PathTable m_paths;
    std::vector<Route> m_routes;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    Pipeline m_pipeline;
    std::unique_ptr<JobRoutes> m_jobs;
    std::set<std::unique_ptr<EventStream>> m_streams;
    std::unique_ptr<EdgeServer> m_edge;
    bool m_draining = false;
    std::set<std::unique_ptr<ChatSocket>> m_chats; ///< own connections of m_edge, so they go first
};

} // namespace tollgate
