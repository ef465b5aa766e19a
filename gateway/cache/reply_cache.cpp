#include "gateway/cache/reply_cache.h"

namespace tollgate {

namespace {

constexpr std::size_t kEntryOverhead = 256; ///< nodes, names and the key

} // namespace

std::size_t ReplyCache::sizeOf(const CachedReply& reply) {
    return reply.bytes.capacity() + kEntryOverhead;
}

ReplyCache::Found ReplyCache::find(const CacheKey& key) {
    const std::scoped_lock lock(m_mutex);
    const auto at = m_entries.find(key);
    if (at == m_entries.end())
        return {};
    m_order.splice(m_order.begin(), m_order, at->second);
    return {at->second->reply, m_clock.unixMs() - at->second->reply->storedAtMs};
}

void ReplyCache::put(const CacheKey& key, CachedReply reply) {
    if (reply.bytes.empty() || reply.bytes.size() > kMaxReply)
        return;
    reply.bytes.shrink_to_fit();
    reply.storedAtMs = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    if (const auto at = m_entries.find(key); at != m_entries.end())
        drop(at->second);
    m_stats.bytes += sizeOf(reply);
    m_order.push_front({key, std::make_shared<const CachedReply>(std::move(reply))});
    m_entries.emplace(key, m_order.begin());
    shrink();
}

void ReplyCache::drop(Order::iterator entry) {
    m_stats.bytes -= sizeOf(*entry->reply);
    m_entries.erase(entry->key);
    m_order.erase(entry);
}

void ReplyCache::shrink() {
    while (m_stats.bytes > m_stats.maxBytes && !m_order.empty())
        drop(std::prev(m_order.end()));
}

void ReplyCache::setMaxBytes(std::size_t bytes) {
    const std::scoped_lock lock(m_mutex);
    m_stats.maxBytes = bytes;
    shrink();
}

void ReplyCache::clear() {
    const std::scoped_lock lock(m_mutex);
    m_order.clear();
    m_entries.clear();
    m_stats.bytes = 0;
}

void ReplyCache::count(Outcome outcome) {
    const std::scoped_lock lock(m_mutex);
    switch (outcome) {
    case Outcome::Hit:
        ++m_stats.hits;
        break;
    case Outcome::Miss:
        ++m_stats.misses;
        break;
    case Outcome::Stale:
        ++m_stats.stale;
        break;
    }
}

ReplyCache::Stats ReplyCache::stats() const {
    const std::scoped_lock lock(m_mutex);
    Stats stats = m_stats;
    stats.entries = m_entries.size();
    return stats;
}

} // namespace tollgate
