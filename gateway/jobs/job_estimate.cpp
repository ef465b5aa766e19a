#include "gateway/jobs/job_estimate.h"

#include "gateway/dialects/dialect_routes.h"
#include "gateway/pipeline/route_request.h"

namespace tollgate {

JobEstimate estimateOf(const DeferredRequest& deferred, const HttpHeaders& headers, const JobOwner& owner,
                       const ConfigSnapshot& snapshot, Router& router) {
    const Dialect* dialect = dialectAt(deferred.path);
    HttpRequest request;
    request.method = "POST";
    request.path = deferred.path;
    request.headers = headers;
    request.body = deferred.body;
    if (dialect == nullptr)
        return {};
    const auto envelope = dialect->inspect(request);
    if (!envelope)
        return {};
    const std::string model = modelNameOf(*dialect, request, *envelope, snapshot.settings);
    const std::string user = envelope->user.empty() ? "anonymous" : envelope->user;
    const FlagSubject subject{user, owner.project, owner.keyId};
    RouteRequest wanted = routeRequestFor(*dialect, *envelope, model, subject, snapshot.settings);
    const ChatTask task(*dialect, request);
    wanted.tags = headers.value("x-tollgate-tags");
    wanted.task = &task;
    wanted.dryRun = true;
    const auto plan = router.plan(snapshot, wanted);
    if (!plan || plan->candidates.empty())
        return {};
    const Candidate& first = plan->candidates.front();
    return {first.estimatedCost, worstCostAt(first, *envelope)};
}

} // namespace tollgate
