#pragma once
// A request that outlives its caller's connection, what came of it, and whose it is. Values, no I/O.

#include "gateway/wire/http.h"
#include "gateway/wire/money.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tollgate {

/// Numbers stand in jobs.db: never changed.
enum class JobState : std::int64_t { Waiting = 0, Taken = 1, Completed = 2, Failed = 3, Cancelled = 4 };
/// Cancelling: what runs may end, nothing else begins. Arriving: its items are not all kept, and nobody knows
/// of it.
enum class BatchState : std::int64_t {
    Waiting = 0,
    Running = 1,
    Completed = 2,
    Cancelling = 3,
    Cancelled = 4,
    OverBudget = 5,
    Arriving = 6
};

/// Who may see a job, and whose turn it takes: the project, or the key where there is none.
struct JobOwner {
    std::string keyId; ///< empty: anonymous on this machine
    std::string project;

    std::string name() const {
        if (!project.empty())
            return "project:" + project;
        return keyId.empty() ? std::string("loopback") : "key:" + keyId;
    }
};

/// What a worker runs.
struct Job {
    std::int64_t seq = 0;
    std::string id; ///< of a task; empty for what belongs to a batch
    std::int64_t batch = 0;
    JobOwner owner;
    std::string path; ///< of a dialect
    HttpHeaders headers;
    std::string body;
    int tries = 0; ///< that have ended
    std::int64_t createdMs = 0;
    std::int64_t ttlMs = 0; ///< kept so long once it has ended
    Money worst;            ///< the most it can plausibly cost
};

/// What the pipeline answered.
struct JobReply {
    int status = 0; ///< HTTP; 0: the worker ended before there was an answer
    std::string body;
    std::optional<Money> cost; ///< nothing: unpriced
    std::int64_t retryAfterMs = -1;
    std::string traceId;
    bool attempted = false; ///< a provider was asked
    bool refused = false;   ///< and each that was refused our credentials (401, 403)

    bool isGood() const { return status >= 200 && status < 300; }
};

} // namespace tollgate
