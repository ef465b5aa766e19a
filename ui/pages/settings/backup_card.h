#pragma once
// The whole configuration to a file and back: a restore is shown field by field before it is applied. Main
// thread.

#include "ui/models/file_export.h"
#include "ui/pages/forms/json_diff.h"
#include "ui/widgets/card.h"

#include <QJsonObject>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tollgate::ui {

class DiffTable;
class GatewayLink;
class LongWork;
class MessageBar;
class UndoStack;
class WorkBar;

class BackupCard : public Card {
    Q_OBJECT
public:
    BackupCard(GatewayLink& link, MessageBar* messages, UndoStack& undo, QWidget* parent = nullptr);

    void saveTo(const QString& path);
    void preview(const QString& path); ///< reads the file and shows what it would change
    DiffTable* diff() const { return m_diff; }
    QString summary() const;

Q_SIGNALS:
    void saved(const QString& path, const QString& error);
    void applied();

private:
    void chooseFile(bool save);
    void askWhatChanges();
    void askToApply(); ///< once, where something would be deleted
    void apply();
    void close();

    GatewayLink& m_link;
    MessageBar* m_messages;
    UndoStack& m_undo;
    LongWork* m_work = nullptr;
    WorkBar* m_progress = nullptr;
    FileExport m_export;
    QJsonObject m_document;
    QString m_file;
    int m_deletions = 0; ///< that the preview showed
    MessageBar* m_question = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_restore = nullptr;
    QWidget* m_preview = nullptr;
    QLabel* m_summary = nullptr;
    QCheckBox* m_prune = nullptr;
    DiffTable* m_diff = nullptr;
    QPushButton* m_apply = nullptr;
};

/// The changes of a dry run of PUT /config, one line per field: "alias chat-default · enabled".
QList<FieldDiff> configDiff(const QJsonArray& changes);

} // namespace tollgate::ui
