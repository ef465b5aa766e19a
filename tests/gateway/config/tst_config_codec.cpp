// What the admin contract accepts and refuses, field by field.
#include "gateway/config/codec.h"

#include <QTest>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <functional>

using namespace tollgate;
namespace json = boost::json;

namespace {

json::object parse(const QByteArray& text) {
    return json::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))).as_object();
}

/// "field: message" of the mistake, or the object written back.
template <typename T>
std::string outcome(const Parsed<T>& parsed) {
    return parsed ? json::serialize(toJson(*parsed)) : parsed.error().param;
}

std::string outcomeOf(const QString& resource, const json::object& given) {
    if (resource == QLatin1String("provider"))
        return outcome(providerFromJson(given));
    if (resource == QLatin1String("model"))
        return outcome(modelFromJson(given));
    if (resource == QLatin1String("alias"))
        return outcome(aliasFromJson(given));
    if (resource == QLatin1String("project"))
        return outcome(projectFromJson(given));
    if (resource == QLatin1String("key"))
        return outcome(keyFromJson(given));
    if (resource == QLatin1String("budget"))
        return outcome(budgetFromJson(given));
    if (resource == QLatin1String("flag"))
        return outcome(flagFromJson(given));
    if (resource == QLatin1String("prompt"))
        return outcome(promptFromJson(given));
    return outcome(settingsFromJson(given));
}

} // namespace

class ConfigCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheFieldAtFault_data();
    void namesTheFieldAtFault();
    void writtenFormReadsBackTheSame_data();
    void writtenFormReadsBackTheSame();
    void messageSaysWhatIsAllowed();
    void addressesOfKnownKindsNeedNotBeGiven();
    void aRegionIsAnAddressOfBedrock();
    void trailingSlashOfAnAddressIsDropped();
    void simulatedOptionsAreRead();
    void priceIsExactInNanodollars();
    void unsetPriceStaysUnknown();
    void shortPromptFormMakesTheFirstVersion();
    void promptHashFollowsTheContentOnly();
    void keySecretsNeverLeave();
    void storedKeyKeepsItsHash();
    void cacheIsReadInBothForms();
    void anythingAnywhereIsTakenOrRefusedByName_data();
    void anythingAnywhereIsTakenOrRefusedByName();
};

