#include "gateway/admin/write_log.h"

#include "gateway/admin/admin_core.h"

#include <algorithm>

namespace tollgate {

void WriteLog::keep(LoggedWrite write) {
    m_writes.push_back(std::move(write));
    if (m_writes.size() > kMost)
        m_writes.pop_front();
}

const LoggedWrite* WriteLog::find(std::int64_t version, std::int64_t nowMs) {
    expire(nowMs);
    const auto found =
        std::ranges::find_if(m_writes, [&](const LoggedWrite& one) { return one.version == version; });
    return found == m_writes.end() ? nullptr : &*found;
}

void WriteLog::forget(std::int64_t version) {
    std::erase_if(m_writes, [&](const LoggedWrite& one) { return one.version == version; });
}

void WriteLog::expire(std::int64_t nowMs) {
    while (!m_writes.empty() && m_writes.front().untilMs <= nowMs)
        m_writes.pop_front();
}

Outcome<std::int64_t> commitLogged(AdminCore& core, ConfigDraft& draft, std::string_view actor) {
    LoggedWrite write;
    write.before = core.world();
    for (const ResourceChange& change : draft.changes()) {
        const std::pair what(change.kind, change.id);
        if (std::ranges::find(write.touched, what) == write.touched.end())
            write.touched.push_back(what);
    }
    const auto version = core.commit(draft, actor);
    if (!version)
        return version;
    write.version = *version;
    write.untilMs = core.context().clock.unixMs() + WriteLog::kKeptMs;
    write.after = core.world();
    core.writeLog().keep(std::move(write));
    return version;
}

} // namespace tollgate
