#pragma once
// A write over many rows, shown before it is done: what it would change, then Apply or leave it. Main thread.

#include "ui/pages/forms/json_diff.h"
#include "ui/widgets/card.h"

#include <QJsonObject>

#include <functional>

class QLabel;
class QPushButton;

namespace tollgate::ui {

class DiffTable;
class GatewayLink;
class MessageBar;
class LongWork;
class UndoStack;
class WorkBar;
struct GatewayReply;

class DryRunPanel : public QWidget {
    Q_OBJECT
public:
    struct Request {
        QByteArray method;
        QString path;
        QJsonObject body;
    };
    struct Outcome {
        QString summary;
        QList<FieldDiff> diff;
        bool hasEffect = false;
    };
    struct Task {
        QString title;
        QString about;
        QString apply;         ///< words on the button
        QString undoName = {}; ///< of the step on the undo stack; empty: it cannot be taken back
        std::function<Request(bool dryRun)> request;
        std::function<Outcome(const GatewayReply&)> read;
        QWidget* controls = nullptr; ///< owned by the panel; may be null
    };

    DryRunPanel(GatewayLink& link, MessageBar* messages, UndoStack& undo, QWidget* parent = nullptr);

    void start(Task task);
    void preview(); ///< asks again: what the task depends on changed
    QString summary() const;
    DiffTable* diff() const { return m_diff; }

Q_SIGNALS:
    void closed();
    void applied();

private:
    void apply();
    void refuse(const GatewayReply& reply);
    void leave(); ///< what runs is stopped

    GatewayLink& m_link;
    MessageBar* m_messages;
    UndoStack& m_undo;
    LongWork* m_work = nullptr;
    WorkBar* m_progress = nullptr;
    Task m_task;
    Card* m_card = nullptr;
    QLabel* m_about = nullptr;
    QWidget* m_controls = nullptr;
    QLabel* m_summary = nullptr;
    DiffTable* m_diff = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace tollgate::ui
