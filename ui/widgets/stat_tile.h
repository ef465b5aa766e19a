#pragma once
// One number that matters: label, value with unit, one line of detail, and how it got there.

#include "ui/widgets/paint.h"

#include <QWidget>

namespace tollgate::ui {

class Sparkline;

class StatTile : public QWidget {
    Q_OBJECT
public:
    enum class Trend { None, Up, Down };

    /// series: whose colour the sparkline has (Theme::seriesColor).
    explicit StatTile(const QString& label, const QString& series = {}, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// unit stands muted beside the value: "/s", "ms", "of $26".
    void setValue(const QString& value, const QString& unit = {});
    /// "▲ 8 %" in the tone's colour, then the rest muted. Without a delta the detail alone, in `detailTone`.
    void setDelta(Trend trend, const QString& delta, Tone tone);
    /// `shorter` stands where the whole does not fit.
    void setDetail(const QString& detail, Tone detailTone = Tone::Neutral, const QString& shorter = {});
    void setSpark(const QList<double>& values, bool lastPartial = false);
    Sparkline* spark() const { return m_spark; }
    void setSparkVisible(bool visible); ///< without it the tile is as tall as its text
    void setClickable(bool clickable);

    QString value() const { return m_value; }
    QString detail() const { return m_detail; }
    bool hasDelta() const { return !m_delta.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    int leastWidth() const;
    QString leastDetail() const;
    QString detailFor(const QFontMetricsF& metrics, qreal width) const;
    void paintDetail(QPainter& painter, QRectF line) const;

    QString m_label;
    QString m_value;
    QString m_unit;
    QString m_delta;
    QString m_detail;
    QString m_shorter;
    Trend m_trend = Trend::None;
    Tone m_deltaTone = Tone::Neutral;
    Tone m_detailTone = Tone::Neutral;
    Sparkline* m_spark = nullptr;
    mutable int m_leastWidth = -1; ///< layouts ask for it again and again
};

} // namespace tollgate::ui
