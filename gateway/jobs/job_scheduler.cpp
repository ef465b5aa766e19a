#include "gateway/jobs/job_scheduler.h"

#include "gateway/jobs/retry_rule.h"

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {
constexpr int kTakenAtOnce = 64; ///< per owner, and per transaction
}

JobScheduler::JobScheduler(const Clock& clock, JobDatabase& database, Send send, Finished finished,
                           std::uint32_t seed)
    : m_clock(clock)
    , m_database(database)
    , m_send(std::move(send))
    , m_finished(std::move(finished))
    , m_dice(seed) {}

JobScheduler::Result<> JobScheduler::load() {
    // What was taken stays taken, whatever was rolled back.
    m_marked.clear();
    for (Lane& one : m_lanes)
        one.stock = Stock::Unknown;
    std::unordered_set<std::int64_t> unwritten;
    for (const Ended& one : m_ended)
        unwritten.insert(one.job.batch);
    std::erase_if(m_batches, [&unwritten](const auto& one) {
        return one.second.running == 0 && !unwritten.contains(one.first);
    });
    for (auto& [seq, batch] : m_batches) {
        const auto row = m_database.batch(seq);
        if (!row)
            return tl::unexpected(row.error());
        batch.state = *row ? (*row)->state : BatchState::Cancelled;
    }
    auto owners = m_database.waitingOwners();
    if (!owners)
        return tl::unexpected(std::move(owners.error()));
    for (const std::string& owner : *owners)
        added(owner);
    return {};
}

JobScheduler::Lane& JobScheduler::lane(const std::string& owner) {
    const auto known = m_lanesByOwner.find(owner);
    if (known != m_lanesByOwner.end())
        return *known->second;
    m_lanes.emplace_back().owner = owner;
    const auto last = std::prev(m_lanes.end());
    m_lanesByOwner.emplace(owner, last);
    return *last;
}

/// False: there is nothing now.
JobScheduler::Result<bool> JobScheduler::refill(Lane& lane, std::int64_t nowMs) {
    if (lane.stock == Stock::None || (lane.stock == Stock::Later && lane.dueMs > nowMs))
        return false;
    auto taken = m_database.take(lane.owner, nowMs, kTakenAtOnce,
                                 [this](std::int64_t seq) { return m_taken.contains(seq); });
    if (!taken)
        return tl::unexpected(std::move(taken.error()));
    for (Job& job : taken->jobs) {
        m_taken.insert(job.seq);
        lane.ready.push_back(std::move(job));
    }
    lane.stock = taken->nextDueMs ? Stock::Later : Stock::None;
    lane.dueMs = taken->nextDueMs.value_or(0);
    return true;
}

/// Null: nobody has anything that may start now. The lane that is found goes to the end of the line.
JobScheduler::Result<JobScheduler::Lane*> JobScheduler::nextLane(std::int64_t nowMs) {
    for (auto it = m_lanes.begin(); it != m_lanes.end();) {
        Lane& one = *it;
        if (one.ready.empty()) {
            if (auto more = refill(one, nowMs); !more)
                return tl::unexpected(std::move(more.error()));
        }
        if (one.ready.empty() && one.stock == Stock::None) {
            m_lanesByOwner.erase(one.owner);
            it = m_lanes.erase(it);
            continue;
        }
        if (!one.ready.empty() && one.restUntilMs <= nowMs && one.heldBy == 0) {
            m_lanes.splice(m_lanes.end(), m_lanes, it);
            return &one;
        }
        ++it;
    }
    return nullptr;
}

JobScheduler::Result<> JobScheduler::pump(int parallel) {
    const auto done = start(parallel, Writing::Allowed);
    return done ? Result<>() : tl::unexpected(done.error());
}

JobScheduler::Result<bool> JobScheduler::pumpReady(int parallel) {
    return start(parallel, Writing::Forbidden);
}

