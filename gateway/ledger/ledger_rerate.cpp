// Re-rating beside the ledger thread's other work.
#include "gateway/ledger/ledger_worker.h"

namespace tollgate {

namespace {

RerateResult failed(std::string why) {
    RerateResult result;
    result.error = std::move(why);
    return result;
}

} // namespace

void Ledger::rerate(RerateQuery query, SnapshotPtr config, std::function<void(RerateResult)> done) {
    m_worker->rerate(std::move(query), std::move(config), std::move(done));
}

void Ledger::Worker::rerate(RerateQuery query, SnapshotPtr config, std::function<void(RerateResult)> done) {
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_stopping && m_thread.joinable()) {
            m_jobs.push_back(
                {Rerating(std::move(query), std::move(config), m_clock.unixMs()), std::move(done)});
            done = {};
        }
    }
    m_wake.notify_all();
    if (done)
        done(failed("the ledger is not running"));
}

/// One chunk. What was appended before the first one is written by then, but for what the database refuses.
void Ledger::Worker::stepRerating() {
    Job* job = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_jobs.empty())
            return;
        job = &m_jobs.front(); // stays where it is: others only add behind it
    }
    if (!job->begun && !m_unwritten.empty() && m_retryAtNs == 0)
        return;
    job->begun = true;
    if (job->rerating.isCancelled()) {
        RerateResult result = job->rerating.result();
        result.cancelled = true;
        return endRerating(std::move(result));
    }
    std::vector<Rerating::Correction> corrections;
    const auto more = job->rerating.step(*m_database.connection(), corrections);
    correct(corrections);
    if (more && *more)
        return;
    RerateResult result = job->rerating.result();
    if (!more)
        result.error = more.error().empty() ? "the database refused it" : more.error();
    endRerating(std::move(result));
}

void Ledger::Worker::endRerating(RerateResult result) {
    std::function<void(RerateResult)> done;
    {
        const std::scoped_lock lock(m_mutex);
        done = std::move(m_jobs.front().done);
        m_jobs.pop_front();
    }
    done(std::move(result));
}

void Ledger::Worker::correct(const std::vector<Rerating::Correction>& corrections) {
    for (const Rerating::Correction& one : corrections) {
        if (m_live)
            m_live->correct(one.atMs, one.project, one.provider, one.delta);
    }
    const std::scoped_lock lock(m_mutex);
    for (const Rerating::Correction& one : corrections) {
        if (floorDiv(one.atMs, kMsPerDay) == m_spentDay)
            m_spent += one.delta.cost;
    }
}

void Ledger::Worker::dropReratings() {
    std::deque<Job> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        dropped.swap(m_jobs);
    }
    for (const Job& job : dropped) {
        RerateResult result = job.rerating.result();
        result.error = "the ledger goes offline";
        job.done(std::move(result));
    }
}

} // namespace tollgate
