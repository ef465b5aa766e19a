#include "ui/pages/stopped_state.h"

#include "ui/link/gateway_link.h"

#include <QPushButton>

namespace tollgate::ui {

StoppedState::StoppedState(GatewayLink& link, QWidget* parent)
    : EmptyState(QStringLiteral("power"), tr("The gateway is stopped"), {}, parent)
    , m_link(link) {
    if (m_link.canControl())
        connect(addButton(tr("Start the gateway"), "primary"), &QPushButton::clicked, this,
                [this] { m_link.start(); });
}

void StoppedState::explain(const QString& otherwise) {
    set(QStringLiteral("power"),
        m_link.state() == LinkState::Starting ? tr("The gateway is starting") : tr("The gateway is stopped"),
        m_link.stateDetail().isEmpty() ? otherwise : m_link.stateDetail());
}

} // namespace tollgate::ui
