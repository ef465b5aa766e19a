#include "gateway/starter.h"

#include "gateway/policy/key_hash.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace tollgate {
namespace {

constexpr std::string_view kCompatible = "openai_compatible";

constexpr std::array kPresets{
    // Vendors whose own API the gateway speaks; the address of the kind is the usual one.
    ProviderPresetFacts{"openai", "OpenAI", "openai", "https://api.openai.com/v1", "platform.openai.com"},
    ProviderPresetFacts{"anthropic", "Anthropic", "anthropic", "https://api.anthropic.com",
                        "platform.claude.com"},
    ProviderPresetFacts{"gemini", "Google Gemini", "gemini",
                        "https://generativelanguage.googleapis.com/v1beta", "aistudio.google.com"},
    ProviderPresetFacts{"azure_openai", "Azure OpenAI", "azure_openai",
                        "https://YOUR-RESOURCE.openai.azure.com", "portal.azure.com"},
    ProviderPresetFacts{"bedrock", "AWS Bedrock", "bedrock",
                        "https://bedrock-runtime.us-east-1.amazonaws.com", "console.aws.amazon.com"},
    ProviderPresetFacts{"openrouter", "OpenRouter", kCompatible, "https://openrouter.ai/api/v1",
                        "openrouter.ai"},
    ProviderPresetFacts{"groq", "Groq", kCompatible, "https://api.groq.com/openai/v1", "console.groq.com"},
    ProviderPresetFacts{"mistral", "Mistral", kCompatible, "https://api.mistral.ai/v1", "console.mistral.ai"},
    ProviderPresetFacts{"deepseek", "DeepSeek", kCompatible, "https://api.deepseek.com/v1",
                        "platform.deepseek.com"},
    ProviderPresetFacts{"xai", "xAI", kCompatible, "https://api.x.ai/v1", "console.x.ai"},
    ProviderPresetFacts{"together", "Together", kCompatible, "https://api.together.xyz/v1",
                        "api.together.ai"},
    ProviderPresetFacts{"fireworks", "Fireworks", kCompatible, "https://api.fireworks.ai/inference/v1",
                        "app.fireworks.ai"},
    ProviderPresetFacts{"cerebras", "Cerebras", kCompatible, "https://api.cerebras.ai/v1",
                        "cloud.cerebras.ai"},
    ProviderPresetFacts{"perplexity", "Perplexity", kCompatible, "https://api.perplexity.ai",
                        "perplexity.ai/settings/api"},
    ProviderPresetFacts{"moonshot", "Moonshot", kCompatible, "https://api.moonshot.ai/v1",
                        "platform.moonshot.ai"},
    ProviderPresetFacts{"ollama", "Ollama", kCompatible, "http://127.0.0.1:11434/v1", ""},
    ProviderPresetFacts{"lm-studio", "LM Studio", kCompatible, "http://127.0.0.1:1234/v1", ""},
    ProviderPresetFacts{"llama-cpp", "llama.cpp", kCompatible, "http://127.0.0.1:8080/v1", ""},
    ProviderPresetFacts{"vllm", "vLLM", kCompatible, "http://127.0.0.1:8000/v1", ""},
    ProviderPresetFacts{"simulated", "Simulated", "simulated", "", ""},
};

/// What a provider of that kind cannot do without. The simulated one answers the first request for sure.
boost::json::object usualOptions(const StarterAnswers& answers) {
    boost::json::object options;
    if (answers.kind == "simulated") {
        options["mean_latency_ms"] = 120;
        options["tokens_per_second"] = 80;
        options["reply"] = "[{provider}:{model}] Answer to: {prompt:120}";
    } else if (answers.kind == "azure_openai") {
        options["api_version"] = "2024-10-21";
        boost::json::object deployments; // named like the model until somebody says otherwise
        if (!answers.model.empty())
            deployments[answers.model] = answers.model;
        options["deployments"] = std::move(deployments);
    } else if (answers.kind == "bedrock") {
        options["region"] = "us-east-1";
    }
    return options;
}

} // namespace

std::span<const ProviderPresetFacts> providerPresetFacts() {
    return kPresets;
}

const ProviderPresetFacts* findPresetFacts(std::string_view id) {
    const auto* it = std::ranges::find(kPresets, id, &ProviderPresetFacts::id);
    return it == kPresets.end() ? nullptr : it;
}

boost::json::object starterProvider(const StarterAnswers& answers) {
    boost::json::object provider;
    provider["name"] = answers.provider;
    provider["kind"] = answers.kind;
    if (!answers.baseUrl.empty())
        provider["base_url"] = answers.baseUrl;
    provider["options"] = answers.options.empty() ? usualOptions(answers) : answers.options;
    if (!answers.apiKey.empty()) {
        boost::json::object credentials;
        credentials["api_key"] = answers.apiKey;
        provider["credentials"] = std::move(credentials);
    }
    return provider;
}

boost::json::object starterDocument(const StarterAnswers& answers) {
    boost::json::object document;
    const auto list = [&document](const char* name, boost::json::object one) {
        boost::json::array all;
        all.push_back(std::move(one));
        document[name] = std::move(all);
    };
    if (!answers.provider.empty()) {
        list("providers", starterProvider(answers));
        boost::json::object target;
        target["provider"] = answers.provider;
        target["model"] = answers.model;
        target["weight"] = 1;
        boost::json::array targets;
        targets.push_back(std::move(target));
        boost::json::object alias;
        alias["alias"] = answers.alias;
        alias["strategy"] = "simple";
        alias["targets"] = std::move(targets);
        list("aliases", std::move(alias));
    }
    if (!answers.keyName.empty()) {
        boost::json::object project;
        project["name"] = answers.project;
        list("projects", std::move(project));
        boost::json::object key;
        key["name"] = answers.keyName;
        key["project"] = answers.project;
        key["secret"] = answers.keySecret;
        list("keys", std::move(key));
    }
    if (answers.budgetUsd) {
        boost::json::object budget;
        budget["scope"] = "global";
        budget["period"] = "month";
        budget["limit_usd"] = *answers.budgetUsd;
        budget["action"] = "warn";
        list("budgets", std::move(budget));
    }
    return document;
}

std::string makeStarterSecret() {
    return makeKeySecret();
}

} // namespace tollgate
