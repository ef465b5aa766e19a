#include "ui/shell/nav_button.h"

#include "ui/widgets/badge.h"

#include <QKeyEvent>

namespace tollgate::ui {

NavButton::NavButton(const QString& id, const QString& title, const QString& icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_id(id)
    , m_icon(icon) {
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::setBadge(int count) {
    if (m_badge == count)
        return;
    m_badge = count;
    describe();
}

void NavButton::setActivity(int running) {
    if (m_activity == running)
        return;
    m_activity = running;
    describe();
}

void NavButton::setNarrow(bool narrow) {
    m_narrow = narrow;
    setToolTip(narrow ? text() : QString());
    updateGeometry();
    update();
}

void NavButton::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
}

void NavButton::describe() {
    QString name = m_badge > 0 ? tr("%1, %n to look at", nullptr, m_badge).arg(text()) : text();
    if (m_activity > 0)
        name = tr("%1, %n running", nullptr, m_activity).arg(name);
    setAccessibleName(name);
    update();
}

QSize NavButton::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(m_narrow ? 36 : 160),
            QFontMetrics(theme.textFont(0)).height() + theme.px(m_compact ? 11 : 15)};
}

void NavButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    if (isChecked())
        paintRoundedRect(painter, rect(), theme.px(7), theme.color(ColorRole::Selection), {});
    else if (underMouse())
        paintRoundedRect(painter, rect(), theme.px(7), theme.color(ColorRole::Hover), {});
    if (m_narrow) {
        paintNarrow(painter);
        return;
    }
    painter.setFont(theme.textFont(0, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme.color(isChecked() ? ColorRole::Accent : ColorRole::Text));
    const QRect inner = rect().adjusted(theme.px(10), 0, -theme.px(10), 0);
    const QRect free = inner.adjusted(0, 0, m_badge > 0 ? -theme.px(24) : 0, 0);
    paintText(painter, free, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_activity > 0) {
        painter.setFont(theme.textFont(-1));
        painter.setPen(theme.color(ColorRole::TextMuted));
        paintText(painter, free, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_activity));
    }
    if (m_badge > 0)
        paintCountBadge(painter, inner, m_badge, this);
    paintFocusRing(painter, this, rect(), theme.px(7));
}

void NavButton::paintNarrow(QPainter& painter) {
    const Theme& theme = Theme::of(this);
    const int size = theme.px(17);
    const QRect place(rect().center() - QPoint(size / 2, size / 2), QSize(size, size));
    theme.icon(m_icon, isChecked() ? ColorRole::Accent : ColorRole::Text).paint(&painter, place);
    if (m_badge > 0) { // a count has no room; the tool tip and the name say it
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::Bad));
        painter.drawEllipse(
            QRectF(place.right() - theme.px(2), place.top() - theme.px(4), theme.px(8), theme.px(8)));
    }
    paintFocusRing(painter, this, rect(), theme.px(7));
}

void NavButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace tollgate::ui
