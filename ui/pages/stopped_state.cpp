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
    const bool starting = m_link.state() == LinkState::Starting;
    const QString detail = m_link.stateDetail();
    if (m_link.canControl())
        return set(QStringLiteral("power"),
                   starting ? tr("The gateway is starting") : tr("The gateway is stopped"),
                   detail.isEmpty() ? otherwise : detail);
    // Whether a gateway elsewhere runs is not known here: only that it cannot be reached.
    set(QStringLiteral("power"),
        starting ? tr("Connecting to %1").arg(m_link.address())
                 : tr("Not connected to %1").arg(m_link.address()),
        detail);
}

} // namespace tollgate::ui
