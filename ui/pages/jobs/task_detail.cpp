#include "ui/pages/jobs/task_detail.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/json_indent.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/pages/traffic/body_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace tollgate::ui {

TaskDetail::TaskDetail(GatewayLink& link, QWidget* parent)
    : JobDetail(link, parent) {
    m_model = addFact(tr("model"));
    m_project = addFact(tr("project"));
    m_tries = addFact(tr("tries"));
    m_cost = addFact(tr("cost"));
    m_created = addFact(tr("submitted"));
    m_finished = addFact(tr("finished"));
    auto* card = new Card(tr("Result"), this);
    m_note = makeLabel({}, ColorRole::TextMuted, -0.25, QFont::Normal, card);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result = makeTextView(tr("Result of the task"), card);
    card->addHeaderWidget(new CopyButton(
        tr("result"), [this] { return m_result->toPlainText(); }, card));
    card->content()->addWidget(m_note);
    card->content()->addWidget(m_result, 1);
    column()->addWidget(card, 1);
    m_traffic = addButton(tr("Show in Traffic"), QStringLiteral("toTraffic"));
    m_cancel = addButton(tr("Cancel the task\u2026"), QStringLiteral("cancelTask"), "danger");
    addButtonRow();
    connect(m_traffic, &QPushButton::clicked, this, [this] {
        const QString trace = object().value(u"trace_id").toString();
        const QString created = object().value(u"created_at").toString();
        Q_EMIT trafficWanted(trace.isEmpty() ? QString(QStringLiteral("at:>=") + created)
                                             : QString(QStringLiteral("trace:") + trace));
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        askToSend(tr("Cancel this task? What it has cost so far stays spent."), tr("Cancel the task"),
                  tr("Let it run"), QStringLiteral("/tasks/%1/cancel").arg(id()),
                  tr("The task is cancelled."));
    });
}

QString TaskDetail::idOf(const QJsonObject& object) const {
    return object.value(u"task_id").toString();
}

void TaskDetail::show(const QJsonObject& object, bool isOther) {
    const QString status = object.value(u"status").toString();
    const bool open = jobsText::isOpen(status);
    say(m_model,
        QStringList{object.value(u"model").toString(), jobsText::dialect(object.value(u"path").toString())}
            .join(QStringLiteral(" \u00b7 ")));
    say(m_project, object.value(u"project").toString());
    m_tries->setText(format::count(object.value(u"tries").toInteger()));
    const QJsonValue cost = object.value(u"cost_usd");
    say(m_cost, cost.isDouble() ? format::usdExact(cost.toDouble()) : QString());
    say(m_created, auditText::when(object.value(u"created_at").toString()));
    const QString finished = object.value(u"finished_at").toString();
    say(m_finished, finished.isEmpty() ? QString()
                                       : tr("%1, kept until %2")
                                             .arg(auditText::when(finished),
                                                  auditText::when(object.value(u"expires_at").toString())));
    m_cancel->setVisible(open);
    m_traffic->setEnabled(!object.value(u"trace_id").toString().isEmpty());
    const QString error = jobsText::errorMessage(object.value(u"error"));
    setLabelRole(m_note, error.isEmpty() ? ColorRole::TextMuted : ColorRole::Bad);
    m_note->setText(!error.isEmpty()                        ? error
                    : status == QLatin1String("processing") ? tr("It runs; the result comes when it is done.")
                    : open                                  ? tr("It waits for its turn.")
                    : status == QLatin1String("cancelled")  ? tr("It was cancelled, so there is no result.")
                                                            : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    if (isOther || open)
        m_read.clear();
    if (isOther)
        m_result->clear();
    m_result->setVisible(status == QLatin1String("completed"));
    if (status == QLatin1String("completed") && m_read != id())
        readResult();
}

/// Lists come without what was answered: only the task that is looked at is read whole.
void TaskDetail::readResult() {
    m_read = id();
    link().get(QStringLiteral("/tasks/") + m_read, this, [this, asked = m_read](const GatewayReply& reply) {
        if (asked != id())
            return;
        if (reply.ok())
            return showResult(reply.bytes);
        m_note->setText(tr("The result could not be read: %1").arg(reply.errorMessage()));
        m_note->show();
    });
}

void TaskDetail::showResult(const QByteArray& task) {
    // The result is the last member, as it came: reading it as JSON and writing it again would sort it.
    static const QByteArray kMember = ",\"result\":";
    const qsizetype at = task.indexOf(kMember);
    QByteArray text = at < 0 ? task : task.mid(at + kMember.size()).chopped(1);
    if (text.size() <= BodyView::kMostShown) {
        text = indentedJson(text);
    } else {
        text.truncate(BodyView::kMostShown);
        m_note->setText(tr("Only the first %1 are shown.").arg(format::bytes(BodyView::kMostShown)));
        m_note->show();
    }
    m_result->setPlainText(QString::fromUtf8(text));
}

} // namespace tollgate::ui
