// Webhooks of jobs.db: what is to be delivered, and what could not be.

#include "gateway/jobs/address_rule.h"
#include "gateway/jobs/job_rows.h"

namespace tollgate {

WebhookRow webhookOf(SqliteRow& row) {
    WebhookRow webhook;
    webhook.seq = row.number();
    webhook.id = row.text();
    webhook.taskId = row.text();
    webhook.owner = row.text();
    webhook.url = row.text();
    webhook.receiver = row.text();
    webhook.tries = static_cast<int>(row.number());
    webhook.lastStatus = static_cast<int>(row.number());
    webhook.lastError = row.text();
    webhook.dueMs = row.number();
    webhook.createdMs = row.number();
    webhook.deadMs = row.number();
    return webhook;
}

std::string ownerOf(std::string_view project) {
    return project.empty() ? std::string() : JobOwner{{}, std::string(project)}.name();
}

JobDatabase::Result<std::optional<WebhookLane>>
JobDatabase::addWebhook(const TaskRow& task, const std::string& body, std::int64_t nowMs) {
    std::string url;
    auto done = each(
        "SELECT webhook_url FROM jobs WHERE seq = ?", [&](SqliteRow& row) { url = row.text(); }, task.seq);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    if (url.empty())
        return std::optional<WebhookLane>();
    auto insert =
        statement("INSERT INTO webhooks(id, task, owner, url, receiver, secret, body, bytes, due_ms,"
                  " created_ms) SELECT ?, id, owner, webhook_url, ?, webhook_secret, ?, ?, ?, ?"
                  " FROM jobs WHERE seq = ?");
    if (!insert)
        return tl::unexpected(std::move(insert.error()));
    const std::string id = "whd_" + task.id.substr(task.id.find('_') + 1);
    const auto bytes = static_cast<std::int64_t>(body.size() + url.size());
    WebhookLane lane{task.owner.name(), receiverOf(url), nowMs};
    (*insert)->bind(id).bind(lane.receiver).bindBlob(body).bind(bytes).bind(nowMs).bind(nowMs);
    done = (*insert)->bind(task.seq).run();
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return std::optional(std::move(lane));
}

JobDatabase::Result<std::vector<WebhookLane>> JobDatabase::webhookLanes() {
    std::vector<WebhookLane> lanes;
    auto done = each("SELECT owner, receiver, MIN(due_ms) FROM webhooks WHERE dead_ms = 0"
                     " GROUP BY owner, receiver",
                     [&](SqliteRow& row) {
                         WebhookLane lane;
                         lane.owner = row.text();
                         lane.receiver = row.text();
                         lane.dueMs = row.number();
                         lanes.push_back(std::move(lane));
                     });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return lanes;
}

JobDatabase::Result<std::vector<WebhookRow>> JobDatabase::dueWebhooks(const WebhookLane& lane,
                                                                      std::int64_t nowMs, int most) {
    static const std::string sql =
        "SELECT " + std::string(kWebhookColumns) +
        ", secret, body FROM webhooks"
        " WHERE owner = ? AND receiver = ? AND dead_ms = 0 AND due_ms <= ? ORDER BY due_ms LIMIT ?";
    std::vector<WebhookRow> rows;
    auto done = each(
        sql.c_str(),
        [&](SqliteRow& row) {
            WebhookRow webhook = webhookOf(row);
            webhook.secret = row.text();
            webhook.body = row.text();
            rows.push_back(std::move(webhook));
        },
        lane.owner, lane.receiver, nowMs, std::int64_t{most});
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::optional<std::int64_t>> JobDatabase::nextWebhookDue(const WebhookLane& lane,
                                                                             std::int64_t afterMs) {
    std::optional<std::int64_t> due;
    auto done = each(
        "SELECT due_ms FROM webhooks WHERE owner = ? AND receiver = ? AND dead_ms = 0 AND due_ms > ?"
        " ORDER BY due_ms LIMIT 1",
        [&](SqliteRow& row) { due = row.number(); }, lane.owner, lane.receiver, afterMs);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return due;
}

JobDatabase::Result<> JobDatabase::webhookDelivered(std::int64_t seq) {
    return run("DELETE FROM webhooks WHERE seq = ?", seq);
}

JobDatabase::Result<> JobDatabase::webhookFailed(std::int64_t seq, int status, std::string_view error,
                                                 std::int64_t dueMs) {
    return run("UPDATE webhooks SET tries = tries + 1, status = ?, error = ?, due_ms = ? WHERE seq = ?",
               std::int64_t{status}, error, dueMs, seq);
}

JobDatabase::Result<> JobDatabase::webhookDied(std::int64_t seq, int status, std::string_view error,
                                               std::int64_t nowMs) {
    return run("UPDATE webhooks SET tries = tries + 1, status = ?, error = ?, dead_ms = ? WHERE seq = ?",
               std::int64_t{status}, error, nowMs, seq);
}

JobDatabase::Result<bool> JobDatabase::resendWebhook(std::string_view id, std::int64_t nowMs) {
    auto done = run("UPDATE webhooks SET dead_ms = 0, tries = 0, due_ms = ?, created_ms = ?"
                    " WHERE id = ? AND dead_ms > 0",
                    nowMs, nowMs, id);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return m_connection->changes() > 0;
}

JobDatabase::Result<std::int64_t> JobDatabase::resendWebhooks(std::string_view project, std::int64_t nowMs,
                                                              int most) {
    const std::string owner = ownerOf(project);
    const std::int64_t limit = most;
    auto done =
        owner.empty()
            ? run("UPDATE webhooks SET dead_ms = 0, tries = 0, due_ms = ?, created_ms = ? WHERE seq IN"
                  " (SELECT seq FROM webhooks INDEXED BY webhooks_dead WHERE dead_ms > 0"
                  " ORDER BY seq LIMIT ?)",
                  nowMs, nowMs, limit)
            : run("UPDATE webhooks SET dead_ms = 0, tries = 0, due_ms = ?, created_ms = ? WHERE seq IN"
                  " (SELECT seq FROM webhooks INDEXED BY webhooks_dead_of WHERE dead_ms > 0 AND"
                  " owner = ? ORDER BY seq LIMIT ?)",
                  nowMs, nowMs, owner, limit);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return m_connection->changes();
}

JobDatabase::Result<std::string> JobDatabase::webhookSecret(std::string_view owner) {
    std::string sealed;
    auto done = each(
        "SELECT sealed FROM webhook_secrets WHERE owner = ?", [&](SqliteRow& row) { sealed = row.text(); },
        owner);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return sealed;
}

JobDatabase::Result<> JobDatabase::setWebhookSecret(std::string_view owner, std::string_view sealed) {
    auto insert = statement("INSERT INTO webhook_secrets(owner, sealed) VALUES(?, ?)"
                            " ON CONFLICT(owner) DO UPDATE SET sealed = excluded.sealed");
    if (!insert)
        return tl::unexpected(std::move(insert.error()));
    return (*insert)->bind(owner).bindBlob(sealed).run();
}

} // namespace tollgate
