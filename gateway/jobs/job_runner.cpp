#include "gateway/jobs/job_runner.h"

#include "gateway/dialects/dialect_routes.h"

#include <utility>
#include <vector>

namespace tollgate {

bool RunnerPort::post(std::function<void(JobRunner&)> work) {
    const std::scoped_lock lock(mutex);
    if (runner == nullptr)
        return false;
    return QMetaObject::invokeMethod(
        runner, [to = runner, work = std::move(work)] { work(*to); }, Qt::QueuedConnection);
}

JobRunner::JobRunner(Pipeline& pipeline, const Clock& clock, Done done)
    : m_pipeline(pipeline)
    , m_clock(clock)
    , m_done(std::move(done)) {
    m_port->runner = this;
}

JobRunner::~JobRunner() {
    m_idle = nullptr;
    closeAll();
}

void JobRunner::run(const Job& job) {
    const std::int64_t seq = job.seq;
    const Dialect* dialect = dialectAt(job.path);
    if (dialect == nullptr) { // of a version that knew more
        JobReply reply;
        reply.status = 404;
        m_done(seq, std::move(reply));
        return;
    }
    auto exchange =
        std::make_shared<JobExchange>(requestOf(job, m_clock.monotonicNs()), job.owner.keyId,
                                      [this, seq](JobReply reply) { ended(seq, std::move(reply)); });
    m_running.emplace(seq, exchange);
    m_pipeline.handle(std::move(exchange), *dialect);
}

void JobRunner::ended(std::int64_t seq, JobReply reply) {
    m_running.erase(seq);
    m_done(seq, std::move(reply));
    tellIdle();
}

void JobRunner::cancel(std::int64_t seq) {
    const auto found = m_running.find(seq);
    if (found == m_running.end())
        return;
    const auto exchange = found->second.lock();
    m_running.erase(found);
    if (exchange)
        exchange->leave();
    tellIdle();
}

void JobRunner::drain(std::function<void()> idle) {
    {
        const std::scoped_lock lock(m_port->mutex);
        m_port->runner = nullptr;
    }
    m_idle = std::move(idle);
    tellIdle();
}

void JobRunner::tellIdle() {
    if (!m_running.empty() || !m_idle)
        return;
    QMetaObject::invokeMethod(this, std::exchange(m_idle, nullptr), Qt::QueuedConnection);
}

void JobRunner::closeAll() {
    {
        const std::scoped_lock lock(m_port->mutex);
        m_port->runner = nullptr;
    }
    const auto running = std::exchange(m_running, {});
    for (const auto& [seq, weak] : running) {
        if (const auto exchange = weak.lock()) {
            exchange->leave(); // the ledger hears that nobody waited for the end
            m_done(seq, {});
        }
    }
    tellIdle();
}

} // namespace tollgate
