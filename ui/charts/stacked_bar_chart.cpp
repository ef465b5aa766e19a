#include "ui/charts/stacked_bar_chart.h"

#include "ui/charts/chart_canvas.h"
#include "ui/models/day_text.h"
#include "ui/widgets/paint.h"

#include <QBarSet>
#include <QStackedBarSeries>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {
namespace {

constexpr double kBarWidth = 0.86; // of a column

double amount(const QList<double>& values, qsizetype index) {
    const double value = values.value(index, 0.0);
    return std::isfinite(value) ? std::max(value, 0.0) : 0.0;
}

} // namespace

StackedBarChart::StackedBarChart(const QString& title, QWidget* parent)
    : Chart(parent)
    , m_bars(new QStackedBarSeries) {
    setTitle(title);
    m_bars->setBarWidth(kBarWidth);
    canvas()->place(m_bars);
}

void StackedBarChart::setData(const QList<QDate>& days, const QList<BarSeries>& series,
                              const QList<double>& forecast) {
    m_days = days;
    m_dayTimes.clear();
    for (const QDate& day : m_days)
        m_dayTimes << day.startOfDay().toMSecsSinceEpoch();
    m_categories.clear();
    m_series = series;
    m_forecast = forecast;
    m_hovered = m_hovered < columns() ? m_hovered : -1;
    dropZoomWithoutData();
    describeLatest();
    refresh();
}

void StackedBarChart::describeLatest() {
    QStringList latest;
    for (const BarSeries& one : m_series)
        latest << one.name + u' ' + readoutText(amount(one.values, m_days.size() - 1));
    const QString amounts = latest.join(u", "_qs);
    if (m_days.isEmpty())
        describe(tr("No data"));
    else if (partialColumn() == m_days.size() - 1)
        describe(tr("Today so far: %1").arg(amounts));
    else
        describe(tr("Latest day: %1").arg(amounts));
}

void StackedBarChart::setCategories(const QString& header, const QStringList& names,
                                    const QList<BarSeries>& series) {
    m_days.clear();
    m_dayTimes.clear();
    m_forecast.clear();
    m_header = header;
    m_categories = names;
    m_series = series;
    resetZoom(); // names are no times
    m_hovered = m_hovered < columns() ? m_hovered : -1;
    QStringList totals;
    for (qsizetype at = 0; at < names.size(); ++at)
        totals << names[at] + u' ' + readoutText(total(at));
    describe(totals.isEmpty() ? tr("No data") : totals.join(u", "_qs));
    refresh();
}

void StackedBarChart::setLimit(double value, const QString& label) {
    m_limit = value;
    m_limitLabel = label;
    refresh();
}

void StackedBarChart::clearLimit() {
    m_limit.reset();
    refresh();
}

void StackedBarChart::setToday(const QDate& today) {
    m_today = today;
    if (!m_days.isEmpty())
        describeLatest();
    refresh();
}

double StackedBarChart::total(qsizetype column) const {
    double sum = 0;
    for (const BarSeries& one : m_series)
        sum += amount(one.values, column);
    return sum;
}

void StackedBarChart::apply() {
    const Theme& theme = Theme::of(this);
    // Sets are refilled in place; only another number of series or days builds them anew.
    const bool sameShape = m_bars->count() == m_series.size() &&
                           (m_bars->barSets().isEmpty() || m_bars->barSets().first()->count() == bars());
    if (!sameShape)
        m_bars->clear();
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const bool fresh = i >= m_bars->count();
        QBarSet* set = fresh ? new QBarSet(m_series[i].name) : m_bars->barSets()[i];
        QList<qreal> values;
        for (qsizetype column = 0; column < bars(); ++column)
            values << amount(m_series[i].values, column);
        if (fresh) {
            set->append(values);
            m_bars->append(set);
        } else {
            for (int day = 0; day < set->count(); ++day) {
                if (set->at(day) != values[day])
                    set->replace(day, values[day]);
            }
        }
        set->setLabel(m_series[i].name);
        set->setBrush(theme.seriesColor(m_series[i].name));
        set->setPen(QPen(theme.color(ColorRole::Card), 1));
    }
    const SlotRange shown = shownColumns();
    canvas()->setXRange(static_cast<double>(shown.first) - 0.5,
                        static_cast<double>(std::max(shown.second, shown.first)) + 0.5);
    canvas()->setYRange(0, scale().top);
}

