#include "ui/models/resource_row.h"

#include <QCoreApplication>
#include <QUrl>

namespace tollgate::ui {

QString ResourceSpec::pathOf(const QString& id) const {
    return collection + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString ResourceSpec::idOf(const QJsonObject& object) const {
    return object.value(idField).toString();
}

QJsonObject ResourceSpec::withoutComputed(QJsonObject object) const {
    for (const QString& field : computed)
        object.remove(field);
    return object;
}

QString spokenRow(const RowLook& look) {
    QStringList parts{look.title, look.subtitle, look.badge, look.trailing};
    if (look.enabled)
        parts.append(*look.enabled ? QCoreApplication::translate("RowLook", "on")
                                   : QCoreApplication::translate("RowLook", "off"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace tollgate::ui
