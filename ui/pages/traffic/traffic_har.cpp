#include "ui/pages/traffic/traffic_har.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tollgate::ui {

namespace {

QJsonArray headersJson(const HeaderList& headers) {
    QJsonArray list;
    for (const auto& [name, value] : headers)
        list.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    return list;
}

QString headerOf(const HeaderList& headers, const QString& name, const QString& otherwise) {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return otherwise;
}

qint64 sizeOf(const std::optional<QString>& body) {
    return body ? body->toUtf8().size() : -1;
}

/// Both messages have these; nothing is known of their cookies.
QJsonObject messageJson(const HeaderList& headers, const std::optional<QString>& body) {
    return {{QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
            {QStringLiteral("cookies"), QJsonArray()},
            {QStringLiteral("headers"), headersJson(headers)},
            {QStringLiteral("headersSize"), -1},
            {QStringLiteral("bodySize"), sizeOf(body)}};
}

QJsonObject requestJson(const RequestDetail& detail, const QString& gateway) {
    const QString json = QStringLiteral("application/json");
    QJsonObject request = messageJson(detail.requestHeaders, detail.requestBody);
    request.insert(QStringLiteral("method"), detail.method);
    request.insert(QStringLiteral("url"), QString(gateway % detail.row.route));
    request.insert(QStringLiteral("queryString"), QJsonArray());
    if (detail.requestBody)
        request.insert(QStringLiteral("postData"),
                       QJsonObject{{QStringLiteral("mimeType"),
                                    headerOf(detail.requestHeaders, QStringLiteral("content-type"), json)},
                                   {QStringLiteral("text"), *detail.requestBody}});
    return request;
}

QJsonObject responseJson(const RequestDetail& detail) {
    const QString type =
        detail.row.streaming ? QStringLiteral("text/event-stream") : QStringLiteral("application/json");
    QJsonObject content{
        {QStringLiteral("size"), std::max<qint64>(sizeOf(detail.responseBody), 0)},
        {QStringLiteral("mimeType"), headerOf(detail.responseHeaders, QStringLiteral("content-type"), type)}};
    if (detail.responseBody)
        content.insert(QStringLiteral("text"), *detail.responseBody);
    QJsonObject response = messageJson(detail.responseHeaders, detail.responseBody);
    response.insert(QStringLiteral("status"), detail.row.status);
    response.insert(QStringLiteral("statusText"), detail.row.errorCode);
    response.insert(QStringLiteral("content"), content);
    response.insert(QStringLiteral("redirectURL"), QString());
    return response;
}

QJsonObject timingsJson(const RequestRow& row) {
    const double wait = std::min(row.ttftMs.value_or(row.latencyMs), row.latencyMs);
    return {{QStringLiteral("send"), 0},
            {QStringLiteral("wait"), wait},
            {QStringLiteral("receive"), row.latencyMs - wait}};
}

} // namespace

QByteArray harHead() {
    const QJsonObject creator{{QStringLiteral("name"), QStringLiteral("Tollgate")},
                              {QStringLiteral("version"), QCoreApplication::applicationVersion()}};
    return R"({"log":{"version":"1.2","creator":)" + QJsonDocument(creator).toJson(QJsonDocument::Compact) +
           R"(,"entries":[)" + '\n';
}

QByteArray harFoot() {
    return "\n]}}\n";
}

QByteArray harEntry(const RequestDetail& detail, const QString& gateway) {
    const RequestRow& row = detail.row;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.atMs).toUTC();
    const QJsonObject entry{{QStringLiteral("startedDateTime"), at.toString(Qt::ISODateWithMs)},
                            {QStringLiteral("time"), row.latencyMs},
                            {QStringLiteral("request"), requestJson(detail, gateway)},
                            {QStringLiteral("response"), responseJson(detail)},
                            {QStringLiteral("cache"), QJsonObject()},
                            {QStringLiteral("timings"), timingsJson(row)},
                            {QStringLiteral("_tollgate"), row.toJson()}};
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

QByteArray harEntry(const RequestRow& row, const QString& gateway) {
    RequestDetail detail;
    detail.row = row;
    detail.method = QStringLiteral("POST");
    return harEntry(detail, gateway);
}

} // namespace tollgate::ui
