// The shapes of tasks, batches, webhooks, other long work and the programs that call, in the notation of
// openapi_types.h.
#include "gateway/admin/openapi.h"
#include "gateway/admin/openapi_types.h"

#include <array>

namespace tollgate {

namespace {

struct Shape {
    std::string_view name;
    std::string_view fields;
};

constexpr std::array kShapes{
    Shape{"Task", R"(
        task_id string
        status "pending|processing|completed|failed|cancelled"
        result any
        error any
        cost_usd number?
        trace_id string?
        created_at string
        finished_at string?
        expires_at string?)"},
    Shape{"TaskSummary", R"(
        task_id string
        status "pending|processing|completed|failed|cancelled"
        path string
        model string
        project string
        key_id string
        webhook boolean
        tries integer
        status_code integer?
        error any
        cost_usd number?
        trace_id string?
        bytes integer
        created_at string
        finished_at string?
        expires_at string?)"},
    Shape{"Batch", R"(
        id string
        status "pending|processing|completed|cancelling|cancelled|budget_exceeded"
        total integer
        completed integer
        failed integer
        cancelled integer
        cost_usd number
        unpriced_items integer
        estimated_cost_usd number?
        budget_usd number?
        project string
        key_id string
        created_at string
        finished_at string?
        expires_at string?
        status_url string
        results_url string)"},
    Shape{"BatchItem", R"(
        place integer
        custom_id string
        status "pending|processing|completed|failed|cancelled"
        path string
        model string
        tries integer
        status_code integer?
        error any
        cost_usd number?
        trace_id string?
        finished_at string?)"},
    Shape{"Webhook", R"(
        id string
        status "waiting|sending|dead"
        task_id string
        url string
        receiver string
        owner string
        tries integer
        last_status integer?
        last_error string
        created_at string
        next_attempt_at string?
        dead_at string?)"},
    Shape{"ResendResult", R"(
        resent integer
        more boolean)"},
    Shape{"JobsState", R"(
        waiting integer
        running integer
        parallel integer
        oldest_waiting_at string?
        tasks TaskCounts
        webhooks_waiting integer
        webhooks_dead integer
        stored_bytes integer
        max_bytes integer
        project_max_bytes integer
        owners JobOwner[])"},
    Shape{"TaskCounts", R"(
        open integer
        completed integer
        failed integer
        cancelled integer)"},
    Shape{"JobOwner", R"(
        owner string
        waiting integer
        running integer
        oldest_waiting_at string?
        stored_bytes integer)"},
    Shape{"Work", R"(
        id string
        kind string
        done integer
        total integer?
        cancelled boolean)"},
    Shape{"RetentionRun", R"(
        removed_requests integer
        before string?
        database_bytes_before integer
        database_bytes integer)"},
    Shape{"ConfigUndo", R"(
        config_version! integer)"},
    Shape{"JobGauges", R"(
        waiting integer
        running integer
        webhooks_waiting integer
        webhooks_dead integer
        stored_bytes integer
        tasks_failed integer)"},
    Shape{"Client", R"(
        user_agent string
        key_id string?
        key_name string?
        user string
        at string
        at_ms integer
        status integer
        trace_id string
        requested_model string
        provider string?
        model string?)"},
};

} // namespace

void addJobSchemas(boost::json::object& schemas) {
    for (const Shape& shape : kShapes)
        schemas.emplace(shape.name, shapeSchema(shape.fields));
}

} // namespace tollgate
