#include "gateway/jobs/job_database.h"

#include "gateway/jobs/job_rows.h"
#include "gateway/jobs/job_schema.h"
#include "gateway/store/database.h"
#include "gateway/store/migrations.h"

#include <QString>

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kTakenBytes = 1024 * 1024; // and one more: bodies may be large
constexpr std::int64_t kDeadLettersKeptMs = 30LL * 24 * 3'600'000;
Job jobOf(SqliteRow& row) {
    Job job;
    job.seq = row.number();
    job.id = row.text();
    job.batch = row.numberOrNull().value_or(0);
    job.owner.keyId = row.text();
    job.owner.project = row.text();
    job.path = row.text();
    job.headers = headersOfText(row.bytes());
    job.tries = static_cast<int>(row.number());
    job.createdMs = row.number();
    job.worst = Money{row.number()};
    job.ttlMs = row.number();
    job.body = row.text();
    return job;
}

} // namespace

TaskRow taskOf(SqliteRow& row) {
    TaskRow task;
    task.seq = row.number();
    task.id = row.text();
    task.owner.keyId = row.text();
    task.owner.project = row.text();
    task.state = static_cast<JobState>(row.number());
    task.path = row.text();
    task.model = row.text();
    task.tries = static_cast<int>(row.number());
    task.status = static_cast<int>(row.number());
    task.error = row.text();
    if (const auto cost = row.numberOrNull())
        task.cost = Money{*cost};
    task.traceId = row.text();
    task.createdMs = row.number();
    task.finishedMs = row.number();
    task.ttlMs = row.number();
    task.bytes = row.number();
    task.webhook = row.number() != 0;
    return task;
}

std::string headerText(const HttpHeaders& headers) {
    std::string text;
    for (const auto& [name, value] : headers.entries())
        text.append(name).append(": ").append(value).append("\n");
    return text;
}

HttpHeaders headersOfText(std::string_view text) {
    HttpHeaders headers;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (const std::size_t colon = line.find(": "); colon != std::string_view::npos)
            headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return headers;
}

JobDatabase::Result<std::unique_ptr<JobDatabase>> JobDatabase::open(const std::string& path) {
    {
        auto database = Database::open(path);
        if (!database)
            return tl::unexpected(std::move(database.error()));
        if (auto migrated = migrate(**database, {{30, "jobs", kJobSchema30},
                                                 {31, "job lists", kJobSchema31},
                                                 {32, "job sums", kJobSchema32},
                                                 {33, "job indexes", kJobSchema33}});
            !migrated)
            return tl::unexpected(std::move(migrated.error()));
    }
    auto connection = SqliteConnection::open(path);
    if (!connection)
        return tl::unexpected(std::move(connection.error()));
    // What is forgotten is not to be found in the file's free pages. A checkpoint waits for the disk, and
    // every job with it: under load they are rare, and otherwise made when nothing runs (checkpoint()).
    if (auto done =
            (*connection)
                ->execute(
                    "PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=8000;"
                    " PRAGMA cache_size=-16384; UPDATE jobs INDEXED BY jobs_taken SET state=0 WHERE state=1;"
                    " DELETE FROM jobs WHERE batch IN (SELECT seq FROM batches WHERE state = 6);"
                    " DELETE FROM batches WHERE state = 6");
        !done)
        return tl::unexpected(std::move(done.error()));
    return std::unique_ptr<JobDatabase>(new JobDatabase(*std::move(connection)));
}

JobDatabase::Result<std::unique_ptr<JobDatabase>> JobDatabase::openToRead(const std::string& path) {
    auto connection = SqliteConnection::open(path);
    if (!connection)
        return tl::unexpected(std::move(connection.error()));
    if (auto done = (*connection)->execute("PRAGMA query_only=ON"); !done)
        return tl::unexpected(std::move(done.error()));
    return std::unique_ptr<JobDatabase>(new JobDatabase(*std::move(connection)));
}

JobDatabase::Result<SqliteStatement*> JobDatabase::statement(const char* sql) {
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return &known->second;
    auto prepared = m_connection->prepare(sql);
    if (!prepared)
        return tl::unexpected(std::move(prepared.error()));
    return &m_statements.emplace(sql, *std::move(prepared)).first->second;
}

