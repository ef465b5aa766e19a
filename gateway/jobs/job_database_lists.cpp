// Lists of jobs.db for people: page by page by keys, and never with the bodies.

#include "gateway/jobs/job_rows.h"

namespace tollgate {

namespace {

constexpr std::int64_t kEver = INT64_MAX;

std::string tasksFrom(const std::string& index, const std::string& states) {
    return "SELECT " + std::string(kTaskColumns) + " FROM jobs INDEXED BY " + index +
           " WHERE batch IS NULL AND " + states +
           " AND seq < ? AND (? = '' OR project = ?) AND (? = '' OR key_id = ?) AND (? = '' OR model = ?)"
           " ORDER BY seq DESC";
}

ItemRow itemOf(SqliteRow& row) {
    ItemRow item;
    item.seq = row.number();
    item.place = row.number();
    item.customId = row.text();
    item.state = static_cast<JobState>(row.number());
    item.path = row.text();
    item.model = row.text();
    item.tries = static_cast<int>(row.number());
    item.status = static_cast<int>(row.number());
    item.error = row.text();
    if (const auto cost = row.numberOrNull())
        item.cost = Money{*cost};
    item.traceId = row.text();
    item.finishedMs = row.number();
    return item;
}

std::string itemsFrom(const std::string& index, const std::string& states) {
    return "SELECT seq, place, custom_id, state, path, model, tries, status, error, cost, trace, finished_ms"
           " FROM jobs INDEXED BY " +
           index + " WHERE batch = ? AND place >= ? AND " + states + " ORDER BY place";
}

std::string webhooksFrom(const std::string& source) {
    return "SELECT " + std::string(kWebhookColumns) + " FROM webhooks " + source +
           " AND seq < ? AND (? = '' OR owner = ?) ORDER BY seq DESC LIMIT ?";
}

} // namespace

JobDatabase::Result<std::vector<TaskRow>>
JobDatabase::tasks(const JobFilter& filter, const std::function<bool(const TaskRow&)>& keep) {
    static const std::string all = tasksFrom("tasks_newest", "? = -1");
    static const std::string open = tasksFrom("tasks_open", "state < 2 AND ? >= 0");
    static const std::string ended = tasksFrom("tasks_by_state", "state = ?");
    const std::int64_t state = filter.state.value_or(-1);
    const std::string& sql = !filter.state                                            ? all
                             : state < static_cast<std::int64_t>(JobState::Completed) ? open
                                                                                      : ended;
    std::vector<TaskRow> rows;
    auto done = each(
        sql.c_str(),
        [&](SqliteRow& row) {
            if (TaskRow task = taskOf(row); keep(task))
                rows.push_back(std::move(task));
            return rows.size() < static_cast<std::size_t>(filter.limit);
        },
        state, filter.beforeSeq > 0 ? filter.beforeSeq : kEver, filter.project, filter.project, filter.keyId,
        filter.keyId, filter.model, filter.model);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::vector<ItemRow>>
JobDatabase::items(std::int64_t batch, const JobFilter& filter,
                   const std::function<bool(const ItemRow&)>& keep) {
    static const std::string all = itemsFrom("jobs_by_batch", "? <> 3");
    static const std::string failed = itemsFrom("items_failed", "state = 3 AND ? = 3");
    const std::int64_t state = filter.state.value_or(-1);
    const bool onlyFailed = state == static_cast<std::int64_t>(JobState::Failed);
    std::vector<ItemRow> rows;
    auto done = each((onlyFailed ? failed : all).c_str(),
                     [&](SqliteRow& row) {
                         if (ItemRow item = itemOf(row); keep(item))
                             rows.push_back(std::move(item));
                         return rows.size() < static_cast<std::size_t>(filter.limit);
                     },
                     batch, filter.beforeSeq, state);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::map<JobState, std::int64_t>> JobDatabase::taskCounts() {
    std::map<JobState, std::int64_t> counts;
    auto done = each("SELECT state, COUNT(*) FROM jobs INDEXED BY tasks_by_state WHERE batch IS NULL"
                     " GROUP BY state",
                     [&](SqliteRow& row) {
                         const auto state = static_cast<JobState>(row.number());
                         counts[state] = row.number();
                     });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return counts;
}

JobDatabase::Result<std::vector<OwnerRow>>
JobDatabase::owners(int most, const std::function<bool(std::int64_t)>& isRunning) {
    std::vector<OwnerRow> rows;
    if (auto done = writeStored(); !done)
        return tl::unexpected(std::move(done.error()));
    auto done = each(
        "SELECT s.owner, s.bytes, w.waiting FROM stored s LEFT JOIN (SELECT owner, COUNT(*) AS waiting FROM"
        " jobs WHERE state = 0 GROUP BY owner) w ON w.owner = s.owner ORDER BY w.waiting DESC, s.bytes DESC"
        " LIMIT ?",
        [&](SqliteRow& row) {
            OwnerRow owner;
            owner.owner = row.text();
            owner.storedBytes = row.number();
            owner.waiting = row.number();
            rows.push_back(std::move(owner));
        },
        std::int64_t{most});
    // The first in line is nearly always the oldest; what waits for another try is behind it.
    for (OwnerRow& owner : rows) {
        if (!done)
            break;
        done = each(
            "SELECT seq, created_ms FROM jobs WHERE owner = ? AND state = 0 ORDER BY due_ms, seq",
            [&](SqliteRow& row) {
                if (isRunning(row.number()))
                    return true;
                owner.oldestMs = row.number();
                return false;
            },
            owner.owner);
    }
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::vector<WebhookRow>> JobDatabase::webhooks(WebhookList which,
                                                                   const JobFilter& filter) {
    static const std::string all = webhooksFrom("WHERE 1");
    static const std::string waiting = webhooksFrom("INDEXED BY webhooks_waiting WHERE dead_ms = 0");
    static const std::string dead = webhooksFrom("INDEXED BY webhooks_dead WHERE dead_ms > 0");
    const std::string& sql = which == WebhookList::All ? all : which == WebhookList::Waiting ? waiting : dead;
    const std::string owner = ownerOf(filter.project);
    std::vector<WebhookRow> rows;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { rows.push_back(webhookOf(row)); },
        filter.beforeSeq > 0 ? filter.beforeSeq : kEver, owner, owner, std::int64_t{filter.limit});
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

} // namespace tollgate
