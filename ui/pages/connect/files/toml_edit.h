#pragma once
// Sets root keys and one whole table of a TOML text, line by line, and leaves the rest as it was. Knows as
// much of TOML 1.0 (toml.io/en/v1.0.0) as it takes to not be misled: comments, strings over several lines.
// Pure, any thread.

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace tollgate::ui {

using TomlValues = QList<QPair<QByteArray, QString>>; ///< bare key, text value

struct TomlChange {
    TomlValues root;
    QByteArray table; ///< "model_providers.tollgate"
    TomlValues values;
};

/// Nothing when the table is written in a way that lines cannot change safely (inline or dotted), or a string
/// never ends.
std::optional<QByteArray> changeToml(const QByteArray& text, const TomlChange& change);

} // namespace tollgate::ui
