#pragma once
// How numbers read in the console: the same rounding, unit and thin space everywhere. Pure functions, any
// thread. Times are shown in the desktop's time zone; the decimal sign is a point, as in every API the
// numbers go to.

#include <QString>

#include <cstdint>

namespace tollgate::ui::format {

/// What stands for "no data": never a zero.
QString none();

QString count(qint64 value); ///< 1284310 → "1 284 310"
/// A number as tr() takes it to choose a plural: of large ones the last digits decide, in every language
/// here.
int pluralOf(qint64 count);
QString fixed(double value, int decimals); ///< with thin spaces between thousands
/// 1 900 000 → {"1.9", "M"}; below 10 000 the plain count and an empty unit.
struct Scaled {
    QString number;
    QString unit;
};
Scaled scaledCount(double value);

/// Number and unit of milliseconds() and micros() apart, for a tile.
Scaled millisecondsParts(double ms);
Scaled microsParts(double us);

QString milliseconds(double ms);      ///< "0.3 ms", "842 ms", "2.31 s", "30.0 s", "4 min 10 s"
QString wholeMilliseconds(qint64 ms); ///< "1 250 ms": for times under each other
QString micros(double us);            ///< the same, from microseconds
/// 0..1 → "0.31 %", "6.1 %", "76 %", "100 %"; at most so many decimals.
QString percent(double ratio, int decimals = 2);
QString percentNumber(double ratio, int decimals = 2); ///< the same without the sign
QString usd(double amount);                            ///< "$19.72", "$1 204.10"
QString usdRounded(double amount);                     ///< "$26", "$26.50", "$0.004": what it has, no more
QString usdExact(double amount); ///< what one request costs: "$0.02708", "$0", "$1.2040"
QString usdSmall(double amount); ///< as usd(), but what would read $0.00 in full: "$0.0014"
QString usdEach(double amount);  ///< a mean: "$1.20", "$0.0231", "$0.0000521": three figures at least
QString usdPrice(double amount); ///< a list price: "$2.50", "$0.075", "$0": cents, and more when it has them
/// So many decimals as the amount needs, 2 to 9: money here is whole nanodollars.
int usdDecimals(double amount);
QString usdFixed(double amount, int decimals); ///< amounts under each other: as many decimals in each
QString bytes(qint64 value);                   ///< "212 MB"

QString clock(qint64 msSinceEpoch);       ///< "14:05"
QString clockMillis(qint64 msSinceEpoch); ///< "14:05:07.118"
/// When something was, in a list: "14:05:07.118" today, "Nov 22 14:05:07" before, "2025-11-22 14:05" in
/// another year.
QString stamp(qint64 msSinceEpoch);
QString moment(qint64 msSinceEpoch);      ///< "2026-11-22 14:05:07.118 CET"
QString momentLong(qint64 msSinceEpoch);  ///< "Sunday, November 22, 2026, 14:05:07.118 CET"
QString dayShort(const QString& isoDate); ///< "2026-11-09" → "Nov 9"
qint64 fromIso(const QString& rfc3339);   ///< ms since epoch, 0 when it is no time

} // namespace tollgate::ui::format
