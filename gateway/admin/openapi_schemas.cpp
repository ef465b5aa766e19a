// The shapes of resources, in a notation of one line per field:
//   name type[?]        type: string, integer, number, boolean, object, any, or another shape; [] makes a
//   list name "a|b|c"        one of these texts
// `?` allows null, `!` requires the field in a request.
#include "gateway/admin/openapi.h"

#include <array>
#include <sstream>

namespace tollgate {

namespace {

struct Shape {
    std::string_view name;
    std::string_view fields;
};

constexpr std::array kShapes{
    Shape{"Provider", R"(
        name! string
        kind! "openai|anthropic|azure_openai|gemini|bedrock|openai_compatible|simulated"
        base_url string?
        enabled boolean
        credentials object
        timeouts_ms Timeouts
        max_retries integer
        max_parallel integer?
        limits Limits
        options ProviderOptions
        health Health)"},
    // Of the kind the provider is; others are kept as they are.
    Shape{"ProviderOptions", R"(
        ca_file string?
        region string?
        api_version string?
        deployments object?
        responses boolean?
        api any
        reasoning_summary "none|auto|concise|detailed")"},
    Shape{"Timeouts", R"(
        connect integer
        first_byte integer
        idle integer
        total integer)"},
    Shape{"Health", R"(
        state "unknown|healthy|degraded|down|disabled"
        circuit "closed|open|half_open"
        p95_ms number?
        error_rate number?
        last_error string?
        checked_at string?
        retry_at string?
        credentials CredentialHealth[])"},
    Shape{"CredentialHealth", R"(
        key string
        state "ready|resting|refused"
        retry_at string?)"},
    Shape{"Check", R"(
        ok boolean
        latency_ms number?
        models string[]
        error string?)"},
    Shape{"Model", R"(
        provider! string
        model! string
        input_usd_per_mtok number?
        output_usd_per_mtok number?
        cache_read_usd_per_mtok number?
        cache_write_usd_per_mtok number?
        cache_write_1h_usd_per_mtok number?
        reasoning_usd_per_mtok number?
        audio_input_usd_per_mtok number?
        audio_cache_read_usd_per_mtok number?
        audio_output_usd_per_mtok number?
        image_output_usd_per_mtok number?
        tiers PriceTier[]
        usd_per_hour number?
        context_window integer?
        max_output_tokens integer?
        capabilities string[]
        tier string?
        source string
        reference string
        valid_from string?
        history object[]
        warnings string[])"},
    Shape{"Rerate", R"(
        from string?
        to string?
        provider string?
        model string?
        dry_run boolean)"},
    Shape{"RerateResult", R"(
        dry_run boolean
        rows integer
        changed integer
        unpriced integer
        old_cost_usd number
        new_cost_usd number
        difference_usd number
        models object[])"},
    Shape{"PriceTier", R"(
        above_input_tokens integer
        service_tier "standard|batch|flex|priority|fast|us"
        input_usd_per_mtok number?
        output_usd_per_mtok number?
        cache_read_usd_per_mtok number?
        cache_write_usd_per_mtok number?
        cache_write_1h_usd_per_mtok number?
        reasoning_usd_per_mtok number?
        audio_input_usd_per_mtok number?
        audio_cache_read_usd_per_mtok number?
        audio_output_usd_per_mtok number?
        image_output_usd_per_mtok number?)"},
    Shape{"CostMap", ""},
    Shape{"ImportResult", R"(
        dry_run boolean
        added integer
        changed object[]
        unchanged integer
        skipped object[]
        warnings object[]
        ignored_fields object)"},
    Shape{"Target", R"(
        provider! string
        model! string
        weight integer
        tags string[]
        region string?)"},
    Shape{"Alias", R"(
        alias! string
        strategy "simple|weighted|least_latency|least_cost|auto"
        enabled boolean
        targets! Target[]
        fallbacks Target[]
        unsupported_params "drop|reject|pass"
        options RouteOptions)"},
    Shape{"RouteOptions", R"(
        prefer string[]
        max_cost_usd number?
        tags "preferred|required"
        expected_output_tokens integer
        drift boolean
        simple_max_prompt_tokens integer
        complex_min_prompt_tokens integer
        complex_min_output_tokens integer
        complex_words string[]
        local_first boolean
        local_providers string[])"},
    Shape{"Limits", R"(
        rpm integer?
        tpm integer?
        max_parallel integer?)"},
    Shape{"Project", R"(
        name! string
        description string
        limits Limits
        enabled boolean)"},
    Shape{"Key", R"(
        id string
        name! string
        project string?
        user string?
        prefix string
        allowed_models string[]
        limits Limits
        expires_at string?
        enabled boolean
        created_at string?
        last_used_at string?
        old_secret_until string?
        secret string)"},
    Shape{"Rotation", R"(
        overlap_seconds integer)"},
    Shape{"Budget", R"(
        id string
        scope! "global|project|key|user|provider"
        subject string?
        period "day|week|month|rolling_30d"
        limit_usd! number
        thresholds integer[]
        action "block|warn|downgrade"
        downgrade_to string?
        timezone string?
        enabled boolean
        spent_usd number
        reserved_usd number
        state "ok|warning|exceeded"
        resets_at string?
        forecast_usd number?
        exhausted_at string?
        unpriced_requests integer)"},
    Shape{"Flag", R"(
        key! string
        type! "canary|prompt|kill_switch|mirror"
        enabled boolean
        salt string
        alias string
        stable string
        canary string
        rollout_percent number
        sticky_by "user|project|key"
        rules FlagRule[]
        guardrails Guardrails?
        ramp Ramp?
        prompt string
        weights object
        default string
        provider string?
        target string?
        percent number
        max_cost_usd_per_day number?
        changed_at string
        intervention Intervention?
        spent_today_usd number
        sent_today integer
        dropped_today integer)"},
    Shape{"Intervention", R"(
        at string
        by string
        reason string)"},
    Shape{"FlagRule", R"(
        if! object
        serve! string)"},
    Shape{"Guardrails", R"(
        min_requests integer
        max_error_rate number?
        max_p95_ratio number?
        max_cost_ratio number?)"},
    Shape{"Ramp", R"(
        step_percent number
        every_minutes number
        max_percent number)"},
    Shape{"FlagSubject", R"(
        user string?
        project string?
        key string?)"},
    Shape{"Verdict", R"(
        bucket integer
        serve string
        reason string)"},
    Shape{"Prompt", R"(
        name! string
        default string
        versions PromptVersion[])"},
    Shape{"PromptVersion", R"(
        version string
        system string
        template string
        model string?
        temperature number?
        max_tokens integer?
        hash string
        created_at string?
        note string)"},
    Shape{"RenderRequest", R"(
        version string?
        variables object)"},
    Shape{"RenderedPrompt", R"(
        version string
        messages object[]
        model string?
        temperature number?
        max_tokens integer?
        hash string)"},
    Shape{"UsageRow", R"(
        requests integer
        errors integer
        input_tokens integer
        cache_read_tokens integer
        cache_write_tokens integer
        output_tokens integer
        reasoning_tokens integer
        cost_usd number?
        p50_ms number?
        p95_ms number?)"},
    Shape{"SpendOutlook", R"(
        month string
        from string
        to string
        to_date_usd number
        today_usd number
        unpriced_requests integer
        forecast_usd number?
        low_usd number?
        high_usd number?
        confidence number
        method string
        forecast_days SpendDay[]
        anomalies SpendAnomaly[])"},
    Shape{"SpendDay", R"(
        day string
        cost_usd number)"},
    Shape{"SpendAnomaly", R"(
        user string
        ratio number
        since string
        recent_usd number
        usual_usd number)"},
    Shape{"Request", R"(
        id string
        trace_id string
        at string
        route string
        status integer
        outcome string
        error_code string?
        error string?
        user string
        project string?
        key_id string?
        alias string?
        requested_model string
        provider string?
        model string?
        attempts any
        input_tokens integer
        output_tokens integer
        cost_usd number?
        latency_ms number
        ttft_ms number?
        overhead_us integer
        user_agent string?
        decision object[]
        cost_lines object[]
        translation object[])"},
    Shape{"Status", R"(
        version string
        config_version integer
        data_directory string
        uptime_seconds number
        listen string?
        threads integer
        ledger_rows integer
        journal_lag integer
        memory_rss_bytes integer
        cache any
        database_bytes integer
        secret_store string
        secret_store_note string?
        budget_alerts integer
        state "ready|stopped|ledger_failing"
        ledger_error string?
        ledger_lost integer
        notices Notice[])"},
    Shape{"SecurityCheck", R"(
        id string
        title string
        state "ok|warning|off"
        detail string)"},
    Shape{"Notice", R"(
        id string
        level "warning|error"
        text string)"},
    Shape{"AuditEntry", R"(
        id integer
        at string
        actor string
        action string
        kind string
        subject string
        before any
        after any)"},
    Shape{"Settings", R"(
        auth "required|optional_on_loopback"
        capture_bodies "off|errors|all"
        retention_days integer
        max_database_mb integer
        cache any
        cache_ttl_seconds integer
        cache_max_mb integer
        cors_origins string[]
        webhook_allow_private boolean
        otlp_endpoint string?
        default_alias string
        default_prompt string
        breaker Breaker
        on_ledger_failure "serve|refuse"
        health_probe_seconds integer)"},
    Shape{"Breaker", R"(
        failures integer
        window_seconds integer
        cooldown_seconds integer
        max_cooldown_seconds integer
        successes integer)"},
    Shape{"Config", R"(
        providers Provider[]
        models Model[]
        aliases Alias[]
        projects Project[]
        keys Key[]
        budgets Budget[]
        flags Flag[]
        prompts Prompt[]
        settings Settings
        prune boolean)"},
    Shape{"ConfigApplied", R"(
        dry_run boolean
        changes object[]
        unchanged integer
        config_version integer
        generated_keys object[])"},
    Shape{"ExplainRequest", R"(
        path! string
        headers object
        body! object
        key_id string?)"},
    Shape{"Error", R"(
        error! object)"},
};

boost::json::object typeSchema(std::string type) {
    const bool nullable = type.ends_with('?');
    if (nullable)
        type.pop_back();
    if (type.ends_with("[]")) {
        type.resize(type.size() - 2);
        return {{"type", "array"}, {"items", typeSchema(type)}};
    }
    if (type == "any")
        return {};
    if (type.front() == '"') {
        boost::json::array words;
        std::istringstream list(type.substr(1, type.size() - 2));
        for (std::string word; std::getline(list, word, '|');)
            words.emplace_back(word);
        return {{"type", "string"}, {"enum", std::move(words)}};
    }
    if (type.front() >= 'A' && type.front() <= 'Z') {
        boost::json::object reference{{"$ref", "#/components/schemas/" + type}};
        if (!nullable)
            return reference;
        return {{"anyOf", {std::move(reference), {{"type", "null"}}}}};
    }
    if (nullable)
        return {{"type", boost::json::array{type, "null"}}};
    return {{"type", type}};
}

boost::json::object shapeSchema(std::string_view fields) {
    boost::json::object properties;
    boost::json::array required;
    std::istringstream lines{std::string(fields)};
    for (std::string name, type; lines >> name >> type;) {
        if (name.ends_with('!')) {
            name.pop_back();
            required.emplace_back(name);
        }
        properties.emplace(name, typeSchema(type));
    }
    boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty())
        schema.emplace("required", std::move(required));
    return schema;
}

/// options.api: one word, or one for each model.
boost::json::object apiSchema() {
    const boost::json::object word = typeSchema("\"auto|chat|responses\"");
    const boost::json::object byModel{{"type", "object"}, {"additionalProperties", word}};
    return {{"description",
             "Which of OpenAI's APIs models are asked in: one word for all, or one by model name, "
             "\"*\" standing for all others. auto: Chat Completions, unless the model serves such a "
             "request at /responses only."},
            {"anyOf", {word, byModel, {{"type", "null"}}}}};
}

} // namespace

boost::json::object openApiSchemas() {
    boost::json::object schemas;
    for (const Shape& shape : kShapes)
        schemas.emplace(shape.name, shapeSchema(shape.fields));
    schemas["ProviderOptions"].as_object()["properties"].as_object()["api"] = apiSchema();
    return schemas;
}

} // namespace tollgate
