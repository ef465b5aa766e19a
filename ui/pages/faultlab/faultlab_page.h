#pragma once
// Make a simulated provider slow or broken on purpose, send traffic, and watch what the gateway does about
// it.

#include "ui/pages/faultlab/fault_dial.h"
#include "ui/pages/page.h"

#include <QJsonArray>
#include <QTimer>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace tollgate::ui {

class Card;
class ChoiceBox;
class EmptyState;
class NamePicker;
class OutcomesCard;
class PercentSlider;
class ProviderHealthCard;
class ResourceCatalogue;
class TestTraffic;

class FaultLabPage : public Page {
    Q_OBJECT
public:
    explicit FaultLabPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;                  ///< the traffic ends; the dial stays where it is and says so
    void open(const QString& argument) override; ///< a provider
    QString statusText() const override;

    Faults faults() const; ///< as the sliders stand
    TestTraffic* traffic() const { return m_traffic; }

private:
    QWidget* dialCard();
    QWidget* trafficCard();
    void fill();
    void readProvider();
    void readAliases();
    void suggest();
    void showFaults(const Faults& faults);
    void apply();
    void restore();
    void resetCircuit();
    bool isApplied() const;
    void refresh();

    FaultDial m_dial;
    ResourceCatalogue* m_names = nullptr;
    TestTraffic* m_traffic = nullptr;
    QTimer m_again; ///< reads the provider's health while in view
    QJsonObject m_provider;
    QJsonArray m_aliases;
    QString m_suggested; ///< as target; somebody's own choice is left alone
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    ChoiceBox* m_choice = nullptr;
    QSpinBox* m_latency = nullptr;
    PercentSlider* m_errors = nullptr;
    PercentSlider* m_timeouts = nullptr;
    PercentSlider* m_limited = nullptr;
    PercentSlider* m_stalled = nullptr;
    PercentSlider* m_truncated = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_restore = nullptr;
    QLabel* m_dialState = nullptr;
    NamePicker* m_target = nullptr;
    QSpinBox* m_rate = nullptr;
    QSpinBox* m_count = nullptr;
    QPushButton* m_start = nullptr;
    ProviderHealthCard* m_health = nullptr;
    OutcomesCard* m_outcomes = nullptr;
};

} // namespace tollgate::ui
