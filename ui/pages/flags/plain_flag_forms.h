#pragma once
// The short forms: prompt experiment, kill switch, mirror.

#include "ui/pages/flags/flag_form.h"

#include <QTimer>

namespace tollgate::ui {

class ChoiceBox;
class FormField;
class GuardrailsCard;
class RulesEdit;
class WeightsEdit;

class PromptFlagForm : public FlagForm {
    Q_OBJECT
public:
    PromptFlagForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

protected:
    void namesChanged() override;
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;

private:
    void followWeights();
    void readReport();

    NamePicker* m_prompt = nullptr;
    WeightsEdit* m_weights = nullptr;
    GuardrailsCard* m_guardrails = nullptr;
    QTimer m_again;
    NamePicker* m_default = nullptr;
    RulesEdit* m_rules = nullptr;
};

class KillSwitchForm : public FlagForm {
    Q_OBJECT
public:
    KillSwitchForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

protected:
    void namesChanged() override;

private:
    void followWhat();

    ChoiceBox* m_what = nullptr;
    NamePicker* m_provider = nullptr;
    FormField* m_providerField = nullptr;
    FormField* m_targetField = nullptr;
};

class MirrorForm : public FlagForm {
    Q_OBJECT
public:
    MirrorForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

protected:
    void namesChanged() override;

private:
    NamePicker* m_alias = nullptr;
};

} // namespace tollgate::ui
