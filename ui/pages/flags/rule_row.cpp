#include "ui/pages/flags/rule_row.h"

#include "ui/widgets/badge.h"

#include <QMenu>
#include <QToolButton>

namespace tollgate::ui {

namespace {

QFont pieceFont(const QWidget* widget, bool mono) {
    const Theme& theme = Theme::of(widget);
    return mono ? theme.monoFont(-0.5) : theme.textFont(-0.5);
}

} // namespace

PieceLabel::PieceLabel(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PieceLabel::setPieces(const QList<flagText::Piece>& pieces) {
    m_pieces = pieces;
    m_words.clear();
    setAccessibleName(flagText::plain(pieces));
    setToolTip(flagText::plain(pieces));
    updateGeometry();
    update();
}

QSize PieceLabel::sizeHint() const {
    int width = 0;
    for (const Word& word : words())
        width += word.width;
    return {width + 2, lineHeight()};
}

QSize PieceLabel::minimumSizeHint() const {
    int widest = 0;
    for (const Word& word : words())
        widest = qMax(widest, word.width);
    return {widest + 2, lineHeight()};
}

int PieceLabel::heightForWidth(int width) const {
    int bottom = lineHeight();
    eachWord(width,
             [&bottom](const QRect& place, const Word&) { bottom = qMax(bottom, place.bottom() + 1); });
    return bottom;
}

int PieceLabel::lineHeight() const {
    return QFontMetrics(Theme::of(this).textFont()).height() + 2;
}

const QList<PieceLabel::Word>& PieceLabel::words() const {
    if (!m_words.isEmpty())
        return m_words;
    for (const flagText::Piece& piece : m_pieces) {
        const QFontMetrics metrics(pieceFont(this, piece.mono));
        for (qsizetype from = 0; from < piece.text.size();) {
            const qsizetype space = piece.text.indexOf(u' ', from);
            const QString word = piece.text.mid(from, space < 0 ? -1 : space - from + 1);
            from += word.size();
            m_words.append({word, piece.mono, metrics.horizontalAdvance(word),
                            metrics.horizontalAdvance(word.trimmed())});
        }
    }
    return m_words;
}

/// Words as they stand in lines of that width; a space belongs to the word before it.
void PieceLabel::eachWord(int width, const std::function<void(const QRect&, const Word&)>& use) const {
    const int height = lineHeight();
    QPoint at;
    for (const Word& word : words()) {
        if (at.x() > 0 && at.x() + word.bareWidth > width)
            at = QPoint(0, at.y() + height);
        use(QRect(at, QSize(word.width, height)), word);
        at.rx() += word.width;
    }
}

void PieceLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Theme::of(this).color(ColorRole::Text));
    eachWord(width(), [this, &painter](const QRect& place, const Word& word) {
        painter.setFont(pieceFont(this, word.mono));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, word.text);
    });
}

void PieceLabel::changeEvent(QEvent* event) {
    m_words.clear(); // another font, perhaps
    QWidget::changeEvent(event);
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
