#include "ui/pages/traffic/traffic_empty.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"

#include <QPushButton>

namespace tollgate::ui {

TrafficEmpty::TrafficEmpty(GatewayLink& gateway, std::function<QStringList()> aliases, QWidget* parent)
    : ListEmpty(gateway, tr("The requests could not be read"), parent)
    , m_aliases(std::move(aliases))
    , m_searching(addState(QStringLiteral("search")))
    , m_paused(addState(QStringLiteral("pause"))) {
    makeNothingYet();
    m_searching->set(QStringLiteral("search"), tr("Looking through older requests\u2026"),
                     tr("None of the newer ones match. The first that does will appear here."));
    connect(m_paused->addButton(tr("Resume"), "primary"), &QPushButton::clicked, this,
            &TrafficEmpty::resumeWanted);
}

void TrafficEmpty::makeNothingYet() {
    m_nothing = new EmptyState(QStringLiteral("traffic"), tr("No requests yet"),
                               tr("Point a client at this address and its requests appear here."), this);
    auto* lines = new QWidget(m_nothing);
    m_address = makeMonoLabel({}, ColorRole::Text, 0, lines);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* copyAddress = new CopyButton(
        tr("address"), [this] { return link().url(QStringLiteral("/v1")); }, lines);
    auto* row = makeRow(6);
    row->addWidget(m_address);
    row->addWidget(copyAddress);
    lines->setLayout(row);
    m_nothing->addWidget(lines);
    m_nothing->addWidget(sampleLine(
        tr("or try it with curl:"), [this] { return sample(); }, m_nothing));
    connect(m_nothing->addButton(tr("Connect an app"), "primary"), &QPushButton::clicked, this,
            &TrafficEmpty::connectWanted);
    addWidget(m_nothing);
}

QString TrafficEmpty::sample() const {
    const QString usual = QStringLiteral("chat-default");
    const QStringList aliases = m_aliases();
    const QString& alias = aliases.isEmpty() || aliases.contains(usual) ? usual : aliases.first();
    return u"curl -sS " % link().url(QStringLiteral("/v1/chat/completions")) %
           u" -H \"Authorization: Bearer $TOLLGATE_KEY\" -H 'Content-Type: "
           u"application/json' "
           u"-d '{\"model\":\"" %
           alias % u"\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'";
}

void TrafficEmpty::explain(Why why, bool paused, int waiting, const QString& failure) {
    m_why = why;
    switch (why) {
    case Why::Loading:
        showLoading();
        break;
    case Why::Searching:
        setCurrentWidget(m_searching);
        break;
    case Why::NothingYet:
        m_address->setText(link().url(QStringLiteral("/v1")));
        setCurrentWidget(m_nothing);
        break;
    case Why::Paused:
        m_paused->set(QStringLiteral("pause"), tr("The list is paused"),
                      waiting > 0 ? tr("%n request(s) came in meanwhile.", nullptr, waiting)
                                  : tr("New requests wait until you resume."));
        setCurrentWidget(m_paused);
        break;
    case Why::FilterHidesAll:
        showFiltered(tr("No requests match this filter"),
                     paused ? tr("The list is paused as well, so new ones do not show either.")
                            : tr("New ones that match will appear here."));
        break;
    case Why::FilterRefused:
        showFiltered(tr("This filter cannot be read"), failure);
        break;
    case Why::Stopped:
        showStopped(tr("No client can reach it until it runs."));
        break;
    case Why::Failed:
        showFailed(failure);
        break;
    }
}

} // namespace tollgate::ui
