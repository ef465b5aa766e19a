#include "ui/widgets/stat_tile.h"

#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/sparkline.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace tollgate::ui {
namespace {

constexpr qreal kValuePoints = 8;
constexpr int kPad = 14;
constexpr int kGap = 2; // between the lines of text
constexpr int kSparkHeight = 26;
const QString kBetween = QStringLiteral(" \u00b7 "); // parts of the detail

int lineHeight(const QFont& font) {
    return QFontMetrics(font).height();
}

/// A little tighter than elsewhere: the line of detail has a lot to say in a narrow tile.
QFont detailFont(const Theme& theme) {
    QFont font = theme.textFont(-1);
    font.setLetterSpacing(QFont::PercentageSpacing, 97.5);
    return font;
}

} // namespace

StatTile::StatTile(const QString& label, const QString& series, QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_spark(new Sparkline(series, this)) {
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    m_spark->setAttribute(Qt::WA_TransparentForMouseEvents);
    describe();
}

void StatTile::setLabel(const QString& label) {
    m_label = label;
    describe();
}

void StatTile::setValue(const QString& value, const QString& unit) {
    m_value = value;
    m_unit = unit;
    describe();
}

void StatTile::setDelta(Trend trend, const QString& delta, Tone tone) {
    m_trend = trend;
    m_delta = delta;
    m_deltaTone = tone;
    describe();
}

void StatTile::setDetail(const QString& detail, Tone detailTone, const QString& shorter) {
    m_detail = detail;
    m_shorter = shorter;
    m_detailTone = detailTone;
    describe();
}

void StatTile::setSpark(const QList<double>& values, bool lastPartial) {
    const bool told = m_spark->lastIsPartial() != lastPartial;
    m_spark->setValues(values, lastPartial);
    if (told)
        describe();
}

void StatTile::setSparkVisible(bool visible) {
    m_spark->setVisible(visible);
    updateGeometry();
}

void StatTile::setClickable(bool clickable) {
    setAccessibleRole(this, clickable ? QAccessible::Button : QAccessible::StaticText);
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StatTile::describe() {
    const QString arrow = m_trend == Trend::Up ? tr("up") : m_trend == Trend::Down ? tr("down") : QString();
    const QStringList parts{m_label, m_value + u' ' + m_unit, arrow + u' ' + m_delta, m_detail};
    QStringList said;
    for (const QString& part : parts) {
        if (!part.trimmed().isEmpty())
            said << part.trimmed();
    }
    const QString hint = QStringList(said.mid(2)).join(u' ');
    const QString partial =
        m_spark->lastIsPartial() ? tr("The end of the line, dotted, is not over yet.") : QString();
    setAccessibleName(m_label);
    setAccessibleDescription(said.join(u", "_qs) + (partial.isEmpty() ? QString() : u". " % partial));
    setToolTip(hint.isEmpty() || partial.isEmpty() ? hint + partial : QString(hint % u'\n' % partial));
    m_leastWidth = -1;
    updateGeometry();
    update();
}

QSize StatTile::sizeHint() const {
    const Theme& theme = Theme::of(this);
    const int text = 2 * lineHeight(theme.textFont(-1)) + lineHeight(theme.textFont(kValuePoints));
    return {theme.px(188), text + 2 * theme.px(kGap) +
                               (m_spark->isHidden() ? 0 : theme.px(6) + theme.px(kSparkHeight)) +
                               theme.px(13 + 12)};
}

QSize StatTile::minimumSizeHint() const {
    if (m_leastWidth < 0)
        m_leastWidth = leastWidth();
    return {m_leastWidth, sizeHint().height()};
}

int StatTile::leastWidth() const {
    const Theme& theme = Theme::of(this);
    const int label = QFontMetrics(theme.textFont(-1)).horizontalAdvance(m_label);
    const int value = QFontMetrics(theme.textFont(kValuePoints, QFont::Bold)).horizontalAdvance(m_value) +
                      theme.px(6) +
                      QFontMetrics(theme.textFont(-0.25, QFont::Medium)).horizontalAdvance(m_unit);
    const QFontMetrics detail(detailFont(theme));
    const QString least = leastDetail();
    const int below = detail.horizontalAdvance(m_delta + (least.isEmpty() ? QString() : u' ' + least)) +
                      (m_trend == Trend::None ? 0 : detail.ascent() + theme.px(4));
    return qMax(theme.px(128), qMax(qMax(label, value), below) + 2 * theme.px(kPad) + 2);
}

/// What must be said in any case: beside a change nothing more, of several parts the first.
QString StatTile::leastDetail() const {
    if (!m_delta.isEmpty())
        return {};
    return m_shorter.isEmpty() ? m_detail.section(kBetween, 0, 0) : m_shorter;
}

/// As many parts as there is room for; the tool tip has them all.
QString StatTile::detailFor(const QFontMetricsF& metrics, qreal width) const {
    for (const QString& whole : {m_detail, m_shorter}) {
        QStringList parts = whole.split(kBetween);
        for (; !parts.isEmpty(); parts.removeLast())
            if (metrics.horizontalAdvance(parts.join(kBetween)) <= width && !parts.first().isEmpty())
                return parts.join(kBetween);
    }
    return leastDetail();
}

void StatTile::resizeEvent(QResizeEvent*) {
    const Theme& theme = Theme::of(this);
    const int pad = theme.px(kPad);
    const int height = theme.px(kSparkHeight);
    m_spark->setGeometry(pad, this->height() - theme.px(12) - height, width() - 2 * pad, height);
}

void StatTile::paintDetail(QPainter& painter, QRectF line) const {
    const Theme& theme = Theme::of(this);
    painter.setFont(detailFont(theme));
    if (m_trend != Trend::None) {
        const qreal size = painter.fontMetrics().ascent() * 0.72;
        const QRectF box(line.left(), line.center().y() - size / 2, size, size);
        QPolygonF arrow;
        if (m_trend == Trend::Up)
            arrow << box.bottomLeft() << QPointF(box.center().x(), box.top()) << box.bottomRight();
        else
            arrow << box.topLeft() << QPointF(box.center().x(), box.bottom()) << box.topRight();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(toneRole(m_deltaTone)));
        painter.drawPolygon(arrow);
        line.setLeft(box.right() + theme.px(4));
    }
    if (!m_delta.isEmpty()) {
        painter.setPen(theme.color(toneRole(m_deltaTone)));
        paintText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, m_delta);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(m_delta + u' '));
    }
    painter.setPen(theme.color(toneRole(m_detailTone)));
    paintText(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
              detailFor(QFontMetricsF(painter.font()), line.width()));
}

