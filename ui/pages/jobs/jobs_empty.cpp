#include "ui/pages/jobs/jobs_empty.h"

#include "ui/link/gateway_link.h"
#include "ui/widgets/empty_state.h"

namespace tollgate::ui {

JobsEmpty::JobsEmpty(GatewayLink& gateway, QWidget* parent)
    : ListEmpty(gateway, tr("The list could not be read"), parent)
    , m_nothing(addState(QStringLiteral("jobs"))) {
    m_try = sampleLine(
        tr("try it with curl:"), [this] { return sample(); }, m_nothing);
    m_nothing->addWidget(m_try);
}

QString JobsEmpty::sample() const {
    const bool batch = m_list == QLatin1String("batches");
    const QString path = batch ? QStringLiteral("/v1/batches") : QStringLiteral("/v1/async/completions");
    const QString body = batch ? QStringLiteral("{\"model\":\"chat-default\",\"prompts\":[\"One\",\"Two\"]}")
                               : QStringLiteral("{\"model\":\"chat-default\",\"prompt\":\"Hello\"}");
    return u"curl -sS " % link().url(path) %
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
        showLoading();
        break;
    case Why::NothingYet:
        explainNothing(list);
        setCurrentWidget(m_nothing);
        break;
    case Why::FilterHidesAll:
        showFiltered(tr("Nothing matches this filter"), tr("What matches later will appear here."));
        break;
    case Why::Stopped:
        showStopped(tr("What waits goes on when it runs again."));
        break;
    case Why::Failed:
        showFailed(failure);
        break;
    }
}

} // namespace tollgate::ui
