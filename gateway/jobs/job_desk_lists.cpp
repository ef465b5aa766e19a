// What the desk tells people: lists, page by page, and how things stand; and dead letters sent anew.

#include "gateway/jobs/job_desk.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kMostOwners = 50;
constexpr int kMostResent = 1000; ///< at once: each is a row that is written

JobAnswer jsonAnswer(const json::object& body) {
    JobAnswer answer;
    answer.body = toJsonText(body);
    return answer;
}

/// {"data":[…],"next_cursor"}: one row more than asked for tells whether there is a next page.
template <typename Row, typename ToJson, typename CursorOf>
JobAnswer listAnswer(const std::vector<Row>& rows, int limit, const ToJson& toObject,
                     const CursorOf& cursorOf) {
    json::array data;
    json::value next;
    for (const Row& row : rows) {
        if (data.size() == static_cast<std::size_t>(limit)) {
            next = std::to_string(cursorOf(rows[data.size() - 1]));
            break;
        }
        data.push_back(toObject(row));
    }
    json::object out;
    out["data"] = std::move(data);
    out["next_cursor"] = std::move(next);
    return jsonAnswer(out);
}

JobFilter oneMore(JobFilter filter) {
    ++filter.limit;
    return filter;
}

constexpr auto kSeq = [](const auto& row) { return row.seq; };

json::value timeOrNull(std::int64_t ms) {
    return ms > 0 ? json::value(toRfc3339(ms)) : json::value(nullptr);
}

} // namespace

bool JobDesk::isOf(const JobFilter& filter, JobState state, std::int64_t seq) const {
    if (!filter.state)
        return true;
    if (*filter.state >= static_cast<std::int64_t>(JobState::Completed))
        return static_cast<std::int64_t>(state) == *filter.state;
    const bool wantsRunning = *filter.state == static_cast<std::int64_t>(JobState::Taken);
    return state < JobState::Completed && m_scheduler.isRunning(seq) == wantsRunning;
}

JobDesk::Answer JobDesk::tasks(const JobQuestion& question) {
    const auto rows = m_database.tasks(oneMore(question.filter), [&](const TaskRow& row) {
        return isOf(question.filter, row.state, row.seq);
    });
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [this](const TaskRow& row) { return toJson(row, m_scheduler.isRunning(row.seq)); }, kSeq);
}

JobDesk::Answer JobDesk::batches(const JobQuestion& question) {
    const auto rows = m_database.batches(oneMore(question.filter));
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit, [](const BatchRow& row) { return toJson(row); }, kSeq);
}

JobDesk::Answer JobDesk::items(const JobQuestion& question) {
    const auto batch = m_database.batch(question.id);
    if (!batch)
        return tl::unexpected(batch.error());
    if (!*batch)
        return refusal({ErrorCode::NotFound, "There is no such batch."});
    const auto rows = m_database.items((*batch)->seq, oneMore(question.filter), [&](const ItemRow& row) {
        return isOf(question.filter, row.state, row.seq);
    });
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [this](const ItemRow& row) { return toJson(row, m_scheduler.isRunning(row.seq)); },
        [](const ItemRow& row) { return row.place + 1; });
}

JobDesk::Answer JobDesk::webhooks(const JobQuestion& question) {
    const auto rows = m_database.webhooks(question.webhooks, oneMore(question.filter));
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [this](const WebhookRow& row) { return toJson(row, m_hooks.isSending(row.seq)); }, kSeq);
}

JobDesk::Answer JobDesk::resend(const JobQuestion& question) {
    const auto resent = m_database.resendWebhook(question.id, m_clock.unixMs());
    if (!resent)
        return tl::unexpected(resent.error());
    if (!*resent)
        return refusal({ErrorCode::NotFound, "There is no such dead letter."});
    json::object out;
    out["id"] = question.id;
    out["status"] = "pending";
    return jsonAnswer(out);
}

JobDesk::Answer JobDesk::resendAll(const JobQuestion& question) {
    const auto resent = m_database.resendWebhooks(question.filter.project, m_clock.unixMs(), kMostResent);
    if (!resent)
        return tl::unexpected(resent.error());
    json::object out;
    out["resent"] = *resent;
    out["more"] = *resent == kMostResent;
    return jsonAnswer(out);
}

JobDesk::Answer JobDesk::state() {
    const auto counts = m_database.counts();
    const auto tasks = m_database.taskCounts();
    const auto owners =
        m_database.owners(kMostOwners, [this](std::int64_t seq) { return m_scheduler.isRunning(seq); });
    if (!counts || !tasks || !owners)
        return tl::unexpected(!counts ? counts.error() : !tasks ? tasks.error() : owners.error());
    const SnapshotPtr snapshot = m_snapshots.load();
    const auto taskCount = [&](JobState state) {
        const auto found = tasks->find(state);
        return found == tasks->end() ? 0 : found->second;
    };
    json::object byState;
    byState["open"] = taskCount(JobState::Waiting) + taskCount(JobState::Taken);
    byState["completed"] = taskCount(JobState::Completed);
    byState["failed"] = taskCount(JobState::Failed);
    byState["cancelled"] = taskCount(JobState::Cancelled);
    json::array list;
    std::int64_t oldest = 0;
    const auto running = m_scheduler.runningByOwner();
    for (const OwnerRow& row : *owners) {
        const auto busy = running.find(row.owner);
        const std::int64_t runs = busy == running.end() ? 0 : busy->second;
        json::object one;
        one["owner"] = row.owner;
        one["waiting"] = std::max<std::int64_t>(row.waiting - runs, 0);
        one["running"] = runs;
        one["oldest_waiting_at"] = timeOrNull(row.oldestMs);
        one["stored_bytes"] = row.storedBytes;
        list.push_back(std::move(one));
        if (row.oldestMs > 0 && (oldest == 0 || row.oldestMs < oldest))
            oldest = row.oldestMs;
    }
    json::object out;
    out["waiting"] = counts->waiting - m_scheduler.runningUnmarked();
    out["running"] = m_scheduler.running();
    out["parallel"] = snapshot->settings.jobsParallel;
    out["oldest_waiting_at"] = timeOrNull(oldest);
    out["tasks"] = std::move(byState);
    out["webhooks_waiting"] = counts->webhooksWaiting;
    out["webhooks_dead"] = counts->webhooksDead;
    out["stored_bytes"] = counts->storedBytes;
    out["max_bytes"] = std::int64_t{snapshot->settings.jobsMaxMb} << 20;
    out["project_max_bytes"] = std::int64_t{snapshot->settings.jobsProjectMaxMb} << 20;
    out["owners"] = std::move(list);
    return jsonAnswer(out);
}

} // namespace tollgate
