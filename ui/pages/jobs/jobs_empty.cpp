#include "ui/pages/jobs/jobs_empty.h"

#include "ui/link/gateway_link.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

JobsEmpty::JobsEmpty(GatewayLink& link, QWidget* parent)
    : CurrentStack(parent)
    , m_link(link)
    , m_loading(new QWidget(this)) {
    m_nothing = new EmptyState(QStringLiteral("jobs"), {}, {}, this);
    m_try = new QWidget(m_nothing);
    auto* row = makeRow(6);
    row->addWidget(makeLabel(tr("try it with curl:"), ColorRole::TextMuted, 0, QFont::Normal, m_try));
    row->addWidget(new CopyButton(
        tr("sample request"), [this] { return sample(); }, m_try));
    m_try->setLayout(row);
    m_nothing->addWidget(m_try);
    m_filtered = new EmptyState(QStringLiteral("filter"), tr("Nothing matches this filter"),
                                tr("What matches later will appear here."), this);
    connect(m_filtered->addButton(tr("Clear the filter")), &QPushButton::clicked, this,
            &JobsEmpty::clearFilterWanted);
    m_stopped = new EmptyState(QStringLiteral("power"), {}, {}, this);
    if (m_link.canControl())
        connect(m_stopped->addButton(tr("Start the gateway"), "primary"), &QPushButton::clicked, this,
                [this] { m_link.start(); });
    m_failed = new EmptyState(QStringLiteral("warning"), tr("The list could not be read"), {}, this);
    connect(m_failed->addButton(tr("Try again")), &QPushButton::clicked, this, &JobsEmpty::retryWanted);
    for (QWidget* state : {m_loading, static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_filtered),
                           static_cast<QWidget*>(m_stopped), static_cast<QWidget*>(m_failed)})
        addWidget(state);
}

QString JobsEmpty::sample() const {
    const bool batch = m_list == QLatin1String("batches");
    const QString path = batch ? QStringLiteral("/v1/batches") : QStringLiteral("/v1/async/completions");
    const QString body = batch ? QStringLiteral("{\"model\":\"chat-default\",\"prompts\":[\"One\",\"Two\"]}")
                               : QStringLiteral("{\"model\":\"chat-default\",\"prompt\":\"Hello\"}");
    return u"curl -sS " % m_link.url(path) %
           u" -H \"Authorization: Bearer $TOLLGATE_KEY\" -H 'Content-Type: application/json' -d '" % body %
           u"'";
}

void JobsEmpty::explainNothing(const QString& list) {
    const bool webhooks = list == QLatin1String("webhooks");
    m_try->setVisible(!webhooks);
    if (webhooks)
        m_nothing->set(QStringLiteral("success"), tr("Every webhook is delivered"),
                       tr("What a receiver did not take stands here, with what it answered."));
    else if (list == QLatin1String("batches"))
        m_nothing->set(QStringLiteral("jobs"), tr("No batches yet"),
                       tr("Post many requests to /v1/batches and fetch their results when they are done."));
    else
        m_nothing->set(QStringLiteral("jobs"), tr("No tasks yet"),
                       tr("Post a request to /v1/async/completions and fetch its result later, "
                          "or have it sent to a webhook."));
}

void JobsEmpty::explain(Why why, const QString& list, const QString& failure) {
    m_why = why;
    m_list = list;
    switch (why) {
    case Why::Loading:
        setCurrentWidget(m_loading);
        break;
    case Why::NothingYet:
        explainNothing(list);
        setCurrentWidget(m_nothing);
        break;
    case Why::FilterHidesAll:
        setCurrentWidget(m_filtered);
        break;
    case Why::Stopped:
        m_stopped->set(QStringLiteral("power"),
                       m_link.state() == LinkState::Starting ? tr("The gateway is starting")
                                                             : tr("The gateway is stopped"),
                       m_link.stateDetail().isEmpty() ? tr("What waits goes on when it runs again.")
                                                      : m_link.stateDetail());
        setCurrentWidget(m_stopped);
        break;
    case Why::Failed:
        m_failed->set(QStringLiteral("warning"), tr("The list could not be read"), failure);
        setCurrentWidget(m_failed);
        break;
    }
}

QString JobsEmpty::title() const {
    const auto* state = qobject_cast<const EmptyState*>(currentWidget());
    return state ? state->title() : QString();
}

} // namespace tollgate::ui
