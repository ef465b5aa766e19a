#pragma once
// Who spends unlike themselves: since when, and how many times the usual. Each line leads to the requests.

#include "ui/pages/spend/spend_outlook.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tollgate::ui {

class WarningLine;

class AnomaliesCard : public Card {
    Q_OBJECT
public:
    explicit AnomaliesCard(QWidget* parent = nullptr);
    void setAnomalies(const QList<SpendOutlook::Anomaly>& anomalies);
    QList<WarningLine*> lines() const { return m_lines; }

Q_SIGNALS:
    void filterWanted(const QString& filter);

private:
    QList<SpendOutlook::Anomaly> m_anomalies;
    QList<WarningLine*> m_lines;
    QLabel* m_calm = nullptr;
};

} // namespace tollgate::ui