JobScheduler::Result<bool> JobScheduler::start(int parallel, Writing writing) {
    const std::int64_t now = m_clock.unixMs();
    while (m_running.size() < static_cast<std::size_t>(parallel)) {
        const auto found = nextLane(now);
        if (!found)
            return tl::unexpected(found.error());
        if (*found == nullptr)
            break;
        Lane& from = **found;
        const auto verdict = admit(from.ready.front());
        if (!verdict)
            return tl::unexpected(verdict.error());
        if (*verdict == Verdict::Hold) {
            from.heldBy = from.ready.front().batch;
            continue;
        }
        if (*verdict == Verdict::Stop && writing == Writing::Forbidden)
            return false;
        if (*verdict == Verdict::Stop) {
            if (auto stopped = stopBatch(from.ready.front().batch, BatchState::OverBudget); !stopped)
                return tl::unexpected(std::move(stopped.error()));
            continue;
        }
        if (!m_send(from.ready.front()))
            break; // no worker: it stays the first
        Job job = std::move(from.ready.front());
        from.ready.pop_front();
        if (job.batch != 0) {
            Batch& batch = m_batches[job.batch];
            batch.promised += job.worst;
            ++batch.running;
        }
        const std::int64_t seq = job.seq;
        m_running.emplace(seq, std::move(job));
    }
    return true;
}

JobScheduler::Result<JobScheduler::Batch*> JobScheduler::batchOf(std::int64_t seq) {
    if (const auto known = m_batches.find(seq); known != m_batches.end())
        return &known->second;
    auto row = m_database.batch(seq);
    if (!row)
        return tl::unexpected(std::move(row.error()));
    Batch batch;
    if (*row) {
        batch.state = (*row)->state;
        batch.budget = (*row)->budget;
        batch.spent = (*row)->cost;
    }
    return &m_batches.emplace(seq, batch).first->second;
}

/// A batch never spends more than its budget: the worst of what runs is held back.
JobScheduler::Result<JobScheduler::Verdict> JobScheduler::admit(const Job& job) {
    if (job.batch == 0)
        return Verdict::Go;
    const auto batch = batchOf(job.batch);
    if (!batch)
        return tl::unexpected(batch.error());
    const Batch& of = **batch;
    if (of.state == BatchState::Arriving)
        return Verdict::Hold;
    if (!of.budget || of.spent + of.promised + job.worst <= *of.budget)
        return Verdict::Go;
    return of.running > 0 ? Verdict::Hold : Verdict::Stop;
}

void JobScheduler::ended(std::int64_t seq, JobReply reply) {
    const auto found = m_running.find(seq);
    if (found == m_running.end())
        return;
    Job job = std::move(found->second);
    m_running.erase(found);
    m_marked.erase(seq);
    if (job.batch != 0) {
        Batch& batch = m_batches[job.batch];
        batch.promised -= job.worst;
        batch.spent += reply.cost.value_or(Money{});
        --batch.running;
    }
    Lane& of = lane(job.owner.name());
    if (of.heldBy == job.batch)
        of.heldBy = 0;
    m_ended.push_back({std::move(job), std::move(reply)});
}

JobScheduler::Result<> JobScheduler::apply() {
    m_deltas.clear();
    for (const Ended& one : m_ended) {
        if (auto done = settle(one); !done)
            return done;
    }
    for (const auto& [batch, delta] : m_deltas) {
        if (auto done = m_database.addToBatch(batch, delta); !done)
            return done;
        if (auto done = closeIfDone(batch); !done)
            return done;
    }
    return {};
}

JobScheduler::Result<> JobScheduler::settle(const Ended& ended) {
    const Job& job = ended.job;
    const JobReply& reply = ended.reply;
    const std::int64_t now = m_clock.unixMs();
    Lane& of = lane(job.owner.name());
    // Where this was settled before and rolled back, it may have been taken again.
    const auto isThis = [&job](const Job& one) { return one.seq == job.seq; };
    if (!m_running.contains(job.seq) && std::ranges::none_of(of.ready, isThis))
        m_taken.erase(job.seq);
    bool goesOn = true;
    if (job.batch != 0) {
        const auto batch = batchOf(job.batch);
        if (!batch)
            return tl::unexpected(batch.error());
        goesOn = (*batch)->state < BatchState::Completed;
    }
    if (reply.status == 0 && goesOn) {
        of.stock = Stock::Unknown;
        return m_database.putBack(job.seq, job.tries, now);
    }
    if (reply.isGood())
        return finish(ended, JobState::Completed);
    const auto delay = retryDelayMs(reply, job.tries + 1, now - job.createdMs, m_dice);
    if (!delay || !goesOn)
        return finish(ended, JobState::Failed);
    if (isOwnLimit(reply))
        of.restUntilMs = std::max(of.restUntilMs, now + std::max<std::int64_t>(reply.retryAfterMs, 0));
    of.stock = Stock::Unknown;
    const bool spent = reply.status != 429;
    return m_database.putBack(job.seq, job.tries + (spent ? 1 : 0), now + *delay);
}

