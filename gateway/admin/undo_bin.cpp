#include "gateway/admin/undo_bin.h"

#include <algorithm>

namespace tollgate {

void UndoBin::keep(const std::vector<ResourceChange>& changes, const ConfigSnapshot& before,
                   std::int64_t nowMs) {
    expire(nowMs);
    for (const ResourceChange& change : changes) {
        const bool gone = !change.document;
        Entry entry{change.kind, change.id, nowMs + kKeptMs, {}, {}, {}, {}, gone};
        const auto* key = ConfigSnapshot::find(before.keys, change.id);
        const auto* provider = ConfigSnapshot::find(before.providers, change.id);
        if (change.kind == ResourceKind::Key && gone && key != nullptr) {
            entry.key = *key;
        } else if (change.kind == ResourceKind::Provider && provider != nullptr &&
                   (gone || change.credentials)) {
            const auto* credentials = ConfigSnapshot::find(before.credentials, change.id);
            if (credentials != nullptr)
                entry.credentials = *credentials;
            else if (!gone)
                continue; // there was nothing to lose
            entry.provider = *provider;
            for (const auto& [reference, model] : before.models) {
                if (gone && model.provider == change.id)
                    entry.models.push_back(model);
            }
        } else {
            continue;
        }
        forget(change.kind, change.id);
        m_entries.push_back(std::move(entry));
        if (m_entries.size() > kMost)
            m_entries.pop_front();
    }
}

const UndoBin::Entry* UndoBin::find(ResourceKind kind, std::string_view id, std::int64_t nowMs) {
    expire(nowMs);
    const auto found = std::ranges::find_if(
        m_entries, [&](const Entry& entry) { return entry.kind == kind && entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void UndoBin::forget(ResourceKind kind, std::string_view id) {
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.kind == kind && entry.id == id; });
}

void UndoBin::expire(std::int64_t nowMs) {
    while (!m_entries.empty() && m_entries.front().untilMs <= nowMs)
        m_entries.pop_front();
}

} // namespace tollgate
