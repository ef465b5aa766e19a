// Lists of jobs.db for people: page by page by keys, by the index that leads to the fewest rows, and never
// with the bodies.

#include "gateway/jobs/job_list_sql.h"
#include "gateway/jobs/job_rows.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace tollgate {

namespace {

constexpr std::int64_t kEver = INT64_MAX;
constexpr auto kWaiting = static_cast<std::int64_t>(JobState::Waiting);
constexpr auto kTaken = static_cast<std::int64_t>(JobState::Taken);
constexpr auto kLastState = static_cast<std::int64_t>(JobState::Cancelled);
constexpr auto kLastBatchState = static_cast<std::int64_t>(BatchState::OverBudget);

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

std::int64_t beforeOf(const JobFilter& filter) {
    return filter.beforeSeq > 0 ? filter.beforeSeq : kEver;
}

bool isOf(const JobFilter& filter, const TaskRow& task) {
    return task.state < JobState::Completed &&
           (filter.project.empty() || filter.project == task.owner.project) &&
           (filter.keyId.empty() || filter.keyId == task.owner.keyId) &&
           (filter.model.empty() || filter.model == task.model);
}

/// Two lists of one order as one, and not longer than asked for.
template <typename Row, typename Before, typename By>
std::vector<Row> merged(std::vector<Row> one, std::vector<Row> other, int limit, Before before, By by) {
    std::vector<Row> rows;
    rows.reserve(one.size() + other.size());
    std::ranges::merge(std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()),
                       std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()),
                       std::back_inserter(rows), before, by, by);
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(limit)));
    return rows;
}

/// The least of what was counted.
template <typename Way>
struct Shortest {
    Way way;
    std::int64_t count = kMostCounted + 1;

    void look(Way other, std::int64_t counted) {
        if (counted < count) {
            way = other;
            count = counted;
        }
    }
};

} // namespace

template <typename Value>
JobDatabase::Result<std::int64_t> JobDatabase::countOf(const std::string& sql, const Value& value) {
    std::int64_t count = 0;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { count = row.number(); }, value);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return count;
}

JobDatabase::Result<TaskWay> JobDatabase::shortestWay(const JobFilter& filter) {
    Shortest<TaskWay> shortest{TaskWay::Newest};
    const auto look = [&](TaskWay way, const auto& value) -> Result<> {
        const auto counted = countOf(taskWays().at(static_cast<std::size_t>(way)).count, value);
        if (!counted)
            return tl::unexpected(counted.error());
        shortest.look(way, *counted);
        return {};
    };
    Result<> done;
    if (filter.state)
        done = look(*filter.state <= kTaken ? TaskWay::Open : TaskWay::State, *filter.state);
    if (done && !filter.project.empty())
        done = look(TaskWay::Project, filter.project);
    if (done && !filter.keyId.empty())
        done = look(TaskWay::Key, filter.keyId);
    if (done && !filter.model.empty())
        done = look(TaskWay::Model, filter.model);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return shortest.way;
}

JobDatabase::Result<std::vector<TaskRow>> JobDatabase::runningTasks(const JobFilter& filter,
                                                                    const JobSeqs& running) {
    static const std::string sql =
        "SELECT " + std::string(kTaskColumns) + " FROM jobs WHERE seq = ? AND batch IS NULL";
    std::vector<std::int64_t> seqs(running.begin(), running.end());
    std::ranges::sort(seqs, std::greater());
    std::vector<TaskRow> rows;
    for (const std::int64_t seq : seqs) {
        if (seq >= beforeOf(filter))
            continue;
        if (rows.size() >= static_cast<std::size_t>(filter.limit))
            break;
        auto done = each(
            sql.c_str(),
            [&](SqliteRow& row) {
                if (TaskRow task = taskOf(row); isOf(filter, task))
                    rows.push_back(std::move(task));
            },
            seq);
        if (!done)
            return tl::unexpected(std::move(done.error()));
    }
    return rows;
}