void ConfigCodecTest::namesTheFieldAtFault_data() {
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("param");
    const auto row = [](const char* resource, const char* text, const char* param) {
        const QByteArray tag = QByteArray(resource) + " " + param + " " + QByteArray(text).left(60);
        QTest::newRow(tag.constData())
            << QString::fromLatin1(resource) << QByteArray(text) << QString::fromLatin1(param);
    };
    row("provider", R"({"kind":"simulated"})", "name");
    row("provider", R"({"name":"a/b","kind":"simulated"})", "name");
    row("provider", R"({"name":"a:b","kind":"simulated"})", "name");
    row("provider", R"({"name":"a b","kind":"simulated"})", "name");
    row("provider", R"({"name":"","kind":"simulated"})", "name");
    row("provider", R"({"name":7,"kind":"simulated"})", "name");
    row("provider", R"({"name":"a"})", "kind");
    row("provider", R"({"name":"a","kind":"gpt"})", "kind");
    row("provider", R"({"name":"a","kind":"openai_compatible"})", "base_url");
    row("provider", R"({"name":"a","kind":"openai","base_url":"ftp://x"})", "base_url");
    row("provider", R"({"name":"a","kind":"openai","base_url":"https://"})", "base_url");
    row("provider", R"({"name":"a","kind":"openai","base_url":"https://user:pw@host/v1"})", "base_url");
    row("provider", R"({"name":"a","kind":"openai","base_url":"https://host/v1?key=1"})", "base_url");
    row("provider", R"({"name":"a","kind":"simulated","enabled":"yes"})", "enabled");
    row("provider", R"({"name":"a","kind":"simulated","timeouts_ms":{"connect":0}})", "timeouts_ms.connect");
    row("provider", R"({"name":"a","kind":"simulated","timeouts_ms":{"conect":5}})", "timeouts_ms.conect");
    row("provider", R"({"name":"a","kind":"simulated","timeouts_ms":5})", "timeouts_ms");
    row("provider", R"({"name":"a","kind":"simulated","max_retries":11})", "max_retries");
    row("provider", R"({"name":"a","kind":"simulated","max_retries":1.5})", "max_retries");
    row("provider", R"({"name":"a","kind":"simulated","max_parallel":0})", "max_parallel");
    row("provider", R"({"name":"a","kind":"simulated","options":[]})", "options");
    row("provider", R"({"name":"a","kind":"simulated","limits":{"rpm":0}})", "limits.rpm");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m"}],"options":{"long_context":8000}})",
        "options.long_context");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m"}],"options":{"tags":"maybe"}})",
        "options.tags");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m"}],"options":{"prefer":["a/b"]}})",
        "options.prefer[0]");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m"}],"options":{"max_cost_usd":-1}})",
        "options.max_cost_usd");
    row("alias",
        R"({"alias":"x","targets":[{"provider":"a","model":"m"}],"options":{"complex_min_prompt_tokens":500}})",
        "options.complex_min_prompt_tokens");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m","tags":["a,b"]}]})",
        "targets[0].tags[0]");
    row("alias", R"({"alias":"x","targets":[{"provider":"a","model":"m","region":"a b"}]})",
        "targets[0].region");
    row("settings", R"({"health_probe_seconds":-1})", "health_probe_seconds");
    row("provider", R"({"name":"a","kind":"simulated","options":{"p_error":1.1}})", "options.p_error");
    row("provider", R"({"name":"a","kind":"simulated","options":{"sead":1}})", "options.sead");
    row("provider", R"({"name":"a","kind":"bedrock","base_url":"http://x","options":{"region":1}})",
        "options.region");
    row("provider", R"({"name":"a","kind":"bedrock","options":{"region":"evil.example/"}})",
        "options.region");
    row("provider", R"({"name":"a","kind":"bedrock"})", "base_url");
    row("provider",
        R"({"name":"a","kind":"azure_openai","base_url":"http://x","options":{"deployments":{"m":1}}})",
        "options.deployments.m");
    row("provider", R"({"name":"a","kind":"openai","options":{"api":"new"}})", "options.api");
    row("provider", R"({"name":"b","kind":"openai","options":{"api":["chat"]}})", "options.api");
    row("provider", R"({"name":"a","kind":"azure_openai","base_url":"http://x","options":{"api":{"*":1}}})",
        "options.api.*");
    row("provider",
        R"({"name":"a","kind":"openai_compatible","base_url":"http://x","options":{"reasoning_summary":true}})",
        "options.reasoning_summary");
    row("provider",
        R"({"name":"a","kind":"openai_compatible","base_url":"http://x","options":{"completions":"yes"}})",
        "options.completions");
    row("provider", R"({"name":"a","kind":"simulated","colour":"red"})", "colour");

    row("model", R"({"model":"m"})", "provider");
    row("model", R"({"provider":"p"})", "model");
    row("model", R"({"provider":"p","model":"m","input_usd_per_mtok":-0.1})", "input_usd_per_mtok");
    row("model", R"({"provider":"p","model":"m","output_usd_per_mtok":"1"})", "output_usd_per_mtok");
    row("model", R"({"provider":"p","model":"m","cache_read_usd_per_mtok":1e9})", "cache_read_usd_per_mtok");
    row("model", R"({"provider":"p","model":"m","usd_per_hour":-1})", "usd_per_hour");
    row("model", R"({"provider":"p","model":"m","audio_input_usd_per_mtok":"1"})",
        "audio_input_usd_per_mtok");
    row("model", R"({"provider":"p","model":"m","tiers":[{"input_usd_per_mtok":1}]})",
        "tiers[0].above_input_tokens");
    row("model", R"({"provider":"p","model":"m","tiers":[{"above_input_tokens":5}]})",
        "tiers[0].input_usd_per_mtok");
    row("model", R"({"provider":"p","model":"m","tiers":[{"above_input_tokens":-5,"input_usd_per_mtok":1}]})",
        "tiers[0].above_input_tokens");
    row("model", R"({"provider":"p","model":"m","tiers":[{"service_tier":"flex","input_usd_per_mtok":1},
            {"service_tier":"flex","input_usd_per_mtok":2}]})",
        "tiers[1].above_input_tokens");
    row("model", R"({"provider":"p","model":"m","tiers":[{"service_tier":"cheap","input_usd_per_mtok":1}]})",
        "tiers[0].service_tier");
    row("model", R"({"provider":"p","model":"m","history":[{"valid_from":"2026-01-01T00:00:00Z"},
            {"valid_from":"2026-01-01T00:00:00Z"}]})",
        "history[1].valid_from");
    row("model", R"({"provider":"p","model":"m","history":[{"capabilities":["chat"]}]})",
        "history[0].capabilities");
    row("model", R"({"provider":"p","model":"m","context_window":0})", "context_window");
    row("model", R"({"provider":"p","model":"m","capabilities":["chat","smell"]})", "capabilities[1]");
    row("model", R"({"provider":"p","model":"m","capabilities":"chat"})", "capabilities");
    row("model", R"({"provider":"p","model":"m","tier":"huge"})", "tier");
    row("model", R"({"provider":"p","model":"m","valid_from":"yesterday"})", "valid_from");

    row("alias", R"({"targets":[{"provider":"p","model":"m"}]})", "alias");
    row("alias", R"({"alias":"a"})", "targets");
    row("alias", R"({"alias":"a","targets":[]})", "targets");
    row("alias", R"({"alias":"a","targets":{}})", "targets");
    row("alias", R"({"alias":"a","targets":["p/m"]})", "targets[0]");
    row("alias", R"({"alias":"a","strategy":"random","targets":[{"provider":"p","model":"m"}]})", "strategy");
    row("alias",
        R"({"alias":"a","targets":[{"provider":"p","model":"m"},{"provider":"p","model":"n","weight":0}]})",
        "targets[1].weight");
    row("alias", R"({"alias":"a","targets":[{"provider":"p","model":"m","weight":1.5}]})",
        "targets[0].weight");
    row("alias", R"({"alias":"a","targets":[{"provider":"p","model":"m","weight":null}]})",
        "targets[0].weight");
    row("alias", R"({"alias":"a","targets":[{"provider":"p"}]})", "targets[0].model");
    row("alias", R"({"alias":"a","targets":[{"provider":"p","model":"m"}],"fallbacks":[{"model":"m"}]})",
        "fallbacks[0].provider");
    row("alias", R"({"alias":"a","targets":[{"provider":"p","model":"m"}],"unsupported_params":"keep"})",
        "unsupported_params");

    row("project", R"({"name":"a/b"})", "name");
    row("project", R"({"name":".."})", "name");
    row("project", R"({"name":"p","limits":{"rpm":0}})", "limits.rpm");
    row("project", R"({"name":"p","limits":{"tpm":"many"}})", "limits.tpm");
    row("project", R"({"name":"p","limits":{"max_parallel":-1}})", "limits.max_parallel");
    row("project", R"({"name":"p","limits":{"rps":1}})", "limits.rps");
    row("project", R"({"name":"p","description":5})", "description");

    row("key", R"({})", "name");
    row("key", R"({"name":"k","user":5})", "user");
    row("key", R"({"name":"k","allowed_models":["ok",""]})", "allowed_models[1]");
    row("key", R"({"name":"k","expires_at":"soon"})", "expires_at");
    row("key", R"({"name":"k","expires_at":1790000000})", "expires_at");
    row("key", R"({"name":"k","limits":{"rpm":1e30}})", "limits.rpm");

    row("budget", R"({"limit_usd":1})", "scope");
    row("budget", R"({"scope":"team","limit_usd":1})", "scope");
    row("budget", R"({"scope":"global","subject":"x","limit_usd":1})", "subject");
    row("budget", R"({"scope":"user","limit_usd":1})", "subject");
    row("budget", R"({"scope":"global"})", "limit_usd");
    row("budget", R"({"scope":"global","limit_usd":-1})", "limit_usd");
    row("budget", R"({"scope":"global","limit_usd":1,"period":"year"})", "period");
    row("budget", R"({"scope":"global","limit_usd":1,"thresholds":[0]})", "thresholds[0]");
    row("budget", R"({"scope":"global","limit_usd":1,"thresholds":[50,1001]})", "thresholds[1]");
    row("budget", R"({"scope":"global","limit_usd":1,"thresholds":[80,50]})", "thresholds");
    row("budget", R"({"scope":"global","limit_usd":1,"thresholds":[50,50]})", "thresholds");
    row("budget", R"({"scope":"global","limit_usd":1,"action":"stop"})", "action");
    row("budget", R"({"scope":"global","limit_usd":1,"action":"downgrade"})", "downgrade_to");

    row("flag", R"({"type":"kill_switch","provider":"p"})", "key");
    row("flag", R"({"key":"a=b","type":"kill_switch","provider":"p"})", "key");
    row("flag", R"({"key":"f"})", "type");
    row("flag", R"({"key":"f","type":"coin"})", "type");
    row("flag", R"({"key":"f","type":"canary","stable":"p/m","canary":"p/n"})", "alias");
    row("flag", R"({"key":"f","type":"canary","alias":"a","stable":"m","canary":"p/n"})", "stable");
    row("flag", R"({"key":"f","type":"canary","alias":"a","stable":"p/m"})", "canary");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rollout_percent":101})",
        "rollout_percent");
    row("flag", R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","sticky_by":"ip"})",
        "sticky_by");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rules":[{"serve":"canary"}]})",
        "rules[0].if");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rules":[{"if":{},"serve":"canary"}]})",
        "rules[0].if");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rules":[{"if":{"user":[""]},"serve":"canary"}]})",
        "rules[0].if.user[0]");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rules":[{"if":{"team":["x"]},"serve":"canary"}]})",
        "rules[0].if.team");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","rules":[{"if":{"user":"x"},"serve":"v1"}]})",
        "rules[0].serve");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","guardrails":{"max_error_rate":2}})",
        "guardrails.max_error_rate");
    row("flag",
        R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","ramp":{"step_percent":0}})",
        "ramp.step_percent");
    row("flag", R"({"key":"f","type":"canary","alias":"a","stable":"p/m","canary":"p/n","percent":5})",
        "percent");
    row("flag", R"({"key":"f","type":"prompt","prompt":"p","default":"v1"})", "weights");
    row("flag", R"({"key":"f","type":"prompt","prompt":"p","default":"v1","weights":{"v1":0}})", "weights");
    row("flag", R"({"key":"f","type":"prompt","prompt":"p","default":"v1","weights":{"v1":-1}})",
        "weights.v1");
    row("flag", R"({"key":"f","type":"prompt","prompt":"p","weights":{"v1":1}})", "default");
    row("flag", R"({"key":"f","type":"kill_switch"})", "provider");
    row("flag", R"({"key":"f","type":"kill_switch","provider":"p","target":"p/m"})", "target");
    row("flag", R"({"key":"f","type":"mirror","alias":"a","target":"p/m"})", "percent");
    row("flag", R"({"key":"f","type":"mirror","alias":"a","target":"p/m","percent":-1})", "percent");

    row("prompt", R"({"system":"s"})", "name");
    row("prompt", R"({"name":"p"})", "versions");
    row("prompt", R"({"name":"p","versions":[]})", "versions");
    row("prompt", R"({"name":"p","versions":[{"version":"one"}]})", "versions[0].version");
    row("prompt", R"({"name":"p","versions":[{"version":"v1"},{"version":"v1"}]})", "versions[1].version");
    row("prompt", R"({"name":"p","versions":[{"temperature":3}]})", "versions[0].temperature");
    row("prompt", R"({"name":"p","versions":[{"max_tokens":0}]})", "versions[0].max_tokens");
    row("prompt", R"({"name":"p","default":"v9","versions":[{"version":"v1"}]})", "default");
    row("prompt", R"({"name":"p","system":5})", "system");

    row("settings", R"({"auth":"never"})", "auth");
    row("settings", R"({"capture_bodies":true})", "capture_bodies");
    row("settings", R"({"retention_days":0})", "retention_days");
    row("settings", R"({"max_database_mb":1})", "max_database_mb");
    row("settings", R"({"cache":"fuzzy"})", "cache");
    row("settings", R"({"cache":{"mode":"exact","ttl_seconds":0}})", "cache.ttl_seconds");
    row("settings", R"({"cors_origins":["*"]})", "cors_origins[0]");
    row("settings", R"({"cors_origins":["https://a.example/path"]})", "cors_origins[0]");
    row("settings", R"({"otlp_endpoint":"collector:4317"})", "otlp_endpoint");
    row("settings", R"({"breaker":{"failures":0}})", "breaker.failures");
    row("settings", R"({"breaker":{"cooldown_seconds":400}})", "breaker.max_cooldown_seconds");
    row("settings", R"({"on_ledger_failure":"panic"})", "on_ledger_failure");
    row("settings", R"({"theme":"dark"})", "theme");
}

