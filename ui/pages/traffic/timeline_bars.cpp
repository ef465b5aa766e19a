#include "ui/pages/traffic/timeline_bars.h"

#include "ui/models/format.h"
#include "ui/widgets/paint.h"

#include <QRegularExpression>
#include <QTextLayout>

namespace tollgate::ui {

namespace {

QColor colorOf(const QString& kind, const Theme& theme) {
    if (kind == QLatin1String("gateway"))
        return theme.seriesColor(QStringLiteral("overhead"));
    if (kind == QLatin1String("failed"))
        return theme.seriesColor(QStringLiteral("errors"));
    if (kind == QLatin1String("first_token"))
        return theme.seriesColor(QStringLiteral("p95"));
    if (kind == QLatin1String("backoff"))
        return theme.color(ColorRole::Border);
    return theme.seriesColor(QStringLiteral("requests"));
}

/// Words that name a target: "openai/gpt-4o", but not "3/3" and not "tokens/min".
QList<QTextLayout::FormatRange> codeWords(const QString& text, const QFont& mono) {
    static const QRegularExpression kTarget(
        QStringLiteral("\\b[A-Za-z][\\w.:-]*/(?!(?:min|s|h|M)\\b)[A-Za-z][\\w./:-]*\\w"));
    QTextCharFormat format;
    format.setFont(mono);
    QList<QTextLayout::FormatRange> ranges;
    auto matches = kTarget.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        ranges.append(
            {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format});
    }
    return ranges;
}

} // namespace

TimelineBars::TimelineBars(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineBars::setParts(const QList<TimelinePart>& parts) {
    m_parts = parts;
    m_totalMs = 0;
    QStringList said;
    for (const TimelinePart& part : parts) {
        m_totalMs = std::max(m_totalMs, part.startMs + part.durationMs);
        said << QString(part.label % u' ' % format::milliseconds(part.durationMs));
    }
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int TimelineBars::rowHeight() const {
    const Theme& theme = Theme::of(this);
    return QFontMetrics(theme.textFont(-0.75)).height() + theme.px(8);
}

QSize TimelineBars::sizeHint() const {
    return {Theme::of(this).px(320), static_cast<int>(m_parts.size()) * rowHeight()};
}

QSize TimelineBars::minimumSizeHint() const {
    return {Theme::of(this).px(220), sizeHint().height()};
}

void TimelineBars::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.textFont(-0.75));
    const int labels = std::min(theme.px(150), width() * 47 / 100);
    const int times = theme.px(64);
    const double track = width() - labels - times;
    for (int row = 0; row < m_parts.size(); ++row) {
        const TimelinePart& part = m_parts[row];
        const QRectF line(0, row * rowHeight(), width(), rowHeight());
        painter.setPen(theme.color(ColorRole::Text));
        paintText(painter, QRectF(0, line.top(), labels - theme.px(8), line.height()),
                  Qt::AlignLeft | Qt::AlignVCenter, part.label);
        const double thick = theme.px(12);
        const QRectF whole(labels, line.center().y() - thick / 2, track, thick);
        paintRoundedRect(painter, whole, theme.px(2), theme.color(ColorRole::Field), {});
        if (m_totalMs > 0) {
            const double from = whole.left() + track * part.startMs / m_totalMs;
            const double wide = std::max(2.0, track * part.durationMs / m_totalMs);
            const QRectF bar(std::min(from, whole.right() - 2), whole.top(),
                             std::min(wide, whole.right() - from), thick);
            paintRoundedRect(painter, bar, theme.px(2), colorOf(part.kind, theme), {});
        }
        painter.setPen(theme.color(ColorRole::TextMuted));
        paintText(painter, QRectF(width() - times, line.top(), times, line.height()),
                  Qt::AlignRight | Qt::AlignVCenter, format::milliseconds(part.durationMs));
    }
}

NumberedSentences::NumberedSentences(QWidget* parent)
    : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Why this route"));
}

void NumberedSentences::setSentences(const QStringList& sentences) {
    m_sentences = sentences;
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

int NumberedSentences::layOut(int width, QPainter* painter) const {
    const Theme& theme = Theme::of(this);
    const QFont font = theme.textFont(-0.75);
    const int indent = theme.px(28);
    const int gap = theme.px(5);
    qreal y = 0;
    for (int at = 0; at < m_sentences.size(); ++at) {
        QTextLayout layout(m_sentences[at], font);
        layout.setFormats(codeWords(m_sentences[at], theme.monoFont(-0.5)));
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(40, width - indent));
            line.setPosition({0, height});
            height += line.height();
        }
        layout.endLayout();
        if (painter) {
            painter->setFont(font);
            painter->setPen(theme.color(ColorRole::TextMuted));
            painter->drawText(QRectF(0, y, indent - theme.px(6), QFontMetricsF(font).height() + 2),
                              Qt::AlignRight | Qt::AlignTop, QString(QString::number(at + 1) % u'.'));
            painter->setPen(theme.color(ColorRole::Text));
            layout.draw(painter, {qreal(indent), y});
        }
        y += height + gap;
    }
    return qCeil(y);
}

int NumberedSentences::heightForWidth(int width) const {
    return layOut(width, nullptr);
}

QSize NumberedSentences::sizeHint() const {
    const int wide = width() > 100 ? width() : Theme::of(this).px(340);
    return {Theme::of(this).px(340), layOut(wide, nullptr)};
}

QSize NumberedSentences::minimumSizeHint() const {
    return {Theme::of(this).px(180), 0};
}

void NumberedSentences::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    layOut(width(), &painter);
}

} // namespace tollgate::ui
