#pragma once
// Brings a resource back to a state the audit log kept: reads how it is now, says what would change, and
// writes once. Main thread.

#include "ui/models/resource_row.h"
#include "ui/pages/forms/json_diff.h"

#include <QJsonObject>
#include <QObject>

namespace tollgate::ui {

class GatewayLink;
class UndoStack;

class AuditRestore : public QObject {
    Q_OBJECT
public:
    AuditRestore(GatewayLink& link, UndoStack& undo, QObject* parent = nullptr);

    /// Whether that state of the entry can be brought back at all.
    static bool isPossible(const QJsonObject& entry, const QJsonValue& state);

    /// Works out the write, then planned() or nothingToDo() or failed().
    void plan(const QJsonObject& entry, const QJsonObject& state);
    /// Sends what planned() told of, then restored() or failed().
    void apply();

Q_SIGNALS:
    void planned(const QList<tollgate::ui::FieldDiff>& diff, bool creates);
    void nothingToDo();
    /// `step` is what takes it back; 0: nothing does.
    void restored(const QString& kind, const QString& subject, int step);
    void failed(const QString& message);

private:
    int remember(const QByteArray& method, const QJsonObject& answer);

    GatewayLink& m_link;
    UndoStack& m_undo;
    QString m_kind;
    QString m_subject;
    QByteArray m_method;
    QString m_path;
    QJsonObject m_body;
    QJsonObject m_now; ///< before it is restored; empty: there was none
    int m_generation = 0;
};

} // namespace tollgate::ui
