#include "ui/pages/models/dry_run_panel.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

namespace tollgate::ui {

DryRunPanel::DryRunPanel(GatewayLink& link, MessageBar* messages, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_messages(messages)
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
    connect(leave, &QPushButton::clicked, this, &DryRunPanel::closed);
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
    m_link.send(request.method, request.path, request.body, this,
                [this, generation = ++m_generation](const GatewayReply& reply) {
                    if (generation != m_generation)
                        return;
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
    m_link.send(request.method, request.path, request.body, this,
                [this, generation = ++m_generation](const GatewayReply& reply) {
                    if (generation != m_generation)
                        return;
                    if (!reply.ok())
                        return refuse(reply);
                    m_messages->success(tr("Done. %1").arg(m_task.read(reply).summary));
                    Q_EMIT applied();
                });
}

} // namespace tollgate::ui
