#include "ui/pages/flags/split_card.h"

#include "ui/charts/time_series_chart.h"
#include "ui/pages/flags/flag_text.h"

namespace tollgate::ui {

SplitCard::SplitCard(QWidget* parent)
    : Card(tr("Split, last 24 h"), parent) {
    m_chart = new TimeSeriesChart(tr("Share of the canary in the last 24 hours"), this);
    m_chart->setValueText([](double value) { return flagText::percent(value); });
    m_chart->setMaximumTop(100);
    m_chart->setMinimumHeight(Theme::of(this).px(150));
    content()->addWidget(m_chart, 1);
}

void SplitCard::clear() {
    setCaption({});
    m_chart->setData({}, {});
    m_chart->clearReference();
}

void SplitCard::setSeries(const SplitSeries& series, double targetPercent) {
    const QString target = tr("target %1").arg(flagText::percent(targetPercent));
    if (series.requests > 0)
        setCaption(tr("%1, actual %2 % ± %3")
                       .arg(target, QString::number(series.actualPercent, 'f', 1),
                            QString::number(series.halfWidth, 'f', 1)));
    else
        setCaption(tr("%1, no requests").arg(target));
    ChartLine line;
    line.name = tr("canary");
    line.colorName = QStringLiteral("canary");
    line.values = series.percent;
    line.area = true;
    m_chart->setMinimumTop(qMin(100.0, qMax(2.0, 2 * targetPercent)));
    m_chart->setReference(targetPercent, {});
    m_chart->setData(series.times, {line}, true);
}

} // namespace tollgate::ui
