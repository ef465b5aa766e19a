#include "ui/pages/forms/resource_delegate.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/toggle_switch.h"

#include <QAbstractItemView>
#include <QMouseEvent>

namespace tollgate::ui {

namespace {

struct Places {
    QRect toggle;
    QRect title;
    QRect badge;
    QRect subtitle;
    QRect note;
    QRect trailing;
    QRect bar;
};

Places placesOf(const QRect& whole, const RowLook& look, const QModelIndex& index, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    QRect rect = whole;
    if (index.parent().isValid())
        rect.setLeft(rect.left() + theme.px(22));
    Places at;
    QRect inner = rect.adjusted(theme.px(10), theme.px(9), -theme.px(10), -theme.px(9));
    if (look.enabled) {
        const QSize size = ToggleSwitch::sizeFor(widget);
        at.toggle = QRect(QPoint(inner.left(), rect.center().y() - size.height() / 2), size);
        inner.setLeft(at.toggle.right() + theme.px(10));
    }
    if (look.fraction >= 0) {
        at.bar = QRect(inner.left(), inner.bottom() - theme.px(5), inner.width(), theme.px(5));
        inner.setBottom(at.bar.top() - theme.px(5));
    }
    if (!look.note.isEmpty()) {
        const int line = inner.height() / 3;
        at.note = QRect(inner.left(), inner.bottom() - line + 1, inner.width(), line);
        inner.setBottom(at.note.top() - 1);
    }
    const int half = inner.height() / 2;
    at.title = QRect(inner.left(), inner.top(), inner.width(), half);
    at.subtitle = QRect(inner.left(), inner.top() + half, inner.width(), inner.height() - half);
    if (!look.badge.isEmpty()) {
        const int width = Badge::sizeFor(look.badge, widget).width();
        at.badge = QRect(at.title.right() - width, at.title.top(), width + 1, at.title.height());
        at.title.setRight(at.badge.left() - theme.px(8));
    }
    if (!look.trailing.isEmpty()) {
        const int width = QFontMetrics(theme.textFont(-1)).horizontalAdvance(look.trailing) + 2;
        at.trailing = QRect(at.subtitle.right() - width, at.subtitle.top(), width + 1, at.subtitle.height());
        at.subtitle.setRight(at.trailing.left() - theme.px(8));
    }
    return at;
}

} // namespace

void ResourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const auto look = index.data(LookRole).value<RowLook>();
    const Theme& theme = Theme::of(option.widget);
    const Places at = placesOf(option.rect, look, index, option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) &&
                         option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (selected || hovered)
        paintRoundedRect(*painter, option.rect.adjusted(0, 1, 0, -1), theme.px(7),
                         theme.color(selected ? ColorRole::Selection : ColorRole::Hover),
                         focused ? theme.color(ColorRole::Accent) : QColor());
    if (look.enabled)
        ToggleSwitch::paint(*painter, at.toggle, *look.enabled, true, option.widget);

    painter->setFont(look.isName ? theme.textFont(0) : theme.monoFont(-0.25));
    painter->setPen(theme.color(ColorRole::Text));
    paintText(*painter, at.title, Qt::AlignLeft | Qt::AlignVCenter, look.title);
    if (!look.badge.isEmpty())
        Badge::paint(*painter, at.badge, look.badge, look.tone, option.widget);

    painter->setFont(theme.textFont(-1));
    QRect text = at.subtitle;
    if (look.dot) {
        const qreal size = theme.px(7);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(toneRole(*look.dot)));
        painter->drawEllipse(QRectF(text.left(), text.center().y() - size / 2 + 1, size, size));
        text.setLeft(text.left() + theme.px(13));
    }
    painter->setPen(theme.color(ColorRole::TextMuted));
    paintText(*painter, text, Qt::AlignLeft | Qt::AlignVCenter, look.subtitle);
    paintText(*painter, at.note, Qt::AlignLeft | Qt::AlignVCenter, look.note);
    paintText(*painter, at.trailing, Qt::AlignRight | Qt::AlignVCenter, look.trailing);
    if (look.fraction >= 0)
        UsageBar::paint(*painter, at.bar, look.fraction, look.reserved,
                        look.tone == Tone::Good ? Tone::Accent : look.tone, option.widget);
    painter->restore();
}

QSize ResourceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    const auto look = index.data(LookRole).value<RowLook>();
    return {theme.px(200), theme.px(52 + (look.fraction >= 0 ? 12 : 0) + (look.note.isEmpty() ? 0 : 17))};
}

ResourceDelegate::ResourceDelegate(QAbstractItemView* view)
    : QStyledItemDelegate(view)
    , m_view(view) {
    view->setItemDelegate(this);
    view->viewport()->installEventFilter(this);
}

bool ResourceDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem&,
                                   const QModelIndex& index) {
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space ||
        !index.data(LookRole).value<RowLook>().enabled)
        return false;
    Q_EMIT toggleRequested(index);
    return true;
}

bool ResourceDelegate::isOnSwitch(const QPoint& position, QModelIndex* index) const {
    *index = m_view->indexAt(position);
    const auto look = index->data(LookRole).value<RowLook>();
    return index->isValid() && look.enabled &&
           placesOf(m_view->visualRect(*index), look, *index, m_view)
               .toggle.adjusted(-6, -8, 6, 8)
               .contains(position);
}

bool ResourceDelegate::eventFilter(QObject* watched, QEvent* event) {
    const bool press =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (watched != m_view->viewport() || (!press && event->type() != QEvent::MouseButtonRelease))
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    QModelIndex index;
    if (mouse->button() != Qt::LeftButton || !isOnSwitch(mouse->position().toPoint(), &index))
        return false;
    if (event->type() == QEvent::MouseButtonRelease)
        Q_EMIT toggleRequested(index);
    return true;
}

} // namespace tollgate::ui
