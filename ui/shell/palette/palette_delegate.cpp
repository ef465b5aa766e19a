#include "ui/shell/palette/palette_delegate.h"

#include "ui/shell/palette/palette_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QTextLayout>

namespace tollgate::ui {
namespace {

/// Matched letters bold and in the accent: told by weight as well as by colour.
void paintTitle(QPainter& painter, const QRectF& rect, const QString& title, const QList<int>& positions,
                const Theme& theme) {
    const QFont font = theme.textFont(0.25);
    QFont marked = font;
    marked.setWeight(QFont::Bold);
    QTextLayout layout(QFontMetricsF(marked).elidedText(title, Qt::ElideRight, rect.width()), font);
    QList<QTextLayout::FormatRange> formats;
    for (const int at : positions) {
        if (at >= layout.text().size())
            break;
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = 1;
        range.format.setFont(marked);
        range.format.setForeground(theme.color(ColorRole::Accent));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(layout.text().size()));
    layout.endLayout();
    painter.setPen(theme.color(ColorRole::Text));
    layout.draw(&painter, QPointF(rect.left(), rect.center().y() - line.height() / 2));
}

} // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Theme& theme = Theme::of(option.widget);
    painter->save();
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect row = option.rect.adjusted(theme.px(6), 0, -theme.px(6), 0);
    if (current || hovered)
        paintRoundedRect(*painter, row, theme.px(6),
                         theme.color(current ? ColorRole::Selection : ColorRole::Hover), {});
    QRect inner = row.adjusted(theme.px(10), 0, -theme.px(10), 0);

    const int side = theme.px(15);
    const QRect icon(inner.left(), inner.center().y() - side / 2, side, side);
    theme
        .icon(index.data(PaletteModel::IconRole).toString(),
              current ? ColorRole::Accent : ColorRole::TextMuted)
        .paint(painter, icon);
    inner.setLeft(icon.right() + theme.px(11));

    const QString keys = index.data(PaletteModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        const int width = Badge::sizeFor(keys, option.widget).width();
        Badge::paint(*painter, QRect(inner.right() - width, inner.top(), width + 1, inner.height()), keys,
                     Tone::Neutral, option.widget);
        inner.setRight(inner.right() - width - theme.px(10));
    }
    QString kind = index.data(PaletteModel::KindRole).toString();
    if (index.data(PaletteModel::RecentRole).toBool())
        kind = tr("%1 · used lately").arg(kind);
    painter->setFont(theme.textFont(-0.75));
    painter->setPen(theme.color(ColorRole::TextMuted));
    const int kindWidth = QFontMetrics(painter->font()).horizontalAdvance(kind);
    paintText(*painter, QRect(inner.right() - kindWidth, inner.top(), kindWidth + 1, inner.height()),
              Qt::AlignRight | Qt::AlignVCenter, kind);
    inner.setRight(inner.right() - kindWidth - theme.px(12));

    paintTitle(*painter, inner, index.data().toString(),
               index.data(PaletteModel::PositionsRole).value<QList<int>>(), theme);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, Theme::of(option.widget).px(34)};
}

} // namespace tollgate::ui
