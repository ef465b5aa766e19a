#pragma once
// Answers that may be given again, byte by byte, to the same question. In memory only: a restart forgets
// them.

#include "gateway/cache/cache_key.h"
#include "gateway/wire/clock.h"

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tollgate {

struct CachedReply {
    std::string bytes; ///< the body, or the whole stream, as the caller got it
    std::string provider;
    std::string model;
    std::int64_t storedAtMs = 0; ///< set by put()
};

/// Thread-safe. How old an answer may be is the caller's to judge; what has been used least recently makes
/// room.
class ReplyCache {
public:
    static constexpr std::size_t kMaxReply = 1024 * 1024; ///< larger ones are not kept

    explicit ReplyCache(const Clock& clock)
        : m_clock(clock) {}

    struct Found {
        std::shared_ptr<const CachedReply> reply; ///< null: none
        std::int64_t ageMs = 0;
    };
    Found find(const CacheKey& key);
    void put(const CacheKey& key, CachedReply reply);
    void setMaxBytes(std::size_t bytes);
    void clear();

    enum class Outcome { Hit, Miss, Stale };
    void count(Outcome outcome);
    struct Stats {
        std::size_t entries = 0;
        std::size_t bytes = 0;
        std::size_t maxBytes = 0;
        std::int64_t hits = 0;
        std::int64_t misses = 0;
        std::int64_t stale = 0;
    };
    Stats stats() const;

private:
    struct Entry {
        CacheKey key;
        std::shared_ptr<const CachedReply> reply;
    };
    using Order = std::list<Entry>;

    static std::size_t sizeOf(const CachedReply& reply);
    void drop(Order::iterator entry);
    void shrink();

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    Order m_order; ///< used most recently first
    std::unordered_map<CacheKey, Order::iterator, CacheKeyHash> m_entries;
    Stats m_stats{0, 0, 64UL * 1024 * 1024, 0, 0, 0};
};

} // namespace tollgate
