#include "ui/pages/models/model_tasks.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/models/resource_specs.h"

#include <QCoreApplication>

#include <cmath>

namespace tollgate::ui::modelTasks {

namespace {

struct ModelTasks {
    Q_DECLARE_TR_FUNCTIONS(ModelTasks)
};

constexpr double kMicros = 1e6; // prices have no more decimals than this

QJsonObject scaled(QJsonObject prices, double percent) {
    for (auto it = prices.begin(); it != prices.end(); ++it)
        if (it.key().endsWith(QLatin1String("_usd_per_mtok")) && it.value().isDouble())
            it.value() = std::round(it.value().toDouble() * percent / 100 * kMicros) / kMicros;
    return prices;
}

QString named(const QJsonObject& model) {
    return model.value(u"provider").toString() + u'/' + model.value(u"model").toString();
}

/// Field by field, but for the versions: the price that changes is said by its own line.
QList<FieldDiff> modelDiff(const QString& name, QJsonObject before, QJsonObject after) {
    for (const char* field : {"history", "valid_from", "warnings"}) {
        before.remove(QLatin1String(field));
        after.remove(QLatin1String(field));
    }
    QList<FieldDiff> lines;
    for (const FieldDiff& one : jsonDiff(before, after))
        lines.append({name + QStringLiteral(" \u00b7 ") + one.path, one.before, one.after});
    return lines;
}

} // namespace

QJsonObject edited(const QJsonObject& model, const BulkEdit& edit) {
    QJsonObject next = specs::models().withoutComputed(model);
    if (edit.pricePercent != 100) {
        next = scaled(next, edit.pricePercent);
        QJsonArray tiers;
        for (const QJsonValue& tier : next.value(u"tiers").toArray())
            tiers.append(scaled(tier.toObject(), edit.pricePercent));
        if (!tiers.isEmpty())
            next.insert(u"tiers", tiers);
        next.insert(u"source", QStringLiteral("manual"));
    }
    // Without these the versions that are there stay, and other prices hold from now on.
    next.remove(u"valid_from");
    next.remove(u"history");
    QStringList capabilities;
    for (const QJsonValue& one : next.value(u"capabilities").toArray())
        if (!edit.removeCapabilities.contains(one.toString()))
            capabilities << one.toString();
    for (const QString& one : edit.addCapabilities)
        if (!capabilities.contains(one))
            capabilities << one;
    next.insert(u"capabilities", QJsonArray::fromStringList(capabilities));
    return next;
}

DryRunPanel::Task bulkEdit(const QJsonArray& models, std::function<BulkEdit()> edit) {
    DryRunPanel::Task task;
    task.title = ModelTasks::tr("Edit %n models", nullptr, static_cast<int>(models.size()));
    task.about = ModelTasks::tr("All of them in one audited write. Changed prices hold from now on; earlier "
                                "requests keep theirs.");
    task.apply = ModelTasks::tr("Apply to all");
    task.undoName = ModelTasks::tr("edit of %n models", nullptr, static_cast<int>(models.size()));
    task.request = [models, edit = std::move(edit)](bool dryRun) -> DryRunPanel::Request {
        QJsonArray list;
        for (const QJsonValue& model : models)
            list.append(edited(model.toObject(), edit()));
        return {"PUT",
                dryRun ? QStringLiteral("/config?dry_run=true") : QStringLiteral("/config?dry_run=false"),
                {{QStringLiteral("models"), list}}};
    };
    task.read = [](const GatewayReply& reply) {
        DryRunPanel::Outcome outcome;
        const QJsonArray changes = reply.json.value(u"changes").toArray();
        for (const QJsonValue& value : changes) {
            const QJsonObject change = value.toObject();
            outcome.diff += modelDiff(change.value(u"id").toString(), change.value(u"before").toObject(),
                                      change.value(u"after").toObject());
        }
        outcome.hasEffect = !changes.isEmpty();
        outcome.summary = outcome.hasEffect ? ModelTasks::tr("Models that change: %1.").arg(changes.size())
                                            : ModelTasks::tr("Nothing would change.");
        return outcome;
    };
    return task;
}

DryRunPanel::Task import(const QString& file, const QJsonObject& costMap) {
    DryRunPanel::Task task;
    task.title = ModelTasks::tr("Import of a cost map");
    task.about =
        ModelTasks::tr("%1, applied to every provider of the kind it names. Changed prices hold from now on; "
                       "what the file does not say stays.")
            .arg(file);
    task.apply = ModelTasks::tr("Import");
    task.undoName = ModelTasks::tr("import of a cost map");
    task.request = [costMap](bool dryRun) -> DryRunPanel::Request {
        return {"POST",
                dryRun ? QStringLiteral("/models/import?dry_run=true") : QStringLiteral("/models/import"),
                costMap};
    };
    task.read = [](const GatewayReply& reply) {
        DryRunPanel::Outcome outcome;
        const QJsonArray changed = reply.json.value(u"changed").toArray();
        for (const QJsonValue& value : changed) {
            const QJsonObject change = value.toObject();
            outcome.diff +=
                modelDiff(named(change), change.value(u"old").toObject(), change.value(u"new").toObject());
        }
        for (const QJsonValue& value : reply.json.value(u"warnings").toArray())
            outcome.diff.append({value.toObject().value(u"model").toString(), ModelTasks::tr("odd"),
                                 gatewaySentence(value.toObject().value(u"warning").toString())});
        const qint64 added = reply.json.value(u"added").toInteger();
        outcome.hasEffect = added > 0 || !changed.isEmpty();
        outcome.summary = ModelTasks::tr("New: %1, changed: %2, as they are: %3, left out: %4.")
                              .arg(added)
                              .arg(changed.size())
                              .arg(reply.json.value(u"unchanged").toInteger())
                              .arg(reply.json.value(u"skipped").toArray().size());
        return outcome;
    };
    return task;
}

DryRunPanel::Task rerate() {
    DryRunPanel::Task task;
    task.title = ModelTasks::tr("Price history again");
    task.about =
        ModelTasks::tr("Every request at the prices that now hold for its time. Sums, budgets and receipts "
                       "follow; requests that retention removed keep theirs.");
    task.apply = ModelTasks::tr("Price again");
    task.request = [](bool dryRun) -> DryRunPanel::Request {
        return {"POST", QStringLiteral("/usage/rerate"), {{QStringLiteral("dry_run"), dryRun}}};
    };
    task.read = [](const GatewayReply& reply) {
        DryRunPanel::Outcome outcome;
        for (const QJsonValue& value : reply.json.value(u"models").toArray()) {
            const QJsonObject model = value.toObject();
            if (model.value(u"changed").toInteger() > 0)
                outcome.diff.append({named(model), format::usdExact(model.value(u"old_cost_usd").toDouble()),
                                     format::usdExact(model.value(u"new_cost_usd").toDouble())});
        }
        const qint64 changed = reply.json.value(u"changed").toInteger();
        outcome.hasEffect = changed > 0;
        outcome.summary =
            ModelTasks::tr("Requests that change: %1 of %2; together %3 instead of %4.")
                .arg(format::count(changed), format::count(reply.json.value(u"rows").toInteger()),
                     format::usd(reply.json.value(u"new_cost_usd").toDouble()),
                     format::usd(reply.json.value(u"old_cost_usd").toDouble()));
        return outcome;
    };
    return task;
}

} // namespace tollgate::ui::modelTasks
