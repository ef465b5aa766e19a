#include "ui/models/request_row.h"

#include "ui/models/format.h"

#include <QDateTime>
#include <QTimeZone>

namespace tollgate::ui {

namespace {

QString joined(const QString& provider, const QString& model) {
    if (provider.isEmpty())
        return model;
    return model.isEmpty() ? provider : QString(provider % u'/' % model);
}

std::optional<double> number(const QJsonValue& value) {
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonValue orNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<double>& value) {
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

QString TextPool::share(const QString& text) {
    if (text.isEmpty())
        return {};
    if (m_texts.size() >= kMost)
        m_texts.clear();
    return *m_texts.insert(text);
}

RequestRow RequestRow::fromJson(const QJsonObject& object, TextPool& pool) {
    const auto text = [&object](QLatin1String name) { return object.value(name).toString(); };
    const auto shared = [&](QLatin1String name) { return pool.share(text(name)); };
    const auto whole = [&object](QLatin1String name) { return object.value(name).toInteger(); };

    RequestRow row;
    row.id = text(QLatin1String("id"));
    row.traceId = text(QLatin1String("trace_id"));
    row.atMs = whole(QLatin1String("at_ms"));
    if (row.atMs == 0)
        row.atMs = format::fromIso(text(QLatin1String("at")));
    row.route = shared(QLatin1String("route"));
    row.dialect = shared(QLatin1String("dialect"));
    row.status = object.value(QLatin1String("status")).toInt();
    row.outcome = shared(QLatin1String("outcome"));
    row.errorCode = shared(QLatin1String("error_code"));
    row.error = shared(QLatin1String("error"));
    row.user = shared(QLatin1String("user"));
    row.project = shared(QLatin1String("project"));
    row.keyId = shared(QLatin1String("key_id"));
    row.keyName = shared(QLatin1String("key_name"));
    row.alias = shared(QLatin1String("alias"));
    row.requestedModel = shared(QLatin1String("requested_model"));
    row.provider = shared(QLatin1String("provider"));
    row.model = shared(QLatin1String("model"));
    row.firstProvider = shared(QLatin1String("first_provider"));
    row.firstModel = shared(QLatin1String("first_model"));
    // The detail of a request keeps the list under "attempts" and the number apart.
    const QJsonValue attempts = object.value(QLatin1String("attempts"));
    row.attempts =
        attempts.isArray() ? object.value(QLatin1String("attempt_count")).toInt() : attempts.toInt();
    row.flag = shared(QLatin1String("flag"));
    row.arm = shared(QLatin1String("arm"));
    row.prompt = shared(QLatin1String("prompt"));
    row.promptVersion = shared(QLatin1String("prompt_version"));
    row.streaming = object.value(QLatin1String("streaming")).toBool();
    row.note = shared(QLatin1String("note"));
    row.inputTokens = whole(QLatin1String("input_tokens"));
    row.cacheReadTokens = whole(QLatin1String("cache_read_tokens"));
    row.cacheWriteTokens = whole(QLatin1String("cache_write_tokens"));
    row.outputTokens = whole(QLatin1String("output_tokens"));
    row.reasoningTokens = whole(QLatin1String("reasoning_tokens"));
    row.usageEstimated = object.value(QLatin1String("usage_estimated")).toBool();
    row.costUsd = number(object.value(QLatin1String("cost_usd")));
    row.reservedUsd = object.value(QLatin1String("reserved_usd")).toDouble();
    row.latencyMs = object.value(QLatin1String("latency_ms")).toDouble();
    row.ttftMs = number(object.value(QLatin1String("ttft_ms")));
    row.overheadUs = object.value(QLatin1String("overhead_us")).toDouble();
    return row;
}

QJsonObject RequestRow::toJson() const {
    QJsonObject object;
    const auto put = [&object](QLatin1String name, const QJsonValue& value) { object.insert(name, value); };
    put(QLatin1String("id"), id);
    put(QLatin1String("trace_id"), traceId);
    put(QLatin1String("at"), QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs));
    put(QLatin1String("route"), route);
    put(QLatin1String("dialect"), dialect);
    put(QLatin1String("status"), status);
    put(QLatin1String("outcome"), outcome);
    put(QLatin1String("error_code"), orNull(errorCode));
    put(QLatin1String("error"), orNull(error));
    put(QLatin1String("user"), orNull(user));
    put(QLatin1String("project"), orNull(project));
    put(QLatin1String("key_id"), orNull(keyId));
    put(QLatin1String("key_name"), orNull(keyName));
    put(QLatin1String("alias"), orNull(alias));
    put(QLatin1String("requested_model"), orNull(requestedModel));
    put(QLatin1String("provider"), orNull(provider));
    put(QLatin1String("model"), orNull(model));
    put(QLatin1String("first_provider"), orNull(firstProvider));
    put(QLatin1String("first_model"), orNull(firstModel));
    put(QLatin1String("attempts"), attempts);
    put(QLatin1String("flag"), orNull(flag));
    put(QLatin1String("arm"), orNull(arm));
    put(QLatin1String("prompt"), orNull(prompt));
    put(QLatin1String("prompt_version"), orNull(promptVersion));
    put(QLatin1String("streaming"), streaming);
    put(QLatin1String("note"), orNull(note));
    put(QLatin1String("input_tokens"), inputTokens);
    put(QLatin1String("cache_read_tokens"), cacheReadTokens);
    put(QLatin1String("cache_write_tokens"), cacheWriteTokens);
    put(QLatin1String("output_tokens"), outputTokens);
    put(QLatin1String("reasoning_tokens"), reasoningTokens);
    put(QLatin1String("usage_estimated"), usageEstimated);
    put(QLatin1String("cost_usd"), orNull(costUsd));
    put(QLatin1String("reserved_usd"), reservedUsd);
    put(QLatin1String("latency_ms"), latencyMs);
    put(QLatin1String("ttft_ms"), orNull(ttftMs));
    put(QLatin1String("overhead_us"), overheadUs);
    return object;
}

bool RequestRow::isRunning() const {
    return outcome == QLatin1String("running");
}

bool RequestRow::isFallback() const {
    return !firstProvider.isEmpty() && !provider.isEmpty() &&
           (firstProvider != provider || firstModel != model);
}

QString RequestRow::target() const {
    return joined(provider, model);
}

QString RequestRow::firstTarget() const {
    return joined(firstProvider, firstModel);
}

} // namespace tollgate::ui
