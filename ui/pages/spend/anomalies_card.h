#pragma once
// Who spends unlike themselves: since when, and how many times the usual. Each line leads to the requests.

#include "ui/pages/spend/spend_outlook.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

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
    void addLine();
    void fillLines();

    bool m_all = false;
    QList<SpendOutlook::Anomaly> m_anomalies;
    QList<WarningLine*> m_lines;
    QLabel* m_calm = nullptr;
    QPushButton* m_more = nullptr;
};

} // namespace tollgate::ui
