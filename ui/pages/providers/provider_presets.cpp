#include "ui/pages/providers/provider_presets.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tollgate::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

struct Server {
    const char* id;
    const char* title;
    const char* baseUrl;
    const char* keyFrom; ///< empty: none needed
};

/// Brands, not words to translate.
constexpr std::array kCompatible{
    Server{"openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "openrouter.ai"},
    Server{"groq", "Groq", "https://api.groq.com/openai/v1", "console.groq.com"},
    Server{"mistral", "Mistral", "https://api.mistral.ai/v1", "console.mistral.ai"},
    Server{"deepseek", "DeepSeek", "https://api.deepseek.com/v1", "platform.deepseek.com"},
    Server{"xai", "xAI", "https://api.x.ai/v1", "console.x.ai"},
    Server{"together", "Together", "https://api.together.xyz/v1", "api.together.ai"},
    Server{"fireworks", "Fireworks", "https://api.fireworks.ai/inference/v1", "app.fireworks.ai"},
    Server{"cerebras", "Cerebras", "https://api.cerebras.ai/v1", "cloud.cerebras.ai"},
    Server{"perplexity", "Perplexity", "https://api.perplexity.ai", "perplexity.ai/settings/api"},
    Server{"moonshot", "Moonshot", "https://api.moonshot.ai/v1", "platform.moonshot.ai"},
    Server{"ollama", "Ollama", "http://127.0.0.1:11434/v1", ""},
    Server{"lm-studio", "LM Studio", "http://127.0.0.1:1234/v1", ""},
    Server{"llama-cpp", "llama.cpp", "http://127.0.0.1:8080/v1", ""},
    Server{"vllm", "vLLM", "http://127.0.0.1:8000/v1", ""},
};

/// Vendors whose own API the gateway speaks; the address of the kind is the usual one.
constexpr std::array kVendors{
    Server{"openai", "OpenAI", "https://api.openai.com/v1", "platform.openai.com"},
    Server{"anthropic", "Anthropic", "https://api.anthropic.com", "platform.claude.com"},
    Server{"gemini", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta",
           "aistudio.google.com"},
    Server{"azure_openai", "Azure OpenAI", "https://YOUR-RESOURCE.openai.azure.com", "portal.azure.com"},
    Server{"bedrock", "AWS Bedrock", "https://bedrock-runtime.us-east-1.amazonaws.com",
           "console.aws.amazon.com"},
};

ProviderPreset presetOf(const Server& server, const QString& kind) {
    const QString id = QString::fromLatin1(server.id);
    const QString from = QString::fromLatin1(server.keyFrom);
    QString name = id;
    name.replace(u'_', u'-');
    return {id,
            QString::fromLatin1(server.title),
            name,
            kind,
            QString::fromLatin1(server.baseUrl),
            from.isEmpty() ? tr("No key needed by default.") : tr("The key from %1.").arg(from)};
}

QList<ProviderPreset> makePresets() {
    QList<ProviderPreset> presets;
    for (const Server& vendor : kVendors)
        presets.append(presetOf(vendor, QString::fromLatin1(vendor.id)));
    for (const Server& server : kCompatible)
        presets.append(presetOf(server, QStringLiteral("openai_compatible")));
    presets.append({QStringLiteral("other"),
                    tr("Other, OpenAI-compatible"),
                    {},
                    QStringLiteral("openai_compatible"),
                    {},
                    {}});
    presets.append({QStringLiteral("simulated"),
                    tr("Simulated, no network"),
                    QStringLiteral("simulated"),
                    QStringLiteral("simulated"),
                    {},
                    {}});
    return presets;
}

} // namespace

const QList<ProviderPreset>& providerPresets() {
    static const QList<ProviderPreset> presets = makePresets();
    return presets;
}

const ProviderPreset* findPreset(const QString& id) {
    const auto& presets = providerPresets();
    const auto it = std::find_if(presets.begin(), presets.end(),
                                 [&](const ProviderPreset& preset) { return preset.id == id; });
    return it == presets.end() ? nullptr : &*it;
}

QStringList providerKinds() {
    QStringList kinds;
    for (const ProviderPreset& preset : providerPresets())
        if (!kinds.contains(preset.kind))
            kinds.append(preset.kind);
    return kinds;
}

QString providerKindText(const QString& kind) {
    if (kind == QLatin1String("openai_compatible"))
        return tr("OpenAI-compatible");
    if (kind == QLatin1String("simulated"))
        return tr("simulated");
    for (const Server& vendor : kVendors)
        if (kind == QLatin1String(vendor.id))
            return QString::fromLatin1(vendor.title);
    return kind;
}

QString baseUrlHint(const QString& kind) {
    const char* path = "/chat/completions";
    if (kind == QLatin1String("anthropic"))
        path = "/v1/messages";
    else if (kind == QLatin1String("azure_openai"))
        path = "/openai/deployments";
    else if (kind == QLatin1String("gemini"))
        path = "/models";
    else if (kind == QLatin1String("bedrock"))
        path = "/model";
    return tr("What stands before %1.").arg(QString::fromLatin1(path));
}

QJsonObject newProvider(const ProviderPreset& preset) {
    const QJsonObject timeouts{{QStringLiteral("connect"), 5000},
                               {QStringLiteral("first_byte"), 60000},
                               {QStringLiteral("idle"), 60000},
                               {QStringLiteral("total"), 600000}};
    QJsonObject options;
    if (preset.kind == QLatin1String("simulated"))
        options = {{QStringLiteral("mean_latency_ms"), 120},
                   {QStringLiteral("p_timeout"), 0.02},
                   {QStringLiteral("p_error"), 0},
                   {QStringLiteral("p_long_tail"), 0.05},
                   {QStringLiteral("tokens_per_second"), 80},
                   {QStringLiteral("seed"), 7},
                   {QStringLiteral("reply"), QStringLiteral("[{provider}:{model}] Answer to: {prompt:120}")}};
    if (preset.kind == QLatin1String("azure_openai"))
        options = {{QStringLiteral("api_version"), QStringLiteral("2024-10-21")},
                   {QStringLiteral("deployments"), QJsonObject()}};
    if (preset.kind == QLatin1String("bedrock"))
        options = {{QStringLiteral("region"), QStringLiteral("us-east-1")}};
    return {{QStringLiteral("name"), preset.name},
            {QStringLiteral("kind"), preset.kind},
            {QStringLiteral("base_url"), preset.baseUrl},
            {QStringLiteral("enabled"), true},
            {QStringLiteral("credentials"), QJsonObject()},
            {QStringLiteral("timeouts_ms"), timeouts},
            {QStringLiteral("max_retries"), 2},
            {QStringLiteral("max_parallel"), QJsonValue::Null},
            {QStringLiteral("options"), options}};
}

} // namespace tollgate::ui
