#include "gateway/store/response_cache.h"

namespace tollgate {

/// No id holds a zero byte, so no two pairs share a key.
std::string ResponseCache::keyOf(std::string_view owner, std::string_view id) {
    std::string key(owner);
    key += '\0';
    return key.append(id);
}

void ResponseCache::put(const Entry& response) {
    const std::size_t size = response->bytes();
    std::string key = keyOf(response->owner, response->id);
    if (size > m_maxBytes || m_responses.contains(key))
        return;
    while (m_bytes + size > m_maxBytes)
        forgetOldest();
    m_order.push_front(response);
    m_bytes += size;
    for (const auto* items : {&response->input, &response->output}) {
        for (const ReplyItem& item : *items) {
            if (!item.id.empty())
                m_items[keyOf(response->owner, item.id)] = key;
        }
    }
    m_responses.emplace(std::move(key), m_order.begin());
}

ResponseCache::Entry ResponseCache::find(std::string_view owner, std::string_view id) {
    const auto found = m_responses.find(keyOf(owner, id));
    if (found == m_responses.end())
        return nullptr;
    m_order.splice(m_order.begin(), m_order, found->second);
    return *found->second;
}

std::string ResponseCache::findItem(std::string_view owner, std::string_view itemId,
                                    std::int64_t sinceMs) const {
    const auto home = m_items.find(keyOf(owner, itemId));
    const auto found = home != m_items.end() ? m_responses.find(home->second) : m_responses.end();
    if (found == m_responses.end() || (*found->second)->createdMs < sinceMs)
        return {};
    const Entry& response = *found->second;
    for (const auto* items : {&response->output, &response->input}) {
        for (const ReplyItem& item : *items) {
            if (item.id == itemId)
                return item.json;
        }
    }
    return {};
}

void ResponseCache::forgetOldest() {
    const Entry oldest = m_order.back();
    const std::string key = keyOf(oldest->owner, oldest->id);
    for (const auto* items : {&oldest->input, &oldest->output}) {
        for (const ReplyItem& item : *items) {
            const auto found = m_items.find(keyOf(oldest->owner, item.id));
            if (found != m_items.end() && found->second == key)
                m_items.erase(found);
        }
    }
    m_responses.erase(key);
    m_bytes -= oldest->bytes();
    m_order.pop_back();
}

} // namespace tollgate
