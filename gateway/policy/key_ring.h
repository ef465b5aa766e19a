#pragma once
// Who is calling: from the secret in a header to the virtual key. bcrypt is at rest; a request pays for it at
// most once per secret and process, in a thread of its own.

#include "gateway/config/snapshot.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tollgate {

enum class KeyVerdict {
    Known,   ///< the key is right and may be used
    Wrong,   ///< unknown, disabled, expired, or of a disabled project: all 401
    Unproved ///< right prefix, never seen: ask prove()
};

struct KeyLookup {
    KeyVerdict verdict = KeyVerdict::Wrong;
    const ClientKey* key = nullptr; ///< lives in the snapshot given to lookup()
};

/// Thread-safe.
class KeyRing {
public:
    KeyRing();
    ~KeyRing();
    KeyRing(const KeyRing&) = delete;
    KeyRing& operator=(const KeyRing&) = delete;

    /// The data path: one hash and one map look-up, no bcrypt.
    KeyLookup lookup(const ConfigSnapshot& snapshot, std::string_view secret, std::int64_t nowMs);

    /// Runs bcrypt in the ring's own thread and then calls `done` there; lookup() knows the answer from then
    /// on. False when too many proofs are waiting: answer 503 rather than queue without bound.
    bool prove(SnapshotPtr snapshot, std::string secret, std::function<void()> done);

    static constexpr std::size_t kPrefixLength = 9; ///< "tg-AbC123"

private:
    using Digest = std::array<unsigned char, 32>;
    struct DigestHash {
        std::size_t operator()(const Digest& digest) const {
            std::size_t value = 0;
            for (std::size_t i = 0; i < sizeof value; ++i)
                value = (value << 8U) | digest[i];
            return value;
        }
    };
    struct Proof {
        std::string keyId;
        std::string bcrypt;       ///< it was proved against; a rotated key has another
        std::int64_t version = 0; ///< of a failed proof: the configuration it was tried with
    };
    struct Job {
        SnapshotPtr snapshot;
        std::string secret;
        std::vector<std::function<void()>> done; ///< everyone who waits for this secret
    };

    Digest digestOf(std::string_view secret) const;
    void run();
    void check(const Job& job);

    std::array<unsigned char, 32> m_salt{}; ///< of this process: digests mean nothing outside it
    std::mutex m_mutex;
    std::unordered_map<Digest, Proof, DigestHash> m_proofs;
    std::unordered_map<Digest, Proof, DigestHash> m_failures;
    std::mutex m_jobsMutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tollgate