JobScheduler::Result<> JobScheduler::finish(const Ended& ended, JobState state) {
    const Job& job = ended.job;
    const std::int64_t now = m_clock.unixMs();
    if (auto done = m_database.finish(job.seq, state, ended.reply, job.tries + 1, now); !done)
        return done;
    if (job.batch != 0) {
        BatchDelta& delta = m_deltas[job.batch];
        ++(state == JobState::Completed ? delta.completed : delta.failed);
        delta.unpriced += state == JobState::Completed && !ended.reply.cost ? 1 : 0;
        delta.cost += ended.reply.cost.value_or(Money{});
        return {};
    }
    TaskRow task;
    task.seq = job.seq;
    task.id = job.id;
    task.owner = job.owner;
    task.state = state;
    task.reply = ended.reply.body;
    task.cost = ended.reply.cost;
    task.traceId = ended.reply.traceId;
    task.status = ended.reply.status;
    task.createdMs = job.createdMs;
    task.finishedMs = now;
    task.ttlMs = job.ttlMs;
    return m_finished(task);
}

JobScheduler::Result<> JobScheduler::closeIfDone(std::int64_t seq) {
    auto row = m_database.batch(seq);
    if (!row)
        return tl::unexpected(std::move(row.error()));
    if (!*row || (*row)->open() > 0)
        return {};
    BatchState end = (*row)->state;
    if (end == BatchState::Cancelling)
        end = BatchState::Cancelled;
    else if (end < BatchState::Completed)
        end = BatchState::Completed;
    if (const auto known = m_batches.find(seq); known != m_batches.end() && known->second.running == 0)
        m_batches.erase(known);
    return m_database.setBatchState(seq, end, m_clock.unixMs());
}

void JobScheduler::drop(std::int64_t seq) {
    m_running.erase(seq);
    m_marked.erase(seq);
    m_taken.erase(seq);
    for (Lane& one : m_lanes)
        std::erase_if(one.ready, [seq](const Job& job) { return job.seq == seq; });
}

JobScheduler::Result<> JobScheduler::stopBatch(std::int64_t seq, BatchState as) {
    const auto batch = batchOf(seq);
    if (!batch)
        return tl::unexpected(batch.error());
    (*batch)->state = as;
    for (Lane& one : m_lanes) {
        std::erase_if(one.ready, [this, seq](const Job& job) {
            if (job.batch == seq)
                m_taken.erase(job.seq);
            return job.batch == seq;
        });
        if (one.heldBy == seq)
            one.heldBy = 0;
    }
    for (const auto& [running, job] : m_running) {
        if (job.batch != seq || !m_marked.insert(running).second)
            continue;
        if (auto done = m_database.keepFromCancelling(running); !done)
            return done;
    }
    if (auto cancelled = m_database.cancelItems(seq, m_clock.unixMs()); !cancelled)
        return tl::unexpected(std::move(cancelled.error()));
    if (auto done = m_database.setBatchState(seq, as, 0); !done)
        return done;
    return closeIfDone(seq);
}

void JobScheduler::arrived(std::int64_t batch, const std::string& owner) {
    m_batches.erase(batch); // read anew
    for (Lane& one : m_lanes) {
        if (one.heldBy == batch)
            one.heldBy = 0;
    }
    added(owner);
}

void JobScheduler::forget(std::int64_t batch) {
    m_batches.erase(batch);
    for (Lane& one : m_lanes) {
        std::erase_if(one.ready, [this, batch](const Job& job) {
            if (job.batch == batch)
                m_taken.erase(job.seq);
            return job.batch == batch;
        });
        if (one.heldBy == batch)
            one.heldBy = 0;
    }
}

JobSeqs JobScheduler::runningSeqs() const {
    JobSeqs seqs;
    for (const auto& [seq, job] : m_running)
        seqs.insert(seq);
    return seqs;
}

std::map<std::string, std::int64_t> JobScheduler::runningByOwner() const {
    std::map<std::string, std::int64_t> owners;
    for (const auto& [seq, job] : m_running)
        ++owners[job.owner.name()];
    return owners;
}

std::optional<std::int64_t> JobScheduler::wakeMs() const {
    std::optional<std::int64_t> wake;
    for (const Lane& one : m_lanes) {
        if (one.heldBy != 0)
            continue; // an end wakes it
        std::int64_t due = 0;
        if (one.ready.empty() && one.stock == Stock::Later)
            due = one.dueMs;
        due = std::max(due, one.restUntilMs);
        if (!wake || due < *wake)
            wake = due;
    }
    return wake;
}

} // namespace tollgate
