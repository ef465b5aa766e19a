#pragma once
// What a project or a key used in the last 24 hours.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QTimer>

namespace tollgate::ui {

class GatewayLink;

class UsageCard : public Card {
    Q_OBJECT
public:
    UsageCard(GatewayLink* link, QWidget* parent = nullptr);

    /// dimension: "project" or "key".
    void setSubject(const QString& dimension, const QString& id);
    void setLive(bool live);

private:
    void ask();
    void clear();

    GatewayLink* m_link;
    QString m_dimension;
    QString m_id;
    QTimer m_timer;
    bool m_live = false;
    QLabel* m_requests = nullptr;
    QLabel* m_errors = nullptr;
    QLabel* m_tokens = nullptr;
    QLabel* m_cost = nullptr;
};

} // namespace tollgate::ui
