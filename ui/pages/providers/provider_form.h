#pragma once
// Everything about one provider: connection, credential, timeouts, the simulated provider's behaviour,
// health, test.

#include "ui/pages/forms/object_form.h"

class QPushButton;

namespace tollgate::ui {

class Card;
class ChoiceBox;
class CredentialEdit;
class FormField;
class LongWork;
class ProviderHealthCard;

class ProviderForm : public ObjectForm {
    Q_OBJECT
public:
    explicit ProviderForm(const UiContext& context, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    QList<QAbstractButton*> actions() const override;

protected:
    void shown(const QJsonObject& object, bool isNew) override;

private:
    Card* connectionCard();
    Card* timeoutsCard();
    Card* simulatedCard();
    Card* azureCard();
    Card* bedrockCard();
    bool isKind(const char* kind) const;
    void followKind();
    void usePreset(const QString& id);
    void test();
    void resetCircuit();

    ChoiceBox* m_preset = nullptr;
    FormField* m_presetField = nullptr;
    ChoiceBox* m_kind = nullptr;
    FormField* m_urlField = nullptr;
    FormField* m_keyField = nullptr;
    CredentialEdit* m_credentials = nullptr;
    ProviderHealthCard* m_health = nullptr;
    Card* m_simulated = nullptr;
    Card* m_azure = nullptr;
    Card* m_bedrock = nullptr;
    QPushButton* m_test = nullptr;
    LongWork* m_check = nullptr; ///< the test that runs
    QString m_checkedName;
};

} // namespace tollgate::ui
