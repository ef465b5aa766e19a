#pragma once
// GET /openapi.json: OpenAPI 3.1 of the admin API, made from the table that answers it.

#include "gateway/admin/route_table.h"

#include <boost/json/object.hpp>

namespace tollgate {

boost::json::object openApiDocument(const RouteTable& table);

/// components.schemas: what the resources look like.
boost::json::object openApiSchemas();
/// Its part about tasks, batches and webhooks.
void addJobSchemas(boost::json::object& schemas);

} // namespace tollgate
