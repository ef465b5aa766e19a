#include "ui/models/resource_row.h"

#include <QCoreApplication>
#include <QUrl>

namespace tollgate::ui {

QString ResourceSpec::pathOf(const QString& id) const {
    const QByteArray kept = secondIdField.isEmpty() ? QByteArray() : QByteArray("/");
    return collection + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id, kept));
}

QString ResourceSpec::idOf(const QJsonObject& object) const {
    const QString first = object.value(idField).toString();
    return secondIdField.isEmpty() ? first : QString(first + u'/' + object.value(secondIdField).toString());
}

QJsonObject ResourceSpec::withoutComputed(QJsonObject object) const {
    for (const QString& field : computed)
        object.remove(field);
    return object;
}

QString spokenRow(const RowLook& look) {
    QStringList parts{look.title, look.subtitle, look.note, look.badge, look.trailing};
    if (look.enabled)
        parts.append(*look.enabled ? QCoreApplication::translate("RowLook", "on")
                                   : QCoreApplication::translate("RowLook", "off"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace tollgate::ui
