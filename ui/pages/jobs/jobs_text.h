#pragma once
// Tasks, batches and webhooks in words. Pure functions, main thread (translations).

#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QString>

namespace tollgate::ui::jobsText {

QString status(const QString& status); ///< "pending" → "waiting"
Tone tone(const QString& status);
bool isOpen(const QString& status); ///< it may still be cancelled

/// How long ago, or how long until, in one unit: "12 s", "4 min", "3 h", "2 days".
QString span(qint64 ms);
QString age(const QString& rfc3339);   ///< of a moment that has passed; empty: none
QString until(const QString& rfc3339); ///< "in 4 min", "now"

/// "chat", "responses": how the request speaks.
QString dialect(const QString& path);
/// "checkout", "key key_1", "this machine": whose it is, from "project:checkout" and the like.
QString owner(const QString& owner);
/// The message of an error object of any dialect.
QString errorMessage(const QJsonValue& error);

/// "312 of 500 · 3 failed".
QString progress(const QJsonObject& batch);
/// "$0.42 so far · about $0.70 expected · at most $1".
QString money(const QJsonObject& batch);

} // namespace tollgate::ui::jobsText
