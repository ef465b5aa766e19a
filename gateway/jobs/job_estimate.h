#pragma once
// What a request that waits will probably cost, and what at most: by the router's own choice right now, which
// takes no turn.

#include "gateway/config/snapshot.h"
#include "gateway/jobs/job_request.h"
#include "gateway/routing/router.h"

namespace tollgate {

struct JobEstimate {
    std::optional<Money> likely; ///< nothing: unpriced, or nobody serves it now
    Money worst;                 ///< what a batch's own budget holds back for it
};

/// Any thread.
JobEstimate estimateOf(const DeferredRequest& deferred, const HttpHeaders& headers, const JobOwner& owner,
                       const ConfigSnapshot& snapshot, Router& router);

} // namespace tollgate