ValueScale StackedBarChart::scale() const {
    double highest = m_limit.value_or(0);
    const SlotRange shown = shownColumns();
    for (qsizetype column = shown.first; column <= shown.second; ++column)
        highest = std::max(highest, column < bars() ? total(column) : amount(m_forecast, column - bars()));
    return niceScale(highest);
}

QRectF StackedBarChart::columnRect(qsizetype column, double from, double to) const {
    const auto x = static_cast<double>(column);
    const QPointF low = canvas()->toPlot(x - kBarWidth / 2, from);
    const QPointF high = canvas()->toPlot(x + kBarWidth / 2, to);
    return {QPointF(low.x(), high.y()), QPointF(high.x(), low.y())};
}

QList<Chart::AxisLabel> StackedBarChart::bottomLabels() const {
    if (!m_categories.isEmpty())
        return categoryLabels();
    return m_days.isEmpty() ? QList<AxisLabel>() : dayLabels();
}

QList<Chart::AxisLabel> StackedBarChart::dayLabels() const {
    const SlotRange shown = shownColumns();
    const auto dayText = [this](qsizetype column) { return dayText::shortDay(m_days[column]); };
    QList<AxisLabel> labels{{columnRect(shown.first, 0, 0).left(), dayText(shown.first), Qt::AlignLeft}};
    const qsizetype last = std::min(shown.second, m_days.size() - 1);
    const qsizetype today = m_days.indexOf(m_today.value_or(m_days.last()));
    const bool atTheEnd = today == shown.second;
    if (today > shown.first + 1 && today <= last)
        labels.append({atTheEnd ? columnRect(today, 0, 0).right() : columnRect(today, 0, 0).center().x(),
                       tr("today"), atTheEnd ? Qt::AlignRight : Qt::AlignHCenter});
    else if (zoom() && last > shown.first)
        labels.append({columnRect(last, 0, 0).right(), dayText(last), Qt::AlignRight});
    if (!zoom() && m_forecast.size() > 1)
        labels.append({columnRect(columns() - 1, 0, 0).right(), tr("forecast"), Qt::AlignRight});
    return labels;
}

QList<Chart::AxisLabel> StackedBarChart::categoryLabels() const {
    QList<AxisLabel> labels;
    const QFontMetricsF metrics(Theme::of(this).textFont(-1.5));
    for (qsizetype at = 0; at < m_categories.size(); ++at) {
        const QRectF column = columnRect(at, 0, 0);
        labels.append({column.center().x(),
                       metrics.elidedText(m_categories[at], Qt::ElideRight, column.width()),
                       Qt::AlignHCenter});
    }
    return labels;
}

QString StackedBarChart::columnTitle(qsizetype column) const {
    if (!m_categories.isEmpty())
        return m_categories[column];
    const QDate day = column < m_days.size()
                          ? m_days[column]
                          : (m_days.isEmpty() ? QDate() : m_days.last().addDays(column - m_days.size() + 1));
    const QString title = dayText::weekday(day);
    return column == partialColumn() ? tr("%1 · not over yet").arg(title) : title;
}

void StackedBarChart::paintPartial(QPainter& painter) const {
    const qsizetype column = partialColumn();
    if (column < 0 || !isShown(column) || total(column) <= 0)
        return;
    const Theme& theme = Theme::of(this);
    const QRectF bar = columnRect(column, 0, total(column));
    QColor veil = theme.color(ColorRole::Card);
    veil.setAlphaF(0.5F);
    painter.fillRect(bar, veil);
    QPen edge(theme.color(ColorRole::TextFaint), 1, Qt::DotLine);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0));
}

