#pragma once
// A request as the admin API shows it: the row of GET /requests and of live events, and the detail of one.

#include "gateway/config/snapshot.h"
#include "gateway/wire/request_record.h"

#include <boost/json/object.hpp>

namespace tollgate {

/// The row. `config` (may be null) gives keys their names.
boost::json::object rowJson(const RequestRecord& record, const ConfigSnapshot* config);
/// The row plus attempts, decision, cost lines, translation, timeline, headers and bodies.
boost::json::object requestJson(const RequestRecord& record, const ConfigSnapshot* config);

} // namespace tollgate
