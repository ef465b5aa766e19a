// Batches of jobs.db: their sums, and the results of their items.

#include "gateway/jobs/job_rows.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

std::optional<Money> moneyOrNull(SqliteRow& row) {
    const auto number = row.numberOrNull();
    return number ? std::optional(Money{*number}) : std::nullopt;
}

/// The reply as a value of one line; what is no JSON becomes a text.
void appendReply(std::string& line, std::string_view name, std::string_view reply) {
    line.append(",\"").append(name).append("\":");
    if (reply.empty()) {
        line += "null";
        return;
    }
    const std::size_t at = line.size();
    line.append(reply);
    // Between the values of valid JSON a line break is a blank, and inside of them there is none (RFC 8259).
    std::replace_if(
        line.begin() + static_cast<std::ptrdiff_t>(at), line.end(),
        [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

std::string_view wordOf(JobState state) {
    return state == JobState::Completed ? "completed" : state == JobState::Failed ? "failed" : "cancelled";
}

std::string lineOf(SqliteRow& row) {
    std::string line = "{\"custom_id\":" + json::serialize(json::string(row.bytes()));
    const auto state = static_cast<JobState>(row.number());
    line.append(",\"status\":\"").append(wordOf(state)).append("\"");
    const std::int64_t status = row.number();
    if (status > 0)
        line += ",\"status_code\":" + std::to_string(status);
    const auto cost = moneyOrNull(row);
    if (state == JobState::Completed)
        line += ",\"cost_usd\":" + (cost ? cost->toString() : std::string("null"));
    if (const std::string trace = row.text(); !trace.empty())
        line += ",\"trace_id\":" + json::serialize(json::string(trace));
    const std::string_view reply = row.bytes();
    if (state == JobState::Completed) {
        appendReply(line, "response", reply);
    } else {
        boost::system::error_code failure;
        const json::value body = parsedJson(reply, failure);
        const json::value* error =
            !failure && body.is_object() ? body.as_object().if_contains("error") : nullptr;
        json::object message;
        message["message"] = state == JobState::Cancelled ? "It was cancelled." : "It failed.";
        appendReply(line, "error", toJsonText(error != nullptr ? *error : json::value(std::move(message))));
    }
    return line + "}\n";
}

} // namespace

BatchRow batchOf(SqliteRow& row) {
    BatchRow batch;
    batch.seq = row.number();
    batch.id = row.text();
    batch.owner.keyId = row.text();
    batch.owner.project = row.text();
    batch.state = static_cast<BatchState>(row.number());
    batch.total = row.number();
    batch.completed = row.number();
    batch.failed = row.number();
    batch.cancelled = row.number();
    batch.unpriced = row.number();
    batch.cost = Money{row.number()};
    batch.estimate = moneyOrNull(row);
    batch.budget = moneyOrNull(row);
    batch.createdMs = row.number();
    batch.finishedMs = row.number();
    batch.ttlMs = row.number();
    return batch;
}

JobDatabase::Result<std::int64_t> JobDatabase::addBatch(const NewBatch& batch) {
    auto insert = statement("INSERT INTO batches(id, key_id, project, state, budget, created_ms, ttl_ms)"
                            " VALUES(?, ?, ?, 0, ?, ?, ?)");
    if (!insert)
        return tl::unexpected(std::move(insert.error()));
    SqliteStatement& to = **insert;
    to.bind(batch.id).bind(batch.owner.keyId).bind(batch.owner.project);
    if (batch.budget)
        to.bind(batch.budget->nanodollars);
    else
        to.bindNull();
    if (auto done = to.bind(batch.nowMs).bind(batch.ttlMs).run(); !done)
        return tl::unexpected(std::move(done.error()));
    return m_connection->lastInsertId();
}

JobDatabase::Result<bool> JobDatabase::dropItems(std::int64_t batch, int most) {
    auto done = run("DELETE FROM jobs WHERE seq IN (SELECT seq FROM jobs WHERE batch = ? LIMIT ?)", batch,
                    std::int64_t{most});
    const bool more = done && m_connection->changes() >= most;
    if (done && !more)
        done = run("DELETE FROM batches WHERE seq = ?", batch);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return more;
}

JobDatabase::Result<> JobDatabase::setBatchSize(std::int64_t seq, std::int64_t total,
                                                std::optional<Money> estimate) {
    auto update = statement("UPDATE batches SET total = ?, estimate = ? WHERE seq = ?");
    if (!update)
        return tl::unexpected(std::move(update.error()));
    SqliteStatement& to = **update;
    to.bind(total);
    if (estimate)
        to.bind(estimate->nanodollars);
    else
        to.bindNull();
    return to.bind(seq).run();
}

JobDatabase::Result<std::optional<BatchRow>> JobDatabase::batch(std::string_view id) {
    static const std::string sql =
        "SELECT " + std::string(kBatchColumns) + " FROM batches WHERE id = ? AND state < 6";
    std::optional<BatchRow> found;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { found = batchOf(row); }, id);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return found;
}

JobDatabase::Result<std::optional<BatchRow>> JobDatabase::batch(std::int64_t seq) {
    static const std::string sql = "SELECT " + std::string(kBatchColumns) + " FROM batches WHERE seq = ?";
    std::optional<BatchRow> found;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { found = batchOf(row); }, seq);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return found;
}

JobDatabase::Result<> JobDatabase::addToBatch(std::int64_t seq, const BatchDelta& delta) {
    return run("UPDATE batches SET completed = completed + ?, failed = failed + ?, unpriced = unpriced + ?,"
               " cost = cost + ?, state = CASE state WHEN 0 THEN 1 ELSE state END WHERE seq = ?",
               delta.completed, delta.failed, delta.unpriced, delta.cost.nanodollars, seq);
}

JobDatabase::Result<> JobDatabase::setBatchState(std::int64_t seq, BatchState state,
                                                 std::int64_t finishedMs) {
    return run("UPDATE batches SET state = ?, finished_ms = ? WHERE seq = ?",
               static_cast<std::int64_t>(state), finishedMs, seq);
}

JobDatabase::Result<std::int64_t> JobDatabase::cancelItems(std::int64_t batch, std::int64_t nowMs) {
    auto done = each(
        "SELECT owner, SUM(length(headers) - bytes) FROM jobs WHERE batch = ? AND state = 0"
        " GROUP BY owner",
        [this](SqliteRow& row) {
            const std::string owner = row.text();
            m_storedChanges[owner] += row.number();
        },
        batch);
    if (done)
        done = run("UPDATE jobs SET state = 4, finished_ms = ?, body = x'', bytes = length(headers) WHERE "
                   "batch = ? AND state = 0",
                   nowMs, batch);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    const std::int64_t cancelled = m_connection->changes();
    done = run("UPDATE batches SET cancelled = cancelled + ? WHERE seq = ?", cancelled, batch);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return cancelled;
}

JobDatabase::Result<JobDatabase::Lines> JobDatabase::results(std::int64_t batch, std::int64_t place,
                                                             std::size_t bytes) {
    Lines lines;
    lines.place = place;
    auto done = each(
        "SELECT place, custom_id, state, status, cost, trace, reply FROM jobs WHERE batch = ? AND place > ?"
        " AND state >= 2 ORDER BY place",
        [&](SqliteRow& row) {
            lines.more = lines.text.size() >= bytes;
            if (lines.more)
                return false;
            lines.place = row.number();
            lines.text += lineOf(row);
            return true;
        },
        batch, place);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return lines;
}

} // namespace tollgate
