#include "ui/pages/flags/rule_row.h"

#include "ui/widgets/badge.h"

#include <QMenu>
#include <QToolButton>

namespace tollgate::ui {

PieceLabel::PieceLabel(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PieceLabel::setPieces(const QList<flagText::Piece>& pieces) {
    m_pieces = pieces;
    setAccessibleName(flagText::plain(pieces));
    setToolTip(flagText::plain(pieces));
    updateGeometry();
    update();
}

QSize PieceLabel::sizeHint() const {
    const Theme& theme = Theme::of(this);
    int width = 0;
    for (const flagText::Piece& piece : m_pieces)
        width += QFontMetrics(piece.mono ? theme.monoFont(-0.5) : theme.textFont(-0.5))
                     .horizontalAdvance(piece.text);
    return {width + 2, QFontMetrics(theme.textFont()).height() + 2};
}

QSize PieceLabel::minimumSizeHint() const {
    return {Theme::of(this).px(60), sizeHint().height()};
}

void PieceLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.color(ColorRole::Text));
    QRect left = rect();
    for (const flagText::Piece& piece : m_pieces) {
        painter.setFont(piece.mono ? theme.monoFont(-0.5) : theme.textFont(-0.5));
        paintText(painter, left, Qt::AlignLeft | Qt::AlignVCenter, piece.text);
        left.setLeft(left.left() + painter.fontMetrics().horizontalAdvance(piece.text));
        if (left.width() <= 0)
            break;
    }
}

RuleRow::RuleRow(const QList<flagText::Piece>& when, const QString& serve, Tone tone, Serve style,
                 QWidget* parent)
    : QWidget(parent) {
    const Theme& theme = Theme::of(this);
    auto* row = makeRow(8);
    row->setContentsMargins(theme.px(8), theme.px(2), theme.px(4), theme.px(3));
    setLayout(row);
    auto* label = new PieceLabel(this);
    label->setPieces(when);
    row->addWidget(label, 1);
    auto* cell = new QWidget(this);
    cell->setFixedWidth(theme.px(96));
    auto* cellRow = makeRow(0);
    cell->setLayout(cellRow);
    if (style == Serve::Badge)
        cellRow->addWidget(new Badge(serve, tone, cell));
    else
        cellRow->addWidget(makeLabel(serve, ColorRole::Text, -0.5, QFont::Normal, cell));
    cellRow->addStretch(1);
    row->addWidget(cell);
    m_more = new QToolButton(this);
    m_more->setIcon(theme.icon(QStringLiteral("more")));
    m_more->setAccessibleName(tr("Actions for this rule"));
    QSizePolicy keeps = m_more->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_more->setSizePolicy(keeps);
    m_more->setFixedHeight(theme.px(22));
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &RuleRow::showMenu);
    row->addWidget(m_more);
    setAccessibleName(tr("When %1 serve %2").arg(flagText::plain(when), serve));
}

QWidget* RuleRow::menuButton() const {
    return m_more;
}

void RuleRow::setMenu(bool first, bool last) {
    m_first = first;
    m_last = last;
    m_more->show();
}

void RuleRow::showMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit"), this, &RuleRow::editRequested);
    QAction* up = menu->addAction(tr("Move up"), this, [this] { Q_EMIT moveRequested(-1); });
    up->setEnabled(!m_first);
    QAction* down = menu->addAction(tr("Move down"), this, [this] { Q_EMIT moveRequested(1); });
    down->setEnabled(!m_last);
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, &RuleRow::removeRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void RuleRow::mouseDoubleClickEvent(QMouseEvent*) {
    if (!m_more->isHidden())
        Q_EMIT editRequested();
}

void RuleRow::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Theme::of(this).color(ColorRole::Divider));
}

} // namespace tollgate::ui
