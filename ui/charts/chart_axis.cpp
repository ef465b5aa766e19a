#include "ui/charts/chart_axis.h"

#include "ui/models/day_text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tollgate::ui {
namespace {

constexpr qint64 kHour = 3'600'000;

qsizetype groupSize(qsizetype count, qsizetype limit) {
    return limit > 0 ? (count + limit - 1) / limit : count;
}

} // namespace

QList<double> ValueScale::ticks() const {
    QList<double> ticks;
    const int count = static_cast<int>(std::lround(top / step));
    for (int i = 0; i <= count; ++i)
        ticks << i * step;
    return ticks;
}

ValueScale ValueScale::notAbove(double most) const {
    return top > most ? ValueScale{most, most * step / top} : *this;
}

ValueScale niceScale(double highest, int intervals) {
    if (!std::isfinite(highest) || highest <= 0)
        return {1, 1.0 / intervals};
    constexpr std::array kSteps{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
    const double wanted = highest * 1.04 / intervals;
    const double magnitude = std::pow(10, std::floor(std::log10(wanted)));
    for (const double step : kSteps) {
        if (step * magnitude >= wanted * (1 - 1e-9))
            return {step * magnitude * intervals, step * magnitude};
    }
    return {10 * magnitude * intervals, 10 * magnitude};
}

QString timeText(qint64 at, qint64 span) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    if (span <= 36 * kHour)
        return QLocale().toString(time, span < 10 * 60'000 ? u"HH:mm:ss"_qs : u"HH:mm"_qs);
    return dayText::shortDay(time.date());
}

QList<TimeTick> timeTicks(qint64 first, qint64 last, int count) {
    QList<TimeTick> ticks;
    if (last <= first || count < 2)
        return ticks;
    for (int i = 0; i < count; ++i) {
        const qint64 at = first + (last - first) * i / (count - 1);
        ticks.append({at, timeText(at, last - first)});
    }
    return ticks;
}

QList<double> thinned(const QList<double>& values, qsizetype limit) {
    const qsizetype group = groupSize(values.size(), limit);
    if (group <= 1)
        return values;
    QList<double> kept;
    for (qsizetype from = 0; from < values.size(); from += group) {
        double highest = std::numeric_limits<double>::quiet_NaN();
        for (qsizetype i = from; i < std::min(from + group, values.size()); ++i) {
            if (std::isfinite(values[i]) && !(highest >= values[i]))
                highest = values[i];
        }
        kept << highest;
    }
    return kept;
}

QList<qint64> thinnedTimes(const QList<qint64>& times, qsizetype limit) {
    const qsizetype group = groupSize(times.size(), limit);
    if (group <= 1)
        return times;
    QList<qint64> kept;
    for (qsizetype from = 0; from < times.size(); from += group)
        kept << times[from];
    return kept;
}

QList<QPair<qsizetype, qsizetype>> finiteRuns(const QList<double>& values) {
    QList<QPair<qsizetype, qsizetype>> runs;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= values.size(); ++i) {
        const bool finite = i < values.size() && std::isfinite(values[i]);
        if (finite && start < 0)
            start = i;
        if (!finite && start >= 0) {
            runs.append({start, i - 1});
            start = -1;
        }
    }
    return runs;
}

} // namespace tollgate::ui
