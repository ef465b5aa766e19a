#include "ui/pages/spend/spend_tiles.h"

#include "ui/models/format.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/wrap_columns.h"

#include <QDate>
#include <QLocale>

namespace tollgate::ui {

SpendTiles::SpendTiles(QWidget* parent)
    : QWidget(parent)
    , m_month(new StatTile(tr("This month"), {}, this))
    , m_forecast(new StatTile(tr("Forecast"), {}, this))
    , m_total(new StatTile(tr("Shown below"), {}, this))
    , m_unpriced(new StatTile(tr("Without a price"), {}, this)) {
    auto* row = new WrapColumns(Theme::of(this).px(12));
    for (StatTile* tile : {m_month, m_forecast, m_total, m_unpriced})
        row->addColumn(tile);
    for (StatTile* tile : {m_month, m_forecast, m_total, m_unpriced})
        tile->setSparkVisible(false);
    setLayout(row);
    for (StatTile* tile : {m_month, m_forecast, m_unpriced})
        tile->setClickable(true);
    connect(m_month, &StatTile::clicked, this, &SpendTiles::monthClicked);
    connect(m_forecast, &StatTile::clicked, this, &SpendTiles::budgetsClicked);
    connect(m_unpriced, &StatTile::clicked, this, &SpendTiles::unpricedClicked);
    setTotal({});
    setOutlook({}, {});
}

void SpendTiles::setTotal(const SpendSum& total) {
    m_total->setValue(total.isUnknown() ? tr("unknown") : format::usdSmall(total.usd()));
    m_total->setDetail(
        tr("%1 requests", nullptr, static_cast<int>(total.requests)).arg(format::count(total.requests)));
    m_unpriced->setValue(format::count(total.unpriced),
                         total.requests > 0 ? tr("of %1").arg(format::count(total.requests)) : QString());
    m_unpriced->setDetail(total.unpriced > 0 ? tr("their cost is unknown, not zero")
                                             : tr("every request has a price"),
                          total.unpriced > 0 ? Tone::Warning : Tone::Neutral);
}

void SpendTiles::setOutlook(const SpendOutlook& outlook, const std::optional<SpendLimit>& monthly) {
    if (outlook.month.isEmpty()) {
        m_month->setValue(format::none());
        m_forecast->setValue(format::none());
        return;
    }
    const QDate first = QDate::fromString(outlook.month + QStringLiteral("-01"), Qt::ISODate);
    const QString month = QLocale().standaloneMonthName(first.month());
    m_month->setLabel(tr("%1 so far").arg(month));
    const bool unknown = outlook.unpricedRequests > 0 && outlook.toDateUsd <= 0;
    m_month->setValue(unknown ? tr("unknown") : format::usdSmall(outlook.toDateUsd),
                      monthly ? tr("of %1").arg(format::usdRounded(monthly->usd)) : QString());
    const QString today = tr("%1 of it today").arg(format::usdSmall(outlook.todayUsd));
    if (outlook.unpricedRequests > 0) {
        const QString unpriced = tr("%1 unpriced").arg(format::count(outlook.unpricedRequests));
        m_month->setDetail(unknown ? unpriced : QString(unpriced % u" \u00b7 " % today), Tone::Warning,
                           unpriced);
    } else {
        m_month->setDetail(today);
    }

    m_forecast->setLabel(tr("Forecast for %1").arg(month));
    if (!outlook.forecastUsd || unknown) {
        m_forecast->setValue(format::none());
        m_forecast->setDetail(unknown ? tr("the prices are not known")
                                      : tr("needs one whole day of traffic"));
        return;
    }
    m_forecast->setValue(format::usdSmall(*outlook.forecastUsd));
    const bool over = monthly && *outlook.forecastUsd > monthly->usd;
    if (over)
        m_forecast->setDetail(tr("over the budget of %1").arg(format::usdRounded(monthly->usd)),
                              Tone::Warning);
    else if (outlook.lowUsd && outlook.highUsd)
        m_forecast->setDetail(tr("%1: %2 to %3")
                                  .arg(format::percent(outlook.confidence, 0),
                                       format::usdSmall(*outlook.lowUsd),
                                       format::usdSmall(*outlook.highUsd)));
    else
        m_forecast->setDetail(tr("too few days for an interval"));
    m_forecast->setToolTip(tr("Forecast: %1").arg(outlook.method).toHtmlEscaped());
}

} // namespace tollgate::ui
