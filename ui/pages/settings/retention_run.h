#pragma once
// Retention applied now: a button, how far it is, what it removed. Main thread.

#include <QWidget>

class QLabel;
class QPushButton;

namespace tollgate::ui {

class GatewayLink;
class LongWork;
class MessageBar;
struct GatewayReply;

class RetentionRun : public QWidget {
    Q_OBJECT
public:
    RetentionRun(GatewayLink& link, QWidget* parent = nullptr);

    void run(); ///< asks first
    QString outcome() const;
    LongWork& work() { return *m_work; }

private:
    void start();
    void show(const GatewayReply& reply);

    LongWork* m_work = nullptr;
    MessageBar* m_question = nullptr;
    QPushButton* m_run = nullptr;
    QLabel* m_outcome = nullptr;
};

} // namespace tollgate::ui
