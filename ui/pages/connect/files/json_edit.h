#pragma once
// Sets members of an object inside a JSON text and leaves every other byte as it was: order, spaces, line
// ends. Pure, any thread.

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace tollgate::ui {

using JsonMembers = QList<QPair<QString, QString>>;

/// `text` must be a JSON object (RFC 8259). The object under `object` is made when there is none, in the
/// file's own indentation. Nothing when the text is no object or `object` holds something else.
std::optional<QByteArray> setJsonMembers(const QByteArray& text, const QString& object,
                                         const JsonMembers& members);

} // namespace tollgate::ui
