#include "ui/models/format.h"

#include "ui/models/day_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace tollgate::ui::format {

namespace {

constexpr char16_t kThinSpace = u'\u202f'; // between thousands; narrow and non-breaking
constexpr char16_t kUnitSpace = u'\u00a0'; // a number and its unit keep together on one line

QString grouped(QString digits) {
    const qsizetype point = digits.indexOf(u'.');
    const qsizetype first = digits.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > first; at -= 3)
        digits.insert(at, QChar(kThinSpace));
    return digits;
}

QString withUnit(const QString& number, const QString& unit) {
    return number % QChar(kUnitSpace) % unit;
}

/// Units are written in the reader's letters: "мс".
QString unitName(const char* unit) {
    return QCoreApplication::translate("tollgate::ui::format", unit);
}

Scaled splitAtUnit(const QString& text) {
    const qsizetype space = text.lastIndexOf(QChar(kUnitSpace));
    return {text.left(space), text.mid(space + 1)};
}

QDateTime localTime(qint64 msSinceEpoch) {
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
}

} // namespace

QString none() {
    return QStringLiteral("\u2014");
}

QString count(qint64 value) {
    return grouped(QString::number(value));
}

int pluralOf(qint64 count) {
    constexpr qint64 kMillion = 1'000'000;
    return static_cast<int>(count < kMillion ? count : kMillion + count % kMillion);
}

QString fixed(double value, int decimals) {
    return grouped(QString::number(value, 'f', decimals));
}

Scaled scaledCount(double value) {
    struct Step {
        double from;
        QLatin1String unit;
    };
    static constexpr std::array kSteps{Step{1e9, QLatin1String("G")}, Step{1e6, QLatin1String("M")},
                                       Step{1e4, QLatin1String("k")}};
    for (const Step& step : kSteps) {
        if (value < step.from)
            continue;
        const double scaled = value / (step.from == 1e4 ? 1e3 : step.from);
        return {fixed(scaled, scaled < 100 ? 1 : 0), QString(step.unit)};
    }
    return {count(std::llround(value)), {}};
}

QString milliseconds(double ms) {
    if (ms < 0.95)
        return withUnit(fixed(ms, 1), unitName(QT_TRANSLATE_NOOP("tollgate::ui::format", "ms")));
    if (ms < 999.5)
        return withUnit(fixed(ms, 0), unitName("ms"));
    const double seconds = ms / 1000.0;
    if (seconds < 120)
        return withUnit(fixed(seconds, seconds < 9.995 ? 2 : 1),
                        unitName(QT_TRANSLATE_NOOP("tollgate::ui::format", "s")));
    const qint64 whole = std::llround(seconds);
    return withUnit(count(whole / 60), unitName(QT_TRANSLATE_NOOP("tollgate::ui::format", "min"))) % u' ' %
           withUnit(QString::number(whole % 60), unitName("s"));
}

QString wholeMilliseconds(qint64 ms) {
    return withUnit(count(ms), unitName("ms"));
}

QString micros(double us) {
    const double ms = us / 1000.0;
    return ms < 9.95 ? withUnit(fixed(ms, 1), unitName("ms")) : milliseconds(ms);
}

Scaled millisecondsParts(double ms) {
    return splitAtUnit(milliseconds(ms));
}

Scaled microsParts(double us) {
    return splitAtUnit(micros(us));
}

QString percentNumber(double ratio, int decimals) {
    const double value = ratio * 100.0;
    const double size = std::abs(value);
    const int fitting = size == 0.0 ? 0 : size < 0.995 ? 2 : size < 9.95 ? 1 : 0;
    return fixed(value, std::min(fitting, decimals));
}

QString percent(double ratio, int decimals) {
    return withUnit(percentNumber(ratio, decimals), u"%"_qs);
}

QString usd(double amount) {
    return usdFixed(amount, 2);
}