JobDatabase::Result<std::int64_t> JobDatabase::addJob(const NewJob& job) {
    auto insert = statement(
        "INSERT INTO jobs(id, batch, place, custom_id, owner, key_id, project, path, model, headers, state,"
        " due_ms, created_ms, ttl_ms, worst, bytes, webhook_url, webhook_secret, body)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return tl::unexpected(std::move(insert.error()));
    SqliteStatement& to = **insert;
    const std::string owner = job.owner.name();
    if (job.batch == 0)
        to.bind(job.id).bindNull();
    else
        to.bindNull().bind(job.batch);
    to.bind(job.place).bind(job.customId).bind(owner).bind(job.owner.keyId).bind(job.owner.project);
    to.bind(job.path).bind(job.model).bind(job.headers).bind(job.nowMs).bind(job.nowMs).bind(job.ttlMs);
    to.bind(job.worst.nanodollars)
        .bind(job.bytes())
        .bind(job.webhookUrl)
        .bindBlob(job.webhookSecret)
        .bindBlob(job.body);
    if (auto done = to.run(); !done)
        return tl::unexpected(std::move(done.error()));
    return m_connection->lastInsertId();
}

JobDatabase::Result<JobDatabase::Taken> JobDatabase::take(std::string_view owner, std::int64_t nowMs,
                                                          int most,
                                                          const std::function<bool(std::int64_t)>& isTaken) {
    Taken taken;
    std::vector<std::int64_t> next;
    auto done = each(
        "SELECT seq, due_ms FROM jobs WHERE owner = ? AND state = 0 ORDER BY due_ms, seq",
        [&](SqliteRow& row) {
            const std::int64_t seq = row.number();
            const std::int64_t dueMs = row.number();
            if (isTaken(seq))
                return true;
            if (dueMs > nowMs || next.size() == static_cast<std::size_t>(most)) {
                taken.nextDueMs = dueMs;
                return false;
            }
            next.push_back(seq);
            return true;
        },
        owner);
    std::size_t bytes = 0;
    for (const std::int64_t seq : next) {
        if (!done)
            break;
        if (bytes >= kTakenBytes) {
            taken.nextDueMs = nowMs;
            break;
        }
        done = each(
            "SELECT seq, id, batch, key_id, project, path, headers, tries, created_ms, worst, ttl_ms, body"
            " FROM jobs WHERE seq = ?",
            [&](SqliteRow& row) {
                taken.jobs.push_back(jobOf(row));
                bytes += taken.jobs.back().body.size();
            },
            seq);
    }
    if (!done)
        return tl::unexpected(std::move(done.error()));
    std::ranges::sort(taken.jobs, {}, &Job::seq);
    return taken;
}

JobDatabase::Result<> JobDatabase::keepFromCancelling(std::int64_t seq) {
    return run("UPDATE jobs SET state = 1 WHERE seq = ? AND state = 0", seq);
}

JobDatabase::Result<> JobDatabase::putBack(std::int64_t seq, int tries, std::int64_t dueMs) {
    return run("UPDATE jobs SET state = 0, tries = ?, due_ms = ? WHERE seq = ? AND state < 2",
               std::int64_t{tries}, dueMs, seq);
}

JobDatabase::Result<> JobDatabase::finish(std::int64_t seq, JobState state, const JobReply& reply, int tries,
                                          std::int64_t nowMs) {
    const std::string error = state == JobState::Failed ? shortErrorOf(reply.body) : std::string();
    auto bytes = static_cast<std::int64_t>(reply.body.size() + error.size());
    bool open = false;
    auto looked = each(
        "SELECT owner, bytes, length(headers) FROM jobs WHERE seq = ? AND state < 2",
        [&](SqliteRow& row) {
            const std::string_view owner = row.bytes();
            std::int64_t& change = m_storedChanges.try_emplace(std::string(owner)).first->second;
            change -= row.number();
            bytes += row.number();
            change += bytes;
            open = true;
        },
        seq);
    if (!looked || !open)
        return looked;
    auto update = statement("UPDATE jobs SET state = ?, status = ?, tries = ?, finished_ms = ?, cost = ?,"
                            " trace = ?, error = ?, reply = ?, bytes = ?, body = x'' WHERE seq = ?");
    if (!update)
        return tl::unexpected(std::move(update.error()));
    SqliteStatement& to = **update;
    to.bind(static_cast<std::int64_t>(state)).bind(std::int64_t{reply.status}).bind(std::int64_t{tries});
    to.bind(nowMs);
    if (reply.cost)
        to.bind(reply.cost->nanodollars);
    else
        to.bindNull();
    to.bind(reply.traceId).bind(error).bindBlob(reply.body).bind(bytes).bind(seq);
    return to.run();
}

JobDatabase::Result<std::vector<std::string>> JobDatabase::waitingOwners() {
    std::vector<std::string> owners;
    auto done = each("SELECT DISTINCT owner FROM jobs WHERE state = 0",
                     [&](SqliteRow& row) { owners.push_back(row.text()); });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return owners;
}

JobDatabase::Result<std::optional<TaskRow>> JobDatabase::task(std::string_view id) {
    static const std::string sql =
        "SELECT " + std::string(kTaskColumns) + ", reply FROM jobs WHERE id = ? AND batch IS NULL";
    std::optional<TaskRow> found;
    auto done = each(
        sql.c_str(),
        [&](SqliteRow& row) {
            found = taskOf(row);
            found->reply = row.text();
        },
        id);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return found;
}

/// In a transaction that failed this is void, and so is what it was for.
JobDatabase::Result<> JobDatabase::writeStored() {
    for (const auto& [owner, bytes] : m_storedChanges) {
        if (bytes == 0)
            continue;
        if (auto done = run("UPDATE stored SET bytes = bytes + ? WHERE owner = ?", bytes, owner); !done)
            return done;
    }
    m_storedChanges.clear();
    return {};
}

JobDatabase::Result<> JobDatabase::commit() {
    if (auto done = writeStored(); !done)
        return done;
    return m_connection->execute("COMMIT");
}

void JobDatabase::rollBack() {
    m_storedChanges.clear();
    (void)m_connection->execute("ROLLBACK");
}

JobDatabase::Result<JobCounts> JobDatabase::counts() {
    JobCounts counts;
    if (auto done = writeStored(); !done)
        return tl::unexpected(std::move(done.error()));
    auto done = each("SELECT (SELECT COUNT(*) FROM jobs WHERE state = 0), (SELECT COUNT(*) FROM webhooks "
                     "WHERE dead_ms = 0),"
                     " (SELECT COUNT(*) FROM webhooks WHERE dead_ms > 0),"
                     " (SELECT COALESCE(SUM(bytes), 0) FROM stored)",
                     [&](SqliteRow& row) {
                         counts.waiting = row.number();
                         counts.webhooksWaiting = row.number();
                         counts.webhooksDead = row.number();
                         counts.storedBytes = row.number();
                     });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return counts;
}

JobDatabase::Result<std::int64_t> JobDatabase::storedBytes(std::string_view owner) {
    std::int64_t bytes = 0;
    if (auto done = writeStored(); !done)
        return tl::unexpected(std::move(done.error()));
    auto done = each(
        "SELECT bytes FROM stored WHERE owner = ?", [&](SqliteRow& row) { bytes = row.number(); }, owner);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return bytes;
}

JobDatabase::Result<bool> JobDatabase::trim(std::int64_t nowMs, int most) {
    bool more = false;
    const auto forget = [&](const char* sql, std::int64_t before, std::int64_t limit) -> Result<> {
        auto done = run(sql, before, limit);
        more = more || (done && m_connection->changes() >= limit);
        return done;
    };
    auto done = writeStored();
    if (done)
        done = forget("DELETE FROM jobs WHERE seq IN (SELECT seq FROM jobs WHERE batch IS NULL AND"
                      " finished_ms > 0 AND finished_ms + ttl_ms <= ? LIMIT ?)",
                      nowMs, most);
    // Items first, a part at a time: a batch may have very many of them.
    if (done)
        done =
            forget("DELETE FROM jobs WHERE seq IN (SELECT j.seq FROM batches b JOIN jobs j ON j.batch = b.seq"
                   " WHERE b.finished_ms > 0 AND b.finished_ms + b.ttl_ms <= ? LIMIT ?)",
                   nowMs, most);
    if (done && !more)
        done = forget("DELETE FROM batches WHERE seq IN (SELECT seq FROM batches WHERE finished_ms > 0 AND"
                      " finished_ms + ttl_ms <= ? LIMIT ?)",
                      nowMs, most);
    if (done)
        done = forget("DELETE FROM webhooks WHERE seq IN (SELECT seq FROM webhooks WHERE dead_ms > 0 AND"
                      " dead_ms <= ? LIMIT ?)",
                      nowMs - kDeadLettersKeptMs, most);
    if (done)
        done = run("DELETE FROM stored WHERE bytes = 0");
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return more;
}

JobDatabase::Result<> JobDatabase::checkpoint() {
    return m_connection->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace tollgate
