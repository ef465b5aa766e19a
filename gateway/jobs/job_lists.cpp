#include "gateway/jobs/job_lists.h"

#include "gateway/dialects/openai_errors.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

/// {"data":[…],"next_cursor"}: one row more than asked for tells whether there is a next page.
template <typename Row, typename ToJson, typename CursorOf>
JobAnswer listAnswer(const std::vector<Row>& rows, int limit, const ToJson& toObject,
                     const CursorOf& cursorOf) {
    json::array data;
    json::value next;
    for (const Row& row : rows) {
        if (data.size() == static_cast<std::size_t>(limit)) {
            next = std::to_string(cursorOf(rows[data.size() - 1]));
            break;
        }
        data.push_back(toObject(row));
    }
    json::object out;
    out["data"] = std::move(data);
    out["next_cursor"] = std::move(next);
    JobAnswer answer;
    answer.body = toJsonText(out);
    return answer;
}

JobFilter oneMore(JobFilter filter) {
    ++filter.limit;
    return filter;
}

constexpr auto kSeq = [](const auto& row) { return row.seq; };

} // namespace

JobAnswer refusal(const Error& error) {
    JobAnswer answer;
    answer.status = error.httpStatus();
    answer.body = openAiErrorBody(error);
    answer.code = error.openAiCode();
    answer.message = error.message;
    answer.param = error.param;
    return answer;
}

JobAnswer nothingThere(const std::string& what) {
    return refusal({ErrorCode::NotFound, "There is no such " + what + "."});
}

bool JobLists::knows(JobQuestion::Kind kind) {
    using Kind = JobQuestion::Kind;
    return kind == Kind::Tasks || kind == Kind::Batches || kind == Kind::BatchItems ||
           kind == Kind::Webhooks || kind == Kind::BatchResults;
}

SqliteResult<JobAnswer> JobLists::answer(const JobQuestion& question, const JobView& view) {
    switch (question.kind) {
    case JobQuestion::Kind::Tasks:
        return tasks(question, view);
    case JobQuestion::Kind::Batches:
        return batches(question);
    case JobQuestion::Kind::BatchItems:
        return items(question, view);
    case JobQuestion::Kind::Webhooks:
        return webhooks(question, view);
    default:
        return results(question);
    }
}

SqliteResult<JobAnswer> JobLists::tasks(const JobQuestion& question, const JobView& view) {
    const auto rows = m_database.tasks(oneMore(question.filter), view.running);
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [&view](const TaskRow& row) { return toJson(row, view.running.contains(row.seq)); }, kSeq);
}

SqliteResult<JobAnswer> JobLists::batches(const JobQuestion& question) {
    const auto rows = m_database.batches(oneMore(question.filter));
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit, [](const BatchRow& row) { return toJson(row); }, kSeq);
}

SqliteResult<JobAnswer> JobLists::items(const JobQuestion& question, const JobView& view) {
    const auto batch = m_database.batch(question.id);
    if (!batch)
        return tl::unexpected(batch.error());
    if (!*batch)
        return nothingThere("batch");
    const auto rows = m_database.items((*batch)->seq, oneMore(question.filter), view.running);
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [&view](const ItemRow& row) { return toJson(row, view.running.contains(row.seq)); },
        [](const ItemRow& row) { return row.place + 1; });
}

SqliteResult<JobAnswer> JobLists::webhooks(const JobQuestion& question, const JobView& view) {
    const auto rows = m_database.webhooks(question.webhooks, oneMore(question.filter));
    if (!rows)
        return tl::unexpected(rows.error());
    return listAnswer(
        *rows, question.filter.limit,
        [&view](const WebhookRow& row) { return toJson(row, view.sending.contains(row.seq)); }, kSeq);
}

SqliteResult<JobAnswer> JobLists::results(const JobQuestion& question) {
    constexpr std::size_t kChunk = 256 * 1024;
    const auto row = seenBy(question, m_database.batch(question.id), m_clock.unixMs());
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("batch");
    auto lines = m_database.results((*row)->seq, question.place, kChunk);
    if (!lines)
        return tl::unexpected(std::move(lines.error()));
    JobAnswer answer;
    answer.body = std::move(lines->text);
    answer.place = lines->place;
    answer.more = lines->more;
    return answer;
}

} // namespace tollgate
