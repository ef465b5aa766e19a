#include "ui/pages/jobs/jobs_columns.h"

#include "ui/models/format.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/jobs/jobs_text.h"

#include <QCoreApplication>

namespace tollgate::ui {

namespace {

using Look = JobsColumn::Look;

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

std::function<QString(const QJsonObject&)> field(const char* name) {
    return [name = QLatin1String(name)](const QJsonObject& row) { return row.value(name).toString(); };
}

QString numberOf(const QJsonObject& row, const char* name) {
    return format::count(row.value(QLatin1String(name)).toInteger());
}

QString statusOf(const QJsonObject& row) {
    return jobsText::status(row.value(u"status").toString());
}

QString costOf(const QJsonObject& row) {
    const QJsonValue cost = row.value(u"cost_usd");
    return cost.isDouble() ? format::usdExact(cost.toDouble()) : format::none();
}

/// Ids begin with their time: what tells those of one moment apart stands at the end.
JobsColumn id(const QString& title, const char* name) {
    return {title, 108, Look::Mono,
            [name](const QJsonObject& row) {
                const QString id = row.value(QLatin1String(name)).toString();
                return id.size() > 12 ? QString(u'\u2026' + id.right(9)) : id;
            },
            field(name)};
}

JobsColumn created() {
    return {tr("age"), 64, Look::Muted,
            [](const QJsonObject& row) { return jobsText::age(row.value(u"created_at").toString()); },
            [](const QJsonObject& row) { return auditText::when(row.value(u"created_at").toString()); }};
}

JobsColumn error(const QString& title) {
    return {title, 0, Look::Muted,
            [](const QJsonObject& row) { return jobsText::errorMessage(row.value(u"error")); }};
}

QList<JobsColumn> taskColumns() {
    return {{tr("status"), 92, Look::Status, statusOf},
            created(),
            id(tr("task"), "task_id"),
            {tr("model"), 122, Look::Plain, field("model")},
            {tr("project"), 104, Look::Plain, field("project")},
            {tr("cost"), 84, Look::Number, costOf},
            error(tr("error"))};
}

QList<JobsColumn> batchColumns() {
    return {
        {tr("status"), 104, Look::Status, statusOf},
        created(),
        id(tr("batch"), "id"),
        {tr("project"), 104, Look::Plain, field("project")},
        {tr("progress"), 0, Look::Progress, [](const QJsonObject& row) { return jobsText::progress(row); }},
        {tr("done"), 64, Look::Number, [](const QJsonObject& row) { return numberOf(row, "completed"); }},
        {tr("failed"), 60, Look::Number, [](const QJsonObject& row) { return numberOf(row, "failed"); }},
        {tr("total"), 64, Look::Number, [](const QJsonObject& row) { return numberOf(row, "total"); }},
        {tr("cost so far"), 96, Look::Number, costOf}};
}

QList<JobsColumn> itemColumns() {
    return {{tr("no."), 38, Look::Number,
             [](const QJsonObject& row) { return format::count(row.value(u"place").toInteger() + 1); }},
            {tr("custom id"), 100, Look::Mono, field("custom_id")},
            {tr("status"), 72, Look::Status, statusOf},
            {tr("cost"), 76, Look::Number, costOf},
            error(tr("error"))};
}

QString nextAttempt(const QJsonObject& row) {
    const QString status = row.value(u"status").toString();
    if (status == QLatin1String("sending"))
        return tr("now");
    const QString next = jobsText::until(row.value(u"next_attempt_at").toString());
    return next.isEmpty() ? format::none() : next;
}

QList<JobsColumn> webhookColumns() {
    return {{tr("status"), 92, Look::Status, statusOf},
            created(),
            {tr("receiver"), 170, Look::Plain, field("receiver"), field("url")},
            {tr("project"), 104, Look::Plain,
             [](const QJsonObject& row) { return jobsText::owner(row.value(u"owner").toString()); }},
            {tr("attempts"), 76, Look::Number, [](const QJsonObject& row) { return numberOf(row, "tries"); }},
            {tr("next attempt"), 104, Look::Muted, nextAttempt},
            {tr("last error"), 0, Look::Muted, field("last_error")}};
}

} // namespace

QList<JobsColumn> jobsColumns(JobsKind kind) {
    switch (kind) {
    case JobsKind::Tasks:
        return taskColumns();
    case JobsKind::Batches:
        return batchColumns();
    case JobsKind::Items:
        return itemColumns();
    case JobsKind::Webhooks:
        break;
    }
    return webhookColumns();
}

QString jobsIdOf(JobsKind kind, const QJsonObject& row) {
    if (kind == JobsKind::Tasks)
        return row.value(u"task_id").toString();
    return kind == JobsKind::Items ? QString::number(row.value(u"place").toInteger())
                                   : row.value(u"id").toString();
}

} // namespace tollgate::ui