void StackedBarChart::paintForecast(QPainter& painter) const {
    if (zoom())
        return;
    const Theme& theme = Theme::of(this);
    QPen outline(theme.color(ColorRole::TextFaint), 1.2, Qt::CustomDashLine);
    outline.setDashPattern({2, 2});
    painter.setPen(outline);
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < m_forecast.size(); ++i) {
        if (amount(m_forecast, i) > 0)
            painter.drawRoundedRect(
                columnRect(m_days.size() + i, 0, amount(m_forecast, i)).adjusted(1, 0, -1, 0), 2, 2);
    }
}

void StackedBarChart::paintLimit(QPainter& painter) const {
    if (!m_limit)
        return;
    const QRectF plot = canvas()->plot();
    const qreal y = qRound(canvas()->toPlot(0, *m_limit).y()) + 0.5;
    const qreal height = painter.fontMetrics().height();
    QPen line(Theme::of(this).color(ColorRole::Bad), 1.2, Qt::CustomDashLine);
    line.setDashPattern({4, 3});
    painter.setPen(line);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const qreal top = y - height - 1 >= 0 ? y - height - 1 : y + 1;
    painter.drawText(QRectF(plot.left(), top, plot.width() - 4, height), Qt::AlignRight | Qt::AlignVCenter,
                     m_limitLabel);
}

void StackedBarChart::paintOver(QPainter& painter) const {
    paintPartial(painter);
    paintForecast(painter);
    paintLimit(painter);
    if (bars() == 0) {
        painter.setPen(Theme::of(this).color(ColorRole::TextFaint));
        painter.drawText(canvas()->plot(), Qt::AlignCenter, tr("No data in this range"));
    }
    if (isShown(m_hovered)) {
        paintReadoutOf(m_hovered, painter);
    } else if (const auto at = currentSlot()) {
        const QRectF plot = canvas()->plot();
        painter.setPen(QPen(Theme::of(this).color(ColorRole::TextFaint), 1));
        painter.drawLine(QPointF(slotPosition(*at), plot.top()), QPointF(slotPosition(*at), plot.bottom()));
    }
}

void StackedBarChart::paintReadoutOf(qsizetype column, QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    QList<ReadoutLine> lines;
    if (column < bars()) {
        for (qsizetype i = m_series.size() - 1; i >= 0; --i) {
            // A bar of many names says those it has.
            if (const double value = amount(m_series[i].values, column); value > 0 || m_categories.isEmpty())
                lines.append({theme.seriesColor(m_series[i].name), m_series[i].name, readoutText(value)});
        }
        lines.append({{}, tr("total"), readoutText(total(column))});
    } else {
        lines.append({{}, tr("forecast"), readoutText(amount(m_forecast, column - bars()))});
    }
    const double height = column < bars() ? total(column) : amount(m_forecast, column - bars());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.2));
    const QRectF bar = columnRect(column, 0, height);
    painter.drawRoundedRect(bar, 2, 2);
    paintReadout(painter, bar.center().x(), columnTitle(column), lines);
}

qsizetype StackedBarChart::partialColumn() const {
    return m_days.isEmpty() ? -1 : m_days.indexOf(m_today.value_or(m_days.last()));
}

SlotRange StackedBarChart::shownColumns() const {
    return zoom() ? shownSlots(m_dayTimes) : SlotRange{0, columns() - 1};
}

bool StackedBarChart::isShown(qsizetype column) const {
    const SlotRange shown = shownColumns();
    return column >= shown.first && column <= shown.second;
}

