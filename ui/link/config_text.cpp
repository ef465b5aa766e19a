#include "ui/link/config_text.h"

#include "gateway/admin/config_document.h"

#include <QJsonDocument>

#include <boost/json/serialize.hpp>

namespace tollgate::ui {

tl::expected<QJsonObject, QString> configFromText(const QByteArray& text) {
    if (const QJsonDocument json = QJsonDocument::fromJson(text); json.isObject())
        return json.object();
    AdminRequest request;
    request.contentType = "application/yaml";
    request.body = text.toStdString();
    const auto document = configDocumentOf(request);
    if (!document)
        return tl::unexpected(QString::fromStdString(document.error().message));
    return QJsonDocument::fromJson(QByteArray::fromStdString(boost::json::serialize(*document))).object();
}

} // namespace tollgate::ui
