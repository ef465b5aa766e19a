#include "gateway/policy/key_ring.h"

#include "gateway/policy/key_hash.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <memory>

#include <sys/resource.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::size_t kMaxFailures = 4096;
constexpr int kNiceness = 10; ///< of the ring's thread: who is known already goes first

bool usable(const ConfigSnapshot& snapshot, const ClientKey& key, std::int64_t nowMs) {
    if (!key.enabled || (key.expiresAtMs && *key.expiresAtMs <= nowMs))
        return false;
    if (key.project.empty())
        return true;
    const Project* project = ConfigSnapshot::find(snapshot.projects, key.project);
    return project != nullptr && project->enabled;
}

bool stillOpens(const ClientKey& key, const std::string& bcrypt, std::int64_t nowMs) {
    return key.bcrypt == bcrypt ||
           (key.retired && key.retired->bcrypt == bcrypt && nowMs < key.retired->untilMs);
}

} // namespace

KeyRing::KeyRing()
    : KeyRing(verifyKeySecret) {}

KeyRing::KeyRing(Verify verify)
    : m_verify(std::move(verify)) {
    RAND_bytes(m_salt.data(), static_cast<int>(m_salt.size()));
    m_thread = std::thread([this] { run(); });
}

KeyRing::~KeyRing() {
    {
        const std::scoped_lock lock(m_jobsMutex);
        m_stopping = true;
        m_jobs.clear();
        m_turns.clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

KeyRing::Digest KeyRing::digestOf(std::string_view secret) const {
    // Looking the algorithm up costs more than the hash: once per process, and one context per thread.
    static EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr); // for threads that end last
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                       EVP_MD_CTX_free);
    Digest digest{};
    EVP_DigestInit_ex2(context.get(), sha256, nullptr);
    EVP_DigestUpdate(context.get(), m_salt.data(), m_salt.size());
    EVP_DigestUpdate(context.get(), secret.data(), secret.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    return digest;
}

std::vector<KeyRing::Suspect> KeyRing::suspects(const ConfigSnapshot& snapshot, std::string_view secret,
                                                std::int64_t nowMs) {
    std::vector<Suspect> found;
    const std::string_view prefix = secret.substr(0, kPrefixLength);
    const auto [first, last] = snapshot.keyIdsByPrefix.equal_range(prefix);
    for (auto it = first; it != last; ++it) {
        const ClientKey* key = ConfigSnapshot::find(snapshot.keys, it->second);
        if (key == nullptr || !usable(snapshot, *key, nowMs))
            continue;
        if (key->prefix == prefix)
            found.push_back({key, &key->bcrypt});
        if (key->retired && key->retired->prefix == prefix && nowMs < key->retired->untilMs)
            found.push_back({key, &key->retired->bcrypt});
    }
    return found;
}

/// The same only while the same hashes could match, whatever else changes in the configuration.
std::size_t KeyRing::fingerprint(const std::vector<Suspect>& suspects) {
    std::size_t sum = suspects.size();
    for (const Suspect& one : suspects)
        sum += std::hash<std::string>{}(*one.bcrypt); // their order means nothing
    return sum;
}

KeyLookup KeyRing::lookup(const ConfigSnapshot& snapshot, std::string_view secret, std::int64_t nowMs) {
    if (secret.size() <= kPrefixLength || !snapshot.keyIdsByPrefix.contains(secret.substr(0, kPrefixLength)))
        return {};
    const Digest digest = digestOf(secret);
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto proof = m_proofs.find(digest); proof != m_proofs.end()) {
            const ClientKey* key = ConfigSnapshot::find(snapshot.keys, proof->second.keyId);
            if (key != nullptr && stillOpens(*key, proof->second.bcrypt, nowMs))
                return usable(snapshot, *key, nowMs) ? KeyLookup{KeyVerdict::Known, key} : KeyLookup{};
        }
    }
    const std::vector<Suspect> against = suspects(snapshot, secret, nowMs);
    if (against.empty())
        return {};
    const std::size_t print = fingerprint(against);
    const std::scoped_lock lock(m_mutex);
    for (const auto& failures : m_failures) {
        if (const auto failure = failures.find(digest); failure != failures.end() && failure->second == print)
            return {};
    }
    return {KeyVerdict::Unproved, nullptr};
}

