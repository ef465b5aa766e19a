#pragma once
// A gateway with a believable configuration for tests of the form pages.

#include "tests/ui/support/scripted_link.h"

#include <QDateTime>

namespace tollgate::ui {

inline QJsonObject parseObject(const char* text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("fixture: %s in %s", qPrintable(error.errorString()), text);
    return document.object();
}

inline QJsonObject page(const QJsonArray& objects) {
    return {{QStringLiteral("data"), objects}, {QStringLiteral("next_cursor"), QJsonValue::Null}};
}

inline QJsonObject providerJson(const QString& name, const QString& kind = QStringLiteral("openai")) {
    QJsonObject object =
        parseObject(R"({"name":"","kind":"","base_url":"https://api.openai.com/v1","enabled":true,
        "credentials":{"api_key":"…x7Qa"},
        "timeouts_ms":{"connect":5000,"first_byte":60000,"idle":60000,"total":600000},
        "max_retries":2,"max_parallel":null,"options":{},
        "health":{"state":"healthy","circuit":"closed","p95_ms":312,"error_rate":0.002,"last_error":null,
                  "checked_at":"2026-11-22T13:04:00Z","retry_at":null}})");
    object.insert(u"name", name);
    object.insert(u"kind", kind);
    return object;
}

inline QJsonObject simulatedJson(const QString& name) {
    QJsonObject object = providerJson(name, QStringLiteral("simulated"));
    object.insert(u"base_url", QString());
    object.insert(u"credentials", QJsonObject());
    object.insert(u"options",
                  parseObject(R"({"mean_latency_ms":120,"p_timeout":0.02,"p_error":0,"p_long_tail":0.05,
        "tokens_per_second":80,"seed":7,"reply":"[{provider}:{model}] Answer to: {prompt:120}"})"));
    return object;
}

inline QJsonObject aliasJson() {
    return parseObject(R"({"alias":"chat-default","strategy":"weighted","enabled":true,
        "targets":[{"provider":"openai","model":"gpt-4o-mini","weight":3},{"provider":"groq","model":"llama-3.3-70b","weight":1}],
        "fallbacks":[{"provider":"vllm-gpu1","model":"mistral-7b"}],"unsupported_params":"drop"})");
}

inline QJsonObject canaryJson() {
    return parseObject(R"({"key":"chat-default","type":"canary","enabled":true,"alias":"chat-default",
        "stable":"openai/gpt-4o-mini","canary":"openai/gpt-4o-mini-canary","rollout_percent":15,"sticky_by":"user","salt":"",
        "rules":[{"if":{"user":["alice","qa-*"]},"serve":"canary"},{"if":{"project":["checkout-bot"]},"serve":"stable"}],
        "guardrails":{"min_requests":200,"max_error_rate":0.02,"max_p95_ratio":1.25,"max_cost_ratio":1.4},
        "ramp":{"step_percent":10,"every_minutes":30,"max_percent":50}})");
}

inline QJsonObject budgetJson() {
    return parseObject(
        R"({"id":"bud_1","scope":"project","subject":"checkout","period":"month","limit_usd":100,
        "thresholds":[50,80,100],"action":"block","downgrade_to":null,"timezone":"","enabled":true,
        "spent_usd":41.2,"reserved_usd":0.03,"state":"ok","resets_at":"2026-12-01T00:00:00Z","forecast_usd":96.1})");
}

inline QJsonObject projectJson(const QString& name) {
    QJsonObject object = parseObject(
        R"({"name":"","description":"The shop's checkout","limits":{"rpm":600,"tpm":200000,"max_parallel":32},"enabled":true})");
    object.insert(u"name", name);
    return object;
}

inline QJsonObject keyJson(const QString& id, const QString& name, const QString& project) {
    QJsonObject object = parseObject(R"({"user":null,"prefix":"tg-AbC123","allowed_models":[],
        "limits":{"rpm":null,"tpm":null,"max_parallel":null},"expires_at":null,"enabled":true,
        "last_used_at":"2026-11-22T13:01:00Z"})");
    object.insert(u"id", id);
    object.insert(u"name", name);
    object.insert(u"project", project);
    return object;
}

