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

/// Indented JSON, or the text itself when it is none.
QString readableJson(const QString& text);

} // namespace tollgate::ui
