#include "gateway/jobs/job_list_sql.h"

#include "gateway/jobs/job_rows.h"

namespace tollgate {

namespace {

ListWay taskWay(const std::string& index, const std::string& condition, const std::string& counted) {
    const std::string from = " FROM jobs INDEXED BY " + index + " WHERE batch IS NULL AND ";
    return {"SELECT " + std::string(kTaskColumns) + from + condition +
                "seq < ?1 AND (?2 = '' OR project = ?2) AND (?3 = '' OR key_id = ?3)"
                " AND (?4 = '' OR model = ?4) AND state BETWEEN ?5 AND ?6 ORDER BY seq DESC",
            counted.empty() ? std::string()
                            : "SELECT COUNT(*) FROM (SELECT 1" + from + counted + " LIMIT " +
                                  std::to_string(kMostCounted) + ")"};
}

ListWay batchWay(const std::string& index, const std::string& condition, const std::string& counted) {
    const std::string from = " FROM batches " + index;
    return {"SELECT " + std::string(kBatchColumns) + from + " WHERE " + condition +
                "seq < ?1 AND (?2 = '' OR project = ?2) AND (?3 = '' OR key_id = ?3)"
                " AND state BETWEEN ?4 AND ?5 ORDER BY seq DESC LIMIT ?6",
            counted.empty() ? std::string()
                            : "SELECT COUNT(*) FROM (SELECT 1" + from + " WHERE " + counted + " LIMIT " +
                                  std::to_string(kMostCounted) + ")"};
}

std::string itemsFrom(const std::string& index, const std::string& states) {
    return "SELECT " + std::string(kItemColumns) + " FROM jobs INDEXED BY " + index +
           " WHERE batch = ?1 AND place >= ?2" + states + " ORDER BY place LIMIT ?3";
}

std::string webhooksFrom(const std::string& index, const std::string& condition) {
    return "SELECT " + std::string(kWebhookColumns) + " FROM webhooks INDEXED BY " + index + " WHERE " +
           condition + " AND seq < ?1 ORDER BY seq DESC LIMIT ?2";
}

} // namespace

const std::array<ListWay, 6>& taskWays() {
    static const std::array<ListWay, 6> ways{
        taskWay("tasks_newest", "", ""),
        taskWay("tasks_open", "state < 2 AND ", "state < 2 AND ? < 2"),
        taskWay("tasks_by_state", "state = ?5 AND ", "state = ?"),
        taskWay("tasks_by_project", "project = ?2 AND ", "project = ?"),
        taskWay("tasks_by_key", "key_id = ?3 AND ", "key_id = ?"),
        taskWay("tasks_by_model", "model = ?4 AND ", "model = ?"),
    };
    return ways;
}

const std::array<ListWay, 4>& batchWays() {
    static const std::array<ListWay, 4> ways{
        batchWay("NOT INDEXED", "", ""),
        batchWay("INDEXED BY batches_by_state", "state = ?4 AND ", "state = ?"),
        batchWay("INDEXED BY batches_by_project", "project = ?2 AND ", "project = ?"),
        batchWay("INDEXED BY batches_by_key", "key_id = ?3 AND ", "key_id = ?"),
    };
    return ways;
}

const std::string& itemsSql() {
    static const std::string sql = itemsFrom("jobs_by_batch", "");
    return sql;
}

const std::string& itemsOfStateSql() {
    static const std::string sql = itemsFrom("items_by_state", " AND state = ?4");
    return sql;
}

const std::string& webhooksSql(bool dead, bool ofOneOwner) {
    static const std::array<std::string, 4> texts{
        webhooksFrom("webhooks_waiting", "dead_ms = 0"),
        webhooksFrom("webhooks_waiting_of", "dead_ms = 0 AND owner = ?3"),
        webhooksFrom("webhooks_dead", "dead_ms > 0"),
        webhooksFrom("webhooks_dead_of", "dead_ms > 0 AND owner = ?3"),
    };
    return texts.at((dead ? 2U : 0U) + (ofOneOwner ? 1U : 0U));
}

} // namespace tollgate
