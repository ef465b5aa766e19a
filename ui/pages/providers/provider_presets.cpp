#include "ui/pages/providers/provider_presets.h"

#include <QCoreApplication>

#include <algorithm>

namespace tollgate::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ProviderPreset", text);
}

QList<ProviderPreset> makePresets() {
    const QString openai = QStringLiteral("openai");
    const QString compatible = QStringLiteral("openai_compatible");
    const QString local = tr("No key needed by default.");
    const auto keyFrom = [](const char* where) { return tr("The key from %1.").arg(QLatin1String(where)); };
    return {
        {openai, tr("OpenAI"), openai, openai, QStringLiteral("https://api.openai.com/v1"),
         keyFrom("platform.openai.com")},
        {QStringLiteral("ollama"), tr("Ollama"), QStringLiteral("ollama"), compatible,
         QStringLiteral("http://127.0.0.1:11434/v1"), local},
        {QStringLiteral("vllm"), tr("vLLM"), QStringLiteral("vllm"), compatible,
         QStringLiteral("http://127.0.0.1:8000/v1"), local},
        {QStringLiteral("lm-studio"), tr("LM Studio"), QStringLiteral("lm-studio"), compatible,
         QStringLiteral("http://127.0.0.1:1234/v1"), local},
        {QStringLiteral("llama.cpp"), tr("llama.cpp server"), QStringLiteral("llama-cpp"), compatible,
         QStringLiteral("http://127.0.0.1:8080/v1"), local},
        {QStringLiteral("groq"), tr("Groq"), QStringLiteral("groq"), compatible,
         QStringLiteral("https://api.groq.com/openai/v1"), keyFrom("console.groq.com")},
        {QStringLiteral("mistral"), tr("Mistral"), QStringLiteral("mistral"), compatible,
         QStringLiteral("https://api.mistral.ai/v1"), keyFrom("console.mistral.ai")},
        {QStringLiteral("deepseek"), tr("DeepSeek"), QStringLiteral("deepseek"), compatible,
         QStringLiteral("https://api.deepseek.com/v1"), keyFrom("platform.deepseek.com")},
        {QStringLiteral("openrouter"), tr("OpenRouter"), QStringLiteral("openrouter"), compatible,
         QStringLiteral("https://openrouter.ai/api/v1"), keyFrom("openrouter.ai")},
        {QStringLiteral("together"), tr("Together"), QStringLiteral("together"), compatible,
         QStringLiteral("https://api.together.xyz/v1"), keyFrom("api.together.ai")},
        {QStringLiteral("xai"), tr("xAI"), QStringLiteral("xai"), compatible,
         QStringLiteral("https://api.x.ai/v1"), keyFrom("console.x.ai")},
        {QStringLiteral("other"), tr("Other, OpenAI-compatible"), {}, compatible, {}, {}},
        {QStringLiteral("simulated"),
         tr("Simulated, no network"),
         QStringLiteral("simulated"),
         QStringLiteral("simulated"),
         {},
         {}},
    };
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

QString providerKindText(const QString& kind) {
    if (kind == QLatin1String("openai"))
        return tr("OpenAI");
    if (kind == QLatin1String("openai_compatible"))
        return tr("OpenAI-compatible");
    if (kind == QLatin1String("simulated"))
        return tr("simulated");
    return kind;
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
