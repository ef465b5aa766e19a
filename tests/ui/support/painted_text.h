#pragma once
// Every text a widget paints, with the colour, place and size it is painted in and what lies under it,
// whatever paints it: labels, buttons, delegates, charts. A paint engine that writes texts down instead of
// drawing them.

#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <cmath>

namespace tollgate::ui {

struct PaintedText {
    QString text;
    QColor color; ///< its alpha holds the painter's opacity, too
    QRectF rect;  ///< in the painted widget
    QList<QColor>
        grounds; ///< what it was painted on: every colour that has a fair share of its letters' place
    qreal points = 0;
    bool bold = false;
};

/// Draws everything but texts on a picture of its own, and notes each text with what lay under it by then.
class TextRecorder final : public QPaintEngine {
public:
    TextRecorder(QList<PaintedText>& texts, const QSize& size)
        : QPaintEngine(AllFeatures)
        , m_texts(texts)
        , m_picture(size, QImage::Format_ARGB32_Premultiplied) {
        m_picture.fill(QColor(0x77, 0x77, 0x77)); // hardly a text stands out from that
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override {
        const DirtyFlags dirty = now.state();
        if (dirty & DirtyClipRegion)
            clip(now.clipOperation(), now.transform().map(now.clipRegion()));
        if (dirty & DirtyClipPath)
            clip(now.clipOperation(),
                 QRegion(now.transform().map(now.clipPath()).toFillPolygon().toPolygon()));
        if (dirty & DirtyClipEnabled)
            m_clipped = now.isClipEnabled() && m_clipped;
    }

    void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override {
        draw([&](QPainter& p) { p.drawPixmap(to, pixmap, from); });
    }
    void drawImage(const QRectF& to, const QImage& image, const QRectF& from,
                   Qt::ImageConversionFlags flags) override {
        draw([&](QPainter& p) { p.drawImage(to, image, from, flags); });
    }
    void drawTiledPixmap(const QRectF& to, const QPixmap& pixmap, const QPointF& at) override {
        draw([&](QPainter& p) { p.drawTiledPixmap(to, pixmap, at); });
    }
    void drawPath(const QPainterPath& path) override {
        draw([&](QPainter& p) { p.drawPath(path); });
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        draw([&](QPainter& p) { polygon(p, points, count, mode); });
    }
    void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override {
        draw([&](QPainter& p) { polygon(p, points, count, mode); });
    }
    void drawRects(const QRectF* rects, int count) override {
        draw([&](QPainter& p) { p.drawRects(rects, count); });
    }
    void drawRects(const QRect* rects, int count) override {
        draw([&](QPainter& p) { p.drawRects(rects, count); });
    }
    void drawLines(const QLineF*, int) override {} // grid lines are no ground
    void drawLines(const QLine*, int) override {}
    void drawEllipse(const QRectF& rect) override {
        draw([&](QPainter& p) { p.drawEllipse(rect); });
    }
    void drawEllipse(const QRect& rect) override {
        draw([&](QPainter& p) { p.drawEllipse(rect); });
    }
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}

    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        if (item.text().trimmed().isEmpty())
            return;
        QColor color = painter()->pen().color();
        color.setAlphaF(static_cast<float>(color.alphaF() * painter()->opacity()));
        const auto placed = [&](qreal above, qreal below) { // where the widget is is in this transform only
            return state->transform().mapRect(QRectF(at.x(), at.y() - above, item.width(), above + below));
        };
        const QRectF box = placed(item.ascent(), item.descent());
        const QRectF letters = placed(QFontMetricsF(item.font()).capHeight(), 0);
        QRegion seen = systemClip().isEmpty() ? QRegion(m_picture.rect()) : systemClip();
        if (m_clipped)
            seen &= m_clip;
        if (!seen.contains(letters.center().toPoint()))
            return; // scrolled out of sight
        m_texts.append({item.text(), color, box, groundsOf(letters.toAlignedRect()), item.font().pointSizeF(),
                        item.font().bold()});
    }

private:
    void clip(Qt::ClipOperation operation, const QRegion& region) {
        m_clip = operation == Qt::IntersectClip && m_clipped ? m_clip & region : region;
        m_clipped = operation != Qt::NoClip;
    }

    template <typename Draw>
    void draw(Draw once) {
        QPainter picture(&m_picture);
        if (!systemClip().isEmpty())
            picture.setClipRegion(systemClip());
        if (m_clipped)
            picture.setClipRegion(m_clip, systemClip().isEmpty() ? Qt::ReplaceClip : Qt::IntersectClip);
        picture.setRenderHints(state->renderHints());
        picture.setOpacity(state->opacity());
        picture.setCompositionMode(state->compositionMode());
        picture.setBrushOrigin(state->brushOrigin());
        picture.setPen(state->pen());
        picture.setBrush(state->brush());
        picture.setTransform(state->transform());
        once(picture);
    }

    template <typename Point>
    static void polygon(QPainter& picture, const Point* points, int count, PolygonDrawMode mode) {
        if (mode == PolylineMode)
            picture.drawPolyline(points, count);
        else
            picture.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }

    QList<QColor> groundsOf(const QRect& letters) const {
        constexpr int kFairShare = 8; // an eighth
        QHash<QRgb, int> counts;
        const QRect box = letters.intersected(m_picture.rect());
        for (int y = box.top(); y <= box.bottom(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(m_picture.constScanLine(y));
            for (int x = box.left(); x <= box.right(); ++x)
                ++counts[line[x] | 0xff000000u];
        }
        QList<QColor> grounds;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            if (it.value() * kFairShare >= box.width() * box.height())
                grounds << QColor::fromRgb(it.key());
        return grounds;
    }

    QList<PaintedText>& m_texts;
    QImage m_picture;
    QRegion m_clip;
    bool m_clipped = false;
};

class TextPaper final : public QPaintDevice {
public:
    TextPaper(const QWidget& like, QList<PaintedText>& texts)
        : m_like(like)
        , m_engine(texts, like.size()) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget& m_like;
    mutable TextRecorder m_engine;
};

inline QList<PaintedText> paintedTexts(QWidget& widget) {
    QList<PaintedText> texts;
    TextPaper paper(widget, texts);
    widget.render(&paper, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    return texts;
}

/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
inline double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

inline double contrast(const QColor& a, const QColor& b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

/// The colour it has to the eye, with its own transparency over that background.
inline QColor shownOver(const QColor& color, const QColor& background) {
    const float alpha = color.alphaF();
    const auto mix = [alpha](float above, float below) { return above * alpha + below * (1 - alpha); };
    return QColor::fromRgbF(mix(color.redF(), background.redF()), mix(color.greenF(), background.greenF()),
                            mix(color.blueF(), background.blueF()));
}

} // namespace tollgate::ui