void ConfigCodecTest::namesTheFieldAtFault() {
    QFETCH(QString, resource);
    QFETCH(QByteArray, text);
    QFETCH(QString, param);
    QCOMPARE(QString::fromStdString(outcomeOf(resource, parse(text))), param);
}

void ConfigCodecTest::writtenFormReadsBackTheSame_data() {
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* tag, const char* resource, const char* text) {
        QTest::newRow(tag) << QString::fromLatin1(resource) << QByteArray(text);
    };
    // The examples of the contract, with everything that the API adds of its own.
    row("provider", "provider",
        R"({"name":"openai","kind":"openai","base_url":"https://api.openai.com/v1","enabled":true,
            "credentials":{"api_key":"…abcd"},
            "timeouts_ms":{"connect":5000,"first_byte":60000,"idle":60000,"total":600000},
            "max_retries":2,"max_parallel":null,"limits":{"rpm":60,"tpm":null,"max_parallel":4},"options":{},
            "health":{"state":"healthy","circuit":"closed","p95_ms":312}})");
    row("simulated", "provider",
        R"({"name":"sim","kind":"simulated","base_url":null,"enabled":false,
            "timeouts_ms":{"connect":1,"first_byte":2,"idle":3,"total":4},"max_retries":0,"max_parallel":8,
            "options":{"mean_latency_ms":120,"p_timeout":0.02,"seed":7}})");
    row("model", "model",
        R"({"provider":"openai","model":"org/gpt:4","input_usd_per_mtok":0.15,"output_usd_per_mtok":0.6,
            "cache_read_usd_per_mtok":0.075,"cache_write_usd_per_mtok":null,"usd_per_hour":1.25,
            "context_window":128000,"max_output_tokens":16384,"capabilities":["chat","vision"],"tier":"simple",
            "source":"built-in","valid_from":"2026-01-01T00:00:00Z"})");
    row("model with tiers and history", "model",
        R"({"provider":"p","model":"m","input_usd_per_mtok":1.25,"output_usd_per_mtok":10,"cache_read_usd_per_mtok":0.125,
            "cache_write_usd_per_mtok":1.5625,"cache_write_1h_usd_per_mtok":2.5,"reasoning_usd_per_mtok":12,
            "audio_input_usd_per_mtok":3,"audio_cache_read_usd_per_mtok":0.3,"audio_output_usd_per_mtok":20,
            "image_output_usd_per_mtok":30,
            "tiers":[{"above_input_tokens":200000,"input_usd_per_mtok":2.5,"output_usd_per_mtok":15},
                     {"service_tier":"flex","input_usd_per_mtok":0.625},
                     {"above_input_tokens":200000,"service_tier":"flex","input_usd_per_mtok":1.25}],
            "usd_per_hour":null,"source":"list","reference":"https://example.com/pricing, 2026-11-01",
            "valid_from":"2026-06-01T00:00:00Z","context_window":null,"max_output_tokens":null,"capabilities":[],"tier":null,
            "history":[{"input_usd_per_mtok":2,"output_usd_per_mtok":20,"cache_read_usd_per_mtok":null,
                        "cache_write_usd_per_mtok":null,"usd_per_hour":null,"source":"manual","valid_from":null},
                       {"input_usd_per_mtok":1,"output_usd_per_mtok":null,"cache_read_usd_per_mtok":null,
                        "cache_write_usd_per_mtok":null,"usd_per_hour":2.5,"source":"manual",
                        "valid_from":"2027-01-01T00:00:00Z"}]})");
    row("alias", "alias",
        R"({"alias":"chat-default","strategy":"weighted","enabled":true,
            "targets":[{"provider":"openai","model":"gpt-4o-mini","weight":3},{"provider":"azure-eu","model":"m","weight":1}],
            "fallbacks":[{"provider":"anthropic","model":"claude-haiku-4-5"}],"unsupported_params":"reject",
            "options":{"prefer":["openai"],"max_cost_usd":0.01,"tags":"required","expected_output_tokens":200,"drift":false,
            "simple_max_prompt_tokens":100,"complex_min_prompt_tokens":8000,"complex_min_output_tokens":900,
            "complex_words":["prove"],"local_first":false,"local_providers":["ollama"]}})");
    row("labelled targets", "alias",
        R"({"alias":"eu","strategy":"least_cost","enabled":true,
            "targets":[{"provider":"openai","model":"m","weight":1,"tags":["fast","gdpr"],"region":"eu"}],
            "fallbacks":[{"provider":"anthropic","model":"h","region":"us"}],"unsupported_params":"drop","options":{}})");
    row("project", "project",
        R"({"name":"Zahlungsverkehr Köln","description":"x","limits":{"rpm":600,"tpm":null,"max_parallel":32},"enabled":false})");
    row("key", "key",
        R"({"id":"key_1","name":"ci","project":"checkout","user":"alice","prefix":"","allowed_models":["gpt-*","openai/x"],
            "limits":{"rpm":1,"tpm":2,"max_parallel":3},"expires_at":"2027-01-01T00:00:00Z","enabled":true,"created_at":null})");
    row("budget", "budget",
        R"({"id":"bud_1","scope":"project","subject":"checkout","period":"month","limit_usd":100.5,"thresholds":[50,80,100],
            "action":"downgrade","downgrade_to":"cheap","timezone":"Europe/Berlin","enabled":true})");
    row("canary", "flag",
        R"({"key":"chat-canary","type":"canary","enabled":true,"salt":"s","alias":"chat-default","stable":"openai/gpt-4o-mini",
            "canary":"openai/gpt-4o-mini-canary","rollout_percent":15,"sticky_by":"user",
            "rules":[{"if":{"user":["alice","qa-*"],"project":["checkout"]},"serve":"canary"}],
            "guardrails":{"min_requests":200,"max_error_rate":0.02,"max_p95_ratio":1.25,"max_cost_ratio":null},
            "ramp":{"step_percent":10,"every_minutes":30,"max_percent":50}})");
    row("prompt flag", "flag",
        R"({"key":"f","type":"prompt","enabled":true,"salt":"","prompt":"assistant","weights":{"v2":50,"v1":50},
            "default":"v1","sticky_by":"key","rules":[{"if":{"key":["key_1"]},"serve":"v2"}]})");
    row("kill switch", "flag",
        R"({"key":"k","type":"kill_switch","enabled":false,"salt":"","provider":"azure-eu","target":null})");
    row("mirror", "flag",
        R"({"key":"m","type":"mirror","enabled":true,"salt":"","alias":"a","target":"p/m","percent":2.5})");
    row("prompt", "prompt",
        R"({"name":"assistant","default":"v2","versions":[
            {"version":"v1","system":"s","template":"{{message}}","model":null,"temperature":null,"max_tokens":null,
             "hash":"","created_at":"2026-11-22T03:04:05.678Z","note":""},
            {"version":"v2","system":"ü","template":"{{a}}","model":"p/m","temperature":0.5,"max_tokens":10,
             "hash":"","created_at":null,"note":"n"}]})");
    row("settings", "settings",
        R"({"auth":"optional_on_loopback","capture_bodies":"errors","retention_days":30,"max_database_mb":512,
            "cache":"exact","cache_ttl_seconds":60,"cors_origins":["https://a.example:8443"],
            "webhook_allow_private":true,"otlp_endpoint":"http://127.0.0.1:4318","default_alias":"a",
            "default_prompt":"p","breaker":{"failures":5,"window_seconds":10,"cooldown_seconds":3,
            "max_cooldown_seconds":9,"successes":1},"on_ledger_failure":"refuse"})");
}

