#pragma once
// How one resource looks as a row of a list, and the roles under which list models hand it out.

#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace tollgate::ui {

/// Which collection of the admin contract an object belongs to and how it is named there.
struct ResourceSpec {
    QString collection;         ///< "/providers"
    QString idField;            ///< "name"
    QString noun;               ///< "provider", translated
    QStringList computed;       ///< fields the gateway works out or masks; never sent back
    bool restorable = true;     ///< a deleted one can be created again from what was read of it
    QString secondIdField = {}; ///< "model": the id is "openai/gpt-4o", and so is its path
    /// The gateway keeps for ten minutes what a deletion took, secrets included: POST …/restore.
    bool hasBin = false;

    QString pathOf(const QString& id) const; ///< "/providers/openai", percent-encoded
    QString idOf(const QJsonObject& object) const;
    QJsonObject withoutComputed(QJsonObject object) const;
};

struct RowLook {
    QString title;
    QString subtitle;
    std::optional<bool> enabled; ///< a toggle switch, when set
    std::optional<Tone> dot;     ///< state as a dot before the subtitle, which says it in words
    QString note;                ///< another line below the subtitle
    QString badge;               ///< state in words, at the right
    Tone tone = Tone::Neutral;
    QString trailing;     ///< small text at the right of the subtitle
    double fraction = -1; ///< a usage bar below the text when ≥ 0; 1 is full
    double reserved = 0;  ///< further part of the bar
    QString searchText;   ///< what a filter looks at besides title and subtitle
    bool isName = false;  ///< the title is what people call it, not an identifier: no monospaced font
    friend bool operator==(const RowLook&, const RowLook&) = default;
};

/// The row in words, for people who hear it.
QString spokenRow(const RowLook& look);

enum ResourceRole {
    IdRole = Qt::UserRole + 1,
    ObjectRole,     ///< QJsonObject as the API gave it
    LookRole,       ///< RowLook
    SearchRole,     ///< what a filter matches against
    CollectionRole, ///< "/providers"
    SortRole,       ///< of tables: what a column is ordered by
};

} // namespace tollgate::ui

Q_DECLARE_METATYPE(tollgate::ui::RowLook)
