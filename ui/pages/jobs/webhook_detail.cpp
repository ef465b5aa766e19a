#include "ui/pages/jobs/webhook_detail.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

WebhookDetail::WebhookDetail(GatewayLink& link, QWidget* parent)
    : JobDetail(link, parent) {
    m_url = addFact(tr("address"), true);
    m_project = addFact(tr("project"));
    m_attempts = addFact(tr("attempts"));
    m_error = addFact(tr("last error"));
    m_next = addFact(tr("next attempt"));
    m_since = addFact(tr("since"));
    m_explained = makeLabel({}, ColorRole::TextMuted, -0.25, QFont::Normal, this);
    m_explained->setWordWrap(true);
    column()->addWidget(m_explained);
    auto* task = addButton(tr("Show its task"), QStringLiteral("toTask"));
    m_resend = addButton(tr("Resend"), QStringLiteral("resend"), "primary");
    addButtonRow();
    column()->addStretch(1);
    connect(task, &QPushButton::clicked, this,
            [this] { Q_EMIT taskWanted(object().value(u"task_id").toString()); });
    connect(m_resend, &QPushButton::clicked, this, &WebhookDetail::resend);
}

QString WebhookDetail::idOf(const QJsonObject& object) const {
    return object.value(u"id").toString();
}

void WebhookDetail::resend() {
    if (!m_resend->isHidden())
        send(QStringLiteral("/webhooks/dead/%1/resend").arg(id()), tr("The webhook is on its way again."));
}

void WebhookDetail::show(const QJsonObject& object, bool) {
    const QString status = object.value(u"status").toString();
    const bool dead = status == QLatin1String("dead");
    m_url->setText(object.value(u"url").toString());
    say(m_project, jobsText::owner(object.value(u"owner").toString()));
    m_attempts->setText(format::count(object.value(u"tries").toInteger()));
    const QString error = object.value(u"last_error").toString();
    setLabelRole(m_error, error.isEmpty() ? ColorRole::Text : ColorRole::Bad);
    say(m_error, gatewaySentence(error));
    say(m_next, status == QLatin1String("sending")
                    ? tr("now")
                    : jobsText::until(object.value(u"next_attempt_at").toString()));
    say(m_since, auditText::when(object.value(dead ? u"dead_at" : u"created_at").toString()));
    m_explained->setText(
        dead ? tr("It is not tried any more. It stays here for 30 days and can be sent again; "
                  "its id stays the same, so that the receiver can tell it has it already.")
             : tr("It is tried again with growing pauses for up to a day."));
    m_resend->setVisible(dead);
}

} // namespace tollgate::ui
