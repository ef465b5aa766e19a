#pragma once
// One worker's part in tasks, batches and webhooks: their routes, and running what the queue hands over.

#include "gateway/jobs/job_queue.h"
#include "gateway/jobs/sync_batch.h"
#include "gateway/server/path_table.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string_view>

namespace tollgate {

struct JobRoute {
    std::string_view method;
    std::string_view pattern;
};
std::span<const JobRoute> jobRoutes();

/// Made, used and destroyed in its worker's thread.
class JobRoutes final : public QObject {
    Q_OBJECT
public:
    JobRoutes(const PipelineServices& services, Pipeline& pipeline, JobQueue& queue);
    ~JobRoutes() override;

    void begin(); ///< takes jobs from now on
    void serve(const ExchangePtr& exchange);
    /// Takes no new job and calls `idle` once, when what was running has ended.
    void drain(std::function<void()> idle);
    void closeAll();

private:
    /// Where answers of the queue's thread find us, or find us gone.
    struct Mailbox {
        std::mutex mutex;
        JobRoutes* routes = nullptr;
    };
    /// A caller reading a batch's results, chunk by chunk.
    struct Reading;

    void identified(const ExchangePtr& exchange, std::size_t route, const PathTable::Match& match,
                    const ClientKey* key);
    void ask(JobQuestion question, std::function<void(const JobAnswer&)> then);
    void runNow(const ExchangePtr& exchange, JobOwner owner);
    void readResults(const std::shared_ptr<Reading>& reading);
    static void refuse(const ExchangePtr& exchange, const Error& error);

    const PipelineServices m_services;
    Pipeline& m_pipeline;
    JobQueue& m_queue;
    PathTable m_paths;
    UlidSource m_ids;
    const std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    JobRunner m_runner;
    std::set<std::unique_ptr<SyncBatch>> m_batches;
    bool m_attached = false;
};

} // namespace tollgate
