#pragma once
// Runs jobs through one worker's pipeline, like the requests that come over the wire.

#include "gateway/jobs/job_exchange.h"
#include "gateway/pipeline/pipeline.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace tollgate {

class JobRunner;

/// How the queue finds a worker's runner, or finds it gone.
struct RunnerPort {
    std::mutex mutex;
    JobRunner* runner = nullptr;
    int running = 0; ///< the queue's own count

    /// Calls `work` later in the runner's thread; false: there is none any more.
    bool post(std::function<void(JobRunner&)> work);
};
using RunnerPortPtr = std::shared_ptr<RunnerPort>;

/// Made, used and destroyed in its worker's thread.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    /// Called in the worker's thread; status 0: the worker ended first.
    using Done = std::function<void(std::int64_t seq, JobReply reply)>;

    JobRunner(Pipeline& pipeline, const Clock& clock, Done done);
    ~JobRunner() override; ///< ends what runs

    const RunnerPortPtr& port() const { return m_port; }
    void run(const Job& job);
    /// The job's answer is of no interest any more.
    void cancel(std::int64_t seq);
    /// Takes nothing new and calls `idle` once, when what was running has ended.
    void drain(std::function<void()> idle);
    void closeAll();

private:
    void ended(std::int64_t seq, JobReply reply);
    void tellIdle();

    Pipeline& m_pipeline;
    const Clock& m_clock;
    const Done m_done;
    const RunnerPortPtr m_port = std::make_shared<RunnerPort>();
    std::unordered_map<std::int64_t, std::weak_ptr<JobExchange>> m_running;
    std::function<void()> m_idle;
};

} // namespace tollgate