qsizetype StackedBarChart::slotAt(double x) const {
    const SlotRange shown = shownColumns();
    return std::clamp<qsizetype>(std::lround(canvas()->xAt(x)), shown.first,
                                 std::max(shown.first, std::min(shown.second, bars() - 1)));
}

double StackedBarChart::slotPosition(qsizetype slot) const {
    return columnRect(slot, 0, 0).center().x();
}

std::optional<qsizetype> StackedBarChart::currentSlot() const {
    if (m_hovered >= 0 && m_hovered < m_days.size())
        return m_hovered;
    if (!crosshair())
        return std::nullopt;
    const qsizetype day = m_days.indexOf(QDateTime::fromMSecsSinceEpoch(*crosshair()).date());
    return isShown(day) ? std::optional(day) : std::nullopt;
}

QString StackedBarChart::seriesAt(qsizetype column, double value) const {
    double top = 0;
    for (const BarSeries& one : m_series) {
        top += amount(one.values, column);
        if (value <= top)
            return one.name;
    }
    return {};
}

void StackedBarChart::hover(qsizetype column) {
    if (m_hovered == column)
        return;
    m_hovered = column;
    canvas()->viewport()->update();
    if (m_categories.isEmpty())
        moveCrosshair(column >= 0 && column < m_days.size() ? std::optional(m_dayTimes[column])
                                                            : std::nullopt);
}

void StackedBarChart::pointerMoved(const QPointF& position) {
    const auto column = static_cast<qsizetype>(std::lround(canvas()->xAt(position.x())));
    hover(isShown(column) ? column : -1);
}

void StackedBarChart::pointerLeft() {
    hover(-1);
}

void StackedBarChart::pointerClicked(const QPointF& position) {
    pointerMoved(position);
    if (m_hovered >= 0 && m_hovered < bars())
        chosen(seriesAt(m_hovered, canvas()->yAt(position.y())));
}

void StackedBarChart::chosen(const QString& series) {
    if (m_categories.isEmpty())
        Q_EMIT barClicked(m_days[m_hovered], series);
    else
        Q_EMIT categoryClicked(m_hovered, series);
}

void StackedBarChart::step(int direction) {
    if (columns() == 0)
        return;
    const SlotRange shown = shownColumns();
    const qsizetype start = m_categories.isEmpty() ? std::min(shown.second, m_days.size() - 1) : 0;
    hover(m_hovered < 0 ? start : std::clamp<qsizetype>(m_hovered + direction, shown.first, shown.second));
}

void StackedBarChart::choose() {
    if (m_hovered >= 0 && m_hovered < bars())
        chosen({});
}

QList<Chart::ReadoutLine> StackedBarChart::legend() const {
    QList<ReadoutLine> legend;
    for (const BarSeries& series : m_series)
        legend.append({Theme::of(this).seriesColor(series.name), series.name, {}});
    return legend;
}

Chart::Table StackedBarChart::table() const {
    Table table;
    table.headers << (m_categories.isEmpty() ? tr("Day") : m_header);
    for (const BarSeries& one : m_series)
        table.headers << one.name;
    table.headers << tr("total");
    const SlotRange shown = shownColumns();
    for (qsizetype at = shown.first; at <= std::min(shown.second, bars() - 1); ++at) {
        QStringList row{m_categories.isEmpty() ? m_days[at].toString(Qt::ISODate) : m_categories[at]};
        for (const BarSeries& one : m_series)
            row << readoutText(amount(one.values, at));
        table.rows << (row << readoutText(total(at)));
    }
    for (qsizetype i = 0; i < (zoom() ? 0 : m_forecast.size()); ++i) {
        QStringList row{m_days.isEmpty() ? QString() : m_days.last().addDays(i + 1).toString(Qt::ISODate)};
        for (qsizetype column = 0; column < m_series.size(); ++column)
            row << QString();
        table.rows << (row << tr("%1 (forecast)").arg(readoutText(amount(m_forecast, i))));
    }
    return table;
}

} // namespace tollgate::ui
