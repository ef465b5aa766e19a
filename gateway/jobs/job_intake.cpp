#include "gateway/jobs/job_intake.h"

#include "gateway/jobs/job_estimate.h"
#include "gateway/jobs/job_items.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::int64_t kMostTtlSeconds = 30LL * 24 * 3600;

bool hasValue(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && !value->is_null();
}

tl::expected<std::optional<Money>, Error> budgetOf(const json::object& body) {
    if (!hasValue(body, "budget_usd"))
        return std::optional<Money>();
    const json::value& value = body.at("budget_usd");
    if (!value.is_number() || value.to_number<double>() <= 0 || value.to_number<double>() > 1e9)
        return tl::unexpected(mistakeIn("budget_usd", "must be a number above 0."));
    const Money budget = Money::fromUsd(value.to_number<double>());
    if (budget.nanodollars <= 0)
        return tl::unexpected(mistakeIn("budget_usd", "must be at least 0.000000001."));
    return std::optional(budget);
}

} // namespace

tl::expected<std::int64_t, Error> ttlOf(const json::object& body, const Settings& settings) {
    if (!hasValue(body, "ttl_seconds"))
        return settings.taskTtlHours * kMsPerHour;
    const json::value& value = body.at("ttl_seconds");
    if (!value.is_int64() || value.as_int64() < 1 || value.as_int64() > kMostTtlSeconds)
        return tl::unexpected(mistakeIn("ttl_seconds", "must be a whole number from 1 to 2592000."));
    return value.as_int64() * 1000;
}

tl::expected<ReadBatch, Error> readBatch(const JobQuestion& question, const ConfigSnapshot& snapshot,
                                         Router& router) {
    auto body = objectOf(question.body);
    if (!body)
        return tl::unexpected(std::move(body.error()));
    auto ttl = ttlOf(*body, snapshot.settings);
    auto budget = budgetOf(*body);
    if (!ttl || !budget)
        return tl::unexpected(!ttl ? std::move(ttl.error()) : std::move(budget.error()));
    const HttpHeaders headers = keptHeaders(question.headers);
    if (auto mistake = timeoutMistake(headers.value("x-tollgate-timeout-ms")))
        return tl::unexpected(*std::move(mistake));
    auto items = itemsOf(*body, headers, snapshot.settings.defaultAlias);
    if (!items)
        return tl::unexpected(std::move(items.error()));
    ReadBatch read;
    read.batch.owner = *question.owner;
    read.batch.ttlMs = *ttl;
    read.batch.budget = *budget;
    read.estimate = Money{};
    read.jobs.resize(items->size());
    const std::string lines = headerText(headers);
    for (std::size_t i = 0; i < items->size(); ++i) {
        NewJob& job = read.jobs[i];
        DeferredRequest& deferred = (*items)[i].request;
        const JobEstimate cost = estimateOf(deferred, headers, read.batch.owner, snapshot, router);
        read.estimate =
            read.estimate && cost.likely ? std::optional(*read.estimate + *cost.likely) : std::nullopt;
        job.owner = read.batch.owner;
        job.place = static_cast<std::int64_t>(i);
        job.customId = std::move((*items)[i].customId);
        job.worst = cost.worst;
        job.ttlMs = *ttl;
        job.headers = lines;
        job.path = std::move(deferred.path);
        job.model = std::move(deferred.model);
        job.body = std::move(deferred.body);
        read.bytes += job.bytes();
    }
    return read;
}

void JobIntake::add(ReadBatch batch, Answered answered) {
    m_coming.push_back({std::move(batch), std::move(answered)});
}

SqliteResult<> JobIntake::step() {
    m_step = {};
    if (!m_leftovers.empty()) {
        if (auto done = drop(m_leftovers.front()); !done)
            return done;
    }
    return m_coming.empty() ? SqliteResult<>() : keep(m_coming.front());
}

SqliteResult<> JobIntake::keep(Coming& coming) {
    ReadBatch& what = coming.what;
    m_step.seq = coming.seq;
    if (coming.seq == 0) {
        auto mistake = m_admit(what.batch, what.bytes);
        if (!mistake)
            return tl::unexpected(std::move(mistake.error()));
        if (*mistake) {
            m_step.answer = refusal(**mistake);
            return {};
        }
        const auto added = m_database.addBatch(what.batch);
        if (!added)
            return tl::unexpected(added.error());
        m_step.seq = *added;
        if (auto done = m_database.setBatchState(*added, BatchState::Arriving, 0); !done)
            return done;
    }
    m_step.next = std::min(coming.next + kKeptAtOnce, what.jobs.size());
    for (std::size_t i = coming.next; i < m_step.next; ++i) {
        NewJob& job = what.jobs[i];
        job.batch = m_step.seq;
        job.nowMs = what.batch.nowMs;
        if (auto added = m_database.addJob(job); !added)
            return tl::unexpected(std::move(added.error()));
    }
    if (m_step.next < what.jobs.size())
        return {};
    auto done =
        m_database.setBatchSize(m_step.seq, static_cast<std::int64_t>(what.jobs.size()), what.estimate);
    if (done)
        done = m_database.setBatchState(m_step.seq, BatchState::Waiting, 0);
    if (!done)
        return done;
    const auto row = m_database.batch(m_step.seq);
    if (!row)
        return tl::unexpected(row.error());
    JobAnswer answer;
    answer.status = 202;
    answer.body = toJsonText(toJson(**row));
    m_step.answer = std::move(answer);
    return {};
}

SqliteResult<> JobIntake::drop(std::int64_t batch) {
    const auto more = m_database.dropItems(batch, static_cast<int>(kKeptAtOnce));
    if (!more)
        return tl::unexpected(more.error());
    m_step.dropped = !*more;
    return {};
}

void JobIntake::committed() {
    Step step = std::exchange(m_step, {});
    if (step.dropped) {
        m_scheduler.forget(m_leftovers.front());
        m_leftovers.pop_front();
    }
    if (m_coming.empty())
        return;
    Coming& coming = m_coming.front();
    coming.seq = step.seq;
    coming.next = step.next;
    if (!step.answer)
        return;
    const Coming ended = std::move(coming);
    m_coming.pop_front();
    if (ended.seq != 0)
        m_scheduler.arrived(ended.seq, ended.what.batch.owner.name());
    ended.answered(*std::move(step.answer));
}

void JobIntake::failed() {
    m_step = {};
    if (m_coming.empty())
        return;
    const Coming ended = std::move(m_coming.front());
    m_coming.pop_front();
    if (ended.seq != 0)
        m_leftovers.push_back(ended.seq);
    ended.answered(refusal({ErrorCode::Unavailable, "Tasks and batches cannot be kept right now."}));
}

} // namespace tollgate
