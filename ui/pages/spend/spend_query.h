#pragma once
// What the Spend page asks: a span of UTC days, one or two dimensions, a filter; as paths of the admin API,
// and as filters that lead from a number to its requests. Pure functions, any thread.

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace tollgate::ui {

struct SpendQuery {
    QString range = QStringLiteral("30d"); ///< 7d, 30d, month, last
    QString rows = QStringLiteral("day");
    QString split = QStringLiteral("provider"); ///< the same as `rows`: only one dimension
    QString filter;
    friend bool operator==(const SpendQuery&, const SpendQuery&) = default;

    bool hasSplit() const { return rows != split; }
};

/// Days of the range; the end is the first day after it, or nothing when it goes on.
struct SpendSpan {
    QDate from;
    std::optional<QDate> end;

    QDate lastDay(const QDate& today) const { return end ? end->addDays(-1) : today; }
};

namespace spend {

QStringList dimensions();                   ///< "day", "user", … in the order to offer
QString dimensionName(const QString& id);   ///< "user"
QString noneText(const QString& dimension); ///< what stands for requests without one: "no project"

SpendSpan spanOf(const QString& range, const QDate& today);
QString usagePath(const SpendQuery& query, const QDate& today);

/// "user:alice"; `user:""` for requests that have none; nothing for the day of no day.
QString term(const QString& dimension, const QString& value);
/// Terms joined with the span (unless one of them is a day) and the query's own filter.
QString requestFilter(const SpendQuery& query, const QDate& today, const QStringList& terms);

} // namespace spend

} // namespace tollgate::ui
