#pragma once
// The six numbers on top of the Overview page.

#include "ui/charts/chart_zoom.h"
#include "ui/models/overview_data.h"

#include <QHash>
#include <QWidget>

namespace tollgate::ui {

class StatTile;

class OverviewTiles : public QWidget {
    Q_OBJECT
public:
    explicit OverviewTiles(QWidget* parent = nullptr);

    void setData(const OverviewData& overview);
    /// Today's spend moves with every tick; the others are averages over the range and come with the next
    /// reply.
    void setSpend(double costUsd);
    /// Shared with the charts over the same range.
    void setCrosshair(std::optional<qint64> at);
    void setZoom(std::optional<ChartSpan> span);

    StatTile* requests() const { return m_requests; }
    StatTile* latency() const { return m_latency; }
    StatTile* overhead() const { return m_overhead; }
    StatTile* errors() const { return m_errors; }
    StatTile* spend() const { return m_spend; }
    StatTile* tokens() const { return m_tokens; }

Q_SIGNALS:
    void clicked(const QString& terms); ///< filter terms that show the requests behind a number

private:
    void showRequests(const OverviewData& overview);
    void showLatency(const OverviewData& overview);
    void showErrors(const ErrorTotals& errors, qint64 requests);
    void showSpend();
    void showTokens(const TokenTotals& tokens);

    void showSpark(StatTile* tile, const QList<double>& values);
    SlotRange shownBuckets() const;

    StatTile* m_requests = nullptr;
    StatTile* m_latency = nullptr;
    StatTile* m_overhead = nullptr;
    StatTile* m_errors = nullptr;
    StatTile* m_spend = nullptr;
    StatTile* m_tokens = nullptr;
    SpendTotals m_spendTotals;
    MaybeNumber m_p95Ms;
    QList<qint64> m_times; ///< of the points of the sparklines
    QHash<StatTile*, QList<double>> m_sparks;
    ChartZoom m_zoom;
};

} // namespace tollgate::ui
