#pragma once
// The canary that runs: how the traffic splits, both arms compared, and forward or back with one click that
// can be undone.

#include "ui/models/overview_data.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace tollgate::ui {

class Badge;
class EmptyState;
class GatewayLink;
class MessageBar;
class SplitBar;
class TableView;
class UndoStack;

class CanaryCard : public Card {
    Q_OBJECT
public:
    /// messages may be null: then outcomes are not told.
    CanaryCard(GatewayLink& link, MessageBar* messages, QWidget* parent = nullptr);

    void setData(const std::optional<CanaryReport>& report);
    QList<QPushButton*> rollForwardButtons() const { return m_forward; }
    QPushButton* rollBackButton() const { return m_back; }
    TableView* table() const { return m_table; }

Q_SIGNALS:
    void filterWanted(const QString& terms);
    void flagsWanted();
    void changed(); ///< the flag is another now: the numbers are worth asking for again

private:
    QWidget* makeActions();
    void fillRows(const CanaryReport& report);
    void rollForward(int percent);
    void rollBack();
    void sendRollBack(const QString& flag, const QJsonObject& before);
    /// `name` is the step's; `before` holds the fields that the change may have touched.
    void offerUndo(const QString& text, const QString& name, const QString& flag, const QJsonObject& before);
    void tellFailure(const QString& text);
    void setBusy(bool busy);

    GatewayLink& m_link;
    MessageBar* m_messages;
    UndoStack* m_undo;
    std::optional<CanaryReport> m_report;
    QWidget* m_running = nullptr;
    EmptyState* m_empty = nullptr;
    Badge* m_verdict = nullptr;
    SplitBar* m_split = nullptr;
    QLabel* m_facts = nullptr;
    QStandardItemModel* m_rows = nullptr;
    TableView* m_table = nullptr;
    QList<QPushButton*> m_forward;
    QPushButton* m_back = nullptr;
    bool m_busy = false;
};

} // namespace tollgate::ui
