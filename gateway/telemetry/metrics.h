#pragma once
// Prometheus metrics with the contract's names. Label values are bounded: beyond a cap they fall into
// "other".

#include "gateway/wire/request_record.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tollgate {

/// What waits to be done without a caller on the line.
struct JobGauges {
    std::int64_t waiting = 0; ///< requests of tasks and batches
    std::int64_t running = 0;
    std::int64_t webhooksWaiting = 0;
    std::int64_t webhooksDead = 0;
    std::int64_t storedBytes = 0; ///< of tasks, batches and webhooks
    std::int64_t failedTasks = 0; ///< since the start
};

/// Thread-safe.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The data path: a look-up and a handful of atomic additions.
    void record(const RequestRecord& record);
    /// One provider answered in the place of another that was not tried; failed attempts are seen by
    /// record().
    void fellBack(const std::string& from, const std::string& to, const std::string& reason);

    // Gauges, set about once a second by the control thread.
    void setActiveRequests(std::int64_t count);
    void setLedgerLag(std::int64_t records);
    /// Whether it can be written, and how many records it has lost since the start.
    void setLedgerState(bool writable, std::int64_t lost);
    void setJobs(const JobGauges& jobs);
    /// Spans: sent, lost on the way (both since the start), and waiting.
    void setTelemetry(std::int64_t exported, std::int64_t lost, std::int64_t waiting);
    // By label; what is not named any more is gone, so that nothing is told of what was deleted.
    using Values = std::vector<std::pair<std::string, double>>;
    void setCircuitStates(const Values& states); ///< 0 closed, 1 half-open, 2 open
    void setBudgetsUsed(const Values& ratios);
    void setUserMonthlyCosts(const Values& costs); ///< dearest first

    /// Text exposition format 0.0.4. Every name is there from the start, with or without a series.
    std::string exposition() const;

    static constexpr std::size_t kMaxSeries = 1'000;
    static constexpr std::size_t kMaxUsers = 200;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tollgate
