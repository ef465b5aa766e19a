#include "ui/shell/setup/first_run.h"

#include "ui/link/gateway_link.h"
#include "ui/shell/main_window.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/widgets/message_bar.h"

namespace tollgate::ui {

FirstRun::FirstRun(MainWindow& window, GatewayLink& link)
    : QObject(&window)
    , m_window(window)
    , m_link(link) {
    look();
}

void FirstRun::look() {
    m_link.get(QStringLiteral("/status"), this, [this](const GatewayReply& reply) {
        const bool empty = reply.ok() && reply.json.value(u"config_version").toInt(-1) == 0;
        if (!empty || SetupWizard::isDone(*m_window.state()))
            return;
        if (!SetupWizard::isPostponed(*m_window.state()))
            return m_window.openSetup();
        m_window.messages()->ask(
            tr("Setup is not finished yet: nothing is configured."),
            {{tr("Go on with it"), [window = &m_window] { window->openSetup(); }, "primary"}});
    });
}

} // namespace tollgate::ui
