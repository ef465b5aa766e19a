#include "gateway/ledger/record_json.h"

#include "gateway/wire/json_writer.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

void writeAttempts(JsonWriter& out, const std::vector<AttemptRecord>& attempts) {
    if (attempts.empty())
        return;
    out.key("attempts");
    out.beginArray();
    for (const AttemptRecord& attempt : attempts) {
        out.beginObject();
        out.member("provider", attempt.provider);
        out.member("model", attempt.model);
        out.member("offset_us", attempt.offsetUs);
        out.member("backoff_us", attempt.backoffUs);
        out.member("first_byte_us", attempt.firstByteUs, -1);
        out.member("duration_us", attempt.durationUs);
        out.member("status", attempt.status);
        out.member("outcome", attempt.outcome);
        out.member("error", attempt.error);
        out.endObject();
    }
    out.endArray();
}

void writeDecision(JsonWriter& out, const std::vector<DecisionStep>& decision) {
    if (decision.empty())
        return;
    out.key("decision");
    out.beginArray();
    for (const DecisionStep& step : decision) {
        out.beginObject();
        out.member("code", step.code);
        out.member("text", step.text);
        out.endObject();
    }
    out.endArray();
}

void writeCostLines(JsonWriter& out, const std::vector<CostLine>& lines) {
    if (lines.empty())
        return;
    out.key("cost_lines");
    out.beginArray();
    for (const CostLine& line : lines) {
        out.beginObject();
        out.member("bucket", line.bucket);
        out.member("tokens", line.tokens);
        out.member("price", line.price.nanodollarsPerMtok);
        out.member("source", line.source);
        out.flag("estimated", line.estimated);
        out.member("tier", line.tier);
        out.endObject();
    }
    out.endArray();
}

void writeTranslation(JsonWriter& out, const std::vector<TranslationNote>& notes) {
    if (notes.empty())
        return;
    out.key("translation");
    out.beginArray();
    for (const TranslationNote& note : notes) {
        out.beginObject();
        out.member("action", note.action);
        out.member("param", note.param);
        out.member("reason", note.reason);
        out.endObject();
    }
    out.endArray();
}

using Headers = std::vector<std::pair<std::string, std::string>>;

void writeHeaders(JsonWriter& out, std::string_view name, const Headers& headers) {
    if (headers.empty())
        return;
    out.key(name);
    out.beginArray();
    for (const auto& [header, value] : headers) {
        out.beginArray();
        out.text(header);
        out.text(value);
        out.endArray();
    }
    out.endArray();
}

void writeEventTimes(JsonWriter& out, const std::vector<std::int64_t>& times) {
    if (times.empty())
        return;
    out.key("event_ms");
    out.beginArray();
    for (const std::int64_t time : times)
        out.number(time);
    out.endArray();
}

void writeUsage(JsonWriter& out, const Usage& usage) {
    out.key("usage");
    out.beginObject();
    out.member("input", usage.inputUncached);
    out.member("cache_read", usage.cacheRead);
    out.member("cache_write_5m", usage.cacheWrite5m);
    out.member("cache_write_1h", usage.cacheWrite1h);
    out.member("audio_input", usage.audioInput);
    out.member("output", usage.outputText);
    out.member("reasoning", usage.reasoning);
    out.member("audio_output", usage.audioOutput);
    out.member("audio_cache_read", usage.audioCacheRead);
    out.member("image_output", usage.imageOutput);
    if (usage.tier != ServiceTier::Unsaid)
        out.member("tier", toString(usage.tier));
    out.flag("estimated", usage.estimated);
    out.endObject();
}

std::string textOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberOf(const json::object& object, std::string_view name, std::int64_t absent = 0) {
    const json::value* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : absent;
}

