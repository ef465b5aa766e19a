// Tasks, batches and webhooks, as the console sees, cancels and resends them.
#include "gateway/admin/admin_core.h"

#include <boost/json.hpp>

namespace tollgate {

namespace {

using Kind = JobsQuery::Kind;
using Done = std::function<void(const Outcome<AdminResponse>&)>;

void ask(const AdminCore& core, const JobsQuery& query, const Reply& reply, const Done& done = {}) {
    if (!core.context().jobs)
        return reply(errorResponse(unavailable("there are no tasks while the gateway is stopped")));
    core.context().jobs(query, [reply, done](const Outcome<AdminResponse>& answer) {
        if (done && answer)
            done(answer);
        reply(answer ? *answer : errorResponse(answer.error()));
    });
}

JobsQuery queryOf(Kind kind, const Call& call, int limit) {
    JobsQuery query;
    query.kind = kind;
    query.status = call.query.value("status");
    query.project = call.query.value("project");
    query.key = call.query.value("key");
    query.model = call.query.value("model");
    query.cursor = call.query.value("cursor");
    query.limit = limit;
    if (const auto id = call.params.find("id"); id != call.params.end())
        query.id = id->second;
    return query;
}

void list(const AdminCore& core, Kind kind, const Call& call, const Reply& reply) {
    const auto limit = call.query.limit();
    if (!limit)
        return reply(errorResponse(limit.error()));
    ask(core, queryOf(kind, call, *limit), reply);
}

void one(const AdminCore& core, Kind kind, const Call& call, const Reply& reply) {
    JobsQuery query;
    query.kind = kind;
    query.id = call.param("id");
    ask(core, query, reply);
}

/// What is kept of an answer in the audit log: how it stands, and never what it says.
boost::json::object told(const AdminResponse& answer) {
    boost::system::error_code failure;
    const boost::json::value body = boost::json::parse(answer.body, failure);
    boost::json::object after;
    if (failure || !body.is_object())
        return after;
    for (const char* name :
         {"status", "total", "completed", "failed", "cancelled", "cost_usd", "resent", "project"}) {
        if (const boost::json::value* value = body.as_object().if_contains(name))
            after[name] = *value;
    }
    return after;
}

/// Cancelling and resending are done by the queue; the log says who had them done.
void change(AdminCore& core, const JobsQuery& query, const char* action, const char* kind, const Call& call,
            const Reply& reply) {
    const std::string subject = query.id.empty() ? (query.project.empty() ? "*" : query.project) : query.id;
    ask(core, query, reply,
        [&core, action, kind, subject, actor = call.request.actor](const Outcome<AdminResponse>& answer) {
            AuditEntry entry;
            entry.atMs = core.context().clock.unixMs();
            entry.actor = actor;
            entry.action = action;
            entry.kind = kind;
            entry.subject = subject;
            entry.after = told(*answer);
            if (const auto noted = core.context().repository.note(entry))
                core.context().events.publish("audit", toJson(*noted));
        });
}

RouteDoc listDoc(std::string summary, std::string schema, const std::string& states,
                 const std::vector<std::string>& filters) {
    RouteDoc doc{std::move(summary), "jobs", {}, std::move(schema)};
    doc.list = true;
    doc.query = {{"limit", "at most so many, 1 to 1000"}, {"cursor", "next_cursor of the page before"}};
    if (!states.empty())
        doc.query.emplace_back("status", states);
    for (const std::string& filter : filters)
        doc.query.emplace_back(filter, filter == "key" ? "id of the key" : "name of the " + filter);
    return doc;
}

constexpr const char* kTaskStates = "pending, processing, completed, failed or cancelled";

void addTaskRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc = listDoc("Tasks, newest first", "TaskSummary", kTaskStates, {"project", "key", "model"});
    table.addLater("GET", "/tasks", std::move(doc),
                   [&core](const Call& call, const Reply& reply) { list(core, Kind::Tasks, call, reply); });
    table.addLater("GET", "/tasks/{id}", {"A task with its result", "jobs", {}, "Task"},
                   [&core](const Call& call, const Reply& reply) { one(core, Kind::Task, call, reply); });
    table.addLater("POST", "/tasks/{id}/cancel",
                   {"Cancel a task; 409 when it is finished", "jobs", {}, "Task"},
                   [&core](const Call& call, const Reply& reply) {
                       change(core, queryOf(Kind::CancelTask, call, 1), "cancel", "task", call, reply);
                   });
}

void addBatchRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc = listDoc("Batches, newest first", "Batch",
                           "pending, processing, completed, cancelling, cancelled or budget_exceeded",
                           {"project", "key"});
    table.addLater("GET", "/batches", std::move(doc),
                   [&core](const Call& call, const Reply& reply) { list(core, Kind::Batches, call, reply); });
    table.addLater("GET", "/batches/{id}", {"A batch and how far it is", "jobs", {}, "Batch"},
                   [&core](const Call& call, const Reply& reply) { one(core, Kind::Batch, call, reply); });
    table.addLater("POST", "/batches/{id}/cancel",
                   {"Begin nothing more of a batch; 409 when it is finished", "jobs", {}, "Batch"},
                   [&core](const Call& call, const Reply& reply) {
                       change(core, queryOf(Kind::CancelBatch, call, 1), "cancel", "batch", call, reply);
                   });
    doc = listDoc("The requests of a batch, in their order", "BatchItem", kTaskStates, {});
    table.addLater(
        "GET", "/batches/{id}/items", std::move(doc),
        [&core](const Call& call, const Reply& reply) { list(core, Kind::BatchItems, call, reply); });
    doc = listDoc("Lines of the results as JSONL, each a text", {}, {}, {});
    doc.query = {{"cursor", "next_cursor of the part before"}};
    table.addLater("GET", "/batches/{id}/results", std::move(doc),
                   [&core](const Call& call, const Reply& reply) {
                       ask(core, queryOf(Kind::BatchResults, call, 1), reply);
                   });
}

void addWebhookRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc =
        listDoc("Webhooks that are not delivered, newest first", "Webhook", "waiting or dead", {"project"});
    table.addLater("GET", "/webhooks", std::move(doc), [&core](const Call& call, const Reply& reply) {
        list(core, Kind::Webhooks, call, reply);
    });
    doc = listDoc("Webhooks that were given up, newest first", "Webhook", {}, {"project"});
    table.addLater("GET", "/webhooks/dead", std::move(doc), [&core](const Call& call, const Reply& reply) {
        const auto limit = call.query.limit();
        if (!limit)
            return reply(errorResponse(limit.error()));
        JobsQuery query = queryOf(Kind::Webhooks, call, *limit);
        query.status = "dead";
        ask(core, query, reply);
    });
    table.addLater("POST", "/webhooks/dead/{id}/resend", {"Deliver a dead letter anew", "jobs"},
                   [&core](const Call& call, const Reply& reply) {
                       change(core, queryOf(Kind::ResendWebhook, call, 1), "resend", "webhook", call, reply);
                   });
    RouteDoc all{"Deliver dead letters anew, the oldest 1000; more says whether there are others",
                 "jobs",
                 {},
                 "ResendResult"};
    all.query = {{"project", "name of the project; without it those of all"}};
    table.addLater("POST", "/webhooks/dead/resend", std::move(all),
                   [&core](const Call& call, const Reply& reply) {
                       change(core, queryOf(Kind::ResendWebhooks, call, 1), "resend", "webhook", call, reply);
                   });
}

} // namespace

void addJobRoutes(RouteTable& table, AdminCore& core) {
    table.addLater(
        "GET", "/jobs", {"How the queue of tasks and batches stands", "jobs", {}, "JobsState"},
        [&core](const Call& call, const Reply& reply) { ask(core, queryOf(Kind::State, call, 1), reply); });
    addTaskRoutes(table, core);
    addBatchRoutes(table, core);
    addWebhookRoutes(table, core);
}

} // namespace tollgate
