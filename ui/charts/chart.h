#pragma once
// What the charts of the console share: a frame of dashed grid lines and muted labels, hover and keyboard,
// the same data as a table, as text for assistive technology and as an image. The library that draws the
// series stays behind this seam.

#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_zoom.h"

#include <QColor>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QPainter;
class QPixmap;
class QPushButton;

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
    QPixmap image(); ///< with title and legend, without focus and buttons
    void copyAsImage();

    /// What a drag marked, or Shift and the arrows and then Enter; nothing: everything.
    std::optional<ChartSpan> zoom() const { return m_zoom.span(); }
    void setZoom(std::optional<ChartSpan> span); ///< does not emit; for charts that share one
    void resetZoom();
    QPushButton* resetButton() const { return m_reset; }
    /// The marked and not yet zoomed range, in ms since epoch.
    std::optional<ChartSpan> markedSpan() const;

    std::optional<qint64> crosshair() const { return m_crosshair; }
    /// Does not emit, and has no readout; for charts that share one.
    void setCrosshair(std::optional<qint64> at);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged(std::optional<ChartSpan> span);
    void crosshairMoved(std::optional<qint64> at);

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
    virtual QList<ReadoutLine> legend() const = 0; ///< colour and name of each series
    virtual QList<AxisLabel> bottomLabels() const = 0;
    virtual void paintBehind(QPainter& painter) const;
    virtual void paintOver(QPainter& painter) const = 0;
    virtual void pointerMoved(const QPointF& position) = 0;
    virtual void pointerLeft() = 0;
    virtual void pointerClicked(const QPointF& position) = 0;
    virtual void step(int direction) = 0; ///< arrow keys
    virtual void choose() = 0;            ///< Enter

    virtual QList<qint64> slotTimes() const = 0; ///< of the points or bars; empty: they are not times
    virtual qsizetype slotAt(double x) const = 0;
    virtual double slotPosition(qsizetype slot) const = 0; ///< its middle, in the view
    virtual std::optional<qsizetype> currentSlot() const = 0;
    virtual void zoomApplied() {} ///< what is pointed at may be out of sight now
    SlotRange shownSlots(const QList<qint64>& times) const;
    void dropZoomWithoutData(); ///< after the data changed
    void moveCrosshair(std::optional<qint64> at);
    /// The crosshair came from another chart: its line shows, and no readout.
    bool crosshairIsBorrowed() const { return m_borrowed; }

    void paintReadout(QPainter& painter, double x, const QString& title,
                      const QList<ReadoutLine>& lines) const;

    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void pressed(const QPointF& position);
    void moved(const QPointF& position, bool inPlot);
    void released(const QPointF& position, bool inPlot);
    void zoomIntoMark();
    void extendMark(int direction);
    bool escape(); ///< the mark, then the zoom; false when there was neither
    void paintMark(QPainter& painter) const;
    void makeReset();
    void placeReset();
    void describeAll();

    ChartZoom m_zoom;
    QPushButton* m_reset = nullptr;
    QTimer m_click; ///< a zoomed chart waits whether a click becomes a double click
    QPointF m_clickAt;
    std::optional<qint64> m_crosshair;
    bool m_borrowed = false;
    QString m_described;
    ChartCanvas* m_canvas = nullptr;
    ValueText m_axisText;
    ValueText m_readoutText;
    bool m_stale = false;
    bool m_focusedByKey = false; ///< a click shows where it is; only keys need a ring
};

} // namespace tollgate::ui
