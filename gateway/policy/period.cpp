#include "gateway/policy/period.h"

#include <QDateTime>
#include <QTimeZone>

namespace tollgate {

PeriodBounds periodBounds(BudgetPeriod period, const std::string& timezone, std::int64_t unixMs) {
    QTimeZone zone = timezone.empty() ? QTimeZone::utc() : QTimeZone(QByteArray::fromStdString(timezone));
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDate today = QDateTime::fromMSecsSinceEpoch(unixMs, zone).date();
    QDate first = today;
    QDate next = today.addDays(1);
    switch (period) {
    case BudgetPeriod::Day:
        break;
    case BudgetPeriod::Week:
        first = today.addDays(1 - today.dayOfWeek());
        next = first.addDays(7);
        break;
    case BudgetPeriod::Month:
        first = QDate(today.year(), today.month(), 1);
        next = first.addMonths(1);
        break;
    case BudgetPeriod::Rolling30d:
        first = today.addDays(-29);
        break;
    }
    // startOfDay, because some zones have days that do not begin at midnight.
    return {first.startOfDay(zone).toMSecsSinceEpoch(), next.startOfDay(zone).toMSecsSinceEpoch()};
}

} // namespace tollgate
