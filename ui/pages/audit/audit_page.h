#pragma once
// Audit log: who changed what and when, field by field, and the way back to an earlier state.

#include "ui/pages/audit/audit_model.h"
#include "ui/pages/page.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace tollgate::ui {

class AuditRestore;
class UndoStack;
class Badge;
class ChoiceBox;
class CurrentStack;
class DiffTable;
class EmptyState;
class FactList;
class MessageBar;
class TableView;

class AuditPage : public Page {
    Q_OBJECT
public:
    explicit AuditPage(const UiContext& context, QWidget* parent = nullptr);

    QWidget* createTitleControls(QWidget* parent) override;
    void activate() override;
    void deactivate() override;
    QString statusText() const override;
    QString statusHint() const override;
    /// A text to look for: "chat-canary".
    void open(const QString& argument) override;

    const AuditModel& model() const { return m_model; }
    TableView* table() const { return m_table; }
    DiffTable* diff() const { return m_diff; }
    void choose(int row);

private:
    QWidget* makeDetail();
    void connectRestore();
    void present();
    void showEntry(const QJsonObject& entry);
    void askToRestore(bool before);
    void filterChanged();

    AuditModel m_model;
    UndoStack* m_undo = nullptr;
    AuditRestore* m_restore = nullptr;
    QPointer<QLineEdit> m_text;
    QPointer<ChoiceBox> m_kind;
    QPointer<ChoiceBox> m_actor;
    TableView* m_table = nullptr;
    CurrentStack* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_again = nullptr;
    QWidget* m_detail = nullptr;
    Badge* m_action = nullptr;
    QLabel* m_subject = nullptr;
    QLabel* m_who = nullptr;
    QLabel* m_explained = nullptr;
    QPushButton* m_restoreBefore = nullptr;
    QPushButton* m_restoreAfter = nullptr;
    MessageBar* m_question = nullptr;
    DiffTable* m_diff = nullptr;
    QJsonObject m_entry;
    bool m_wantsBefore = true;
};

} // namespace tollgate::ui