/// Lists of everything; single answers are up to the test.
inline void fillGateway(ScriptedLink& link) {
    QJsonObject groq = providerJson(QStringLiteral("groq"), QStringLiteral("openai_compatible"));
    groq.insert(u"base_url", QStringLiteral("https://api.groq.com/openai/v1"));
    QJsonObject vllm = providerJson(QStringLiteral("vllm-gpu1"), QStringLiteral("openai_compatible"));
    vllm.insert(u"base_url", QStringLiteral("http://10.0.0.7:8000/v1"));
    QJsonObject down = parseObject(R"({"state":"down","circuit":"open","p95_ms":null,"error_rate":1,
        "last_error":"connect to 10.0.0.7:8000: connection refused","checked_at":"2026-11-22T13:03:41Z"})");
    down.insert(u"retry_at", QDateTime::currentDateTimeUtc().addSecs(24).toString(Qt::ISODateWithMs));
    vllm.insert(u"health", down);
    QJsonObject off = simulatedJson(QStringLiteral("sim-slow"));
    off.insert(u"enabled", false);
    off.insert(u"health",
               parseObject(R"({"state":"disabled","circuit":"closed","p95_ms":null,"error_rate":null,
        "last_error":null,"checked_at":null,"retry_at":null})"));
    link.answer(QStringLiteral("/providers"), page({providerJson(QStringLiteral("openai")), groq,
                                                    simulatedJson(QStringLiteral("sim-fast")), off, vllm}));

    QJsonArray models;
    for (const char* name : {"openai/gpt-4o", "openai/gpt-4o-mini", "openai/gpt-4o-mini-canary",
                             "groq/llama-3.3-70b", "vllm-gpu1/mistral-7b", "sim-fast/mock"}) {
        const QStringList parts = QString::fromLatin1(name).split(u'/');
        models.append(
            QJsonObject{{QStringLiteral("provider"), parts[0]}, {QStringLiteral("model"), parts[1]}});
    }
    link.answer(QStringLiteral("/models"), page(models));

    QJsonObject cheap = aliasJson();
    cheap.insert(u"alias", QStringLiteral("cheap"));
    cheap.insert(u"strategy", QStringLiteral("simple"));
    link.answer(QStringLiteral("/aliases"), page({aliasJson(), cheap}));

    link.answer(
        QStringLiteral("/flags"),
        page(
            {canaryJson(),
             parseObject(R"({"key":"prompt-style","type":"prompt","enabled":true,"prompt":"assistant",
                        "weights":{"v1":50,"v2":50},"default":"v1","rules":[]})"),
             parseObject(R"({"key":"shadow-gpt5","type":"mirror","enabled":true,"alias":"chat-default",
                        "target":"openai/gpt-4o","percent":5})"),
             parseObject(
                 R"({"key":"vendor-kill: azure","type":"kill_switch","enabled":false,"provider":"vllm-gpu1"})")}));
    link.answer(
        QStringLiteral("/prompts"),
        page({parseObject(
            R"({"name":"assistant","default":"v1","versions":[{"version":"v1"},{"version":"v2"}]})")}));

    QJsonObject day = budgetJson();
    day.insert(u"id", QStringLiteral("bud_2"));
    day.insert(u"scope", QStringLiteral("global"));
    day.insert(u"subject", QJsonValue::Null);
    day.insert(u"period", QStringLiteral("day"));
    day.insert(u"limit_usd", 26);
    day.insert(u"spent_usd", 23.72);
    day.insert(u"reserved_usd", 0.6);
    day.insert(u"forecast_usd", 29.4);
    day.insert(u"state", QStringLiteral("warning"));
    day.insert(u"action", QStringLiteral("warn"));
    QJsonObject over = budgetJson();
    over.insert(u"id", QStringLiteral("bud_3"));
    over.insert(u"scope", QStringLiteral("user"));
    over.insert(u"subject", QStringLiteral("nightly-eval"));
    over.insert(u"limit_usd", 40);
    over.insert(u"spent_usd", 40.02);
    over.insert(u"state", QStringLiteral("exceeded"));
    link.answer(QStringLiteral("/budgets"), page({day, budgetJson(), over}));

    link.answer(QStringLiteral("/projects"),
                page({projectJson(QStringLiteral("checkout")), projectJson(QStringLiteral("support"))}));
    QJsonObject owned =
        keyJson(QStringLiteral("key_2"), QStringLiteral("alice-laptop"), QStringLiteral("checkout"));
    owned.insert(u"user", QStringLiteral("alice"));
    link.answer(
        QStringLiteral("/keys"),
        page({keyJson(QStringLiteral("key_1"), QStringLiteral("ci"), QStringLiteral("checkout")), owned,
              keyJson(QStringLiteral("key_3"), QStringLiteral("helpdesk"), QStringLiteral("support"))}));
    link.answer(QStringLiteral("/usage?group_by=user"),
                page({parseObject(R"({"user":"alice","requests":9})"),
                      parseObject(R"({"user":"bob","requests":4})")}));
}

} // namespace tollgate::ui
