#pragma once
// A line without axes; NaN is a gap. A last value that is not over yet is reached by a pale dotted line.

#include <QList>
#include <QPainter>
#include <QString>
#include <QWidget>

namespace tollgate::ui {

class Sparkline : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(const QString& seriesName = {}, QWidget* parent = nullptr);

    void setSeriesName(const QString& name); ///< whose colour it has (Theme::seriesColor)
    void setValues(const QList<double>& values, bool lastPartial = false);
    /// The value a crosshair of the page stands at; -1: none.
    void setMarked(qsizetype index);
    qsizetype marked() const { return m_marked; }
    bool lastIsPartial() const { return m_lastPartial; }
    QList<double> values() const { return m_values; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static void paint(QPainter& painter, const QRectF& rect, const QList<double>& values, const QColor& color,
                      bool lastPartial = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_series;
    QList<double> m_values;
    bool m_lastPartial = false;
    qsizetype m_marked = -1;
};

} // namespace tollgate::ui
