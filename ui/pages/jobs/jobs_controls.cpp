#include "ui/pages/jobs/jobs_controls.h"

#include "ui/pages/forms/form_fields.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

namespace tollgate::ui {

namespace {
constexpr int kTypingPauseMs = 250;
}

JobsControls::JobsControls(QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = Theme::of(this);
    m_lists = new SegmentedControl(tr("Which list"), this);
    m_lists->addSegment(QStringLiteral("tasks"), tr("Tasks"),
                        tr("Single requests that outlive their caller"));
    m_lists->addSegment(QStringLiteral("batches"), tr("Batches"), tr("Many requests handed in at once"));
    m_lists->addSegment(QStringLiteral("webhooks"), tr("Webhooks"),
                        tr("Answers that are still to be delivered"));
    m_status = new ChoiceBox(this);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setAccessibleName(tr("Status"));
    m_project = new QLineEdit(this);
    m_project->setObjectName(QStringLiteral("filter"));
    m_project->setPlaceholderText(tr("Project"));
    m_project->setAccessibleName(tr("Only of this project"));
    m_project->setClearButtonEnabled(true);
    m_project->setMinimumWidth(theme.px(150));
    m_project->setMaximumWidth(theme.px(260));
    m_project->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_resendAll = new QPushButton(tr("Resend all\u2026"), this);
    m_resendAll->setObjectName(QStringLiteral("resendAll"));
    auto* row = makeRow(12);
    row->addWidget(m_project, 1);
    row->addStretch(1);
    row->addWidget(m_resendAll);
    row->addWidget(m_status);
    row->addWidget(m_lists);
    setLayout(row);

    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kTypingPauseMs);
    connect(pause, &QTimer::timeout, this, &JobsControls::tell);
    connect(m_project, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    connect(m_project, &QLineEdit::textChanged, pause, [this, pause] {
        if (m_project->text().isEmpty())
            pause->start(); // the clear button edits nothing
    });
    connect(m_status, &QComboBox::currentIndexChanged, this, &JobsControls::tell);
    connect(m_lists, &SegmentedControl::currentChanged, this, &JobsControls::listChosen);
    showList(QStringLiteral("tasks"));
    setResendable(0);
}

void JobsControls::tell() {
    Q_EMIT filterChanged(m_status->id(), m_project->text().trimmed());
}

void JobsControls::fillStates(const QString& list) {
    const QSignalBlocker quiet(m_status);
    m_status->clear();
    m_status->addChoice({}, tr("any status"));
    QStringList states{QStringLiteral("pending"), QStringLiteral("processing"), QStringLiteral("completed"),
                       QStringLiteral("failed"), QStringLiteral("cancelled")};
    if (list == QLatin1String("batches"))
        states = {QStringLiteral("pending"),   QStringLiteral("processing"),
                  QStringLiteral("completed"), QStringLiteral("cancelling"),
                  QStringLiteral("cancelled"), QStringLiteral("budget_exceeded")};
    else if (list == QLatin1String("webhooks"))
        states = {QStringLiteral("waiting"), QStringLiteral("dead")};
    for (const QString& state : std::as_const(states))
        m_status->addChoice(state, jobsText::status(state));
}

void JobsControls::showList(const QString& list) {
    const QSignalBlocker quiet(m_lists);
    m_lists->setCurrent(list);
    fillStates(list);
    m_isWebhooks = list == QLatin1String("webhooks");
    m_resendAll->setVisible(m_isWebhooks && m_deadLetters > 0);
}

void JobsControls::setFilter(const QString& status, const QString& project) {
    const QSignalBlocker quiet(m_status);
    m_status->setId(status);
    if (m_project->text().trimmed() != project)
        m_project->setText(project);
}

void JobsControls::setResendable(int deadLetters) {
    m_deadLetters = deadLetters;
    m_resendAll->setVisible(m_isWebhooks && deadLetters > 0);
    m_resendAll->setToolTip(tr("%n webhook(s) were given up", nullptr, deadLetters));
}

} // namespace tollgate::ui
