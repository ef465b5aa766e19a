#include "ui/shell/page_registry.h"

#include <QCoreApplication>

#include <algorithm>

namespace tollgate::ui {

QString pageGroupTitle(PageGroup group) {
    switch (group) {
    case PageGroup::Observe:
        return QCoreApplication::translate("PageGroup", "Observe");
    case PageGroup::Route:
        return QCoreApplication::translate("PageGroup", "Route");
    case PageGroup::Govern:
        return QCoreApplication::translate("PageGroup", "Govern");
    case PageGroup::Tools:
        break;
    }
    return QCoreApplication::translate("PageGroup", "Tools");
}

void PageRegistry::add(PageEntry entry) {
    for (PageEntry& existing : m_pages) {
        if (existing.id == entry.id) {
            existing = std::move(entry);
            return;
        }
    }
    // Groups stay together, in the order of the enumeration.
    const auto after =
        std::upper_bound(m_pages.begin(), m_pages.end(), entry,
                         [](const PageEntry& a, const PageEntry& b) { return a.group < b.group; });
    m_pages.insert(after, std::move(entry));
}

const PageEntry* PageRegistry::find(const QString& id) const {
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&id](const PageEntry& entry) { return entry.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

} // namespace tollgate::ui