void StatTile::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const bool raised = focusPolicy() != Qt::NoFocus && underMouse();
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(8), theme.color(ColorRole::Card),
                     theme.color(raised ? ColorRole::TextFaint : ColorRole::Border));
    paintFocusRing(painter, this, rect(), theme.px(8));

    const int pad = theme.px(kPad);
    QRectF line(pad, theme.px(13), width() - 2 * pad, lineHeight(theme.textFont(-1)));
    painter.setFont(theme.textFont(-1));
    painter.setPen(theme.color(ColorRole::TextMuted));
    paintText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, m_label);

    const QFont valueFont = theme.textFont(kValuePoints, QFont::Bold);
    line = QRectF(pad, line.bottom() + theme.px(kGap), line.width(), lineHeight(valueFont));
    const qreal baseline = line.top() + QFontMetricsF(valueFont).ascent();
    painter.setFont(valueFont);
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(QPointF(pad, baseline), m_value);
    const qreal after = pad + painter.fontMetrics().horizontalAdvance(m_value) + theme.px(6);
    painter.setFont(theme.textFont(-0.25, QFont::Medium));
    painter.setPen(theme.color(ColorRole::TextMuted));
    painter.drawText(QPointF(after, baseline), m_unit);

    paintDetail(painter,
                QRectF(pad, line.bottom() + theme.px(kGap), line.width(), lineHeight(theme.textFont(-1))));
}

void StatTile::changeEvent(QEvent* event) {
    m_leastWidth = -1; // another font, perhaps
    QWidget::changeEvent(event);
}

void StatTile::mouseReleaseEvent(QMouseEvent* event) {
    if (focusPolicy() != Qt::NoFocus && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT clicked();
}

void StatTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tollgate::ui
