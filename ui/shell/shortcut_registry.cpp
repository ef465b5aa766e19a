#include "ui/shell/shortcut_registry.h"

#include "ui/pages/page.h"

#include <QShortcut>
#include <QWidget>

namespace tollgate::ui {
namespace {

const Page* pageOf(const QWidget* widget) {
    while (widget && !qobject_cast<const Page*>(widget))
        widget = widget->parentWidget();
    return static_cast<const Page*>(widget);
}

bool reaches(const ShortcutRegistry::Entry& entry, const QWidget* scope, Qt::ShortcutContext context) {
    if (!entry.scope)
        return false;
    const Page* page = pageOf(entry.scope);
    const Page* other = pageOf(scope);
    if (page && other && page != other && entry.context != Qt::ApplicationShortcut &&
        context != Qt::ApplicationShortcut)
        return false; // Qt asks no hidden widget, and only one page is in view
    if (entry.context == Qt::ApplicationShortcut || context == Qt::ApplicationShortcut)
        return true;
    if (entry.context == Qt::WindowShortcut || context == Qt::WindowShortcut)
        return entry.scope->window() == scope->window();
    return entry.scope == scope || entry.scope->isAncestorOf(scope) || scope->isAncestorOf(entry.scope);
}

} // namespace

QShortcut* ShortcutRegistry::add(const QString& id, const QString& group, const QString& text,
                                 const QKeySequence& keys, QWidget* scope, std::function<void()> run,
                                 Qt::ShortcutContext context) {
    if (const Entry* taken = conflicting(keys, scope, context)) {
        m_conflicts << u"%1: %2 is taken by %3"_qs.arg(id, keys.toString(), taken->id);
        qWarning("shortcut conflict: %s", qUtf8Printable(m_conflicts.last()));
        return nullptr;
    }
    auto* shortcut = new QShortcut(keys, scope);
    shortcut->setContext(context);
    connect(shortcut, &QShortcut::activated, scope, run);
    m_entries << Entry{id, group, text, keys, scope, context, std::move(run), false};
    Q_EMIT changed();
    return shortcut;
}

void ShortcutRegistry::describe(const QString& group, const QString& text, const QKeySequence& keys) {
    m_entries << Entry{{}, group, text, keys, nullptr, Qt::WidgetShortcut, {}, true};
    Q_EMIT changed();
}

void ShortcutRegistry::describe(const QString& id, const QString& group, const QString& text,
                                const QKeySequence& keys, QWidget* scope, std::function<void()> run) {
    m_entries << Entry{id, group, text, keys, scope, Qt::WidgetShortcut, std::move(run), true};
    Q_EMIT changed();
}

QList<ShortcutRegistry::Entry> ShortcutRegistry::entries() const {
    QList<Entry> living;
    for (const Entry& entry : m_entries) {
        if (entry.scope || entry.id.isEmpty())
            living << entry;
    }
    return living;
}

const ShortcutRegistry::Entry* ShortcutRegistry::conflicting(const QKeySequence& keys, const QWidget* scope,
                                                             Qt::ShortcutContext context) const {
    for (const Entry& entry : m_entries) {
        const bool sameKeys = entry.keys.matches(keys) != QKeySequence::NoMatch ||
                              keys.matches(entry.keys) != QKeySequence::NoMatch;
        if (sameKeys && !entry.handledByWidget && reaches(entry, scope, context))
            return &entry;
    }
    return nullptr;
}

} // namespace tollgate::ui
