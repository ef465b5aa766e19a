#include "ui/shell/leave_guard.h"

#include "ui/widgets/message_bar.h"

#include <utility>

namespace tollgate::ui {

LeaveGuard::LeaveGuard(MessageBar& messages, QObject* parent)
    : QObject(parent)
    , m_messages(messages) {}

void LeaveGuard::leave(Page* page, const QString& title, std::function<void()> proceed) {
    stay();
    if (!page || !page->isDirty()) {
        proceed();
        return;
    }
    m_page = page;
    m_messages.ask(tr("%1 has changes that are not saved.").arg(title),
                   {{tr("Save"), [this] { save(); }, "primary"},
                    {tr("Discard"), [this] { discard(); }, "danger"},
                    {tr("Stay"), [this] { stay(); }}},
                   [this] { stay(); });
    m_proceed = std::move(proceed); // after ask(): the question it replaces says "stay"
}

void LeaveGuard::save() {
    if (!m_page)
        return;
    // A page may save at once or when the gateway has answered; either way it is clean when it is done. A
    // refusal shows at its field, and the user stays.
    m_saved = connect(m_page, &Page::dirtyChanged, this, [this] {
        if (m_page && !m_page->isDirty())
            goOn();
    });
    if (!m_page->save())
        stay();
    else if (m_page && !m_page->isDirty())
        goOn();
}

void LeaveGuard::discard() {
    if (m_page)
        m_page->revert();
    goOn();
}

void LeaveGuard::stay() {
    disconnect(m_saved);
    m_proceed = {};
    m_page = nullptr;
}

void LeaveGuard::goOn() {
    const auto proceed = std::exchange(m_proceed, {});
    stay();
    if (proceed)
        proceed();
}

} // namespace tollgate::ui
