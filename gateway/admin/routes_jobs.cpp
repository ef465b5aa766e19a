// Tasks, batches and dead letters, as the console sees and cancels them.
#include "gateway/admin/admin_core.h"

namespace tollgate {

namespace {

using Kind = JobsQuery::Kind;

void ask(const AdminCore& core, const JobsQuery& query, const Reply& reply) {
    if (!core.context().jobs)
        return reply(errorResponse(unavailable("there are no tasks while the gateway is stopped")));
    core.context().jobs(query, [reply](const Outcome<AdminResponse>& answer) {
        reply(answer ? *answer : errorResponse(answer.error()));
    });
}

void list(const AdminCore& core, Kind kind, const Call& call, const Reply& reply) {
    const auto limit = call.query.limit();
    if (!limit)
        return reply(errorResponse(limit.error()));
    JobsQuery query;
    query.kind = kind;
    query.status = call.query.value("status");
    query.project = call.query.value("project");
    query.key = call.query.value("key");
    query.cursor = call.query.value("cursor");
    query.limit = *limit;
    ask(core, query, reply);
}

void one(const AdminCore& core, Kind kind, const Call& call, const Reply& reply) {
    JobsQuery query;
    query.kind = kind;
    query.id = call.param("id");
    ask(core, query, reply);
}

RouteDoc listDoc(std::string summary, std::string schema, const std::string& states) {
    RouteDoc doc{std::move(summary), "jobs", {}, std::move(schema)};
    doc.list = true;
    doc.query = {{"limit", "at most so many, 1 to 1000"}, {"cursor", "next_cursor of the page before"}};
    if (!states.empty()) {
        doc.query.emplace_back("status", states);
        doc.query.emplace_back("project", "name of the project");
        doc.query.emplace_back("key", "id of the key");
    }
    return doc;
}

} // namespace

void addJobRoutes(RouteTable& table, AdminCore& core) {
    const auto lists = [&](const char* path, RouteDoc doc, Kind kind) {
        table.addLater("GET", path, std::move(doc), [&core, kind](const Call& call, const Reply& reply) {
            list(core, kind, call, reply);
        });
    };
    const auto single = [&](const char* method, const char* path, RouteDoc doc, Kind kind) {
        table.addLater(method, path, std::move(doc),
                       [&core, kind](const Call& call, const Reply& reply) { one(core, kind, call, reply); });
    };
    lists("/tasks", listDoc("Tasks, newest first", "Task", "pending, completed, failed or cancelled"),
          Kind::Tasks);
    single("GET", "/tasks/{id}", {"A task with its result", "jobs", {}, "Task"}, Kind::Task);
    single("POST", "/tasks/{id}/cancel", {"Cancel a task; 409 when it is finished", "jobs", {}, "Task"},
           Kind::CancelTask);
    lists("/batches",
          listDoc("Batches, newest first", "Batch",
                  "pending, processing, completed, cancelling, cancelled or budget_exceeded"),
          Kind::Batches);
    single("GET", "/batches/{id}", {"A batch and how far it is", "jobs", {}, "Batch"}, Kind::Batch);
    single("POST", "/batches/{id}/cancel",
           {"Begin nothing more of a batch; 409 when it is finished", "jobs", {}, "Batch"},
           Kind::CancelBatch);
    lists("/webhooks/dead", listDoc("Webhooks that were given up, newest first", "DeadWebhook", {}),
          Kind::DeadWebhooks);
    single("POST", "/webhooks/dead/{id}/resend", {"Deliver a dead letter anew", "jobs"}, Kind::ResendWebhook);
}

} // namespace tollgate
