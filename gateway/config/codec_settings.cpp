#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"

namespace tollgate {

namespace {

constexpr std::array kCacheModes{EnumName<bool>{"off", false}, EnumName<bool>{"exact", true}};
constexpr std::array kOnLedgerFailure{EnumName<bool>{"serve", false}, EnumName<bool>{"refuse", true}};
constexpr int kWeekSeconds = 7 * 24 * 3600;

std::optional<std::string> originMistake(std::string_view text) {
    if (auto mistake = urlMistake(text))
        return mistake;
    const std::size_t scheme = text.find("://");
    if (text.find('/', scheme + 3) != std::string_view::npos)
        return "must be an origin such as https://app.example.com, without a path";
    return std::nullopt;
}

/// "off", "exact", or {"mode":"exact","ttl_seconds":300}; the object has the last word, because a patch with
/// it is merged into the other form.
void readCache(FieldReader& in, Settings& out) {
    in.integer("cache_ttl_seconds", out.cacheTtlSeconds, 1, kWeekSeconds);
    in.integer("cache_max_mb", out.cacheMaxMb, 1, 65'536);
    const auto* value = in.raw("cache");
    if (value != nullptr && value->is_object()) {
        in.nested("cache", [&out](FieldReader& cache) {
            cache.choice<bool>("mode", out.cacheExact, kCacheModes);
            cache.integer("ttl_seconds", out.cacheTtlSeconds, 1, kWeekSeconds);
        });
    } else {
        in.choice<bool>("cache", out.cacheExact, kCacheModes);
    }
}

void readBreaker(FieldReader& in, Settings::Breaker& out) {
    in.nested("breaker", [&out](FieldReader& breaker) {
        breaker.integer("failures", out.failures, 1, 1000);
        breaker.integer("window_seconds", out.windowSeconds, 1, 86'400);
        breaker.integer("cooldown_seconds", out.cooldownSeconds, 1, 86'400);
        breaker.integer("max_cooldown_seconds", out.maxCooldownSeconds, 1, 86'400);
        breaker.integer("successes", out.successes, 1, 1000);
        if (out.maxCooldownSeconds < out.cooldownSeconds)
            breaker.fail("max_cooldown_seconds", "must be at least cooldown_seconds");
    });
}

} // namespace

Parsed<Settings> settingsFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Settings settings;
    in.choice<AuthMode>("auth", settings.auth, kAuthModes);
    in.choice<CaptureBodies>("capture_bodies", settings.captureBodies, kCaptureModes);
    in.integer("retention_days", settings.retentionDays, 1, 3650);
    in.integer("max_database_mb", settings.maxDatabaseMb, 16, 1'048'576);
    readCache(in, settings);
    in.texts("cors_origins", settings.corsOrigins, {true, 512, originMistake});
    in.boolean("webhook_allow_private", settings.webhookAllowPrivate);
    in.text("otlp_endpoint", settings.otlpEndpoint, {false, 2048, urlMistake});
    in.text("otlp_service_name", settings.otlpServiceName, {false, 128, wordMistake});
    in.number("otlp_sample_ratio", settings.otlpSampleRatio, 0, 1);
    in.boolean("otlp_metrics", settings.otlpMetrics);
    in.text("default_alias", settings.defaultAlias, {false, 128, wordMistake});
    in.text("default_prompt", settings.defaultPrompt, {false, 128, wordMistake});
    readBreaker(in, settings.breaker);
    in.choice<bool>("on_ledger_failure", settings.refuseOnLedgerFailure, kOnLedgerFailure);
    in.integer("health_probe_seconds", settings.healthProbeSeconds, 0, 86'400);
    in.integer("jobs_parallel", settings.jobsParallel, 1, 1024);
    in.integer("task_ttl_hours", settings.taskTtlHours, 1, 24 * 365);
    in.integer("jobs_max_mb", settings.jobsMaxMb, 1, 1'048'576);
    in.integer("jobs_project_max_mb", settings.jobsProjectMaxMb, 1, 1'048'576);
    return in.finish(std::move(settings));
}

boost::json::object toJson(const Settings& settings) {
    return {{"auth", nameOf(settings.auth, kAuthModes)},
            {"capture_bodies", nameOf(settings.captureBodies, kCaptureModes)},
            {"retention_days", settings.retentionDays},
            {"max_database_mb", settings.maxDatabaseMb},
            {"cache", nameOf(settings.cacheExact, kCacheModes)},
            {"cache_ttl_seconds", settings.cacheTtlSeconds},
            {"cache_max_mb", settings.cacheMaxMb},
            {"cors_origins", toJsonList(settings.corsOrigins)},
            {"webhook_allow_private", settings.webhookAllowPrivate},
            {"otlp_endpoint", textOrNull(settings.otlpEndpoint)},
            {"otlp_service_name", settings.otlpServiceName},
            {"otlp_sample_ratio", settings.otlpSampleRatio},
            {"otlp_metrics", settings.otlpMetrics},
            {"default_alias", settings.defaultAlias},
            {"default_prompt", settings.defaultPrompt},
            {"breaker",
             {{"failures", settings.breaker.failures},
              {"window_seconds", settings.breaker.windowSeconds},
              {"cooldown_seconds", settings.breaker.cooldownSeconds},
              {"max_cooldown_seconds", settings.breaker.maxCooldownSeconds},
              {"successes", settings.breaker.successes}}},
            {"on_ledger_failure", nameOf(settings.refuseOnLedgerFailure, kOnLedgerFailure)},
            {"health_probe_seconds", settings.healthProbeSeconds},
            {"jobs_parallel", settings.jobsParallel},
            {"task_ttl_hours", settings.taskTtlHours},
            {"jobs_max_mb", settings.jobsMaxMb},
            {"jobs_project_max_mb", settings.jobsProjectMaxMb}};
}

} // namespace tollgate
