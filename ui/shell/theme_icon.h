#pragma once
// Icon engine behind Theme::icon: draws an SVG of resources/icons in the colour its role has now.

#include "ui/shell/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace tollgate::ui {

class ThemeIconEngine : public QIconEngine {
public:
    ThemeIconEngine(const Theme* theme, const QString& name, ColorRole role);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    ColorRole m_role;
};

} // namespace tollgate::ui
