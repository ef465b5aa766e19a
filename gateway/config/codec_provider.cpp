#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr int kHourMs = 3'600'000;

bool isRegion(std::string_view name) {
    return !name.empty() && name.size() <= 32 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string_view regionOf(const boost::json::object& options) {
    const auto* region = options.if_contains("region");
    return region != nullptr && region->is_string() ? std::string_view(region->get_string())
                                                    : std::string_view();
}

/// docs.aws.amazon.com/general/latest/gr/bedrock.html
std::string bedrockAddress(std::string_view region) {
    if (!isRegion(region))
        return {};
    return "https://bedrock-runtime." + std::string(region) +
           (region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
}

/// Such an address was made of a region and follows it when it changes.
bool isBedrockAddress(std::string_view address) {
    constexpr std::string_view kBegin = "https://bedrock-runtime.";
    if (!address.starts_with(kBegin))
        return false;
    const std::string_view rest = address.substr(kBegin.size());
    return address == bedrockAddress(rest.substr(0, rest.find('.')));
}

std::string usualAddress(ProviderKind kind, const boost::json::object& options) {
    switch (kind) {
    case ProviderKind::OpenAi:
        return "https://api.openai.com/v1";
    case ProviderKind::Anthropic:
        return "https://api.anthropic.com";
    case ProviderKind::Gemini:
        return "https://generativelanguage.googleapis.com/v1beta";
    case ProviderKind::Bedrock:
        return bedrockAddress(regionOf(options));
    case ProviderKind::AzureOpenAi:
    case ProviderKind::OpenAiCompatible:
    case ProviderKind::Simulated:
        break;
    }
    return {};
}

void readTimeouts(FieldReader& in, Provider::Timeouts& out) {
    in.nested("timeouts_ms", [&out](FieldReader& timeouts) {
        timeouts.integer("connect", out.connectMs, 1, kHourMs);
        timeouts.integer("first_byte", out.firstByteMs, 1, kHourMs);
        timeouts.integer("idle", out.idleMs, 1, kHourMs);
        timeouts.integer("total", out.totalMs, 1, kHourMs);
    });
}

void readSimulated(FieldReader& options, SimulatedOptions& out) {
    options.number("mean_latency_ms", out.meanLatencyMs, 0, kHourMs);
    options.number("p_timeout", out.pTimeout, 0, 1);
    options.number("p_error", out.pError, 0, 1);
    options.number("p_long_tail", out.pLongTail, 0, 1);
    options.number("tokens_per_second", out.tokensPerSecond, 0.001, 1e9);
    auto seed = static_cast<std::int64_t>(out.seed);
    options.integer("seed", seed, 0, std::numeric_limits<std::int64_t>::max());
    out.seed = static_cast<std::uint64_t>(seed);
    options.text("reply", out.reply, {false, 65'536, nullptr});
    for (const char* fault : {"p_rate_limit", "p_truncate", "p_stall"}) { // read where they are played
        double chance = 0;
        options.number(fault, chance, 0, 1);
    }
}

bool isApi(const boost::json::value& value) {
    return value == "auto" || value == "chat" || value == "responses";
}

/// options.api: which of OpenAI's APIs models are asked in, for all or by model name ("*": all others).
void checkApi(FieldReader& in, const boost::json::object& given) {
    constexpr const char* kMistake = "must be one of: auto, chat, responses";
    const auto* api = given.if_contains("api");
    const auto* byModel = api != nullptr ? api->if_object() : nullptr;
    if (api != nullptr && !api->is_null() && byModel == nullptr && !isApi(*api))
        in.fail("options.api", api->is_string() ? kMistake : "must be a text, or an object by model name");
    for (const auto& entry : byModel != nullptr ? *byModel : boost::json::object()) {
        if (!isApi(entry.value()))
            in.fail("options.api." + std::string(entry.key()), kMistake);
    }
    for (const char* flag : {"responses", "completions"}) {
        const auto* served = given.if_contains(flag);
        if (served != nullptr && !served->is_null() && !served->is_bool())
            in.fail("options." + std::string(flag), "must be true or false");
    }
    const auto* summary = given.if_contains("reasoning_summary");
    if (summary != nullptr && !summary->is_null() && *summary != "none" && *summary != "auto" &&
        *summary != "concise" && *summary != "detailed")
        in.fail("options.reasoning_summary", "must be one of: none, auto, concise, detailed");
}

/// Options that the gateway knows are checked; those of an upstream it does not know are kept as they are.
void checkOptions(FieldReader& in, ProviderKind kind, const boost::json::object& given) {
    const auto mustBeText = [&](std::string_view key) {
        const auto* value = given.if_contains(key);
        if (value != nullptr && !value->is_null() && !value->is_string())
            in.fail("options." + std::string(key), "must be a text");
    };
    if (const auto* file = given.if_contains("ca_file"); file != nullptr && !file->is_null()) {
        if (!file->is_string() || !std::string_view(file->get_string()).starts_with('/'))
            in.fail("options.ca_file", "must be the absolute path of a PEM file");
    }
    if (kind == ProviderKind::Bedrock) {
        mustBeText("region");
        if (const std::string_view region = regionOf(given); !region.empty() && !isRegion(region))
            in.fail("options.region", "must be the name of an AWS region");
    }
    if (kind == ProviderKind::OpenAi || kind == ProviderKind::OpenAiCompatible ||
        kind == ProviderKind::AzureOpenAi)
        checkApi(in, given);
    if (kind != ProviderKind::AzureOpenAi)
        return;
    mustBeText("api_version");
    const auto* deployments = given.if_contains("deployments");
    if (deployments == nullptr || deployments->is_null())
        return;
    if (!deployments->is_object()) {
        in.fail("options.deployments", "must be an object of model names and deployment names");
        return;
    }
    for (const auto& entry : deployments->get_object()) {
        if (!entry.value().is_string())
            in.fail("options.deployments." + std::string(entry.key()), "must be a text");
    }
}

} // namespace

Parsed<Provider> providerFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Provider provider;
    in.text("name", provider.name, kProviderName);
    in.require("kind");
    in.choice<ProviderKind>("kind", provider.kind, kProviderKinds);
    in.text("base_url", provider.baseUrl, {false, 2048, urlMistake});
    in.boolean("enabled", provider.enabled);
    readTimeouts(in, provider.timeouts);
    in.integer("max_retries", provider.maxRetries, 0, 10);
    in.integer("max_parallel", provider.maxParallel, 1, 1'000'000);
    readLimits(in, provider.limits);
    in.object("options", provider.options);
    if (provider.kind == ProviderKind::Simulated)
        in.nested("options", [&](FieldReader& options) { readSimulated(options, provider.simulated); });
    else
        checkOptions(in, provider.kind, provider.options);
    in.readOnly({"credentials", "health"});

    while (provider.baseUrl.ends_with('/'))
        provider.baseUrl.pop_back();
    const bool follows = provider.kind == ProviderKind::Bedrock && isBedrockAddress(provider.baseUrl) &&
                         isRegion(regionOf(provider.options));
    if (provider.baseUrl.empty() || follows)
        provider.baseUrl = usualAddress(provider.kind, provider.options);
    if (provider.baseUrl.empty() && provider.kind != ProviderKind::Simulated)
        in.fail("base_url", "is required for this kind");
    return in.finish(std::move(provider));
}

boost::json::object toJson(const Provider& provider) {
    return {{"name", provider.name},
            {"kind", toString(provider.kind)},
            {"base_url", textOrNull(provider.baseUrl)},
            {"enabled", provider.enabled},
            {"timeouts_ms",
             {{"connect", provider.timeouts.connectMs},
              {"first_byte", provider.timeouts.firstByteMs},
              {"idle", provider.timeouts.idleMs},
              {"total", provider.timeouts.totalMs}}},
            {"max_retries", provider.maxRetries},
            {"max_parallel", valueOrNull(provider.maxParallel)},
            {"limits", limitsToJson(provider.limits)},
            {"options", provider.options}};
}

} // namespace tollgate
