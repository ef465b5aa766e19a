#pragma once
// Arithmetic of axes: round steps for values, labels for times. No drawing.

#include <QDateTime>
#include <QList>
#include <QString>

namespace tollgate::ui {

struct ValueScale {
    double top = 1; ///< the axis goes from 0 to here
    double step = 0.25;
    QList<double> ticks() const;
    ValueScale notAbove(double most) const; ///< as many steps, the last of them at `most`
};

/// The smallest scale of `intervals` round steps that holds `highest` with a little air; 0..1 for nothing.
ValueScale niceScale(double highest, int intervals = 4);

struct TimeTick {
    qint64 at = 0; ///< ms since epoch
    QString text;
};

/// `count` ticks from first to last, both included: "13:05" within a day and a half, "Nov 9" beyond.
QList<TimeTick> timeTicks(qint64 first, qint64 last, int count);
QString timeText(qint64 at, qint64 span);

/// At most `limit` values: of each group the highest stays, so that peaks survive. A group without data is
/// NaN.
QList<double> thinned(const QList<double>& values, qsizetype limit);
QList<qint64> thinnedTimes(const QList<qint64>& times, qsizetype limit);

/// Runs [first, last] of finite values; what is between them is a gap.
QList<QPair<qsizetype, qsizetype>> finiteRuns(const QList<double>& values);

} // namespace tollgate::ui
