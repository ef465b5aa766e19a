#pragma once
// Asks the gateway for what the Spend page shows: again every half minute while somebody looks, and at once
// when the question changes. Main thread.

#include "ui/pages/spend/spend_outlook.h"
#include "ui/pages/spend/spend_query.h"

#include <QObject>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

class SpendFeed : public QObject {
    Q_OBJECT
public:
    explicit SpendFeed(GatewayLink& link, QObject* parent = nullptr);

    const SpendQuery& query() const { return m_query; }
    void setQuery(const SpendQuery& query);
    void setActive(bool active);
    void refresh();

    /// The day it is in UTC, in which the ledger counts.
    QDate today() const;
    bool hasData() const { return m_hasData; }

Q_SIGNALS:
    /// `usage`: the rows; `complete`: false when there are more groups than one answer holds.
    void usageRead(const QJsonArray& usage, bool complete);
    void outlookRead(const tollgate::ui::SpendOutlook& outlook);
    void budgetsRead(const QJsonArray& budgets);
    /// In words; `aboutFilter` when the filter is at fault.
    void failed(const QString& message, bool aboutFilter);

private:
    void takeUsage(const GatewayReply& reply);

    GatewayLink& m_link;
    SpendQuery m_query;
    QTimer m_timer;
    int m_generation = 0; ///< of the question: late answers to another one are not shown
    bool m_active = false;
    bool m_hasData = false;
};

} // namespace tollgate::ui
