#pragma once
// Asks before a page with unsaved edits is left: inline, with Save, Discard and Stay.

#include "ui/pages/page.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace tollgate::ui {

class LeaveGuard : public QObject {
    Q_OBJECT
public:
    explicit LeaveGuard(MessageBar& messages, QObject* parent = nullptr);

    /// Runs `proceed` at once when `page` is clean; otherwise after it was saved or its edits discarded, and
    /// not at all when the user stays. A second question replaces the first.
    void leave(Page* page, const QString& title, std::function<void()> proceed);
    bool isAsking() const { return static_cast<bool>(m_proceed); }

private:
    void save();
    void discard();
    void stay();
    void goOn();

    MessageBar& m_messages;
    QPointer<Page> m_page;
    std::function<void()> m_proceed;
    QMetaObject::Connection m_saved;
};

} // namespace tollgate::ui
