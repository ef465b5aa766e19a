#pragma once
// What the lists of the Jobs page show of an object of the admin API, column by column.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace tollgate::ui {

struct JobsColumn {
    enum class Look { Plain, Muted, Mono, Number, Status, Progress };

    QString title;
    int width = 0; ///< of the 8-point grid; 0: what is left
    Look look = Look::Plain;
    std::function<QString(const QJsonObject&)> text;
    std::function<QString(const QJsonObject&)> toolTip = {};
};

enum class JobsKind { Tasks, Batches, Items, Webhooks };

QList<JobsColumn> jobsColumns(JobsKind kind);
/// What tells one row from another.
QString jobsIdOf(JobsKind kind, const QJsonObject& row);

} // namespace tollgate::ui
