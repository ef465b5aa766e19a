#include "ui/charts/time_series_chart.h"

#include "ui/charts/chart_canvas.h"
#include "ui/charts/line_strokes.h"
#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

class TimeSeriesChart::Strokes : public LineStrokes {
public:
    using LineStrokes::LineStrokes;
};

TimeSeriesChart::TimeSeriesChart(const QString& title, QWidget* parent)
    : Chart(parent) {
    setTitle(title);
}

TimeSeriesChart::~TimeSeriesChart() = default;

void TimeSeriesChart::setData(const QList<qint64>& times, const QList<ChartLine>& lines, bool lastPartial) {
    m_times = thinnedTimes(times, kMaxPoints);
    m_lines = lines;
    m_lastPartial = lastPartial;
    QStringList latest;
    for (ChartLine& line : m_lines) {
        line.values = thinned(line.values, kMaxPoints);
        line.values.resize(m_times.size(), std::nan(""));
        const auto known = std::find_if(line.values.crbegin(), line.values.crend(),
                                        [](double value) { return std::isfinite(value); });
        latest << line.name + u' ' + (known == line.values.crend() ? tr("no data") : readoutText(*known));
    }
    dropZoomWithoutData();
    describe(m_lastPartial ? tr("Latest: %1 (not over yet)").arg(latest.join(u", "_qs))
                           : tr("Latest: %1").arg(latest.join(u", "_qs)));
    refresh();
}

void TimeSeriesChart::setReference(double value, const QString& label) {
    m_reference = value;
    m_referenceLabel = label;
    refresh();
}

void TimeSeriesChart::clearReference() {
    m_reference.reset();
    refresh();
}

void TimeSeriesChart::setMinimumTop(double top) {
    m_minimumTop = top;
    refresh();
}

void TimeSeriesChart::setMaximumTop(double top) {
    m_maximumTop = top;
    refresh();
}

QColor TimeSeriesChart::colorOf(const ChartLine& line) const {
    return Theme::of(this).seriesColor(line.colorName.isEmpty() ? line.name : line.colorName);
}

void TimeSeriesChart::apply() {
    while (m_strokes.size() < static_cast<std::size_t>(m_lines.size()))
        m_strokes.push_back(std::make_unique<Strokes>(canvas()));
    for (std::size_t i = 0; i < m_strokes.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        if (index < m_lines.size())
            m_strokes[i]->set(m_times, m_lines[index].values, m_lastPartial, m_lines[index].area,
                              colorOf(m_lines[index]));
        else
            m_strokes[i]->clear();
    }
    if (m_times.size() > 1) {
        const SlotRange shown = shownSlots(m_times);
        canvas()->setXRange(static_cast<double>(m_times[shown.first]),
                            static_cast<double>(m_times[shown.second]));
    }
    canvas()->setYRange(0, scale().top);
}

ValueScale TimeSeriesChart::scale() const {
    double highest = std::max(m_minimumTop, m_reference.value_or(0));
    const SlotRange shown = shownSlots(m_times);
    for (const ChartLine& line : m_lines) {
        for (qsizetype i = shown.first; i <= shown.second && i < line.values.size(); ++i) {
            if (std::isfinite(line.values[i]))
                highest = std::max(highest, line.values[i]);
        }
    }
    return m_maximumTop ? niceScale(highest).notAbove(*m_maximumTop) : niceScale(highest);
}

QList<Chart::AxisLabel> TimeSeriesChart::bottomLabels() const {
    QList<AxisLabel> labels;
    if (m_times.size() < 2)
        return labels;
    const qreal room = QFontMetricsF(Theme::of(this).textFont(-1.5)).horizontalAdvance(u"00:00:00"_qs) * 1.6;
    const int count = std::clamp(static_cast<int>(canvas()->plot().width() / room), 2, 5);
    const SlotRange shown = shownSlots(m_times);
    const QList<TimeTick> ticks = timeTicks(m_times[shown.first], m_times[shown.second], count);
    for (const TimeTick& tick : ticks) {
        const Qt::Alignment alignment = &tick == &ticks.first()  ? Qt::AlignLeft
                                        : &tick == &ticks.last() ? Qt::AlignRight
                                                                 : Qt::AlignHCenter;
        labels.append({canvas()->toPlot(static_cast<double>(tick.at), 0).x(), tick.text, alignment});
    }
    return labels;
}

void TimeSeriesChart::paintBehind(QPainter& painter) const {
    Chart::paintBehind(painter);
    if (!m_times.isEmpty())
        return;
    painter.setFont(Theme::of(this).textFont(-0.25));
    painter.setPen(Theme::of(this).color(ColorRole::TextFaint));
    painter.drawText(canvas()->plot(), Qt::AlignCenter, tr("No data in this range"));
}

void TimeSeriesChart::paintOver(QPainter& painter) const {
    painter.save();
    painter.setClipRect(canvas()->plot().adjusted(-3, -3, 3, 3));
    for (const auto& strokes : m_strokes)
        strokes->paintLonePoints(painter);
    painter.restore();
    paintReference(painter);
    paintCrosshair(painter);
}

