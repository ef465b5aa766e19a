#include "ui/pages/settings/retention_run.h"

#include "ui/link/long_work.h"
#include "ui/models/format.h"
#include "ui/pages/forms/work_bar.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

namespace tollgate::ui {

RetentionRun::RetentionRun(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_work(new LongWork(link, this))
    , m_question(new MessageBar(this))
    , m_run(new QPushButton(tr("Remove now what is too old\u2026"), this))
    , m_outcome(makeLabel({}, ColorRole::TextMuted, -0.5, QFont::Normal, this)) {
    auto* column = makeColumn(8);
    setLayout(column);
    m_question->setObjectName(QStringLiteral("question"));
    m_run->setObjectName(QStringLiteral("runRetention"));
    m_run->setToolTip(tr("Else it goes bit by bit, once a minute. Sums stay."));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    auto* row = makeRow(8);
    row->addWidget(m_run);
    row->addStretch(1);
    column->addWidget(m_question);
    column->addLayout(row);
    column->addWidget(new WorkBar(*m_work, tr("Removing requests"), this));
    column->addWidget(m_outcome);
    connect(m_run, &QPushButton::clicked, this, &RetentionRun::run);
    connect(m_work, &LongWork::changed, this, [this] { m_run->setEnabled(!m_work->isRunning()); });
}

QString RetentionRun::outcome() const {
    return m_outcome->isHidden() ? QString() : m_outcome->text();
}

void RetentionRun::run() {
    m_question->ask(tr("Remove now every request that is older than the settings that are saved allow? Sums "
                       "stay; the requests cannot be brought back."),
                    {{tr("Remove"), [this] { start(); }, "danger"}, {tr("Keep"), nullptr}});
}

void RetentionRun::start() {
    m_outcome->hide();
    m_work->start("POST", QStringLiteral("/retention/run"), {},
                  [this](const GatewayReply& reply) { show(reply); });
}

void RetentionRun::show(const GatewayReply& reply) {
    setLabelRole(m_outcome,
                 reply.ok() || LongWork::wasCancelled(reply) ? ColorRole::TextMuted : ColorRole::Bad);
    if (!reply.ok()) {
        m_outcome->setText(reply.errorMessage());
    } else {
        const qint64 removed = reply.json.value(u"removed_requests").toInteger();
        const qint64 freed = reply.json.value(u"database_bytes_before").toInteger() -
                             reply.json.value(u"database_bytes").toInteger();
        m_outcome->setText(removed == 0
                               ? tr("Nothing was too old.")
                               : tr("Removed: %1 requests, %2 of the database are free again.")
                                     .arg(format::count(removed), format::bytes(qMax<qint64>(0, freed))));
    }
    m_outcome->show();
}

} // namespace tollgate::ui
