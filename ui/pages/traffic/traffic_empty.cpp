#include "ui/pages/traffic/traffic_empty.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

TrafficEmpty::TrafficEmpty(GatewayLink& link, QWidget* parent)
    : CurrentStack(parent)
    , m_link(link)
    , m_loading(new QWidget(this)) {
    addWidget(m_loading);
    makeNothingYet();
    m_paused = new EmptyState(QStringLiteral("pause"), {}, {}, this);
    connect(m_paused->addButton(tr("Resume"), "primary"), &QPushButton::clicked, this,
            &TrafficEmpty::resumeWanted);
    m_filtered = new EmptyState(QStringLiteral("filter"), {}, {}, this);
    connect(m_filtered->addButton(tr("Clear the filter")), &QPushButton::clicked, this,
            &TrafficEmpty::clearFilterWanted);
    m_stopped = new EmptyState(QStringLiteral("power"), {}, {}, this);
    if (m_link.canControl())
        connect(m_stopped->addButton(tr("Start the gateway"), "primary"), &QPushButton::clicked, this,
                [this] { m_link.start(); });
    m_failed = new EmptyState(QStringLiteral("warning"), tr("The requests could not be read"), {}, this);
    connect(m_failed->addButton(tr("Try again")), &QPushButton::clicked, this, &TrafficEmpty::retryWanted);
    for (EmptyState* state : {m_paused, m_filtered, m_stopped, m_failed})
        addWidget(state);
}

void TrafficEmpty::makeNothingYet() {
    m_nothing = new EmptyState(QStringLiteral("traffic"), tr("No requests yet"),
                               tr("Point a client at this address and its requests appear here."), this);
    auto* lines = new QWidget(m_nothing);
    m_address = makeMonoLabel({}, ColorRole::Text, 0, lines);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* copyAddress = new CopyButton(
        tr("address"), [this] { return m_link.url(QStringLiteral("/v1")); }, lines);
    auto* row = makeRow(6);
    row->addWidget(m_address);
    row->addWidget(copyAddress);
    lines->setLayout(row);
    m_nothing->addWidget(lines);
    auto* sampleLine = new QWidget(m_nothing);
    auto* sampleRow = makeRow(6);
    sampleRow->addWidget(
        makeLabel(tr("or try it with curl:"), ColorRole::TextMuted, 0, QFont::Normal, sampleLine));
    sampleRow->addWidget(new CopyButton(
        tr("sample request"), [this] { return sample(); }, sampleLine));
    sampleLine->setLayout(sampleRow);
    m_nothing->addWidget(sampleLine);
    addWidget(m_nothing);
}

QString TrafficEmpty::sample() const {
    return u"curl -sS " % m_link.url(QStringLiteral("/v1/chat/completions")) %
           u" -H \"Authorization: Bearer $TOLLGATE_KEY\" -H 'Content-Type: "
           u"application/json' "
           u"-d '{\"model\":\"chat-default\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'";
}

void TrafficEmpty::explain(Why why, bool paused, int waiting, const QString& failure) {
    m_why = why;
    switch (why) {
    case Why::Loading:
        setCurrentWidget(m_loading);
        break;
    case Why::NothingYet:
        m_address->setText(m_link.url(QStringLiteral("/v1")));
        setCurrentWidget(m_nothing);
        break;
    case Why::Paused:
        m_paused->set(QStringLiteral("pause"), tr("The list is paused"),
                      waiting > 0 ? tr("%n request(s) came in meanwhile.", nullptr, waiting)
                                  : tr("New requests wait until you resume."));
        setCurrentWidget(m_paused);
        break;
    case Why::FilterHidesAll:
        m_filtered->set(QStringLiteral("filter"), tr("No requests match this filter"),
                        paused ? tr("The list is paused as well, so new ones do not show either.")
                               : tr("New ones that match will appear here."));
        setCurrentWidget(m_filtered);
        break;
    case Why::Stopped:
        m_stopped->set(QStringLiteral("power"),
                       m_link.state() == LinkState::Starting ? tr("The gateway is starting")
                                                             : tr("The gateway is stopped"),
                       m_link.stateDetail().isEmpty() ? tr("No client can reach it until it runs.")
                                                      : m_link.stateDetail());
        setCurrentWidget(m_stopped);
        break;
    case Why::Failed:
        m_failed->set(QStringLiteral("warning"), tr("The requests could not be read"), failure);
        setCurrentWidget(m_failed);
        break;
    }
}

QString TrafficEmpty::title() const {
    const auto* state = qobject_cast<const EmptyState*>(currentWidget());
    return state ? state->title() : QString();
}

} // namespace tollgate::ui
