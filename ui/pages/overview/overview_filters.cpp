#include "ui/pages/overview/overview_filters.h"

#include "ui/models/request_cells.h"

#include <QDateTime>
#include <QStringList>

namespace tollgate::ui {

namespace {

QString joined(QStringList terms) {
    terms.removeAll(QString());
    return terms.join(u' ');
}

QString instant(qint64 msSinceEpoch) {
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

QString windowTerm(const QString& window) {
    return window.isEmpty() ? QString() : QString(u"at:>-" % window);
}

QString scopedFilter(const OverviewScope& scope, const QString& terms) {
    if (scope.toMs > 0)
        return joined({terms, u"at:>=" % instant(scope.fromMs), u"at:<" % instant(scope.toMs),
                       cells::term(QStringLiteral("project"), scope.project)});
    return joined({terms, windowTerm(scope.window), cells::term(QStringLiteral("project"), scope.project)});
}

QString dayFilter(const OverviewScope& scope, const QString& isoDate, const QString& by,
                  const QString& series, const QStringList& named) {
    QStringList terms;
    if (series == QLatin1String("others")) {
        for (const QString& one : named)
            terms << QString(u'-' % (one.isEmpty() ? QString(by % u":\"\"") : cells::term(by, one)));
    } else if (!series.isEmpty()) {
        terms << cells::term(by, series);
    }
    terms << u"at:" % isoDate << cells::term(QStringLiteral("project"), scope.project);
    return joined(terms);
}

QString spanFilter(const OverviewScope& scope, qint64 fromMs, qint64 lengthMs, const QString& provider) {
    QStringList terms{cells::term(QStringLiteral("provider"), provider), u"at:>=" % instant(fromMs)};
    if (lengthMs > 0)
        terms << u"at:<" % instant(fromMs + lengthMs);
    terms << cells::term(QStringLiteral("project"), scope.project);
    return joined(terms);
}

} // namespace tollgate::ui
