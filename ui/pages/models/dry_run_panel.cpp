#include "ui/pages/models/dry_run_panel.h"

#include "ui/link/long_work.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/pages/forms/work_bar.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

namespace tollgate::ui {

DryRunPanel::DryRunPanel(GatewayLink& link, MessageBar* messages, UndoStack& undo, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_messages(messages)
    , m_undo(undo)
    , m_card(new Card({}, this)) {
    const Theme& theme = Theme::of(this);
    auto* column = makeColumn(0);
    column->setContentsMargins(theme.px(18), theme.px(13), theme.px(18), theme.px(14));
    column->addWidget(m_card, 1);
    setLayout(column);
    m_about = makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, m_card);
    m_about->setWordWrap(true);
    m_summary = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, m_card);
    m_summary->setWordWrap(true);
    m_diff = new DiffTable(tr("What would change"), m_card);
    m_diff->setColumnWidth(0, theme.px(240));
    m_card->content()->addWidget(m_about);
    m_card->content()->addWidget(m_summary);
    m_work = new LongWork(link, this);
    m_progress = new WorkBar(*m_work, tr("Working out what would change"), m_card);
    m_card->content()->addWidget(m_progress);
    m_card->content()->addWidget(m_diff, 1);
    auto* buttons = makeRow(8);
    auto* leave = new QPushButton(tr("Leave it"), m_card);
    leave->setObjectName(QStringLiteral("leaveTask"));
    m_apply = new QPushButton(tr("Apply"), m_card);
    m_apply->setObjectName(QStringLiteral("applyTask"));
    setKind(m_apply, "primary");
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(m_apply);
    m_card->content()->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, &DryRunPanel::leave);
    connect(m_apply, &QPushButton::clicked, this, &DryRunPanel::apply);
}

void DryRunPanel::start(Task task) {
    m_task = std::move(task);
    m_card->setTitle(m_task.title);
    m_about->setText(m_task.about);
    m_apply->setText(m_task.apply);
    if (m_controls)
        m_controls->deleteLater();
    m_controls = m_task.controls;
    if (m_controls)
        m_card->content()->insertWidget(1, m_controls);
    preview();
}

QString DryRunPanel::summary() const {
    return m_summary->text();
}

void DryRunPanel::preview() {
    m_apply->setEnabled(false);
    m_diff->setDiff({});
    setLabelRole(m_summary, ColorRole::TextMuted);
    m_summary->setText(tr("Working out what would change\u2026"));
    const Request request = m_task.request(true);
    m_progress->setWhat(tr("Working out what would change"));
    m_work->start(request.method, request.path, request.body, [this](const GatewayReply& reply) {
        if (!reply.ok())
            return refuse(reply);
        const Outcome outcome = m_task.read(reply);
        setLabelRole(m_summary, ColorRole::Text);
        m_summary->setText(outcome.summary);
        m_diff->setDiff(outcome.diff);
        m_apply->setEnabled(outcome.hasEffect);
    });
}

void DryRunPanel::refuse(const GatewayReply& reply) {
    setLabelRole(m_summary, ColorRole::Bad);
    m_summary->setText(reply.errorParam().isEmpty()
                           ? reply.errorMessage()
                           : tr("%1: %2").arg(reply.errorParam(), reply.errorMessage()));
}

void DryRunPanel::apply() {
    m_apply->setEnabled(false);
    const Request request = m_task.request(false);
    m_progress->setWhat(m_task.title);
    m_work->start(request.method, request.path, request.body, [this](const GatewayReply& reply) {
        if (!reply.ok()) {
            m_apply->setEnabled(LongWork::wasCancelled(reply)); // it can be begun again
            return refuse(reply);
        }
        const int step = m_task.undoName.isEmpty() ? 0 : m_undo.pushDocument(m_task.undoName, reply.json);
        m_messages->success(tr("Done. %1").arg(m_task.read(reply).summary),
                            step == 0 ? QList<MessageBar::Action>()
                                      : QList<MessageBar::Action>{m_undo.action(step)});
        Q_EMIT applied();
    });
}

void DryRunPanel::leave() {
    m_work->cancel();
    Q_EMIT closed();
}

} // namespace tollgate::ui
