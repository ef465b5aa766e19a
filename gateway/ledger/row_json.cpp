#include "gateway/ledger/row_json.h"

#include "gateway/wire/clock.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string_view>

namespace tollgate {

namespace json = boost::json;

namespace {

json::value orNull(const std::string& text) {
    return text.empty() ? json::value() : json::value(text);
}

double ms(std::int64_t us) {
    return static_cast<double>(us) / 1000.0;
}

json::value msOrNull(std::int64_t us) {
    return us < 0 ? json::value() : json::value(ms(us));
}

/// What the caller says it is: which client is really connected. Names are lower case in a record.
json::value userAgentOf(const RequestRecord& record) {
    const auto found =
        std::ranges::find(record.requestHeaders, "user-agent", &std::pair<std::string, std::string>::first);
    const bool told = found != record.requestHeaders.end() && !found->second.empty();
    return told ? json::value(found->second) : json::value();
}

json::array attemptsJson(const RequestRecord& record) {
    json::array attempts;
    for (const AttemptRecord& attempt : record.attempts) {
        attempts.push_back(json::object{
            {"provider", attempt.provider},
            {"model", attempt.model},
            {"started_at", toRfc3339(record.atMs + attempt.offsetUs / 1000)},
            {"offset_ms", ms(attempt.offsetUs)},
            {"first_byte_ms", msOrNull(attempt.firstByteUs)},
            {"duration_ms", ms(attempt.durationUs)},
            {"backoff_ms", ms(attempt.backoffUs)},
            {"outcome", attempt.outcome},
            {"error", orNull(attempt.error)},
            {"status", attempt.status > 0 ? json::value(attempt.status) : json::value()},
        });
    }
    return attempts;
}

/// Each line is the difference of the rounded sums before and after it, so that the lines add up to the cost
/// although that was rounded once.
json::array costLinesJson(const RequestRecord& record) {
    json::array lines;
    CostSum sum;
    Money before;
    for (const CostLine& line : record.costLines) {
        sum.add(line.tokens, line.price);
        const Money after = sum.total();
        json::object item;
        item["bucket"] = line.bucket;
        item["tokens"] = line.tokens;
        item["usd_per_mtok"] = line.price.usdPerMtok();
        item["cost_usd"] = (after - before).usd();
        item["source"] = line.source;
        if (!line.tier.empty())
            item["tier"] = line.tier;
        if (line.estimated)
            item["estimated"] = true;
        lines.push_back(std::move(item));
        before = after;
    }
    return lines;
}

json::array headersJson(const std::vector<std::pair<std::string, std::string>>& headers) {
    json::array list;
    for (const auto& [name, value] : headers)
        list.push_back(json::array{json::value(name), json::value(value)});
    return list;
}

class Timeline {
public:
    void add(std::string label, std::int64_t startUs, std::int64_t durationUs, std::string_view kind) {
        m_items.push_back(json::object{{"label", std::move(label)},
                                       {"start_ms", ms(startUs)},
                                       {"duration_ms", ms(std::max<std::int64_t>(durationUs, 0))},
                                       {"kind", kind}});
    }
    json::array take() { return std::move(m_items); }

private:
    json::array m_items;
};

/// What happened when: the gateway's own work before the first attempt, each attempt with its waiting, and
/// the answering one, or the one that the client left, cut at its first token.
json::array timelineJson(const RequestRecord& record) {
    Timeline timeline;
    const std::int64_t firstStart =
        record.attempts.empty()
            ? record.latencyUs
            : std::max<std::int64_t>(record.attempts.front().offsetUs - record.attempts.front().backoffUs, 0);
    timeline.add("auth · limits · budget", 0, firstStart, "gateway");
    int number = 0;
    for (const AttemptRecord& attempt : record.attempts) {
        ++number;
        if (attempt.backoffUs > 0)
            timeline.add("back-off (jitter)", attempt.offsetUs - attempt.backoffUs, attempt.backoffUs,
                         "backoff");
        const bool left = attempt.outcome == "client_gone"; // no fault of the provider
        if (attempt.outcome != "ok" && !left) {
            timeline.add(attempt.provider + " · attempt " + std::to_string(number), attempt.offsetUs,
                         attempt.durationUs, "failed");
            continue;
        }
        const bool split = record.streaming && record.ttftUs > attempt.offsetUs;
        if (!split && left) {
            timeline.add(attempt.provider + " · client left", attempt.offsetUs, attempt.durationUs,
                         "first_token");
            continue;
        }
        if (!split) {
            timeline.add(attempt.provider + " · answer", attempt.offsetUs, attempt.durationUs, "stream");
            continue;
        }
        const std::int64_t wait = std::min(record.ttftUs - attempt.offsetUs, attempt.durationUs);
        timeline.add(attempt.provider + " · first token", attempt.offsetUs, wait, "first_token");
        timeline.add(attempt.provider + " · stream", attempt.offsetUs + wait, attempt.durationUs - wait,
                     "stream");
    }
    return timeline.take();
}

/// Of a list with commas.
json::array wordsJson(std::string_view list) {
    json::array words;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        words.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return words;
}

} // namespace

json::object rowJson(const RequestRecord& record, const ConfigSnapshot* config) {
    static const AttemptRecord kNone;
    const AttemptRecord& first = record.attempts.empty() ? kNone : record.attempts.front();
    const ClientKey* key = config ? ConfigSnapshot::find(config->keys, record.keyId) : nullptr;
    return {
        {"id", record.id},
        {"trace_id", record.traceId.empty() ? record.id : record.traceId},
        {"at", toRfc3339(record.atMs)},
        {"at_ms", record.atMs},
        {"route", record.route},
        {"dialect", record.dialect},
        {"status", record.status},
        {"outcome", toString(record.outcome)},
        {"error_code", orNull(record.errorCode)},
        {"error", orNull(record.error)},
        {"user", record.user},
        {"project", orNull(record.project)},
        {"key_id", orNull(record.keyId)},
        {"key_name", key ? json::value(key->name) : json::value()},
        {"alias", orNull(record.alias)},
        {"requested_model", record.requestedModel},
        {"provider", orNull(record.provider)},
        {"model", orNull(record.model)},
        {"first_provider", orNull(first.provider)},
        {"first_model", orNull(first.model)},
        {"attempts", static_cast<std::int64_t>(record.attempts.size())},
        {"flag", orNull(record.flag)},
        {"arm", orNull(record.arm)},
        {"failed_arm", orNull(record.failedArm)},
        {"prompt", orNull(record.prompt)},
        {"prompt_version", orNull(record.promptVersion)},
        {"prompt_flag", orNull(record.promptFlag)},
        {"streaming", record.streaming},
        {"note", orNull(record.note)},
        {"input_tokens", record.usage.inputTotal()},
        {"cache_read_tokens", record.usage.cached()},
        {"cache_write_tokens", record.usage.cacheWrite()},
        {"output_tokens", record.usage.outputTotal()},
        {"reasoning_tokens", record.usage.reasoning},
        {"usage_estimated", record.usage.estimated},
        {"cost_usd", record.cost ? json::value(record.cost->usd()) : json::value()},
        {"reserved_usd", record.reserved.usd()},
        {"latency_ms", ms(record.latencyUs)},
        {"ttft_ms", msOrNull(record.ttftUs)},
        {"overhead_us", record.overheadUs},
        {"user_agent", userAgentOf(record)},
    };
}

json::object requestJson(const RequestRecord& record, const ConfigSnapshot* config) {
    json::object detail = rowJson(record, config);
    detail["attempt_count"] = static_cast<std::int64_t>(record.attempts.size());
    detail["attempts"] = attemptsJson(record);
    json::array decision;
    for (const DecisionStep& step : record.decision)
        decision.push_back(json::object{{"code", step.code}, {"text", step.text}});
    detail["decision"] = std::move(decision);
    detail["cost_lines"] = costLinesJson(record);
    detail["rerated_at"] =
        record.reratedAtMs != 0 ? json::value(toRfc3339(record.reratedAtMs)) : json::value();
    detail["service_tier"] = toString(record.usage.tier);
    const Money charged = record.cost.value_or(Money{});
    detail["released_usd"] = std::max(record.reserved - charged, Money{}).usd();
    json::array translation;
    for (const TranslationNote& note : record.translation)
        translation.push_back(
            json::object{{"action", note.action}, {"param", note.param}, {"reason", note.reason}});
    detail["translation"] = std::move(translation);
    detail["response_id"] = orNull(record.responseId);
    detail["response_model"] = orNull(record.responseModel);
    detail["finish_reasons"] = wordsJson(record.finishReasons);
    detail["timeline"] = timelineJson(record);
    detail["request_headers"] = headersJson(record.requestHeaders);
    detail["response_headers"] = headersJson(record.responseHeaders);
    detail["request_body"] = orNull(record.requestBody);
    detail["response_body"] = orNull(record.responseBody);
    detail["event_ms"] = json::array(record.eventMs.begin(), record.eventMs.end());
    return detail;
}

} // namespace tollgate
