#include "gateway/ledger/client_book.h"

#include "gateway/ledger/ledger_reader.h"
#include "gateway/wire/clock.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kNewestRows = 1000;
constexpr int kRowsOfKey = 20;
constexpr std::size_t kMostKeys = 100;

std::string textOf(const json::object& row, std::string_view name) {
    const json::value* value = row.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::value orNull(const std::string& text) {
    return text.empty() ? json::value() : json::value(text);
}

/// No more than so many bytes, and no half of a character.
std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    return text.substr(0, most);
}

} // namespace

void ClientBook::recorded(Records records) {
    const std::scoped_lock lock(m_mutex);
    for (const RequestRecord* record : records) {
        const auto agent = std::ranges::find(record->requestHeaders, "user-agent",
                                             &std::pair<std::string, std::string>::first);
        if (agent == record->requestHeaders.end())
            continue;
        add(record->keyId, agent->second,
            {record->atMs, record->status, record->user,
             record->traceId.empty() ? record->id : record->traceId, record->requestedModel, record->provider,
             record->model});
    }
}

void ClientBook::fill(LedgerReader& ledger) {
    if (m_filled)
        return;
    const auto newest = ledger.requests({"", kNewestRows, "", true});
    const auto uses = ledger.lastUsed({});
    if (!newest || !uses)
        return;
    m_filled = true;
    add(newest->at("data").as_array());
    std::set<std::string> told;
    for (const json::value& row : newest->at("data").as_array())
        told.insert(textOf(row.as_object(), "key_id"));
    std::vector<std::pair<std::int64_t, std::string>> missing;
    for (const auto& [keyId, atMs] : *uses) {
        if (!told.contains(keyId))
            missing.emplace_back(atMs, keyId);
    }
    std::ranges::sort(missing, std::greater{});
    missing.resize(std::min(missing.size(), kMostKeys));
    for (const auto& [atMs, keyId] : missing) {
        if (const auto rows = ledger.requests({"key:\"" + keyId + '"', kRowsOfKey, "", true}))
            add(rows->at("data").as_array());
    }
}

void ClientBook::add(const json::array& rows) {
    const std::scoped_lock lock(m_mutex);
    for (const json::value& value : rows) {
        const json::object& row = value.as_object();
        add(textOf(row, "key_id"), textOf(row, "user_agent"),
            {row.at("at_ms").as_int64(), static_cast<int>(row.at("status").as_int64()), textOf(row, "user"),
             textOf(row, "trace_id"), textOf(row, "requested_model"), textOf(row, "provider"),
             textOf(row, "model")});
    }
}

/// With the lock held.
void ClientBook::add(std::string_view keyId, std::string_view agent, Seen&& seen) {
    if (agent.empty())
        return;
    Who who(keyId, cut(agent, kLongestAgent));
    const auto known = m_seen.find(who);
    if (known != m_seen.end()) {
        if (seen.atMs >= known->second.atMs)
            known->second = std::move(seen);
        return;
    }
    makeRoom(who.first);
    m_seen.emplace(std::move(who), std::move(seen));
}

void ClientBook::makeRoom(const std::string& keyId) {
    const auto older = [](const auto& a, const auto& b) { return a.second.atMs < b.second.atMs; };
    const auto first = m_seen.lower_bound({keyId, {}});
    auto end = first;
    std::size_t count = 0;
    for (; end != m_seen.end() && end->first.first == keyId; ++end)
        ++count;
    if (count >= kMostOfOneKey)
        m_seen.erase(std::min_element(first, end, older));
    else if (m_seen.size() >= kMost)
        m_seen.erase(std::min_element(m_seen.begin(), m_seen.end(), older));
}

json::array ClientBook::list(const ConfigSnapshot& config) const {
    const std::scoped_lock lock(m_mutex);
    std::vector<const std::pair<const Who, Seen>*> sorted;
    sorted.reserve(m_seen.size());
    for (const auto& entry : m_seen)
        sorted.push_back(&entry);
    std::ranges::stable_sort(sorted, std::greater{}, [](const auto* entry) { return entry->second.atMs; });
    json::array data;
    for (const auto* entry : sorted) {
        const auto& [keyId, agent] = entry->first;
        const Seen& seen = entry->second;
        const ClientKey* key = ConfigSnapshot::find(config.keys, keyId);
        data.push_back(json::object{{"user_agent", agent},
                                    {"key_id", orNull(keyId)},
                                    {"key_name", key ? json::value(key->name) : json::value()},
                                    {"user", seen.user},
                                    {"at", toRfc3339(seen.atMs)},
                                    {"at_ms", seen.atMs},
                                    {"status", seen.status},
                                    {"trace_id", seen.traceId},
                                    {"requested_model", seen.requestedModel},
                                    {"provider", orNull(seen.provider)},
                                    {"model", orNull(seen.model)}});
    }
    return data;
}

} // namespace tollgate
