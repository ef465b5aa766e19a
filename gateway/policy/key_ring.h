#pragma once
// Who is calling: from the secret in a header to the virtual key. bcrypt is at rest; a request pays for it at
// most once per secret and process, in a thread of its own.
//
// A flood of wrong secrets costs the right ones nothing: what has no prefix of ours is wrong at once, what
// was proved is found without bcrypt, what failed is remembered, and of what is left only so much per prefix
// may wait and fail. Prefixes take turns.

#include "gateway/config/snapshot.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
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
    /// bcrypt: slow.
    using Verify = std::function<bool(const std::string& secret, const std::string& bcrypt)>;

    KeyRing();
    explicit KeyRing(Verify verify);
    ~KeyRing();
    KeyRing(const KeyRing&) = delete;
    KeyRing& operator=(const KeyRing&) = delete;

    /// The data path: one hash and one map look-up, no bcrypt.
    KeyLookup lookup(const ConfigSnapshot& snapshot, std::string_view secret, std::int64_t nowMs);

    /// The key with that id, for what was once asked for with its secret: null when it may not be used any
    /// more.
    static const ClientKey* byId(const ConfigSnapshot& snapshot, std::string_view id, std::int64_t nowMs);

    /// Runs bcrypt in the ring's own thread and then calls `done` there; lookup() knows the answer from then
    /// on. False when too many proofs wait, or too many have failed for this prefix lately: answer 503 rather
    /// than queue without bound.
    bool prove(SnapshotPtr snapshot, std::string secret, std::int64_t nowMs, std::function<void()> done);

    static constexpr std::size_t kPrefixLength = 9; ///< "tg-AbC123"
    static constexpr std::size_t kMaxWaiting = 256;
    static constexpr std::size_t kMaxWaitingPerPrefix = 8;
    /// Of one prefix that may fail at once; after that one more every kFailureEveryMs.
    static constexpr int kMaxFailuresAtOnce = 16;
    static constexpr std::int64_t kFailureEveryMs = 1'000;

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
        std::string bcrypt; ///< it was proved against; a rotated key has another
    };
    struct Job {
        SnapshotPtr snapshot;
        std::string secret;
        std::int64_t nowMs = 0;
        std::vector<std::function<void()>> done; ///< everyone who waits for this secret
    };
    struct Patience {
        int failures = 0;
        std::int64_t sinceMs = 0;
    };
    /// A key whose prefix fits, with the hash that it would have to match.
    struct Suspect {
        const ClientKey* key;
        const std::string* bcrypt;
    };

    static std::vector<Suspect> suspects(const ConfigSnapshot& snapshot, std::string_view secret,
                                         std::int64_t nowMs);
    static std::size_t fingerprint(const std::vector<Suspect>& suspects);
    Digest digestOf(std::string_view secret) const;
    void run();
    void check(const Job& job);
    void rememberFailure(const Digest& digest, std::size_t fingerprint);
    bool patientWith(std::string_view prefix, std::int64_t nowMs);

    const Verify m_verify;
    std::array<unsigned char, 32> m_salt{}; ///< of this process: digests mean nothing outside it
    std::mutex m_mutex;
    std::unordered_map<Digest, Proof, DigestHash> m_proofs;
    /// Secrets that matched nothing, with what they were tried against: the newer half and the older.
    std::array<std::unordered_map<Digest, std::size_t, DigestHash>, 2> m_failures;
    ByName<Patience> m_patience; ///< by prefix

    std::mutex m_jobsMutex; ///< of everything below
    std::condition_variable m_wake;
    ByName<std::deque<Job>> m_jobs;  ///< by prefix
    std::deque<std::string> m_turns; ///< prefixes that wait, in the order in which they are served
    std::size_t m_waiting = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tollgate