QString usdRounded(double amount) {
    if (amount > 0 && amount < 1)
        return usdPrice(amount);
    if (std::abs(amount - std::round(amount)) >= 0.005)
        return usd(amount);
    return u'$' % fixed(amount, 0);
}

QString usdExact(double amount) {
    if (amount == 0.0)
        return QStringLiteral("$0");
    if (amount < 0.00001)
        return u'$' % fixed(amount, 7);
    return u'$' % fixed(amount, amount < 1 ? 5 : amount < 100 ? 4 : 2);
}

QString usdSmall(double amount) {
    return amount > 0 && amount < 0.01 ? usdExact(amount) : usd(amount);
}

QString usdEach(double amount) {
    if (amount == 0.0)
        return QStringLiteral("$0");
    const int zeros = -static_cast<int>(std::floor(std::log10(std::abs(amount)))); // 1 at 0.1
    return u'$' % fixed(amount, std::clamp(zeros + 2, 2, 10));
}

QString usdPrice(double amount) {
    if (amount == 0.0)
        return QStringLiteral("$0");
    return usdFixed(amount, usdDecimals(amount));
}

int usdDecimals(double amount) {
    constexpr int kNanodollars = 9;
    int decimals = 2;
    double scaled = amount * 100;
    while (decimals < kNanodollars && std::abs(scaled - std::round(scaled)) > 1e-6) {
        scaled *= 10;
        ++decimals;
    }
    return decimals;
}

QString usdFixed(double amount, int decimals) {
    return (amount < 0 ? QStringLiteral("-$") : QStringLiteral("$")) % fixed(std::abs(amount), decimals);
}

QString bytes(qint64 value) {
    static constexpr std::array kUnits{
        QT_TRANSLATE_NOOP("tollgate::ui::format", "B"), QT_TRANSLATE_NOOP("tollgate::ui::format", "kB"),
        QT_TRANSLATE_NOOP("tollgate::ui::format", "MB"), QT_TRANSLATE_NOOP("tollgate::ui::format", "GB"),
        QT_TRANSLATE_NOOP("tollgate::ui::format", "TB")};
    double scaled = static_cast<double>(value);
    std::size_t unit = 0;
    while (scaled >= 1024 && unit + 1 < kUnits.size()) {
        scaled /= 1024;
        ++unit;
    }
    return withUnit(fixed(scaled, unit > 0 && scaled < 9.95 ? 1 : 0), unitName(kUnits[unit]));
}

QString clock(qint64 msSinceEpoch) {
    return localTime(msSinceEpoch).toString(u"HH:mm");
}

QString clockMillis(qint64 msSinceEpoch) {
    return localTime(msSinceEpoch).toString(u"HH:mm:ss.zzz");
}

QString stamp(qint64 msSinceEpoch) {
    const QDateTime time = localTime(msSinceEpoch);
    const QDate today = QDate::currentDate();
    if (time.date() == today)
        return clockMillis(msSinceEpoch);
    if (time.date().year() != today.year())
        return time.toString(u"yyyy-MM-dd HH:mm");
    return QLocale().toString(time.date(), u"MMM d") % time.toString(u" HH:mm:ss");
}

QString moment(qint64 msSinceEpoch) {
    const QDateTime time = localTime(msSinceEpoch);
    return time.toString(u"yyyy-MM-dd HH:mm:ss.zzz ") % time.timeZoneAbbreviation();
}

QString momentLong(qint64 msSinceEpoch) {
    const QDateTime time = localTime(msSinceEpoch);
    return QLocale().toString(time.date(), QLocale::LongFormat) % time.toString(u", HH:mm:ss.zzz ") %
           time.timeZoneAbbreviation();
}

QString dayShort(const QString& isoDate) {
    const QDate day = QDate::fromString(isoDate, Qt::ISODate);
    return day.isValid() ? dayText::shortDay(day) : isoDate;
}

qint64 fromIso(const QString& rfc3339) {
    const QDateTime time = QDateTime::fromString(rfc3339, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace tollgate::ui::format
