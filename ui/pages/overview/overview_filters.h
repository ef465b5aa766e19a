#pragma once
// Where a click on the Overview page leads: filters for Traffic in the query language of GET /requests. Pure
// functions.

#include <QString>
#include <QStringList>

namespace tollgate::ui {

struct OverviewScope {
    QString window;  ///< "1h"
    QString project; ///< empty: all
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< above zero: this part of the window, without its end
};

QString windowTerm(const QString& window); ///< "at:>-1h"
/// terms, the window and the project, joined.
QString scopedFilter(const OverviewScope& scope, const QString& terms);
/// One day, of one series of the chart ("provider" = "openai"); "others" is everything but the `named` ones.
QString dayFilter(const OverviewScope& scope, const QString& isoDate, const QString& by,
                  const QString& series, const QStringList& named);
/// From a time on, for as long as a point of the chart stands for.
QString spanFilter(const OverviewScope& scope, qint64 fromMs, qint64 lengthMs, const QString& provider);

} // namespace tollgate::ui
