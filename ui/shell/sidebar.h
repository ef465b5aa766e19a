#pragma once
// Brand, gateway, and the pages in their groups.

#include "ui/shell/theme.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace tollgate::ui {

class GatewayCard;
class GatewayLink;
class NavButton;
class PageRegistry;

class Sidebar : public QWidget {
    Q_OBJECT
public:
    Sidebar(GatewayLink& link, const PageRegistry& pages, QWidget* parent = nullptr);

    void setCurrent(const QString& pageId); ///< does not emit
    void setBadge(const QString& pageId, int count);
    int badge(const QString& pageId) const;
    void setActivity(const QString& pageId, int running);
    void setThemeMode(ThemeMode mode); ///< does not emit
    void setNarrow(bool narrow);       ///< pictures only, where the window has no room for words
    GatewayCard* gatewayCard() const { return m_gateway; }

Q_SIGNALS:
    void pageRequested(const QString& pageId);
    void themeModeRequested(tollgate::ui::ThemeMode mode);
    void cheatSheetRequested();
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* createBrand();
    QWidget* createPages(const PageRegistry& pages);
    QWidget* createFooter();
    void fitHeight();
    void showCurrent();

    GatewayCard* m_gateway = nullptr;
    QButtonGroup* m_group = nullptr;
    QButtonGroup* m_themes = nullptr;
    QHash<QString, NavButton*> m_buttons;
    QList<QWidget*> m_wideOnly;
    QList<QLabel*> m_headings;
    QScrollArea* m_scroll = nullptr;
    QHBoxLayout* m_brandRow = nullptr;
    QHBoxLayout* m_cardRow = nullptr;
    QHBoxLayout* m_footerRow = nullptr;
    bool m_narrow = false;
    bool m_compact = false;
};

} // namespace tollgate::ui
