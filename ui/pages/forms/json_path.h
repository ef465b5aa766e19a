#pragma once
// Field paths of the admin API ("limits.rpm") on JSON objects, and the merge patch between two states of one.
// Pure functions, any thread.

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace tollgate::ui {

/// Undefined when a step of the path is not there.
QJsonValue valueAt(const QJsonObject& object, const QString& path);

/// The object with the path set; missing steps are made. An undefined value removes the field.
QJsonObject withValueAt(const QJsonObject& object, const QString& path, const QJsonValue& value);

/// The smallest JSON merge patch (RFC 7396) that turns `before` into `after`: objects field by field, arrays
/// whole, removed fields null.
QJsonObject mergePatch(const QJsonObject& before, const QJsonObject& after);

/// The part of `patch` that touches fields `extent` touches, too.
QJsonObject within(const QJsonObject& patch, const QJsonObject& extent);

/// "targets[1].weight" is about the field "targets", as is "targets" itself; "target" is not.
bool isAbout(const QString& param, const QString& path);

/// A value for people: plain words for nothing and yes or no, lists with commas.
QString sayJson(const QJsonValue& value);

} // namespace tollgate::ui
