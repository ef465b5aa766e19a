#pragma once
// One task: whose it is, how it went, and its result once there is one.

#include "ui/pages/jobs/job_detail.h"

class QPlainTextEdit;

namespace tollgate::ui {

class TaskDetail : public JobDetail {
    Q_OBJECT
public:
    TaskDetail(GatewayLink& link, QWidget* parent);

    QPlainTextEdit* result() const { return m_result; }

protected:
    QString idOf(const QJsonObject& object) const override;
    void show(const QJsonObject& object, bool isOther) override;

private:
    void readResult();
    void showResult(const QByteArray& task);

    QLabel* m_model = nullptr;
    QLabel* m_project = nullptr;
    QLabel* m_tries = nullptr;
    QLabel* m_cost = nullptr;
    QLabel* m_created = nullptr;
    QLabel* m_finished = nullptr;
    QLabel* m_note = nullptr;
    QPlainTextEdit* m_result = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_traffic = nullptr;
    QString m_read; ///< the task whose result was asked for
};

} // namespace tollgate::ui
