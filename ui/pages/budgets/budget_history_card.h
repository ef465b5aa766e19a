#pragma once
// What happened at each threshold of a budget in the period that runs: when it was reached, what was spent
// then, what followed. From the ledger's sums by hour. Main thread.

#include "ui/widgets/card.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

class QGridLayout;

namespace tollgate::ui {

class GatewayLink;

struct ThresholdPassed {
    double percent = 0;
    double usd = 0;               ///< of the limit
    std::optional<qint64> hourMs; ///< ms since epoch, the hour in which it was reached; nothing: not yet
    double spentUsd = 0;          ///< at that hour's end
    friend bool operator==(const ThresholdPassed&, const ThresholdPassed&) = default;
};

/// usageByHour: `data` of GET /usage?group_by=hour, ascending.
QList<ThresholdPassed> thresholdsPassed(const QJsonObject& budget, const QJsonArray& usageByHour);
/// When the period that runs began, ms since epoch; 0 when the budget does not say.
qint64 periodStart(const QJsonObject& budget);

class BudgetHistoryCard : public Card {
    Q_OBJECT
public:
    explicit BudgetHistoryCard(GatewayLink* link, QWidget* parent = nullptr);
    void setBudget(const QJsonObject& budget);

private:
    void ask();
    void askWhatFollowed(const QString& from, const QString& scope);
    void present(const QList<ThresholdPassed>& passed);
    void addLine(const QString& threshold, const QString& reached, const QString& followed);
    QString followed(const ThresholdPassed& one) const;

    GatewayLink* m_link;
    QJsonObject m_budget;
    QList<ThresholdPassed> m_passed;
    std::optional<qint64> m_touched; ///< requests that were refused, or went to the cheaper alias
    QElapsedTimer m_asked;
    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace tollgate::ui
