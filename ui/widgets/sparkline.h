#pragma once
// A line without axes; NaN is a gap.

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
    void setValues(const QList<double>& values);
    QList<double> values() const { return m_values; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static void paint(QPainter& painter, const QRectF& rect, const QList<double>& values,
                      const QColor& color);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_series;
    QList<double> m_values;
};

} // namespace tollgate::ui
