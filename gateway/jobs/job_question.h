#pragma once
// What is asked of the queue, by callers and by the admin API, and what it says. Values, no I/O.

#include "gateway/jobs/job_database.h"

#include <boost/json/object.hpp>

namespace tollgate {

struct JobQuestion {
    enum class Kind {
        SubmitTask, ///< and the three below: of a caller
        SubmitWebhook,
        SubmitBatch,
        WebhookSecret,
        Task, ///< and all below: by id, of a caller or, without an owner, of the admin
        CancelTask,
        Batch,
        CancelBatch,
        BatchResults,
        Tasks, ///< and all below: of the admin
        Batches,
        BatchItems,
        Webhooks,
        ResendWebhook,
        ResendWebhooks, ///< all dead ones, or those of filter.project
        State
    };
    Kind kind = Kind::Task;
    std::optional<JobOwner> owner; ///< nothing: the admin, who sees all
    HttpHeaders headers;
    std::string body;
    std::string traceId; ///< of a submission
    std::string id;
    std::int64_t place = -1; ///< of BatchResults: begin behind it
    JobFilter filter;
    JobDatabase::WebhookList webhooks = JobDatabase::WebhookList::All;
};

struct JobAnswer {
    int status = 200;
    std::string body;         ///< JSON, or lines of it
    std::string code = {};    ///< of a refusal
    std::string message = {}; ///< of a refusal
    std::string param = {};
    std::int64_t place = 0; ///< of BatchResults: ask on from here
    bool more = false;
};

boost::json::object toJson(const BatchRow& batch);
/// As GET /v1/tasks/{id} says it, the reply as it came.
std::string taskText(const TaskRow& task, bool running);
/// For lists: without the reply.
boost::json::object toJson(const TaskRow& task, bool running);
boost::json::object toJson(const ItemRow& item, bool running);
boost::json::object toJson(const WebhookRow& webhook, bool sending);
std::string_view wordOf(BatchState state);
std::optional<std::int64_t> taskStateOf(std::string_view word);
std::optional<std::int64_t> batchStateOf(std::string_view word);

} // namespace tollgate
