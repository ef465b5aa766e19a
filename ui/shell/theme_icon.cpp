#include "ui/shell/theme_icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace tollgate::ui {

ThemeIconEngine::ThemeIconEngine(const Theme* theme, const QString& name, ColorRole role)
    : m_theme(theme)
    , m_name(name)
    , m_role(role) {}

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    if (!m_theme)
        return;
    QFile file(u":/icons/"_qs + m_name + u".svg"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QColor color = m_theme->color(mode == QIcon::Disabled ? ColorRole::TextFaint : m_role);
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    if (mode == QIcon::Disabled)
        painter->setOpacity(painter->opacity() * 0.6);
    renderer.render(painter, QRectF(rect));
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    if (!m_theme)
        return {};
    const QString key = u"tollgate/%1/%2/%3x%4/%5"_qs.arg(
        m_name, m_theme->color(mode == QIcon::Disabled ? ColorRole::TextFaint : m_role).name(),
        QString::number(size.width()), QString::number(size.height()),
        QString::number(static_cast<int>(mode)));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine* ThemeIconEngine::clone() const {
    return new ThemeIconEngine(m_theme, m_name, m_role);
}

} // namespace tollgate::ui
