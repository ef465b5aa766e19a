#include "gateway/policy/key_ring.h"

#include "gateway/policy/key_hash.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kMaxWaiting = 256;
constexpr std::size_t kMaxFailures = 4096;

bool usable(const ConfigSnapshot& snapshot, const ClientKey& key, std::int64_t nowMs) {
    if (!key.enabled || (key.expiresAtMs && *key.expiresAtMs <= nowMs))
        return false;
    if (key.project.empty())
        return true;
    const Project* project = ConfigSnapshot::find(snapshot.projects, key.project);
    return project != nullptr && project->enabled;
}

} // namespace

KeyRing::KeyRing() {
    RAND_bytes(m_salt.data(), static_cast<int>(m_salt.size()));
    m_thread = std::thread([this] { run(); });
}

KeyRing::~KeyRing() {
    {
        const std::scoped_lock lock(m_jobsMutex);
        m_stopping = true;
        m_jobs.clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

KeyRing::Digest KeyRing::digestOf(std::string_view secret) const {
    // Looking the algorithm up costs more than the hash: once per process, and one context per thread.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> sha256(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                       EVP_MD_CTX_free);
    Digest digest{};
    EVP_DigestInit_ex2(context.get(), sha256.get(), nullptr);
    EVP_DigestUpdate(context.get(), m_salt.data(), m_salt.size());
    EVP_DigestUpdate(context.get(), secret.data(), secret.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    return digest;
}

KeyLookup KeyRing::lookup(const ConfigSnapshot& snapshot, std::string_view secret, std::int64_t nowMs) {
    if (secret.size() <= kPrefixLength)
        return {};
    const auto [first, last] = snapshot.keyIdsByPrefix.equal_range(secret.substr(0, kPrefixLength));
    if (first == last)
        return {};
    const Digest digest = digestOf(secret);
    const std::scoped_lock lock(m_mutex);
    if (const auto proof = m_proofs.find(digest); proof != m_proofs.end()) {
        const ClientKey* key = ConfigSnapshot::find(snapshot.keys, proof->second.keyId);
        if (key != nullptr && key->bcrypt == proof->second.bcrypt)
            return usable(snapshot, *key, nowMs) ? KeyLookup{KeyVerdict::Known, key} : KeyLookup{};
    }
    if (const auto failure = m_failures.find(digest);
        failure != m_failures.end() && failure->second.version == snapshot.version)
        return {};
    return {KeyVerdict::Unproved, nullptr};
}

bool KeyRing::prove(SnapshotPtr snapshot, std::string secret, std::function<void()> done) {
    {
        const std::scoped_lock lock(m_jobsMutex);
        const auto same = std::ranges::find_if(m_jobs, [&](const Job& job) {
            return job.secret == secret && job.snapshot->version == snapshot->version;
        });
        if (same != m_jobs.end()) {
            same->done.push_back(std::move(done));
            return true;
        }
        if (m_jobs.size() >= kMaxWaiting)
            return false;
        m_jobs.push_back({std::move(snapshot), std::move(secret), {}});
        m_jobs.back().done.push_back(std::move(done));
    }
    m_wake.notify_one();
    return true;
}

void KeyRing::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_jobsMutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        check(job);
        for (const auto& done : job.done)
            done();
    }
}

void KeyRing::check(const Job& job) {
    // Many requests with one new key may wait here: the first has the answer for all.
    if (lookup(*job.snapshot, job.secret, 0).verdict != KeyVerdict::Unproved)
        return;
    const Digest digest = digestOf(job.secret);
    const auto [first, last] =
        job.snapshot->keyIdsByPrefix.equal_range(std::string_view(job.secret).substr(0, kPrefixLength));
    for (auto it = first; it != last; ++it) {
        const ClientKey* key = ConfigSnapshot::find(job.snapshot->keys, it->second);
        if (key != nullptr && verifyKeySecret(job.secret, key->bcrypt)) {
            const std::scoped_lock lock(m_mutex);
            m_proofs[digest] = {key->id, key->bcrypt, 0};
            return;
        }
    }
    const std::scoped_lock lock(m_mutex);
    if (m_failures.size() >= kMaxFailures)
        m_failures.clear();
    m_failures[digest] = {{}, {}, job.snapshot->version};
}

} // namespace tollgate
