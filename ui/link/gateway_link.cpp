#include "ui/link/gateway_link.h"

#include "ui/models/gateway_words.h"

#include <QCoreApplication>

namespace tollgate::ui {

// Of the admin contract: {"error":{"type","code","message","param"}}
QString GatewayReply::errorMessage() const {
    if (ok())
        return {};
    if (status == 0)
        return QCoreApplication::translate("GatewayReply", "The gateway could not be reached.");
    const QJsonValue error = json.value(QLatin1StringView("error"));
    if (error.isString() && !error.toString().isEmpty())
        return gatewaySentence(error.toString());
    const QString message = error.toObject().value(QLatin1StringView("message")).toString();
    return message.isEmpty()
               ? QCoreApplication::translate("GatewayReply", "The gateway refused the request (%1).")
                     .arg(status)
               : gatewaySentence(message);
}

QString GatewayReply::errorParam() const {
    return json.value(QLatin1StringView("error")).toObject().value(QLatin1StringView("param")).toString();
}

} // namespace tollgate::ui
