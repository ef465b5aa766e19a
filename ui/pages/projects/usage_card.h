#pragma once
// What a project or a key uses right now of its limits, and what it used in the last 24 hours.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;

class UsageCard : public Card {
    Q_OBJECT
public:
    UsageCard(GatewayLink* link, QWidget* parent = nullptr);

    /// dimension: "project" or "key".
    void setSubject(const QString& dimension, const QString& id);
    /// The object's "limits"; a null or missing one is none.
    void setLimits(const QJsonObject& limits);
    void setLive(bool live);

private:
    void ask();
    void askNow();
    void clear();
    void showNow();

    GatewayLink* m_link;
    QString m_dimension;
    QString m_id;
    QTimer m_timer;
    bool m_live = false;
    QJsonObject m_limits;
    QJsonObject m_use; ///< of the last minute; empty: not known
    QLabel* m_minuteRequests = nullptr;
    QLabel* m_minuteTokens = nullptr;
    QLabel* m_running = nullptr;
    QLabel* m_requests = nullptr;
    QLabel* m_errors = nullptr;
    QLabel* m_tokens = nullptr;
    QLabel* m_cost = nullptr;
};

} // namespace tollgate::ui
