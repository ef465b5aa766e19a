#pragma once
// Every text a widget paints, with the colour, place and size it is painted in, whatever paints it: labels,
// buttons, delegates, charts. A paint engine that writes texts down instead of drawing them.

#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <cmath>

namespace tollgate::ui {

struct PaintedText {
    QString text;
    QColor color; ///< its alpha holds the painter's opacity, too
    QRectF rect;  ///< in the painted widget
    qreal points = 0;
    bool bold = false;
};

class TextRecorder final : public QPaintEngine {
public:
    explicit TextRecorder(QList<PaintedText>& texts)
        : QPaintEngine(AllFeatures)
        , m_texts(texts) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRectF*, int) override {}
    void drawRects(const QRect*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}

    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        if (item.text().trimmed().isEmpty())
            return;
        QColor color = painter()->pen().color();
        color.setAlphaF(static_cast<float>(color.alphaF() * painter()->opacity()));
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRectF placed = painter()->combinedTransform().mapRect(box);
        const QRegion seen = systemClip();
        if (!seen.isEmpty() && !seen.boundingRect().intersects(placed.toAlignedRect()))
            return; // scrolled out of sight
        m_texts.append({item.text(), color, placed, item.font().pointSizeF(), item.font().bold()});
    }

private:
    QList<PaintedText>& m_texts;
};

class TextPaper final : public QPaintDevice {
public:
    TextPaper(const QWidget& like, QList<PaintedText>& texts)
        : m_like(like)
        , m_engine(texts) {}
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

/// What the text stands on: the colour most of its box has in the picture. `picture` has one pixel per unit.
inline QColor backgroundOf(const PaintedText& text, const QImage& picture) {
    QHash<QRgb, int> counts;
    const QRect box = text.rect.toAlignedRect().adjusted(-1, 0, 1, 0).intersected(picture.rect());
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = box.left(); x <= box.right(); ++x)
            ++counts[line[x] | 0xff000000u];
    }
    QRgb most = 0xff000000u;
    int seen = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > seen) {
            seen = it.value();
            most = it.key();
        }
    }
    return QColor::fromRgb(most);
}

/// The colour it has to the eye, with its own transparency over that background.
inline QColor shownOver(const QColor& color, const QColor& background) {
    const float alpha = color.alphaF();
    const auto mix = [alpha](float above, float below) { return above * alpha + below * (1 - alpha); };
    return QColor::fromRgbF(mix(color.redF(), background.redF()), mix(color.greenF(), background.greenF()),
                            mix(color.blueF(), background.blueF()));
}

} // namespace tollgate::ui
