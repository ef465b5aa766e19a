#pragma once
// The replies used last, in memory.

#include "gateway/store/stored_response.h"

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tollgate {

/// Bounded by the bytes of what it holds. Not thread-safe.
class ResponseCache {
public:
    using Entry = std::shared_ptr<const StoredResponse>;

    explicit ResponseCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes) {}

    void put(const Entry& response);
    /// Null: it is not here. What is found counts as used.
    Entry find(std::string_view owner, std::string_view id);
    /// The JSON text of an item of any reply here that is not older than `sinceMs`, input or output; empty:
    /// it is not here.
    std::string findItem(std::string_view owner, std::string_view itemId, std::int64_t sinceMs) const;

    std::size_t bytes() const { return m_bytes; }

private:
    using Order = std::list<Entry>;

    static std::string keyOf(std::string_view owner, std::string_view id);
    void forgetOldest();

    const std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    Order m_order; ///< used last first
    std::unordered_map<std::string, Order::iterator> m_responses;
    std::unordered_map<std::string, std::string> m_items; ///< key of an item → key of its reply
};

} // namespace tollgate
