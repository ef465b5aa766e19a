#pragma once
// What an edge is told when it is made. Milliseconds and bytes.

#include <atomic>
#include <cstddef>
#include <memory>

namespace tollgate {

class AccessPolicy;

/// Counted over all workers, because the kernel spreads connections unevenly.
struct ConnectionCount {
    std::atomic<int> open{0};
};

struct EdgeOptions {
    std::size_t maxHeadBytes = 64 * 1024;        ///< request line and header fields; over it 431
    std::size_t maxBodyBytes = 32 * 1024 * 1024; ///< decoded; over it 413
    std::size_t maxPipelinedBytes =
        64 * 1024;                    ///< read ahead while an answer is under way; over it the client waits
    int headTimeoutMs = 10'000;       ///< from the first byte of a request to the end of its head
    int bodyIdleTimeoutMs = 30'000;   ///< between two reads of a body
    int keepAliveTimeoutMs = 120'000; ///< between two requests, and before the first
    int sendTimeoutMs = 120'000;      ///< the client takes nothing of what waits for it
    int maxConnections = 4096;        ///< with this count shared, of all workers together; over it 503
    /// Whether to be on this machine counts for something: not where others can reach the address, too.
    bool trustLoopback = true;

    std::shared_ptr<AccessPolicy> access;         ///< shared by the workers; null: the defaults
    std::shared_ptr<ConnectionCount> connections; ///< shared by the workers; null: this worker alone
};

} // namespace tollgate
