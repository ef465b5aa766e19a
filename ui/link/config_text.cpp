#include "ui/link/config_text.h"

#include "gateway/config_check.h"

#include <QJsonDocument>

namespace tollgate::ui {

tl::expected<QJsonObject, QString> configFromText(const QByteArray& text) {
    if (const QJsonDocument json = QJsonDocument::fromJson(text); json.isObject())
        return json.object();
    const auto document = configAsJson(text.toStdString());
    if (!document)
        return tl::unexpected(QString::fromStdString(document.error()));
    return QJsonDocument::fromJson(QByteArray::fromStdString(*document)).object();
}

} // namespace tollgate::ui
