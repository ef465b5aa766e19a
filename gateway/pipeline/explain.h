#pragma once
// POST /admin/v1/route/explain: the decision for a request that is not sent.

#include "gateway/config/codec.h"
#include "gateway/config/snapshot.h"
#include "gateway/routing/router.h"

#include <boost/json/object.hpp>

namespace tollgate {

/// `quota`: the limits of providers; null: none. `question`: {"path","headers","body","key_id"}. Uses up no
/// turn, reserves nothing. Refusals by the gates of the data path (unknown model, no healthy target) are part
/// of the answer as "error". Any thread.
Parsed<boost::json::object> explainRoute(Router& router, const ConfigSnapshot& snapshot,
                                         const boost::json::object& question,
                                         const ProviderQuota* quota = nullptr);

} // namespace tollgate
