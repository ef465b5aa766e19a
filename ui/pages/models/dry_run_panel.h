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
        QString apply; ///< words on the button
        std::function<Request(bool dryRun)> request;
        std::function<Outcome(const GatewayReply&)> read;
        QWidget* controls = nullptr; ///< owned by the panel; may be null
    };

    DryRunPanel(GatewayLink& link, MessageBar* messages, QWidget* parent = nullptr);

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

    GatewayLink& m_link;
    MessageBar* m_messages;
    Task m_task;
    int m_generation = 0;
    Card* m_card = nullptr;
    QLabel* m_about = nullptr;
    QWidget* m_controls = nullptr;
    QLabel* m_summary = nullptr;
    DiffTable* m_diff = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace tollgate::ui
