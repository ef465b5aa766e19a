#pragma once
// A configuration file as the admin API takes it. Pure; the caller's thread.

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace tollgate::ui {

/// JSON or YAML, which holds JSON. The error is for people and says line and column; it is the gateway's own
/// reader's (gateway/admin/config_document).
tl::expected<QJsonObject, QString> configFromText(const QByteArray& text);

} // namespace tollgate::ui