void ConfigCodecTest::writtenFormReadsBackTheSame() {
    QFETCH(QString, resource);
    QFETCH(QByteArray, text);
    const json::object given = parse(text);
    const std::string once = outcomeOf(resource, given);
    QVERIFY2(once.starts_with('{'), once.c_str());
    const json::object written = json::parse(once).as_object();
    QCOMPARE(outcomeOf(resource, written), once);

    // Nothing that was given got lost on the way, apart from what is the server's to say.
    for (const auto& entry : given) {
        const std::string_view key = entry.key();
        if (key == "credentials" || key == "health" || key == "versions")
            continue;
        const auto* kept = written.if_contains(key);
        QVERIFY2(kept != nullptr, std::string(key).c_str());
        if (entry.value().is_number())
            QCOMPARE(kept->to_number<double>(), entry.value().to_number<double>());
        else if (!entry.value().is_object() && !entry.value().is_array())
            QVERIFY2(*kept == entry.value(), std::string(key).c_str());
    }
}

void ConfigCodecTest::messageSaysWhatIsAllowed() {
    const auto parsed = providerFromJson(parse(R"({"name":"a","kind":"gpt"})"));
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.find("openai_compatible") != std::string::npos);
    const auto range = settingsFromJson(parse(R"({"retention_days":99999})"));
    QVERIFY(!range);
    QCOMPARE(range.error().message, std::string("must be a whole number from 1 to 3650"));
}

