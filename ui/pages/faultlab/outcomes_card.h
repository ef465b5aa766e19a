#pragma once
// How the test traffic fares: counts, one cell a request, latencies, the last requests in words, and what the
// breaker did meanwhile.

#include "ui/pages/faultlab/test_traffic.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QStandardItemModel;

namespace tollgate::ui {

class Sparkline;
class StatTile;
class TableView;
class UptimeStrip;

class OutcomesCard : public Card {
    Q_OBJECT
public:
    explicit OutcomesCard(QWidget* parent = nullptr);

    void setTraffic(const TestTraffic& traffic);
    /// A change of a breaker; the last few stay.
    void addHealthChange(const QString& text);
    QStringList rows() const; ///< newest first, as the table says them
    QString summary() const { return m_summary; }

private:
    QString m_summary;
    StatTile* m_ok = nullptr;
    StatTile* m_failed = nullptr;
    StatTile* m_saved = nullptr;
    StatTile* m_latency = nullptr;
    UptimeStrip* m_strip = nullptr;
    QLabel* m_health = nullptr;
    QStringList m_changes;
    QStandardItemModel* m_model = nullptr;
    TableView* m_table = nullptr;
};

} // namespace tollgate::ui