void TimeSeriesChart::paintReference(QPainter& painter) const {
    if (!m_reference)
        return;
    const QRectF plot = canvas()->plot();
    const qreal y = canvas()->toPlot(0, *m_reference).y();
    painter.setPen(QPen(Theme::of(this).color(ColorRole::TextMuted), 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.drawText(QRectF(plot.left(), y - painter.fontMetrics().height() - 2, plot.width() - 4,
                            painter.fontMetrics().height()),
                     Qt::AlignRight | Qt::AlignVCenter, m_referenceLabel);
}

void TimeSeriesChart::paintCrosshair(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const QRectF plot = canvas()->plot();
    const std::optional<qsizetype> at = currentSlot();
    if (!at)
        return;
    const qsizetype index = *at;
    const qreal x = slotPosition(index);
    painter.setPen(QPen(theme.color(ColorRole::TextFaint), 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QList<ReadoutLine> lines;
    for (const ChartLine& line : m_lines) {
        const double value = line.values[index];
        lines.append({colorOf(line), line.name, std::isfinite(value) ? readoutText(value) : tr("no data")});
        if (!std::isfinite(value))
            continue;
        painter.setBrush(colorOf(line));
        painter.setPen(QPen(theme.color(ColorRole::Card), 1.5));
        painter.drawEllipse(canvas()->toPlot(static_cast<double>(m_times[index]), value), 4, 4);
    }
    if (crosshairIsBorrowed())
        return; // the chart that is pointed at reads out
    QString title = timeText(m_times[index], m_times.last() - m_times.first());
    if (m_lastPartial && index == m_times.size() - 1)
        title += tr(" · not over yet");
    paintReadout(painter, x, title, lines);
}

qsizetype TimeSeriesChart::slotAt(double x) const {
    if (m_times.isEmpty())
        return 0;
    const SlotRange shown = shownSlots(m_times);
    return std::clamp(indexAt(std::llround(canvas()->xAt(x))), shown.first, shown.second);
}

double TimeSeriesChart::slotPosition(qsizetype slot) const {
    return canvas()->toPlot(static_cast<double>(m_times[slot]), 0).x();
}

/// Where the crosshair is; a borrowed one may be of another time than this chart shows.
std::optional<qsizetype> TimeSeriesChart::currentSlot() const {
    if (!crosshair() || m_times.isEmpty())
        return std::nullopt;
    const SlotRange shown = shownSlots(m_times);
    if (*crosshair() < m_times[shown.first] ||
        *crosshair() >= m_times[shown.second] + qMax<qint64>(bucketMs(), 1))
        return std::nullopt;
    return std::min(indexAt(*crosshair()), shown.second);
}

void TimeSeriesChart::zoomApplied() {
    if (!currentSlot())
        moveCrosshair(std::nullopt);
}

qsizetype TimeSeriesChart::indexAt(qint64 time) const {
    const auto after = std::lower_bound(m_times.cbegin(), m_times.cend(), time);
    if (after == m_times.cend())
        return m_times.size() - 1;
    const qsizetype index = after - m_times.cbegin();
    if (index > 0 && time - m_times[index - 1] < *after - time)
        return index - 1;
    return index;
}

void TimeSeriesChart::pointerMoved(const QPointF& position) {
    if (!m_times.isEmpty())
        moveCrosshair(m_times[slotAt(position.x())]);
}

void TimeSeriesChart::pointerLeft() {
    moveCrosshair(std::nullopt);
}

void TimeSeriesChart::pointerClicked(const QPointF& position) {
    pointerMoved(position);
    choose();
}

void TimeSeriesChart::step(int direction) {
    if (m_times.isEmpty())
        return;
    const SlotRange shown = shownSlots(m_times);
    const std::optional<qsizetype> at = currentSlot();
    moveCrosshair(
        m_times[at ? std::clamp<qsizetype>(*at + direction, shown.first, shown.second) : shown.second]);
}

void TimeSeriesChart::choose() {
    if (!crosshair())
        return;
    if (zoom()) {
        const SlotRange shown = shownSlots(m_times);
        Q_EMIT timeClicked(m_times[shown.first], m_times[shown.second] - m_times[shown.first] + bucketMs());
    } else {
        Q_EMIT timeClicked(*crosshair(), bucketMs());
    }
}

QList<QList<QPointF>> TimeSeriesChart::drawnRuns(const QString& lineName) const {
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].name == lineName && static_cast<std::size_t>(i) < m_strokes.size())
            return m_strokes[static_cast<std::size_t>(i)]->runs();
    }
    return {};
}

QList<Chart::ReadoutLine> TimeSeriesChart::legend() const {
    QList<ReadoutLine> legend;
    for (const ChartLine& line : m_lines)
        legend.append({colorOf(line), line.name, {}});
    return legend;
}

Chart::Table TimeSeriesChart::table() const {
    Table table;
    table.headers << tr("Time");
    for (const ChartLine& line : m_lines)
        table.headers << line.name;
    const SlotRange shown = shownSlots(m_times);
    for (qsizetype i = shown.first; i <= shown.second; ++i) {
        QStringList row{
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_times[i]), u"yyyy-MM-dd HH:mm:ss"_qs)};
        for (const ChartLine& line : m_lines)
            row << (std::isfinite(line.values[i]) ? readoutText(line.values[i]) : QString());
        table.rows << row;
    }
    return table;
}

} // namespace tollgate::ui
