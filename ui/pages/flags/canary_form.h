#pragma once
// A canary: who gets it, how far it is rolled out, what rolls it back, and how it does against stable.

#include "ui/pages/flags/flag_form.h"

#include <QTimer>

class QPushButton;

namespace tollgate::ui {

class BucketTester;
class Card;
class ChoiceBox;
class GuardrailsCard;
class PercentSlider;
class RampEdit;
class RulesEdit;
class SplitCard;

class CanaryForm : public FlagForm {
    Q_OBJECT
public:
    CanaryForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QList<QAbstractButton*> actions() const override;

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;
    void namesChanged() override;

private:
    Card* rolloutCard();
    Card* rulesCard();
    void readReport();
    void readSplit();
    void rollBack();
    void refreshRest();

    GuardrailsCard* m_guardrails = nullptr;
    RulesEdit* m_rules = nullptr;
    BucketTester* m_tester = nullptr;
    SplitCard* m_split = nullptr;
    PercentSlider* m_percent = nullptr;
    NamePicker* m_alias = nullptr;
    QPushButton* m_rollBack = nullptr;
    QTimer m_reportTimer;
    QTimer m_splitTimer;
    QString m_shownKey;
};

} // namespace tollgate::ui