const ClientKey* KeyRing::byId(const ConfigSnapshot& snapshot, std::string_view id, std::int64_t nowMs) {
    const ClientKey* key = ConfigSnapshot::find(snapshot.keys, id);
    return key != nullptr && usable(snapshot, *key, nowMs) ? key : nullptr;
}

bool KeyRing::patientWith(std::string_view prefix, std::int64_t nowMs) {
    const std::scoped_lock lock(m_mutex);
    const auto known = m_patience.find(prefix);
    if (known == m_patience.end())
        return true;
    Patience& patience = known->second;
    const std::int64_t forgiven = std::max<std::int64_t>(nowMs - patience.sinceMs, 0) / kFailureEveryMs;
    patience.failures -= static_cast<int>(std::min<std::int64_t>(forgiven, patience.failures));
    patience.sinceMs += forgiven * kFailureEveryMs;
    if (patience.failures == 0)
        m_patience.erase(known);
    else
        return patience.failures < kMaxFailuresAtOnce;
    return true;
}

bool KeyRing::prove(SnapshotPtr snapshot, std::string secret, std::int64_t nowMs,
                    std::function<void()> done) {
    const std::string prefix = secret.substr(0, kPrefixLength);
    const bool patient = patientWith(prefix, nowMs);
    {
        const std::scoped_lock lock(m_jobsMutex);
        const auto queue = m_jobs.find(prefix);
        if (queue != m_jobs.end()) {
            const auto same = std::ranges::find_if(queue->second, [&](const Job& job) {
                return job.secret == secret && job.snapshot->version == snapshot->version;
            });
            if (same != queue->second.end()) {
                same->done.push_back(std::move(done));
                return true;
            }
        }
        const std::size_t waiting = queue == m_jobs.end() ? 0 : queue->second.size();
        if (!patient || m_waiting >= kMaxWaiting || waiting >= kMaxWaitingPerPrefix)
            return false;
        if (waiting == 0)
            m_turns.push_back(prefix);
        std::deque<Job>& jobs = m_jobs[prefix];
        jobs.push_back({std::move(snapshot), std::move(secret), nowMs, {}});
        jobs.back().done.push_back(std::move(done));
        ++m_waiting;
    }
    m_wake.notify_one();
    return true;
}

void KeyRing::run() {
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness); // of this thread, on Linux
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_jobsMutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_turns.empty(); });
            if (m_stopping)
                return;
            const std::string prefix = std::move(m_turns.front());
            m_turns.pop_front();
            const auto queue = m_jobs.find(prefix);
            job = std::move(queue->second.front());
            queue->second.pop_front();
            --m_waiting;
            if (queue->second.empty())
                m_jobs.erase(queue);
            else
                m_turns.push_back(prefix);
        }
        check(job);
        for (const auto& done : job.done)
            done();
    }
}

void KeyRing::check(const Job& job) {
    // Many requests with one new key may wait here: the first has the answer for all.
    if (lookup(*job.snapshot, job.secret, job.nowMs).verdict != KeyVerdict::Unproved)
        return;
    const Digest digest = digestOf(job.secret);
    const std::vector<Suspect> against = suspects(*job.snapshot, job.secret, job.nowMs);
    for (const Suspect& one : against) {
        if (m_verify(job.secret, *one.bcrypt)) {
            const std::scoped_lock lock(m_mutex);
            m_proofs[digest] = {one.key->id, *one.bcrypt};
            return;
        }
    }
    const std::scoped_lock lock(m_mutex);
    rememberFailure(digest, fingerprint(against));
    Patience& patience = m_patience[job.secret.substr(0, kPrefixLength)];
    if (patience.failures++ == 0)
        patience.sinceMs = job.nowMs;
}

void KeyRing::rememberFailure(const Digest& digest, std::size_t print) {
    if (m_failures[0].size() >= kMaxFailures) {
        m_failures[1] = std::move(m_failures[0]);
        m_failures[0] = {};
    }
    m_failures[0][digest] = print;
}

} // namespace tollgate
