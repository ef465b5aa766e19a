#pragma once
// One webhook that is not delivered: where to, what went wrong, when it is tried again.

#include "ui/pages/jobs/job_detail.h"

namespace tollgate::ui {

class WebhookDetail : public JobDetail {
    Q_OBJECT
public:
    WebhookDetail(GatewayLink& link, QWidget* parent);
    void resend();

protected:
    QString idOf(const QJsonObject& object) const override;
    void show(const QJsonObject& object, bool isOther) override;

private:
    QLabel* m_url = nullptr;
    QLabel* m_project = nullptr;
    QLabel* m_attempts = nullptr;
    QLabel* m_error = nullptr;
    QLabel* m_next = nullptr;
    QLabel* m_since = nullptr;
    QLabel* m_explained = nullptr;
    QPushButton* m_resend = nullptr;
};

} // namespace tollgate::ui
