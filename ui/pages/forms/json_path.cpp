#include "ui/pages/forms/json_path.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace tollgate::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("JsonPath", text);
}

} // namespace

QJsonValue valueAt(const QJsonObject& object, const QString& path) {
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return object.value(path);
    const QJsonValue inner = object.value(path.left(dot));
    return inner.isObject() ? valueAt(inner.toObject(), path.mid(dot + 1))
                            : QJsonValue(QJsonValue::Undefined);
}

QJsonObject withValueAt(const QJsonObject& object, const QString& path, const QJsonValue& value) {
    QJsonObject result = object;
    const qsizetype dot = path.indexOf(u'.');
    if (dot >= 0) {
        const QString step = path.left(dot);
        const QJsonObject inner = result.value(step).toObject();
        if (value.isUndefined() && !result.contains(step))
            return result;
        result.insert(step, withValueAt(inner, path.mid(dot + 1), value));
    } else if (value.isUndefined()) {
        result.remove(path);
    } else {
        result.insert(path, value);
    }
    return result;
}

QJsonObject mergePatch(const QJsonObject& before, const QJsonObject& after) {
    QJsonObject patch;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue old = before.value(it.key());
        if (old == it.value())
            continue;
        if (old.isObject() && it.value().isObject())
            patch.insert(it.key(), mergePatch(old.toObject(), it.value().toObject()));
        else
            patch.insert(it.key(), it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it)
        if (!after.contains(it.key()))
            patch.insert(it.key(), QJsonValue::Null);
    return patch;
}

QJsonObject within(const QJsonObject& patch, const QJsonObject& extent) {
    QJsonObject part;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QJsonValue other = extent.value(it.key());
        if (other.isUndefined())
            continue;
        if (it.value().isObject() && other.isObject())
            part.insert(it.key(), within(it.value().toObject(), other.toObject()));
        else
            part.insert(it.key(), it.value());
    }
    return part;
}

bool isAbout(const QString& param, const QString& path) {
    if (path.isEmpty() || !param.startsWith(path))
        return false;
    return param.size() == path.size() || param.at(path.size()) == u'.' || param.at(path.size()) == u'[';
}

QString sayJson(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? say(QT_TRANSLATE_NOOP("JsonPath", "yes"))
                              : say(QT_TRANSLATE_NOOP("JsonPath", "no"));
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 12);
    case QJsonValue::String:
        return value.toString().isEmpty() ? say(QT_TRANSLATE_NOOP("JsonPath", "nothing")) : value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue& entry : value.toArray())
            parts.append(sayJson(entry));
        return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("JsonPath", "nothing"))
                               : parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return say(QT_TRANSLATE_NOOP("JsonPath", "nothing"));
    }
}

} // namespace tollgate::ui