void ConfigCodecTest::addressesOfKnownKindsNeedNotBeGiven() {
    // Raw strings stay outside of macros: moc cannot read them there.
    const auto known = providerFromJson(parse(R"({"name":"a","kind":"openai"})"));
    const auto none = providerFromJson(parse(R"({"name":"a","kind":"simulated"})"));
    QCOMPARE(known->baseUrl, std::string("https://api.openai.com/v1"));
    QCOMPARE(none->baseUrl, std::string());
}

void ConfigCodecTest::aRegionIsAnAddressOfBedrock() {
    const auto made =
        providerFromJson(parse(R"({"name":"a","kind":"bedrock","options":{"region":"eu-west-1"}})"));
    QCOMPARE(made->baseUrl, std::string("https://bedrock-runtime.eu-west-1.amazonaws.com"));
    const auto china =
        providerFromJson(parse(R"({"name":"a","kind":"bedrock","options":{"region":"cn-north-1"}})"));
    QCOMPARE(china->baseUrl, std::string("https://bedrock-runtime.cn-north-1.amazonaws.com.cn"));
    // It follows the region; other addresses stay.
    boost::json::object moved = toJson(*made);
    moved["options"].as_object()["region"] = "us-west-2";
    const auto follows = providerFromJson(moved);
    QCOMPARE(follows->baseUrl, std::string("https://bedrock-runtime.us-west-2.amazonaws.com"));
    const auto own = providerFromJson(parse(
        R"({"name":"a","kind":"bedrock","base_url":"https://proxy.example","options":{"region":"eu-west-1"}})"));
    QCOMPARE(own->baseUrl, std::string("https://proxy.example"));
}

void ConfigCodecTest::trailingSlashOfAnAddressIsDropped() {
    const auto provider =
        providerFromJson(parse(R"({"name":"a","kind":"openai","base_url":"http://h:1/v1//"})"));
    QCOMPARE(provider->baseUrl, std::string("http://h:1/v1"));
}

void ConfigCodecTest::simulatedOptionsAreRead() {
    const auto provider = providerFromJson(parse(
        R"({"name":"a","kind":"simulated","options":{"mean_latency_ms":0,"p_timeout":1,"seed":42,"reply":"hi"}})"));
    QVERIFY(provider.has_value());
    QCOMPARE(provider->simulated.meanLatencyMs, 0.0);
    QCOMPARE(provider->simulated.pTimeout, 1.0);
    QCOMPARE(provider->simulated.pLongTail, 0.05);
    QCOMPARE(provider->simulated.seed, std::uint64_t{42});
    QCOMPARE(provider->simulated.reply, std::string("hi"));
}

void ConfigCodecTest::priceIsExactInNanodollars() {
    const auto model = modelFromJson(parse(R"({"provider":"p","model":"m","input_usd_per_mtok":0.15})"));
    QCOMPARE(model->input->nanodollarsPerMtok, std::int64_t{150'000'000});
}

void ConfigCodecTest::unsetPriceStaysUnknown() {
    const auto model = modelFromJson(parse(R"({"provider":"p","model":"m","input_usd_per_mtok":0})"));
    QVERIFY(model->input.has_value());
    QVERIFY(!model->output.has_value());
    QVERIFY(toJson(*model).at("output_usd_per_mtok").is_null());
}

void ConfigCodecTest::shortPromptFormMakesTheFirstVersion() {
    const auto prompt =
        promptFromJson(parse(R"({"name":"p","system":"be brief","template":"Q: {{message}}"})"));
    QVERIFY(prompt.has_value());
    QCOMPARE(prompt->defaultVersion, std::string("v1"));
    QCOMPARE(prompt->versions.size(), std::size_t{1});
    QCOMPARE(prompt->versions[0].system, std::string("be brief"));
}

void ConfigCodecTest::promptHashFollowsTheContentOnly() {
    PromptVersion version;
    version.system = "a";
    const std::string hash = promptHash(version);
    QCOMPARE(hash.size(), std::size_t{12});
    PromptVersion other = version;
    other.version = "v7";
    other.note = "another note";
    other.createdAtMs = 5;
    QCOMPARE(promptHash(other), hash);
    other.temperature = 0.1;
    QVERIFY(promptHash(other) != hash);
}

void ConfigCodecTest::keySecretsNeverLeave() {
    ClientKey key;
    key.id = "key_1";
    key.name = "ci";
    key.bcrypt = "$2b$10$secretsecret";
    QVERIFY(json::serialize(toJson(key)).find("secretsecret") == std::string::npos);
}

void ConfigCodecTest::storedKeyKeepsItsHash() {
    ClientKey key;
    key.id = "key_1";
    key.name = "ci";
    key.prefix = "tg-AbC123";
    key.bcrypt = "$2b$10$abc";
    key.createdAtMs = 1'767'225'600'000;
    const auto back = keyFromStoredJson(toStoredJson(key));
    QVERIFY(back.has_value());
    QCOMPARE(back->bcrypt, key.bcrypt);
    QCOMPARE(back->prefix, key.prefix);
    QCOMPARE(back->createdAtMs, key.createdAtMs);
}

void ConfigCodecTest::cacheIsReadInBothForms() {
    const auto word = settingsFromJson(parse(R"({"cache":"exact","cache_ttl_seconds":5})"));
    const auto object = settingsFromJson(parse(R"({"cache":{"mode":"exact","ttl_seconds":5}})"));
    QVERIFY(word && object);
    QCOMPARE(word->cacheExact, object->cacheExact);
    QCOMPARE(word->cacheTtlSeconds, 5);
    QCOMPARE(object->cacheTtlSeconds, 5);
    const auto patched =
        settingsFromJson(parse(R"({"cache":{"mode":"exact","ttl_seconds":7},"cache_ttl_seconds":300})"));
    QVERIFY(patched.has_value());
    QCOMPARE(patched->cacheTtlSeconds, 7);
}

namespace {

/// Every value of a document, one after the other, replaced by something else.
void eachReplaced(const json::value& document, const json::value& other,
                  const std::function<void(const json::value&)>& look) {
    look(other);
    if (document.is_object()) {
        for (const auto& entry : document.get_object()) {
            eachReplaced(entry.value(), other, [&](const json::value& inner) {
                json::object copy = document.get_object();
                copy[entry.key()] = inner;
                look(copy);
            });
        }
    } else if (document.is_array()) {
        for (std::size_t i = 0; i < document.get_array().size(); ++i) {
            eachReplaced(document.get_array()[i], other, [&](const json::value& inner) {
                json::array copy = document.get_array();
                copy[i] = inner;
                look(copy);
            });
        }
    }
}

} // namespace

void ConfigCodecTest::anythingAnywhereIsTakenOrRefusedByName_data() {
    writtenFormReadsBackTheSame_data();
}

void ConfigCodecTest::anythingAnywhereIsTakenOrRefusedByName() {
    QFETCH(QString, resource);
    QFETCH(QByteArray, text);
    const json::value others[] = {nullptr,
                                  true,
                                  -1,
                                  0.5,
                                  1e300,
                                  std::uint64_t{1} << 63U,
                                  json::array{},
                                  json::object{},
                                  json::array{1},
                                  "",
                                  "x",
                                  json::string(70'000, 'y'),
                                  "\x01"};
    int refused = 0;
    for (const json::value& other : others) {
        eachReplaced(parse(text), other, [&](const json::value& document) {
            if (!document.is_object())
                return;
            const std::string once = outcomeOf(resource, document.get_object());
            if (once.starts_with('{')) {
                QCOMPARE(outcomeOf(resource, json::parse(once).as_object()), once);
                return;
            }
            ++refused;
            QVERIFY2(!once.empty() || document.get_object().contains(""), json::serialize(document).c_str());
        });
    }
    QVERIFY(refused > 10);
}

QTEST_GUILESS_MAIN(ConfigCodecTest)
#include "tst_config_codec.moc"