JobDatabase::Result<std::vector<TaskRow>> JobDatabase::tasks(const JobFilter& filter,
                                                             const JobSeqs& running) {
    if (filter.state == kTaken)
        return runningTasks(filter, running);
    const auto way = shortestWay(filter);
    if (!way)
        return tl::unexpected(way.error());
    const bool waiting = filter.state == kWaiting;
    std::vector<TaskRow> rows;
    auto done = each(
        taskWays().at(static_cast<std::size_t>(*way)).rows.c_str(),
        [&](SqliteRow& row) {
            if (TaskRow task = taskOf(row); !waiting || !running.contains(task.seq))
                rows.push_back(std::move(task));
            return rows.size() < static_cast<std::size_t>(filter.limit);
        },
        beforeOf(filter), filter.project, filter.keyId, filter.model, filter.state.value_or(kWaiting),
        waiting ? kTaken : filter.state.value_or(kLastState));
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::vector<ItemRow>>
JobDatabase::runningItems(std::int64_t batch, const JobFilter& filter, const JobSeqs& running) {
    static const std::string sql = "SELECT " + std::string(kItemColumns) +
                                   " FROM jobs WHERE seq = ? AND batch = ? AND place >= ? AND state < 2";
    std::vector<ItemRow> rows;
    for (const std::int64_t seq : running) {
        auto done = each(
            sql.c_str(), [&](SqliteRow& row) { rows.push_back(itemOf(row)); }, seq, batch, filter.beforeSeq);
        if (!done)
            return tl::unexpected(std::move(done.error()));
    }
    std::ranges::sort(rows, {}, &ItemRow::place);
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(filter.limit)));
    return rows;
}

JobDatabase::Result<std::vector<ItemRow>> JobDatabase::items(std::int64_t batch, const JobFilter& filter,
                                                             const JobSeqs& running) {
    if (filter.state == kTaken)
        return runningItems(batch, filter, running);
    const bool waiting = filter.state == kWaiting;
    // What runs is among what waits for all that the file knows.
    const std::int64_t limit = filter.limit + (waiting ? static_cast<std::int64_t>(running.size()) : 0);
    const auto read = [&](const std::string& sql, const auto&... state) -> Result<std::vector<ItemRow>> {
        std::vector<ItemRow> rows;
        auto done = each(
            sql.c_str(),
            [&](SqliteRow& row) {
                if (ItemRow item = itemOf(row); !waiting || !running.contains(item.seq))
                    rows.push_back(std::move(item));
            },
            batch, filter.beforeSeq, limit, state...);
        if (!done)
            return tl::unexpected(std::move(done.error()));
        return rows;
    };
    if (!filter.state)
        return read(itemsSql());
    auto rows = read(itemsOfStateSql(), *filter.state);
    if (!rows || !waiting)
        return rows;
    auto taken = read(itemsOfStateSql(), kTaken);
    if (!taken)
        return taken;
    return merged(*std::move(rows), *std::move(taken), filter.limit, std::less(), &ItemRow::place);
}

JobDatabase::Result<BatchWay> JobDatabase::shortestBatchWay(const JobFilter& filter) {
    Shortest<BatchWay> shortest{BatchWay::Newest};
    const auto look = [&](BatchWay way, const auto& value) -> Result<> {
        const auto counted = countOf(batchWays().at(static_cast<std::size_t>(way)).count, value);
        if (!counted)
            return tl::unexpected(counted.error());
        shortest.look(way, *counted);
        return {};
    };
    Result<> done;
    if (filter.state)
        done = look(BatchWay::State, *filter.state);
    if (done && !filter.project.empty())
        done = look(BatchWay::Project, filter.project);
    if (done && !filter.keyId.empty())
        done = look(BatchWay::Key, filter.keyId);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return shortest.way;
}

JobDatabase::Result<std::vector<BatchRow>> JobDatabase::batches(const JobFilter& filter) {
    const auto way = shortestBatchWay(filter);
    if (!way)
        return tl::unexpected(way.error());
    std::vector<BatchRow> rows;
    auto done = each(
        batchWays().at(static_cast<std::size_t>(*way)).rows.c_str(),
        [&](SqliteRow& row) { rows.push_back(batchOf(row)); }, beforeOf(filter), filter.project, filter.keyId,
        filter.state.value_or(0), filter.state.value_or(kLastBatchState), std::int64_t{filter.limit});
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
    if (which == WebhookList::All) {
        auto waiting = webhooks(WebhookList::Waiting, filter);
        auto dead = webhooks(WebhookList::Dead, filter);
        if (!waiting || !dead)
            return waiting ? dead : waiting;
        return merged(*std::move(waiting), *std::move(dead), filter.limit, std::greater(), &WebhookRow::seq);
    }
    const bool isDead = which == WebhookList::Dead;
    const std::string owner = ownerOf(filter.project);
    std::vector<WebhookRow> rows;
    const auto read = [&](const auto&... values) {
        return each(
            webhooksSql(isDead, !owner.empty()).c_str(),
            [&](SqliteRow& row) { rows.push_back(webhookOf(row)); }, values...);
    };
    const std::int64_t limit = filter.limit;
    auto done = owner.empty() ? read(beforeOf(filter), limit) : read(beforeOf(filter), limit, owner);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

} // namespace tollgate