bool flagOf(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

/// Calls `take` with every object in the array `name`.
template <typename Take>
void eachObject(const json::object& object, std::string_view name, Take take) {
    const json::value* value = object.if_contains(name);
    if (!value || !value->is_array())
        return;
    for (const json::value& item : value->get_array()) {
        if (item.is_object())
            take(item.get_object());
    }
}

Headers headersOf(const json::object& object, std::string_view name) {
    Headers headers;
    const json::value* value = object.if_contains(name);
    if (!value || !value->is_array())
        return headers;
    for (const json::value& item : value->get_array()) {
        const json::array* pair = item.if_array();
        if (pair && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string())
            headers.emplace_back((*pair)[0].get_string(), (*pair)[1].get_string());
    }
    return headers;
}

Usage usageOf(const json::object& object) {
    Usage usage;
    usage.inputUncached = numberOf(object, "input");
    usage.cacheRead = numberOf(object, "cache_read");
    usage.cacheWrite5m = numberOf(object, "cache_write_5m");
    usage.cacheWrite1h = numberOf(object, "cache_write_1h");
    usage.audioInput = numberOf(object, "audio_input");
    usage.outputText = numberOf(object, "output");
    usage.reasoning = numberOf(object, "reasoning");
    usage.audioOutput = numberOf(object, "audio_output");
    usage.audioCacheRead = numberOf(object, "audio_cache_read");
    usage.imageOutput = numberOf(object, "image_output");
    usage.tier = serviceTierNamed(textOf(object, "tier"));
    usage.estimated = flagOf(object, "estimated");
    return usage;
}

void readDetailObject(const json::object& object, RequestRecord& record) {
    eachObject(object, "attempts", [&](const json::object& item) {
        record.attempts.push_back(
            {textOf(item, "provider"), textOf(item, "model"), numberOf(item, "offset_us"),
             numberOf(item, "backoff_us"), numberOf(item, "first_byte_us", -1), numberOf(item, "duration_us"),
             static_cast<int>(numberOf(item, "status")), textOf(item, "outcome"), textOf(item, "error")});
    });
    eachObject(object, "decision", [&](const json::object& item) {
        record.decision.push_back({textOf(item, "code"), textOf(item, "text")});
    });
    eachObject(object, "cost_lines", [&](const json::object& item) {
        record.costLines.push_back({textOf(item, "bucket"), numberOf(item, "tokens"),
                                    TokenPrice{numberOf(item, "price")}, textOf(item, "source"),
                                    flagOf(item, "estimated"), textOf(item, "tier")});
    });
    eachObject(object, "translation", [&](const json::object& item) {
        record.translation.push_back({textOf(item, "action"), textOf(item, "param"), textOf(item, "reason")});
    });
    record.reratedAtMs = numberOf(object, "rerated_at_ms");
    record.responseModel = textOf(object, "response_model");
    record.responseId = textOf(object, "response_id");
    record.finishReasons = textOf(object, "finish_reasons");
    record.requestHeaders = headersOf(object, "request_headers");
    record.responseHeaders = headersOf(object, "response_headers");
    record.requestBody = textOf(object, "request_body");
    record.responseBody = textOf(object, "response_body");
    if (const json::value* times = object.if_contains("event_ms"); times && times->is_array()) {
        for (const json::value& time : times->get_array())
            record.eventMs.push_back(time.is_int64() ? time.get_int64() : 0);
    }
}

} // namespace

std::string detailJson(const RequestRecord& record) {
    std::string text;
    text.reserve(512 + record.requestBody.size() + record.responseBody.size());
    JsonWriter out(text);
    out.beginObject();
    writeAttempts(out, record.attempts);
    writeDecision(out, record.decision);
    writeCostLines(out, record.costLines);
    writeTranslation(out, record.translation);
    out.member("response_model", record.responseModel);
    out.member("response_id", record.responseId);
    out.member("finish_reasons", record.finishReasons);
    writeHeaders(out, "request_headers", record.requestHeaders);
    writeHeaders(out, "response_headers", record.responseHeaders);
    out.member("request_body", record.requestBody);
    out.member("response_body", record.responseBody);
    writeEventTimes(out, record.eventMs);
    out.endObject();
    return text;
}

std::string requestHeaderIn(std::string_view detail, std::string_view name) {
    constexpr std::string_view kHeaders = "\"request_headers\":[";
    std::size_t at = detail.find(kHeaders); // in a text its quotes would be escaped
    if (at == std::string_view::npos)
        return {};
    at += kHeaders.size();
    const auto is = [&](char c) { return at < detail.size() && detail[at] == c; };
    const auto text = [&] {
        const std::size_t begin = at++;
        while (at < detail.size() && !is('"'))
            at += is('\\') ? 2 : 1;
        return detail.substr(begin, ++at - begin);
    };
    const std::string wanted = '"' + std::string(name) + '"';
    while (is('[')) {
        ++at;
        const std::string_view key = text();
        ++at; // ,
        const std::string_view value = at < detail.size() ? text() : std::string_view();
        if (key == wanted) {
            boost::system::error_code failure;
            const json::value parsed = json::parse({value.data(), value.size()}, failure);
            return !failure && parsed.is_string() ? std::string(parsed.get_string()) : std::string();
        }
        at += 2; // ],
    }
    return {};
}

