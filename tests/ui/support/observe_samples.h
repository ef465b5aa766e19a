#pragma once
// Replies of a busy gateway for tests of the Observe pages: the numbers of the console's pictures.

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace tollgate::ui::samples {

inline constexpr qint64 kNoon = 1'795'356'307'118; // 2026-11-22 14:05:07.118 UTC

inline QJsonArray wave(int count, double middle, double swing, double speed, double phase = 0) {
    QJsonArray values;
    for (int at = 0; at < count; ++at)
        values.append(middle + swing * std::sin(phase + at * speed) +
                      swing * 0.4 * std::sin(at * 2.3 + phase));
    return values;
}

inline QJsonObject latencySeries(const QString& name, double scale) {
    return {{u"name"_qs, name},
            {u"p50_ms"_qs, wave(60, 440 * scale, 90 * scale, 0.12)},
            {u"p95_ms"_qs, wave(60, 1080 * scale, 120 * scale, 0.17, 1)},
            {u"p99_ms"_qs, wave(60, 1500 * scale, 210 * scale, 0.09, 4)}};
}

inline QJsonObject provider(const char* name, const char* circuit, QJsonValue p95, double errors,
                            const QList<int>& bad) {
    QJsonArray uptime;
    for (int minute = 0; minute < 26; ++minute)
        uptime.append(bad.contains(minute) ? (p95.isNull() && minute > 19 ? 0.0 : 0.9) : 1.0);
    const QString state = qstrcmp(circuit, "open") == 0        ? u"down"_qs
                          : qstrcmp(circuit, "half_open") == 0 ? u"degraded"_qs
                                                               : u"healthy"_qs;
    return {{u"name"_qs, QString::fromLatin1(name)},
            {u"kind"_qs, u"openai"_qs},
            {u"state"_qs, state},
            {u"circuit"_qs, QString::fromLatin1(circuit)},
            {u"p95_ms"_qs, p95},
            {u"error_rate"_qs, errors},
            {u"uptime"_qs, uptime},
            {u"retry_at"_qs, QJsonValue()}};
}

inline QJsonObject user(const char* name, const char* project, double cost) {
    return {{u"user"_qs, QString::fromLatin1(name)},
            {u"project"_qs, QString::fromLatin1(project)},
            {u"cost_usd"_qs, cost},
            {u"requests"_qs, 100}};
}

inline QJsonObject costByDay() {
    QJsonArray days;
    for (int day = 13; day >= 0; --day)
        days.append(QDate(2026, 11, 22).addDays(-day).toString(Qt::ISODate));
    const auto series = [](const char* name, double middle, double phase) {
        return QJsonObject{{u"name"_qs, QString::fromLatin1(name)},
                           {u"cost_usd"_qs, wave(14, middle, middle * 0.25, 0.9, phase)}};
    };
    return {{u"days"_qs, days},
            {u"by"_qs, u"provider"_qs},
            {u"series"_qs,
             QJsonArray{series("openai", 8, 0), series("anthropic", 5.5, 1), series("others", 3.5, 2)}},
            {u"forecast_usd"_qs, QJsonArray{16, 17.4, 18.6}},
            {u"budget_usd"_qs, 26}};
}

inline QJsonObject canary() {
    const auto row = [](const char* metric, double stable, double other, double difference,
                        bool significant) {
        return QJsonObject{{u"metric"_qs, QString::fromLatin1(metric)},
                           {u"stable"_qs, stable},
                           {u"canary"_qs, other},
                           {u"difference"_qs, difference},
                           {u"significant"_qs, significant}};
    };
    return {{u"flag"_qs, u"chat-canary"_qs},
            {u"alias"_qs, u"chat-default"_qs},
            {u"stable"_qs, u"openai/gpt-4o-mini"_qs},
            {u"canary"_qs, u"openai/gpt-4o-mini-canary"_qs},
            {u"rollout_percent"_qs, 15},
            {u"sticky_by"_qs, u"user"_qs},
            {u"requests"_qs, 5204},
            {u"actual_percent"_qs, 15.4},
            {u"verdict"_qs, u"healthy"_qs},
            {u"rows"_qs, QJsonArray{row("p95_ms", 804, 861, 0.07, false),
                                    row("error_rate", 0.0030, 0.0037, 0.0007, false),
                                    row("cost_per_request_usd", 0.00145, 0.00180, 0.24, true)}}};
}

/// GET /overview as in the picture.
inline QJsonObject overview() {
    QJsonArray times;
    for (int minute = 0; minute < 60; ++minute)
        times.append(kNoon - (59 - minute) * 60'000);
    QJsonObject whole{{u"window"_qs, u"1h"_qs}, {u"bucket_seconds"_qs, 60}, {u"by"_qs, u"provider"_qs}};
    whole.insert(u"requests"_qs, QJsonObject{{u"per_second"_qs, 42.1},
                                             {u"total"_qs, 151000},
                                             {u"previous_per_second"_qs, 38.9},
                                             {u"spark"_qs, wave(60, 40, 1.2, 0.3)}});
    whole.insert(u"latency"_qs, QJsonObject{{u"p50_ms"_qs, 304},
                                            {u"p95_ms"_qs, 812},
                                            {u"p99_ms"_qs, 1400},
                                            {u"ttft_p95_ms"_qs, 211},
                                            {u"previous_p95_ms"_qs, 790},
                                            {u"spark"_qs, wave(60, 800, 40, 0.4, 2)}});
    whole.insert(u"overhead"_qs, QJsonObject{{u"p50_us"_qs, 220},
                                             {u"p95_us"_qs, 400},
                                             {u"p99_us"_qs, 900},
                                             {u"spark"_qs, wave(60, 400, 60, 0.25, 1)}});
    whole.insert(u"errors"_qs, QJsonObject{{u"rate"_qs, 0.0031},
                                           {u"count"_qs, 468},
                                           {u"previous_rate"_qs, 0.0011},
                                           {u"saved_by_fallback"_qs, 128},
                                           {u"spark"_qs, wave(60, 0.003, 0.0008, 0.2)}});
    whole.insert(u"spend_today"_qs, QJsonObject{{u"cost_usd"_qs, 19.72},
                                                {u"budget_id"_qs, u"bud_1"_qs},
                                                {u"budget_name"_qs, u"global \u00b7 day"_qs},
                                                {u"budget_usd"_qs, 26},
                                                {u"used_ratio"_qs, 0.76},
                                                {u"exceeds_at"_qs, u"2026-11-22T18:40:00Z"_qs},
                                                {u"unpriced_requests"_qs, 0},
                                                {u"spark"_qs, wave(60, 0.3, 0.12, 0.22)}});
    whole.insert(u"tokens"_qs, QJsonObject{{u"per_hour"_qs, 1900000},
                                           {u"total"_qs, 1900000},
                                           {u"cached_ratio"_qs, 0.31},
                                           {u"spark"_qs, wave(60, 30000, 3000, 0.15)}});
    whole.insert(u"latency_series"_qs,
                 QJsonObject{{u"times"_qs, times},
                             {u"providers"_qs,
                              QJsonArray{latencySeries(u"all"_qs, 1), latencySeries(u"openai"_qs, 0.7),
                                         latencySeries(u"anthropic"_qs, 1.3)}}});
    whole.insert(u"cost_by_day"_qs, costByDay());
    whole.insert(u"users_today"_qs,
                 QJsonArray{user("alice", "checkout-bot", 6.42), user("nightly-eval", "ci", 4.88),
                            user("bob", "support", 3.10), user("carol", "support", 2.02),
                            user("dave", "search", 1.37), user("erin", "search", 0.81)});
    whole.insert(u"other_users"_qs, QJsonObject{{u"count"_qs, 14}, {u"cost_usd"_qs, 1.12}});
    whole.insert(u"anomaly"_qs, QJsonObject{{u"user"_qs, u"nightly-eval"_qs},
                                            {u"ratio"_qs, 3.4},
                                            {u"since"_qs, u"2026-11-22T13:10:00Z"_qs}});
    whole.insert(u"canary"_qs, canary());
    whole.insert(u"providers"_qs,
                 QJsonArray{provider("openai", "closed", 320, 0.002, {0, 1}),
                            provider("anthropic", "closed", 540, 0.004, {0, 8}),
                            provider("azure-eu", "half_open", 910, 0.061, {0, 12, 15, 17, 19, 20, 23}),
                            provider("bedrock-us", "closed", 610, 0.001, {0, 10, 18, 19}),
                            provider("gemini", "closed", 280, 0.003, {0, 20}),
                            provider("vllm-gpu1", "open", QJsonValue(), 1, {0, 8, 20, 21, 22, 23, 24, 25})});
    whole.insert(
        u"ledger"_qs,
        QJsonObject{{u"rows"_qs, 1284310}, {u"database_bytes"_qs, 222298112}, {u"journal_pending"_qs, 0}});
    return whole;
}

/// GET /overview of a gateway that has seen nothing.
inline QJsonObject emptyOverview() {
    QJsonObject whole{{u"window"_qs, u"1h"_qs}};
    whole.insert(u"requests"_qs, QJsonObject{{u"per_second"_qs, QJsonValue()}, {u"total"_qs, 0}});
    whole.insert(u"providers"_qs, QJsonArray());
    whole.insert(u"canary"_qs, QJsonValue());
    return whole;
}

/// A row of GET /requests. Higher numbers are newer.
inline QJsonObject request(int number, const QString& user = u"alice"_qs, int status = 200) {
    const qint64 at = kNoon + number * 400;
    return {{u"id"_qs, u"01JD8Y%1"_qs.arg(number, 8, 10, QLatin1Char('0'))},
            {u"trace_id"_qs, u"01JD8YTRACE%1"_qs.arg(number)},
            {u"at"_qs, QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs)},
            {u"at_ms"_qs, at},
            {u"route"_qs, u"/v1/chat/completions"_qs},
            {u"dialect"_qs, u"openai_chat"_qs},
            {u"status"_qs, status},
            {u"outcome"_qs, status < 400   ? u"ok"_qs
                            : status < 500 ? u"rejected"_qs
                                           : u"error"_qs},
            {u"error_code"_qs, QJsonValue()},
            {u"error"_qs, QJsonValue()},
            {u"user"_qs, user},
            {u"project"_qs, u"checkout"_qs},
            {u"key_id"_qs, u"key_1"_qs},
            {u"key_name"_qs, u"ci"_qs},
            {u"alias"_qs, u"chat-default"_qs},
            {u"requested_model"_qs, u"chat-default"_qs},
            {u"provider"_qs, u"openai"_qs},
            {u"model"_qs, u"gpt-4o-mini"_qs},
            {u"first_provider"_qs, u"openai"_qs},
            {u"first_model"_qs, u"gpt-4o-mini"_qs},
            {u"attempts"_qs, 1},
            {u"flag"_qs, u"chat-canary"_qs},
            {u"arm"_qs, u"stable"_qs},
            {u"prompt_version"_qs, u"v1"_qs},
            {u"streaming"_qs, true},
            {u"note"_qs, QJsonValue()},
            {u"input_tokens"_qs, 312},
            {u"output_tokens"_qs, 148},
            {u"cost_usd"_qs, 0.00014},
            {u"reserved_usd"_qs, 0.0006},
            {u"latency_ms"_qs, 842},
            {u"ttft_ms"_qs, 210},
            {u"overhead_us"_qs, 300}};
}

inline QJsonObject changed(QJsonObject object, std::initializer_list<QPair<QString, QJsonValue>> values) {
    for (const auto& [name, value] : values)
        object.insert(name, value);
    return object;
}

/// The chosen row of the picture: failed over from vllm-gpu1 to openai.
inline QJsonObject fallbackRequest(int number) {
    return changed(request(number, u"nightly-eval"_qs), {{u"alias"_qs, u"auto"_qs},
                                                         {u"requested_model"_qs, u"auto"_qs},
                                                         {u"model"_qs, u"gpt-4o"_qs},
                                                         {u"first_provider"_qs, u"vllm-gpu1"_qs},
                                                         {u"first_model"_qs, u"mistral-7b"_qs},
                                                         {u"attempts"_qs, 2},
                                                         {u"note"_qs, u"fallback"_qs},
                                                         {u"input_tokens"_qs, 8210},
                                                         {u"output_tokens"_qs, 655},
                                                         {u"cost_usd"_qs, 0.02708},
                                                         {u"reserved_usd"_qs, 0.0321},
                                                         {u"latency_ms"_qs, 2310},
                                                         {u"prompt_version"_qs, u"v2"_qs}});
}

/// The rows of the picture, newest first.
inline QJsonArray pictureRows() {
    const auto row = [](int number, const char* user, int status, const char* alias, const char* served,
                        double ms, int in, int out, double cost) {
        const QStringList target = QString::fromLatin1(served).split(QLatin1Char('/'));
        const bool none = target.size() < 2;
        return changed(request(number, QString::fromLatin1(user), status),
                       {{u"alias"_qs, QString::fromLatin1(alias)},
                        {u"provider"_qs, none ? QJsonValue() : QJsonValue(target.first())},
                        {u"model"_qs, none ? QJsonValue() : QJsonValue(target.last())},
                        {u"first_provider"_qs, none ? QJsonValue() : QJsonValue(target.first())},
                        {u"first_model"_qs, none ? QJsonValue() : QJsonValue(target.last())},
                        {u"latency_ms"_qs, ms},
                        {u"input_tokens"_qs, in},
                        {u"output_tokens"_qs, out},
                        {u"cost_usd"_qs, cost}});
    };
    return {row(14, "alice", 200, "chat-default", "openai/gpt-4o-mini", 842, 312, 148, 0.00014),
            fallbackRequest(13),
            row(12, "nightly-eval", 429, "auto", "", 0.3, 1204, 0, 0),
            row(11, "bob", 200, "claude-long", "anthropic/claude-sonnet", 4800, 52408, 912, 0.1709),
            row(10, "carol", 200, "chat-default", "openai/gpt-4o-mini", 611, 280, 96, 0.0001),
            changed(row(9, "dave", 0, "chat-default", "gemini/gemini-flash", 1200, 990, 214, 0.00016),
                    {{u"outcome"_qs, u"running"_qs}}),
            row(8, "erin", 200, "embed", "openai/text-embedding-3-small", 74, 1920, 0, 0.00004),
            row(7, "intern", 402, "gpt-4o", "", 0.2, 60, 0, 0),
            row(6, "bob", 200, "chat-default", "openai/gpt-4o-mini", 702, 410, 120, 0.00013),
            row(5, "alice", 502, "azure-only", "azure-eu/gpt-4o", 30000, 312, 0, 0),
            row(4, "carol", 200, "chat-default", "openai/gpt-4o-mini", 588, 204, 88, 0.00008),
            row(3, "alice", 200, "chat-default", "openai/gpt-4o-mini", 790, 305, 131, 0.00012),
            row(2, "dave", 200, "chat-default", "gemini/gemini-flash", 430, 880, 60, 0.0001),
            row(1, "erin", 200, "embed", "openai/text-embedding-3-small", 69, 1877, 0, 0.00004)};
}

/// GET /requests/{id} of fallbackRequest().
inline QJsonObject fallbackDetail(int number) {
    const auto part = [](const QString& label, double start, double duration, const char* kind) {
        return QJsonObject{{u"label"_qs, label},
                           {u"start_ms"_qs, start},
                           {u"duration_ms"_qs, duration},
                           {u"kind"_qs, QString::fromLatin1(kind)}};
    };
    const auto reason = [](const QString& text) {
        return QJsonObject{{u"code"_qs, u"x"_qs}, {u"text"_qs, text}};
    };
    const auto line = [](const char* bucket, int tokens, double price, double cost) {
        return QJsonObject{{u"bucket"_qs, QString::fromLatin1(bucket)},
                           {u"tokens"_qs, tokens},
                           {u"usd_per_mtok"_qs, price},
                           {u"cost_usd"_qs, cost},
                           {u"source"_qs, u"built-in"_qs}};
    };
    return changed(
        fallbackRequest(number),
        {{u"attempts"_qs, QJsonArray{QJsonObject{}, QJsonObject{}}},
         {u"attempt_count"_qs, 2},
         {u"timeline"_qs, QJsonArray{part(u"auth \u00b7 limits \u00b7 budget"_qs, 0, 0.2, "gateway"),
                                     part(u"vllm-gpu1 \u00b7 attempt 1"_qs, 0.2, 500, "failed"),
                                     part(u"back-off (jitter)"_qs, 500, 112, "backoff"),
                                     part(u"openai \u00b7 first token"_qs, 612, 604, "first_token"),
                                     part(u"openai \u00b7 stream"_qs, 1216, 1090, "stream")}},
         {u"decision"_qs, QJsonArray{reason(u"alias auto \u2192 strategy cheapest capable"_qs),
                                     reason(u"needs: tools, 8 210 input tokens, 655 max output"_qs),
                                     reason(u"vllm-gpu1/mistral-7b $0.0009 \u2014 chosen: cheapest"_qs),
                                     reason(u"openai/gpt-4o $0.0271 \u2014 next in chain"_qs),
                                     reason(u"gemini/flash \u2014 skipped: tokens/min left 1 900"_qs),
                                     reason(u"azure-eu/gpt-4o \u2014 skipped: circuit half-open"_qs),
                                     reason(u"attempt 1: connection refused \u2192 breaker 3/3, opened"_qs),
                                     reason(u"attempt 2: openai/gpt-4o answered"_qs)}},
         {u"cost_lines"_qs, QJsonArray{line("input", 8210, 2.5, 0.02053), line("output", 655, 10, 0.00655)}},
         {u"released_usd"_qs, 0.00502},
         {u"translation"_qs, QJsonArray{QJsonObject{{u"action"_qs, u"dropped"_qs},
                                                    {u"param"_qs, u"logit_bias"_qs},
                                                    {u"reason"_qs, u"the model does not take it"_qs}}}},
         {u"request_headers"_qs, QJsonArray{QJsonArray{u"User-Agent"_qs, u"openai-node/4"_qs}}},
         {u"response_headers"_qs, QJsonArray{QJsonArray{u"X-Tollgate-Trace"_qs, u"01JD8YTRACE13"_qs}}},
         {u"request_body"_qs,
          u"{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"<b>bold</b> <img src=x>\"}]}"_qs},
         {u"response_body"_qs,
          u"data: {\"choices\":[{\"delta\":{\"content\":\"<i>Hel\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"lo</i>\"}}]}\n\ndata: [DONE]\n\n"_qs}});
}

/// A page of GET /requests.
inline QJsonObject page(const QJsonArray& rows, const QString& nextCursor = {},
                        const QString& description = {}) {
    return {{u"data"_qs, rows},
            {u"next_cursor"_qs, nextCursor.isEmpty() ? QJsonValue() : QJsonValue(nextCursor)},
            {u"description"_qs, description}};
}

/// count rows, newest first, the newest with the number `newest`.
inline QJsonArray rows(int newest, int count) {
    QJsonArray array;
    for (int number = newest; number > newest - count; --number)
        array.append(request(number));
    return array;
}

} // namespace tollgate::ui::samples
