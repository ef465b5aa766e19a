#pragma once
// The pages the console has, in the order of the sidebar. A page is made when it is first shown.

#include "ui/pages/page.h"

#include <QList>
#include <QString>

#include <functional>
#include <type_traits>

namespace tollgate::ui {

enum class PageGroup { Observe, Route, Govern, Tools };
QString pageGroupTitle(PageGroup group);

struct PageEntry {
    QString id; ///< "traffic"
    QString title;
    PageGroup group = PageGroup::Observe;
    QString icon; ///< name in resources/icons
    std::function<Page*(const UiContext&, QWidget* parent)> create;
};

class PageRegistry {
public:
    void add(PageEntry entry); ///< an id that is taken is an error of the program and replaced

    template <typename PageType>
    void add(const QString& id, const QString& title, PageGroup group, const QString& icon) {
        static_assert(std::is_base_of_v<Page, PageType>);
        add({id, title, group, icon, [](const UiContext& context, QWidget* parent) -> Page* {
                 return new PageType(context, parent);
             }});
    }

    const QList<PageEntry>& pages() const { return m_pages; }
    const PageEntry* find(const QString& id) const;

private:
    QList<PageEntry> m_pages;
};

/// Every page of the console (pages.cpp).
void registerPages(PageRegistry& registry);

} // namespace tollgate::ui
