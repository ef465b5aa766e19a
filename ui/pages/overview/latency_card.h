#pragma once
// Latency over time, p50, p95 and p99 of all providers or of one.

#include "ui/models/overview_data.h"
#include "ui/widgets/card.h"

class QPushButton;
class QStackedLayout;

namespace tollgate::ui {

class EmptyState;
class TimeSeriesChart;

class LatencyCard : public Card {
    Q_OBJECT
public:
    explicit LatencyCard(QWidget* parent = nullptr);

    void setData(const OverviewData& overview);
    void setProvider(const QString& name); ///< "all" or a provider's name
    QString provider() const { return m_provider; }
    TimeSeriesChart* chart() const { return m_chart; }

Q_SIGNALS:
    /// provider is empty for all of them.
    void spanClicked(qint64 fromMs, qint64 lengthMs, const QString& provider);

private:
    void fillMenu();
    void refresh();

    QList<qint64> m_times;
    QList<LatencySeries> m_series;
    QString m_provider = QStringLiteral("all");
    QPushButton* m_picker = nullptr;
    QStackedLayout* m_stack = nullptr;
    TimeSeriesChart* m_chart = nullptr;
    EmptyState* m_empty = nullptr;
};

/// Layout below the card's title that shows one of its widgets.
QStackedLayout* makeStack(Card* card);

} // namespace tollgate::ui
