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
    describe(tr("Latest: %1").arg(latest.join(u", "_qs)));
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
    if (m_times.size() > 1)
        canvas()->setXRange(static_cast<double>(m_times.first()), static_cast<double>(m_times.last()));
    canvas()->setYRange(0, scale().top);
}

ValueScale TimeSeriesChart::scale() const {
    double highest = std::max(m_minimumTop, m_reference.value_or(0));
    for (const ChartLine& line : m_lines) {
        for (const double value : line.values) {
            if (std::isfinite(value))
                highest = std::max(highest, value);
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
    const QList<TimeTick> ticks = timeTicks(m_times.first(), m_times.last(), count);
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
    const Theme& theme = Theme::of(this);
    const QRectF plot = canvas()->plot();
    for (const auto& strokes : m_strokes)
        strokes->paintLonePoints(painter);
    if (m_reference) {
        const qreal y = canvas()->toPlot(0, *m_reference).y();
        painter.setPen(QPen(theme.color(ColorRole::TextMuted), 1, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.drawText(QRectF(plot.left(), y - painter.fontMetrics().height() - 2, plot.width() - 4,
                                painter.fontMetrics().height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_referenceLabel);
    }
    if (!m_crosshair || m_times.isEmpty())
        return;
    const qsizetype index = indexAt(*m_crosshair);
    const qreal x = canvas()->toPlot(static_cast<double>(m_times[index]), 0).x();
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
    QString title = timeText(m_times[index], m_times.last() - m_times.first());
    if (m_lastPartial && index == m_times.size() - 1)
        title += tr(" · not over yet");
    paintReadout(painter, x, title, lines);
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

void TimeSeriesChart::moveCrosshair(std::optional<qint64> at) {
    if (at == m_crosshair)
        return;
    setCrosshair(at);
    Q_EMIT crosshairMoved(at);
}

void TimeSeriesChart::setCrosshair(std::optional<qint64> at) {
    m_crosshair = at;
    canvas()->viewport()->update();
}

void TimeSeriesChart::pointerMoved(const QPointF& position) {
    if (!m_times.isEmpty())
        moveCrosshair(m_times[indexAt(std::llround(canvas()->xAt(position.x())))]);
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
    const qsizetype last = m_times.size() - 1;
    const qsizetype index =
        m_crosshair ? std::clamp<qsizetype>(indexAt(*m_crosshair) + direction, 0, last) : last;
    moveCrosshair(m_times[index]);
}

void TimeSeriesChart::choose() {
    if (m_crosshair)
        Q_EMIT timeClicked(*m_crosshair, m_times.size() > 1 ? m_times[1] - m_times[0] : 0);
}

QList<QList<QPointF>> TimeSeriesChart::drawnRuns(const QString& lineName) const {
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].name == lineName && static_cast<std::size_t>(i) < m_strokes.size())
            return m_strokes[static_cast<std::size_t>(i)]->runs();
    }
    return {};
}

Chart::Table TimeSeriesChart::table() const {
    Table table;
    table.headers << tr("Time");
    for (const ChartLine& line : m_lines)
        table.headers << line.name;
    for (qsizetype i = 0; i < m_times.size(); ++i) {
        QStringList row{
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_times[i]), u"yyyy-MM-dd HH:mm:ss"_qs)};
        for (const ChartLine& line : m_lines)
            row << (std::isfinite(line.values[i]) ? readoutText(line.values[i]) : QString());
        table.rows << row;
    }
    return table;
}

} // namespace tollgate::ui
