#include "ui/widgets/paint.h"

#include "ui/widgets/width_cache.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QStyle>

namespace tollgate::ui {
namespace {

/// A label that takes its colour from the theme each time the palette changes.
class ThemedLabel : public QLabel {
public:
    ThemedLabel(const QString& text, ColorRole role, QWidget* parent)
        : QLabel(text, parent)
        , m_role(role) {
        setTextFormat(Qt::PlainText);
        applyRole();
    }

    void setRole(ColorRole role) {
        m_role = role;
        applyRole();
    }

    void wrapWhenNarrow() {
        m_wrapsWhenNarrow = true;
        setWordWrap(true);
    }

    QSize sizeHint() const override {
        if (!m_wrapsWhenNarrow)
            return QLabel::sizeHint();
        measureAnew();
        if (m_textWidth < 0)
            m_textWidth = fontMetrics().horizontalAdvance(text());
        return needed(m_textWidth);
    }

    QSize minimumSizeHint() const override {
        if (!m_wrapsWhenNarrow)
            return QLabel::minimumSizeHint();
        measureAnew();
        if (m_wordWidth < 0) {
            m_wordWidth = 0;
            for (const QString& word : text().split(u' '))
                m_wordWidth = qMax(m_wordWidth, fontMetrics().horizontalAdvance(word));
        }
        return needed(m_wordWidth);
    }

    /// QLabel shapes its text anew whenever it is asked, and layouts ask often.
    int heightForWidth(int width) const override {
        measureAnew();
        return m_heights.height(width, [this](int wide) { return QLabel::heightForWidth(wide); });
    }

protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::PaletteChange)
            applyRole();
        else
            m_measured.text = QString(); // null: no text is
        QLabel::changeEvent(event);
    }

private:
    QSize needed(int textWidth) const {
        const QMargins around = contentsMargins();
        return {textWidth + 1 + around.left() + around.right(),
                fontMetrics().height() + around.top() + around.bottom()};
    }

    /// What the size depends on, beside the font.
    struct Measured {
        QString text;
        QMargins around;
        Qt::TextInteractionFlags interaction;
        bool wraps = false;
        bool operator==(const Measured&) const = default;
    };

    void measureAnew() const {
        Measured now{text(), contentsMargins(), textInteractionFlags(), wordWrap()};
        if (!m_measured.text.isNull() && m_measured == now)
            return;
        m_measured = std::move(now);
        m_heights.clear();
        m_textWidth = m_wordWidth = -1;
    }

    void applyRole() {
        const QColor color = Theme::of(this).color(m_role);
        if (palette().color(QPalette::WindowText) == color)
            return;
        QPalette own; // with no more of its own than this: the rest comes from its parents
        own.setColor(QPalette::WindowText, color);
        setPalette(own);
    }

    ColorRole m_role;
    bool m_wrapsWhenNarrow = false;
    mutable Measured m_measured;
    mutable WidthCache m_heights;
    mutable int m_textWidth = -1;
    mutable int m_wordWidth = -1;
};

} // namespace

ColorRole toneRole(Tone tone) {
    switch (tone) {
    case Tone::Accent:
        return ColorRole::Accent;
    case Tone::Good:
        return ColorRole::Good;
    case Tone::Warning:
        return ColorRole::Warning;
    case Tone::Bad:
        return ColorRole::Bad;
    case Tone::Neutral:
        break;
    }
    return ColorRole::TextMuted;
}

QColor toneFill(Tone tone, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    if (tone == Tone::Accent)
        return theme.color(ColorRole::AccentFill);
    if (theme.isDark())
        return theme.color(toneRole(tone));
    // On a light card the colours of text are too dark to be told apart in a small area.
    switch (tone) {
    case Tone::Good:
        return QColor(0x1a, 0x8f, 0x55);
    case Tone::Warning:
        return theme.seriesColor(u"canary"_qs);
    default:
        return theme.color(toneRole(tone));
    }
}

QString toneIcon(Tone tone) {
    switch (tone) {
    case Tone::Good:
        return u"success"_qs;
    case Tone::Warning:
        return u"warning"_qs;
    case Tone::Bad:
        return u"error"_qs;
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return u"info"_qs;
}

void paintRoundedRect(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill,
                      const QColor& border) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter.setPen(QPen(border, 1));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
}

void paintFocusRing(QPainter& painter, const QWidget* widget, const QRectF& rect, qreal radius) {
    if (!widget->hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::of(widget).color(ColorRole::Accent), 1.5));
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
}

void paintText(QPainter& painter, const QRectF& rect, int alignment, const QString& text) {
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, qCeil(rect.width()));
    painter.drawText(rect, alignment | Qt::TextSingleLine, shown);
}

QLabel* makeLabel(const QString& text, ColorRole role, qreal pointDelta, QFont::Weight weight,
                  QWidget* parent) {
    auto* label = new ThemedLabel(text, role, parent);
    label->setFont(Theme::of(label).textFont(pointDelta, weight));
    return label;
}

QLabel* makeWrappingLabel(const QString& text, ColorRole role, qreal pointDelta, QFont::Weight weight,
                          QWidget* parent) {
    auto* label = new ThemedLabel(text, role, parent);
    label->setFont(Theme::of(label).textFont(pointDelta, weight));
    label->wrapWhenNarrow();
    return label;
}

QLabel* makeMonoLabel(const QString& text, ColorRole role, qreal pointDelta, QWidget* parent) {
    auto* label = new ThemedLabel(text, role, parent);
    label->setFont(Theme::of(label).monoFont(pointDelta));
    return label;
}

void setLabelRole(QLabel* label, ColorRole role) {
    if (auto* themed = dynamic_cast<ThemedLabel*>(label))
        themed->setRole(role);
}

void setKind(QWidget* widget, const char* kind) {
    widget->setProperty("kind", QString::fromLatin1(kind));
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // the style will see it the first time
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void attachMenu(QPushButton* button, QMenu* menu) {
    button->setProperty("hasMenu", true);
    button->setMenu(menu);
    if (!button->testAttribute(Qt::WA_WState_Polished))
        return;
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QHBoxLayout* makeRow(int spacing) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::of(nullptr).px(spacing));
    return row;
}

QVBoxLayout* makeColumn(int spacing) {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::of(nullptr).px(spacing));
    return column;
}

} // namespace tollgate::ui
