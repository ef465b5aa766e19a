#include "ui/models/resource_specs.h"

#include <QCoreApplication>

namespace tollgate::ui::specs {

namespace {

QString noun(const char* text) {
    return QCoreApplication::translate("ResourceSpec", text);
}

ResourceSpec spec(QLatin1String collection, QLatin1String idField, const char* name, QStringList computed,
                  bool restorable = true) {
    computed << QStringLiteral("created_at") << QStringLiteral("updated_at");
    return {collection, idField, noun(name), computed, restorable};
}

ResourceSpec withBin(ResourceSpec spec) {
    spec.hasBin = true;
    return spec;
}

} // namespace

const ResourceSpec& providers() {
    // Credentials read back masked: sending them again would store the mask.
    static const ResourceSpec one = withBin(spec(QLatin1String("/providers"), QLatin1String("name"),
                                                 QT_TRANSLATE_NOOP("ResourceSpec", "provider"),
                                                 {QStringLiteral("health"), QStringLiteral("credentials")}));
    return one;
}

const ResourceSpec& aliases() {
    static const ResourceSpec one = spec(QLatin1String("/aliases"), QLatin1String("alias"),
                                         QT_TRANSLATE_NOOP("ResourceSpec", "alias"), {});
    return one;
}

const ResourceSpec& flags() {
    static const ResourceSpec one =
        spec(QLatin1String("/flags"), QLatin1String("key"), QT_TRANSLATE_NOOP("ResourceSpec", "flag"),
             {QStringLiteral("changed_at"), QStringLiteral("intervention"), QStringLiteral("spent_today_usd"),
              QStringLiteral("sent_today"), QStringLiteral("dropped_today")});
    return one;
}

const ResourceSpec& budgets() {
    static const ResourceSpec one =
        spec(QLatin1String("/budgets"), QLatin1String("id"), QT_TRANSLATE_NOOP("ResourceSpec", "budget"),
             {QStringLiteral("id"), QStringLiteral("spent_usd"), QStringLiteral("reserved_usd"),
              QStringLiteral("state"), QStringLiteral("resets_at"), QStringLiteral("forecast_usd"),
              QStringLiteral("exhausted_at"), QStringLiteral("unpriced_requests")});
    return one;
}

const ResourceSpec& projects() {
    static const ResourceSpec one = spec(QLatin1String("/projects"), QLatin1String("name"),
                                         QT_TRANSLATE_NOOP("ResourceSpec", "project"), {});
    return one;
}

const ResourceSpec& keys() {
    // The secret is gone with the key, but for the gateway's bin: a new one would be another key.
    static const ResourceSpec one =
        withBin(spec(QLatin1String("/keys"), QLatin1String("id"), QT_TRANSLATE_NOOP("ResourceSpec", "key"),
                     {QStringLiteral("id"), QStringLiteral("prefix"), QStringLiteral("secret"),
                      QStringLiteral("old_secret_until"), QStringLiteral("last_used_at")},
                     false));
    return one;
}

const ResourceSpec& models() {
    static const ResourceSpec one = [] {
        ResourceSpec models = spec(QLatin1String("/models"), QLatin1String("provider"),
                                   QT_TRANSLATE_NOOP("ResourceSpec", "model"), {QStringLiteral("warnings")});
        models.secondIdField = QStringLiteral("model");
        return models;
    }();
    return one;
}

const ResourceSpec& prompts() {
    static const ResourceSpec one = spec(QLatin1String("/prompts"), QLatin1String("name"),
                                         QT_TRANSLATE_NOOP("ResourceSpec", "prompt"), {});
    return one;
}

const ResourceSpec* byKind(const QString& kind) {
    const std::pair<const char*, const ResourceSpec& (*)()> known[] = {
        {"provider", providers}, {"alias", aliases}, {"flag", flags},   {"budget", budgets},
        {"project", projects},   {"key", keys},      {"model", models}, {"prompt", prompts}};
    for (const auto& [name, of] : known)
        if (kind == QLatin1String(name))
            return &of();
    return nullptr;
}

} // namespace tollgate::ui::specs
