#include "ui/pages/spend/spend_query.h"

#include "ui/models/request_cells.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace tollgate::ui::spend {

namespace {

struct Dimension {
    const char* id;
    const char* name;
    const char* none;
};

constexpr Dimension kDimensions[] = {
    {"day", QT_TRANSLATE_NOOP("Spend", "day"), QT_TRANSLATE_NOOP("Spend", "no day")},
    {"user", QT_TRANSLATE_NOOP("Spend", "user"), QT_TRANSLATE_NOOP("Spend", "nobody named")},
    {"project", QT_TRANSLATE_NOOP("Spend", "project"), QT_TRANSLATE_NOOP("Spend", "no project")},
    {"key", QT_TRANSLATE_NOOP("Spend", "key"), QT_TRANSLATE_NOOP("Spend", "no key")},
    {"provider", QT_TRANSLATE_NOOP("Spend", "provider"), QT_TRANSLATE_NOOP("Spend", "no provider")},
    {"model", QT_TRANSLATE_NOOP("Spend", "model"), QT_TRANSLATE_NOOP("Spend", "no model")},
    {"alias", QT_TRANSLATE_NOOP("Spend", "alias"), QT_TRANSLATE_NOOP("Spend", "no alias")},
    {"arm", QT_TRANSLATE_NOOP("Spend", "arm"), QT_TRANSLATE_NOOP("Spend", "no arm")},
};

const Dimension* find(const QString& id) {
    const auto* found = std::find_if(std::begin(kDimensions), std::end(kDimensions),
                                     [&](const Dimension& one) { return id == QLatin1String(one.id); });
    return found == std::end(kDimensions) ? nullptr : found;
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString iso(const QDate& day) {
    return day.toString(Qt::ISODate);
}

} // namespace

QStringList dimensions() {
    QStringList ids;
    for (const Dimension& one : kDimensions)
        ids << QString::fromLatin1(one.id);
    return ids;
}

QString dimensionName(const QString& id) {
    const Dimension* one = find(id);
    return one ? QCoreApplication::translate("Spend", one->name) : id;
}

QString noneText(const QString& dimension) {
    const Dimension* one = find(dimension);
    return one ? QCoreApplication::translate("Spend", one->none) : QString();
}

SpendSpan spanOf(const QString& range, const QDate& today) {
    const QDate month(today.year(), today.month(), 1);
    if (range == QLatin1String("month"))
        return {month, {}};
    if (range == QLatin1String("last"))
        return {month.addMonths(-1), month};
    return {today.addDays(range == QLatin1String("7d") ? -6 : -29), {}};
}

QString usagePath(const SpendQuery& query, const QDate& today) {
    const SpendSpan span = spanOf(query.range, today);
    QString path = QStringLiteral("/usage?from=") + iso(span.from);
    if (span.end)
        path += QStringLiteral("&to=") + iso(*span.end);
    path += QStringLiteral("&group_by=") + query.rows;
    if (query.hasSplit())
        path += u',' + query.split;
    if (!query.filter.isEmpty())
        path += QStringLiteral("&filter=") + encoded(query.filter);
    return path;
}

QString term(const QString& dimension, const QString& value) {
    if (dimension == QLatin1String("day"))
        return value.isEmpty() ? QString() : QString(QStringLiteral("at:") + value);
    return value.isEmpty() ? QString(dimension + QStringLiteral(":\"\"")) : cells::term(dimension, value);
}

QString requestFilter(const SpendQuery& query, const QDate& today, const QStringList& terms) {
    QStringList all = terms;
    const bool hasDay =
        std::any_of(terms.begin(), terms.end(), [](const QString& one) { return one.startsWith(u"at:"); });
    if (!hasDay) {
        const SpendSpan span = spanOf(query.range, today);
        all << QStringLiteral("at:>=") + iso(span.from);
        if (span.end)
            all << QStringLiteral("at:<") + iso(*span.end);
    }
    all << query.filter;
    all.removeAll(QString());
    return all.join(u' ');
}

} // namespace tollgate::ui::spend
