#pragma once
// How a provider is doing: health, circuit with the countdown to the next try, last error; and the outcome of
// a test.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QTimer>

class QPushButton;

namespace tollgate::ui {

class Badge;
struct GatewayReply;

/// "closed" → green …; unknown words stay neutral.
Tone circuitTone(const QString& circuit);
Tone healthTone(const QString& state);

class ProviderHealthCard : public Card {
    Q_OBJECT
public:
    explicit ProviderHealthCard(QWidget* parent = nullptr);

    void setHealth(const QJsonObject& health);
    void showChecking();
    void showCheck(const GatewayReply& reply);
    void clearCheck();
    QString checkText() const;

Q_SIGNALS:
    void resetRequested(); ///< close the circuit now

private:
    void tick();

    QJsonObject m_health;
    QTimer m_second;
    Badge* m_state = nullptr;
    Badge* m_circuit = nullptr;
    QLabel* m_retry = nullptr;
    QLabel* m_p95 = nullptr;
    QLabel* m_errors = nullptr;
    QLabel* m_lastError = nullptr;
    QLabel* m_checkedAt = nullptr;
    Badge* m_checkBadge = nullptr;
    QLabel* m_check = nullptr;
    QPushButton* m_reset = nullptr;
};

} // namespace tollgate::ui
