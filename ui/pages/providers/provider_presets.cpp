#include "ui/pages/providers/provider_presets.h"

#include "ui/link/starter.h"

#include <QCoreApplication>

#include <algorithm>

namespace tollgate::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

ProviderPreset presetOf(const PresetFacts& facts) {
    QString name = facts.id;
    name.replace(u'_', u'-');
    return {facts.id,
            facts.title,
            name,
            facts.kind,
            facts.baseUrl,
            facts.keyFrom.isEmpty() ? tr("No key needed by default.")
                                    : tr("The key from %1.").arg(facts.keyFrom)};
}

QList<ProviderPreset> makePresets() {
    QList<ProviderPreset> presets;
    for (const PresetFacts& facts : presetFacts()) {
        if (facts.kind != QLatin1String("simulated")) {
            presets.append(presetOf(facts));
            continue;
        }
        presets.append({QStringLiteral("other"),
                        tr("Other, OpenAI-compatible"),
                        {},
                        QStringLiteral("openai_compatible"),
                        {},
                        {}});
        presets.append({facts.id, tr("Simulated, no network"), facts.id, facts.kind, {}, {}});
    }
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
    for (const PresetFacts& facts : presetFacts())
        if (kind == facts.id)
            return facts.title;
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
