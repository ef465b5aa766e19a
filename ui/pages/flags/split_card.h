#pragma once
// Which share the canary really got, hour by hour, beside the share it should get.

#include "ui/pages/flags/flag_report.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

namespace tollgate::ui {

class TimeSeriesChart;

class SplitCard : public Card {
    Q_OBJECT
public:
    explicit SplitCard(QWidget* parent = nullptr);
    void setSeries(const SplitSeries& series, double targetPercent);
    void clear();

private:
    TimeSeriesChart* m_chart = nullptr;
};

} // namespace tollgate::ui
