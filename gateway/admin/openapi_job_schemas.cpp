// The shapes of tasks, batches and webhooks, in the notation of openapi_types.h.
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
        path string
        project string
        key_id string
        webhook boolean
        tries integer
        status_code integer?
        result any
        error any
        cost_usd number?
        trace_id string?
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
    Shape{"DeadWebhook", R"(
        id string
        task_id string
        url string
        owner string
        tries integer
        last_status integer?
        last_error string
        created_at string
        dead_at string?)"},
    Shape{"JobGauges", R"(
        waiting integer
        running integer
        webhooks_waiting integer
        webhooks_dead integer)"},
};

} // namespace

void addJobSchemas(boost::json::object& schemas) {
    for (const Shape& shape : kShapes)
        schemas.emplace(shape.name, shapeSchema(shape.fields));
}

} // namespace tollgate