std::string journalLine(const RequestRecord& record, std::string_view detail) {
    std::string line;
    line.reserve(640 + detail.size());
    JsonWriter out(line);
    out.beginObject();
    out.member("id", record.id);
    out.member("trace_id", record.traceId);
    out.member("at_ms", record.atMs);
    out.member("route", record.route);
    out.member("dialect", record.dialect);
    out.member("status", record.status);
    out.member("outcome", toString(record.outcome));
    out.member("error_code", record.errorCode);
    out.member("error", record.error);
    out.member("user", record.user);
    out.member("project", record.project);
    out.member("key_id", record.keyId);
    out.member("requested_model", record.requestedModel);
    out.member("alias", record.alias);
    out.member("provider", record.provider);
    out.member("model", record.model);
    out.member("flag", record.flag);
    out.member("arm", record.arm);
    if (!record.failedArm.empty())
        out.member("failed_arm", record.failedArm);
    if (!record.prompt.empty())
        out.member("prompt", record.prompt);
    out.member("prompt_version", record.promptVersion);
    if (!record.promptFlag.empty())
        out.member("prompt_flag", record.promptFlag);
    out.flag("streaming", record.streaming);
    out.member("note", record.note);
    writeUsage(out, record.usage);
    if (record.cost) {
        out.key("cost_nanodollars");
        out.number(record.cost->nanodollars);
    }
    out.member("reserved_nanodollars", record.reserved.nanodollars);
    out.member("latency_us", record.latencyUs);
    out.member("ttft_us", record.ttftUs, -1);
    out.member("overhead_us", record.overheadUs);
    out.member("busy_us", record.busyUs);
    line += ",\"detail\":";
    line += detail;
    line += "}\n";
    return line;
}

std::optional<RequestRecord> recordFromLine(std::string_view line) {
    boost::system::error_code failure;
    const json::value value = json::parse(json::string_view(line.data(), line.size()), failure);
    if (failure || !value.is_object())
        return std::nullopt;
    const json::object& object = value.get_object();
    RequestRecord record;
    record.id = textOf(object, "id");
    const auto outcome = outcomeFromString(textOf(object, "outcome"));
    if (record.id.empty() || !outcome)
        return std::nullopt;
    record.outcome = *outcome;
    record.traceId = textOf(object, "trace_id");
    record.atMs = numberOf(object, "at_ms");
    record.route = textOf(object, "route");
    record.dialect = textOf(object, "dialect");
    record.status = static_cast<int>(numberOf(object, "status"));
    record.errorCode = textOf(object, "error_code");
    record.error = textOf(object, "error");
    record.user = textOf(object, "user");
    record.project = textOf(object, "project");
    record.keyId = textOf(object, "key_id");
    record.requestedModel = textOf(object, "requested_model");
    record.alias = textOf(object, "alias");
    record.provider = textOf(object, "provider");
    record.model = textOf(object, "model");
    record.flag = textOf(object, "flag");
    record.arm = textOf(object, "arm");
    record.failedArm = textOf(object, "failed_arm");
    record.prompt = textOf(object, "prompt");
    record.promptVersion = textOf(object, "prompt_version");
    record.promptFlag = textOf(object, "prompt_flag");
    record.streaming = flagOf(object, "streaming");
    record.note = textOf(object, "note");
    if (const json::value* usage = object.if_contains("usage"); usage && usage->is_object())
        record.usage = usageOf(usage->get_object());
    if (const json::value* cost = object.if_contains("cost_nanodollars"); cost && cost->is_int64())
        record.cost = Money{cost->get_int64()};
    record.reserved.nanodollars = numberOf(object, "reserved_nanodollars");
    record.latencyUs = numberOf(object, "latency_us");
    record.ttftUs = numberOf(object, "ttft_us", -1);
    record.overheadUs = numberOf(object, "overhead_us");
    record.busyUs = numberOf(object, "busy_us");
    if (const json::value* detail = object.if_contains("detail"); detail && detail->is_object())
        readDetailObject(detail->get_object(), record);
    return record;
}

bool readDetail(std::string_view text, RequestRecord& record) {
    boost::system::error_code failure;
    const json::value value = json::parse(json::string_view(text.data(), text.size()), failure);
    if (failure || !value.is_object())
        return false;
    readDetailObject(value.get_object(), record);
    return true;
}

std::string detailWithCost(std::string_view detail, const std::vector<CostLine>& lines, std::int64_t atMs) {
    boost::system::error_code failure;
    json::value value = json::parse(json::string_view(detail.data(), detail.size()), failure);
    if (failure || !value.is_object())
        value = json::object();
    json::array list;
    for (const CostLine& line : lines) {
        json::object item;
        item["bucket"] = line.bucket;
        item["tokens"] = line.tokens;
        item["price"] = line.price.nanodollarsPerMtok;
        item["source"] = line.source;
        if (line.estimated)
            item["estimated"] = true;
        if (!line.tier.empty())
            item["tier"] = line.tier;
        list.push_back(std::move(item));
    }
    value.get_object()["cost_lines"] = std::move(list);
    value.get_object()["rerated_at_ms"] = atMs;
    return json::serialize(value);
}

std::optional<RequestOutcome> outcomeFromString(std::string_view text) {
    for (const RequestOutcome outcome :
         {RequestOutcome::Ok, RequestOutcome::Error, RequestOutcome::ClientGone, RequestOutcome::Aborted,
          RequestOutcome::Rejected}) {
        if (toString(outcome) == text)
            return outcome;
    }
    return std::nullopt;
}

} // namespace tollgate
