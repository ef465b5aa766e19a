#include "ui/pages/prompts/prompt_tasks.h"

#include "ui/link/gateway_link.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tollgate::ui::promptTasks {

namespace {

struct PromptTasks {
    Q_DECLARE_TR_FUNCTIONS(PromptTasks)
};

/// Of the texts only what differs: names, hashes and days follow from that.
QList<FieldDiff> stepDiff(const QJsonObject& step) {
    const QString name = step.value(u"name").toString();
    QJsonObject before = step.value(u"before").toObject();
    QJsonObject after = step.value(u"after").toObject();
    for (const char* field : {"version", "hash", "created_at"}) {
        before.remove(QLatin1String(field));
        after.remove(QLatin1String(field));
    }
    const QString standard = step.value(u"default_before").toString();
    QList<FieldDiff> lines{{name + QStringLiteral(" · ") + PromptTasks::tr("default"), standard,
                            step.value(u"version").toString()}};
    if (standard.isEmpty()) {
        for (const char* field : {"system", "template"})
            lines.append({name + QStringLiteral(" · ") + QLatin1String(field),
                          {},
                          after.value(QLatin1String(field)).toString()});
        return lines;
    }
    for (const FieldDiff& one : jsonDiff(before, after))
        lines.append({name + QStringLiteral(" · ") + one.path, one.before, one.after});
    return lines;
}

} // namespace

DryRunPanel::Task import(const QString& file, const QString& text) {
    DryRunPanel::Task task;
    task.title = PromptTasks::tr("Import of prompts");
    task.about =
        PromptTasks::tr("%1. A text that is new becomes the next version and the default; one that an "
                        "older version has makes that one the default. Prompts the file does not name stay.")
            .arg(file);
    task.apply = PromptTasks::tr("Import");
    task.request = [text](bool dryRun) -> DryRunPanel::Request {
        return {"POST",
                dryRun ? QStringLiteral("/prompts/import?dry_run=true") : QStringLiteral("/prompts/import"),
                {{QStringLiteral("yaml"), text}}};
    };
    task.read = [](const GatewayReply& reply) {
        DryRunPanel::Outcome outcome;
        int created = 0;
        int added = 0;
        int promoted = 0;
        for (const QJsonValue& value : reply.json.value(u"prompts").toArray()) {
            const QJsonObject step = value.toObject();
            const QString action = step.value(u"action").toString();
            created += action == QLatin1String("create") ? 1 : 0;
            added += action == QLatin1String("add_version") ? 1 : 0;
            promoted += action == QLatin1String("promote") ? 1 : 0;
            outcome.diff += stepDiff(step);
        }
        outcome.hasEffect = created + added + promoted > 0;
        outcome.summary =
            outcome.hasEffect
                ? PromptTasks::tr(
                      "New prompts: %1, new versions: %2, rolled back or forward: %3, as they are: %4.")
                      .arg(created)
                      .arg(added)
                      .arg(promoted)
                      .arg(reply.json.value(u"unchanged").toInteger())
                : PromptTasks::tr("Nothing would change.");
        return outcome;
    };
    return task;
}

} // namespace tollgate::ui::promptTasks
