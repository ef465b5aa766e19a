// Webhooks of jobs.db: what is to be delivered, and what could not be.

#include "gateway/jobs/job_database.h"

namespace tollgate {

namespace {

constexpr const char* kWebhookColumns = "SELECT seq, id, task, owner, url, secret, body, tries, status, "
                                        "error, created_ms, dead_ms FROM webhooks ";

WebhookRow webhookOf(SqliteRow& row) {
    WebhookRow webhook;
    webhook.seq = row.number();
    webhook.id = row.text();
    webhook.taskId = row.text();
    webhook.owner = row.text();
    webhook.url = row.text();
    webhook.secret = row.text();
    webhook.body = row.text();
    webhook.tries = static_cast<int>(row.number());
    webhook.lastStatus = static_cast<int>(row.number());
    webhook.lastError = row.text();
    webhook.createdMs = row.number();
    webhook.deadMs = row.number();
    return webhook;
}

} // namespace

JobDatabase::Result<> JobDatabase::addWebhook(const TaskRow& task, const std::string& body,
                                              std::int64_t nowMs) {
    auto insert = statement("INSERT INTO webhooks(id, task, owner, url, secret, body, due_ms, created_ms)"
                            " SELECT ?, id, owner, webhook_url, webhook_secret, ?, ?, ? FROM jobs"
                            " WHERE seq = ?");
    if (!insert)
        return tl::unexpected(std::move(insert.error()));
    const std::string id = "whd_" + task.id.substr(task.id.find('_') + 1);
    return (*insert)->bind(id).bindBlob(body).bind(nowMs).bind(nowMs).bind(task.seq).run();
}

JobDatabase::Result<std::vector<WebhookRow>> JobDatabase::dueWebhooks(std::int64_t nowMs, int most) {
    static const std::string sql =
        std::string(kWebhookColumns) + "WHERE dead_ms = 0 AND due_ms <= ? ORDER BY due_ms LIMIT ?";
    std::vector<WebhookRow> rows;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { rows.push_back(webhookOf(row)); }, nowMs, std::int64_t{most});
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<std::optional<std::int64_t>> JobDatabase::nextWebhookDue(std::int64_t afterMs) {
    std::optional<std::int64_t> due;
    auto done = each(
        "SELECT due_ms FROM webhooks WHERE dead_ms = 0 AND due_ms > ? ORDER BY due_ms LIMIT 1",
        [&](SqliteRow& row) { due = row.number(); }, afterMs);
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

JobDatabase::Result<std::vector<WebhookRow>> JobDatabase::deadWebhooks(std::int64_t beforeSeq, int limit) {
    static const std::string sql =
        std::string(kWebhookColumns) + "WHERE dead_ms > 0 AND seq < ? ORDER BY seq DESC LIMIT ?";
    std::vector<WebhookRow> rows;
    auto done = each(
        sql.c_str(), [&](SqliteRow& row) { rows.push_back(webhookOf(row)); },
        beforeSeq > 0 ? beforeSeq : INT64_MAX, std::int64_t{limit});
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

JobDatabase::Result<bool> JobDatabase::resendWebhook(std::string_view id, std::int64_t nowMs) {
    auto done = run("UPDATE webhooks SET dead_ms = 0, tries = 0, due_ms = ?, created_ms = ?"
                    " WHERE id = ? AND dead_ms > 0",
                    nowMs, nowMs, id);
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return m_connection->changes() > 0;
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
