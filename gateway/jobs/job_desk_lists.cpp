// What the desk tells people: how things stand; and dead letters sent anew.

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

json::value timeOrNull(std::int64_t ms) {
    return ms > 0 ? json::value(toRfc3339(ms)) : json::value(nullptr);
}

} // namespace

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
