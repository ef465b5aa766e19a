#pragma once
// What the charts of the console share: a frame of dashed grid lines and muted labels, hover and keyboard,
// the same data as a table, as text for assistive technology and as an image. The library that draws the
// series stays behind this seam.

#include "ui/charts/chart_axis.h"

#include <QColor>
#include <QWidget>

#include <functional>
#include <optional>

class QPainter;

namespace tollgate::ui {

class ChartCanvas;

/// Main thread. A hidden chart keeps what it is given and draws it when it is shown.
class Chart : public QWidget {
    Q_OBJECT
public:
    using ValueText = std::function<QString(double)>;

    ~Chart() override;

    /// How values read on the axis and in the readout: "1.5 s", "$24".
    void setValueText(ValueText axis, ValueText readout = {});
    void setTitle(const QString& title); ///< accessible name, and title of the table

    struct Table {
        QStringList headers;
        QList<QStringList> rows;
    };
    virtual Table table() const = 0;
    void showAsTable();
    void copyAsImage();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    friend class ChartCanvas;

    struct ReadoutLine {
        QColor color; ///< invalid: no swatch
        QString name;
        QString value;
    };
    struct AxisLabel {
        double position = 0; ///< in the view
        QString text;
        Qt::Alignment alignment = Qt::AlignHCenter;
    };

    explicit Chart(QWidget* parent);

    ChartCanvas* canvas() const { return m_canvas; }
    void refresh(); ///< call after the data changed: now, or when the chart is shown
    void describe(const QString& latestValues);
    QString axisText(double value) const;
    QString readoutText(double value) const;

    virtual void apply() = 0; ///< data → series and axes; only while visible
    virtual ValueScale scale() const = 0;
    virtual QList<AxisLabel> bottomLabels() const = 0;
    virtual void paintBehind(QPainter& painter) const;
    virtual void paintOver(QPainter& painter) const = 0;
    virtual void pointerMoved(const QPointF& position) = 0;
    virtual void pointerLeft() = 0;
    virtual void pointerClicked(const QPointF& position) = 0;
    virtual void step(int direction) = 0; ///< arrow keys
    virtual void choose() = 0;            ///< Enter

    void paintReadout(QPainter& painter, double x, const QString& title,
                      const QList<ReadoutLine>& lines) const;

    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    ChartCanvas* m_canvas = nullptr;
    ValueText m_axisText;
    ValueText m_readoutText;
    bool m_stale = false;
    bool m_focusedByKey = false; ///< a click shows where it is; only keys need a ring
};

} // namespace tollgate::ui
