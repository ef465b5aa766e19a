#pragma once
// GET /requests/{id} as the inspector shows it. Value types, parsed in the main thread.

#include "ui/models/request_row.h"

#include <QList>
#include <QPair>
#include <QStringList>

#include <optional>

namespace tollgate::ui {

struct TimelinePart {
    QString label;
    double startMs = 0;
    double durationMs = 0;
    QString kind; ///< "gateway", "failed", "backoff", "first_token", "stream"
};

struct CostLine {
    QString bucket; ///< "input", "cache_read", …
    qint64 tokens = 0;
    std::optional<double> usdPerMtok;
    std::optional<double> costUsd;
    QString source; ///< where the price comes from
};

using HeaderList = QList<QPair<QString, QString>>;

struct RequestDetail {
    RequestRow row;
    QString method;
    QList<TimelinePart> timeline;
    QStringList decision;
    QStringList translation;
    QList<CostLine> costLines;
    std::optional<double> releasedUsd;
    HeaderList requestHeaders;
    HeaderList responseHeaders;
    std::optional<QString> requestBody; ///< unset where capture is off
    std::optional<QString> responseBody;
    QList<qint64> eventMs; ///< of a stream that was kept: when each event was sent, since the request came
    QByteArray json;       ///< the reply itself, to copy

    static RequestDetail fromJson(const QJsonObject& object, const QByteArray& json);
};

/// The assistant's words in a reply body: of a JSON answer or of a stream of server-sent events, whatever the
/// dialect. Empty when there are none.
QString answerText(const QString& responseBody);
/// Indented JSON, or the text itself when it is none.
QString readableJson(const QString& text);
/// A curl command that repeats the request; the key stays a shell variable.
QString curlCommand(const RequestDetail& detail, const QString& gateway); ///< its URL

} // namespace tollgate::ui
