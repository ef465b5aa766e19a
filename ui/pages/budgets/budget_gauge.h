#pragma once
// A budget as one bar: spent, reserved, left; ticks at the thresholds, a marker at the forecast.

#include "ui/widgets/paint.h"

#include <QWidget>

namespace tollgate::ui {

struct BudgetNumbers {
    double limit = 0;
    double spent = 0;
    double reserved = 0;
    double forecast = -1;     ///< below 0: unknown
    QList<double> thresholds; ///< percent
    Tone tone = Tone::Neutral;
};

class BudgetGauge : public QWidget {
    Q_OBJECT
public:
    explicit BudgetGauge(QWidget* parent = nullptr);
    void setNumbers(const BudgetNumbers& numbers);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double fullScale() const; ///< USD at the right end
    BudgetNumbers m_numbers;
};

} // namespace tollgate::ui
