#include "ui/pages/forms/json_diff.h"

#include "ui/pages/forms/json_path.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tollgate::ui {

namespace {

bool isBranch(const QJsonValue& value) {
    const QJsonArray array = value.toArray();
    const bool ofObjects = !array.isEmpty() && std::all_of(array.begin(), array.end(),
                                                           [](const auto& item) { return item.isObject(); });
    return (value.isObject() && !value.toObject().isEmpty()) || ofObjects;
}

/// A list of objects by index, an object by name.
QJsonObject branchesOf(const QJsonValue& value) {
    if (value.isObject())
        return value.toObject();
    QJsonObject branches;
    const QJsonArray array = value.toArray();
    for (qsizetype at = 0; at < array.size(); ++at)
        branches.insert(QStringLiteral("[%1]").arg(at), array[at]);
    return branches;
}

bool isNothing(const QJsonValue& value) {
    return value.isUndefined() || value.isNull();
}

QString said(const QJsonValue& value) {
    return value.isUndefined() ? QString() : sayJson(value);
}

void compare(const QString& path, const QJsonValue& before, const QJsonValue& after, QList<FieldDiff>& out) {
    if (before == after)
        return;
    // Of two lists or two objects, or of one and nothing, the parts are told; of anything else the whole.
    const bool alike = before.type() == after.type() || isNothing(before) || isNothing(after);
    const bool split = alike && (isBranch(before) || isBranch(after));
    if (!split) {
        out.append({path, said(before), said(after)});
        return;
    }
    const QJsonObject old = branchesOf(before);
    const QJsonObject next = branchesOf(after);
    QStringList names = old.keys();
    for (const QString& name : next.keys())
        if (!old.contains(name))
            names << name;
    for (const QString& name : names) {
        const QString inner =
            path.isEmpty() || name.startsWith(u'[') ? QString(path + name) : QString(path + u'.' + name);
        compare(inner, old.value(name), next.value(name), out);
    }
}

} // namespace

QList<FieldDiff> jsonDiff(const QJsonValue& before, const QJsonValue& after) {
    QList<FieldDiff> diff;
    const auto document = [](const QJsonValue& value) {
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    };
    compare({}, document(before), document(after), diff);
    return diff;
}

QString diffSummary(const QList<FieldDiff>& diff, int most) {
    QStringList parts;
    for (const FieldDiff& one : diff.mid(0, most)) {
        const QString before = one.before.isEmpty() ? QStringLiteral("\u2013") : one.before;
        const QString after = one.after.isEmpty() ? QStringLiteral("\u2013") : one.after;
        parts << one.path + u' ' + before + QStringLiteral(" \u2192 ") + after;
    }
    if (const qsizetype more = diff.size() - parts.size(); more > 0)
        parts << QCoreApplication::translate("JsonDiff", "%n more", nullptr, static_cast<int>(more));
    return parts.join(QStringLiteral(", "));
}

} // namespace tollgate::ui
