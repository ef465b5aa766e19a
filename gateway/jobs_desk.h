#pragma once
// The admin API's way to the queue of jobs, which has a thread of its own.

#include "gateway/admin/admin_context.h"
#include "gateway/jobs/job_queue.h"
#include "gateway/secrets/secret_box.h"

#include <QObject>

namespace tollgate {

/// Answers come in the thread of `context`, and not at all when it is gone by then.
JobsDesk jobsDesk(JobQueue& queue, QObject& context);
/// The box must outlive the result.
JobSecrets jobSecrets(const SecretBox& box);
boost::json::object jobsStatus(const JobGauges& gauges);

} // namespace tollgate
